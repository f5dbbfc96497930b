//! Every market estimate, tested against a table made without this program (see `tests/oracle/README.md`) and against
//! rules that all estimates must obey.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod common;

use salary_calculator::domain::choice::{Location, Seniority};
use salary_calculator::domain::estimate;
use salary_calculator::domain::figure::Mark;
use salary_calculator::domain::market::{
    Band, Discipline, Fault, Level, Multipliers, PublishedBand, Role, Specialism,
};
use salary_calculator::domain::money::{BasisPoints, BillableDays, Factor, GrossSalary, Money};

use common::figures;

const TABLE: &str = include_str!("cases/estimates.csv");

/// Every role of every discipline.
fn roles() -> impl Iterator<Item = Role> {
    figures().disciplines.iter().flat_map(Discipline::roles)
}

fn role(discipline: &str, seniority: &str, specialism: &str, location: &str) -> Role {
    let discipline = figures().disciplines.iter().find(|known| known.slug == discipline).unwrap();
    Role {
        discipline,
        seniority: Seniority::from_slug(seniority).unwrap(),
        specialism: discipline.specialisms.iter().find(|known| known.slug == specialism).unwrap(),
        location: Location::from_slug(location).unwrap(),
    }
}

fn band<P: Copy>([low, typical, high]: [i32; 3]) -> Band<P> {
    let [low, typical, high] = [low, typical, high].map(Money::from_pounds);
    Band { low, typical, high }
}

#[test]
fn every_estimate_matches_the_table() {
    let discipline = figures().first_discipline();
    let mut seen = Vec::new();
    for line in TABLE.lines().skip(1) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap();
        let role = role(discipline.slug, cell(), cell(), cell());
        let mut pounds = || [cell(), cell(), cell()].map(|cell| cell.parse::<i32>().unwrap());
        assert_eq!(estimate::permanent(role).band, band(pounds()), "{line}");
        assert_eq!(estimate::contract(role).band, band(pounds()), "{line}");
        seen.push(role);
    }
    assert_eq!(seen.len(), 40);
    assert!(seen == discipline.roles());
}

/// Computed by hand from the sheets of the second discipline.
#[test]
fn another_discipline_has_estimates_of_its_own() {
    let cases = [
        // 62,000 × 1.08 = 66,960; 475 × 1.04 = 494.
        (["mid", "generalist", "london"], [56_000, 67_000, 78_000], [415, 495, 570]),
        // 86,000 × 0.95 × 1.04 = 84,968; 575 × 0.97 × 1.02 = 568.905. The low end of 74,100 is raised.
        (["senior", "kubernetes", "regional"], [75_000, 85_000, 104_500], [495, 570, 655]),
        // 112,000 × 1.08 × 1.02 = 123,379.20; 690 × 1.04 × 1.01 = 724.776.
        (["lead", "site-reliability", "london"], [106_000, 123_500, 156_500], [630, 725, 860]),
    ];
    for ([seniority, specialism, location], salary, rate) in cases {
        let role = role("platform-engineering", seniority, specialism, location);
        assert_eq!(estimate::permanent(role).band, band(salary), "{role:?}");
        assert_eq!(estimate::contract(role).band, band(rate), "{role:?}");
    }
}

#[test]
fn every_estimate_is_in_order_and_in_its_steps() {
    for role in roles() {
        let (salary, rate) = (estimate::permanent(role).band, estimate::contract(role).band);
        assert!(salary.low <= salary.typical && salary.typical <= salary.high, "{role:?}");
        assert!(rate.low <= rate.typical && rate.typical <= rate.high, "{role:?}");
        let step = estimate::SALARY_STEP.pence();
        let in_steps = [salary.typical, salary.high].iter().all(|amount| amount.pence() % step == 0);
        let step = estimate::DAY_RATE_STEP.pence();
        let rates = [rate.low, rate.typical, rate.high];
        assert!(in_steps && rates.iter().all(|amount| amount.pence() % step == 0), "{role:?}");
    }
}

#[test]
fn a_low_end_below_the_published_one_is_raised_to_it() {
    let mut raised_lows = 0;
    for role in roles() {
        let estimate = estimate::permanent(role);
        let floor = role.level().published.low;
        assert!(estimate.band.low >= floor, "{role:?}");
        let raised = estimate.working.raised_low;
        assert_eq!(raised.is_some(), estimate.band.low == floor && raised != Some(floor), "{role:?}");
        assert!(raised.is_none_or(|low| low < floor));
        assert_eq!(estimate::contract(role).working.raised_low, None);
        raised_lows += usize::from(raised.is_some());
    }
    assert!(raised_lows > 0);
}

