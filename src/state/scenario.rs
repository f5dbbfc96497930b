//! A question that can be answered: a role, a taxpayer and offers.

use std::fmt;
use std::ops::Deref;

use crate::domain::choice::{ByStudentLoan, StudentLoan, TaxRegion};
use crate::domain::figures::Figures;
use crate::domain::market::Role;
use crate::domain::money::{DayRate, GrossSalary, Money};
use crate::domain::offer::permanent::{Job, JobTerms};
use crate::domain::offer::{Contract, ContractTerms, Offer, Side};
use crate::domain::tax_year::{Date, TaxYear};

use super::draft::Draft;
use super::input::{Key, View};
use super::problem::Problem;

/// The figures that answer a question. A program has one such value, so it is compared by address.
#[derive(Clone, Copy)]
pub struct Shared(pub &'static Figures);

/// A question that can be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    /// The figures that answer it.
    pub figures: Shared,
    /// The open view.
    pub view: View,
    /// The role whose pay is estimated.
    pub role: Role,
    /// The person who pays the tax.
    pub taxpayer: Payer,
    /// Offer 1: a permanent job.
    pub job: Offered<GrossSalary, JobTerms>,
    /// Offer 2: a contract.
    pub contract: Offered<DayRate, ContractTerms>,
}

/// The taxpayer of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Payer {
    /// The tax year, if the question names one.
    pub tax_year: Option<TaxYear>,
    /// The region whose income tax bands apply.
    pub region: TaxRegion,
    /// The student loans being repaid.
    pub student_loans: ByStudentLoan<bool>,
}

/// An offer in a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offered<P, T> {
    /// The visitor's own or offered pay; typical pay replaces it if omitted.
    pub pay: Option<P>,
    /// Its terms.
    pub terms: T,
}

impl Scenario {
    /// The default question.
    pub const fn new(figures: &'static Figures) -> Self {
        let assumed = &figures.assumptions;
        Self {
            figures: Shared(figures),
            view: View::Permanent,
            role: Role::first_of(figures.first_discipline()),
            taxpayer: Payer {
                tax_year: None,
                region: TaxRegion::RestOfUk,
                student_loans: ByStudentLoan {
                    plan_1: false,
                    plan_2: false,
                    plan_4: false,
                    plan_5: false,
                    postgraduate: false,
                },
            },
            job: Offered { pay: None, terms: JobTerms::NONE },
            contract: Offered {
                pay: None,
                terms: ContractTerms {
                    days: assumed.days,
                    umbrella_margin: assumed.umbrella_margin,
                    expenses: assumed.expenses,
                    pension: Money::ZERO,
                },
            },
        }
    }

    /// The meaning of a draft. A text that cannot be used leaves its default and gives a problem.
    pub fn of(draft: &Draft, figures: &'static Figures) -> (Self, Vec<Problem>) {
        let mut scenario = Self::new(figures);
        let mut problems = Vec::new();
        for &key in Key::ALL {
            let text = draft.text(key);
            if let Err(reason) = scenario.enter(key, text) {
                problems.push(Problem { key, value: text.into(), reason });
            }
        }
        (scenario, problems)
    }

    /// The offers to compare, with typical pay in place of omitted pay.
    pub fn offers(&self, typical_salary: GrossSalary, typical_rate: DayRate) -> [Offer; 3] {
        let job = Job { salary: self.job.pay.unwrap_or(typical_salary), terms: self.job.terms };
        let contract =
            Contract { day_rate: self.contract.pay.unwrap_or(typical_rate), terms: self.contract.terms };
        [
            Offer::Permanent(job),
            Offer::Contract(Side::Inside, contract),
            Offer::Contract(Side::Outside, contract),
        ]
    }

    /// The tax year of the answer: the one that the question names, or else that of `today`.
    pub fn tax_year_on(&self, today: Date) -> TaxYear {
        self.taxpayer.tax_year.unwrap_or(TaxYear::of(today))
    }
}

impl Payer {
    /// The student loans being repaid, in the order of [`StudentLoan::ALL`].
    pub fn loans(&self) -> impl Iterator<Item = StudentLoan> {
        StudentLoan::ALL.iter().copied().filter(|&plan| *self.student_loans.get(plan))
    }
}

impl Deref for Shared {
    type Target = Figures;

    fn deref(&self) -> &Figures {
        self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// Hides the figures, which would fill pages.
impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.agency.name)
    }
}
