//! Terms that explain themselves where they stand: a press opens the explanation, which the browser itself closes again.

use yew::prelude::*;

use crate::domain::text::{Text, text};

use super::copy::glossary::Term;
use super::element::{Element, element};

/// A text that opens the explanation of a term.
pub fn term(term: Term, text: &'static str) -> Html {
    button(term).class("explained").child(text).html()
}

/// A mark that opens the explanation of a term, with the words for those who do not see where it stands.
pub fn mark(term: Term, seen: &'static str, said: Text) -> Html {
    button(term).class("explained mark-button").attribute("aria-label", said).child(seen).html()
}

fn button(opens: Term) -> Element {
    element("button").attribute("type", "button").attribute("popovertarget", id(opens))
}

/// The id of the explanation of a term.
pub fn id(term: Term) -> Text {
    text!("about-", term.slug())
}
