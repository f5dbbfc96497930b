//! Amounts of money. An amount is whole pence in an integer, and the period it is paid for is part of its type, so a
//! day rate cannot be added to a salary. The only way from a day to a year is [`DayRate::over`] a number of
//! [`BillableDays`].
//!
//! Tax is computed in [`Exact`] amounts and rounded once, at the very end: see [`Exact::rounded`] and [`apportioned`].

use std::iter::Sum;
use std::marker::PhantomData;
use std::ops::{Add, Sub};

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
/// The amount that a contractor invoices for a day, before tax.
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

    /// Zero.
    pub const ZERO: Self = Self::from_pence(0);

    /// The amount in pence.
    pub const fn pence(self) -> i64 {
        self.pence
    }

    /// Rounds to the nearest pound, half up.
    #[must_use]
    pub const fn to_a_pound(self) -> Self {
        Self::from_pence((self.pence + 50).div_euclid(100) * 100)
    }

    /// Multiplies the amount by all `factors` and rounds once, half up, to a multiple of `step`.
    ///
    /// The product is exact until then, because the factors are multiplied as fractions.
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
    /// A year's income at this rate.
    pub const fn over(self, days: BillableDays) -> AnnualisedIncome {
        Money::from_pence(self.pence * days.0 as i64)
    }

    /// A week's income at this rate.
    pub const fn a_week(self) -> Money<Week> {
        Money::from_pence(self.pence * DAYS_IN_A_WEEK as i64)
    }
}

/// A multiplier, as a fraction.
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

    /// The factor that adds `uplift`: 600 basis points is times 1.06.
    pub const fn uplifted(uplift: BasisPoints) -> Self {
        Self { numerator: 10_000 + uplift.0 as i64, denominator: 10_000 }
    }

    /// The factor that adds half of `uplift`: 600 basis points is times 1.03.
    pub const fn half_uplifted(uplift: BasisPoints) -> Self {
        Self { numerator: 20_000 + uplift.0 as i64, denominator: 20_000 }
    }

    /// The number of parts in one: see [`Self::parts`].
    pub const PARTS: i64 = 10 * BasisPoints::ONE as i64;

    /// The factor in hundred-thousandths, which is exact for every value of this type: 1.06 is 106,000.
    pub const fn parts(self) -> i64 {
        self.numerator * (Self::PARTS / self.denominator)
    }
}

/// Hundredths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::money))]
pub struct BasisPoints(pub i32);

impl BasisPoints {
    /// The basis points in one, or 100%.
    pub const ONE: i32 = 10_000;
}

impl Add for BasisPoints {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

const DAYS_IN_A_WEEK: u16 = 5;

/// The days that a contractor is paid for in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BillableDays(u16);

impl BillableDays {
    /// The smallest number of days.
    pub const LEAST: u16 = 1;
    /// Every weekday of a year.
    pub const MOST: u16 = 260;

    /// A constant number of days.
    ///
    /// # Panics
    ///
    /// If the number is out of range. In a constant that is a compile error.
    #[expect(clippy::panic, reason = "in constants only")]
    pub const fn constant(days: u16) -> Self {
        match Self::new(days) {
            Some(days) => days,
            None => panic!("not a number of billable days"),
        }
    }

    /// A number of days from 1 to 260; `None` if it is out of range.
    pub const fn new(days: u16) -> Option<Self> {
        if days >= Self::LEAST && days <= Self::MOST { Some(Self(days)) } else { None }
    }

    /// The number of days.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// A week fewer; `None` if that leaves no days.
    pub const fn without_a_week(self) -> Option<Self> {
        match self.0.checked_sub(DAYS_IN_A_WEEK) {
            Some(days) => Self::new(days),
            None => None,
        }
    }
}

/// A year's amount in hundred-millionths of a penny, the precision in which tax is computed.
///
/// A penny times a percentage of pay times a rate of tax needs eight decimals, so no product loses precision. A
/// quotient, which can be finer, is truncated. Amounts saturate at 922 million pounds, which no input comes near, so
/// nothing overflows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i64);

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// An amount above every other.
    pub const MAX: Self = Self(i64::MAX);
    const PENNY: i64 = 100_000_000;
    const POUND: i64 = 100 * Self::PENNY;

    /// An amount in whole pence.
    pub const fn of(money: Money<Year>) -> Self {
        // A saturating multiplication gives the same result, but takes several times as long in WebAssembly.
        if money.pence.unsigned_abs() > (i64::MAX / Self::PENNY).unsigned_abs() {
            return if money.pence < 0 { Self(i64::MIN) } else { Self::MAX };
        }
        Self(money.pence * Self::PENNY)
    }

