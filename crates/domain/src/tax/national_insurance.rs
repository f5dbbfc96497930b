//! National Insurance contributions in category A, on the annual thresholds
//! (Social Security Contributions and Benefits Act 1992 ss.8 and 9).

use super::rules::NationalInsurance;
use crate::money::Exact;

/// An employee's contributions on a year's pay.
pub fn employee(rules: &NationalInsurance, pay: Exact) -> Exact {
    let [primary, upper] = [rules.primary_threshold, rules.upper_earnings_limit].map(Exact::of);
    pay.between(primary, upper).at(rules.main_rate) + pay.above(upper).at(rules.upper_rate)
}

/// The employer's contributions on a year's pay, without the employment allowance: umbrella companies have used theirs
/// up, and a company whose only employee is its director has none (National Insurance Contributions Act 2014 s.2(4A)).
pub fn employer(rules: &NationalInsurance, pay: Exact) -> Exact {
    pay.above(Exact::of(rules.secondary_threshold)).at(rules.employer_rate)
}
