//! A tax year's figures, as the law sets them, and the checks that every year must pass.

use std::fmt;

use crate::choice::{ByTaxRegion, StudentLoan, TaxRegion};
use crate::money::{BasisPoints, Money, Year};
use crate::record;
use crate::tax_year::TaxYear;

/// All the figures of a tax year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
pub struct TaxRules {
    /// The tax year.
    pub year: TaxYear,
    /// The slug in links, attributes and the name of its file.
    pub slug: &'static str,
    /// Income tax on everything but savings and dividends.
    pub income_tax: IncomeTax,
    /// The bands of taxable income, in ascending order; the last has no end.
    pub bands: ByTaxRegion<&'static [TaxBand]>,
    /// Tax on dividends.
    pub dividends: Dividends,
    /// National Insurance.
    pub national_insurance: NationalInsurance,
    /// Corporation tax, for the financial year that begins just before the tax year.
    pub corporation_tax: CorporationTax,
    /// Student loans.
    pub student_loans: StudentLoans,
}

record! {
    /// The personal allowance, and relief on pension contributions.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
    IncomeTax {
        /// The personal allowance.
        personal_allowance: Money<Year> = "Personal allowance",
        /// The adjusted net income above which the allowance shrinks.
        income_limit: Money<Year> = "Income limit of the allowance",
        /// The allowance lost for every pound above that limit.
        taper: BasisPoints = "Allowance lost above that",
        /// The rate of tax that a pension scheme claims back on a contribution from net pay.
        relief_at_source: BasisPoints = "Relief at source",
    }
}

/// A band of taxable income, which is income above the personal allowance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
pub struct TaxBand {
    /// Its name: "basic", "higher".
    pub name: &'static str,
    /// Its rate.
    pub rate: BasisPoints,
    /// Its upper end; `None` for the last band.
    pub to: Option<Money<Year>>,
    /// Whether contributions under relief at source raise its upper end: true for the basic band and those above it
    /// (Finance Act 2004 s.192(4) and (4A)).
    pub lifted: bool,
}

record! {
    /// Tax on dividends. They are taxed on top of other income, in the bands of the rest of the UK for every taxpayer.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
    Dividends {
        /// The amount taxed at 0%, which still uses up part of a band.
        allowance: Money<Year> = "Dividend allowance",
        /// The rate in the basic band.
        ordinary_rate: BasisPoints = "Dividends, ordinary rate",
        /// The rate in the higher band.
        upper_rate: BasisPoints = "Dividends, upper rate",
        /// The rate in the additional band.
        additional_rate: BasisPoints = "Dividends, additional rate",
    }
}

record! {
    /// National Insurance of employees in category A, and of their employer.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
    NationalInsurance {
        /// The pay at which a year counts towards the State Pension.
        lower_earnings_limit: Money<Year> = "NI, lower earnings limit",
        /// The pay above which the employee pays the main rate.
        primary_threshold: Money<Year> = "NI, primary threshold",
        /// The pay above which the employee pays the upper rate.
        upper_earnings_limit: Money<Year> = "NI, upper earnings limit",
        /// The pay above which the employer pays.
        secondary_threshold: Money<Year> = "NI, secondary threshold",
        /// The employee's main rate.
        main_rate: BasisPoints = "NI, employee’s main rate",
        /// The employee's rate above the upper earnings limit.
        upper_rate: BasisPoints = "NI, employee’s upper rate",
        /// The employer's rate.
        employer_rate: BasisPoints = "NI, employer’s rate",
        /// The apprenticeship levy, due on all pay once the employer's levy allowance is used up.
        apprenticeship_levy: BasisPoints = "Apprenticeship levy",
    }
}

record! {
    /// Corporation tax for a company without associated companies.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
    CorporationTax {
        /// The rate on profits up to the lower limit.
        small_profits_rate: BasisPoints = "Corporation tax, small profits rate",
        /// The rate on profits at or above the upper limit.
        main_rate: BasisPoints = "Corporation tax, main rate",
        /// The profit above which marginal relief applies.
        lower_limit: Money<Year> = "Corporation tax, lower limit",
        /// The profit at which marginal relief ends.
        upper_limit: Money<Year> = "Corporation tax, upper limit",
        /// The share of the gap between profit and the upper limit that is deducted from the tax.
        marginal_relief: BasisPoints = "Marginal relief, standard fraction",
    }
}

