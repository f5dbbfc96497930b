//! What the market pays: the sheet of figures that an estimate is made from.
//!
//! The constructors check what has to hold for every sheet. They are `const`, so that the figures of
//! [`crate::data`] are checked when the program is built; the same checks word the message that names a bad row.

use std::fmt;

use super::choice::{ByLocation, BySeniority, BySpecialism};
use super::figure::{Figure, Provenance};
use super::money::{BasisPoints, BillableDays, Day, Factor, Money, Week, Year};

/// A rule that a row of figures breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The ends of a band are the wrong way round.
    Order,
    /// An amount is not from 1 to 1,000,000 pounds.
    Amount,
    /// A band without an upper end is not said to be open-ended.
    Closed,
    /// A multiplier is not from 0.5 to 2.
    Multiplier,
    /// An uplift is not from -50% to 100%.
    Uplift,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Order => "needs low <= typical <= high",
            Self::Amount => "needs every amount to be from 1 to 1,000,000 pounds",
            Self::Closed => "needs high, or open-ended = true",
            Self::Multiplier => "needs every multiplier to be from 0.5 to 2",
            Self::Uplift => "needs every uplift to be from -50 to 100",
        })
    }
}

/// A range of pay with a typical amount in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band<P> {
    /// The lower end of the typical range.
    pub low: Money<P>,
    /// What is typically paid.
    pub typical: Money<P>,
    /// The upper end of the typical range.
    pub high: Money<P>,
}

/// A range of salaries, pounds a year.
pub type SalaryBand = Band<Year>;
/// A range of day rates, pounds a day.
pub type DayRateBand = Band<Day>;

/// A band as it was published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedBand<P> {
    low: Money<P>,
    high: Option<Money<P>>,
    open_ended: bool,
    provenance: Provenance,
}

impl<P: Copy> PublishedBand<P> {
    /// A published band. Its upper end may be missing only where the band is open-ended.
    pub const fn new(
        low: Money<P>,
        high: Option<Money<P>>,
        open_ended: bool,
        provenance: Provenance,
    ) -> Result<Self, Fault> {
        if !is_amount(low.pence()) {
            return Err(Fault::Amount);
        }
        match high {
            None if !open_ended => return Err(Fault::Closed),
            Some(high) if !is_amount(high.pence()) => return Err(Fault::Amount),
            Some(high) if high.pence() < low.pence() => return Err(Fault::Order),
            _ => {}
        }
        Ok(Self { low, high, open_ended, provenance })
    }

    /// The published lower end.
    pub const fn low(&self) -> Money<P> {
        self.low
    }

    /// The published upper end, if one was published.
    pub const fn high(&self) -> Option<Money<P>> {
        self.high
    }

    /// Whether the band was published with a "+": it goes on above its upper end.
    pub const fn open_ended(&self) -> bool {
        self.open_ended
    }

    /// Where it was published.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }
}

/// The UK-wide amounts that an estimate starts from, each with its provenance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchors<P> {
    low: Figure<Money<P>>,
    typical: Figure<Money<P>>,
    high: Figure<Money<P>>,
}

impl<P: Copy> Anchors<P> {
    /// Three amounts in ascending order.
    pub const fn new(
        low: Figure<Money<P>>,
        typical: Figure<Money<P>>,
        high: Figure<Money<P>>,
    ) -> Result<Self, Fault> {
        let (least, middle, most) = (low.value.pence(), typical.value.pence(), high.value.pence());
        if !(is_amount(least) && is_amount(middle) && is_amount(most)) {
            return Err(Fault::Amount);
        }
        if least > middle || middle > most {
            return Err(Fault::Order);
        }
        Ok(Self { low, typical, high })
    }

    /// The lower end.
    pub const fn low(&self) -> &Figure<Money<P>> {
        &self.low
    }

    /// The typical amount.
    pub const fn typical(&self) -> &Figure<Money<P>> {
        &self.typical
    }

    /// The upper end.
    pub const fn high(&self) -> &Figure<Money<P>> {
        &self.high
    }
}

/// What a level pays in a permanent job.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SalaryRow {
    /// The band as it was published.
    pub published: PublishedBand<Year>,
    /// What the estimate starts from.
    pub national: Anchors<Year>,
}

/// What a place multiplies UK-wide pay by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Multipliers {
    salary: Factor,
    day_rate: Factor,
    provenance: Provenance,
}

