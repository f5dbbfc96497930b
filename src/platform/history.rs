//! The fragment of the address, and writing it without flooding the history.
//!
//! Browsers refuse a page that writes too often (100 times in ten seconds in one engine). What is typed is
//! therefore written over the current entry once it has rested, or its field is left, or a new entry is made.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsValue;

use crate::domain::text::{Text, text};

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
    waiting: Rc<RefCell<Option<Waiting>>>,
}

struct Waiting {
    fragment: Text,
    /// The entry of the history that it is for, by the fragment that the entry had.
    over: String,
    _timer: Timeout,
}

impl History {
    /// Writes over the current entry, soon.
    pub fn replace(&self, fragment: Text) {
        let waiting = Rc::clone(&self.waiting);
        let timer = Timeout::new(REST, move || write(&waiting));
        *self.waiting.borrow_mut() = Some(Waiting { fragment, over: self::fragment(), _timer: timer });
    }

    /// Makes a new entry, now.
    pub fn push(&self, fragment: &str) {
        self.flush();
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address(fragment)));
        }
    }

    /// Writes what is waiting, now.
    pub fn flush(&self) {
        write(&self.waiting);
    }

    /// Drops what is waiting: the address has moved on.
    pub fn forget(&self) {
        self.waiting.borrow_mut().take();
    }
}

fn write(waiting: &RefCell<Option<Waiting>>) {
    let Some(Waiting { fragment, over, .. }) = waiting.borrow_mut().take() else { return };
    // The history may have been walked in the meantime, before the page was told.
    if over != self::fragment() {
        return;
    }
    if let Ok(history) = window().history() {
        // A refusal costs no more than the address: the page goes on, and the next change writes again.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address(&fragment)));
    }
}

/// The address of this page with a fragment, or without one where it says nothing.
fn address(fragment: &str) -> Text {
    let location = window().location();
    let path = text!(location.pathname().ok(), location.search().ok());
    if fragment.is_empty() { path } else { path.and('#').and(fragment) }
}
