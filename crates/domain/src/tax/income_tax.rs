//! Income tax on earnings and dividends (Income Tax Act 2007, Parts 2 and 3).

use super::rules::{self, TaxBand, TaxRules};
use crate::choice::TaxRegion;
use crate::money::{BasisPoints, Exact, Money, Year};

/// A year's income for tax.
#[derive(Clone, Copy, Debug, Default)]
pub struct Income {
    /// Pay after everything that is deducted before tax.
    pub earnings: Exact,
    /// Dividends.
    pub dividends: Exact,
    /// Pension contributions under relief at source, including the relief.
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
    /// The tax on both.
    pub fn total(self) -> Exact {
        self.on_earnings + self.on_dividends
    }
}

/// The adjusted net income, which decides the personal allowance (section 58).
pub fn adjusted_net_income(income: Income) -> Exact {
    (income.earnings + income.dividends).above(income.relieved_contributions)
}

/// The personal allowance, reduced for income above the income limit, with the remainder rounded up to a pound (section
/// 35(2) to (4)).
pub fn personal_allowance(tax: &rules::IncomeTax, adjusted_net_income: Exact) -> Exact {
    let excess = adjusted_net_income.above(Exact::of(tax.income_limit));
    Exact::of(tax.personal_allowance).above(excess.at(tax.taper)).up_to_a_pound()
}

/// The adjusted net income at which the personal allowance runs out.
pub fn allowance_ends(tax: &rules::IncomeTax) -> Money<Year> {
    let taper = i64::from(tax.taper.0).max(1);
    let stretch = tax.personal_allowance.pence() * i64::from(BasisPoints::ONE) / taper;
    tax.income_limit + Money::from_pence(stretch)
}

/// The amount by which an adjusted net income exceeds the income limit, while some allowance remains.
pub fn in_taper(tax: &rules::IncomeTax, adjusted_net_income: Money<Year>) -> Option<Money<Year>> {
    let limit = tax.income_limit;
    let inside = adjusted_net_income > limit && adjusted_net_income < allowance_ends(tax);
    inside.then(|| adjusted_net_income - limit)
}

/// The tax on an income. The allowance is set against earnings first, which minimises the tax, as section 25(2)
/// requires, given the rates of the bands.
pub fn due(rules: &TaxRules, region: TaxRegion, income: Income) -> IncomeTaxDue {
    let allowance = personal_allowance(&rules.income_tax, adjusted_net_income(income));
    let earnings = income.earnings.above(allowance);
    let dividends = income.dividends.above(allowance.above(income.earnings));
    let contributions = income.relieved_contributions;
    let on_earnings = banded(rules.bands.get(region), contributions)
        .map(|(low, high, band)| earnings.between(low, high).at(band.rate))
        .sum();
    if dividends == Exact::ZERO {
        return IncomeTaxDue { on_earnings, on_dividends: Exact::ZERO };
    }
    // Sections 8, 13 and 13A: dividends are taxed on top of other income, in the UK bands, and the dividend allowance
    // covers the lowest part of them.
    let nil_rate = dividends.min(Exact::of(rules.dividends.allowance));
    let (from, to) = (earnings + nil_rate, earnings + dividends);
    let on_dividends = banded(rules.bands.get(TaxRegion::RestOfUk), contributions)
        .zip(rules.dividends.rates())
        .map(|((low, high, _), rate)| to.between(low.max(from), high).at(rate))
        .sum();
    IncomeTaxDue { on_earnings, on_dividends }
}

/// The bands with both their ends. Contributions under relief at source raise the ends.
fn banded(bands: &[TaxBand], contributions: Exact) -> impl Iterator<Item = (Exact, Exact, &TaxBand)> {
    let mut from = Exact::ZERO;
    bands.iter().map(move |band| {
        let lift = if band.lifted { contributions } else { Exact::ZERO };
        let to = band.to.map_or(Exact::MAX, |to| Exact::of(to) + lift);
        (std::mem::replace(&mut from, to), to, band)
    })
}
