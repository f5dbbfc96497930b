//! Market pay: the sheets of figures behind an estimate, and the checks that every sheet must pass. The checks are
//! `const`, so the compiler runs them on the constants; the reader uses the same checks to report a bad row.

use std::fmt;

use crate::choice::{ByLocation, BySeniority, Location, Seniority, Word};
use crate::figure::{Figure, Mark};
use crate::money::{BasisPoints, Day, Factor, Money, Year};
use crate::tax::rules::TaxFault;

/// A rule that a row of figures breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The ends of a band are the wrong way round.
    Order,
    /// An amount is not between 1 and 1,000,000 pounds.
    Amount,
    /// A band without an upper end is not declared open-ended.
    Closed,
    /// A multiplier is not between 0.5 and 2.
    Multiplier,
    /// An uplift is not between -50% and 100%.
    Uplift,
    /// A discipline has no specialism.
    NoSpecialism,
    /// There is no discipline.
    NoDiscipline,
    /// There is no tax year.
    NoTaxYear,
    /// A tax year breaks one of its own rules.
    Tax(TaxFault),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Order => "needs low <= typical <= high",
            Self::Amount => "needs every amount to be from 1 to 1,000,000 pounds",
            Self::Closed => "needs high, or open-ended = true",
            Self::Multiplier => "needs every multiplier to be from 0.5 to 2",
            Self::Uplift => "needs every uplift to be from -50 to 100",
            Self::NoSpecialism => "needs at least one specialism",
            Self::NoDiscipline => "needs a folder for at least one discipline",
            Self::NoTaxYear => "needs the file of at least one tax year",
            Self::Tax(fault) => return fault.fmt(f),
        })
    }
}

/// A range of pay with a typical amount in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band<P> {
    /// The lower end of the typical range.
    pub low: Money<P>,
    /// The typical amount.
    pub typical: Money<P>,
    /// The upper end of the typical range.
    pub high: Money<P>,
}

/// A band as it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::market))]
pub struct PublishedBand<P: Copy> {
    /// The published lower end.
    pub low: Money<P>,
    /// The published upper end. Only an open-ended band may lack one.
    pub high: Option<Money<P>>,
    /// Whether the band was published with a "+" and so extends above its upper end.
    pub open_ended: bool,
}

impl<P: Copy> PublishedBand<P> {
    /// Checks the row.
    pub const fn check(&self) -> Result<(), Fault> {
        if !is_amount(self.low) {
            return Err(Fault::Amount);
        }
        match self.high {
            None if !self.open_ended => Err(Fault::Closed),
            Some(high) if !is_amount(high) => Err(Fault::Amount),
            Some(high) if high.pence() < self.low.pence() => Err(Fault::Order),
            _ => Ok(()),
        }
    }
}

/// The UK-wide amounts that an estimate starts from, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::market))]
pub struct Anchors<P: Copy> {
    /// The lower end.
    pub low: Figure<Money<P>>,
    /// The typical amount.
    pub typical: Figure<Money<P>>,
    /// The upper end.
    pub high: Figure<Money<P>>,
}

impl<P: Copy> Anchors<P> {
    /// Checks the row.
    pub const fn check(&self) -> Result<(), Fault> {
        let (low, typical, high) = (self.low.value, self.typical.value, self.high.value);
        if !(is_amount(low) && is_amount(typical) && is_amount(high)) {
            return Err(Fault::Amount);
        }
        if low.pence() > typical.pence() || typical.pence() > high.pence() {
            return Err(Fault::Order);
        }
        Ok(())
    }
}

/// A level in a permanent job.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::market))]
pub struct Level {
    /// The work done at this level, in words that fit on one line.
    pub work: &'static str,
    /// The band as it was published.
    pub published: PublishedBand<Year>,
    /// The amounts that the estimate starts from.
    pub national: Anchors<Year>,
}

/// The multipliers of a location, for UK-wide pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::market))]
pub struct Multipliers {
    /// For permanent salaries.
    pub salary: BasisPoints,
    /// For day rates.
    pub day_rate: BasisPoints,
    /// The kind of evidence behind them.
    pub mark: Mark,
}

impl Multipliers {
    /// Checks the row.
    pub const fn check(&self) -> Result<(), Fault> {
        if is_multiplier(self.salary) && is_multiplier(self.day_rate) {
            Ok(())
        } else {
            Err(Fault::Multiplier)
        }
    }
}

/// An area of expertise within a discipline. An estimate uses one; uplifts never add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::market))]
pub struct Specialism {
    /// The slug in links, attributes and the data file.
    pub slug: &'static str,
    /// Its name on the page.
    pub name: &'static str,
    /// Its name for narrow spaces.
    pub short: &'static str,
    /// The job title that goes with it: "NLP engineer".
    pub role: &'static str,
    /// The lower end of the evidence on its uplift.
    pub low: BasisPoints,
    /// The uplift that an estimate adds to a salary; half of it is added to a day rate.
    pub typical: BasisPoints,
    /// The upper end of the evidence.
    pub high: BasisPoints,
    /// The kind of evidence behind it.
    pub mark: Mark,
}

