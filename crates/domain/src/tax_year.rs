//! Tax years. Each runs from 6 April to 5 April (Income Tax Act 2007, section 4).

use std::fmt;

/// A calendar date.
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

    /// The calendar year in which it begins.
    pub const fn starts(self) -> u16 {
        self.starts
    }

    /// The last two digits of the calendar year in which it ends.
    pub const fn ends_in(self) -> u16 {
        (self.starts % 100 + 1) % 100
    }

    /// The tax year of a date.
    pub const fn of(date: Date) -> Self {
        let begun = date.month > 4 || (date.month == 4 && date.day >= 6);
        Self { starts: if begun { date.year } else { date.year.saturating_sub(1) } }
    }
}

impl fmt::Display for TaxYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.starts, self.ends_in())
    }
}

#[cfg(feature = "bake")]
impl databake::Bake for TaxYear {
    fn bake(&self, env: &databake::CrateEnv) -> databake::TokenStream {
        env.insert("salary_domain");
        let starts = self.starts;
        databake::quote! { salary_domain::tax_year::TaxYear::starting(#starts) }
    }
}

#[cfg(feature = "bake")]
impl databake::BakeSize for TaxYear {
    fn borrows_size(&self) -> usize {
        0
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
