//! The calculator's own page: its address holds the input, and its table of estimates opens them in the calculator.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::data::FIGURES;
use crate::state::event::Event;
use crate::state::query;
use crate::state::scenario::Scenario;

use super::history::{self, History};

/// The selector of an estimate in the table.
const ESTIMATE: &str = ".estimates a[href^='#']";

/// The calculator's connection to our own page.
pub struct Page {
    /// The address.
    pub history: History,
    _follow_links: EventListener,
    _open_estimates: EventListener,
}

impl Page {
    /// Listens to events on the page.
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

/// Sets the window title.
pub fn entitle(title: &str) {
    if document().title() != title {
        document().set_title(title);
    }
}

/// The event for a click on an estimate in the table, unless a modifier key opens it elsewhere. Other inputs keep their
/// values.
fn opened(click: &MouseEvent) -> Option<Event> {
    let elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    let link = click.target()?.dyn_into::<Element>().ok()?.closest(ESTIMATE).ok().flatten()?;
    let (scenario, _) = Scenario::of(&query::read(&link.get_attribute("href")?), &FIGURES);
    (!elsewhere).then_some(Event::ChoseEstimate(scenario.view, scenario.role))
}
