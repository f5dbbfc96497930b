//! All the figures that one agency publishes. They are a value, passed to everything that computes an answer.

use crate::market::{Discipline, Fault};
use crate::money::{BillableDays, Money, Week, Year};
use crate::tax::rules::TaxRules;
use crate::tax_year::TaxYear;

/// All the figures that answers are computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::figures))]
pub struct Figures {
    /// The agency that publishes them.
    pub agency: Agency,
    /// Market pay by discipline; the first is the default.
    pub disciplines: &'static [Discipline],
    /// The values assumed until a visitor changes them.
    pub assumptions: Assumptions,
    /// The tax years with figures, oldest first.
    pub tax_years: &'static [TaxRules],
}

/// The agency that publishes the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::figures))]
pub struct Agency {
    /// Its name.
    pub name: &'static str,
    /// The https address of its own site.
    pub site: &'static str,
    /// The https address where a visitor can talk to a recruiter.
    pub contact: Option<&'static str>,
    /// The https address of its salary guide.
    pub salary_guide: Option<&'static str>,
    /// The https address of its open jobs.
    pub jobs: Option<&'static str>,
    /// The https address of its logo.
    pub logo: Option<&'static str>,
    /// The sentence about the company that the law requires on its website.
    pub company_line: Option<&'static str>,
}

crate::record! {
    /// The values assumed until a visitor changes them.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::figures))]
    Assumptions {
        /// Billable days a year.
        days: BillableDays = "Billable days a year",
        /// Billable days in a year with a gap.
        days_in_a_slow_year: BillableDays = "Billable days in a slow year",
        /// The billable days that a mortgage lender assumes.
        days_for_a_lender: BillableDays = "Billable days as a lender counts",
        /// An umbrella company's margin, pounds a week.
        umbrella_margin: Money<Week> = "Umbrella margin",
        /// A company's running costs, pounds a year.
        expenses: Money<Year> = "Company expenses",
    }
}

impl Figures {
    /// The default discipline. The reader rejects a folder without one.
    #[expect(clippy::indexing_slicing, reason = "checked when the constants are compiled")]
    pub const fn first_discipline(&self) -> &'static Discipline {
        &self.disciplines[0]
    }

    /// The rules of a tax year; `None` if there are no figures for it.
    pub fn tax_rules(&self, year: TaxYear) -> Option<&'static TaxRules> {
        self.tax_years.iter().find(|rules| rules.year == year)
    }

    /// Checks every row against the domain's rules. The compiler runs this check again on the constants.
    #[expect(clippy::indexing_slicing, reason = "const functions have no iterators")]
    pub const fn check(&self) -> Result<(), Fault> {
        if self.disciplines.is_empty() {
            return Err(Fault::NoDiscipline);
        }
        let mut index = 0;
        while index < self.disciplines.len() {
            if let Err(fault) = self.disciplines[index].check() {
                return Err(fault);
            }
            index += 1;
        }
        if self.tax_years.is_empty() {
            return Err(Fault::NoTaxYear);
        }
        let mut index = 0;
        while index < self.tax_years.len() {
            if let Err(fault) = self.tax_years[index].check() {
                return Err(Fault::Tax(fault));
            }
            index += 1;
        }
        Ok(())
    }
}
