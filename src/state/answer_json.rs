//! The answer as JSON, which the command line prints and the element's events carry. Its names are public.
//!
//! Amounts are in pounds. Estimates are whole pounds by definition; other amounts are to the penny.

use crate::domain::choice::Arrangement;
use crate::domain::comparison::BreakEven;
use crate::domain::figures::Figures;
use crate::domain::market::{Band, PublishedBand};
use crate::domain::offer::Statement;
use crate::domain::offer::inside::InsideIr35;
use crate::domain::offer::outside::OutsideIr35;
use crate::domain::offer::permanent::Permanent;
use crate::domain::tax_year::Date;

use super::answer::{Answer, TakeHome};
use super::draft::Draft;
use super::input::{Key, Kind};
use super::json::Object;
use super::model::State;
use super::problem::{Complaint, Problem, Unit};
use super::scenario::Scenario;
use super::text::{Hundredths, Text, text};

/// A function that writes the message about a problem.
type Say = fn(&Complaint) -> Text;

/// The answer to a draft.
pub fn of(draft: &Draft, figures: &'static Figures, today: Date, say: Say) -> Text {
    let (scenario, mut problems) = Scenario::of(draft, figures);
    let answer = Answer::of(&scenario, today);
    problems.extend(answer.problems(&scenario));
    json(&scenario, &answer, &problems, say)
}

/// The answer of a state.
pub fn shown(state: &State, say: Say) -> Text {
    json(&state.scenario, &state.answer, &state.problems, say)
}

fn published<P: Copy>(band: &PublishedBand<P>) -> Object {
    Object::new().with("low", band.low).with("high", band.high).with("openEnded", band.open_ended)
}

fn json(scenario: &Scenario, answer: &Answer, problems: &[Problem], say: Say) -> Text {
    // Null if the tax year has no figures; `problems` then says so.
    let take_home = answer.take_home.as_ref();
    let tax_year = take_home.map(|_| text!(answer.tax_year));
    let permanent = Object::new().with("published", published(&answer.permanent.estimate.published));
    let contract = Object::new()
        .with("published", published(&answer.contract.estimate.published))
        .with("dayRate", band(Object::new(), &answer.contract.estimate.band))
        .with("annualised", band(Object::new(), &answer.annualised))
        .with("days", answer.days.get());
    let said = |problem: &Problem| {
        Object::new()
            .with("key", problem.key.slug())
            .with("value", problem.value.as_str())
            .with("message", say(&Complaint::of(problem, scenario)))
    };
    Object::new()
        .with("version", 1)
        .with("input", input(scenario, answer))
        .with("permanent", band(permanent, &answer.permanent.estimate.band))
        .with("contract", contract)
        .with("takeHome", take_home.map(pay))
        // Also null if the salary cannot be computed.
        .with("breakEven", take_home.and_then(|take_home| take_home.break_even).map(break_even))
        .with("data", Object::new().with("market", answer.role.discipline.edition).with("taxYear", tax_year))
        .with("problems", problems.iter().map(said).collect::<Vec<_>>())
        .text()
}

/// Every input, with the value in use.
fn input(scenario: &Scenario, answer: &Answer) -> Object {
    Key::ALL.iter().fold(Object::new(), |object, &key| {
        let name = camel_case(key.slug());
        match &key.input().kind {
            Kind::Number(range, _) => {
                let number = scenario.number(key).or_else(|| answer.typical(key)).unwrap_or_default();
                match range.unit {
                    Unit::Days => object.with(&name, u16::try_from(number).unwrap_or_default()),
                    Unit::Pence | Unit::BasisPoints => object.with(&name, Hundredths(number)),
                }
            }
            Kind::List(_) => {
                let slugs = scenario.text(key);
                object.with(&name, slugs.split(',').filter(|slug| !slug.is_empty()).collect::<Vec<_>>())
            }
            // The only choice that can be left open is the tax year.
            Kind::Choice(_) => {
                let year = || answer.take_home.as_ref().map(|_| text!(answer.tax_year));
                object.with(&name, scenario.text(key).unless_empty().or_else(year))
            }
        }
    })
}

/// `day-rate` as `dayRate`.
fn camel_case(name: &str) -> Text {
    let mut after_hyphen = false;
    name.chars()
        .filter_map(|letter| {
            let upper = std::mem::replace(&mut after_hyphen, letter == '-');
            (letter != '-').then_some(if upper { letter.to_ascii_uppercase() } else { letter })
        })
        .fold(Text::default(), Text::and)
}

fn band<P: Copy>(object: Object, band: &Band<P>) -> Object {
    object.with("low", band.low).with("typical", band.typical).with("high", band.high)
}

/// Take-home pay of each arrangement. A part is null if it cannot be computed; `problems` then says why.
fn pay(take_home: &TakeHome) -> Object {
    Arrangement::ALL.iter().fold(Object::new(), |object, &arrangement| {
        let statement =
            take_home.statement(arrangement).and_then(Result::ok).map(|statement| match statement {
                Statement::Permanent(pay) => permanent(&pay),
                Statement::InsideIr35(pay) => inside(&pay),
                Statement::OutsideIr35(pay) => outside(&pay),
            });
        object.with(&camel_case(arrangement.slug()), statement)
    })
}

fn break_even(rates: BreakEven) -> Object {
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
        .with("kept", pay.net + pay.pension_pot)
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
        .with("kept", pay.net + pay.pension_pot)
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
        .with("kept", pay.net + pay.pension_pot)
}
