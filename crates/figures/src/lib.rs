//! Reads a folder of figures (see `figures/` at the root) into the domain's types. Every row is checked against the
//! domain's rules, and all faults are reported at once, each with its file, row and rule.
//!
//! [`read`] serves the build script, which writes the figures as constants ([`constants`]), the tests, and the site,
//! which lists every figure with its source.

mod constants;
mod folder;
mod market;
mod reader;
mod row;
mod tax;

pub use constants::constants;
pub use folder::Folder;

use salary_domain::figures::Figures;
use salary_domain::listing::Listing;

/// The contents of a folder of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The figures that answers are computed from.
    pub figures: Figures,
    /// The same figures with their provenance.
    pub listing: Listing,
}

/// Reads a folder, or returns its faults, one line each.
///
/// The texts and tables of the figures live as long as the program that reads them.
pub fn read(folder: &Folder) -> Result<Read, Vec<String>> {
    reader::Reader::of(folder).read()
}
