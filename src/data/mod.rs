//! Figures and where they came from.
//!
//! The figures themselves are in the TOML files of this folder, which need no Rust to edit. The build script
//! (`build.rs`) reads them through the domain's own checks (`sheet.rs`, `read.rs`, `read_tax.rs`) and writes them down
//! as the constants below (`write.rs`, `write_tax.rs`).
//! A broken row stops the build with its file, its row and the rule it breaks.

#![allow(clippy::unreadable_literal)] // the build script writes numbers plainly

use crate::domain::choice::{ByLocation, BySeniority, BySpecialism, ByStudentLoan, ByTaxRegion};
use crate::domain::figure::{Figure, Mark, Provenance, Source};
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::market::AlsoPublished;
use crate::domain::market::{Anchors, Assumptions, Market, Multipliers, PublishedBand, SalaryRow, Uplift};
use crate::domain::money::{BasisPoints, BillableDays, Money};
use crate::domain::tax::rules::{
    CorporationTax, Dividends, IncomeTax, NationalInsurance, StudentLoans, TaxBand, TaxRules,
};
use crate::domain::tax_year::{Date, TaxYear};

include!(concat!(env!("OUT_DIR"), "/figures.rs"));

/// A row that the build script has already checked; were it wrong, the program would not compile.
#[allow(clippy::panic)] // at compile time only
const fn must<T: Copy, E: Copy>(checked: Result<T, E>) -> T {
    match checked {
        Ok(row) => row,
        Err(_) => panic!("a row of figures breaks a rule of the domain"),
    }
}

/// The same for a number of days.
#[allow(clippy::panic)] // at compile time only
const fn days(days: u16) -> BillableDays {
    match BillableDays::new(days) {
        Some(days) => days,
        None => panic!("a number of billable days is out of range"),
    }
}
