//! What a week without work costs.

use salary_calculator::domain::choice::Arrangement;
use salary_calculator::domain::money::{BillableDays, Money, Year};
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;
use salary_calculator::state::take_home::TakeHome;

use crate::{TODAY, money};

fn take_home(days: u16, others: &str) -> TakeHome {
    let (scenario, problems) =
        Scenario::of(&query::read(&format!("day-rate=550&expenses=0&days={days}&{others}")));
    assert_eq!(problems, []);
    Summary::of(&scenario, TODAY).take_home.unwrap()
}

#[test]
fn five_days_less_cost_what_is_kept_of_them() {
    for days in [6, 7, 30, 180, 220, 260] {
        for &arrangement in Arrangement::ALL {
            let kept = |days| take_home(days, "").kept(arrangement).unwrap();
            let lost = take_home(days, "").week_without_work(arrangement);
            let expected = (arrangement != Arrangement::Permanent).then(|| kept(days) - kept(days - 5));
            assert_eq!(lost, expected, "{days} {arrangement:?}");
        }
    }
}

#[test]
fn a_week_less_than_there_is_costs_all_of_it() {
    for days in 1..=5 {
        for arrangement in [Arrangement::InsideIr35, Arrangement::OutsideIr35] {
            let all = take_home(days, "");
            assert_eq!(all.week_without_work(arrangement), all.kept(arrangement), "{days}");
        }
    }
}

#[test]
fn nothing_is_said_of_a_week_where_the_year_with_or_without_it_does_not_pay_for_the_pension() {
    // Nine days bring in £4,950, four of them £2,200.
    let lost = |pension: &str| {
        let pay = take_home(9, &format!("contract-pension={pension}"));
        [Arrangement::InsideIr35, Arrangement::OutsideIr35].map(|side| pay.week_without_work(side))
    };
    assert_eq!((lost("6000"), lost("3000")), ([None; 2], [None; 2]));
    assert!(lost("2000").into_iter().all(|lost: Option<Money<Year>>| lost > Some(money(0.0))));
}

#[test]
fn a_week_can_only_be_left_out_where_more_is_left() {
    let without = |days| BillableDays::new(days).unwrap().without_a_week().map(BillableDays::get);
    assert_eq!([1, 5, 6, 220].map(without), [None, None, Some(1), Some(215)]);
}
