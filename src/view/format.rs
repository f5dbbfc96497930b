//! Writes amounts, percentages and factors.

use crate::domain::market::{Band, PublishedBand};
use crate::domain::money::{BasisPoints, Factor, Money, Year};
use crate::state::text::{Hundredths, Text, TwoDigits, text};

/// Pay for a period, with the words that go with it.
pub trait Pay: Copy + Ord + 'static {
    /// "a year", "a day".
    const EACH: &'static str;
    /// The caption of the headline number.
    const TYPICAL: &'static str;
    /// The name of the published band: "Published UK band".
    const PUBLISHED: &'static str;
    /// The text in place of a verdict if there is no offer.
    const NO_VERDICT: &'static str;
    /// Whether only half the uplift of a specialism counts.
    const HALF_UPLIFT: bool;
}

/// The sign of an amount.
pub const POUND: &str = "£";

/// `£114,500`, with pence only if there are any: `£600.50`.
pub fn pounds<P: Copy>(money: Money<P>) -> Text {
    pence(money.pence())
}

/// The same, from pence.
pub fn pence(pence: i64) -> Text {
    text!(POUND, amount(pence))
}

/// The same without the sign, as a field shows it: `105,000`.
pub fn amount(pence: i64) -> Text {
    match pence % 100 {
        0 => grouped(pence / 100),
        _ => with_pence(pence),
    }
}

/// `£5,871`, to the nearest pound, which is precise enough at a glance.
pub fn whole_pounds<P: Copy>(money: Money<P>) -> Text {
    pounds(money.to_a_pound())
}

/// A twelfth of a year's amount, to the nearest pound. Rounded once, from pence a year straight to pounds a month.
pub fn month(money: Money<Year>) -> Text {
    const PENCE: i64 = 12 * 100;
    let pounds = (money.pence() + PENCE / 2).div_euclid(PENCE);
    text!(POUND, grouped(pounds))
}

/// `£30,107.15`, with pence even if they are zero.
pub fn to_the_penny<P: Copy>(money: Money<P>) -> Text {
    text!(POUND, with_pence(money.pence()))
}

fn with_pence(pence: i64) -> Text {
    text!(grouped(pence / 100), '.', TwoDigits(pence.unsigned_abs() % 100))
}

/// `£100,000 to £141,000`
pub fn range<P: Copy>(band: &Band<P>) -> Text {
    text!(pounds(band.low), " to ", pounds(band.high))
}

/// `£85,000 to £110,000+`, or `£110,000+` if no upper end was published.
pub fn published<P: Copy>(band: &PublishedBand<P>) -> Text {
    let high = band.high.map(|high| text!(" to ", pounds(high)));
    text!(pounds(band.low), high, band.open_ended.then_some('+'))
}

/// `1.11`, with at least two decimals.
pub fn factor(factor: Factor) -> Text {
    let parts = factor.parts();
    // The 1 before the decimals keeps their leading zeros.
    let decimals = text!(Factor::PARTS + parts % Factor::PARTS);
    let [two, more] = [decimals.get(1..3), decimals.get(3..)];
    text!(parts / Factor::PARTS, '.', two, more.map(|more| more.trim_end_matches('0')))
}

/// `7.5%`, `−5%`
pub fn percent(points: BasisPoints) -> Text {
    hundredths_percent(points.0.into())
}

/// The same, from hundredths of a per cent.
pub fn hundredths_percent(hundredths: i64) -> Text {
    text!((hundredths < 0).then_some('−'), Hundredths(hundredths.abs()), '%')
}

/// A part of a whole as a position or a width in a picture: `12.34%`.
pub fn percent_of(part: i64, whole: i64) -> Text {
    let hundredths = (part * 10_000).checked_div(whole).unwrap_or(0);
    text!(Hundredths(hundredths), '%')
}

/// `95000` as `95,000`
fn grouped(number: i64) -> Text {
    let digits = text!(number);
    let first = digits.len() % 3;
    digits.char_indices().fold(Text::default(), |text, (index, digit)| {
        text.and((index > 0 && index % 3 == first).then_some(',')).and(digit)
    })
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
            (1_000_000_000, "£10,000,000"),
        ] {
            assert_eq!(super::pence(pence), text);
        }
        assert_eq!(amount(10_500_000), "105,000");
    }

    #[test]
    fn ranges_and_positions_are_written() {
        let [low, typical, high] = [8_500_000, 9_750_000, 11_000_050].map(Money::<Year>::from_pence);
        assert_eq!(range(&Band { low, typical, high }), "£85,000 to £110,000.50");
        for (pence, text) in
            [(0, "£0.00"), (7, "£0.07"), (3_010_715, "£30,107.15"), (100_000_000, "£1,000,000.00")]
        {
            assert_eq!(to_the_penny(Money::<Year>::from_pence(pence)), text);
        }
        for (part, whole, text) in
            [(0, 7, "0%"), (1, 2, "50%"), (1, 3, "33.33%"), (1, 200, "0.5%"), (7, 7, "100%"), (1, 0, "0%")]
        {
            assert_eq!(percent_of(part, whole), text);
        }
    }

    #[test]
    fn a_month_is_rounded_once() {
        for (pence, text) in [(0, "£0"), (599, "£0"), (600, "£1"), (120_596, "£100"), (7_045_740, "£5,871")]
        {
            assert_eq!(month(Money::from_pence(pence)), text, "{pence}");
        }
    }

    #[test]
    fn factors_and_percentages_are_written() {
        for (points, text) in [(11_100, "1.11"), (10_000, "1.00"), (10_250, "1.025"), (9_100, "0.91")] {
            assert_eq!(factor(Factor::from_basis_points(BasisPoints(points))), text);
        }
        for (points, text) in [(600, "6%"), (-500, "−5%"), (750, "7.5%"), (0, "0%"), (1_225, "12.25%")] {
            assert_eq!(percent(BasisPoints(points)), text);
        }
    }
}
