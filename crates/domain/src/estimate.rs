//! The market estimate: UK-wide pay × location × specialism, with its working.

use crate::figure::{Figure, Mark};
use crate::market::{Anchors, Band, PublishedBand, Role};
use crate::money::{Day, Factor, Money, Year};

/// The step of salaries, £500: the bands are no more precise than that.
pub const SALARY_STEP: Money<Year> = Money::from_pounds(500);
/// The step of day rates, £5.
pub const DAY_RATE_STEP: Money<Day> = Money::from_pounds(5);

/// The market's pay for a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate<P: Copy> {
    /// The published band, for comparison.
    pub published: PublishedBand<P>,
    /// The estimate.
    pub band: Band<P>,
    /// Its working.
    pub working: Working<P>,
}

/// The working of an estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Working<P: Copy> {
    /// The UK-wide amounts.
    pub national: Anchors<P>,
    /// The factor of the location.
    pub location: Marked,
    /// The factor of the specialism.
    pub specialism: Marked,
    /// The typical amount multiplied out, to the nearest pound.
    pub product: Money<P>,
    /// The step to which the product is rounded.
    pub step: Money<P>,
    /// The estimate for the lower end, if it was raised to the published one.
    pub raised_low: Option<Money<P>>,
}

/// A factor with its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The factor.
    pub factor: Factor,
    /// The kind of evidence behind it.
    pub mark: Mark,
}

/// The salary of a permanent job, pounds a year, to the nearest £500. The lower end is never below the published one.
pub fn permanent(role: Role) -> Estimate<Year> {
    let level = role.level();
    let location = role.discipline.locations.get(role.location);
    let location = Marked { factor: Factor::from_basis_points(location.salary), mark: location.mark };
    let specialism = Marked { factor: role.specialism.on_salary(), mark: role.specialism.mark };
    let mut estimate = scaled(level.national, level.published, location, specialism, SALARY_STEP);
    let floor = level.published.low;
    if estimate.band.low < floor {
        estimate.working.raised_low = Some(estimate.band.low);
        estimate.band.low = floor;
    }
    estimate
}

/// The day rate of a contract, pounds a day, to the nearest £5. A specialism counts half as much as for a salary.
pub fn contract(role: Role) -> Estimate<Day> {
    let anchors = role.discipline.day_rates.get(role.seniority);
    let location = role.discipline.locations.get(role.location);
    let location = Marked { factor: Factor::from_basis_points(location.day_rate), mark: location.mark };
    let specialism = Marked { factor: role.specialism.on_day_rate(), mark: role.specialism.mark };
    scaled(*anchors, role.discipline.published_day_rate, location, specialism, DAY_RATE_STEP)
}

fn scaled<P: Copy>(
    national: Anchors<P>,
    published: PublishedBand<P>,
    location: Marked,
    specialism: Marked,
    step: Money<P>,
) -> Estimate<P> {
    let factors = [location.factor, specialism.factor];
    let scale = |figure: &Figure<Money<P>>, step| figure.value.scaled(&factors, step);
    Estimate {
        published,
        band: Band {
            low: scale(&national.low, step),
            typical: scale(&national.typical, step),
            high: scale(&national.high, step),
        },
        working: Working {
            national,
            location,
            specialism,
            product: scale(&national.typical, Money::from_pounds(1)),
            step,
            raised_low: None,
        },
    }
}
