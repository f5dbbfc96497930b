//! Reads and writes the query string that a link carries after its `#`.
//!
//! The query string is in the fragment, never after a `?`, because pay must not reach a server's log.

use super::draft::Draft;
use super::input::Key;
use super::scenario::Scenario;
use super::text::{Text, text};

/// Reads a query string, with or without its `#`. Unknown keys are ignored; the first value of a key that is not empty
/// counts.
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

/// The query string of a shared link: the same answer without the visitor's own pay.
pub fn shared(scenario: &Scenario) -> Text {
    written(scenario.changed().filter(|(key, _)| !key.is_private()))
}

/// Writes the canonical query string: no defaults, no separators, keys in the order of [`Key::ALL`]. Its characters
/// need no escapes in a link.
pub fn write(scenario: &Scenario) -> Text {
    written(scenario.changed())
}

fn written(inputs: impl Iterator<Item = (Key, Text)>) -> Text {
    Text::join(inputs.map(|(key, text)| text!(key.slug(), '=', text)), "&")
}
