//! Typing that came before the program: the prerendered page has working fields, and what was entered there
//! must not be lost when the page is drawn anew.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

use crate::state::key::Key;

/// What a visitor did before the program ran.
pub struct Early {
    /// Inputs that differ from what the prerendered page says, with their texts.
    pub inputs: Vec<(Key, String)>,
    focus: Option<Focus>,
}

struct Focus {
    selector: String,
    caret: Option<u32>,
}

/// Reads the fields of the prerendered page.
pub fn read(root: &Element) -> Early {
    let mut inputs = Vec::new();
    let fields = root.query_selector_all("[name]").ok();
    for index in 0..fields.as_ref().map_or(0, web_sys::NodeList::length) {
        let field = fields.as_ref().and_then(|fields| fields.item(index));
        let Some(field) = field.and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let key = field.get_attribute("name").as_deref().and_then(Key::from_slug);
        if let (Some(key), Some(text)) = (key, changed(&field)) {
            inputs.push((key, text));
        }
    }
    Early { inputs, focus: focus(root) }
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

fn focus(root: &Element) -> Option<Focus> {
    let focused = document().active_element().filter(|element| root.contains(Some(element)))?;
    let name = focused.get_attribute("name")?;
    let Some(input) = focused.dyn_ref::<HtmlInputElement>() else {
        return Some(Focus { selector: format!("[name='{name}']"), caret: None });
    };
    if input.type_() == "radio" {
        let selector = format!("[name='{name}'][value='{}']", input.value());
        return Some(Focus { selector, caret: None });
    }
    let caret = input.selection_end().ok().flatten();
    Some(Focus { selector: format!("[name='{name}']"), caret })
}

/// Puts the focus, and the caret, back where they were. The page has to be drawn by then.
pub fn restore_focus(early: Early) {
    let Some(Focus { selector, caret }) = early.focus else { return };
    gloo::timers::callback::Timeout::new(0, move || {
        let Ok(Some(field)) = document().query_selector(&selector) else { return };
        if let Some(field) = field.dyn_ref::<HtmlElement>() {
            let _ = field.focus();
        }
        if let (Some(input), Some(caret)) = (field.dyn_ref::<HtmlInputElement>(), caret) {
            let _ = input.set_selection_range(caret, caret);
        }
    })
    .forget();
}
