//! Shared by unit tests: the frozen figures, which an edit to `figures/` does not change, and a date.

use std::path::Path;
use std::sync::LazyLock;

use salary_figures::{Folder, Read, read};

use crate::domain::figures::Figures;
use crate::domain::tax_year::Date;

/// A date in the newest of the frozen tax years.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

static READ: LazyLock<Read> = LazyLock::new(|| {
    let folder = Folder::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures"));
    read(&folder.expect("tests/figures can be read")).expect("tests/figures are in order")
});

/// The frozen figures.
pub fn figures() -> &'static Figures {
    &READ.figures
}
