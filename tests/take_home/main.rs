//! Take-home pay three ways and the break-even: held against tables and worked examples that were made apart from this
//! program, and against what has to be true of any pay.
//!
//! The tables come from independent implementations. `take-home.csv`, `boundaries.csv` and `company-boundaries.csv` are
//! by one in exact fractions, written from the law and from nothing here; the `oracle-…` ones by others that are
//! published. A change to the figures of a tax year changes the rows of that year, and has to be worked out there again,
//! not copied from this program's answers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

mod any;
mod break_even;
mod company;
mod extremes;
mod properties;
mod rules;
mod tables;
mod weeks;
mod worked_examples;

use salary_calculator::data::TAX_RULES;
use salary_calculator::domain::choice::{ByStudentLoan, StudentLoan, TaxRegion};
use salary_calculator::domain::money::{Exact, Money, Year};
use salary_calculator::domain::take_home::Taxpayer;
use salary_calculator::domain::tax_year::Date;

const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// Who pays the tax, by the words that the tables use; of student loans there may be several.
fn taxpayer(year: &str, region: &str, student_loans: &[&str]) -> Taxpayer<'static> {
    Taxpayer {
        rules: TAX_RULES.iter().find(|rules| rules.year.to_string() == year).unwrap(),
        region: TaxRegion::from_slug(region).unwrap(),
        student_loans: ByStudentLoan::from_fn(|plan: StudentLoan| student_loans.contains(&plan.slug())),
    }
}

/// Pounds with up to two decimals, as a table or an example writes them.
#[allow(clippy::cast_possible_truncation)] // far below what either type holds
fn money(pounds: f64) -> Money<Year> {
    Money::from_pence((pounds * 100.0).round() as i64)
}

fn exact(pounds: f64) -> Exact {
    Exact::of(money(pounds))
}