    /// A weekly amount over a year in which `days` are worked, five to a week.
    pub const fn weekly(money: Money<Week>, days: BillableDays) -> Self {
        Self(money.pence * days.0 as i64 * (Self::PENNY / DAYS_IN_A_WEEK as i64))
    }

    /// A share of the amount: `rate` of every pound.
    #[must_use]
    #[inline(never)] // called from dozens of places: inlining would add 1 kB to the download to save a few nanoseconds
    pub const fn at(self, rate: BasisPoints) -> Self {
        const ONE: i64 = BasisPoints::ONE as i64;
        let rate = rate.0 as i64;
        // Most bands are empty, and most other amounts are small enough for one division, which is the slowest step.
        if self.0 == 0 {
            return self;
        }
        if self.0.unsigned_abs() <= (i64::MAX / ONE).unsigned_abs()
            && rate.unsigned_abs() <= ONE.unsigned_abs()
        {
            return Self(self.0 * rate / ONE);
        }
        let (times, rate) = (rate / ONE, rate % ONE);
        let (whole, rest) = (self.0 / ONE, self.0 % ONE);
        let part = whole * rate + rest * rate / ONE;
        if times == 0 { Self(part) } else { Self(self.0.saturating_mul(times).saturating_add(part)) }
    }

    /// The amount that becomes this one once `rate` of it, which is not negative, is added.
    #[must_use]
    pub const fn before(self, rate: BasisPoints) -> Self {
        let (one, sum) = (BasisPoints::ONE as i64, (BasisPoints::ONE + rate.0) as i64);
        Self(self.0 / sum * one + self.0 % sum * one / sum)
    }

    /// The part above a threshold; zero if there is none.
    #[must_use]
    pub fn above(self, threshold: Self) -> Self {
        (self - threshold).max(Self::ZERO)
    }

    /// The part between two thresholds.
    #[must_use]
    pub fn between(self, low: Self, high: Self) -> Self {
        self.min(high).above(low)
    }

    /// Rounds up to a pound.
    #[must_use]
    pub const fn up_to_a_pound(self) -> Self {
        let more = self.0.saturating_add(Self::POUND - 1);
        Self(more.saturating_sub(more.rem_euclid(Self::POUND)))
    }

    /// Rounds half up to a penny: the only rounding of an answer, at its very end.
    pub const fn rounded(self) -> Money<Year> {
        Money::from_pence(self.0.saturating_add(Self::PENNY / 2).div_euclid(Self::PENNY))
    }

    /// Rounds down to a penny: the most that can be paid from the amount.
    pub const fn rounded_down(self) -> Money<Year> {
        Money::from_pence(self.0.div_euclid(Self::PENNY))
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<P: Copy> Add for Money<P> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::from_pence(self.pence.saturating_add(other.pence))
    }
}

impl<P: Copy> Sub for Money<P> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::from_pence(self.pence.saturating_sub(other.pence))
    }
}

/// Rounds the parts of an amount to pence so that they add up to `total`, which is already rounded.
///
/// Each part is rounded half up. If their sum is then a penny or two off, the parts that were rounded furthest in that
/// direction are rounded the other way, so each stays within a penny of its exact amount.
pub fn apportioned<const N: usize>(parts: [Exact; N], total: Money<Year>) -> [Money<Year>; N] {
    let mut rounded = parts.map(Exact::rounded);
    settle(&parts, &mut rounded, total);
    rounded
}

#[inline(never)]
fn settle(parts: &[Exact], rounded: &mut [Money<Year>], total: Money<Year>) {
    let mut excess = rounded.iter().map(|part| part.pence).sum::<i64>() - total.pence;
    while excess != 0 {
        let step = excess.signum();
        // The distance that a part was rounded in the direction of the excess.
        let error = |(part, rounded): (&Exact, &Money<Year>)| (Exact::of(*rounded) - *part).0 * step;
        let furthest = parts
            .iter()
            .zip(rounded.iter())
            .map(error)
            .enumerate()
            .max_by_key(|&(place, error)| (error, parts.len() - place));
        match furthest.and_then(|(place, error)| rounded.get_mut(place).filter(|_| error > 0)) {
            Some(part) => part.pence -= step,
            None => break,
        }
        excess -= step;
    }
}

