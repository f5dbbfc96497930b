//! The Rust half of the element: what its script (`src/embed/embed.js`) calls.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use crate::state::event::Event;
use crate::state::host::Host;
use crate::state::key::Key;

use super::app::{App, Message, Props};

/// A calculator on a page.
#[wasm_bindgen]
pub struct Calculator {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Calculator {
    /// Draws a calculator into an element, over what was prerendered there; what a visitor did there is kept.
    ///
    /// `query` is the input, `host` what the host has set ([`Host::read`]), `early` what a visitor has done
    /// ([`early::events`](crate::state::early::events)). `tell` is called with every new answer: the input, the input to
    /// pass on, the answer as JSON, and whether it was the visitor who changed it; `at_work` whenever it goes about its
    /// work, which is later than it is told to.
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

    /// Sets one input, by its name. A name that is none changes nothing.
    pub fn enter(&self, name: &str, text: String) {
        if let Some(key) = Key::from_slug(name) {
            self.send(Event::HostSet(key, text));
        }
    }

    /// Replaces the whole input by the one that a query string describes.
    pub fn set(&self, query: String) {
        self.send(Event::FollowedLink(query));
    }

    /// Takes over what the host has set.
    pub fn host(&self, host: &str) {
        self.send(Event::HostChanged(Host::read(host)));
    }

    /// Says that the link to the answer was copied.
    pub fn copied(&self) {
        self.send(Event::CopiedLink);
    }

    /// Takes the calculator off the page.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn send(&self, event: Event) {
        self.app.send_message(Message::Host(event));
    }
}
