//! The day rate that matches the salary, by the days worked in a year.

use crate::domain::comparison::{CURVE_DAYS, Point};
use crate::domain::money::BillableDays;
use crate::domain::offer::Contract;
use crate::state::answer::TakeHome;
use crate::state::model::State;

/// The number of days from one row of the table to the next.
const ROWS: u16 = 10;

/// The contents of the curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The matching rates for each number of days.
    pub points: Vec<Point>,
    /// The rows of the table behind it: round numbers of days, and the visitor's own.
    pub rows: Vec<Point>,
    /// The visitor's contract.
    pub contract: Contract,
    /// Whether the day rate is typical rather than the visitor's own.
    pub is_typical: bool,
}

impl Curve {
    /// The curve; `None` if the salary cannot be computed.
    pub fn of(take_home: &TakeHome, state: &State) -> Option<Self> {
        let points = take_home.curve();
        let days = take_home.contract.terms.days;
        let mut rows = Vec::new();
        rows.extend(take_home.break_even.filter(|_| !is_in_picture(days)).map(|rates| (days, rates)));
        for &(other, rates) in &points {
            if other.get() % ROWS == 0 || other == days {
                rows.push((other, rates));
            }
        }
        (!points.is_empty()).then(|| Self {
            points,
            rows,
            contract: take_home.contract,
            is_typical: state.scenario.contract.pay.is_none(),
        })
    }

    /// Whether the visitor's own days are in the picture.
    pub fn has_own_days(&self) -> bool {
        is_in_picture(self.contract.terms.days)
    }
}

fn is_in_picture(days: BillableDays) -> bool {
    CURVE_DAYS.contains(&days.get())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{TODAY, figures};

    fn curve(query: &str) -> Option<Curve> {
        let state = State::from_query(query, figures(), TODAY);
        Curve::of(state.answer.take_home.as_ref().unwrap(), &state)
    }

    #[test]
    fn the_table_has_round_days_and_the_visitors_own() {
        for (days, first, own) in [(220, 150, 220), (223, 150, 223), (97, 97, 97)] {
            let curve = curve(&format!("days={days}")).unwrap();
            let rows: Vec<_> = curve.rows.iter().map(|(days, _)| days.get()).collect();
            assert_eq!((rows[0], rows.contains(&own)), (first, true), "{days}");
            assert_eq!(curve.has_own_days(), days >= 150);
            assert!(rows.is_sorted());
        }
    }

    #[test]
    fn there_is_no_curve_without_a_salary() {
        assert_eq!(curve("salary=50000&pension=100&pension-method=net-pay"), None);
    }
}
