//! The calculator: inputs, answer, and what there is to do with it.

use yew::prelude::*;

use crate::state::event::Event;
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::scenario::Scenario;

use super::answer::{self, Dock, Shown};
use super::control::Dispatch;
use super::{compare, copy, form};

/// What the native renderer draws the calculator from.
#[cfg(feature = "ssr")]
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// All that is known.
    pub state: std::rc::Rc<State>,
}

/// The calculator, as the native renderer draws it.
#[cfg(feature = "ssr")]
#[component]
pub fn Calculator(props: &Props) -> Html {
    calculator(&props.state, &Callback::noop())
}

/// All of the calculator that can change.
pub fn calculator(state: &State, dispatch: &Callback<Event>) -> Html {
    let dispatch = Dispatch(dispatch.clone());
    let (answer, dock) = match state.scenario.view.engagement() {
        None => (compare::comparison(state, &dispatch), compare::dock(state)),
        Some(engagement) => {
            let shown = Shown::of(state, engagement);
            (answer::answer(&shown, state, &dispatch), Some(Dock::of(&shown)))
        }
    };
    html! {
        <>
            <div class="calculator">
                <div class="bar">
                    if state.offers(Key::View) {
                        { tabs(state, &dispatch) }
                    }
                    <p>{ copy::edition(&state.summary) }</p>
                </div>
                { notice(state, &dispatch) }
                <div class="split">
                    { form::form(state, &dispatch) }
                    <section class="answer" part="answer" id="answer" tabindex="-1" aria-labelledby="who">
                        { answer }
                        { actions(state) }
                    </section>
                </div>
                { dock.map(Dock::html) }
            </div>
            <p class="visually-hidden" role="status">
                { state.spoken.as_ref().map(copy::spoken) }
            </p>
        </>
    }
}

/// What there is to do with an answer. The element's script hears the clicks and tells the host of them.
fn actions(state: &State) -> Html {
    html! {
        <div class="actions">
            <p part="share">
                <button type="button" class="button">{ if state.copied { copy::COPIED } else { copy::COPY_LINK } }</button>
            </p>
            if let Some(cta) = &state.host.cta {
                <a part="cta" class="button cta" href={cta.href.clone()} target="_blank" rel="noopener">
                    { copy::cta(&cta.label) }
                </a>
            }
        </div>
    }
}

/// The views as links, so that each can be opened in a window of its own.
fn tabs(state: &State, dispatch: &Dispatch) -> Html {
    let tab = |&view: &View| {
        let scenario = Scenario { view, ..state.scenario };
        let href = state.link(&scenario);
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
            <button type="button" class="button" onclick={dispatch.send(Event::ClosedNotice)}>{ copy::CLOSE }</button>
        </div>
    }
}