impl Multipliers {
    /// Two multipliers in basis points: 11,100 is times 1.11.
    pub const fn new(
        salary: BasisPoints,
        day_rate: BasisPoints,
        provenance: Provenance,
    ) -> Result<Self, Fault> {
        if !(is_multiplier(salary) && is_multiplier(day_rate)) {
            return Err(Fault::Multiplier);
        }
        Ok(Self {
            salary: Factor::from_basis_points(salary),
            day_rate: Factor::from_basis_points(day_rate),
            provenance,
        })
    }

    /// For permanent salaries.
    pub const fn salary(&self) -> Figure<Factor> {
        Figure { value: self.salary, provenance: self.provenance }
    }

    /// For day rates.
    pub const fn day_rate(&self) -> Figure<Factor> {
        Figure { value: self.day_rate, provenance: self.provenance }
    }
}

/// What a specialism adds to a permanent salary. Only the typical value is multiplied in;
/// the others show how uncertain it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uplift {
    low: BasisPoints,
    typical: BasisPoints,
    high: BasisPoints,
    provenance: Provenance,
}

impl Uplift {
    /// Three uplifts in ascending order, in basis points: 600 is 6% more.
    pub const fn new(
        low: BasisPoints,
        typical: BasisPoints,
        high: BasisPoints,
        provenance: Provenance,
    ) -> Result<Self, Fault> {
        if low.0 < -BasisPoints::ONE / 2 || high.0 > BasisPoints::ONE {
            return Err(Fault::Uplift);
        }
        if low.0 > typical.0 || typical.0 > high.0 {
            return Err(Fault::Order);
        }
        Ok(Self { low, typical, high, provenance })
    }

    /// The lower end of the evidence.
    pub const fn low(&self) -> BasisPoints {
        self.low
    }

    /// What is multiplied in.
    pub const fn typical(&self) -> BasisPoints {
        self.typical
    }

    /// The upper end of the evidence.
    pub const fn high(&self) -> BasisPoints {
        self.high
    }

    /// Where it comes from.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// What it multiplies a salary by.
    pub const fn on_salary(&self) -> Figure<Factor> {
        Figure { value: Factor::uplifted(self.typical), provenance: self.provenance }
    }

    /// What it multiplies a day rate by: half of the uplift.
    pub const fn on_day_rate(&self) -> Figure<Factor> {
        Figure { value: Factor::half_uplifted(self.typical), provenance: self.provenance }
    }
}

/// A figure of the same source that disagrees with its bands: shown, never multiplied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlsoPublished {
    /// What it was published as.
    pub what: &'static str,
    /// The amount, or the lower end.
    pub low: Money<Year>,
    /// The upper end, where it is a range.
    pub high: Option<Money<Year>>,
    /// How it is read here.
    pub reading: &'static str,
    /// Where it was published.
    pub provenance: Provenance,
}

/// Everything the market estimate is made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market {
    /// The field of work, as it begins a sentence: "Machine learning".
    pub discipline: &'static str,
    /// The year the sheet is of.
    pub edition: &'static str,
    /// Permanent pay by level.
    pub salaries: BySeniority<SalaryRow>,
    /// The one published range of day rates, for all levels.
    pub published_day_rate: PublishedBand<Day>,
    /// Day rates by level.
    pub day_rates: BySeniority<Anchors<Day>>,
    /// What a place multiplies by.
    pub locations: ByLocation<Multipliers>,
    /// What a specialism adds.
    pub specialisms: BySpecialism<Uplift>,
    /// What else the same source says. Not in the browser: it stands among the sources.
    #[cfg(not(target_arch = "wasm32"))]
    pub also_published: &'static [AlsoPublished],
}

/// What is taken until a visitor says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumptions {
    /// Billable days a year.
    pub days: Figure<BillableDays>,
    /// Billable days in a year with a gap.
    pub days_in_a_slow_year: Figure<BillableDays>,
    /// The billable days that a lender counts.
    pub days_for_a_lender: Figure<BillableDays>,
    /// What an umbrella company keeps, pounds a week.
    pub umbrella_margin: Figure<Money<Week>>,
    /// What running a company costs, pounds a year.
    pub expenses: Figure<Money<Year>>,
}

const fn is_amount(pence: i64) -> bool {
    pence >= 100 && pence <= 100_000_000
}

const fn is_multiplier(points: BasisPoints) -> bool {
    points.0 >= BasisPoints::ONE / 2 && points.0 <= 2 * BasisPoints::ONE
}
