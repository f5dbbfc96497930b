//! The cost of a week without work.

use salary_calculator::domain::choice::Arrangement;
use salary_calculator::domain::comparison::week_invoiced;
use salary_calculator::domain::money::{BillableDays, Money, Year};
use salary_calculator::domain::offer::Side;
use salary_calculator::state::answer::{Answer, TakeHome};
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;

use crate::common::{TODAY, figures};
use crate::money;

/// Both sides of the off-payroll rules, with the arrangement of each.
const SIDES: [(Side, Arrangement); 2] =
    [(Side::Inside, Arrangement::InsideIr35), (Side::Outside, Arrangement::OutsideIr35)];

fn take_home(days: u16, others: &str) -> TakeHome {
    let query = format!("day-rate=550&expenses=0&days={days}&{others}");
    let (scenario, problems) = Scenario::of(&query::read(&query), figures());
    assert_eq!(problems, []);
    Answer::of(&scenario, TODAY).take_home.unwrap()
}

#[test]
fn a_week_off_costs_what_is_kept_of_its_five_days() {
    for days in [6, 7, 30, 180, 220, 260] {
        for (side, arrangement) in SIDES {
            let kept = |days| take_home(days, "").kept(arrangement).unwrap();
            let lost = take_home(days, "").week_off(side);
            assert_eq!(lost, Some(kept(days) - kept(days - 5)), "{days} {side:?}");
        }
        assert_eq!(week_invoiced(&take_home(days, "").contract), Money::from_pounds(5 * 550), "{days}");
    }
}

#[test]
fn a_week_off_costs_everything_if_the_contract_is_no_longer_than_a_week() {
    for days in 1..=5 {
        let all = take_home(days, "");
        for (side, arrangement) in SIDES {
            assert!(all.kept(arrangement).is_some());
            assert_eq!(all.week_off(side), all.kept(arrangement), "{days}");
        }
        assert_eq!(week_invoiced(&all.contract), Money::from_pounds(i32::from(days) * 550), "{days}");
    }
}

#[test]
fn a_week_off_has_no_cost_if_the_pension_cannot_be_paid_with_or_without_it() {
    // Nine days bring in £4,950, four of them £2,200.
    let lost = |pension: &str| {
        let pay = take_home(9, &format!("contract-pension={pension}"));
        SIDES.map(|(side, _)| pay.week_off(side))
    };
    assert_eq!((lost("6000"), lost("3000")), ([None; 2], [None; 2]));
    assert!(lost("2000").into_iter().all(|lost: Option<Money<Year>>| lost > Some(money(0.0))));
}

#[test]
fn a_week_can_be_left_out_only_where_days_remain() {
    let without = |days| BillableDays::new(days).unwrap().without_a_week().map(BillableDays::get);
    assert_eq!([1, 5, 6, 220].map(without), [None, None, Some(1), Some(215)]);
}
