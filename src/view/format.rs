//! How amounts, percentages and factors are written.

use crate::domain::market::{Band, PublishedBand};
use crate::domain::money::{BasisPoints, Factor, Money, Year};

/// Pay for a period, with the words that go with it.
pub trait Pay: Copy + Ord + 'static {
    /// "a year", "a day".
    const EACH: &'static str;
    /// What the headline number is.
    const TYPICAL: &'static str;
    /// What the published band covers: "Published UK band".
    const PUBLISHED: &'static str;
}

/// The sign of an amount.
pub const POUND: &str = "£";

/// `£114,500`; pence only where there are any: `£600.50`.
pub fn pounds<P: Copy>(money: Money<P>) -> String {
    pence(money.pence())
}

/// The same, from pence.
pub fn pence(pence: i64) -> String {
    match pence % 100 {
        0 => format!("£{}", grouped(pence / 100)),
        rest => format!("£{}.{rest:02}", grouped(pence / 100)),
    }
}

/// `£5,871`, to the nearest pound: as precise as tax is worth seeing at a glance.
pub fn whole_pounds<P: Copy>(money: Money<P>) -> String {
    pounds(money.to_a_pound())
}

/// A twelfth of a year's amount, to the nearest pound. Rounded once: a pound a month is so many pence a year.
pub fn month(money: Money<Year>) -> String {
    const PENCE: i64 = 12 * 100;
    let pounds = (money.pence() + PENCE / 2).div_euclid(PENCE);
    format!("{POUND}{}", grouped(pounds))
}

/// `£30,107.15`, with its pence even where there are none.
pub fn to_the_penny<P: Copy>(money: Money<P>) -> String {
    let pence = money.pence();
    format!("£{}.{:02}", grouped(pence / 100), pence % 100)
}

/// The same without the sign, as a field shows it: `105,000`.
pub fn amount(pence: i64) -> String {
    self::pence(pence).trim_start_matches('£').to_owned()
}

/// `£100,000 to £141,000`
pub fn range<P: Copy>(band: &Band<P>) -> String {
    format!("{} to {}", pounds(band.low), pounds(band.high))
}

/// `£85,000 to £110,000+`, or `£110,000+` where no upper end was published.
pub fn published<P: Copy>(band: &PublishedBand<P>) -> String {
    let open = if band.open_ended() { "+" } else { "" };
    match band.high() {
        Some(high) => format!("{} to {}{open}", pounds(band.low()), pounds(high)),
        None => format!("{}{open}", pounds(band.low())),
    }
}

/// `1.11`, with two decimals or as many more as it has.
pub fn factor(factor: Factor) -> String {
    let parts = factor.parts();
    let decimals = format!("{:05}", parts % Factor::PARTS);
    let shown = decimals.trim_end_matches('0');
    format!("{}.{shown:0<2}", parts / Factor::PARTS)
}

/// `7.5%`, `-5%`
pub fn percent(points: BasisPoints) -> String {
    hundredths_percent(points.0.into())
}

/// The same, from hundredths of a per cent.
pub fn hundredths_percent(hundredths: i64) -> String {
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let sign = if hundredths < 0 { "−" } else { "" };
    let decimals = if rest == 0 { String::new() } else { format!(".{rest:02}") };
    format!("{sign}{whole}{}%", decimals.trim_end_matches('0'))
}

/// A part of a whole as a place or a width in a picture: `12.34%`.
pub fn percent_of(part: i64, whole: i64) -> String {
    let hundredths = (part * 10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// `95000` as `95,000`
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_amounts_with_separators_and_pence_only_where_needed() {
        for (pence, text) in [
            (0, "£0"),
            (99_900, "£999"),
            (100_000, "£1,000"),
            (60_050, "£600.50"),
            (1_000_000_000, "£10,000,000"),
        ] {
            assert_eq!(super::pence(pence), text);
        }
        assert_eq!(amount(10_500_000), "105,000");
    }

    #[test]
    fn a_month_is_rounded_once() {
        for (pence, text) in [(0, "£0"), (599, "£0"), (600, "£1"), (120_596, "£100"), (7_045_740, "£5,871")]
        {
            assert_eq!(month(Money::from_pence(pence)), text, "{pence}");
        }
    }

    #[test]
    fn writes_factors_and_percentages() {
        for (points, text) in [(11_100, "1.11"), (10_000, "1.00"), (10_250, "1.025"), (9_100, "0.91")] {
            assert_eq!(factor(Factor::from_basis_points(BasisPoints(points))), text);
        }
        for (points, text) in [(600, "6%"), (-500, "−5%"), (750, "7.5%"), (0, "0%"), (1_225, "12.25%")] {
            assert_eq!(percent(BasisPoints(points)), text);
        }
    }
}