impl Specialism {
    /// Checks the row.
    pub const fn check(&self) -> Result<(), Fault> {
        if self.low.0 < -BasisPoints::ONE / 2 || self.high.0 > BasisPoints::ONE {
            return Err(Fault::Uplift);
        }
        if self.low.0 > self.typical.0 || self.typical.0 > self.high.0 {
            return Err(Fault::Order);
        }
        Ok(())
    }

    /// Its slug and name.
    pub const fn word(&self) -> Word {
        Word { slug: self.slug, name: self.name }
    }

    /// The factor on a salary.
    pub const fn on_salary(&self) -> Factor {
        Factor::uplifted(self.typical)
    }

    /// The factor on a day rate, with half the uplift.
    pub const fn on_day_rate(&self) -> Factor {
        Factor::half_uplifted(self.typical)
    }
}

/// A field of work, with the figures that its estimates are made from.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::market))]
pub struct Discipline {
    /// The slug in links and attributes, which is the name of its folder.
    pub slug: &'static str,
    /// Its name, as at the start of a sentence: "Machine learning".
    pub name: &'static str,
    /// The year in which the bands were published.
    pub edition: &'static str,
    /// Permanent pay by level.
    pub levels: BySeniority<Level>,
    /// The one published range of day rates, for all levels.
    pub published_day_rate: PublishedBand<Day>,
    /// Day rates by level.
    pub day_rates: BySeniority<Anchors<Day>>,
    /// Multipliers by location.
    pub locations: ByLocation<Multipliers>,
    /// The specialisms, in the order of the page; the first is the default.
    pub specialisms: &'static [Specialism],
}

impl Discipline {
    /// The default specialism. The reader rejects a discipline without one.
    #[expect(clippy::indexing_slicing, reason = "checked when the constants are compiled")]
    pub const fn first_specialism(&self) -> &'static Specialism {
        &self.specialisms[0]
    }

    /// Its slug and name.
    pub const fn word(&self) -> Word {
        Word { slug: self.slug, name: self.name }
    }

    /// Checks every row.
    #[expect(clippy::indexing_slicing, reason = "const functions have no iterators")]
    pub const fn check(&self) -> Result<(), Fault> {
        if self.specialisms.is_empty() {
            return Err(Fault::NoSpecialism);
        }
        let mut index = 0;
        while index < self.specialisms.len() {
            if let Err(fault) = self.specialisms[index].check() {
                return Err(fault);
            }
            index += 1;
        }
        let mut index = 0;
        while index < Seniority::ALL.len() {
            let seniority = Seniority::ALL[index];
            let level = self.levels.get(seniority);
            if let Err(fault) = level.published.check() {
                return Err(fault);
            }
            if let Err(fault) = level.national.check() {
                return Err(fault);
            }
            if let Err(fault) = self.day_rates.get(seniority).check() {
                return Err(fault);
            }
            index += 1;
        }
        let mut index = 0;
        while index < Location::ALL.len() {
            if let Err(fault) = self.locations.get(Location::ALL[index]).check() {
                return Err(fault);
            }
            index += 1;
        }
        self.published_day_rate.check()
    }

    /// Every role of the discipline, ordered by level, then specialism, then location.
    pub fn roles(&'static self) -> Vec<Role> {
        let mut roles = Vec::new();
        for &seniority in Seniority::ALL {
            for specialism in self.specialisms {
                for &location in Location::ALL {
                    roles.push(Role { discipline: self, seniority, specialism, location });
                }
            }
        }
        roles
    }
}

/// A role, which decides the market estimate.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    /// The field of work.
    pub discipline: &'static Discipline,
    /// The level of seniority.
    pub seniority: Seniority,
    /// The specialism within the discipline.
    pub specialism: &'static Specialism,
    /// The location of the job.
    pub location: Location,
}

impl Role {
    /// Mid-level, in London, in the default specialism.
    pub const fn first_of(discipline: &'static Discipline) -> Self {
        let specialism = discipline.first_specialism();
        Self { discipline, seniority: Seniority::Mid, specialism, location: Location::London }
    }

    /// The level of the role.
    pub const fn level(&self) -> &'static Level {
        self.discipline.levels.get(self.seniority)
    }
}

/// Compares disciplines and specialisms by their slugs.
impl PartialEq for Role {
    fn eq(&self, other: &Self) -> bool {
        self.seniority == other.seniority
            && self.location == other.location
            && self.specialism.slug == other.specialism.slug
            && self.discipline.slug == other.discipline.slug
    }
}

const fn is_amount<P: Copy>(amount: Money<P>) -> bool {
    amount.pence() >= 100 && amount.pence() <= 100_000_000
}

const fn is_multiplier(points: BasisPoints) -> bool {
    points.0 >= BasisPoints::ONE / 2 && points.0 <= 2 * BasisPoints::ONE
}
