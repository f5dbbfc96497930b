//! Terms that explain themselves where they stand: a press opens the explanation, which the browser itself closes again.

use yew::prelude::*;

use super::copy::glossary::Term;

/// A text that opens the explanation of a term.
pub fn term(term: Term, text: &str) -> Html {
    html! { <button type="button" class="explained" popovertarget={id(term)}>{ text }</button> }
}

/// A mark that opens the explanation of a term, with the words for those who do not see where it stands.
pub fn mark(term: Term, seen: &'static str, said: String) -> Html {
    html! {
        <button type="button" class="explained mark-button" popovertarget={id(term)} aria-label={said}>{ seen }</button>
    }
}

/// The id of the explanation of a term.
pub fn id(term: Term) -> String {
    format!("about-{}", term.slug())
}
