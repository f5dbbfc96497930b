//! Shared by the tests: the frozen figures, which an edit to `figures/` does not change, and a date.

#![allow(dead_code)] // each test uses some of it

use std::path::Path;
use std::sync::LazyLock;

use salary_calculator::domain::figures::Figures;
use salary_calculator::domain::listing::Listing;
use salary_calculator::domain::tax_year::{Date, TaxYear};
use salary_figures::{Folder, Read, read};

/// A date in the newest of the frozen tax years.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

static FROZEN: LazyLock<Read> = LazyLock::new(|| folder("tests/figures"));

/// The frozen figures.
pub fn figures() -> &'static Figures {
    &FROZEN.figures
}

/// The frozen figures up to the tax year of [`TODAY`], for tests of the time after the last one. A file for a later year
/// may be added to the frozen ones.
pub fn figures_until_today() -> &'static Figures {
    let tax_years = figures().tax_years.iter().filter(|rules| rules.year <= TaxYear::of(TODAY));
    let tax_years = tax_years.copied().collect::<Vec<_>>().leak();
    Box::leak(Box::new(Figures { tax_years, ..*figures() }))
}

/// The frozen figures with their provenance.
pub fn listing() -> &'static Listing {
    &FROZEN.listing
}

/// The contents of a folder of figures.
pub fn folder(name: &str) -> Read {
    let folder = Folder::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
    let folder = Folder { name: name.to_owned(), ..folder.expect("the folder can be read") };
    read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
}
