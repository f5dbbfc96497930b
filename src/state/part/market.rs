//! The market estimate of a single view: headline, range, the visitor's own pay, and the working.

use crate::domain::estimate::{self, Estimate};
use crate::domain::market::{Band, Role};
use crate::domain::money::{AnnualisedIncome, BillableDays, Day, DayRate, Year};
use crate::state::answer;
use crate::state::input::Key;
use crate::state::model::State;

/// The contents of the market estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Market<P: Copy> {
    /// The role.
    pub role: Role,
    /// The estimate, with the visitor's own pay.
    pub market: answer::Market<P>,
    /// Whether the visitor's own pay is the last valid amount rather than the text in the field.
    pub is_stale: bool,
    /// The lowest and the highest amount of any estimate of the discipline, in pence: the ends of the scale.
    pub scale: (i64, i64),
    /// The income from a contract over a year.
    pub years: Vec<YearOfDays>,
    /// Whether the working is shown.
    pub has_working: bool,
}

/// A day rate over a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOfDays {
    /// The day rate.
    pub rate: DayRate,
    /// The days.
    pub days: BillableDays,
    /// The income.
    pub income: AnnualisedIncome,
    /// The typical range; `None` for the visitor's own rate.
    pub range: Option<Band<Year>>,
}

impl Market<Year> {
    /// The salary of a permanent job.
    pub fn permanent(state: &State) -> Self {
        Self::of(state, Key::Salary, state.answer.permanent, estimate::permanent)
    }
}

impl Market<Day> {
    /// The day rate of a contract.
    pub fn contract(state: &State) -> Self {
        let answer = &state.answer;
        let days = answer.days;
        let mut years = vec![YearOfDays {
            rate: answer.contract.estimate.band.typical,
            days,
            income: answer.annualised.typical,
            range: Some(answer.annualised),
        }];
        let own = answer.contract.own.zip(answer.own_annualised);
        years.extend(own.map(|(own, income)| YearOfDays { rate: own.amount, days, income, range: None }));
        Self { years, ..Self::of(state, Key::DayRate, answer.contract, estimate::contract) }
    }
}

impl<P: Copy> Market<P> {
    fn of(state: &State, own: Key, market: answer::Market<P>, estimate: fn(Role) -> Estimate<P>) -> Self {
        let role = state.answer.role;
        let mut scale = (i64::MAX, 0);
        for role in role.discipline.roles() {
            let band = estimate(role).band;
            scale = (scale.0.min(band.low.pence()), scale.1.max(band.high.pence()));
        }
        Self {
            role,
            market,
            is_stale: state.problem(own).is_some_and(|problem| problem.reason.is_of_text()),
            scale,
            years: Vec::new(),
            has_working: !state.host.compact,
        }
    }
}
