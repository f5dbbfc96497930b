//! Terms with explanations: pressing one opens a popover, which the browser closes.

use yew::prelude::*;

use crate::state::text::{Text, text};

use super::copy::glossary::Term;
use super::element::{Element, element};

/// A text that opens the explanation of a term.
pub fn term(term: Term, text: &'static str) -> Html {
    button(term).class("explained").child(text).html()
}

/// A question mark that opens the explanation of a term, with words for screen readers.
pub fn question_mark(term: Term, seen: &'static str, said: Text) -> Html {
    button(term).class("explained mark-button").attribute("aria-label", said).child(seen).html()
}

fn button(opens: Term) -> Element {
    element("button").attribute("type", "button").attribute("popovertarget", id(opens))
}

/// The id of the explanation of a term.
pub fn id(term: Term) -> Text {
    text!("about-", term.slug())
}
