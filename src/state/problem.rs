//! Problems with inputs. A reason is a type; its sentence is in the view.

use crate::domain::choice::Arrangement;

use super::input::{Key, View};
use super::scenario::Scenario;
use super::text::Text;

/// A text that could not be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The input.
    pub key: Key,
    /// The text given for it.
    pub value: Text,
    /// The reason it could not be used.
    pub reason: Reason,
}

/// A reason that a text could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not one of the words that the input accepts.
    NotAChoice,
    /// Not an amount of money with at most two decimals.
    NotAnAmount,
    /// Not a percentage with at most two decimals.
    NotAPercentage,
    /// Not a whole number.
    NotAWholeNumber,
    /// Below or above the range.
    OutOfRange(Range),
    /// The number exceeds the money available for it, so one arrangement cannot be computed. The range holds the values
    /// that can be paid.
    Excess(Arrangement, i64, Range),
    /// There are no figures for the tax year, so take-home pay cannot be computed.
    NoTaxFigures,
}

/// A problem with everything its message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The problem.
    pub problem: Problem,
    /// The words that the input accepts, if the text is not one of them.
    pub words: Vec<&'static str>,
    /// The value that the answer uses instead.
    pub used: Used,
}

/// The value that the answer uses in place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Used {
    /// The text itself: it is valid, but cannot be paid.
    Itself,
    /// An amount, in pence.
    Amount(i64),
    /// A word or a number.
    Word(Text),
    /// Nothing: the input is left out.
    Nothing,
    /// Nothing, because the view does not use the input.
    NotInView,
}

impl Problem {
    /// Whether the problem concerns a view. A part that cannot be computed concerns the views that would show it.
    pub fn concerns(&self, view: View) -> bool {
        match self.reason {
            Reason::Excess(Arrangement::Permanent, ..) => view != View::Contract,
            Reason::Excess(..) => view != View::Permanent,
            _ => true,
        }
    }
}

impl Complaint {
    /// A problem with an input of a scenario.
    pub fn of(problem: &Problem, scenario: &Scenario) -> Self {
        let key = problem.key;
        let words = match problem.reason {
            Reason::NotAChoice => key.words(scenario).into_iter().map(|word| word.slug).collect(),
            _ => Vec::new(),
        };
        let used = if !problem.reason.is_of_text() {
            Used::Itself
        } else if !key.is_used(scenario.view) {
            Used::NotInView
        } else {
            Used::of(key, scenario)
        };
        Self { problem: problem.clone(), words, used }
    }
}

impl Used {
    /// The value that a scenario uses for an input.
    pub fn of(key: Key, scenario: &Scenario) -> Self {
        match key.range().zip(scenario.number(key)) {
            Some((Range { unit: Unit::Pence, .. }, pence)) => Self::Amount(pence),
            _ => scenario.text(key).unless_empty().map_or(Self::Nothing, Self::Word),
        }
    }
}

impl Reason {
    /// Whether the text itself is not valid, so that another value takes its place.
    pub const fn is_of_text(self) -> bool {
        !matches!(self, Self::Excess(..) | Self::NoTaxFigures)
    }
}

/// The smallest and the largest value that an input accepts, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest value, in the smallest unit: pence, basis points or days.
    pub least: i64,
    /// The largest value.
    pub most: i64,
    /// The unit.
    pub unit: Unit,
}

/// The unit of an input.
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

    /// From zero to a percentage.
    pub const fn percent(most: i64) -> Self {
        Self::up_to(most * 100, Unit::BasisPoints)
    }

    /// From one number of days to another.
    pub const fn days(least: u16, most: u16) -> Self {
        Self { least: least as i64, most: most as i64, unit: Unit::Days }
    }

    /// From zero to a number of pence, basis points or days.
    pub const fn up_to(most: i64, unit: Unit) -> Self {
        Self { least: 0, most, unit }
    }

    /// The number itself, if it is in the range.
    pub fn check(self, number: i64) -> Result<i64, Reason> {
        if number >= self.least && number <= self.most { Ok(number) } else { Err(Reason::OutOfRange(self)) }
    }
}
