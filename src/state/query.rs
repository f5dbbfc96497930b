//! The query string that a link carries behind its `#`, both ways.
//!
//! It stands in the fragment, never behind a `?`: pay must not reach a server's log.

use crate::domain::text::{Text, text};

use super::draft::Draft;
use super::key::Key;
use super::scenario::Scenario;

/// Reads a query string, with or without its `#`. Unknown keys are ignored; of a key given twice the first counts.
pub fn read(query: &str) -> Draft {
    let mut draft = Draft::default();
    let query = query.strip_prefix('#').unwrap_or(query);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if let Some(key) = Key::from_slug(&name)
            && draft.text(key).is_empty()
        {
            draft.enter(key, value);
        }
    }
    draft
}

/// The query string of the same answer without the visitor's own pay: what a link that is passed on carries.
pub fn shared(scenario: &Scenario) -> Text {
    let Scenario { salary, bonus, day_rate, .. } = Scenario::default();
    write(&Scenario { salary, bonus, day_rate, ..*scenario })
}

/// Writes the canonical query string: no defaults, no separators, keys in the order of [`Key::ALL`].
/// Everything it can contain is safe in a link as it is.
pub fn write(scenario: &Scenario) -> Text {
    Text::join(scenario.changed(Key::ALL).map(|(key, text)| text!(key.slug(), '=', text)), "&")
}
