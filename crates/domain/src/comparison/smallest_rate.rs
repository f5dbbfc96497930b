//! The smallest day rate that leaves a given amount.

use crate::money::{BillableDays, DayRate, Money, Year};

/// The most that a rate can bring in over a year: ten times what any salary leaves, and small enough for an
/// [`crate::money::Exact`] amount.
const MOST: Money<Year> = Money::from_pounds(400_000_000);

/// The most that the amount kept can fall while a rate rises. The personal allowance shrinks in steps of a pound, and a
/// step costs less than a pound; nothing else makes it fall (see [`crate::tax::rules::StudentLoans::check`]).
const WOBBLE: Money<Year> = Money::from_pounds(1);

/// The number of secant steps before bisection takes over. The amount kept is close to a straight line, so that many
/// are rarely needed.
const LINES: usize = 6;

/// The smallest rate in whole pounds, from one pound a day, that leaves at least `target`; `None` if no rate does.
///
/// `kept` returns the amount kept at a rate, or `None` if the rate does not cover the costs. The search starts at
/// `near`: the closer that is to the rate, the sooner it ends.
pub fn smallest_rate(
    target: Money<Year>,
    days: BillableDays,
    near: DayRate,
    kept: impl Fn(DayRate) -> Option<Money<Year>>,
) -> Option<DayRate> {
    let most = MOST.pence() / 100 / i64::from(days.get());
    let kept = |pounds: i64| if pounds > 0 { kept(Money::from_pence(pounds * 100)) } else { None };
    // The highest rate known to be too low, with the amount kept at it, and the lowest known to be high enough.
    let (mut low, mut below, mut high) = (0, None, None);
    let mut line = Line::guessed(days);
    let mut rate = (near.pence() / 100).clamp(1, most);
    for step in 0.. {
        let amount = kept(rate);
        if amount.is_some_and(|amount| amount >= target) {
            high = Some(rate);
        } else if rate == most {
            return None;
        } else {
            (low, below) = (rate, amount);
        }
        let next = amount.map(|amount| line.through(rate, amount).reaches(target)).filter(|_| step < LINES);
        rate = match high {
            Some(high) if high - low == 1 => break,
            Some(high) => next.unwrap_or(i64::midpoint(low, high)).clamp(low + 1, high - 1),
            None => next.unwrap_or(2 * low).clamp(low + 1, most),
        };
    }
    // A lower rate can still leave enough, as long as the amount kept is less than a wobble below the target.
    while below.is_some_and(|amount| amount + WOBBLE >= target) {
        low -= 1;
        below = kept(low);
        if below.is_some_and(|amount| amount >= target) {
            high = Some(low);
        }
    }
    high.map(|pounds| Money::from_pence(pounds * 100))
}

/// The straight line through the last two points.
struct Line {
    /// The last rate in pounds, and the pence kept at it.
    last: Option<(i64, i64)>,
    /// The rise in the pence kept …
    rise: i64,
    /// … for this many more pounds a day.
    run: i64,
}

impl Line {
    /// The line assumed before there are two points: half of every pound is kept.
    fn guessed(days: BillableDays) -> Self {
        Self { last: None, rise: 50 * i64::from(days.get()), run: 1 }
    }

    /// The line through this point and the one before it.
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

    /// The rate at which the line reaches an amount.
    fn reaches(&self, target: Money<Year>) -> i64 {
        let (rate, kept) = self.last.unwrap_or_default();
        rate - ((kept - target.pence()).saturating_mul(self.run)).div_euclid(self.rise)
    }
}
