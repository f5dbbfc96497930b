//! The part of the answer that is about take-home pay.

use crate::domain::take_home::inside::InsideIr35;
use crate::domain::take_home::outside::OutsideIr35;
use crate::domain::take_home::permanent::Permanent;
use crate::state::json::Object;
use crate::state::take_home::{BreakEven, TakeHome};

/// Take-home pay three ways. A part is null where it cannot be worked out; `problems` then says why.
pub fn pay(take_home: &TakeHome) -> Object {
    Object::new()
        .with("permanent", take_home.permanent.ok().map(|pay| permanent(&pay)))
        .with("insideIr35", take_home.inside.ok().map(|pay| inside(&pay)))
        .with("outsideIr35", take_home.outside.ok().map(|pay| outside(&pay)))
}

/// The day rates that leave as much as the salary.
pub fn break_even(rates: BreakEven) -> Object {
    Object::new().with("insideIr35DayRate", rates.inside).with("outsideIr35DayRate", rates.outside)
}

fn permanent(pay: &Permanent) -> Object {
    Object::new()
        .with("gross", pay.gross)
        .with("incomeTax", pay.income_tax)
        .with("nationalInsurance", pay.national_insurance)
        .with("studentLoan", pay.student_loan)
        .with("pensionFromPay", pay.pension_from_pay)
        .with("pensionPot", pay.pension_pot)
        .with("net", pay.net)
        .with("kept", pay.kept())
}

fn inside(pay: &InsideIr35) -> Object {
    Object::new()
        .with("assignmentIncome", pay.assignment_income)
        .with("umbrellaMargin", pay.umbrella_margin)
        .with("employerNationalInsurance", pay.employer_national_insurance)
        .with("apprenticeshipLevy", pay.apprenticeship_levy)
        .with("gross", pay.gross)
        .with("incomeTax", pay.income_tax)
        .with("nationalInsurance", pay.national_insurance)
        .with("studentLoan", pay.student_loan)
        .with("pensionPot", pay.pension_pot)
        .with("net", pay.net)
        .with("kept", pay.kept())
}

fn outside(pay: &OutsideIr35) -> Object {
    Object::new()
        .with("turnover", pay.turnover)
        .with("expenses", pay.expenses)
        .with("salary", pay.salary)
        .with("employerNationalInsurance", pay.employer_national_insurance)
        .with("corporationTax", pay.corporation_tax)
        .with("dividend", pay.dividend)
        .with("incomeTax", pay.income_tax)
        .with("nationalInsurance", pay.national_insurance)
        .with("studentLoan", pay.student_loan)
        .with("pensionPot", pay.pension_pot)
        .with("net", pay.net)
        .with("kept", pay.kept())
}
