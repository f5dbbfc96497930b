//! The page: the calculator, and below it the table of every estimate.

use yew::prelude::*;

use crate::state::event::Event;
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::query;
use crate::state::scenario::Scenario;

use super::answer::{self, Dock, Shown};
use super::control::Dispatch;
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
    html! {
        <>
            <header class="top">
                <h1>{ copy::title() }</h1>
                <p>{ copy::edition(&state.summary) }</p>
            </header>
            <main>
                <div class="calculator">
                    { tabs(state, &dispatch) }
                    { notice(state, &dispatch) }
                    <div class="split">
                        { form::form(state, &dispatch) }
                        <section class="answer" id="answer" tabindex="-1" aria-labelledby="who">
                            { answer }
                            <take_home::NotCounted />
                            <sources::Sources {rules} />
                        </section>
                    </div>
                </div>
                <table::Estimates dispatch={dispatch.0} />
                <glossary::Glossary />
            </main>
            { dock.map(Dock::html) }
            <p class="visually-hidden" role="status">
                { state.spoken.as_ref().map(copy::spoken) }
            </p>
        </>
    }
}

/// The views as links, so that each can be opened in a window of its own.
fn tabs(state: &State, dispatch: &Dispatch) -> Html {
    let tab = |&view: &View| {
        let scenario = Scenario { view, ..state.scenario };
        let href = format!("#{}", query::write(&scenario));
        let current = (view == state.scenario.view).then_some("page");
        html! {
            <li>
                <a {href} aria-current={current} onclick={dispatch.click(Event::ChoseView(view))}>
                    { copy::view(view) }
                </a>
            </li>
        }
    };
    html! { <nav class="tabs" aria-label={copy::label(Key::View)}><ul>{ for View::ALL.iter().map(tab) }</ul></nav> }
}

/// What could not be used and has no field in sight to say it beside.
fn notice(state: &State, dispatch: &Dispatch) -> Html {
    let mut lost = state.noticed().peekable();
    if lost.peek().is_none() {
        return Html::default();
    }
    html! {
        <div class="notice">
            <div>
                <p>{ copy::NOTICE }</p>
                <ul>
                    { for lost.map(|problem| html! { <li>{ copy::named_problem(problem, &state.scenario) }</li> }) }
                </ul>
            </div>
            <button type="button" onclick={dispatch.send(Event::ClosedNotice)}>{ copy::CLOSE }</button>
        </div>
    }
}
