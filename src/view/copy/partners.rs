//! The words of the configurator's inputs. The rest of that page is in its template, `crates/site/pages/partners.html`.

use crate::state::input::Key;
use crate::state::scenario::Scenario;
use crate::state::text::{Text, fill};

use super::inputs::{Control, Words};

/// Opens the inputs that few partners set.
pub const MORE: &str = "More starting values: offer, pension, tax";

/// Opens the list of inputs that can be locked.
pub const LOCK: &str = "Lock inputs";
/// Explains what a lock does.
pub const LOCK_ABOUT: &str = "A locked input keeps its starting value, and its field is not shown.";

/// The option for the current tax year.
pub const CURRENT_YEAR: &str = "The current one";

/// The text in an empty field: the default.
pub fn placeholder(key: Key, default: &Scenario) -> Text {
    match default.text(key) {
        text if text.is_empty() => "the typical one".into(),
        text => text,
    }
}

/// The unit of an input that is a number.
pub fn unit(key: Key) -> Text {
    let words = Words::of(key);
    match words.control {
        Control::Amount => fill!("£ {}", words.unit),
        _ => words.unit.into(),
    }
}
