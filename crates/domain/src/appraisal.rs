//! Compares an amount with the market.

use crate::market::Band;
use crate::money::Money;

/// The position of an amount relative to the typical range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Below the lower end.
    Below,
    /// Within the range, ends included.
    Inside,
    /// Above the upper end.
    Above,
}

/// An amount compared with an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appraisal<P> {
    /// The amount.
    pub amount: Money<P>,
    /// Its position relative to the range.
    pub standing: Standing,
    /// Its distance from typical, to the nearest whole per cent; negative below.
    pub percent_from_typical: i64,
}

impl<P: Copy + Ord> Appraisal<P> {
    /// Compares an amount with a band.
    pub fn of(amount: Money<P>, band: &Band<P>) -> Self {
        let standing = if amount < band.low {
            Standing::Below
        } else if amount > band.high {
            Standing::Above
        } else {
            Standing::Inside
        };
        let typical = band.typical.pence();
        let difference = (amount.pence() - typical) * 100;
        let percent = (difference.abs() + typical / 2).checked_div(typical).unwrap_or(0);
        Self { amount, standing, percent_from_typical: percent * difference.signum() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{GrossSalary, Year};

    const BAND: Band<Year> = Band {
        low: Money::from_pounds(100_000),
        typical: Money::from_pounds(114_500),
        high: Money::from_pounds(141_000),
    };

    #[test]
    fn an_amount_is_compared_with_the_range_and_the_typical_amount() {
        let cases = [
            (105_000, Standing::Inside, -8),
            (99_999, Standing::Below, -13),
            (100_000, Standing::Inside, -13),
            (141_000, Standing::Inside, 23),
            (141_001, Standing::Above, 23),
            (114_500, Standing::Inside, 0),
            (115_000, Standing::Inside, 0),
            (10_000_000, Standing::Above, 8_634),
        ];
        for (pounds, standing, percent) in cases {
            let amount = GrossSalary::from_pounds(pounds);
            assert_eq!(
                Appraisal::of(amount, &BAND),
                Appraisal { amount, standing, percent_from_typical: percent }
            );
        }
    }
}