record! {
    /// Student loan repayments. A plan without a threshold is not repaid in this year.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::tax::rules))]
    StudentLoans {
        /// The income above which plan 1 is repaid.
        plan_1: Option<Money<Year>> = "Student loan threshold, Plan 1",
        /// The income above which plan 2 is repaid.
        plan_2: Option<Money<Year>> = "Student loan threshold, Plan 2",
        /// The income above which plan 4 is repaid.
        plan_4: Option<Money<Year>> = "Student loan threshold, Plan 4",
        /// The income above which plan 5 is repaid.
        plan_5: Option<Money<Year>> = "Student loan threshold, Plan 5",
        /// The income above which a postgraduate loan is repaid.
        postgraduate: Option<Money<Year>> = "Student loan threshold, Postgraduate",
        /// The share of income above the threshold that is repaid on plans 1, 2, 4 and 5.
        rate: BasisPoints = "Student loans, rate",
        /// The share that is repaid on a postgraduate loan.
        postgraduate_rate: BasisPoints = "Postgraduate loan, rate",
        /// The amount above which dividends count, in full.
        unearned_income_limit: Money<Year> = "Student loans, dividends count above",
    }
}

/// A rule that a year's figures break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxFault {
    /// A threshold is not between 1 and 1,000,000 pounds.
    Threshold,
    /// A rate is not between 0% and 100%.
    Rate,
    /// Bands do not ascend, or one other than the last has no end.
    Bands,
    /// The three rates on dividends do not have three bands.
    DividendBands,
    /// Thresholds are out of order.
    Order,
    /// Marginal relief does not join the two rates of corporation tax.
    MarginalRelief,
    /// A loan is due on so little income that drawing dividends could cost more than it brings in.
    Cliff,
}

impl fmt::Display for TaxFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Threshold => "needs every threshold to be from 1 to 1,000,000 pounds",
            Self::Rate => "needs every rate to be from 0 to 100 per cent",
            Self::Bands => "needs bands in ascending order, with an end to all but the last",
            Self::DividendBands => "needs three bands for the three rates on dividends",
            Self::Order => {
                "needs each lower limit below its upper limit, and the primary threshold between them"
            }
            Self::MarginalRelief => {
                "needs a marginal relief that joins the small profits rate and the main rate"
            }
            Self::Cliff => {
                "needs every loan threshold above the primary threshold plus the unearned income limit"
            }
        })
    }
}

impl IncomeTax {
    /// Checks the figures.
    pub const fn check(&self) -> Result<(), TaxFault> {
        let Self { personal_allowance, income_limit, taper, relief_at_source } = *self;
        if !(is_threshold(personal_allowance) && is_threshold(income_limit)) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(taper) && is_rate(relief_at_source)) {
            return Err(TaxFault::Rate);
        }
        Ok(())
    }
}

impl Dividends {
    /// Checks the figures.
    pub const fn check(&self) -> Result<(), TaxFault> {
        if !is_threshold(self.allowance) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(self.ordinary_rate) && is_rate(self.upper_rate) && is_rate(self.additional_rate)) {
            return Err(TaxFault::Rate);
        }
        Ok(())
    }

    /// The rates of the three bands of the rest of the UK.
    pub const fn rates(&self) -> [BasisPoints; 3] {
        [self.ordinary_rate, self.upper_rate, self.additional_rate]
    }
}

impl NationalInsurance {
    /// Checks the figures.
    pub const fn check(&self) -> Result<(), TaxFault> {
        let (lower, primary) = (self.lower_earnings_limit, self.primary_threshold);
        let (upper, secondary) = (self.upper_earnings_limit, self.secondary_threshold);
        if !(is_threshold(lower) && is_threshold(primary) && is_threshold(upper) && is_threshold(secondary)) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(self.main_rate) && is_rate(self.upper_rate)) {
            return Err(TaxFault::Rate);
        }
        if !(is_rate(self.employer_rate) && is_rate(self.apprenticeship_levy)) {
            return Err(TaxFault::Rate);
        }
        // The primary threshold is the highest salary that a director takes: see `StudentLoans::check`.
        if !(in_order(lower, primary) && in_order(primary, upper) && in_order(secondary, primary)) {
            return Err(TaxFault::Order);
        }
        Ok(())
    }
}

