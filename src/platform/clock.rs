//! Today's date, by the clock and time zone of the visitor's machine.

use crate::domain::tax_year::Date;

/// Today's date.
#[cfg(target_arch = "wasm32")]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or(u16::MAX),
        month: small(now.get_month() + 1),
        day: small(now.get_date()),
    }
}

/// Today's date.
#[cfg(not(target_arch = "wasm32"))]
pub fn today() -> Date {
    date(jiff::Zoned::now().date())
}

/// The date in a text such as 2026-11-23; `None` if it is not a date.
#[cfg(not(target_arch = "wasm32"))]
pub fn parse(text: &str) -> Option<Date> {
    text.parse().ok().map(date)
}

/// The year, or 0 for years before the common era, which have no tax year.
#[cfg(not(target_arch = "wasm32"))]
fn date(date: jiff::civil::Date) -> Date {
    let positive = |number: i8| u8::try_from(number).unwrap_or(1);
    Date {
        year: u16::try_from(date.year()).unwrap_or(0),
        month: positive(date.month()),
        day: positive(date.day()),
    }
}
