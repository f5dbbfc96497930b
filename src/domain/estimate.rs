//! The market estimate: UK-wide pay × the place × the specialism, and the working that shows it.

use super::choice::Profile;
use super::figure::Figure;
use super::market::{Anchors, Band, Market, PublishedBand};
use super::money::{Day, Factor, Money, Year};

/// Salaries are shown to £500: the bands are no more precise than that.
pub const SALARY_STEP: Money<Year> = Money::from_pounds(500);
/// Day rates are shown to £5.
pub const DAY_RATE_STEP: Money<Day> = Money::from_pounds(5);

/// What the market pays someone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate<P> {
    /// The published band to hold it against.
    pub published: PublishedBand<P>,
    /// The estimate.
    pub band: Band<P>,
    /// How it was reached.
    pub working: Working<P>,
}

/// How an estimate was reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Working<P> {
    /// The UK-wide amounts.
    pub national: Anchors<P>,
    /// What the place multiplies by.
    pub location: Figure<Factor>,
    /// What the specialism multiplies by.
    pub specialism: Figure<Factor>,
    /// The typical amount multiplied out, to the nearest pound.
    pub product: Money<P>,
    /// What the product was then rounded to.
    pub step: Money<P>,
    /// The lower end as it came out, where it was raised to the published one.
    pub raised_low: Option<Money<P>>,
}

/// What a permanent job pays, pounds a year, to the nearest £500. The lower end is never below the published one.
pub fn permanent(market: &Market, profile: Profile) -> Estimate<Year> {
    let row = market.salaries.get(profile.seniority);
    let location = market.locations.get(profile.location).salary();
    let specialism = market.specialisms.get(profile.specialism).on_salary();
    let mut estimate = scaled(row.national, row.published, location, specialism, SALARY_STEP);
    let floor = row.published.low();
    if estimate.band.low < floor {
        estimate.working.raised_low = Some(estimate.band.low);
        estimate.band.low = floor;
    }
    estimate
}

/// What a contract pays, pounds a day, to the nearest £5. A specialism counts half as much as in a salary.
pub fn contract(market: &Market, profile: Profile) -> Estimate<Day> {
    let anchors = market.day_rates.get(profile.seniority);
    let location = market.locations.get(profile.location).day_rate();
    let specialism = market.specialisms.get(profile.specialism).on_day_rate();
    scaled(*anchors, market.published_day_rate, location, specialism, DAY_RATE_STEP)
}

fn scaled<P: Copy>(
    national: Anchors<P>,
    published: PublishedBand<P>,
    location: Figure<Factor>,
    specialism: Figure<Factor>,
    step: Money<P>,
) -> Estimate<P> {
    let factors = [location.value, specialism.value];
    Estimate {
        published,
        band: Band {
            low: national.low().value.scaled(&factors, step),
            typical: national.typical().value.scaled(&factors, step),
            high: national.high().value.scaled(&factors, step),
        },
        working: Working {
            national,
            location,
            specialism,
            product: national.typical().value.scaled(&factors, Money::from_pounds(1)),
            step,
            raised_low: None,
        },
    }
}
