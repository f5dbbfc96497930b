//! Terms that explain themselves where they stand: a press opens the explanation, which the browser itself closes again.

use yew::prelude::*;

use super::copy;
use super::copy::glossary::Term;

/// A text that opens the explanation of a term.
pub fn term(term: Term, text: &str) -> Html {
    html! { <button type="button" class="explained" popovertarget={id(term)}>{ text }</button> }
}

/// The explanations. Their content never changes, so they are drawn once.
#[component]
pub fn Glossary() -> Html {
    let explanation = |&term: &Term| {
        html! {
            <div id={id(term)} class="explanation" popover="auto" role="note">
                <h2>{ term.name() }</h2>
                <p>{ term.meaning() }</p>
                <button type="button" popovertarget={id(term)} popovertargetaction="hide">{ copy::CLOSE_NOTICE }</button>
            </div>
        }
    };
    html! { <>{ for Term::ALL.iter().map(explanation) }</> }
}

fn id(term: Term) -> String {
    format!("about-{}", term.slug())
}
