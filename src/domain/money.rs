//! Amounts. An amount is whole pence in an integer, and what it is paid for is part of its type:
//! a day rate cannot be added to a salary. The only road from a day to a year is
//! [`DayRate::over`] a number of [`BillableDays`].

use std::marker::PhantomData;

/// Paid for a year's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Year {}

/// Paid for a week's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Week {}

/// Paid for a day's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {}

/// Pence, paid for a period `P`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money<P> {
    pence: i64,
    period: PhantomData<P>,
}

/// A year's salary before tax.
pub type GrossSalary = Money<Year>;
/// What a contractor invoices for a day, before tax.
pub type DayRate = Money<Day>;
/// A day rate times the days it is paid for, before tax.
pub type AnnualisedIncome = Money<Year>;

impl<P: Copy> Money<P> {
    /// An amount in pence.
    pub const fn from_pence(pence: i64) -> Self {
        Self { pence, period: PhantomData }
    }

    /// An amount in pounds.
    pub const fn from_pounds(pounds: i32) -> Self {
        Self::from_pence(pounds as i64 * 100)
    }

    /// The amount in pence.
    pub const fn pence(self) -> i64 {
        self.pence
    }

    /// The amount times all `factors`, rounded once, half up, to a multiple of `step`.
    ///
    /// Exact until that rounding: the factors are multiplied as fractions.
    #[must_use]
    pub fn scaled(self, factors: &[Factor], step: Self) -> Self {
        let (mut numerator, mut denominator) = (self.pence, step.pence);
        for factor in factors {
            numerator *= factor.numerator;
            denominator *= factor.denominator;
        }
        Self::from_pence((2 * numerator + denominator).div_euclid(2 * denominator) * step.pence)
    }
}

impl DayRate {
    /// What this rate brings in over a year.
    pub const fn over(self, days: BillableDays) -> AnnualisedIncome {
        Money::from_pence(self.pence * days.0 as i64)
    }
}

/// A number that an amount is multiplied by, as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factor {
    numerator: i64,
    denominator: i64,
}

impl Factor {
    /// A multiplier in basis points: 11,100 is times 1.11.
    pub const fn from_basis_points(points: BasisPoints) -> Self {
        Self { numerator: points.0 as i64, denominator: 10_000 }
    }

    /// What adding `uplift` multiplies by: 600 basis points is times 1.06.
    pub const fn uplifted(uplift: BasisPoints) -> Self {
        Self { numerator: 10_000 + uplift.0 as i64, denominator: 10_000 }
    }

    /// What adding half of `uplift` multiplies by: 600 basis points is times 1.03.
    pub const fn half_uplifted(uplift: BasisPoints) -> Self {
        Self { numerator: 20_000 + uplift.0 as i64, denominator: 20_000 }
    }

    /// The factor in hundred-thousandths, which is exact for all that this type can hold: 1.06 is 106,000.
    pub const fn hundred_thousandths(self) -> i64 {
        self.numerator * (100_000 / self.denominator)
    }
}

/// A hundredth of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BasisPoints(pub i32);

/// The days a contractor is paid for in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BillableDays(u16);

impl BillableDays {
    /// The fewest days that make a year's income.
    pub const LEAST: u16 = 1;
    /// Every weekday of a year.
    pub const MOST: u16 = 260;

    /// A number of days from 1 to 260; `None` outside of that.
    pub const fn new(days: u16) -> Option<Self> {
        if days >= Self::LEAST && days <= Self::MOST { Some(Self(days)) } else { None }
    }

    /// The number of days.
    pub const fn get(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_up_to_the_step_and_only_once() {
        let cases = [
            (97_500, 11_100, 600, 500, 114_500),
            (47_500, 9_100, 0, 500, 43_000),
            (750, 10_000, 0, 500, 1_000),
            (749, 10_000, 0, 500, 500),
            (100, 10_000, 0, 5, 100),
        ];
        for (pounds, multiplier, uplift, step, expected) in cases {
            let factors =
                [Factor::from_basis_points(BasisPoints(multiplier)), Factor::uplifted(BasisPoints(uplift))];
            let scaled = GrossSalary::from_pounds(pounds).scaled(&factors, Money::from_pounds(step));
            assert_eq!(scaled, Money::from_pounds(expected), "{pounds} x {multiplier} x {uplift}");
        }
    }

    #[test]
    fn half_of_an_odd_uplift_stays_exact() {
        assert_eq!(Factor::half_uplifted(BasisPoints(25)).hundred_thousandths(), 100_125);
        assert_eq!(Factor::uplifted(BasisPoints(-500)).hundred_thousandths(), 95_000);
    }

    #[test]
    fn a_year_is_a_day_rate_times_its_days() {
        let days = BillableDays::new(220).unwrap();
        assert_eq!(DayRate::from_pounds(550).over(days), AnnualisedIncome::from_pounds(121_000));
        assert_eq!((BillableDays::new(0), BillableDays::new(261)), (None, None));
    }
}
