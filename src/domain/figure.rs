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
///
/// What lists every figure with its source is drawn when the site is built. The program in the browser says of some why
/// they are what they are; sources, and the law behind those that are set by it, would be dead weight there. That goes by
/// the target, not by a feature: features only add, and these two programs are built from one set of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// How much stands behind it.
    pub mark: Mark,
    /// What it was taken from.
    #[cfg(not(target_arch = "wasm32"))]
    pub source: &'static Source,
    /// What else was looked at, where the figure is our own reading.
    #[cfg(not(target_arch = "wasm32"))]
    pub evidence: Option<&'static Source>,
    /// Why it is what it is, in a few words; empty where the source says it all, and in the browser where the law does.
    pub why: &'static str,
}

impl Provenance {
    /// Where a figure comes from, as far as this program has to know.
    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "see above"))]
    pub const fn new(
        mark: Mark,
        source: &'static Source,
        evidence: Option<&'static Source>,
        why: &'static str,
    ) -> Self {
        Self {
            mark,
            #[cfg(not(target_arch = "wasm32"))]
            source,
            #[cfg(not(target_arch = "wasm32"))]
            evidence,
            why: if cfg!(target_arch = "wasm32") && matches!(mark, Mark::Statutory) { "" } else { why },
        }
    }
}

/// A value with its provenance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub provenance: Provenance,
}
