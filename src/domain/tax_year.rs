//! Tax years. One runs from 6 April to 5 April (Income Tax Act 2007, section 4).

use std::fmt;

use super::text::{Piece, TwoDigits, text};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, such as 2026.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A tax year, written "2026-27".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaxYear {
    starts: u16,
}

impl TaxYear {
    /// The tax year that begins on 6 April of `starts`.
    pub const fn starting(starts: u16) -> Self {
        Self { starts }
    }

    /// The calendar year that it begins in.
    pub const fn starts(self) -> u16 {
        self.starts
    }

    /// The tax year that a day falls in.
    pub const fn of(date: Date) -> Self {
        let begun = date.month > 4 || (date.month == 4 && date.day >= 6);
        Self { starts: if begun { date.year } else { date.year.saturating_sub(1) } }
    }
}

impl Piece for TaxYear {
    fn onto(self, text: &mut String) {
        self.starts.onto(text);
        '-'.onto(text);
        TwoDigits((u64::from(self.starts) + 1) % 100).onto(text);
    }
}

impl fmt::Display for TaxYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text!(*self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tax_year_begins_on_6_april() {
        let cases = [
            (2026, 4, 5, "2025-26"),
            (2026, 4, 6, "2026-27"),
            (2026, 11, 23, "2026-27"),
            (2027, 1, 1, "2026-27"),
            (2027, 4, 6, "2027-28"),
            (2099, 12, 31, "2099-00"),
        ];
        for (year, month, day, expected) in cases {
            assert_eq!(TaxYear::of(Date { year, month, day }).to_string(), expected);
        }
    }
}
