//! Take-home pay under each arrangement and the break-even, tested against tables and worked examples made without this
//! program, and against rules that any pay must obey.
//!
//! All pay is computed from the frozen figures in `tests/figures`. The tables come from independent implementations:
//! `tests/oracle/tables` makes `take-home.csv`, `boundaries.csv` and `company-boundaries.csv` in exact fractions, from
//! the law and without any code of this program (see `tests/oracle/README.md`); the `oracle-….csv` tables come from
//! other, published implementations. After a change to a frozen tax year, run the oracle and read the diff. Never copy
//! this program's answers into a table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod any;
mod break_even;
#[path = "../common/mod.rs"]
mod common;
mod company;
mod extremes;
mod properties;
mod rules;
mod tables;
mod weeks;
mod worked_examples;

use salary_calculator::domain::choice::{ByStudentLoan, StudentLoan, TaxRegion};
use salary_calculator::domain::money::{Exact, Money, Year};
use salary_calculator::domain::offer::Taxpayer;

use common::figures;

/// The taxpayer that a table describes in its own words, with any number of student loans.
fn taxpayer(year: &str, region: &str, student_loans: &[&str]) -> Taxpayer<'static> {
    Taxpayer {
        rules: figures().tax_years.iter().find(|rules| rules.slug == year).unwrap(),
        region: TaxRegion::from_slug(region).unwrap(),
        student_loans: ByStudentLoan::from_fn(|plan: StudentLoan| student_loans.contains(&plan.slug())),
    }
}

/// Pounds with up to two decimals, as a table or an example writes them.
#[allow(clippy::cast_possible_truncation)] // far below what either type holds
fn money(pounds: f64) -> Money<Year> {
    Money::from_pence((pounds * 100.0).round() as i64)
}

/// The same as an exact amount.
fn exact(pounds: f64) -> Exact {
    Exact::of(money(pounds))
}
