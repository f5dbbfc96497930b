//! Writes values as the page does.

use salary_domain::listing::Shown;
use salary_domain::record::Unit;

/// A number of things: "1 figure", "12 figures".
pub fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// A listed value as the page writes it, and the words after it.
pub fn shown(value: Shown) -> (String, &'static str) {
    match value {
        Shown::Number(number, unit) => match unit {
            Unit::Percent => (percent(number), ""),
            Unit::Times => (format!("× {}", decimal(number, 4)), ""),
            Unit::Days => (number.to_string(), ""),
            Unit::AYear | Unit::AWeek | Unit::ADay => (pounds(number), each(unit)),
        },
        Shown::Range(low, high, open_ended, unit) => {
            let high = high.map(|high| format!(" to {}", pounds(high))).unwrap_or_default();
            (format!("{}{high}{}", pounds(low), if open_ended { "+" } else { "" }), each(unit))
        }
        Shown::Uplift(typical, (low, high)) if low == high => (percent(typical), ""),
        Shown::Uplift(typical, (low, high)) => {
            (format!("{} ({} to {})", percent(typical), percent(low), percent(high)), "")
        }
    }
}

/// The words for a period; empty for a year.
fn each(unit: Unit) -> &'static str {
    match unit {
        Unit::ADay => " a day",
        Unit::AWeek => " a week",
        Unit::AYear | Unit::Percent | Unit::Times | Unit::Days => "",
    }
}

/// `£70,000`, with pence only if there are any: `£600.50`.
pub fn pounds(pence: i64) -> String {
    let (sign, pence) = (if pence < 0 { "−" } else { "" }, pence.unsigned_abs());
    let digits = (pence / 100).to_string();
    let grouped: String = digits
        .char_indices()
        .flat_map(|(index, digit)| {
            let is_thousand = index > 0 && (digits.len() - index).is_multiple_of(3);
            is_thousand.then_some(',').into_iter().chain([digit])
        })
        .collect();
    let rest = if pence.is_multiple_of(100) { String::new() } else { format!(".{:02}", pence % 100) };
    format!("{sign}£{grouped}{rest}")
}

/// `10.75%`, from hundredths of a per cent.
fn percent(hundredths: i64) -> String {
    format!("{}%", decimal(hundredths, 2))
}

/// A number given in units of its last decimal, without trailing zeros.
fn decimal(number: i64, decimals: u32) -> String {
    let one = 10_u64.pow(decimals);
    let (whole, part) = (number.unsigned_abs() / one, number.unsigned_abs() % one);
    let width = usize::try_from(decimals).unwrap_or_default();
    let text = format!("{whole}.{part:0width$}");
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_separators_and_pence_only_where_needed() {
        for (pence, text) in [
            (0, "£0"),
            (99_900, "£999"),
            (100_000, "£1,000"),
            (60_050, "£600.50"),
            (2_511_905, "£25,119.05"),
            (1_000_000_000, "£10,000,000"),
            (-100_000, "−£1,000"),
        ] {
            assert_eq!(pounds(pence), text);
        }
    }

    #[test]
    fn values_have_their_units() {
        for (value, text, words) in [
            (Shown::Number(7_000_000, Unit::AYear), "£70,000", ""),
            (Shown::Number(2_500, Unit::AWeek), "£25", " a week"),
            (Shown::Number(1_075, Unit::Percent), "10.75%", ""),
            (Shown::Number(50, Unit::Percent), "0.5%", ""),
            (Shown::Number(11_100, Unit::Times), "× 1.11", ""),
            (Shown::Number(10_000, Unit::Times), "× 1", ""),
            (Shown::Number(220, Unit::Days), "220", ""),
            (Shown::Range(50_000, Some(65_000), false, Unit::ADay), "£500 to £650", " a day"),
            (Shown::Range(11_000_000, None, true, Unit::AYear), "£110,000+", ""),
            (Shown::Uplift(0, (0, 0)), "0%", ""),
            (Shown::Uplift(600, (-500, 1_500)), "6% (−5% to 15%)", ""),
        ] {
            assert_eq!(shown(value), (text.to_owned(), words));
        }
    }

    #[test]
    fn a_number_of_things_agrees() {
        assert_eq!(counted(1, "tax year"), "1 tax year");
        assert_eq!(counted(2, "tax year"), "2 tax years");
    }
}
