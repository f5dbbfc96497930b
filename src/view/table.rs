//! Every estimate of a discipline in one table: part of the page, beside the calculator, and independent of scripts.

use yew::prelude::*;

use crate::domain::choice::{Location, Seniority};
use crate::domain::estimate;
use crate::domain::figures::Figures;
use crate::domain::market::{Band, Discipline, Role, Specialism};
use crate::state::input::View;
use crate::state::query;
use crate::state::scenario::Scenario;
use crate::state::text::text;

use super::copy::{self, column};
use super::element::{Child, Element, element, fragment};
use super::format::{self, Pay, pounds};

/// The table of every estimate.
pub fn estimates(figures: &'static Figures) -> Html {
    let tables = figures.disciplines.iter().map(|discipline| {
        let head = (figures.disciplines.len() > 1).then(|| element("h3").child(discipline.name));
        fragment(vec![head.node(), table(figures, discipline)])
    });
    element("section")
        .class("estimates")
        .child(element("h2").attribute("id", "every-estimate").child(copy::EVERY_ESTIMATE))
        .child(
            element("p")
                .child(copy::EVERY_ESTIMATE_ABOUT)
                .child(" ")
                .child(element("span").class("with-scripts").child(copy::EVERY_ESTIMATE_LINKS)),
        )
        .children(tables)
        .html()
}

fn table(figures: &'static Figures, discipline: &'static Discipline) -> Html {
    let columns = [
        column::ROLE,
        column::LONDON_SALARY,
        column::REGIONAL_SALARY,
        column::LONDON_DAY_RATE,
        column::REGIONAL_DAY_RATE,
    ];
    let columns = columns.map(|name| element("th").attribute("scope", "col").child(name));
    let level = |&seniority: &Seniority| level(figures, discipline, seniority);
    let table = element("table")
        .child(element("caption").class("visually-hidden").child(copy::EVERY_ESTIMATE_ABOUT))
        .child(element("thead").child(element("tr").children(columns)))
        .children(Seniority::ALL.iter().map(level));
    element("div")
        .class("scroll")
        .attributes(&[("role", "region"), ("tabindex", "0"), ("aria-labelledby", "every-estimate")])
        .child(table)
        .html()
}

fn level(figures: &'static Figures, discipline: &'static Discipline, seniority: Seniority) -> Element {
    let published = copy::published(&discipline.levels.get(seniority).published);
    let head = element("tr")
        .class("level")
        .child(element("th").attribute("scope", "rowgroup").child(seniority.name()))
        .child(element("td").attribute("colspan", "4").child(published));
    let row = |specialism: &'static Specialism| {
        let role = |&location: &Location| Role { discipline, seniority, specialism, location };
        let roles = || Location::ALL.iter().map(role);
        element("tr")
            .child(element("th").attribute("scope", "row").child(specialism.name))
            .children(
                roles().map(|role| cell(figures, View::Permanent, role, &estimate::permanent(role).band)),
            )
            .children(roles().map(|role| cell(figures, View::Contract, role, &estimate::contract(role).band)))
    };
    element("tbody").child(head).children(discipline.specialisms.iter().map(row))
}

fn cell<P: Pay>(figures: &'static Figures, view: View, role: Role, band: &Band<P>) -> Element {
    let link = text!('#', query::write(&Scenario { view, role, ..Scenario::new(figures) }));
    let link = element("a")
        .attribute("href", link)
        .attribute("aria-label", copy::estimate_link(role, band))
        .child(pounds(band.typical));
    element("td").child(link).child(element("small").child(format::range(band)))
}
