//! The smallest day rate that leaves enough, tested against searches too slow to be wrong.

use std::cell::Cell;

use proptest::prelude::*;
use salary_calculator::domain::choice::Arrangement;
use salary_calculator::domain::comparison::{self, CURVE_DAYS, smallest_rate};
use salary_calculator::domain::money::{BillableDays, Day, DayRate, Money, Year};
use salary_calculator::domain::offer::{Contract, ContractTerms, Side};
use salary_calculator::state::answer::Answer;
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;

use crate::common::{TODAY, figures};
use crate::{any, taxpayer};

const SIDES: [Side; 2] = [Side::Inside, Side::Outside];

/// More pounds a day than there are between two steps of the personal allowance, even for one day.
const WINDOW: usize = 60;

fn pounds(rate: i64) -> DayRate {
    Money::<Day>::from_pence(rate * 100)
}

/// Terms that cost nothing.
fn free(days: BillableDays) -> ContractTerms {
    ContractTerms { days, umbrella_margin: Money::ZERO, expenses: Money::ZERO, pension: Money::ZERO }
}

proptest! {
    #[test]
    fn no_lower_rate_leaves_enough(
        taxpayer in any::taxpayer(), contract in any::contract(), target in any::pence(1, 1_000_000),
        near in 1..=20_000_i64,
    ) {
        let target = Money::from_pence(target);
        for side in SIDES {
            let kept = |day_rate| side.kept(&taxpayer, &Contract { day_rate, ..contract }).ok();
            let enough = |rate: i64| kept(pounds(rate)).is_some_and(|kept| kept >= target);
            let found = smallest_rate(target, contract.terms.days, pounds(near), kept).unwrap();
            let rate = found.pence() / 100;
            prop_assert_eq!(found, pounds(rate));
            prop_assert!(enough(rate));
            prop_assert_eq!((1..rate).rev().take(WINDOW).find(|&rate| enough(rate)), None);
        }
    }

    #[test]
    fn a_search_from_one_pound_finds_the_same_rate(
        taxpayer in any::taxpayer(), contract in any::contract(), target in 1..=500_000_i64,
        near in prop_oneof![1..=100_i64, 1..=2_000_000_i64],
    ) {
        let target = Money::from_pence(target);
        let ContractTerms { days, umbrella_margin, expenses, .. } = contract.terms;
        let days = BillableDays::new(days.get().max(100)).unwrap();
        let terms = ContractTerms {
            days,
            umbrella_margin: Money::from_pence(umbrella_margin.pence() % 5_000),
            expenses: Money::from_pence(expenses.pence() % 1_000_000),
            pension: Money::ZERO,
        };
        for side in SIDES {
            let kept = |day_rate| side.kept(&taxpayer, &Contract { day_rate, terms }).ok();
            let first = (1..1_000_000).map(pounds).find(|&rate| kept(rate).is_some_and(|kept| kept >= target));
            prop_assert_eq!(smallest_rate(target, days, pounds(near), kept), first);
        }
    }

    /// While the allowance shrinks, the amount kept from a few days goes up and down with the rate. The target is the
    /// amount kept at one such rate, so several rates near it often leave enough.
    #[test]
    fn the_smallest_rate_is_found_although_the_amount_kept_sometimes_falls(
        taxpayer in any::taxpayer(), days in 1..=3_u16, income in 99_000..=180_000_i64, off in -60..=60_i64,
        near in 1..=200_000_i64, side in proptest::sample::select(&SIDES[..]),
    ) {
        let days = BillableDays::new(days).unwrap();
        let kept = |day_rate| side.kept(&taxpayer, &Contract { day_rate, terms: free(days) }).ok();
        let about = income / i64::from(days.get());
        let target = kept(pounds(about)).unwrap() + Money::from_pence(off);
        let first = (about - 600..about + 600).map(pounds).find(|&rate| kept(rate).is_some_and(|kept| kept >= target));
        prop_assert_eq!(smallest_rate(target, days, pounds(near), kept), first);
    }
}

