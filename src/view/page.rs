//! The page: the calculator, and below it the table of every estimate.

use yew::prelude::*;

use crate::state::event::Event;
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::query;
use crate::state::scenario::Scenario;

use super::answer::{self, Dock, Shown};
use super::control::Dispatch;
use super::element::{Element, element, fragment};
use super::{compare, copy, form, glossary, sources, table, take_home};

/// What the native renderer draws the page from.
#[cfg(feature = "ssr")]
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All that is known.
    pub state: std::rc::Rc<State>,
    /// Where events go.
    pub dispatch: Callback<Event>,
}

/// The whole page, as the native renderer draws it.
#[cfg(feature = "ssr")]
#[component]
pub fn Page(props: &Props) -> Html {
    page(&props.state, &props.dispatch)
}

/// The whole page.
pub fn page(state: &State, dispatch: &Callback<Event>) -> Html {
    let dispatch = Dispatch(dispatch.clone());
    let (answer, dock) = match state.scenario.view.engagement() {
        None => (compare::comparison(state, &dispatch), compare::dock(state)),
        Some(engagement) => {
            let shown = Shown::of(state, engagement);
            (answer::answer(&shown, state, &dispatch), Some(Dock::of(&shown)))
        }
    };
    let rules = state.summary.take_home.map(|take_home| take_home.taxpayer.rules);
    let header = element("header")
        .class("top")
        .child(element("h1").child(copy::title()))
        .child(element("p").child(copy::edition(&state.summary)));
    let answer = element("section")
        .class("answer")
        .attributes(&[("id", "answer"), ("tabindex", "-1"), ("aria-labelledby", "who")])
        .child(answer)
        .child(html! { <take_home::NotCounted /> })
        .child(html! { <sources::Sources {rules} /> });
    let calculator = element("div")
        .class("calculator")
        .child(tabs(state, &dispatch))
        .child(notice(state, &dispatch))
        .child(element("div").class("split").child(form::form(state, &dispatch)).child(answer));
    let main = element("main")
        .child(calculator)
        .child(html! { <table::Estimates dispatch={dispatch.0} /> })
        .child(html! { <glossary::Glossary /> });
    let spoken = element("p")
        .class("visually-hidden")
        .attribute("role", "status")
        .child(state.spoken.as_ref().map(copy::spoken));
    fragment(vec![header.html(), main.html(), dock.map(Dock::html).unwrap_or_default(), spoken.html()])
}

/// The views as links, so that each can be opened in a window of its own.
fn tabs(state: &State, dispatch: &Dispatch) -> Element {
    let tab = |&view: &View| {
        let scenario = Scenario { view, ..state.scenario };
        let href = format!("#{}", query::write(&scenario));
        let current = (view == state.scenario.view).then_some("page");
        let link = element("a")
            .attribute("href", href)
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
        .attribute("type", "button")
        .onclick(dispatch.send(Event::ClosedNotice))
        .child(copy::CLOSE);
    Some(element("div").class("notice").child(text).child(close))
}
