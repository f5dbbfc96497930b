//! The day rate at which a contract leaves as much as a salary.

use crate::domain::money::{BillableDays, DayRate, Money, Year};

/// No rate brings in more than this over a year: ten times what can be kept of any salary that is taken, and little
/// enough for an [`crate::domain::money::Exact`] amount.
const MOST: Money<Year> = Money::from_pounds(400_000_000);

/// How far what is kept may fall while a rate rises. The personal allowance goes in steps of a pound, and a step costs
/// less than that; nothing else falls (see [`crate::domain::tax::rules::StudentLoans::checked`]).
const WOBBLE: Money<Year> = Money::from_pounds(1);

/// The smallest rate in whole pounds of which at least `target` is kept, from one pound a day.
///
/// `kept` says what is kept of a rate; nothing where that cannot be worked out because the rate is too low. `near` is
/// where to look first: the closer it is, the sooner the rate is found. `None` where no rate is high enough.
pub fn smallest_rate(
    target: Money<Year>,
    days: BillableDays,
    near: DayRate,
    kept: impl Fn(DayRate) -> Option<Money<Year>>,
) -> Option<DayRate> {
    let most = MOST.pence() / 100 / i64::from(days.get());
    let kept = |pounds: i64| if pounds > 0 { kept(Money::from_pence(pounds * 100)) } else { None };
    let enough = |amount: Option<Money<Year>>| amount.is_some_and(|amount| amount >= target);
    let near = nearer(target, days, near.pence() / 100, kept).clamp(1, most);
    // Go in growing steps until there is a rate on either side: one too low, of which `amount` is kept, one high enough.
    let (mut low, mut high, mut step) = (near, near, 1);
    let mut amount = kept(near);
    if enough(amount) {
        while enough(amount) {
            (high, low, step) = (low, low - step, 2 * step);
            amount = kept(low);
        }
    } else {
        loop {
            high = (low + step).min(most);
            let next = kept(high);
            if enough(next) {
                break;
            }
            if high == most {
                return None;
            }
            (low, amount, step) = (high, next, 2 * step);
        }
    }
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        let next = kept(middle);
        if enough(next) {
            high = middle;
        } else {
            (low, amount) = (middle, next);
        }
    }
    // Below that a rate may still leave enough, as long as what is kept has not fallen for good.
    while amount.is_some_and(|amount| amount + WOBBLE >= target) {
        low -= 1;
        amount = kept(low);
        if enough(amount) {
            high = low;
        }
    }
    Some(Money::from_pence(high * 100))
}

/// A rate close to the one that is sought: what is kept is nearly a straight line, so a step of the secant method leads
/// to within a few pounds of it. The first step takes it that half of a pound is kept.
fn nearer(
    target: Money<Year>,
    days: BillableDays,
    near: i64,
    kept: impl Fn(i64) -> Option<Money<Year>>,
) -> i64 {
    let short = |rate: i64| kept(rate).map(|kept| target.pence() - kept.pence());
    let Some(first) = short(near) else { return near };
    let step = first * 2 / (100 * i64::from(days.get()));
    let second = near + step;
    let Some(then) = short(second) else { return second };
    second + then.saturating_mul(step).checked_div(first - then).unwrap_or(0)
}
