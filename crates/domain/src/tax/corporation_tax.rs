//! Corporation tax with marginal relief (Corporation Tax Act 2010 Part 3A), for a company that has no associated
//! companies and receives no dividends itself.

use super::rules::CorporationTax;
use crate::money::{Exact, Money, Year};

/// Whether a profit is between the limits, where marginal relief is given.
pub fn has_marginal_relief(rules: &CorporationTax, profit: Money<Year>) -> bool {
    profit > rules.lower_limit && profit < rules.upper_limit
}

/// The tax on a year's profit.
pub fn due(rules: &CorporationTax, profit: Exact) -> Exact {
    let (lower, upper) = (Exact::of(rules.lower_limit), Exact::of(rules.upper_limit));
    if profit <= lower {
        return profit.at(rules.small_profits_rate);
    }
    profit.at(rules.main_rate) - upper.above(profit).at(rules.marginal_relief)
}