#[test]
fn a_low_end_that_just_reaches_the_published_one_is_not_raised() {
    let role = Role { seniority: Seniority::Junior, ..Role::first_of(figures().first_discipline()) };
    let low = estimate::permanent(role).band.low;
    for (floor, raised) in [(low, None), (low + Money::from_pence(1), Some(low))] {
        let mut discipline = *role.discipline;
        discipline.levels.junior.published = PublishedBand { low: floor, high: None, open_ended: true };
        let estimate = estimate::permanent(Role { discipline: Box::leak(Box::new(discipline)), ..role });
        assert_eq!((estimate.band.low, estimate.working.raised_low), (floor, raised));
    }
}

#[test]
fn a_location_multiplies_pay_by_a_half_to_two() {
    for (salary, day_rate, is_allowed) in [
        (5_000, 20_000, true),
        (20_000, 5_000, true),
        (4_999, 10_000, false),
        (10_000, 4_999, false),
        (20_001, 10_000, false),
        (10_000, 20_001, false),
    ] {
        let [salary, day_rate] = [salary, day_rate].map(BasisPoints);
        let multipliers = Multipliers { salary, day_rate, mark: Mark::Modelled };
        let expected = if is_allowed { Ok(()) } else { Err(Fault::Multiplier) };
        assert_eq!(multipliers.check(), expected, "{multipliers:?}");
        // The discipline reports the faults of its rows.
        let mut discipline = *figures().first_discipline();
        discipline.locations.regional = multipliers;
        assert_eq!(discipline.check(), expected, "{multipliers:?}");
    }
}

#[test]
fn an_uplift_is_from_minus_50_to_100_per_cent_and_in_order() {
    let good = *figures().first_discipline().first_specialism();
    for (uplifts, expected) in [
        ([-5_000, 0, 10_000], Ok(())),
        ([600, 600, 600], Ok(())),
        ([-5_001, 0, 0], Err(Fault::Uplift)),
        ([0, 0, 10_001], Err(Fault::Uplift)),
        ([1, 0, 1], Err(Fault::Order)),
        ([0, 2, 1], Err(Fault::Order)),
    ] {
        let [low, typical, high] = uplifts.map(BasisPoints);
        let specialism = Specialism { low, typical, high, ..good };
        assert_eq!(specialism.check(), expected, "{uplifts:?}");
        let specialisms: &'static [_] = vec![good, specialism].leak();
        assert_eq!(
            Discipline { specialisms, ..*figures().first_discipline() }.check(),
            expected,
            "{uplifts:?}"
        );
    }
    let none = Discipline { specialisms: &[], ..*figures().first_discipline() };
    assert_eq!(none.check(), Err(Fault::NoSpecialism));
}

#[test]
fn an_amount_is_rounded_half_up_to_a_pound() {
    for (pence, pounds) in [(0, 0), (49, 0), (50, 1), (149, 1), (150, 2), (-50, 0), (-51, -1)] {
        assert_eq!(GrossSalary::from_pence(pence).to_a_pound(), Money::from_pounds(pounds), "{pence}");
    }
}

#[test]
fn the_working_leads_to_the_estimate() {
    for role in roles() {
        let (salary, rate) = (estimate::permanent(role), estimate::contract(role));
        assert_eq!(salary.working.specialism.factor, Factor::uplifted(role.specialism.typical));
        assert_eq!(rate.working.specialism.factor, Factor::half_uplifted(role.specialism.typical));
        assert_leads_to_the_estimate(salary, role);
        assert_leads_to_the_estimate(rate, role);
    }
}

fn assert_leads_to_the_estimate<P: Copy>(estimate: estimate::Estimate<P>, role: Role) {
    let working = estimate.working;
    // In fractions of a penny, multiplied as on paper.
    let one = i128::from(Factor::PARTS) * i128::from(Factor::PARTS);
    let [location, specialism] =
        [working.location, working.specialism].map(|marked| i128::from(marked.factor.parts()));
    let exact = i128::from(working.national.typical.value.pence()) * location * specialism;
    let off = |amount: Money<P>| (exact - i128::from(amount.pence()) * one).abs();
    assert!(off(working.product) <= 50 * one, "{role:?}");
    assert!(2 * off(estimate.band.typical) <= i128::from(working.step.pence()) * one, "{role:?}");
}

#[test]
fn published_bands_match_the_sheet() {
    let levels = &figures().first_discipline().levels;
    let published = Seniority::ALL.iter().map(|&seniority| {
        let Level { published: PublishedBand { low, high, open_ended }, .. } = *levels.get(seniority);
        (low.pence() / 100, high.map(|high| high.pence() / 100), open_ended)
    });
    let expected = [
        (40_000, Some(55_000), false),
        (60_000, Some(80_000), false),
        (85_000, Some(110_000), true),
        (110_000, None, true),
    ];
    assert!(published.eq(expected));
}

#[test]
fn a_year_of_a_contract_is_its_rate_times_its_days() {
    let rates = estimate::contract(role("machine-learning", "senior", "nlp", "london")).band;
    for (days, year) in [(220, 148_500), (1, 675), (260, 175_500)] {
        assert_eq!(rates.typical.over(BillableDays::new(days).unwrap()), Money::from_pounds(year));
    }
}
