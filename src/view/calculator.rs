//! The calculator: inputs, answer, and what there is to do with it.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::event::Event;
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::scenario::Scenario;

use super::answer::{self, Dock, Shown};
use super::control::Dispatch;
use super::element::{Element, element, fragment};
use super::{compare, copy, form};

/// What the native renderer draws the calculator from.
#[cfg(feature = "ssr")]
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All that is known.
    pub state: Rc<State>,
}

/// The calculator, as the native renderer draws it.
#[cfg(feature = "ssr")]
#[component]
pub fn Calculator(props: &Props) -> Html {
    calculator(&props.state, &Dispatch::nowhere())
}

/// All of the calculator that can change.
pub fn calculator(state: &Rc<State>, dispatch: &Dispatch) -> Html {
    let (answer, dock) = match state.scenario.view.engagement() {
        None => (compare::comparison(state, dispatch), compare::dock(state)),
        Some(engagement) => {
            let shown = Shown::of(state, engagement);
            (answer::answer(&shown, state, dispatch), Some(Dock::of(&shown)))
        }
    };
    let bar = element("div")
        .class("bar")
        .child(state.offers(Key::View).then(|| tabs(state, dispatch)))
        .child(element("p").child(copy::edition(&state.summary)));
    let answer = element("section")
        .class("answer")
        .attributes(&[("part", "answer"), ("id", "answer"), ("tabindex", "-1"), ("aria-labelledby", "who")])
        .child(answer)
        .child(actions(state));
    let calculator = element("div")
        .class("calculator")
        .child(bar)
        .child(notice(state, dispatch))
        .child(element("div").class("split").child(form::form(state, dispatch)).child(answer))
        .child(dock.map(Dock::html).unwrap_or_default());
    let spoken = element("p")
        .class("visually-hidden")
        .attribute("role", "status")
        .child(state.spoken.as_ref().map(copy::spoken));
    fragment(vec![calculator.html(), spoken.html()])
}

/// What there is to do with an answer. The element's script hears the clicks and tells the host of them.
fn actions(state: &State) -> Element {
    let copy = element("button").class("button").attribute("type", "button").child(if state.copied {
        copy::COPIED
    } else {
        copy::COPY_LINK
    });
    let cta = state.host.cta.as_ref().map(|cta| {
        element("a")
            .class("button cta")
            .attributes(&[("part", "cta"), ("target", "_blank"), ("rel", "noopener")])
            .attribute("href", cta.href.clone())
            .child(copy::cta(&cta.label))
    });
    element("div").class("actions").child(element("p").part("share").child(copy)).child(cta)
}

/// The views as links, so that each can be opened in a window of its own.
fn tabs(state: &State, dispatch: &Dispatch) -> Element {
    let tab = |&view: &View| {
        let scenario = Scenario { view, ..state.scenario };
        let current = (view == state.scenario.view).then_some("page");
        let link = element("a")
            .attribute("href", state.link(&scenario))
            .attribute("aria-current", current)
            .onclick(dispatch.click(Event::ChoseView(view)))
            .child(copy::view(view));
        element("li").child(link)
    };
    element("nav")
        .class("tabs")
        .attribute("aria-label", copy::label(Key::View))
        .child(element("ul").children(View::ALL.iter().map(tab)))
}

/// What could not be used and has no field in sight to say it beside.
fn notice(state: &State, dispatch: &Dispatch) -> Option<Element> {
    let mut lost = state.noticed().peekable();
    lost.peek()?;
    let lost = lost.map(|problem| element("li").child(copy::named_problem(problem, &state.scenario)));
    let text = element("div").child(element("p").child(copy::NOTICE)).child(element("ul").children(lost));
    let close = element("button")
        .class("button")
        .attribute("type", "button")
        .onclick(dispatch.send(Event::ClosedNotice))
        .child(copy::CLOSE);
    Some(element("div").class("notice").child(text).child(close))
}
