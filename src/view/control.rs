//! Controls: links, segmented choices, fields for amounts, the days.
//!
//! The only file of the view that names browser objects: an event's target is one.
//! There is no `<form>` around the controls on purpose: one would send what was typed to the server on Enter.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::state::event::Event;
use crate::state::key::Key;
use crate::state::model::State;
use crate::state::scenario::Scenario;
use crate::state::summary::Summary;

use super::copy::glossary::Term;
use super::{copy, format, glossary};

/// Where events go, with the handlers that send them there.
#[derive(Clone)]
pub struct Dispatch(pub Callback<Event>);

impl Dispatch {
    /// Follows a link inside the page, unless it is to be opened elsewhere.
    pub fn click(&self, event: Event) -> Callback<MouseEvent> {
        let Self(dispatch) = self.clone();
        Callback::from(move |click: MouseEvent| {
            if !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()) {
                click.prevent_default();
                dispatch.emit(event.clone());
            }
        })
    }

    /// Sends an event, whatever it was that happened.
    pub fn send<E>(&self, event: Event) -> Callback<E> {
        let Self(dispatch) = self.clone();
        Callback::from(move |_| dispatch.emit(event.clone()))
    }

    fn text(&self, key: Key) -> Callback<InputEvent> {
        let Self(dispatch) = self.clone();
        Callback::from(move |input: InputEvent| {
            let text = input.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.emit(Event::EnteredText(key, text));
        })
    }
}

/// One value of a choice: its slug, its name, whether it is chosen, and what choosing it means.
pub struct Choice {
    /// The word for it in links.
    pub slug: AttrValue,
    /// The word for it on the page.
    pub name: AttrValue,
    /// Whether it is the one.
    pub chosen: bool,
    /// What choosing it means.
    pub event: Event,
}

/// A few values side by side, of which one holds: radio buttons.
pub fn segments(key: Key, choices: Vec<Choice>, hint: Option<&'static str>, dispatch: &Dispatch) -> Html {
    let hint_id = hint.map(|_| id(key, "hint"));
    html! {
        <fieldset class="field" part="field" aria-describedby={hint_id.clone()}>
            <legend class="label" part="label">{ copy::label(key) }</legend>
            <div class="segments" part="control">{ inputs("radio", key, choices, dispatch) }</div>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
        </fieldset>
    }
}

/// A few values of which any may hold: check boxes.
pub fn boxes(key: Key, choices: Vec<Choice>, hint: Option<String>, dispatch: &Dispatch) -> Html {
    html! {
        <fieldset class="field" part="field">
            <legend class="label" part="label">{ copy::label(key) }</legend>
            { explanation(key) }
            <div class="boxes">{ inputs("checkbox", key, choices, dispatch) }</div>
            if let Some(hint) = hint {
                <p class="hint">{ hint }</p>
            }
        </fieldset>
    }
}

fn inputs(kind: &'static str, key: Key, choices: Vec<Choice>, dispatch: &Dispatch) -> Html {
    let input = |choice: Choice| {
        html! {
            <label>
                <input type={kind} name={key.slug()} value={choice.slug} checked={choice.chosen}
                    autocomplete="off" onchange={dispatch.send(choice.event)} />
                <span>{ choice.name }</span>
            </label>
        }
    };
    choices.into_iter().map(input).collect()
}

/// Several values in a list.
pub fn select(key: Key, choices: Vec<Choice>, dispatch: &Dispatch) -> Html {
    let options = choices.iter().map(|choice| {
        html! { <option value={choice.slug.clone()} selected={choice.chosen}>{ &choice.name }</option> }
    });
    let options = options.collect::<Html>();
    let Dispatch(dispatch) = dispatch.clone();
    let onchange = Callback::from(move |change: yew::Event| {
        let slug = change.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(choice) = choices.iter().find(|choice| choice.slug == slug) {
            dispatch.emit(choice.event.clone());
        }
    });
    html! {
        <div class="field" part="field">
            <div class="label" part="label"><label for={key.slug()}>{ copy::label(key) }</label>{ explanation(key) }</div>
            <div class="control select" part="control">
                <select id={key.slug()} name={key.slug()} autocomplete="off" {onchange}>{ options }</select>
            </div>
        </div>
    }
}

/// A field for an amount of money.
pub fn amount(state: &State, key: Key, each: &'static str, dispatch: &Dispatch) -> Html {
    number(state, key, true, each, dispatch)
}