#[test]
fn the_search_covers_rates_from_one_pound_to_more_than_any_contract_brings_in() {
    let [one, year] = [1, 200].map(|days| BillableDays::new(days).unwrap());
    let rate_as_kept = |rate: DayRate| Some(Money::from_pence(rate.pence()));
    // The target, the days, the start of the search, and the rate it finds, in pounds.
    let cases = [
        (0, one, 700, Some(1)),
        (0, one, 1, Some(1)),
        (1, year, 0, Some(1)),
        (2, year, 1, Some(2)),
        (2, year, 2, Some(2)),
        (2, year, 3, Some(2)),
        (65, year, 1, Some(65)),
        (2_000_000, year, 1, Some(2_000_000)),
        (2_000_001, year, 1, None),
        (2_000_001, year, 5_000_000, None),
        (400_000_000, one, 399_999_990, Some(400_000_000)),
        (400_000_001, one, 399_999_990, None),
    ];
    for (target, days, near, expected) in cases {
        let found = smallest_rate(Money::from_pence(target * 100), days, pounds(near), rate_as_kept);
        assert_eq!(found, expected.map(pounds), "{target} {days:?} {near}");
    }
    assert_eq!(smallest_rate(Money::from_pence(1), one, pounds(9), |_| None), None);
}

#[test]
fn the_search_looks_past_a_fall_of_a_pound_but_not_past_a_larger_one() {
    let days = BillableDays::new(1).unwrap();
    // Enough at 100, then less for a while, then enough again from 120.
    let found = |fall: i64| {
        smallest_rate(Money::from_pence(1_000), days, pounds(130), |rate| {
            let kept = match rate.pence() / 100 {
                ..100 => 0,
                100 | 120.. => 1_000,
                _ => 1_000 - fall,
            };
            Some(Money::from_pence(kept))
        })
    };
    assert_eq!((found(1), found(100), found(101)), (Some(pounds(100)), Some(pounds(100)), Some(pounds(120))));
}

/// The page draws a curve of these rates, each searched from the one before it.
#[test]
fn a_rate_is_found_in_a_few_steps() {
    let days = BillableDays::new(220).unwrap();
    let steps = |target: i64, near: i64, side: &dyn Fn(DayRate) -> Money<Year>| {
        let steps = Cell::new(0);
        let step = |rate| {
            steps.set(steps.get() + 1);
            Some(side(rate))
        };
        smallest_rate(Money::from_pence(target * 100), days, pounds(near), step).unwrap();
        steps.get()
    };
    // The amount kept is a straight line, so the rate is found at once.
    let half = |rate: DayRate| Money::from_pence(rate.pence() * 110);
    for near in [1, 590, 599, 600, 601, 610, 1_000_000] {
        assert!(steps(66_000, near, &half) <= 4, "{near}");
    }
    // Nothing is kept below a rate, and enough at or above it.
    let cliff = |rate: DayRate| Money::from_pounds(if rate < pounds(100_000) { 0 } else { 1_000 });
    for near in [1, 99_999, 100_000, 1_000_000] {
        assert!(steps(1_000, near, &cliff) <= 40, "{near}");
    }
    // A line with corners.
    let taxpayer = taxpayer("2026-27", "rest-of-uk", &["plan-2"]);
    let mut most = [0; 2];
    for target in (20_000..200_000).step_by(1_000) {
        for (side, most) in SIDES.iter().zip(&mut most) {
            let kept = |day_rate| {
                side.kept(&taxpayer, &Contract { day_rate, terms: free(days) }).unwrap_or(Money::ZERO)
            };
            *most = steps(target, target * 2 / 220, &kept).max(*most);
        }
    }
    assert!(most.into_iter().all(|most| most <= 8), "{most:?}");
}

#[test]
fn a_curve_is_the_same_wherever_the_search_for_each_rate_starts() {
    for query in
        ["salary=95000", "salary=1&bonus=200", "salary=10000000&expenses=1000000&contract-pension=60000"]
    {
        let (scenario, problems) = Scenario::of(&query::read(query), figures());
        assert_eq!(problems, [], "{query}");
        let take_home = Answer::of(&scenario, TODAY).take_home.unwrap();
        let target = take_home.kept(Arrangement::Permanent).unwrap();
        let curve = take_home.curve();
        assert!(curve.iter().map(|(days, _)| days.get()).eq(CURVE_DAYS), "{query}");
        assert!(curve.iter().any(|&(days, rates)| {
            days == scenario.contract.terms.days && Some(rates) == take_home.break_even
        }));
        for (days, rates) in curve {
            let terms = ContractTerms { days, ..take_home.contract.terms };
            let alone = comparison::break_even(&take_home.taxpayer, target, terms, None);
            assert_eq!(alone, Some(rates), "{query} {days:?}");
        }
    }
}
