//! A tax year's figures, as the law gives them. The constructors check what has to hold in every year.

use std::fmt;

use crate::domain::choice::{ByStudentLoan, ByTaxRegion};
use crate::domain::figure::Figure;
use crate::domain::money::{BasisPoints, Money, Year};
use crate::domain::tax_year::{Date, TaxYear};

/// Pounds a year, with their provenance.
pub type Threshold = Figure<Money<Year>>;
/// A rate, with its provenance.
pub type Rate = Figure<BasisPoints>;

/// Everything that take-home pay in a tax year is worked out from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaxRules {
    /// The tax year.
    pub year: TaxYear,
    /// When its figures were last held against their sources.
    pub checked_on: Date,
    /// What could not be checked, in a sentence or two; empty where there is nothing.
    pub unchecked: &'static str,
    /// Income tax.
    pub income_tax: IncomeTax,
    /// Dividends.
    pub dividends: Dividends,
    /// National Insurance.
    pub national_insurance: NationalInsurance,
    /// Corporation tax, for the financial year that begins just before the tax year.
    pub corporation_tax: CorporationTax,
    /// Student loans.
    pub student_loans: StudentLoans,
}

/// Income tax on everything but savings and dividends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IncomeTax {
    /// The personal allowance.
    pub personal_allowance: Threshold,
    /// The adjusted net income above which the allowance shrinks.
    pub income_limit: Threshold,
    /// How much of the allowance goes for every pound above that.
    pub taper: Rate,
    /// What a pension scheme claims back on a contribution made from net pay.
    pub relief_at_source: Rate,
    /// The bands, in ascending order; the last has no end.
    pub bands: ByTaxRegion<&'static [TaxBand]>,
}

/// A band of taxable income: what is left above the personal allowance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaxBand {
    /// "basic", "higher"
    pub name: &'static str,
    /// The rate.
    pub rate: Rate,
    /// Where it ends.
    pub to: Option<Threshold>,
    /// Whether a contribution with relief at source moves its end up: the basic band and those above it
    /// (Finance Act 2004 s.192(4) and (4A)).
    pub lifted: bool,
}

/// Tax on dividends. They lie on top of other income, in the bands of the rest of the UK wherever one lives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dividends {
    /// What is taxed at 0%. It uses up its part of a band.
    pub allowance: Threshold,
    /// The ordinary, the upper and the additional rate, for the basic, the higher and the additional band.
    pub rates: [Rate; 3],
}

/// National Insurance of employees in category A, and of their employer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NationalInsurance {
    /// From here a year counts for the state pension.
    pub lower_earnings_limit: Threshold,
    /// From here the employee pays the main rate.
    pub primary_threshold: Threshold,
    /// From here the employee pays the upper rate.
    pub upper_earnings_limit: Threshold,
    /// From here the employer pays.
    pub secondary_threshold: Threshold,
    /// The employee's main rate.
    pub main_rate: Rate,
    /// The employee's rate above the upper earnings limit.
    pub upper_rate: Rate,
    /// The employer's rate.
    pub employer_rate: Rate,
    /// The apprenticeship levy: what an employer pays on all pay once its allowance is used up.
    pub apprenticeship_levy: Rate,
}

/// Corporation tax of a company without associated companies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CorporationTax {
    /// The rate on profits up to the lower limit.
    pub small_profits_rate: Rate,
    /// The rate on profits from the upper limit.
    pub main_rate: Rate,
    /// Where marginal relief begins.
    pub lower_limit: Threshold,
    /// Where marginal relief ends.
    pub upper_limit: Threshold,
    /// How much of the distance to the upper limit is taken off the tax.
    pub marginal_relief: Rate,
}

/// Student loan repayments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudentLoans {
    /// Above what income repayments of a plan are due; nothing where none are due in this year.
    pub thresholds: ByStudentLoan<Option<Threshold>>,
    /// What is repaid of income above the threshold on plans 1, 2, 4 and 5.
    pub rate: Rate,
    /// The same on a postgraduate loan.
    pub postgraduate_rate: Rate,
    /// Dividends count, all of them, once there are more than this.
    pub unearned_income_limit: Threshold,
}

/// A rule that a year's figures break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxFault {
    /// A threshold is not from 1 to 1,000,000 pounds.
    Threshold,
    /// A rate is not from 0% to 100%.
    Rate,
    /// Bands do not ascend, or one but the last has no end.
    Bands,
    /// There are not three bands for the three rates on dividends.
    DividendBands,
    /// Thresholds that have an order do not keep it.
    Order,
    /// Marginal relief does not join the two rates of corporation tax.
    MarginalRelief,
    /// A loan is due on so little that drawing dividends could cost more than it brings.
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
                "needs thresholds in their order: a lower before an upper limit, the primary threshold between"
            }
            Self::MarginalRelief => {
                "needs a marginal relief that joins the small profits rate and the main rate"
            }
            Self::Cliff => {
                "needs loan thresholds above the primary threshold and the limit of unearned income together"
            }
        })
    }
}

