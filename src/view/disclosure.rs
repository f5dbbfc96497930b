//! Content that is hidden behind a summary until it is opened.

use yew::prelude::*;

use crate::state::disclosure::Disclosure;
use crate::state::model::State;

use super::control::Dispatch;
use super::element::{Child, Element, element};

/// A disclosure. Its content is drawn only while it is open: closed disclosures would be half of all markup, built at
/// the start and compared at every change.
pub fn disclosure<C: Child>(
    which: Disclosure,
    summary: Element,
    content: impl FnOnce() -> C,
    state: &State,
    dispatch: &Dispatch,
) -> Element {
    element("details")
        .attribute("id", which.slug())
        .flag("open", *state.open.get(which))
        .ontoggle(dispatch.toggle(which))
        .child(summary)
        .child(if state.draws(which) { content().node() } else { Html::default() })
}
