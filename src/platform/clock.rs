//! What day it is for the visitor.

use js_sys::Date as JsDate;

use crate::domain::tax_year::Date;

/// Today, by the clock and the time zone of the visitor's machine.
pub fn today() -> Date {
    let now = JsDate::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or(u16::MAX),
        month: small(now.get_month() + 1),
        day: small(now.get_date()),
    }
}