impl IncomeTax {
    /// Checks the figures.
    pub const fn checked(self) -> Result<Self, TaxFault> {
        let Self { personal_allowance, income_limit, taper, relief_at_source, bands } = &self;
        if !(is_threshold(personal_allowance) && is_threshold(income_limit)) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(taper) && is_rate(relief_at_source)) {
            return Err(TaxFault::Rate);
        }
        if bands.rest_of_uk.len() != 3 {
            return Err(TaxFault::DividendBands);
        }
        match (ascend(bands.rest_of_uk), ascend(bands.scotland)) {
            (Ok(()), Ok(())) => Ok(self),
            (Err(fault), _) | (_, Err(fault)) => Err(fault),
        }
    }
}

impl Dividends {
    /// Checks the figures.
    pub const fn checked(self) -> Result<Self, TaxFault> {
        let [ordinary, upper, additional] = &self.rates;
        if !is_threshold(&self.allowance) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(ordinary) && is_rate(upper) && is_rate(additional)) {
            return Err(TaxFault::Rate);
        }
        Ok(self)
    }
}

impl NationalInsurance {
    /// Checks the figures.
    pub const fn checked(self) -> Result<Self, TaxFault> {
        let (lower, primary) = (&self.lower_earnings_limit, &self.primary_threshold);
        let (upper, secondary) = (&self.upper_earnings_limit, &self.secondary_threshold);
        if !(is_threshold(lower) && is_threshold(primary) && is_threshold(upper) && is_threshold(secondary)) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(&self.main_rate) && is_rate(&self.upper_rate)) {
            return Err(TaxFault::Rate);
        }
        if !(is_rate(&self.employer_rate) && is_rate(&self.apprenticeship_levy)) {
            return Err(TaxFault::Rate);
        }
        // The primary threshold is the highest salary that a director is paid: see `StudentLoans::checked`.
        if !(in_order(lower, primary) && in_order(primary, upper) && in_order(secondary, primary)) {
            return Err(TaxFault::Order);
        }
        Ok(self)
    }
}

impl CorporationTax {
    /// Checks the figures.
    pub const fn checked(self) -> Result<Self, TaxFault> {
        let Self { small_profits_rate, main_rate, lower_limit, upper_limit, marginal_relief } = &self;
        if !(is_threshold(lower_limit) && is_threshold(upper_limit)) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(small_profits_rate) && is_rate(main_rate) && is_rate(marginal_relief)) {
            return Err(TaxFault::Rate);
        }
        if !in_order(lower_limit, upper_limit) {
            return Err(TaxFault::Order);
        }
        let (lower, upper) = (lower_limit.value.pence(), upper_limit.value.pence());
        let step = lower * (main_rate.value.0 - small_profits_rate.value.0) as i64;
        if step != (upper - lower) * marginal_relief.value.0 as i64 {
            return Err(TaxFault::MarginalRelief);
        }
        Ok(self)
    }
}

impl StudentLoans {
    /// Checks the figures. They have to lie so high that a dividend which makes all dividends count never makes a
    /// repayment due at once: with more turnover, a director then never keeps less for that.
    pub const fn checked(self, insurance: &NationalInsurance) -> Result<Self, TaxFault> {
        let limit = &self.unearned_income_limit;
        if !is_threshold(limit) {
            return Err(TaxFault::Threshold);
        }
        if !(is_rate(&self.rate) && is_rate(&self.postgraduate_rate)) {
            return Err(TaxFault::Rate);
        }
        let ByStudentLoan { plan_1, plan_2, plan_4, plan_5, postgraduate } = &self.thresholds;
        let plans = [plan_1, plan_2, plan_4, plan_5, postgraduate];
        let mut left: &[&Option<Threshold>] = &plans;
        while let [plan, rest @ ..] = left {
            if let Some(threshold) = plan {
                if !is_threshold(threshold) {
                    return Err(TaxFault::Threshold);
                }
                if threshold.value.pence() < insurance.primary_threshold.value.pence() + limit.value.pence() {
                    return Err(TaxFault::Cliff);
                }
            }
            left = rest;
        }
        Ok(self)
    }
}

const fn ascend(bands: &[TaxBand]) -> Result<(), TaxFault> {
    let mut from = 0;
    let mut left = bands;
    while let [band, rest @ ..] = left {
        if !is_rate(&band.rate) {
            return Err(TaxFault::Rate);
        }
        match &band.to {
            Some(to) if !is_threshold(to) => return Err(TaxFault::Threshold),
            Some(to) if to.value.pence() > from && !rest.is_empty() => from = to.value.pence(),
            None if rest.is_empty() => return Ok(()),
            _ => return Err(TaxFault::Bands),
        }
        left = rest;
    }
    Err(TaxFault::Bands)
}

const fn in_order(low: &Threshold, high: &Threshold) -> bool {
    low.value.pence() <= high.value.pence()
}

const fn is_threshold(threshold: &Threshold) -> bool {
    threshold.value.pence() >= 100 && threshold.value.pence() <= 100_000_000
}

const fn is_rate(rate: &Rate) -> bool {
    rate.value.0 >= 0 && rate.value.0 <= BasisPoints::ONE
}
