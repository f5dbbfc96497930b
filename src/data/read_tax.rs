//! From the TOML of a tax year to the domain's rules, through their own checks.

use std::path::Path;

use crate::domain::choice::{ByStudentLoan, ByTaxRegion};
use crate::domain::figure::{Figure, Mark, Provenance};
use crate::domain::money::Money;
use crate::domain::tax::rules::{
    CorporationTax, Dividends, IncomeTax, NationalInsurance, Rate, StudentLoans, TaxBand, TaxRules, Threshold,
};
use crate::domain::tax_year::{Date, TaxYear};
use crate::read::{Origin, Reader, keep};
use crate::sheet;

/// The lowest band whose end a contribution with relief at source moves up.
const LIFTED_FROM: &str = "basic";

impl Reader<'_> {
    /// Reads the file of a tax year, which is named after the year.
    pub fn tax_rules(&self, file: &str) -> Option<TaxRules> {
        let sheet = self.sheet::<sheet::TaxRules>(file)?;
        let year = self.tax_year(file);
        let checked_on = self.date(file, &sheet.checked_on);
        let income_tax = self.income_tax(file, sheet.income_tax);
        let dividends = self.dividends(file, &sheet.dividends);
        let national_insurance = self.national_insurance(file, &sheet.national_insurance);
        let corporation_tax = self.corporation_tax(file, &sheet.corporation_tax);
        let national_insurance = national_insurance?;
        let student_loans = self.student_loans(file, &sheet.student_loans, &national_insurance);
        Some(TaxRules {
            year: year?,
            checked_on: checked_on?,
            unchecked: keep(sheet.unchecked),
            income_tax: income_tax?,
            dividends: dividends?,
            national_insurance,
            corporation_tax: corporation_tax?,
            student_loans: student_loans?,
        })
    }

    fn tax_year(&self, file: &str) -> Option<TaxYear> {
        let name = Path::new(file).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let starts = name.split_once('-').and_then(|(starts, _)| starts.parse().ok());
        let year = starts.map(TaxYear::starting).filter(|year| year.to_string() == name);
        if year.is_none() {
            self.fault(file, "file", "needs a name such as 2026-27.toml");
        }
        year
    }

    fn date(&self, file: &str, text: &str) -> Option<Date> {
        let numbers: Option<Vec<u16>> = text.split('-').map(|part| part.parse().ok()).collect();
        let date = match numbers.as_deref() {
            Some(&[year, month @ 1..=12, day @ 1..=31]) => u8::try_from(month)
                .ok()
                .zip(u8::try_from(day).ok())
                .map(|(month, day)| Date { year, month, day }),
            _ => None,
        };
        if date.is_none() {
            self.fault(file, "checked-on", format_args!("needs a day such as 2026-11-23, not {text:?}"));
        }
        date
    }

    fn income_tax(&self, file: &str, tax: sheet::IncomeTax) -> Option<IncomeTax> {
        let section = Section { reader: self, file, row: "income-tax", source: &tax.source };
        let personal_allowance = section.threshold(&tax.personal_allowance);
        let income_limit = section.threshold(&tax.income_limit);
        let (taper, relief_at_source) = (section.rate(&tax.taper), section.rate(&tax.relief_at_source));
        let rest_of_uk = section.bands("income-tax.rest-of-uk", tax.rest_of_uk);
        let scotland = section.bands("income-tax.scotland", tax.scotland);
        let tax = IncomeTax {
            personal_allowance: personal_allowance?,
            income_limit: income_limit?,
            taper: taper?,
            relief_at_source: relief_at_source?,
            bands: ByTaxRegion { rest_of_uk: rest_of_uk?, scotland: scotland? },
        };
        self.checked(file, section.row, tax.checked())
    }

    fn dividends(&self, file: &str, tax: &sheet::Dividends) -> Option<Dividends> {
        let section = Section { reader: self, file, row: "dividends", source: &tax.source };
        let allowance = section.threshold(&tax.allowance);
        let [ordinary, upper, additional] =
            [&tax.ordinary_rate, &tax.upper_rate, &tax.additional_rate].map(|rate| section.rate(rate));
        let tax = Dividends { allowance: allowance?, rates: [ordinary?, upper?, additional?] };
        self.checked(file, section.row, tax.checked())
    }

    fn national_insurance(&self, file: &str, tax: &sheet::NationalInsurance) -> Option<NationalInsurance> {
        let section = Section { reader: self, file, row: "national-insurance", source: &tax.source };
        let lower_earnings_limit = section.threshold(&tax.lower_earnings_limit);
        let primary_threshold = section.threshold(&tax.primary_threshold);
        let upper_earnings_limit = section.threshold(&tax.upper_earnings_limit);
        let secondary_threshold = section.threshold(&tax.secondary_threshold);
        let main_rate = section.rate(&tax.main_rate);
        let upper_rate = section.rate(&tax.upper_rate);
        let employer_rate = section.rate(&tax.employer_rate);
        let apprenticeship_levy = section.rate(&tax.apprenticeship_levy);
        let tax = NationalInsurance {
            lower_earnings_limit: lower_earnings_limit?,
            primary_threshold: primary_threshold?,
            upper_earnings_limit: upper_earnings_limit?,
            secondary_threshold: secondary_threshold?,
            main_rate: main_rate?,
            upper_rate: upper_rate?,
            employer_rate: employer_rate?,
            apprenticeship_levy: apprenticeship_levy?,
        };
        self.checked(file, section.row, tax.checked())
    }

    fn corporation_tax(&self, file: &str, tax: &sheet::CorporationTax) -> Option<CorporationTax> {
        let section = Section { reader: self, file, row: "corporation-tax", source: &tax.source };
        let small_profits_rate = section.rate(&tax.small_profits_rate);
        let main_rate = section.rate(&tax.main_rate);
        let lower_limit = section.threshold(&tax.lower_limit);
        let upper_limit = section.threshold(&tax.upper_limit);
        let marginal_relief = section.rate(&tax.marginal_relief);
        let tax = CorporationTax {
            small_profits_rate: small_profits_rate?,
            main_rate: main_rate?,
            lower_limit: lower_limit?,
            upper_limit: upper_limit?,
            marginal_relief: marginal_relief?,
        };
        self.checked(file, section.row, tax.checked())
    }

    fn student_loans(
        &self,
        file: &str,
        loans: &sheet::StudentLoans,
        insurance: &NationalInsurance,
    ) -> Option<StudentLoans> {
        let section = Section { reader: self, file, row: "student-loans", source: &loans.source };
        let plans = [&loans.plan_1, &loans.plan_2, &loans.plan_4, &loans.plan_5, &loans.postgraduate];
        // A plan that is there has to be in order; one that is not there is not repaid.
        let plans = plans.map(|plan| plan.as_ref().map(|pounds| section.threshold(pounds)));
        let rate = section.rate(&loans.rate);
        let postgraduate_rate = section.rate(&loans.postgraduate_rate);
        let unearned_income_limit = section.threshold(&loans.unearned_income_limit);
        let [plan_1, plan_2, plan_4, plan_5, postgraduate] = plans.map(Option::flatten);
        let loans = StudentLoans {
            thresholds: ByStudentLoan { plan_1, plan_2, plan_4, plan_5, postgraduate },
            rate: rate?,
            postgraduate_rate: postgraduate_rate?,
            unearned_income_limit: unearned_income_limit?,
        };
        self.checked(file, section.row, loans.checked(insurance))
    }
}

