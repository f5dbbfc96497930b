//! What a year's law takes from pay. Each file is one charge; the figures are arguments (see [`rules`]).
//!
//! Everything is for a whole tax year: thresholds are the annual ones, and nothing is rounded but what is left of the
//! personal allowance, which the law itself rounds.

pub mod corporation_tax;
pub mod income_tax;
pub mod national_insurance;
pub mod rules;
pub mod student_loan;
