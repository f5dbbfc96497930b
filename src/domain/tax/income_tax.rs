//! Income tax on earnings and dividends (Income Tax Act 2007, Parts 2 and 3).

use super::rules::{self, TaxBand, TaxRules};
use crate::domain::choice::TaxRegion;
use crate::domain::money::{BasisPoints, Exact, Money, Year};

/// The income of a year that tax is charged on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Income {
    /// Pay after everything that comes off it before tax.
    pub earnings: Exact,
    /// Dividends.
    pub dividends: Exact,
    /// Pension contributions with relief at source, relief included.
    pub relieved_contributions: Exact,
}

/// The tax on an income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomeTaxDue {
    /// On earnings.
    pub on_earnings: Exact,
    /// On dividends.
    pub on_dividends: Exact,
}

impl IncomeTaxDue {
    /// Both.
    pub fn total(self) -> Exact {
        self.on_earnings + self.on_dividends
    }
}

/// What of an income is taken into account for the personal allowance (section 58).
pub fn adjusted_net_income(income: Income) -> Exact {
    (income.earnings + income.dividends).above(income.relieved_contributions)
}

/// The personal allowance: less a part of what lies above the income limit; what is left is rounded up to a pound
/// (section 35(2) to (4)).
pub fn personal_allowance(tax: &rules::IncomeTax, adjusted_net_income: Exact) -> Exact {
    let excess = adjusted_net_income.above(Exact::of(tax.income_limit.value));
    Exact::of(tax.personal_allowance.value).above(excess.at(tax.taper.value)).up_to_a_pound()
}

/// The adjusted net income from which nothing is left of the personal allowance.
pub fn allowance_ends(tax: &rules::IncomeTax) -> Money<Year> {
    let taper = i64::from(tax.taper.value.0).max(1);
    let stretch = tax.personal_allowance.value.pence() * i64::from(BasisPoints::ONE) / taper;
    tax.income_limit.value + Money::from_pence(stretch)
}

/// How far an adjusted net income lies above the income limit, while there still is a part of the allowance to lose.
pub fn in_taper(tax: &rules::IncomeTax, adjusted_net_income: Money<Year>) -> Option<Money<Year>> {
    let limit = tax.income_limit.value;
    let inside = adjusted_net_income > limit && adjusted_net_income < allowance_ends(tax);
    inside.then(|| adjusted_net_income - limit)
}

/// The tax on an income. The allowance goes against earnings first: in the bands that they lie in, that is the way
/// that leaves the least tax, as section 25(2) has it.
pub fn due(rules: &TaxRules, region: TaxRegion, income: Income) -> IncomeTaxDue {
    let allowance = personal_allowance(&rules.income_tax, adjusted_net_income(income));
    let earnings = income.earnings.above(allowance);
    let dividends = income.dividends.above(allowance.above(income.earnings));
    let contributions = income.relieved_contributions;
    let nil_rate = dividends.min(Exact::of(rules.dividends.allowance.value));
    let (from, to) = (earnings + nil_rate, earnings + dividends);
    let uk = rules.income_tax.bands.get(TaxRegion::RestOfUk);
    IncomeTaxDue {
        on_earnings: banded(rules.income_tax.bands.get(region), contributions)
            .map(|(low, high, band)| earnings.between(low, high).at(band.rate.value))
            .sum(),
        // Sections 8, 13 and 13A: on top of other income, in the UK's bands; the allowance is the lowest part.
        on_dividends: banded(uk, contributions)
            .zip(&rules.dividends.rates)
            .map(|((low, high, _), rate)| to.between(low.max(from), high).at(rate.value))
            .sum(),
    }
}

/// The bands with their ends, which contributions with relief at source lift.
fn banded(bands: &[TaxBand], contributions: Exact) -> impl Iterator<Item = (Exact, Exact, &TaxBand)> {
    let mut from = Exact::ZERO;
    bands.iter().map(move |band| {
        let lift = if band.lifted { contributions } else { Exact::ZERO };
        let to = band.to.map_or(Exact::MAX, |to| Exact::of(to.value) + lift);
        (std::mem::replace(&mut from, to), to, band)
    })
}
