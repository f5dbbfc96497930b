//! Controls: links, choices side by side or in a list, text fields, a slider.
//!
//! This is the only file of the view that names browser objects, because the target of an event is one. The controls
//! are deliberately not in a `<form>`, which would send the input to the server on Enter.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlOptionElement, HtmlSelectElement};
use yew::prelude::*;

use crate::state::disclosure::Disclosure;
use crate::state::event::Event;
use crate::state::input::Key;
use crate::state::part::field::{Choosable, Field, Number, NumberText, Value, Wrong};
use crate::state::text::{Text, text};

use super::copy::inputs::{self, Control, Words};
use super::element::{Child, Element, element, fragment};
use super::{copy, format, glossary};

/// Sends events.
#[derive(Clone)]
pub struct Dispatch {
    /// Receives the events.
    pub event: Callback<Event>,
    /// Called before a part of the calculator is redrawn on its own.
    pub at_work: Callback<()>,
}

impl Dispatch {
    /// Sends events nowhere, for the native renderer.
    #[cfg(feature = "ssr")]
    pub fn nowhere() -> Self {
        Self { event: Callback::noop(), at_work: Callback::noop() }
    }

    /// Follows a link inside the page, unless a modifier key opens it elsewhere.
    pub fn click(&self, event: Event) -> Callback<MouseEvent> {
        let dispatch = self.event.clone();
        Callback::from(move |click: MouseEvent| {
            if !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key()) {
                click.prevent_default();
                dispatch.emit(event.clone());
            }
        })
    }

    /// Sends an event, whatever the browser reports.
    pub fn send<E>(&self, event: Event) -> Callback<E> {
        let dispatch = self.event.clone();
        Callback::from(move |_| dispatch.emit(event.clone()))
    }

    /// Sends whether a disclosure is open.
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

    /// Sends the word chosen in a list.
    fn slug(&self, key: Key) -> Callback<yew::Event> {
        let dispatch = self.event.clone();
        Callback::from(move |change: yew::Event| {
            let slug = change.target_unchecked_into::<HtmlSelectElement>().value();
            dispatch.emit(Event::ChoseValue(key, slug));
        })
    }
}

/// A field with its control, its note and its problem.
pub fn field(field: &Field, dispatch: &Dispatch) -> Html {
    let words = Words::of(field.key);
    let note = field.note.as_ref().map(copy::note);
    match (&field.value, words.control) {
        (Value::Words(choices), Control::Segments) => segments(field.key, choices, note, dispatch),
        (Value::Words(choices), Control::Boxes) => boxes(field.key, choices, note, dispatch),
        (Value::Words(choices), _) => select(field.key, choices, dispatch),
        (Value::Number(number), Control::Slider) => slider(field, number, note, dispatch),
        (Value::Number(number), _) => number_field(field, number, words, dispatch),
    }
}

/// Radio buttons side by side.
fn segments(key: Key, choices: &[Choosable], note: Option<Text>, dispatch: &Dispatch) -> Html {
    let hint = note.map(|note| element("p").class("hint").attribute("id", id(key, "hint")).child(note));
    element("fieldset")
        .class("field")
        .part("field")
        .attribute("aria-describedby", hint.is_some().then(|| id(key, "hint")))
        .child(element("legend").class("label").part("label").child(inputs::label(key)))
        .child(element("div").class("segments").part("control").children(
            choices.iter().map(|choice| input_of("radio", key, choice, choice.slug.into(), dispatch)),
        ))
        .child(hint)
        .html()
}

/// Check boxes.
fn boxes(key: Key, choices: &[Choosable], note: Option<Text>, dispatch: &Dispatch) -> Html {
    let boxes =
        choices.iter().map(|choice| input_of("checkbox", key, choice, choice.toggled(choices), dispatch));
    element("fieldset")
        .class("field")
        .part("field")
        .child(element("legend").class("label").part("label").child(inputs::label(key)))
        .child(explanation(key))
        .child(element("div").class("boxes").children(boxes))
        .child(note.map(|note| element("p").class("hint").child(note)))
        .html()
}

/// `then` is the text of the input once the visitor changes this one.
fn input_of(kind: &'static str, key: Key, choice: &Choosable, then: String, dispatch: &Dispatch) -> Element {
    let input = element("input")
        .attribute("type", kind)
        .attribute("name", key.slug())
        .attribute("autocomplete", "off")
        .value(choice.slug)
        .checked(choice.chosen)
        .onchange(dispatch.send(Event::ChoseValue(key, then)));
    element("label").child(input).child(element("span").child(copy::named(&choice.name)))
}

/// A list.
fn select(key: Key, choices: &[Choosable], dispatch: &Dispatch) -> Html {
    let option = |choice: &Choosable| {
        element("option")
            .attribute("value", choice.slug)
            .flag("selected", choice.chosen)
            .child(copy::named(&choice.name))
    };
    let select = element("select")
        .attribute("id", key.slug())
        .attribute("name", key.slug())
        .attribute("autocomplete", "off")
        .onchange(dispatch.slug(key))
        .children(choices.iter().map(option));
    element("div")
        .class("field")
        .part("field")
        .child(element("div").class("label").part("label").child(label(key)).child(explanation(key)))
        .child(element("div").class("control select").part("control").child(select))
        .html()
}

