//! Headings, at the level that the host sets.

use super::element::{Element, element};

/// A heading `below` levels under the first one, whose level is `first`; a plain paragraph if the host wants no
/// headings.
pub fn heading(first: Option<u8>, below: u8) -> Element {
    element(match first.map(|level| level + below) {
        None => "p",
        Some(..=2) => "h2",
        Some(3) => "h3",
        Some(4) => "h4",
        Some(5) => "h5",
        Some(6..) => "h6",
    })
}
