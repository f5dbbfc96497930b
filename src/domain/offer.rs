//! Where an offer lies in a range.

use super::market::Band;
use super::money::Money;

/// Where an offer lies against the typical range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Under the lower end.
    Below,
    /// Inside, ends included.
    Inside,
    /// Over the upper end.
    Above,
}

/// An offer held against an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer<P> {
    /// What is offered.
    pub amount: Money<P>,
    /// Where it lies.
    pub standing: Standing,
    /// How far it is from typical, in whole per cent, to the nearest; negative below.
    pub percent_from_typical: i64,
}

impl<P: Copy + Ord> Offer<P> {
    /// Holds an amount against a band.
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
    use crate::domain::money::{GrossSalary, Year};

    const BAND: Band<Year> = Band {
        low: Money::from_pounds(100_000),
        typical: Money::from_pounds(114_500),
        high: Money::from_pounds(141_000),
    };

    #[test]
    fn an_offer_is_held_against_the_range_and_the_typical_amount() {
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
            assert_eq!(Offer::of(amount, &BAND), Offer { amount, standing, percent_from_typical: percent });
        }
    }
}