impl CorporationTax {
    /// Checks the figures.
    pub const fn check(&self) -> Result<(), TaxFault> {
        let Self { small_profits_rate, main_rate, lower_limit, upper_limit, marginal_relief } = *self;
        if !(is_threshold(lower_limit) && is_threshold(upper_limit)) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(small_profits_rate) && is_rate(main_rate) && is_rate(marginal_relief)) {
            return Err(TaxFault::Rate);
        }
        if !in_order(lower_limit, upper_limit) {
            return Err(TaxFault::Order);
        }
        let (lower, upper) = (lower_limit.pence(), upper_limit.pence());
        let step = lower * (main_rate.0 - small_profits_rate.0) as i64;
        if step != (upper - lower) * marginal_relief.0 as i64 {
            return Err(TaxFault::MarginalRelief);
        }
        Ok(())
    }
}

impl StudentLoans {
    /// Checks the figures. Thresholds must be high enough that a dividend which makes all dividends count never makes a
    /// repayment due at once. Otherwise a director could keep less on a higher turnover.
    #[expect(clippy::indexing_slicing, reason = "const functions have no iterators")]
    pub const fn check(&self, insurance: &NationalInsurance) -> Result<(), TaxFault> {
        let limit = self.unearned_income_limit;
        if !is_threshold(limit) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(self.rate) && is_rate(self.postgraduate_rate)) {
            return Err(TaxFault::Rate);
        }
        let mut index = 0;
        while index < StudentLoan::ALL.len() {
            if let Some(threshold) = self.threshold(StudentLoan::ALL[index]) {
                if !is_threshold(threshold) {
                    return Err(TaxFault::Threshold);
                }
                if threshold.pence() < insurance.primary_threshold.pence() + limit.pence() {
                    return Err(TaxFault::Cliff);
                }
            }
            index += 1;
        }
        Ok(())
    }

    /// The income above which a plan is repaid; `None` if it is not repaid in this year.
    pub const fn threshold(&self, plan: StudentLoan) -> Option<Money<Year>> {
        match plan {
            StudentLoan::Plan1 => self.plan_1,
            StudentLoan::Plan2 => self.plan_2,
            StudentLoan::Plan4 => self.plan_4,
            StudentLoan::Plan5 => self.plan_5,
            StudentLoan::Postgraduate => self.postgraduate,
        }
    }
}

impl TaxRules {
    /// Checks every figure of the year.
    pub const fn check(&self) -> Result<(), TaxFault> {
        let checks = [
            self.income_tax.check(),
            check_bands(&self.bands),
            self.dividends.check(),
            self.national_insurance.check(),
            self.corporation_tax.check(),
            self.student_loans.check(&self.national_insurance),
        ];
        let mut left: &[_] = &checks;
        while let [check, rest @ ..] = left {
            if let Err(fault) = *check {
                return Err(fault);
            }
            left = rest;
        }
        Ok(())
    }
}

/// Checks the bands of both regions. The rest of the UK needs three, one for each dividend rate.
pub const fn check_bands(bands: &ByTaxRegion<&'static [TaxBand]>) -> Result<(), TaxFault> {
    if bands.get(TaxRegion::RestOfUk).len() != 3 {
        return Err(TaxFault::DividendBands);
    }
    match (ascend(bands.rest_of_uk), ascend(bands.scotland)) {
        (Ok(()), Ok(())) => Ok(()),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    }
}

const fn ascend(bands: &[TaxBand]) -> Result<(), TaxFault> {
    let mut from = 0;
    let mut left = bands;
    while let [band, rest @ ..] = left {
        if !is_rate(band.rate) {
            return Err(TaxFault::Rate);
        }
        match band.to {
            Some(to) if !is_threshold(to) => return Err(TaxFault::Threshold),
            Some(to) if to.pence() > from && !rest.is_empty() => from = to.pence(),
            None if rest.is_empty() => return Ok(()),
            _ => return Err(TaxFault::Bands),
        }
        left = rest;
    }
    Err(TaxFault::Bands)
}

const fn in_order(low: Money<Year>, high: Money<Year>) -> bool {
    low.pence() <= high.pence()
}

const fn is_threshold(threshold: Money<Year>) -> bool {
    threshold.pence() >= 100 && threshold.pence() <= 100_000_000
}

const fn is_rate(rate: BasisPoints) -> bool {
    rate.0 >= 0 && rate.0 <= BasisPoints::ONE
}
