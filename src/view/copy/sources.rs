//! The words of the sources panel.

use crate::domain::figures::Agency;
use crate::domain::listing::{AlsoPublished, Listed, ListedTaxYear, Source};
use crate::domain::money::{Money, Year};
use crate::domain::tax_year::{Date, TaxYear};
use crate::state::text::{Text, fill, text};
use crate::view::format::{self, pounds};

/// The heading of the panel.
pub const SOURCES: &str = "Sources: every figure, its mark and where it comes from";

/// The meaning of the marks.
pub fn marks(agency: &Agency) -> Text {
    fill!(
        "Published: by {}. Statistic: official statistics. Statutory: set by law, which is named. Modelled: our own \
         judgement, which may be wrong.",
        agency.name
    )
}

/// The limits of the estimates.
pub fn limits(discipline: &str) -> Text {
    fill!(
        "Estimates are gross and base only: no bonus, no equity, no benefits. Ranges are typical ranges, not minimums and \
         maximums. The specialism uplifts are small and uncertain: no public source holds level and place fixed for UK {} \
         specialists. One specialism counts; they are never added up.",
        discipline.to_ascii_lowercase()
    )
}

/// Introduces the list of sources.
pub const LIST: &str = "Where the figures come from:";

/// Introduces the figures that disagree with the bands of a discipline.
pub fn two_sets(publisher: &str) -> Text {
    fill!(
        "{} publishes two sets of figures that disagree. This calculator uses the bands by level. The other figures are \
         read like this:",
        publisher
    )
}

/// One of the figures that disagree: "Junior or entry level, £55,000 to £68,000: fits …"
pub fn also_published(other: &AlsoPublished) -> Text {
    let money = Money::<Year>::from_pence;
    let high = other.high.map(|high| fill!(" to {}", pounds(money(high))));
    fill!("{}, {}{}: {}.", &other.what, pounds(money(other.low)), high, &other.reading)
}

/// The date on which the figures of a year were checked.
pub fn checked_on(year: &ListedTaxYear) -> Text {
    fill!("The tax figures of {} were checked on {}.", year.year, date(year.checked_on))
}

/// A source after its name: ": article on the pay of …, Hexwired, 2025."
pub fn source(source: &Source) -> Text {
    fill!(": {}, {}, {}.", &source.title, &source.publisher, &source.date)
}

/// The source of a figure with its date, and the other evidence for the figure.
pub fn cited(figure: &Listed) -> Text {
    let source = &figure.source;
    if let Some(other) = &figure.evidence {
        return fill!("{}, {}, leaning on {}, {}", &source.name, &source.date, &other.name, &other.date);
    }
    fill!("{}, {}", &source.name, &source.date)
}

/// Heads the figures of a tax year.
pub fn year(year: TaxYear) -> Text {
    fill!("Tax year {}", year)
}

/// An uplift with the range of its evidence.
pub fn uplift(typical: i64, (low, high): (i64, i64)) -> Text {
    let [used, from, to] = [typical, low, high].map(format::hundredths_percent);
    if low == high { fill!("+ {}", used) } else { fill!("+ {} ({} to {})", used, from, to) }
}

/// "23 November 2026"
pub fn date(date: Date) -> Text {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or_default();
    text!(u16::from(date.day), ' ', month, ' ', date.year)
}

/// Headings of columns.
pub const COLUMNS: [&str; 5] = ["Figure", "Value", "Mark", "Source and date", "Why"];
