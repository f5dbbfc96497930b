//! The page that the calculator is what it is about: its address says the input, its table of estimates opens them.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::state::event::Event;
use crate::state::query;
use crate::state::scenario::Scenario;

use super::history::{self, History};

/// An estimate in the table.
const ESTIMATE: &str = ".estimates a[href^='#']";

/// What the calculator has to do with the page around it.
pub struct Page {
    /// The address.
    pub history: History,
    _follow_links: EventListener,
    _open_estimates: EventListener,
}

impl Page {
    /// Follows what happens on the page.
    pub fn new(happened: impl Fn(Event) + Clone + 'static) -> Self {
        let followed = happened.clone();
        let follow_links = EventListener::new(&window(), "hashchange", move |_| {
            followed(Event::FollowedLink(history::fragment()));
        });
        let options = EventListenerOptions::enable_prevent_default();
        let open_estimates = EventListener::new_with_options(&document(), "click", options, move |click| {
            if let Some(event) = click.dyn_ref::<MouseEvent>().and_then(opened) {
                click.prevent_default();
                happened(event);
            }
        });
        Self { history: History::default(), _follow_links: follow_links, _open_estimates: open_estimates }
    }
}

/// Gives the window a title.
pub fn entitle(title: &str) {
    if document().title() != title {
        document().set_title(title);
    }
}

/// The estimate that a click on the table opens here, not elsewhere. The other inputs stay as they are.
fn opened(click: &MouseEvent) -> Option<Event> {
    let elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    let link = click.target()?.dyn_into::<Element>().ok()?.closest(ESTIMATE).ok().flatten()?;
    let (scenario, _) = Scenario::of(&query::read(&link.get_attribute("href")?));
    (!elsewhere).then_some(Event::ChoseEstimate(scenario.view, scenario.profile))
}
