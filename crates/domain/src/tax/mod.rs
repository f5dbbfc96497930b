//! The charges that tax law makes on a year's pay. Each file covers one charge; the figures are arguments (see
//! [`rules`]).
//!
//! Every charge is for a whole tax year, on annual thresholds. Nothing is rounded except the reduced personal
//! allowance, which the law itself rounds.

pub mod corporation_tax;
pub mod income_tax;
pub mod national_insurance;
pub mod rules;
pub mod student_loan;
