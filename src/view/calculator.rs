//! The calculator: inputs, answer, and the actions on it.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::event::Event;
use crate::state::input::{Key, View};
use crate::state::model::State;
use crate::state::part::market::Market;
use crate::state::problem::Complaint;
use crate::state::scenario::Scenario;

use super::control::Dispatch;
use super::element::{Element, element, fragment};
use super::{answer, compare, copy, form};

/// The parts of the calculator that can change.
pub fn calculator(state: &Rc<State>, dispatch: &Dispatch) -> Html {
    let view = state.scenario.view;
    let (answer, dock) = match view {
        View::Permanent => {
            let (answer, dock) = answer::answer(&Market::permanent(state), state, view, dispatch);
            (answer, Some(dock))
        }
        View::Contract => {
            let (answer, dock) = answer::answer(&Market::contract(state), state, view, dispatch);
            (answer, Some(dock))
        }
        View::Compare => compare::comparison(state, dispatch),
    };
    let bar = element("div")
        .class("bar")
        .child(state.offers(Key::View).then(|| tabs(state, dispatch)))
        .child(element("p").child(copy::edition(&state.answer)));
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
        .child(dock.map(answer::Dock::html).unwrap_or_default());
    let spoken = element("p")
        .class("visually-hidden")
        .attribute("role", "status")
        .child(state.spoken.as_ref().map(copy::spoken));
    fragment(vec![calculator.html(), spoken.html()])
}

/// The actions on an answer. The element's script listens for the clicks and emits events for the host.
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

/// The views as links, so that each can open in another window.
fn tabs(state: &State, dispatch: &Dispatch) -> Element {
    let tab = |&view: &View| {
        let scenario = Scenario { view, ..state.scenario };
        let current = (view == state.scenario.view).then_some("page");
        let link = element("a")
            .attribute("href", state.link(&scenario))
            .attribute("aria-current", current)
            .onclick(dispatch.click(Event::ChoseView(view)))
            .child(view.name());
        element("li").child(link)
    };
    element("nav")
        .class("tabs")
        .attribute("aria-label", copy::inputs::label(Key::View))
        .child(element("ul").children(View::ALL.iter().map(tab)))
}

/// The problems whose fields are not in sight.
fn notice(state: &State, dispatch: &Dispatch) -> Option<Element> {
    let mut lost = state.noticed().peekable();
    lost.peek()?;
    let message = |problem| copy::named_problem(&Complaint::of(problem, &state.scenario));
    let lost = lost.map(|problem| element("li").child(message(problem)));
    let text = element("div").child(element("p").child(copy::NOTICE)).child(element("ul").children(lost));
    let close = element("button")
        .class("button")
        .attribute("type", "button")
        .onclick(dispatch.send(Event::ClosedNotice))
        .child(copy::CLOSE);
    Some(element("div").class("notice").child(text).child(close))
}
