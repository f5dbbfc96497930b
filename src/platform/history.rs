//! The fragment of the address, and writing it without flooding the history.
//!
//! Browsers refuse a page that writes too often (100 times in ten seconds in one engine). What is typed is
//! therefore written over the current entry once it has rested, and before anything makes a new entry.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// How long a fragment rests before it is written, in milliseconds.
const REST: u32 = 300;

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Writes the fragment.
#[derive(Default)]
pub struct History {
    waiting: Rc<RefCell<Option<(String, Timeout)>>>,
}

impl History {
    /// Writes over the current entry, soon.
    pub fn replace(&self, fragment: String) {
        let waiting = Rc::clone(&self.waiting);
        let timer = Timeout::new(REST, move || write_waiting(&waiting));
        *self.waiting.borrow_mut() = Some((fragment, timer));
    }

    /// Makes a new entry, now.
    pub fn push(&self, fragment: &str) {
        write_waiting(&self.waiting);
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address(fragment)));
        }
    }

    /// Drops what is waiting: the address has moved on.
    pub fn forget(&self) {
        self.waiting.borrow_mut().take();
    }
}

fn write_waiting(waiting: &RefCell<Option<(String, Timeout)>>) {
    let Some((fragment, _timer)) = waiting.borrow_mut().take() else { return };
    if let Ok(history) = window().history() {
        // A refusal costs no more than the address: the page goes on, and the next change writes again.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address(&fragment)));
    }
}

/// The address of this page with a fragment, or without one where it says nothing.
fn address(fragment: &str) -> String {
    let location = window().location();
    let path =
        format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    if fragment.is_empty() { path } else { format!("{path}#{fragment}") }
}
