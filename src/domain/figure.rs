//! A figure is a value and where it comes from.

use super::choice::choice;

choice! {
    /// How much stands behind a figure.
    Mark {
        /// Published by the agency.
        Published = "published",
        /// From official statistics.
        Statistic = "statistic",
        /// Set by an Act, or by regulations or a resolution under one.
        Statutory = "statutory",
        /// Our own reading.
        Modelled = "modelled",
    }
}

/// Something published that a figure can be traced to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called in a word or two.
    pub name: &'static str,
    /// What it is called in full.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// When, as precisely as is known: a year, or a month and a year.
    pub date: &'static str,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// How much stands behind it.
    pub mark: Mark,
    /// What it was taken from.
    pub source: &'static Source,
    /// What else was looked at, where the figure is our own reading.
    pub evidence: Option<&'static Source>,
    /// Why it is what it is, in a few words; empty where the source says it all.
    pub why: &'static str,
}

/// A value with its provenance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub provenance: Provenance,
}
