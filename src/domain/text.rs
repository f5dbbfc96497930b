//! Text, put together a piece at a time.
//!
//! `format!` writes down, where it stands, what each piece is, how it is to be written and what becomes of it
//! afterwards: some 60 bytes of program a piece, and the machinery of formatting besides. Here a piece is a call, a fifth
//! of that, and most of what the program does is to say something.

use std::fmt;
use std::ops::{Deref, DerefMut};

/// A text in the making, or made. Boxed, so that calls hand on a pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "a call hands on one word, not three")]
pub struct Text(Box<String>);

/// What can stand in a text.
pub trait Piece {
    /// Writes it behind what is there.
    fn onto(self, text: &mut String);
}

/// The pieces, one behind the other.
macro_rules! text {
    ($first:expr $(, $piece:expr)* $(,)?) => {
        $crate::domain::text::Text::of($first)$(.and($piece))*
    };
}
pub(crate) use text;

impl Text {
    /// One piece.
    #[inline(never)]
    pub fn of(piece: impl Piece) -> Self {
        Self::default().and(piece)
    }

    /// Nothing yet, with room for so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self(Box::new(String::with_capacity(bytes)))
    }

    /// Adds a piece behind it.
    #[must_use]
    #[inline(never)]
    pub fn and(mut self, piece: impl Piece) -> Self {
        piece.onto(&mut self.0);
        self
    }

    /// The pieces with a text between any two.
    pub fn join(pieces: impl IntoIterator<Item = impl Piece>, between: &str) -> Self {
        let pieces = pieces.into_iter().enumerate();
        pieces
            .fold(Self::default(), |text, (place, piece)| text.and((place > 0).then_some(between)).and(piece))
    }

    /// Itself, unless nothing is in it.
    pub fn unless_empty(self) -> Option<Self> {
        (!self.is_empty()).then_some(self)
    }
}

impl Deref for Text {
    type Target = String;

    fn deref(&self) -> &String {
        &self.0
    }
}

impl DerefMut for Text {
    fn deref_mut(&mut self) -> &mut String {
        &mut self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0.as_str() == *other
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        *text.0
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::of(text)
    }
}

/// A text as it is, whoever has it.
macro_rules! texts {
    ($($text:ty),+) => {
        $(impl Piece for $text {
            fn onto(self, text: &mut String) {
                text.push_str(&self);
            }
        })+
    };
}
texts!(&str, &String, String, &Text, Text);

impl Piece for char {
    fn onto(self, text: &mut String) {
        text.push(self);
    }
}

/// A number in digits.
impl Piece for u64 {
    fn onto(self, text: &mut String) {
        if self >= 10 {
            (self / 10).onto(text);
        }
        text.extend(char::from_digit((self % 10) as u32, 10));
    }
}

/// A number in digits.
impl Piece for i64 {
    fn onto(self, text: &mut String) {
        if self < 0 {
            text.push('-');
        }
        self.unsigned_abs().onto(text);
    }
}

/// A number in digits.
impl Piece for u16 {
    fn onto(self, text: &mut String) {
        u64::from(self).onto(text);
    }
}

/// Nothing, where there is none.
impl<T: Piece> Piece for Option<T> {
    fn onto(self, text: &mut String) {
        if let Some(piece) = self {
            piece.onto(text);
        }
    }
}

/// Hundredths without separators and without needless zeros: 9,500,050 is `95000.5`.
pub struct Hundredths(pub i64);

impl Piece for Hundredths {
    fn onto(self, text: &mut String) {
        if self.0 < 0 {
            text.push('-');
        }
        let number = self.0.unsigned_abs();
        let rest = number % 100;
        (number / 100).onto(text);
        match (rest, rest % 10) {
            (0, _) => {}
            (_, 0) => text!('.', rest / 10).onto(text),
            _ => text!('.', TwoDigits(rest)).onto(text),
        }
    }
}

/// A number in two digits: `07`.
pub struct TwoDigits(pub u64);

impl Piece for TwoDigits {
    fn onto(self, text: &mut String) {
        if self.0 < 10 {
            text.push('0');
        }
        self.0.onto(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_digits() {
        for number in [0, 1, 9, 10, 99, 100, 101, 1_000, 123_456_789, -1, -10, i64::MAX, i64::MIN] {
            assert_eq!(*text!(number), number.to_string());
        }
        for (hundredths, written) in [
            (9_500_000, "95000"),
            (9_500_050, "95000.5"),
            (9_500_005, "95000.05"),
            (0, "0"),
            (5, "0.05"),
            (10, "0.1"),
            (99, "0.99"),
            (-155, "-1.55"),
            (-50, "-0.5"),
        ] {
            assert_eq!(*text!(Hundredths(hundredths)), written);
        }
    }

    #[test]
    fn pieces_stand_one_behind_the_other() {
        let none: Option<&str> = None;
        let text = text!("£", 5_i64, ".", TwoDigits(7), none, Some(" a day"), String::from(" × "), 220_u16);
        assert_eq!(*text, "£5.07 a day × 220");
        assert_eq!(*text!(Text::join(["a", "b", "c"], " and "), &text), "a and b and c£5.07 a day × 220");
        assert_eq!(*Text::join(["", "a", ""], ","), ",a,");
        assert_eq!(*Text::join(Vec::<&str>::new(), ", "), "");
    }
}
