//! What never changes while someone uses the calculator: what the sums leave out, the sources, the words explained.
//!
//! It is drawn once, natively, when the page is built, and so costs the program nothing.

use yew::prelude::*;

use super::copy;
use super::copy::glossary::Term;
use super::copy::take_home::{COUNTED, LEFT_OUT, NOT_COUNTED};
use super::glossary;
use super::sources::Sources;

/// All of it.
#[component]
pub fn About() -> Html {
    html! {
        <div class="about" part="sources">
            <NotCounted />
            <Sources />
            <Glossary />
        </div>
    }
}

/// What the sums leave out.
#[component]
fn NotCounted() -> Html {
    html! {
        <details class="sources not-counted">
            <summary>{ NOT_COUNTED }</summary>
            <p>{ COUNTED }</p>
            <ul>{ for LEFT_OUT.map(|item| html! { <li>{ item }</li> }) }</ul>
        </details>
    }
}

/// The explanations of terms.
#[component]
fn Glossary() -> Html {
    let explanation = |&term: &Term| {
        let name = format!("{}-name", glossary::id(term));
        html! {
            <div id={glossary::id(term)} class="explanation" popover="auto" role="dialog" aria-labelledby={name.clone()}>
                <p class="term-name" id={name}>{ term.name() }</p>
                <p>{ term.meaning() }</p>
                <button type="button" class="button" popovertarget={glossary::id(term)} popovertargetaction="hide">
                    { copy::CLOSE }
                </button>
            </div>
        }
    };
    html! { <>{ for Term::ALL.iter().map(explanation) }</> }
}