/// A field for a number with its unit behind it, and a pound sign before it where it is an amount of money.
pub fn number(state: &State, key: Key, money: bool, unit: &'static str, dispatch: &Dispatch) -> Html {
    // An input that has a default of its own always says something; the others may stay empty.
    let optional = Scenario::default().text(key).is_empty();
    html! {
        <div class="field" part="field">
            <div class="label" part="label">
                <label for={key.slug()}>{ copy::label(key) }</label>
                if optional {
                    <small>{ copy::OPTIONAL }</small>
                }
                { explanation(key) }
            </div>
            <div class="control" part="control">
                if money {
                    <span class="unit" aria-hidden="true">{ format::POUND }</span>
                }
                { input(state, key, "decimal", "unit", dispatch) }
                <span class="unit" id={id(key, "unit")}>
                    if money {
                        <span class="visually-hidden">{ copy::POUNDS }</span>
                    }
                    { unit }
                </span>
            </div>
            { message(state, key) }
        </div>
    }
}

/// The explanation of an input that is a term of the field.
fn explanation(key: Key) -> Html {
    let term = match key {
        Key::PensionMethod => Term::PensionMethod,
        Key::StudentLoan => Term::StudentLoan,
        Key::UmbrellaMargin => Term::Umbrella,
        Key::Expenses => Term::OwnCompany,
        Key::ContractPension => Term::ContractPension,
        _ => return Html::default(),
    };
    html! { <>{ " " }{ glossary::mark(term, copy::EXPLAIN, copy::explain(key)) }</> }
}

/// A field for a whole number with a slider beside it: the field says it exactly, the slider shows where it lies.
pub fn days(state: &State, key: Key, hint: String, dispatch: &Dispatch) -> Html {
    let (least, most) = key.range().map(|range| (range.least, range.most)).unwrap_or_default();
    html! {
        <div class="field" part="field">
            <label class="label" part="label" for={key.slug()}>{ copy::label(key) }</label>
            <div class="days">
                <input type="range" aria-label={copy::slider(key)} aria-valuetext={copy::billable_days(state.scenario.days)}
                    aria-describedby={id(key, "hint")}
                    min={least.to_string()} max={most.to_string()} value={state.scenario.text(key)} autocomplete="off"
                    oninput={dispatch.text(key)} onblur={dispatch.send(Event::LeftField(key))} />
                <div class="control" part="control">{ input(state, key, "numeric", "hint", dispatch) }</div>
            </div>
            { message(state, key) }
            <p class="hint" id={id(key, "hint")}>{ hint }</p>
        </div>
    }
}

/// `about` is the end of the id of what says more about the field.
fn input(state: &State, key: Key, mode: &'static str, about: &str, dispatch: &Dispatch) -> Html {
    let problem = state.problem(key).is_some();
    let about = if problem { format!("{} {}", id(key, "problem"), id(key, about)) } else { id(key, about) };
    html! {
        <input type="text" inputmode={mode} id={key.slug()} name={key.slug()} value={field_text(state, key)}
            placeholder={placeholder(state, key)} autocomplete="off" spellcheck="false" aria-invalid={problem.then_some("true")} aria-describedby={about}
            oninput={dispatch.text(key)} onblur={dispatch.send(Event::LeftField(key))} />
    }
}

/// The id of something that belongs to a field.
fn id(key: Key, what: &str) -> String {
    format!("{}-{what}", key.slug())
}

/// What a field shows: while it is typed into or makes no sense, what was typed; else what that means.
fn field_text(state: &State, key: Key) -> String {
    let wrong = state.problem(key).is_some_and(|problem| problem.reason.is_of_text());
    if state.editing == Some(key) || wrong {
        return state.draft.text(key).to_owned();
    }
    state.scenario.pence(key).map_or_else(|| state.scenario.text(key), format::amount)
}

/// What is used where a field stays empty: the typical amount.
fn placeholder(state: &State, key: Key) -> Option<String> {
    let Summary { permanent, contract, .. } = &state.summary;
    let typical = match key {
        Key::Salary => permanent.estimate.band.typical.pence(),
        Key::DayRate => contract.estimate.band.typical.pence(),
        _ => return None,
    };
    Some(copy::typical_amount(&format::amount(typical)))
}

/// What is wrong with a field, and what is used meanwhile.
fn message(state: &State, key: Key) -> Html {
    state.problem(key).map_or_else(Html::default, |problem| {
        html! {
            <p class="problem" id={id(key, "problem")}>
                if problem.key == key {
                    { copy::problem(problem) }
                } else {
                    { copy::named_problem(problem, &state.scenario) }
                }
                if problem.reason.is_of_text() {
                    { " " }{ copy::instead(key, &state.scenario) }
                }
            </p>
        }
    })
}
