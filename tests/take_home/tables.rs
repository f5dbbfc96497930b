//! Every row of every table.

use salary_calculator::domain::choice::TaxRegion;
use salary_calculator::domain::money::Exact;
use salary_calculator::domain::offer::Taxpayer;
use salary_calculator::domain::tax::income_tax::{self, Income};
use salary_calculator::domain::tax::{national_insurance, student_loan};
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use serde_json::Value;

use crate::common::{TODAY, figures};
use crate::{exact, money, taxpayer};

/// A row of a table: each heading with the cell below it.
type Row<'a> = Vec<(&'a str, &'a str)>;

fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let mut lines = table.lines();
    let headings: Vec<_> = lines.next().unwrap().split(',').collect();
    lines.map(move |line| headings.iter().copied().zip(line.split(',')).collect())
}

fn cell<'a>(row: &Row<'a>, heading: &str) -> &'a str {
    row.iter().find(|(name, _)| *name == heading).unwrap().1
}

/// Compares every row with its answer, and counts the cells. A heading with a dot is a path in the answer; any other is
/// an input.
fn assert_answers_as(table: &str) -> usize {
    let mut seen = 0;
    for row in rows(table) {
        let (expected, inputs): (Vec<_>, Vec<_>) = row.iter().partition(|(heading, _)| heading.contains('.'));
        let pair = |(key, value): &(&str, &str)| format!("{key}={}", value.replace('+', ","));
        let query = inputs.iter().map(pair).collect::<Vec<_>>().join("&");
        let answer = answer_json::of(&query::read(&query), figures(), TODAY, copy::problem);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for (heading, value) in expected {
            let (part, line) = heading.split_once('.').unwrap();
            let part = if part == "breakEven" { &answer[part] } else { &answer["takeHome"][part] };
            assert_agrees(&part[line], value, &format!("{query}\n{heading}"));
            seen += 1;
        }
    }
    seen
}

/// Compares an amount. A line of a statement may be a penny off its own rounding, so that the lines add up; a result
/// may not.
fn assert_agrees(actual: &Value, expected: &str, path: &str) {
    if expected.is_empty() {
        assert!(actual.is_null(), "{path}: {actual} but the table is empty");
        return;
    }
    let actual = money(actual.as_f64().unwrap_or_else(|| panic!("{path}: {actual} is not {expected}")));
    let off = (actual - money(expected.parse().unwrap())).pence().abs();
    let result = [".gross", ".net", ".kept", ".pensionPot", ".salary", ".dividend", "DayRate"];
    let allowed = i64::from(!result.iter().any(|line| path.ends_with(line)));
    assert!(off <= allowed, "{path}: {} is not {expected}", actual.pence());
}

#[test]
fn all_three_statements_and_the_break_even_match_the_table() {
    assert_eq!(assert_answers_as(include_str!("../cases/take-home.csv")), 620 * 33);
}

#[test]
fn a_company_at_the_edges_of_every_band_and_limit_matches_the_table() {
    assert!(assert_answers_as(include_str!("../cases/company-boundaries.csv")) >= 404 * 12);
}

#[test]
fn pay_at_the_edges_of_every_band_and_threshold_matches_the_table() {
    let mut seen = 0;
    for row in rows(include_str!("../cases/boundaries.csv")) {
        let plans: Vec<_> = cell(&row, "student-loan").split('+').collect();
        let taxpayer = taxpayer(cell(&row, "tax-year"), cell(&row, "tax-region"), &plans);
        let salary = pounds(&row, "salary");
        let charges = [
            ("incomeTax", tax_on(&taxpayer, salary)),
            ("nationalInsurance", national_insurance::employee(&taxpayer.rules.national_insurance, salary)),
            (
                "employerNationalInsurance",
                national_insurance::employer(&taxpayer.rules.national_insurance, salary),
            ),
            (
                "studentLoan",
                student_loan::repayment(
                    &taxpayer.rules.student_loans,
                    taxpayer.student_loans,
                    salary,
                    Exact::ZERO,
                ),
            ),
        ];
        for (heading, charge) in charges {
            assert_eq!(charge.rounded(), pounds(&row, heading).rounded(), "{row:?}: {heading}");
        }
        let [(_, tax), (_, insurance), _, (_, repayment)] = charges;
        assert_eq!(
            (salary - tax - insurance - repayment).rounded(),
            pounds(&row, "net").rounded(),
            "{row:?}"
        );
        seen += 1;
    }
    assert!(seen >= 744, "{seen}");
}

#[test]
fn deductions_from_a_salary_match_the_published_tables() {
    let mut seen = 0;
    for row in rows(include_str!("../cases/oracle-employment.csv")) {
        let taxpayer = taxpayer(cell(&row, "tax_year"), cell(&row, "tax_region"), &[]);
        let insurance = &taxpayer.rules.national_insurance;
        let salary = pounds(&row, "salary");
        let tax = tax_on(&taxpayer, salary);
        let employer = national_insurance::employer(insurance, salary);
        let insurance = national_insurance::employee(insurance, salary);
        let charges = [
            ("income_tax", tax),
            ("employee_ni", insurance),
            ("employer_ni", employer),
            ("take_home", salary - tax - insurance),
        ];
        for (heading, charge) in charges {
            assert_is_about(charge, &row, heading);
        }
        seen += 1;
    }
    assert_eq!(seen, 52);
}

#[test]
fn tax_on_dividends_matches_the_published_tables() {
    let mut seen = 0;
    for row in rows(include_str!("../cases/oracle-dividends.csv")) {
        let taxpayer = taxpayer(cell(&row, "tax_year"), cell(&row, "tax_region"), &[]);
        let income = Income {
            earnings: pounds(&row, "salary"),
            dividends: pounds(&row, "dividends"),
            ..Income::default()
        };
        let due = income_tax::due(taxpayer.rules, taxpayer.region, income);
        assert_is_about(due.total(), &row, "income_tax_total");
        assert_is_about(due.on_dividends, &row, "dividend_tax");
        assert_eq!(due.total(), due.on_earnings + due.on_dividends, "{row:?}");
        seen += 1;
    }
    assert_eq!(seen, 16);
}

#[test]
fn student_loan_repayments_match_the_published_tables() {
    let mut seen = 0;
    for row in rows(include_str!("../cases/oracle-student-loans.csv")) {
        let taxpayer = taxpayer(cell(&row, "tax_year"), TaxRegion::RestOfUk.slug(), &[cell(&row, "plan")]);
        let repaid = student_loan::repayment(
            &taxpayer.rules.student_loans,
            taxpayer.student_loans,
            pounds(&row, "salary"),
            Exact::ZERO,
        );
        assert_is_about(repaid, &row, "repayment");
        seen += 1;
    }
    assert_eq!(seen, 27);
}

/// Allows for half a penny that the published tables, made in floating point, may have rounded down.
fn assert_is_about(charge: Exact, row: &Row, heading: &str) {
    let off = charge.rounded() - pounds(row, heading).rounded();
    assert!(off.pence().abs() <= 1, "{row:?}: {heading} is {charge:?}");
}

fn pounds(row: &Row, heading: &str) -> Exact {
    exact(cell(row, heading).parse().unwrap())
}

fn tax_on(taxpayer: &Taxpayer, salary: Exact) -> Exact {
    let income = Income { earnings: salary, ..Income::default() };
    income_tax::due(taxpayer.rules, taxpayer.region, income).total()
}
