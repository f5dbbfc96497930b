//! National Insurance contributions in category A, on the annual thresholds
//! (Social Security Contributions and Benefits Act 1992 ss.8 and 9).

use super::rules::NationalInsurance;
use crate::domain::money::Exact;

/// What an employee pays on a year's pay.
pub fn employee(rules: &NationalInsurance, pay: Exact) -> Exact {
    let [primary, upper] =
        [&rules.primary_threshold, &rules.upper_earnings_limit].map(|threshold| Exact::of(threshold.value));
    pay.between(primary, upper).at(rules.main_rate.value) + pay.above(upper).at(rules.upper_rate.value)
}

/// What the employer pays on it, without the employment allowance: umbrella companies have used it up, and a company
/// whose only employee is its director has none (National Insurance Contributions Act 2014 s.2(4A)).
pub fn employer(rules: &NationalInsurance, pay: Exact) -> Exact {
    pay.above(Exact::of(rules.secondary_threshold.value)).at(rules.employer_rate.value)
}
