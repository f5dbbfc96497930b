//! Figures: numbers with their provenance. The program keeps only the part of the provenance that it shows beside a
//! number, the mark and the reason; the rest is listed when the site is built: see [`crate::listing`].

crate::choice! {
    /// The kind of evidence behind a figure.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::figure))]
    Mark {
        /// Published by the agency.
        Published = "published", "published";
        /// From official statistics.
        Statistic = "statistic", "statistic";
        /// Set by an Act, or by regulations or a resolution under one.
        Statutory = "statutory", "statutory";
        /// Our own judgement.
        Modelled = "modelled", "modelled";
    }
}

/// A number with its mark and its reason.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::figure))]
pub struct Figure<T> {
    /// The number.
    pub value: T,
    /// The kind of evidence behind it.
    pub mark: Mark,
    /// The reason for the number, in a few words; empty if the source is reason enough.
    pub why: &'static str,
}
