//! What was done before the program came: the prerendered page has working fields, links and panels, and what was
//! entered, focused or opened there must not be lost when the page is drawn anew.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

use crate::state::key::Key;

/// What a visitor did before the program ran.
pub struct Early {
    /// Inputs that differ from what the prerendered page says, with their texts.
    pub inputs: Vec<(Key, String)>,
    /// The input that has the focus.
    pub focused: Option<Key>,
    /// What leads to the element that has the focus.
    focus: Option<String>,
    caret: Option<u32>,
    sources_open: bool,
}

/// Reads the fields of the prerendered page.
pub fn read(root: &Element) -> Early {
    let mut inputs = Vec::new();
    let fields = root.query_selector_all("[name]").ok();
    for index in 0..fields.as_ref().map_or(0, web_sys::NodeList::length) {
        let field = fields.as_ref().and_then(|fields| fields.item(index));
        let Some(field) = field.and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        if let (Some(key), Some(text)) = (key(&field), changed(&field)) {
            inputs.push((key, text));
        }
    }
    let focused = document().active_element().filter(|element| root.contains(Some(element)));
    let input = focused.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>());
    Early {
        inputs,
        focused: focused.as_ref().and_then(key),
        focus: focused.as_ref().map(selector),
        caret: input.and_then(|input| input.selection_end().ok().flatten()),
        sources_open: root.query_selector(OPEN_SOURCES).is_ok_and(|found| found.is_some()),
    }
}

/// The sources panel, while it is open.
const OPEN_SOURCES: &str = ".sources[open]";

fn key(field: &Element) -> Option<Key> {
    field.get_attribute("name").as_deref().and_then(Key::from_slug)
}

/// The text of a field, where it is not the one it came with.
fn changed(field: &Element) -> Option<String> {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        let chosen = select.selected_options().item(0)?.dyn_into::<HtmlOptionElement>().ok()?;
        return (!chosen.default_selected()).then(|| chosen.value());
    }
    let input = field.dyn_ref::<HtmlInputElement>()?;
    let changed = if input.type_() == "radio" {
        input.checked() && !input.default_checked()
    } else {
        input.value() != input.default_value()
    };
    changed.then(|| input.value())
}

/// What leads to an element again once it is drawn anew: its tag and what sets it apart.
fn selector(element: &Element) -> String {
    let attribute = |name: &str| element.get_attribute(name).map(|value| format!("[{name}='{value}']"));
    let attributes: String = ["name", "type", "href"].into_iter().filter_map(attribute).collect();
    let selector = element.tag_name() + &attributes;
    match element.dyn_ref::<HtmlInputElement>() {
        Some(radio) if radio.type_() == "radio" => format!("{selector}[value='{}']", radio.value()),
        _ => selector,
    }
}

impl Early {
    /// Puts the focus and the caret back where they were, and opens again what was open, once the page is drawn.
    pub fn restore(self) {
        Timeout::new(0, move || {
            let find = |selector: &str| document().query_selector(selector).ok().flatten();
            if self.sources_open
                && let Some(sources) = find(".sources")
            {
                let _ = sources.set_attribute("open", "");
            }
            let Some(target) = self.focus.as_deref().and_then(find) else { return };
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