/// Selects the option that the markup of a list selects, because browsers ignore the markup once a visitor has chosen.
pub fn choose_what_is_marked(field: &web_sys::Element) {
    if let Ok(Some(option)) = field.query_selector("option[selected]") {
        option.unchecked_into::<HtmlOptionElement>().set_selected(true);
    }
}

fn label(key: Key) -> Element {
    element("label").attribute("for", key.slug()).child(inputs::label(key))
}

/// A text field for a number, with its unit.
fn number_field(field: &Field, number: &Number, words: &Words, dispatch: &Dispatch) -> Html {
    let key = field.key;
    let is_money = words.control == Control::Amount;
    let optional = number.typical.map(|_| element("small").child(inputs::OPTIONAL));
    let pound = || element("span").class("unit").attribute("aria-hidden", "true").child(format::POUND);
    let pounds = || element("span").class("visually-hidden").child(inputs::POUNDS_SAID);
    let unit = element("span")
        .class("unit")
        .attribute("id", id(key, "unit"))
        .child(is_money.then(pounds))
        .child(words.unit);
    let control = element("div")
        .class("control")
        .part("control")
        .child(is_money.then(pound))
        .child(text_input(field, number, "decimal", "unit", dispatch))
        .child(unit);
    let label =
        element("div").class("label").part("label").child(label(key)).child(optional).child(explanation(key));
    element("div").class("field").part("field").child(label).child(control).child(message(field)).html()
}

/// A button that opens the explanation of an input, if it has one.
fn explanation(key: Key) -> Html {
    Words::of(key).term.map_or_else(Html::default, |term| {
        fragment(vec![" ".node(), glossary::question_mark(term, inputs::EXPLAIN, inputs::explain(key))])
    })
}

/// A text field for a whole number with a slider beside it: the field is exact, the slider shows the range.
fn slider(field: &Field, number: &Number, note: Option<Text>, dispatch: &Dispatch) -> Html {
    let key = field.key;
    let (least, most) = number.range;
    let slider = element("input")
        .attribute("type", "range")
        .attribute("aria-label", inputs::slider(key))
        .attribute("aria-valuetext", text!(&number.used, ' ', Words::of(key).unit))
        .attribute("aria-describedby", id(key, "hint"))
        .attribute("min", text!(least))
        .attribute("max", text!(most))
        .attribute("autocomplete", "off")
        .value(number.used.clone())
        .oninput(dispatch.text(key))
        .onblur(dispatch.send(Event::LeftField(key)));
    let control = element("div")
        .class("control")
        .part("control")
        .child(text_input(field, number, "numeric", "hint", dispatch));
    element("div")
        .class("field")
        .part("field")
        .child(label(key).class("label").part("label"))
        .child(element("div").class("days").child(slider).child(control))
        .child(message(field))
        .child(element("p").class("hint").attribute("id", id(key, "hint")).child(note))
        .html()
}

/// A text field. `about` ends the id of the element that describes it.
fn text_input(
    field: &Field,
    number: &Number,
    mode: &'static str,
    about: &str,
    dispatch: &Dispatch,
) -> Element {
    let key = field.key;
    let is_wrong = field.problem.is_some();
    let about = if is_wrong { text!(id(key, "problem"), ' ', id(key, about)) } else { id(key, about) };
    let shown = match &number.shown {
        NumberText::Typed(text) | NumberText::Plain(text) => text.clone(),
        NumberText::Amount(pence) => format::amount(*pence),
    };
    let typical = number.typical.map(|pence| inputs::typical_amount(&format::amount(pence)));
    element("input")
        .attribute("type", "text")
        .attribute("inputmode", mode)
        .attribute("id", key.slug())
        .attribute("name", key.slug())
        .attribute("placeholder", typical)
        .attribute("autocomplete", "off")
        .attribute("spellcheck", "false")
        .attribute("aria-invalid", is_wrong.then_some("true"))
        .attribute("aria-describedby", about)
        .value(shown)
        .oninput(dispatch.text(key))
        .onblur(dispatch.send(Event::LeftField(key)))
}

/// The id of an element that belongs to a field.
fn id(key: Key, what: &str) -> Text {
    text!(key.slug(), '-', what)
}

/// The message about a field's problem, with the value in use.
fn message(field: &Field) -> Option<Element> {
    let Wrong { complaint, named, used } = field.problem.as_ref()?;
    let message = if *named { copy::named_problem(complaint) } else { copy::problem(complaint) };
    let used = used.as_ref().filter(|_| !*named).and_then(copy::instead);
    Some(element("p").class("problem").attribute("id", id(field.key, "problem")).child(text!(message, used)))
}
