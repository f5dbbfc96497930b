//! The day rate at which a contract leaves as much as a salary.

use crate::domain::money::{BillableDays, DayRate, Money, Year};

/// No rate brings in more than this over a year: ten times what can be kept of any salary that is taken, and little
/// enough for an [`crate::domain::money::Exact`] amount.
const MOST: Money<Year> = Money::from_pounds(400_000_000);

/// How far what is kept may fall while a rate rises. The personal allowance goes in steps of a pound, and a step costs
/// less than that; nothing else falls (see [`crate::domain::tax::rules::StudentLoans::checked`]).
const WOBBLE: Money<Year> = Money::from_pounds(1);

/// How often a line through two rates says where to look next, before what is left is halved. What is kept is nearly
/// a straight line, so that this is rarely reached.
const LINES: usize = 6;

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
    // The highest rate known to be too low, with what is kept of it; the lowest known to be high enough.
    let (mut low, mut below, mut high) = (0, None, None);
    let mut line = Line::guessed(days);
    let mut rate = (near.pence() / 100).clamp(1, most);
    for look in 0.. {
        let amount = kept(rate);
        if amount.is_some_and(|amount| amount >= target) {
            high = Some(rate);
        } else if rate == most {
            return None;
        } else {
            (low, below) = (rate, amount);
        }
        let next = amount.map(|amount| line.through(rate, amount).reaches(target)).filter(|_| look < LINES);
        rate = match high {
            Some(high) if high - low == 1 => break,
            Some(high) => next.unwrap_or(i64::midpoint(low, high)).clamp(low + 1, high - 1),
            None => next.unwrap_or(2 * low).clamp(low + 1, most),
        };
    }
    // Below that a rate may still leave enough, as long as what is kept has not fallen for good.
    while below.is_some_and(|amount| amount + WOBBLE >= target) {
        low -= 1;
        below = kept(low);
        if below.is_some_and(|amount| amount >= target) {
            high = Some(low);
        }
    }
    high.map(|pounds| Money::from_pence(pounds * 100))
}

/// The straight line that what is kept seems to lie on.
struct Line {
    /// The rate that was looked at last, and what is kept of it.
    last: Option<(i64, i64)>,
    /// So much more is kept …
    rise: i64,
    /// … of so much higher a rate.
    run: i64,
}

impl Line {
    /// Before anything is known, half of a pound is kept.
    fn guessed(days: BillableDays) -> Self {
        Self { last: None, rise: 50 * i64::from(days.get()), run: 1 }
    }

    /// The line through this rate and the one before it.
    fn through(&mut self, rate: i64, kept: Money<Year>) -> &Self {
        if let Some((before, then)) = self.last {
            let (rise, run) = (kept.pence() - then, rate - before);
            if rise.signum() == run.signum() {
                (self.rise, self.run) = (rise.abs(), run.abs());
            }
        }
        self.last = Some((rate, kept.pence()));
        self
    }

    /// The first rate of which so much is kept.
    fn reaches(&self, target: Money<Year>) -> i64 {
        let (rate, kept) = self.last.unwrap_or_default();
        rate - ((kept - target.pence()).saturating_mul(self.run)).div_euclid(self.rise)
    }
}
