//! What partners are asked where they choose what the calculator starts with. The rest of that page stands in its
//! template, `src/embed/partners.html`.

use crate::domain::text::Text;
use crate::state::key::Key;
use crate::state::problem::Unit;
use crate::state::scenario::Scenario;

/// Opens the inputs that few will set.
pub const MORE: &str = "More starting values: offer, pension, tax";

/// Opens the list of inputs that can be locked.
pub const LOCK: &str = "Lock inputs";
/// What locking one does.
pub const LOCK_ABOUT: &str = "A locked input keeps its starting value, and its field is not shown.";

/// The choice of the year that today falls in.
pub const CURRENT_YEAR: &str = "The current one";

/// Stands in a field that was left empty: what is used then.
pub fn placeholder(key: Key) -> Text {
    match Scenario::default().text(key) {
        text if text.is_empty() => "the typical one".into(),
        text => text,
    }
}

/// The unit of an input that is a number.
pub fn unit(key: Key) -> Option<&'static str> {
    Some(match (key, key.range()?.unit) {
        (_, Unit::BasisPoints) => super::take_home::OF_SALARY,
        (_, Unit::Days) => "days",
        (Key::DayRate, _) => "£ a day",
        (Key::UmbrellaMargin, _) => "£ a week",
        _ => "£ a year",
    })
}
