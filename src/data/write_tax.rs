//! From a tax year's rules to the Rust code of their constants.

use crate::domain::tax::rules::{Rate, TaxBand, TaxRules, Threshold};
use crate::domain::tax_year::Date;
use crate::write::{Writer, list, optional, table};

/// The code of the constant `TAX_RULES`.
pub fn write(w: &Writer, years: &[TaxRules]) -> String {
    let bands = years.iter().map(|rules| {
        let bands = &rules.income_tax.bands;
        [("REST_OF_UK", bands.rest_of_uk), ("SCOTLAND", bands.scotland)]
            .map(|(region, bands)| {
                let name = format!("{region}_{}", rules.year.starts());
                format!("static {name}: &[TaxBand] = {};\n", list(bands.iter().map(|band| w.band(band))))
            })
            .concat()
    });
    let years = list(years.iter().map(|rules| w.rules(rules)));
    let about = "/// The tax years that there are figures for, oldest first.";
    format!("{}{about}\npub static TAX_RULES: &[TaxRules] = {years};\n", bands.collect::<String>())
}

impl Writer<'_> {
    fn rules(&self, rules: &TaxRules) -> String {
        let TaxRules { year, checked_on, unchecked, national_insurance: insurance, .. } = rules;
        let (tax, dividends, company) = (&rules.income_tax, &rules.dividends, &rules.corporation_tax);
        let (loans, plans) = (&rules.student_loans, &rules.student_loans.thresholds);
        let starts = year.starts();
        let income_tax = checked(
            "IncomeTax",
            &[
                ("personal_allowance", self.amount(&tax.personal_allowance)),
                ("income_limit", self.amount(&tax.income_limit)),
                ("taper", self.rate(&tax.taper)),
                ("relief_at_source", self.rate(&tax.relief_at_source)),
                (
                    "bands",
                    format!("ByTaxRegion {{ rest_of_uk: REST_OF_UK_{starts}, scotland: SCOTLAND_{starts} }}"),
                ),
            ],
        );
        let rates = dividends.rates.iter().map(|rate| self.rate(rate)).collect::<Vec<_>>().join(", ");
        let dividends = checked(
            "Dividends",
            &[("allowance", self.amount(&dividends.allowance)), ("rates", format!("[{rates}]"))],
        );
        let insurance = checked(
            "NationalInsurance",
            &[
                ("lower_earnings_limit", self.amount(&insurance.lower_earnings_limit)),
                ("primary_threshold", self.amount(&insurance.primary_threshold)),
                ("upper_earnings_limit", self.amount(&insurance.upper_earnings_limit)),
                ("secondary_threshold", self.amount(&insurance.secondary_threshold)),
                ("main_rate", self.rate(&insurance.main_rate)),
                ("upper_rate", self.rate(&insurance.upper_rate)),
                ("employer_rate", self.rate(&insurance.employer_rate)),
                ("apprenticeship_levy", self.rate(&insurance.apprenticeship_levy)),
            ],
        );
        let corporation_tax = checked(
            "CorporationTax",
            &[
                ("small_profits_rate", self.rate(&company.small_profits_rate)),
                ("main_rate", self.rate(&company.main_rate)),
                ("lower_limit", self.amount(&company.lower_limit)),
                ("upper_limit", self.amount(&company.upper_limit)),
                ("marginal_relief", self.rate(&company.marginal_relief)),
            ],
        );
        let plan = |plan: &Option<Threshold>| optional(plan.as_ref().map(|threshold| self.amount(threshold)));
        let loans = table(
            "StudentLoans",
            &[
                (
                    "thresholds",
                    table(
                        "ByStudentLoan",
                        &[
                            ("plan_1", plan(&plans.plan_1)),
                            ("plan_2", plan(&plans.plan_2)),
                            ("plan_4", plan(&plans.plan_4)),
                            ("plan_5", plan(&plans.plan_5)),
                            ("postgraduate", plan(&plans.postgraduate)),
                        ],
                    ),
                ),
                ("rate", self.rate(&loans.rate)),
                ("postgraduate_rate", self.rate(&loans.postgraduate_rate)),
                ("unearned_income_limit", self.amount(&loans.unearned_income_limit)),
            ],
        );
        let rules = table(
            "TaxRules",
            &[
                ("year", format!("TaxYear::starting({starts})")),
                ("checked_on", date(*checked_on)),
                ("unchecked", format!("{unchecked:?}")),
                ("income_tax", income_tax),
                ("dividends", dividends),
                ("national_insurance", "insurance".to_owned()),
                ("corporation_tax", corporation_tax),
                ("student_loans", format!("must({loans}.checked(&insurance))")),
            ],
        );
        format!("{{ let insurance = {insurance}; {rules} }}")
    }

    fn band(&self, band: &TaxBand) -> String {
        let TaxBand { name, rate, to, lifted } = band;
        let (rate, to) = (self.rate(rate), optional(to.as_ref().map(|to| self.amount(to))));
        format!("TaxBand {{ name: {name:?}, rate: {rate}, to: {to}, lifted: {lifted} }}")
    }

    fn rate(&self, rate: &Rate) -> String {
        self.figure(&format!("{:?}", rate.value), &rate.provenance)
    }
}

fn checked(name: &str, rows: &[(&str, String)]) -> String {
    format!("must({}.checked())", table(name, rows))
}

fn date(date: Date) -> String {
    let Date { year, month, day } = date;
    format!("Date {{ year: {year}, month: {month}, day: {day} }}")
}
