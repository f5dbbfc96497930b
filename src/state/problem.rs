//! What is wrong with an input. The reason is a type; its sentence is in the view.

use crate::domain::choice::Arrangement;
use crate::domain::text::Text;

use super::key::{Key, View};

/// A text that could not be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The input.
    pub key: Key,
    /// What was given for it.
    pub value: Text,
    /// Why it could not be used.
    pub reason: Reason,
}

/// Why a text could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not one of the values that this input has.
    NotAChoice,
    /// Not an amount of money with at most two decimals.
    NotAnAmount,
    /// Not a percentage with at most two decimals.
    NotAPercentage,
    /// Not a whole number.
    NotAWholeNumber,
    /// Under or over what is taken.
    OutOfRange(Range),
    /// So much, in the unit of the range, is more than there is to pay it from: for one arrangement nothing can be said.
    /// The range is what it can be.
    Excess(Arrangement, i64, Range),
    /// There are no figures for the tax year: nothing is said about take-home pay.
    NoTaxFigures,
}

impl Problem {
    /// Whether a view has anything to say of it: what cannot be worked out concerns those that would show it.
    pub fn concerns(&self, view: View) -> bool {
        match self.reason {
            Reason::Excess(Arrangement::Permanent, ..) => view != View::Contract,
            Reason::Excess(..) => view != View::Permanent,
            _ => true,
        }
    }
}

impl Reason {
    /// Whether the text itself makes no sense, so that another is used in its place.
    pub const fn is_of_text(self) -> bool {
        !matches!(self, Self::Excess(..) | Self::NoTaxFigures)
    }
}

/// The smallest and the largest value that an input takes, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest, in the unit's own small change: pence, basis points or days.
    pub least: i64,
    /// The largest.
    pub most: i64,
    /// What is counted.
    pub unit: Unit,
}

/// What an input counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pence.
    Pence,
    /// Hundredths of a per cent.
    BasisPoints,
    /// Days.
    Days,
}

impl Range {
    /// From one amount in pounds to another.
    pub const fn pounds(least: i64, most: i64) -> Self {
        Self { least: least * 100, most: most * 100, unit: Unit::Pence }
    }

    /// From nothing to a percentage.
    pub const fn percent(most: i64) -> Self {
        Self::up_to(most * 100, Unit::BasisPoints)
    }

    /// From nothing to a number of pence, basis points or days.
    pub const fn up_to(most: i64, unit: Unit) -> Self {
        Self { least: 0, most, unit }
    }

    /// The number itself, where it lies inside.
    pub fn check(self, number: i64) -> Result<i64, Reason> {
        if number >= self.least && number <= self.most { Ok(number) } else { Err(Reason::OutOfRange(self)) }
    }
}
