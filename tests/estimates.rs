//! The whole grid of estimates, held against a table that was worked out apart from this program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use salary_calculator::data::MARKET;
use salary_calculator::domain::choice::{Location, Profile, Seniority, Specialism};
use salary_calculator::domain::estimate;
use salary_calculator::domain::market::{Band, Fault, Multipliers, PublishedBand};
use salary_calculator::domain::money::{BasisPoints, BillableDays, GrossSalary, Money};

const TABLE: &str = include_str!("cases/estimates.csv");

#[test]
fn every_estimate_is_as_the_table_says() {
    let mut seen = 0;
    for line in TABLE.lines().skip(1) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap();
        let profile = Profile {
            seniority: Seniority::from_slug(cell()).unwrap(),
            specialism: Specialism::from_slug(cell()).unwrap(),
            location: Location::from_slug(cell()).unwrap(),
        };
        let mut pounds = || cell().parse::<i32>().unwrap();
        let salary = band(pounds(), pounds(), pounds());
        let rate = band(pounds(), pounds(), pounds());
        assert_eq!(estimate::permanent(&MARKET, profile).band, salary, "{line}");
        assert_eq!(estimate::contract(&MARKET, profile).band, rate, "{line}");
        seen += 1;
    }
    assert_eq!(seen, Profile::all().count());
    assert_eq!(seen, 40);
}

#[test]
fn a_regional_low_is_never_below_the_published_low_and_says_when_it_was_raised() {
    for profile in Profile::all() {
        let estimate = estimate::permanent(&MARKET, profile);
        let floor = MARKET.salaries.get(profile.seniority).published.low();
        assert!(estimate.band.low >= floor, "{profile:?}");
        let raised = estimate.working.raised_low;
        assert_eq!(raised.is_some(), estimate.band.low == floor && raised != Some(floor), "{profile:?}");
        assert!(raised.is_none_or(|low| low < floor));
    }
}

#[test]
fn a_low_that_just_reaches_the_published_one_was_not_raised() {
    let profile = Profile::all().next().unwrap();
    let low = estimate::permanent(&MARKET, profile).band.low;
    for (floor, raised) in [(low, None), (low + Money::from_pence(1), Some(low))] {
        let mut market = MARKET;
        let provenance = *market.salaries.junior.published.provenance();
        market.salaries.junior.published = PublishedBand::new(floor, None, true, provenance).unwrap();
        let estimate = estimate::permanent(&market, profile);
        assert_eq!((estimate.band.low, estimate.working.raised_low), (floor, raised));
    }
}

#[test]
fn a_place_multiplies_by_a_half_to_two() {
    let provenance = *MARKET.salaries.junior.published.provenance();
    for (salary, day_rate, taken) in [
        (5_000, 20_000, true),
        (20_000, 5_000, true),
        (4_999, 10_000, false),
        (10_000, 4_999, false),
        (20_001, 10_000, false),
        (10_000, 20_001, false),
    ] {
        let multipliers = Multipliers::new(BasisPoints(salary), BasisPoints(day_rate), provenance);
        assert_eq!(multipliers.err(), (!taken).then_some(Fault::Multiplier), "{salary} {day_rate}");
    }
}

#[test]
fn an_amount_to_the_nearest_pound_is_rounded_half_up() {
    for (pence, pounds) in [(0, 0), (49, 0), (50, 1), (149, 1), (150, 2), (-50, 0), (-51, -1)] {
        assert_eq!(GrossSalary::from_pence(pence).to_a_pound(), Money::from_pounds(pounds), "{pence}");
    }
}

#[test]
fn the_working_leads_to_the_estimate() {
    for profile in Profile::all() {
        let working = estimate::permanent(&MARKET, profile).working;
        let typical = estimate::permanent(&MARKET, profile).band.typical.pence();
        // In hundred-thousandths of a penny, as one would multiply it out on paper.
        let [location, specialism] =
            [working.location, working.specialism].map(|factor| i128::from(factor.value.parts()));
        let exact = i128::from(working.national.typical().value.pence()) * location * specialism;
        let one = 100_000 * 100_000;
        assert!((exact - i128::from(working.product.pence()) * one).abs() <= 50 * one, "{profile:?}");
        assert!((exact - i128::from(typical) * one).abs() <= 25_000 * one, "{profile:?}");
    }
}

#[test]
fn what_a_figure_is_taken_for_is_what_it_says() {
    let published: Vec<_> = Seniority::ALL
        .iter()
        .map(|&seniority| {
            let band = &MARKET.salaries.get(seniority).published;
            (band.low().pence() / 100, band.high().map(|high| high.pence() / 100), band.open_ended())
        })
        .collect();
    let expected = [
        (40_000, Some(55_000), false),
        (60_000, Some(80_000), false),
        (85_000, Some(110_000), true),
        (110_000, None, true),
    ];
    assert_eq!(published, expected);
}

#[test]
fn a_year_of_a_contract_is_its_rate_times_its_days() {
    let profile =
        Profile { seniority: Seniority::Senior, specialism: Specialism::Nlp, location: Location::London };
    let rates = estimate::contract(&MARKET, profile).band;
    for (days, year) in [(220, 148_500), (1, 675), (260, 175_500)] {
        assert_eq!(rates.typical.over(BillableDays::new(days).unwrap()), Money::from_pounds(year));
    }
}

fn band<P: Copy>(low: i32, typical: i32, high: i32) -> Band<P> {
    let [low, typical, high] = [low, typical, high].map(Money::from_pounds);
    Band { low, typical, high }
}
