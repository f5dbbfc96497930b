//! The visitor's input, word for word.

use super::input::Key;

/// A text for every input; an empty one leaves the default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    texts: [String; Key::ALL.len()],
}

impl Draft {
    /// The text of an input.
    pub fn text(&self, key: Key) -> &str {
        self.texts.get(key as usize).map_or("", String::as_str)
    }

    /// Replaces the text of an input.
    pub fn enter(&mut self, key: Key, text: impl Into<String>) {
        if let Some(current) = self.texts.get_mut(key as usize) {
            *current = text.into();
        }
    }
}
