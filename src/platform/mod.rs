//! The browser: where the page starts, what it asks of the browser, and how typing that came before it is kept.

mod app;
mod clock;
mod early;
mod history;

use gloo::utils::document;

use app::App;

/// Draws the page over the prerendered one, which shows the default answer until then. What a visitor did there is kept.
pub fn start() {
    let Some(root) = document().get_element_by_id("app") else { return };
    let early = early::read(&root);
    let props = app::Props { early: early.inputs.clone(), focused: early.focused };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    early.restore();
}