/// A section of a file; its figures share a source.
struct Section<'a> {
    reader: &'a Reader<'a>,
    file: &'a str,
    row: &'a str,
    source: &'a str,
}

impl Section<'_> {
    fn threshold(&self, pounds: &sheet::LegalAmount) -> Option<Threshold> {
        let provenance = self.provenance(&pounds.law, pounds.source.as_deref())?;
        Some(Figure { value: Money::from_pounds(pounds.pounds), provenance })
    }

    fn rate(&self, percent: &sheet::LegalRate) -> Option<Rate> {
        let provenance = self.provenance(&percent.law, percent.source.as_deref())?;
        let value = self.reader.basis_points(self.file, self.row, percent.percent, 100.0)?;
        Some(Figure { value, provenance })
    }

    fn provenance(&self, law: &str, source: Option<&str>) -> Option<Provenance> {
        if law.trim().is_empty() {
            self.reader.fault(self.file, self.row, "needs the law of every figure");
        }
        let source = source.unwrap_or(self.source);
        let origin = Origin { mark: Mark::Statutory.slug(), source, evidence: None, why: law };
        self.reader.provenance(self.file, self.row, &origin)
    }

    fn bands(&self, row: &str, bands: Vec<sheet::TaxBand>) -> Option<&'static [TaxBand]> {
        if !bands.iter().any(|band| band.name == LIFTED_FROM) {
            self.reader.fault(self.file, row, format_args!("needs a band named {LIFTED_FROM:?}"));
        }
        let mut lifted = false;
        let bands = bands.into_iter().map(|band| {
            lifted |= band.name == LIFTED_FROM;
            let rate = self.rate(&band.rate);
            let to = match &band.to {
                Some(to) => Some(self.threshold(to)?),
                None => None,
            };
            Some(TaxBand { name: keep(band.name), rate: rate?, to, lifted })
        });
        bands.collect::<Option<Vec<_>>>().map(|bands| &*Vec::leak(bands))
    }
}
