//! The inputs as partners choose them: what each starts with, and which ones are locked. Names and words are those that
//! the calculator has, so that the page for partners cannot offer what it does not take.

use yew::prelude::*;

use crate::domain::text::Text;
use crate::state::key::Key;
use crate::state::scenario::Scenario;

use super::copy;
use super::copy::partners as say;

/// Inputs that are seen at once; the others stand behind "more".
const FIRST: [Key; 4] = [Key::View, Key::Seniority, Key::Specialism, Key::Location];

/// What the calculator starts with. The page's script reads the fields by their names.
#[component]
pub fn Starts() -> Html {
    let others = Key::ALL.iter().filter(|key| !FIRST.contains(key));
    html! {
        <>
            { for FIRST.iter().map(|&key| field(key)) }
            <details class="further">
                <summary>{ say::MORE }</summary>
                <div class="fields">{ for others.map(|&key| field(key)) }</div>
            </details>
        </>
    }
}

/// Which inputs the visitor may not change.
#[component]
pub fn Locks() -> Html {
    let words = Key::ALL.iter().map(|key| (key.slug().into(), copy::label(*key).into()));
    html! {
        <details class="further">
            <summary>{ say::LOCK }</summary>
            <p class="hint" id="lock-about">{ say::LOCK_ABOUT }</p>
            <div class="boxes" role="group" aria-label={say::LOCK} aria-describedby="lock-about">
                { options("checkbox", "lock", words, "") }
            </div>
        </details>
    }
}

fn field(key: Key) -> Html {
    let (id, label) = (key.slug(), copy::label(key));
    let default = Scenario::default().text(key);
    let words = key.words().into_iter().map(|slug| (slug.clone(), copy::word(key, &slug)));
    match key {
        Key::View | Key::Seniority | Key::Location | Key::TaxRegion => {
            group(key, "segments", "radio", words, &default)
        }
        Key::StudentLoan => group(key, "boxes", "checkbox", words, &default),
        Key::Specialism | Key::PensionMethod | Key::TaxYear => html! {
            <div class="field">
                <label class="label" for={id}>{ label }</label>
                <div class="control select">
                    <select {id} name={id} autocomplete="off">
                        if default.is_empty() {
                            <option value="" selected={true}>{ say::CURRENT_YEAR }</option>
                        }
                        { for words.map(|(slug, name)| {
                            let selected = slug == default;
                            html! { <option value={slug} {selected}>{ name }</option> }
                        }) }
                    </select>
                </div>
            </div>
        },
        _ => html! {
            <div class="field">
                <label class="label" for={id}>{ label }</label>
                <div class="control">
                    <input type="text" inputmode="decimal" {id} name={id} placeholder={say::placeholder(key)}
                        autocomplete="off" spellcheck="false" aria-describedby={format!("{id}-unit {id}-problem")} />
                    <span class="unit" id={format!("{id}-unit")}>{ say::unit(key) }</span>
                </div>
                <p class="problem" id={format!("{id}-problem")} aria-live="polite"></p>
            </div>
        },
    }
}

/// Choices side by side, or boxes to tick.
fn group(
    key: Key,
    class: &'static str,
    kind: &'static str,
    words: impl Iterator<Item = (Text, Text)>,
    default: &str,
) -> Html {
    html! {
        <fieldset class="field">
            <legend class="label">{ copy::label(key) }</legend>
            <div {class}>{ options(kind, key.slug(), words, default) }</div>
        </fieldset>
    }
}

fn options(
    kind: &'static str,
    name: &'static str,
    words: impl Iterator<Item = (Text, Text)>,
    default: &str,
) -> Html {
    let option = |(slug, label): (Text, Text)| {
        let checked = *slug == default;
        html! {
            <label>
                <input type={kind} {name} value={slug} {checked} autocomplete="off" />
                <span>{ label }</span>
            </label>
        }
    };
    words.map(option).collect()
}
