//! Controls: links, segmented choices, fields for amounts, the days.
//!
//! The only file of the view that names browser objects: an event's target is one.
//! There is no `<form>` around the controls on purpose: one would send what was typed to the server on Enter.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlOptionElement, HtmlSelectElement};
use yew::prelude::*;

use crate::domain::text::{Text, text};
use crate::state::disclosure::Disclosure;
use crate::state::event::Event;
use crate::state::key::Key;
use crate::state::model::State;
use crate::state::scenario::Scenario;
use crate::state::summary::Summary;

use super::copy::glossary::Term;
use super::element::{Child, Element, element, fragment};
use super::{copy, format, glossary};

/// Where events go, with the handlers that send them there.
#[derive(Clone)]
pub struct Dispatch {
    /// Takes an event.
    pub event: Callback<Event>,
    /// Is told that a part of the calculator is about to be drawn by itself.
    pub at_work: Callback<()>,
}

impl Dispatch {
    /// Where nobody listens, as where the native renderer draws.
    #[cfg(feature = "ssr")]
    pub fn nowhere() -> Self {
        Self { event: Callback::noop(), at_work: Callback::noop() }
    }

    /// Follows a link inside the page, unless it is to be opened elsewhere.
    pub fn click(&self, event: Event) -> Callback<MouseEvent> {
        let dispatch = self.event.clone();
        Callback::from(move |click: MouseEvent| {
            if !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()) {
                click.prevent_default();
                dispatch.emit(event.clone());
            }
        })
    }

    /// Sends an event, whatever it was that happened.
    pub fn send<E>(&self, event: Event) -> Callback<E> {
        let dispatch = self.event.clone();
        Callback::from(move |_| dispatch.emit(event.clone()))
    }

    /// Says whether a disclosure is open now.
    pub fn toggle(&self, which: Disclosure) -> Callback<yew::Event> {
        let dispatch = self.event.clone();
        Callback::from(move |toggle: yew::Event| {
            let open = toggle.target_unchecked_into::<web_sys::Element>().has_attribute("open");
            dispatch.emit(Event::Toggled(which, open));
        })
    }

    fn text(&self, key: Key) -> Callback<InputEvent> {
        let dispatch = self.event.clone();
        Callback::from(move |input: InputEvent| {
            let text = input.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.emit(Event::EnteredText(key, text));
        })
    }

    /// Sends the value that was chosen in a list.
    fn slug(&self, key: Key) -> Callback<yew::Event> {
        let dispatch = self.event.clone();
        Callback::from(move |change: yew::Event| {
            let slug = change.target_unchecked_into::<HtmlSelectElement>().value();
            dispatch.emit(Event::ChoseValue(key, slug));
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
    let hint = hint.map(|hint| element("p").class("hint").attribute("id", id(key, "hint")).child(hint));
    element("fieldset")
        .class("field")
        .part("field")
        .attribute("aria-describedby", hint.is_some().then(|| id(key, "hint")))
        .child(element("legend").class("label").part("label").child(copy::label(key)))
        .child(
            element("div")
                .class("segments")
                .part("control")
                .children(inputs("radio", key, choices, dispatch)),
        )
        .child(hint)
        .html()
}

/// A few values of which any may hold: check boxes.
pub fn boxes(key: Key, choices: Vec<Choice>, hint: Option<Text>, dispatch: &Dispatch) -> Html {
    element("fieldset")
        .class("field")
        .part("field")
        .child(element("legend").class("label").part("label").child(copy::label(key)))
        .child(explanation(key))
        .child(element("div").class("boxes").children(inputs("checkbox", key, choices, dispatch)))
        .child(hint.map(|hint| element("p").class("hint").child(hint)))
        .html()
}

fn inputs(
    kind: &'static str,
    key: Key,
    choices: Vec<Choice>,
    dispatch: &Dispatch,
) -> impl Iterator<Item = Element> {
    choices.into_iter().map(move |choice| {
        let input = element("input")
            .attribute("type", kind)
            .attribute("name", key.slug())
            .attribute("autocomplete", "off")
            .value(choice.slug)
            .checked(choice.chosen)
            .onchange(dispatch.send(choice.event));
        element("label").child(input).child(element("span").child(choice.name))
    })
}

/// Several values in a list.
pub fn select(key: Key, choices: Vec<Choice>, dispatch: &Dispatch) -> Html {
    let option = |choice: Choice| {
        element("option").attribute("value", choice.slug).flag("selected", choice.chosen).child(choice.name)
    };
    let select = element("select")
        .attribute("id", key.slug())
        .attribute("name", key.slug())
        .attribute("autocomplete", "off")
        .onchange(dispatch.slug(key))
        .children(choices.into_iter().map(option));
    element("div")
        .class("field")
        .part("field")
        .child(element("div").class("label").part("label").child(label(key)).child(explanation(key)))
        .child(element("div").class("control select").part("control").child(select))
        .html()
}

/// Chooses in a list what its markup says is chosen: once a visitor has chosen there, a browser does not look at that
/// any more.
pub fn choose_what_is_marked(field: &web_sys::Element) {
    if let Ok(Some(option)) = field.query_selector("option[selected]") {
        option.unchecked_into::<HtmlOptionElement>().set_selected(true);
    }
}

fn label(key: Key) -> Element {
    element("label").attribute("for", key.slug()).child(copy::label(key))
}

/// A field for an amount of money.
pub fn amount(state: &State, key: Key, each: &'static str, dispatch: &Dispatch) -> Html {
    number(state, key, true, each, dispatch)
}

/// A field for a number with its unit behind it, and a pound sign before it where it is an amount of money.
pub fn number(state: &State, key: Key, money: bool, unit: &'static str, dispatch: &Dispatch) -> Html {
    // An input that has a default of its own always says something; the others may stay empty.
    let optional = Scenario::default().text(key).is_empty();
    let optional = optional.then(|| element("small").child(copy::OPTIONAL));
    let pound = || element("span").class("unit").attribute("aria-hidden", "true").child(format::POUND);
    let pounds = || element("span").class("visually-hidden").child(copy::POUNDS);
    let control = element("div")
        .class("control")
        .part("control")
        .child(money.then(pound))
        .child(input(state, key, "decimal", "unit", dispatch))
        .child(
            element("span")
                .class("unit")
                .attribute("id", id(key, "unit"))
                .child(money.then(pounds))
                .child(unit),
        );
    element("div")
        .class("field")
        .part("field")
        .child(
            element("div")
                .class("label")
                .part("label")
                .child(label(key))
                .child(optional)
                .child(explanation(key)),
        )
        .child(control)
        .child(message(state, key))
        .html()
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
    fragment(vec![" ".node(), glossary::mark(term, copy::EXPLAIN, copy::explain(key))])
}

/// A field for a whole number with a slider beside it: the field says it exactly, the slider shows where it lies.
pub fn days(state: &State, key: Key, hint: Text, dispatch: &Dispatch) -> Html {
    let (least, most) = key.range().map(|range| (range.least, range.most)).unwrap_or_default();
    let slider = element("input")
        .attribute("type", "range")
        .attribute("aria-label", copy::slider(key))
        .attribute("aria-valuetext", copy::billable_days(state.scenario.days))
        .attribute("aria-describedby", id(key, "hint"))
        .attribute("min", text!(least))
        .attribute("max", text!(most))
        .attribute("autocomplete", "off")
        .value(state.scenario.text(key))
        .oninput(dispatch.text(key))
        .onblur(dispatch.send(Event::LeftField(key)));
    let field =
        element("div").class("control").part("control").child(input(state, key, "numeric", "hint", dispatch));
    element("div")
        .class("field")
        .part("field")
        .child(label(key).class("label").part("label"))
        .child(element("div").class("days").child(slider).child(field))
        .child(message(state, key))
        .child(element("p").class("hint").attribute("id", id(key, "hint")).child(hint))
        .html()
}

/// `about` is the end of the id of what says more about the field.
fn input(state: &State, key: Key, mode: &'static str, about: &str, dispatch: &Dispatch) -> Element {
    let problem = state.problem(key).is_some();
    let about = if problem { text!(id(key, "problem"), " ", id(key, about)) } else { id(key, about) };
    element("input")
        .attribute("type", "text")
        .attribute("inputmode", mode)
        .attribute("id", key.slug())
        .attribute("name", key.slug())
        .attribute("placeholder", placeholder(state, key))
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("aria-invalid", problem.then_some("true"))
        .attribute("aria-describedby", about)
        .value(field_text(state, key))
        .oninput(dispatch.text(key))
        .onblur(dispatch.send(Event::LeftField(key)))
}

/// The id of something that belongs to a field.
fn id(key: Key, what: &str) -> Text {
    text!(key.slug(), "-", what)
}

/// What a field shows: while it is typed into or makes no sense, what was typed; else what that means.
fn field_text(state: &State, key: Key) -> Text {
    let wrong = state.problem(key).is_some_and(|problem| problem.reason.is_of_text());
    if state.editing == Some(key) || wrong {
        return state.draft.text(key).into();
    }
    state.scenario.pence(key).map_or_else(|| state.scenario.text(key), format::amount)
}

/// What is used where a field stays empty: the typical amount.
fn placeholder(state: &State, key: Key) -> Option<Text> {
    let Summary { permanent, contract, .. } = &state.summary;
    let typical = match key {
        Key::Salary => permanent.estimate.band.typical.pence(),
        Key::DayRate => contract.estimate.band.typical.pence(),
        _ => return None,
    };
    Some(copy::typical_amount(&format::amount(typical)))
}

/// What is wrong with a field, and what is used meanwhile.
fn message(state: &State, key: Key) -> Option<Element> {
    let problem = state.problem(key)?;
    let said = if problem.key == key {
        copy::problem(problem)
    } else {
        copy::named_problem(problem, &state.scenario)
    };
    let message = element("p").class("problem").attribute("id", id(key, "problem")).child(said);
    Some(if problem.reason.is_of_text() {
        message.child(" ").child(copy::instead(key, &state.scenario))
    } else {
        message
    })
}
