//! The parts that never change while someone uses the calculator: what is and is not included, the sources and the
//! explanations.
//!
//! They are drawn natively when the site is built, so they cost the program nothing.

use yew::prelude::*;

use crate::domain::figures::Agency;
use crate::domain::listing::Listing;
use crate::state::text::text;

use super::copy;
use super::copy::glossary::Term;
use super::copy::take_home::{COUNTED, LEFT_OUT, NOT_COUNTED};
use super::element::{Element, element};
use super::glossary;
use super::sources::sources;

/// All of these parts.
pub fn about(agency: &Agency, listing: &Listing) -> Html {
    element("div")
        .class("about")
        .part("sources")
        .child(not_counted())
        .child(sources(agency, listing))
        .children(Term::ALL.iter().copied().map(explanation))
        .html()
}

/// The list of what is and is not included.
fn not_counted() -> Element {
    element("details")
        .class("sources not-counted")
        .child(element("summary").child(NOT_COUNTED))
        .child(element("p").child(COUNTED))
        .child(element("ul").children(LEFT_OUT.map(|item| element("li").child(item))))
}

/// The explanation of a term.
fn explanation(term: Term) -> Element {
    let (id, name) = (glossary::id(term), text!(glossary::id(term), "-name"));
    let close = element("button")
        .class("button")
        .attributes(&[("type", "button"), ("popovertargetaction", "hide")])
        .attribute("popovertarget", id.clone())
        .child(copy::CLOSE);
    element("div")
        .class("explanation")
        .attributes(&[("popover", "auto"), ("role", "dialog")])
        .attribute("id", id)
        .attribute("aria-labelledby", name.clone())
        .child(element("p").class("term-name").attribute("id", name).child(term.name()))
        .child(element("p").child(term.meaning()))
        .child(close)
}
