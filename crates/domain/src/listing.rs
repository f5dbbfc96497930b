//! The provenance of every figure, as the sources panel lists it. The panel is drawn when the site is built, so none of
//! this is part of the program that a visitor downloads.

use crate::figure::Mark;
use crate::record::Unit;
use crate::tax_year::{Date, TaxYear};

/// A publication that figures come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its short name.
    pub name: String,
    /// Its full title.
    pub title: String,
    /// Its publisher.
    pub publisher: String,
    /// Its date, as precisely as known: a year, or a month and a year.
    pub date: String,
    /// An https address where it can be read.
    pub link: Option<String>,
}

/// A figure as it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The figure's name.
    pub name: String,
    /// Its value.
    pub value: Shown,
    /// The kind of evidence behind it.
    pub mark: Mark,
    /// The source that it comes from.
    pub source: Source,
    /// Other evidence that was weighed, if the figure is our own judgement.
    pub evidence: Option<Source>,
    /// The reason for the value, or the law that sets it.
    pub why: String,
    /// An https address for that law.
    pub link: Option<String>,
}

/// A listed value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A number in its unit.
    Number(i64, Unit),
    /// A published range: its lower end, its upper end if one was published, and whether it is open-ended.
    Range(i64, Option<i64>, bool, Unit),
    /// An uplift in basis points: the one in use, and the range of the evidence.
    Uplift(i64, (i64, i64)),
}

/// A figure from the same source that disagrees with its bands: shown, never used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlsoPublished {
    /// The description it was published under.
    pub what: String,
    /// The amount or the lower end, in pence a year.
    pub low: i64,
    /// The upper end, if it is a range.
    pub high: Option<i64>,
    /// Our reading of it.
    pub reading: String,
}

/// The figures of a discipline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListedDiscipline {
    /// The discipline's name.
    pub name: String,
    /// Every figure, in the order of the sheets.
    pub figures: Vec<Listed>,
    /// The figures that disagree with its bands.
    pub also_published: Vec<AlsoPublished>,
}

/// The figures of a tax year.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedTaxYear {
    /// The tax year.
    pub year: TaxYear,
    /// The day on which its figures were last checked against their sources.
    pub checked_on: Date,
    /// Anything that could not be checked, in a sentence or two; empty if there is nothing.
    pub unchecked: String,
    /// Every figure, in the order of the law.
    pub figures: Vec<Listed>,
}

/// Every figure of a folder with its provenance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Every source, in the order of its file.
    pub sources: Vec<Source>,
    /// By discipline, in the order of the page.
    pub disciplines: Vec<ListedDiscipline>,
    /// The values assumed until a visitor changes them.
    pub assumptions: Vec<Listed>,
    /// By tax year, oldest first.
    pub tax_years: Vec<ListedTaxYear>,
}
