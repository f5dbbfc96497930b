//! Where an offer lies in a range, and the scale that both are drawn on.

use super::market::Band;
use super::money::Money;

/// Where an offer lies against the typical range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
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
    pub place: Place,
    /// How far it is from typical, in whole per cent, to the nearest; negative below.
    pub percent_from_typical: i64,
}

impl<P: Copy + Ord> Offer<P> {
    /// Holds an amount against a band.
    pub fn of(amount: Money<P>, band: &Band<P>) -> Self {
        let place = if amount < band.low {
            Place::Below
        } else if amount > band.high {
            Place::Above
        } else {
            Place::Inside
        };
        let typical = band.typical.pence();
        let difference = (amount.pence() - typical) * 100;
        let percent = (difference.abs() + typical / 2).checked_div(typical).unwrap_or(0);
        Self { amount, place, percent_from_typical: percent * difference.signum() }
    }
}

/// A scale that stays the same whatever is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale<P> {
    least: Money<P>,
    most: Money<P>,
}

impl<P: Copy + Ord> Scale<P> {
    /// A scale that all `bands` fit on, with a fifth of its length left free at either end, for labels.
    pub fn over(bands: impl Iterator<Item = Band<P>> + Clone) -> Self {
        let least = bands.clone().map(|band| band.low.pence()).min().unwrap_or(0);
        let most = bands.map(|band| band.high.pence()).max().unwrap_or(0);
        let margin = (most - least) / 3;
        Self { least: Money::from_pence(least - margin), most: Money::from_pence(most + margin) }
    }

    /// How far along the scale an amount lies, in thousandths; one beyond an end lies at that end.
    pub fn thousandths(self, amount: Money<P>) -> i64 {
        let (along, length) = (amount.pence() - self.least.pence(), self.most.pence() - self.least.pence());
        (along * 1_000 + length / 2).checked_div(length).unwrap_or(0).clamp(0, 1_000)
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
            (105_000, Place::Inside, -8),
            (99_999, Place::Below, -13),
            (100_000, Place::Inside, -13),
            (141_000, Place::Inside, 23),
            (141_001, Place::Above, 23),
            (114_500, Place::Inside, 0),
            (115_000, Place::Inside, 0),
            (10_000_000, Place::Above, 8_634),
        ];
        for (pounds, place, percent) in cases {
            let amount = GrossSalary::from_pounds(pounds);
            assert_eq!(Offer::of(amount, &BAND), Offer { amount, place, percent_from_typical: percent });
        }
    }

    #[test]
    fn a_scale_leaves_room_at_its_ends_and_holds_what_is_beyond_them_there() {
        let scale = Scale::over([BAND].into_iter());
        for (pounds, thousandths) in
            [(100_000, 200), (141_000, 800), (120_500, 500), (1, 0), (10_000_000, 1_000)]
        {
            assert_eq!(scale.thousandths(Money::from_pounds(pounds)), thousandths, "{pounds}");
        }
    }
}
