//! The Rust half of the element: what its script (`src/embed/embed.js`) calls.

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use crate::state::event::Event;
use crate::state::host::{Cta, Host};
use crate::state::key::Key;

use super::app::{App, Message, Props};
use super::early;

/// A calculator on a page.
#[wasm_bindgen]
pub struct Calculator {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Calculator {
    /// Draws a calculator into an element, over what was prerendered there; what a visitor did there is kept.
    ///
    /// `tell` is called with every new answer: the input, the input to pass on, the answer as JSON, and whether it was
    /// the visitor who changed it; `at_work` whenever it goes about its work, which is later than it is told to.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, query: String, host: HostSettings, tell: Function, at_work: Function) -> Self {
        let early = early::read(&root);
        let props = Props {
            root: root.clone(),
            query,
            host: host.0,
            early: early.inputs.clone(),
            open: early.open.clone(),
            focused: early.focused,
            tell,
            at_work,
        };
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        early.restore(root);
        Self { app }
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
    pub fn host(&self, host: HostSettings) {
        self.send(Event::HostChanged(host.0));
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

/// What the host has set, apart from the input.
#[wasm_bindgen]
pub struct HostSettings(Host);

#[wasm_bindgen]
impl HostSettings {
    /// `base` is the page that links lead to, empty on that page itself; `lock` the names of inputs with spaces between
    /// them; `heading_level` 2 to 6, or 0 for none; `cta_href` an http or https address, or empty.
    #[wasm_bindgen(constructor)]
    pub fn new(
        base: String,
        lock: &str,
        compact: bool,
        heading_level: u8,
        cta_href: String,
        cta_label: String,
    ) -> Self {
        Self(Host {
            base,
            locked: lock.split_whitespace().filter_map(Key::from_slug).collect(),
            compact,
            heading_level: (heading_level > 0).then_some(heading_level),
            cta: (!cta_href.is_empty()).then_some(Cta { href: cta_href, label: cta_label }),
        })
    }
}
