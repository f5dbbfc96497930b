//! Composes text without the machinery of `format!`, which adds 5 kB to the program: see BYTES.md.
//!
//! A sentence is one literal with places: `fill!("{} a day × {}", rate, days)`. A place takes any [`Piece`].

use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::domain::tax_year::TaxYear;

/// A text. Boxed, so that calls pass one word, not three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "calls pass one word, not three")]
pub struct Text(Box<String>);

/// A type that can be written into a text.
pub trait Piece {
    /// Appends the piece to a text.
    fn onto(self, text: &mut String);
}

/// Joins pieces into a text.
macro_rules! text {
    ($first:expr $(, $piece:expr)* $(,)?) => {
        $crate::state::text::Text::of($first)$(.and($piece))*
    };
}
pub(crate) use text;

/// A sentence with a piece in each of its places, `{}`. A wrong number of pieces does not compile.
macro_rules! fill {
    ($sentence:expr, $($piece:expr),+ $(,)?) => {{
        const { assert!($crate::state::text::places($sentence) == [$(stringify!($piece)),+].len()) };
        let mut filling = $crate::state::text::Filling::of($sentence);
        $($crate::state::text::Piece::onto($piece, filling.next_place());)+
        filling.text()
    }};
}
pub(crate) use fill;

/// The number of places in a sentence.
///
/// # Panics
/// For a brace that is not a place. Sentences are constants, so that happens at compile time.
pub const fn places(sentence: &str) -> usize {
    let mut left = sentence.as_bytes();
    let mut places = 0;
    while let [first, rest @ ..] = left {
        if *first == b'{' {
            assert!(matches!(rest, [b'}', ..]), "a brace that is not a place");
            places += 1;
        }
        left = rest;
    }
    places
}

/// A sentence being filled from left to right.
pub struct Filling {
    text: Text,
    rest: &'static str,
}

impl Filling {
    /// A sentence with all its places empty.
    pub fn of(sentence: &'static str) -> Self {
        Self { text: Text::default(), rest: sentence }
    }

    /// The text up to the next place.
    #[inline(never)]
    pub fn next_place(&mut self) -> &mut String {
        // A sentence has no other braces: see `places`.
        let (before, rest) = self.rest.split_once('{').unwrap_or((self.rest, ""));
        self.text.push_str(before);
        self.rest = rest.get(1..).unwrap_or_default();
        &mut self.text
    }

    /// The filled sentence.
    pub fn text(self) -> Text {
        self.text.and(self.rest)
    }
}

impl Text {
    /// A text of one piece.
    #[inline(never)]
    pub fn of(piece: impl Piece) -> Self {
        Self::default().and(piece)
    }

    /// An empty text with room for some bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self(Box::new(String::with_capacity(bytes)))
    }

    /// Appends a piece.
    #[must_use]
    #[inline(never)]
    pub fn and(mut self, piece: impl Piece) -> Self {
        piece.onto(&mut self.0);
        self
    }

    /// Joins pieces with a text between them.
    pub fn join(pieces: impl IntoIterator<Item = impl Piece>, between: &str) -> Self {
        let pieces = pieces.into_iter().enumerate();
        pieces
            .fold(Self::default(), |text, (index, piece)| text.and((index > 0).then_some(between)).and(piece))
    }

    /// The text, or `None` if it is empty.
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

/// A text as it is.
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

/// `None` writes nothing.
impl<T: Piece> Piece for Option<T> {
    fn onto(self, text: &mut String) {
        if let Some(piece) = self {
            piece.onto(text);
        }
    }
}

impl Piece for TaxYear {
    fn onto(self, text: &mut String) {
        self.starts().onto(text);
        '-'.onto(text);
        TwoDigits(self.ends_in().into()).onto(text);
    }
}

/// Hundredths without separators and without trailing zeros: 9,500,050 is `95000.5`.
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
    fn a_sentence_takes_a_piece_in_each_place() {
        assert_eq!(*fill!("{} a day × {}", "£600", 220_u16), "£600 a day × 220");
        // Text from a visitor is data: braces in it are not places.
        assert_eq!(*fill!("“{}” is not {}.", "{} {}", "known"), "“{} {}” is not known.");
        assert_eq!((places("no place"), places("{}{}"), places("{} and {}.")), (0, 2, 2));
    }

    #[test]
    fn a_tax_year_is_written_as_display_writes_it() {
        for starts in [1999, 2009, 2026, 2099] {
            let year = TaxYear::starting(starts);
            assert_eq!(*text!(year), year.to_string());
        }
    }

    #[test]
    fn pieces_follow_one_another() {
        let none: Option<&str> = None;
        let text = text!("£", 5_i64, ".", TwoDigits(7), none, Some(" a day"), String::from(" × "), 220_u16);
        assert_eq!(*text, "£5.07 a day × 220");
        assert_eq!(*text!(Text::join(["a", "b", "c"], " and "), &text), "a and b and c£5.07 a day × 220");
        assert_eq!(*Text::join(["", "a", ""], ","), ",a,");
        assert_eq!(*Text::join(Vec::<&str>::new(), ", "), "");
    }
}
