//! The sources panel: every figure with its mark, source, date and reason.

use crate::domain::figures::Agency;
use crate::domain::listing::{Listed, ListedTaxYear, Listing, Shown};
use crate::domain::market::PublishedBand;
use crate::domain::money::{BasisPoints, Day, Factor, Money, Year};
use crate::domain::record::Unit;
use crate::state::text::{Text, text};

use super::copy;
use super::copy::sources as say;
use super::element::{Child, Element, element};
use super::format::{self, Pay, pounds};

/// The sources panel. It has the figures of every tax year, newest first.
pub fn sources(agency: &Agency, listing: &Listing) -> Element {
    let disciplines = listing.disciplines.iter().map(|discipline| discipline.name.as_str());
    let limits = disciplines.map(|name| element("p").child(say::limits(name)));
    let also = listing.disciplines.iter().filter(|discipline| !discipline.also_published.is_empty());
    let also = also.flat_map(|discipline| {
        let figures = discipline.also_published.iter();
        let figures = figures.map(|other| element("li").child(say::also_published(other)));
        [element("p").child(say::two_sets(agency.name)), element("ul").children(figures)]
    });
    let checked = listing
        .tax_years
        .iter()
        .rev()
        .map(|year| element("p").child(say::checked_on(year)).child(" ").child(&year.unchecked));
    let list = listing.sources.iter().map(|source| {
        element("li").child(linked(&source.name, source.link.as_ref())).child(say::source(source))
    });
    let columns = say::COLUMNS.map(|name| element("th").attribute("scope", "col").child(name));
    let market = listing.disciplines.iter().map(|discipline| {
        let head = (listing.disciplines.len() > 1).then(|| group(discipline.name.as_str().into()));
        element("tbody").child(head).children(discipline.figures.iter().map(row))
    });
    let table = element("table")
        .child(element("thead").child(element("tr").children(columns)))
        .children(market)
        .child(element("tbody").children(listing.assumptions.iter().map(row)))
        .children(listing.tax_years.iter().rev().map(tax_year));
    element("details")
        .class("sources")
        .child(element("summary").child(say::SOURCES))
        .child(element("p").child(say::marks(agency)))
        .children(limits)
        .children(also)
        .children(checked)
        .child(element("p").child(say::LIST))
        .child(element("ul").children(list))
        .child(
            element("div")
                .class("scroll")
                .attributes(&[("role", "region"), ("tabindex", "0"), ("aria-label", say::SOURCES)])
                .child(table),
        )
}

/// The figures of a tax year.
fn tax_year(year: &ListedTaxYear) -> Element {
    element("tbody").child(group(say::year(year.year))).children(year.figures.iter().map(row))
}

/// The head of a group of rows.
fn group(name: Text) -> Element {
    let head = element("th").attributes(&[("scope", "rowgroup"), ("colspan", "5")]).child(name);
    element("tr").class("level").child(head)
}

fn row(figure: &Listed) -> Element {
    element("tr")
        .child(element("th").attribute("scope", "row").child(&figure.name))
        .child(element("td").class("value").child(value(figure.value)))
        .child(element("td").child(element("small").class("mark").child(copy::mark(figure.mark))))
        .child(element("td").child(say::cited(figure)))
        .child(element("td").child(linked(&figure.why, figure.link.as_ref())))
}

/// A text, with a link if there is an address.
fn linked(text: &String, link: Option<&String>) -> yew::Html {
    match link {
        Some(link) => {
            element("a").attribute("target", "_blank").attribute("href", link.clone()).child(text).node()
        }
        None => text.node(),
    }
}

fn value(value: Shown) -> Text {
    let points = |number: i64| BasisPoints(i32::try_from(number).unwrap_or(i32::MAX));
    match value {
        Shown::Number(pence, Unit::AYear) => pay::<Year>(pence),
        Shown::Number(pence, Unit::ADay) => pay::<Day>(pence),
        Shown::Number(pence, Unit::AWeek) => text!(format::pence(pence), ' ', copy::take_home::A_WEEK),
        Shown::Number(number, Unit::Percent) => format::hundredths_percent(number),
        Shown::Number(number, Unit::Times) => {
            text!("× ", format::factor(Factor::from_basis_points(points(number))))
        }
        Shown::Number(days, Unit::Days) => text!(days),
        Shown::Range(low, high, open_ended, _) => {
            let money = Money::<Year>::from_pence;
            format::published(&PublishedBand { low: money(low), high: high.map(money), open_ended })
        }
        Shown::Uplift(typical, ends) => say::uplift(typical, ends),
    }
}

fn pay<P: Pay>(pence: i64) -> Text {
    text!(pounds(Money::<P>::from_pence(pence)), ' ', P::EACH)
}
