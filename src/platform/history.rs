//! The fragment of the address, written without flooding the history.
//!
//! Browsers refuse a page that writes too often (WebKit: 100 times in ten seconds). So typing replaces the current
//! entry only once it pauses, when its field is left, or when a new entry is made.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsValue;

use crate::state::text::{Text, text};

/// Milliseconds without a change before a fragment is written.
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
    /// The fragment of the history entry that it is for.
    over: String,
    _timer: Timeout,
}

impl History {
    /// Replaces the current entry after a short delay.
    pub fn replace(&self, fragment: Text) {
        let waiting = Rc::clone(&self.waiting);
        let timer = Timeout::new(REST, move || write(&waiting));
        *self.waiting.borrow_mut() = Some(Waiting { fragment, over: self::fragment(), _timer: timer });
    }

    /// Adds an entry at once.
    pub fn push(&self, fragment: &str) {
        self.flush();
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address(fragment)));
        }
    }

    /// Writes a waiting fragment at once.
    pub fn flush(&self) {
        write(&self.waiting);
    }

    /// Drops a waiting fragment, because the address has changed.
    pub fn forget(&self) {
        self.waiting.borrow_mut().take();
    }
}

fn write(waiting: &RefCell<Option<Waiting>>) {
    let Some(Waiting { fragment, over, .. }) = waiting.borrow_mut().take() else { return };
    // The visitor may have gone back before the page was notified.
    if over != self::fragment() {
        return;
    }
    if let Ok(history) = window().history() {
        // A failed write costs only the address: the next change writes it again.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address(&fragment)));
    }
}

/// The address of this page with a fragment, or without one if it is empty.
fn address(fragment: &str) -> Text {
    let location = window().location();
    let path = text!(location.pathname().ok(), location.search().ok());
    if fragment.is_empty() { path } else { path.and('#').and(fragment) }
}
