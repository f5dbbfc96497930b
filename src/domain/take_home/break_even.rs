//! The day rate at which a contract leaves as much as a salary.

use crate::domain::money::{BillableDays, Day, DayRate, Money, Year};

/// No rate brings in more than this over a year.
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
    let kept = |pounds: i64| kept(Money::<Day>::from_pence(pounds * 100));
    let enough = |pounds: i64| pounds > 0 && kept(pounds).is_some_and(|kept| kept >= target);
    // Go in growing steps until there is a rate on either side: one too low, one high enough.
    let (mut low, mut high) = (near.pence() / 100, near.pence() / 100);
    let mut step = 1;
    if enough(low) {
        while enough(low) {
            (high, low, step) = (low, low - step, 2 * step);
        }
    } else {
        while !enough(high) {
            if high >= most {
                return None;
            }
            (low, high, step) = (high, (high + step).min(most), 2 * step);
        }
    }
    let mut low = low.max(0);
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        if enough(middle) { high = middle } else { low = middle }
    }
    // Below that a rate may still leave enough, as long as what is kept has not fallen for good.
    while low > 0 && kept(low).is_some_and(|kept| kept + WOBBLE >= target) {
        if enough(low) {
            high = low;
        }
        low -= 1;
    }
    Some(Money::from_pence(high * 100))
}
