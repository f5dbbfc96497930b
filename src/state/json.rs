//! Writes JSON: objects, lists, texts, and numbers with at most two decimals, which cover every answer.

use crate::domain::money::{BasisPoints, Money};

use super::text::{Hundredths, Piece, Text};

/// A JSON value.
pub trait Json {
    /// Appends the value to a text.
    fn write(self, text: &mut String);
}

/// The bytes that most objects fit into.
const ROOM: usize = 256;

/// An object being written.
pub struct Object(Text);

impl Object {
    /// An empty object.
    pub fn new() -> Self {
        Self(Text::with_room(ROOM).and('{'))
    }

    /// Adds a member.
    #[must_use]
    pub fn with(self, name: &str, value: impl Json) -> Self {
        let mut text = self.named(name);
        value.write(&mut text);
        Self(text)
    }

    /// The text up to the value of the next member, which is the same code for every type. Names need no escapes.
    fn named(self, name: &str) -> Text {
        let comma = (self.0.len() > 1).then_some(',');
        self.0.and(comma).and('"').and(name).and("\":")
    }

    /// The text of the object.
    pub fn text(self) -> Text {
        self.0.and('}')
    }
}

impl Default for Object {
    fn default() -> Self {
        Self::new()
    }
}

impl Json for Object {
    fn write(self, text: &mut String) {
        self.text().onto(text);
    }
}

impl Json for &str {
    fn write(self, text: &mut String) {
        text.push('"');
        for part in self.split_inclusive(|character| matches!(character, '"' | '\\' | '\0'..' ')) {
            match part.as_bytes().last() {
                Some(&last @ (b'"' | b'\\' | 0..b' ')) => {
                    text.push_str(part.get(..part.len() - 1).unwrap_or_default());
                    text.push_str("\\u00");
                    let digits = [last >> 4, last & 15];
                    text.extend(digits.iter().filter_map(|&digit| char::from_digit(digit.into(), 16)));
                }
                _ => text.push_str(part),
            }
        }
        text.push('"');
    }
}

impl Json for Text {
    fn write(self, text: &mut String) {
        self.as_str().write(text);
    }
}

impl Json for bool {
    fn write(self, text: &mut String) {
        text.push_str(if self { "true" } else { "false" });
    }
}

impl Json for u16 {
    fn write(self, text: &mut String) {
        self.onto(text);
    }
}

/// Hundredths, as a decimal.
impl Json for Hundredths {
    fn write(self, text: &mut String) {
        self.onto(text);
    }
}

/// Pounds.
impl<P: Copy> Json for Money<P> {
    fn write(self, text: &mut String) {
        Hundredths(self.pence()).onto(text);
    }
}

/// Per cent.
impl Json for BasisPoints {
    fn write(self, text: &mut String) {
        Hundredths(self.0.into()).onto(text);
    }
}

impl<T: Json> Json for Option<T> {
    fn write(self, text: &mut String) {
        match self {
            Some(value) => value.write(text),
            None => text.push_str("null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(self, text: &mut String) {
        text.push('[');
        for (index, value) in self.into_iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            value.write(text);
        }
        text.push(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Year;

    #[test]
    fn written_json_can_be_parsed() {
        for text in ["", "plain", "“quoted” \"and\" \\", "line\nbreak\ttab\u{0}\u{1f}", "£ − 🦀 </script>"]
        {
            let object = Object::new().with("text", text).with("none", None::<bool>).text();
            let read: serde_json::Value = serde_json::from_str(&object).unwrap();
            assert_eq!((read["text"].as_str(), read["none"].is_null()), (Some(text), true));
        }
        let inner = Object::new().with("amount", Money::<Year>::from_pence(60_050)).with("is", true);
        let text =
            Object::new().with("list", vec!["a", "b"]).with("inner", inner).with("days", 220_u16).text();
        assert_eq!(text, r#"{"list":["a","b"],"inner":{"amount":600.5,"is":true},"days":220}"#);
    }
}
