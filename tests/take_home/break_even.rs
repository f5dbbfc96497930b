//! The smallest day rate of which enough is kept, against searches that are too slow to be wrong.

use std::cell::Cell;

use proptest::prelude::*;
use salary_calculator::domain::money::{BillableDays, Day, DayRate, Money, Year};
use salary_calculator::domain::take_home::break_even::smallest_rate;
use salary_calculator::domain::take_home::{Contract, Excess, Taxpayer, inside, outside};
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;

use crate::{TODAY, any, taxpayer};

type Kept = fn(&Taxpayer, &Contract) -> Result<Money<Year>, Excess>;

const SIDES: [Kept; 2] = [inside::kept, outside::kept];

/// More rates than a step of the personal allowance is apart, even for one day.
const WINDOW: usize = 60;

fn pounds(rate: i64) -> DayRate {
    Money::<Day>::from_pence(rate * 100)
}

proptest! {
    #[test]
    fn no_rate_below_leaves_enough(
        taxpayer in any::taxpayer(), contract in any::contract(), target in any::pence(1, 1_000_000),
        near in 1..=20_000_i64,
    ) {
        let target = Money::from_pence(target);
        for side in SIDES {
            let kept = |day_rate| side(&taxpayer, &Contract { day_rate, ..contract }).ok();
            let enough = |rate: i64| kept(pounds(rate)).is_some_and(|kept| kept >= target);
            let found = smallest_rate(target, contract.days, pounds(near), kept).unwrap();
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
        let (target, days) = (Money::from_pence(target), BillableDays::new(contract.days.get().max(100)).unwrap());
        for side in SIDES {
            let small = Contract {
                days, expenses: Money::from_pence(contract.expenses.pence() % 1_000_000), pension: Money::from_pence(0),
                umbrella_margin: Money::from_pence(contract.umbrella_margin.pence() % 5_000), ..contract
            };
            let kept = |day_rate| side(&taxpayer, &Contract { day_rate, ..small }).ok();
            let first = (1..1_000_000).map(pounds).find(|&rate| kept(rate).is_some_and(|kept| kept >= target));
            prop_assert_eq!(smallest_rate(target, days, pounds(near), kept), first);
        }
    }

    /// Where the allowance shrinks and a rate is for a few days, what is kept goes up and down: the target is what is
    /// kept at one such rate, so that there are often several rates about it that leave enough.
    #[test]
    fn the_smallest_rate_is_found_where_what_is_kept_falls_now_and_then(
        taxpayer in any::taxpayer(), days in 1..=3_u16, income in 99_000..=180_000_i64, off in -60..=60_i64,
        near in 1..=200_000_i64, side in proptest::sample::select(&SIDES[..]),
    ) {
        let days = BillableDays::new(days).unwrap();
        let nothing = Money::from_pence(0);
        let contract = |day_rate| Contract {
            day_rate, days, umbrella_margin: Money::from_pence(0), expenses: nothing, pension: nothing,
        };
        let kept = |day_rate| side(&taxpayer, &contract(day_rate)).ok();
        let about = income / i64::from(days.get());
        let target = kept(pounds(about)).unwrap() + Money::from_pence(off);
        let first = (about - 600..about + 600).map(pounds).find(|&rate| kept(rate).is_some_and(|kept| kept >= target));
        prop_assert_eq!(smallest_rate(target, days, pounds(near), kept), first);
    }
}

#[test]
fn a_rate_is_looked_for_from_one_pound_to_what_no_contract_brings_in() {
    let [one, year] = [1, 200].map(|days| BillableDays::new(days).unwrap());
    let rate_as_kept = |rate: DayRate| Some(Money::from_pence(rate.pence()));
    // What is aimed at, the days, where to look first, and what is found, in pounds.
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
fn a_fall_of_a_pound_is_looked_behind_and_a_larger_one_is_not_looked_for() {
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

/// The page draws a curve of these: each is looked for near the last.
#[test]
fn a_rate_is_found_in_a_few_looks() {
    let days = BillableDays::new(220).unwrap();
    let looks = |target: i64, near: i64, side: &dyn Fn(DayRate) -> Money<Year>| {
        let looks = Cell::new(0);
        let look = |rate| {
            looks.set(looks.get() + 1);
            Some(side(rate))
        };
        smallest_rate(Money::from_pence(target * 100), days, pounds(near), look).unwrap();
        looks.get()
    };
    // What is kept is a straight line, and found at once.
    let half = |rate: DayRate| Money::from_pence(rate.pence() * 110);
    for near in [1, 590, 599, 600, 601, 610, 1_000_000] {
        assert!(looks(66_000, near, &half) <= 4, "{near}");
    }
    // No line at all: nothing up to a rate, and enough from there.
    let cliff = |rate: DayRate| Money::from_pounds(if rate < pounds(100_000) { 0 } else { 1_000 });
    for near in [1, 99_999, 100_000, 1_000_000] {
        assert!(looks(1_000, near, &cliff) <= 40, "{near}");
    }
    // A line with corners.
    let taxpayer = taxpayer("2026-27", "rest-of-uk", &["plan-2"]);
    let nothing = Money::from_pence(0);
    let mut most = [0; 2];
    for target in (20_000..200_000).step_by(1_000) {
        for (side, most) in SIDES.iter().zip(&mut most) {
            let kept = |day_rate| {
                let margin = Money::from_pence(0);
                let contract =
                    Contract { day_rate, days, umbrella_margin: margin, expenses: nothing, pension: nothing };
                side(&taxpayer, &contract).unwrap_or(nothing)
            };
            *most = looks(target, target * 2 / 220, &kept).max(*most);
        }
    }
    assert!(most.into_iter().all(|most| most <= 8), "{most:?}");
}

#[test]
fn a_curve_is_the_same_whether_or_not_each_rate_is_looked_for_near_the_last() {
    for query in
        ["salary=95000", "salary=1&bonus=200", "salary=10000000&expenses=1000000&contract-pension=60000"]
    {
        let (scenario, _) = Scenario::of(&query::read(query));
        let take_home = Summary::of(&scenario, TODAY).take_home.unwrap();
        let curve = take_home.curve();
        assert!(curve.iter().map(|(days, _)| days.get()).eq(150..=260), "{query}");
        for (days, rates) in curve {
            assert_eq!(take_home.break_even_over(days, None), Some(rates), "{query} {days:?}");
        }
    }
}
