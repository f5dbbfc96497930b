//! Student loan repayments (Education (Student Loans) (Repayment) Regulations 2009, SI 2009/470).

use super::rules::StudentLoans;
use crate::domain::choice::{ByStudentLoan, StudentLoan};
use crate::domain::money::Exact;

/// What is repaid on a year's earnings and dividends.
///
/// Of plans 1, 2, 4 and 5 the lowest threshold counts, once (regulation 29(5A)); a postgraduate loan is repaid on top.
/// Dividends count in full once they pass a limit, else not at all (regulation 29(4)(c)).
pub fn repayment(
    rules: &StudentLoans,
    plans: ByStudentLoan<bool>,
    earnings: Exact,
    dividends: Exact,
) -> Exact {
    let counted = dividends > Exact::of(rules.unearned_income_limit.value);
    let income = if counted { earnings + dividends } else { earnings };
    let threshold = |plan: StudentLoan| {
        let threshold = rules.thresholds.get(plan).filter(|_| *plans.get(plan))?;
        Some(Exact::of(threshold.value))
    };
    let undergraduate = StudentLoan::ALL.iter().filter(|&&plan| plan != StudentLoan::Postgraduate);
    let lowest = undergraduate.filter_map(|&plan| threshold(plan)).min();
    [(lowest, &rules.rate), (threshold(StudentLoan::Postgraduate), &rules.postgraduate_rate)]
        .into_iter()
        .filter_map(|(threshold, rate)| threshold.map(|threshold| income.above(threshold).at(rate.value)))
        .sum()
}
