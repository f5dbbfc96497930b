//! Compares offers: take-home pay from each, the day rate that matches a salary, and the cost of a week off.

mod smallest_rate;

use std::ops::RangeInclusive;

pub use smallest_rate::smallest_rate;

use crate::money::{BillableDays, DayRate, Money, Year};
use crate::offer::{Contract, ContractTerms, Excess, Offer, Side, Statement, Taxpayer};

/// The days that the curve of matching rates covers: from a year with long gaps to one without a day off.
pub const CURVE_DAYS: RangeInclusive<u16> = 150..=BillableDays::MOST;

/// An offer with its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The offer.
    pub offer: Offer,
    /// Its statement, or the input that is too large for it.
    pub statement: Result<Statement, Excess>,
}

/// The statement of each offer, in the given order.
pub fn compare(taxpayer: &Taxpayer, offers: &[Offer]) -> Vec<Compared> {
    offers.iter().map(|&offer| Compared { offer, statement: offer.statement(taxpayer) }).collect()
}

impl Compared {
    /// Take-home pay plus pension; `None` if it cannot be computed.
    pub fn kept(&self) -> Option<Money<Year>> {
        self.statement.ok().map(|statement| statement.kept())
    }
}

/// The smallest day rates in whole pounds that match a salary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// Inside IR35.
    pub inside: DayRate,
    /// Outside IR35.
    pub outside: DayRate,
}

/// A number of days with its break-even.
pub type Point = (BillableDays, BreakEven);

/// The day rates that leave `target` under the given terms. `near` is the break-even for a similar number of days, if
/// known: it shortens the search and changes nothing else.
pub fn break_even(
    taxpayer: &Taxpayer,
    target: Money<Year>,
    terms: ContractTerms,
    near: Option<Point>,
) -> Option<BreakEven> {
    let rate = |side: Side, near: Option<Money<Year>>| {
        // A similar turnover leaves a similar amount. With nothing known, assume that half of it is kept.
        let turnover = near.map_or(target.pence() * 2, Money::pence);
        let first = Money::from_pence(turnover / i64::from(terms.days.get()));
        smallest_rate(target, terms.days, first, |day_rate| {
            side.kept(taxpayer, &Contract { day_rate, terms }).ok()
        })
    };
    Some(BreakEven {
        inside: rate(Side::Inside, near.map(|(days, rates)| rates.inside.over(days)))?,
        outside: rate(Side::Outside, near.map(|(days, rates)| rates.outside.over(days)))?,
    })
}

/// The break-even for each number of days in [`CURVE_DAYS`].
pub fn curve(taxpayer: &Taxpayer, target: Money<Year>, terms: ContractTerms) -> Vec<Point> {
    let (mut points, mut last) = (Vec::new(), None);
    for days in CURVE_DAYS.filter_map(BillableDays::new) {
        last = break_even(taxpayer, target, ContractTerms { days, ..terms }, last).map(|rates| (days, rates));
        points.extend(last);
    }
    points
}

/// The cost of a week without work to a contractor, in take-home pay and pension: all of it, if the contract is no
/// longer than a week.
pub fn week_off(taxpayer: &Taxpayer, side: Side, contract: &Contract) -> Option<Money<Year>> {
    let kept = side.kept(taxpayer, contract).ok()?;
    let Some(days) = contract.terms.days.without_a_week() else { return Some(kept) };
    let shorter = Contract { terms: ContractTerms { days, ..contract.terms }, ..*contract };
    side.kept(taxpayer, &shorter).ok().map(|then| kept - then)
}

/// The part of a contract's income that is not invoiced in such a week.
pub fn week_invoiced(contract: &Contract) -> Money<Year> {
    let Contract { day_rate, terms } = contract;
    let then = terms.days.without_a_week().map_or(Money::ZERO, |days| day_rate.over(days));
    day_rate.over(terms.days) - then
}
