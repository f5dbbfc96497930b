//! The Rust half of the element, which its script (`src/embed/`) calls.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use crate::state::event::Event;
use crate::state::host::Host;
use crate::state::input::Key;

use super::app::{App, Message, Props};

/// A calculator on a page.
#[wasm_bindgen]
pub struct Calculator {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Calculator {
    /// Draws a calculator into an element, over its prerendered markup, and keeps what the visitor did there.
    ///
    /// `query` is the input, `host` the settings of the host ([`Host::read`]) and `early` the visitor's actions so far
    /// ([`early::events`](crate::state::early::events)). `tell` is called with each new answer: the input, the input to
    /// share, the answer as JSON, and whether the visitor changed it. `at_work` is called before any work, because Yew
    /// may defer it.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        query: String,
        host: &str,
        early: String,
        tell: Function,
        at_work: Function,
    ) -> Self {
        let props = Props { root: root.clone(), query, host: Host::read(host), early, tell, at_work };
        Self { app: yew::Renderer::<App>::with_root_and_props(root, props).render() }
    }

    /// Sets one input by its name. An unknown name changes nothing.
    pub fn enter(&self, name: &str, text: String) {
        if let Some(key) = Key::from_slug(name) {
            self.send(Event::HostSet(key, text));
        }
    }

    /// Replaces the whole input with a query string.
    pub fn set(&self, query: String) {
        self.send(Event::FollowedLink(query));
    }

    /// Replaces the settings of the host.
    pub fn host(&self, host: &str) {
        self.send(Event::HostChanged(Host::read(host)));
    }

    /// Shows that the link to the answer has been copied.
    pub fn copied(&self) {
        self.send(Event::CopiedLink);
    }

    /// Removes the calculator from the page.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn send(&self, event: Event) {
        self.app.send_message(Message::Host(event));
    }
}
