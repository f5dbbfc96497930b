//! Student loan repayments (Education (Student Loans) (Repayment) Regulations 2009, SI 2009/470).

use super::rules::StudentLoans;
use crate::choice::{ByStudentLoan, StudentLoan};
use crate::money::Exact;

/// The repayment on a year's earnings and dividends.
///
/// Plans 1, 2, 4 and 5 share one repayment, above the lowest of their thresholds (regulation 29(5A)); a postgraduate
/// loan is repaid on top. Dividends count in full once they exceed a limit, and otherwise not at all (regulation
/// 29(4)(c)).
pub fn repayment(
    rules: &StudentLoans,
    plans: ByStudentLoan<bool>,
    earnings: Exact,
    dividends: Exact,
) -> Exact {
    let counted = dividends > Exact::of(rules.unearned_income_limit);
    let income = if counted { earnings + dividends } else { earnings };
    let mut lowest = Exact::MAX;
    for &plan in StudentLoan::ALL {
        if plan != StudentLoan::Postgraduate && *plans.get(plan) {
            lowest = lowest.min(rules.threshold(plan).map_or(Exact::MAX, Exact::of));
        }
    }
    let postgraduate = rules.postgraduate.filter(|_| plans.postgraduate).map_or(Exact::MAX, Exact::of);
    income.above(lowest).at(rules.rate) + income.above(postgraduate).at(rules.postgraduate_rate)
}
