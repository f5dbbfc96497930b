//! Reads numbers as people type them.

use super::problem::{Range, Reason, Unit};

/// Reads an amount of money, in pence: `95000`, `£95,000`, `95k`, ` 95 000.50 `.
pub fn read_pence(text: &str, range: Range) -> Result<i64, Reason> {
    let (negative, text) = split_sign(text);
    let text = text.trim_start_matches('£');
    let (text, zeros) = match text.strip_suffix(['k', 'K']) {
        Some(thousands) => (thousands.trim_end(), 5),
        None => (text, 2),
    };
    signed(negative, read_decimal(text, zeros).ok_or(Reason::NotAnAmount)?, range)
}

/// Reads a percentage, in basis points: `5`, `5%`, `7.5`.
pub fn read_basis_points(text: &str, range: Range) -> Result<i64, Reason> {
    let (negative, text) = split_sign(text);
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    signed(negative, read_decimal(text, 2).ok_or(Reason::NotAPercentage)?, range)
}

/// Reads a whole number: `220`.
pub fn read_whole(text: &str, range: Range) -> Result<i64, Reason> {
    let (negative, text) = split_sign(text);
    signed(negative, read_decimal(text, 0).ok_or(Reason::NotAWholeNumber)?, range)
}

fn split_sign(text: &str) -> (bool, &str) {
    let text = text.trim();
    match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}

/// Applies the sign and checks the range. A number too large for the type is too large for every range.
fn signed(negative: bool, number: i64, range: Range) -> Result<i64, Reason> {
    range.check(if negative { -number } else { number })
}

/// Reads digits with separators between groups of three and at most `zeros` decimals, times ten to the power of
/// `zeros`. Too many digits give the largest number of the type, which is outside every range.
fn read_decimal(text: &str, zeros: usize) -> Option<i64> {
    let text = text.trim_start();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = ungrouped(whole)?;
    let fits = decimals.len() <= zeros && decimals.bytes().all(|byte| byte.is_ascii_digit());
    if !fits || digits.len() + decimals.len() == 0 {
        return None;
    }
    let zeros = "0".repeat(zeros - decimals.len());
    Some([&digits, decimals, &zeros].concat().parse().unwrap_or(i64::MAX))
}

/// Removes thousands separators. Groups after the first must have three digits.
fn ungrouped(whole: &str) -> Option<String> {
    let is_separator = |character: char| character == ',' || character.is_whitespace();
    let mut digits = String::new();
    for (index, group) in whole.split(is_separator).enumerate() {
        let grouped = index == 0 || (group.len() == 3 && (1..=3).contains(&(digits.len() - (index - 1) * 3)));
        if !grouped || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

impl Unit {
    /// Reads a text in this unit.
    pub fn read(self, text: &str, range: Range) -> Result<i64, Reason> {
        match self {
            Self::Pence => read_pence(text, range),
            Self::BasisPoints => read_basis_points(text, range),
            Self::Days => read_whole(text, range),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANGE: Range = Range::pounds(1, 10_000_000);

    #[test]
    fn reads_money_as_people_type_it() {
        let cases = [
            ("95000", 9_500_000),
            ("£95,000", 9_500_000),
            ("95k", 9_500_000),
            ("95.5K", 9_550_000),
            ("£ 95 k", 9_500_000),
            (" 95 000 ", 9_500_000),
            ("95\u{a0}000", 9_500_000),
            ("1,234,567.89", 123_456_789),
            ("600.5", 60_050),
            (".5k", 50_000),
            ("007", 700),
        ];
        for (text, pence) in cases {
            assert_eq!(read_pence(text, RANGE), Ok(pence), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_an_amount_is_rejected() {
        for text in [
            "wizard", "£", "k", ".", "1,2,3", "95,00", "9500,000", "1.234", "1.2.3", "٣", "<b>9</b>", "1e5",
            "--5", "0x10", "95kk", "NaN", "🦀", "£-", "5%", ",000", "1,,000",
        ] {
            assert_eq!(read_pence(text, RANGE), Err(Reason::NotAnAmount), "{text}");
        }
    }

    #[test]
    fn a_number_outside_its_range_is_rejected() {
        let out = Err(Reason::OutOfRange(RANGE));
        for text in ["0", "0.99", "-5", "−5", "10000000.01", "99999999999999999999999999", "999999999999k"]
        {
            assert_eq!(read_pence(text, RANGE), out, "{text}");
        }
        assert_eq!(read_pence("10,000,000", RANGE), Ok(1_000_000_000));
    }

    #[test]
    fn reads_percentages_and_whole_numbers() {
        let percent = Range::percent(100);
        for (text, points) in [("5", 500), ("5%", 500), ("7.5 %", 750), ("0", 0), ("12.25", 1_225)] {
            assert_eq!(read_basis_points(text, percent), Ok(points), "{text}");
        }
        assert_eq!(read_basis_points("7.555", percent), Err(Reason::NotAPercentage));
        assert_eq!(read_basis_points("101", percent), Err(Reason::OutOfRange(percent)));
        let days = Range::days(1, 260);
        assert_eq!(read_whole(" 220 ", days), Ok(220));
        assert_eq!(read_whole("220.5", days), Err(Reason::NotAWholeNumber));
        assert_eq!(read_whole("261", days), Err(Reason::OutOfRange(days)));
    }
}
