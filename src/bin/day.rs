//! What day it is, shared by the entries that run outside of a browser.

use jiff::{Zoned, civil};
use salary_calculator::domain::tax_year::Date;

/// Today, by the clock and the time zone of this machine.
pub fn today() -> Date {
    of(Zoned::now().date())
}

/// A day of the calendar. Years before the common era have no tax year; they count as the year 0.
pub fn of(date: civil::Date) -> Date {
    let positive = |number: i8| u8::try_from(number).unwrap_or(1);
    Date {
        year: u16::try_from(date.year()).unwrap_or(0),
        month: positive(date.month()),
        day: positive(date.day()),
    }
}