#[cfg(feature = "bake")]
mod bake {
    use databake::{Bake, BakeSize, CrateEnv, TokenStream, quote};

    use super::{BillableDays, Money};

    impl<P: Copy> Bake for Money<P> {
        fn bake(&self, env: &CrateEnv) -> TokenStream {
            env.insert("salary_domain");
            let pence = self.pence();
            quote! { salary_domain::money::Money::from_pence(#pence) }
        }
    }

    impl Bake for BillableDays {
        fn bake(&self, env: &CrateEnv) -> TokenStream {
            env.insert("salary_domain");
            let days = self.get();
            quote! { salary_domain::money::BillableDays::constant(#days) }
        }
    }

    impl<P: Copy> BakeSize for Money<P> {
        fn borrows_size(&self) -> usize {
            0
        }
    }

    impl BakeSize for BillableDays {
        fn borrows_size(&self) -> usize {
            0
        }
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
        assert_eq!(Factor::half_uplifted(BasisPoints(25)).parts(), 100_125);
        assert_eq!(Factor::uplifted(BasisPoints(-500)).parts(), 95_000);
    }

    const fn exact(hundred_millionths: i64) -> Exact {
        Exact(hundred_millionths)
    }

    #[test]
    fn calculations_with_exact_amounts_lose_nothing() {
        let amount = Exact::of(Money::from_pence(1));
        // A penny × 100.01% × 10.75% is 10,751,075 hundred-millionths.
        assert_eq!(amount.at(BasisPoints(10_001)).at(BasisPoints(1_075)), exact(10_751_075));
        assert_eq!(exact(11_550).before(BasisPoints(1_550)), exact(10_000));
        assert_eq!(exact(3).at(BasisPoints(5_000)), exact(1), "a finer part is truncated");
        assert_eq!(Exact::MAX.at(BasisPoints(30_000)), Exact::MAX);
        assert_eq!(Exact::MAX + Exact::MAX, Exact::MAX);
        assert_eq!((exact(5) - exact(7), exact(5).above(exact(7))), (exact(-2), Exact::ZERO));
        assert_eq!(exact(9).between(exact(2), exact(7)), exact(5));
        let days = BillableDays::new(219).unwrap();
        assert_eq!(Exact::weekly(Money::from_pence(2_501), days), exact(219 * 2_501 * 20_000_000));
    }

    #[test]
    fn an_exact_amount_is_rounded_half_up_or_up_to_a_pound() {
        for (hundred_millionths, pence) in [
            (0, 0),
            (49_999_999, 0),
            (50_000_000, 1),
            (149_999_999, 1),
            (150_000_000, 2),
            (-50_000_000, 0),
            (-50_000_001, -1),
        ] {
            assert_eq!(exact(hundred_millionths).rounded(), Money::from_pence(pence), "{hundred_millionths}");
        }
        for (pence, pounds) in [(0, 0), (1, 1), (99, 1), (100, 1), (101, 2)] {
            assert_eq!(
                Exact::of(Money::from_pence(pence)).up_to_a_pound(),
                Exact::of(Money::from_pounds(pounds))
            );
        }
        assert_eq!(exact(1).up_to_a_pound(), Exact::of(Money::from_pounds(1)));
    }

    #[test]
    fn parts_are_rounded_so_that_they_add_up() {
        let (third, half, whole) = (33_333_333, 50_000_000, 100_000_000);
        let cases = [
            ([third, third, third + 1], 1, [0, 0, 1]),
            ([half, half, whole], 2, [0, 1, 1]),
            ([half, half, half], 1, [0, 0, 1]),
            ([half, half, half], 2, [0, 1, 1]),
            ([2 * third, 2 * third, 2 * third + 2], 2, [0, 1, 1]),
            ([third + whole, third, third + 1], 2, [1, 0, 1]),
            ([whole, 0, 0], 1, [1, 0, 0]),
            // Whole parts are never changed, even if the total is wrong.
            ([whole, 0, 0], 3, [1, 0, 0]),
        ];
        for (parts, total, expected) in cases {
            let rounded = apportioned(parts.map(exact), Money::from_pence(total));
            assert_eq!(rounded.map(Money::pence), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_year_is_a_day_rate_times_its_days() {
        let days = BillableDays::new(220).unwrap();
        assert_eq!(DayRate::from_pounds(550).over(days), AnnualisedIncome::from_pounds(121_000));
        assert_eq!((BillableDays::new(0), BillableDays::new(261)), (None, None));
    }
}
