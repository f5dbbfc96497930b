//! What was done before the program came: the prerendered page has working fields, links and panels, and what was
//! entered, focused or opened there must not be lost when the page is drawn anew.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement, ShadowRoot};

use crate::domain::text::{Text, text};
use crate::state::disclosure::Disclosure;
use crate::state::key::Key;

/// What a visitor did before the program ran.
pub struct Early {
    /// Inputs that differ from what the prerendered page says, with their texts; the one that has the focus is the last.
    pub inputs: Vec<(Key, String)>,
    /// The input that has the focus.
    pub focused: Option<Key>,
    /// What leads to the element that has the focus.
    focus: Option<Text>,
    caret: Option<u32>,
    /// What was opened.
    pub open: Vec<Disclosure>,
}

/// Reads the fields of the prerendered page.
pub fn read(root: &Element) -> Early {
    let mut inputs = Vec::new();
    for field in all(root, "[name]") {
        if let (Some(key), Some(text)) = (key(&field), changed(root, &field)) {
            inputs.push((key, text));
        }
    }
    let shadow = root.get_root_node().dyn_into::<ShadowRoot>().ok();
    let focused =
        shadow.and_then(|shadow| shadow.active_element()).filter(|element| root.contains(Some(element)));
    let input = focused.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>());
    let typing = focused.as_ref().and_then(key);
    // Last what is still being typed into, so that nothing that follows takes it for finished.
    if let Some(place) = inputs.iter().position(|&(key, _)| Some(key) == typing) {
        let last = inputs.remove(place);
        inputs.push(last);
    }
    Early {
        inputs,
        focused: typing,
        focus: focused.as_ref().map(selector),
        caret: input.and_then(|input| input.selection_end().ok().flatten()),
        open: all(root, "details[open]").filter_map(|open| Disclosure::from_slug(&open.id())).collect(),
    }
}

fn all(root: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = root.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

fn key(field: &Element) -> Option<Key> {
    field.get_attribute("name").as_deref().and_then(Key::from_slug)
}

/// The text of a field, where it is not the one it came with.
fn changed(root: &Element, field: &Element) -> Option<String> {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        let chosen = select.selected_options().item(0)?.dyn_into::<HtmlOptionElement>().ok()?;
        return (!chosen.default_selected()).then(|| chosen.value());
    }
    let input = field.dyn_ref::<HtmlInputElement>()?;
    match input.type_().as_str() {
        "radio" => (input.checked() && !input.default_checked()).then(|| input.value()),
        // Boxes of one name are one input: those that are ticked, with a comma between them.
        "checkbox" => (input.checked() != input.default_checked()).then(|| {
            let boxes = all(root, &text!("[name='", input.name(), "']"));
            let ticked = boxes.filter_map(|field| field.dyn_into::<HtmlInputElement>().ok());
            let ticked = ticked.filter(HtmlInputElement::checked).map(|field| field.value());
            Text::join(ticked, ",").into()
        }),
        _ => (input.value() != input.default_value()).then(|| input.value()),
    }
}

/// What leads to an element again once it is drawn anew: its tag and what sets it apart, or else what it stands in.
fn selector(element: &Element) -> Text {
    let marks = |element: &Element, names: &[&str]| {
        let mark =
            |&name: &&str| element.get_attribute(name).map(|value| text!("[", name, "='", value, "']"));
        Text::join(names.iter().filter_map(mark), "")
    };
    let own = marks(element, &["name", "href", "popovertarget"]);
    let tag = element.tag_name();
    if own.is_empty() {
        let around = element.parent_element().map(|around| marks(&around, &["id", "part", "class"]));
        return text!(around, " > ", tag);
    }
    let own = text!(tag, own, marks(element, &["type"]));
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) if ["radio", "checkbox"].contains(&input.type_().as_str()) => {
            own.and("[value='").and(input.value()).and("']")
        }
        _ => own,
    }
}

impl Early {
    /// Puts the focus and the caret back where they were, once the page is drawn.
    pub fn restore(self, root: Element) {
        Timeout::new(0, move || {
            let target = self.focus.and_then(|selector| root.query_selector(&selector).ok().flatten());
            let Some(target) = target else { return };
            if let Some(target) = target.dyn_ref::<HtmlElement>() {
                let _ = target.focus();
            }
            if let (Some(input), Some(caret)) = (target.dyn_ref::<HtmlInputElement>(), self.caret) {
                let _ = input.set_selection_range(caret, caret);
            }
        })
        .forget();
    }
}
