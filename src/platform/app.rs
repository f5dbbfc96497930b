//! The running calculator: passes events through [`update`], effects to the browser and new answers to the element.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::{Callback, Component, Context, Html, Properties};

use crate::data::FIGURES;
use crate::state::answer_json;
use crate::state::early;
use crate::state::event::{Effect, Event};
use crate::state::host::Host;
use crate::state::model::State;
use crate::state::query;
use crate::state::update::update;
use crate::view::calculator::calculator;
use crate::view::control::Dispatch;
use crate::view::copy;

use super::clock;
use super::page::{self, Page};

/// Milliseconds without a change before the answer is announced.
const QUIET: u32 = 500;

/// The selector of the answer.
const ANSWER: &str = "#answer";
/// The selector of the link to the open view.
const VIEW: &str = ".tabs [aria-current]";

/// The properties that the calculator starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The element it is drawn into.
    pub root: Element,
    /// The input.
    pub query: String,
    /// The settings of the host.
    pub host: Host,
    /// The visitor's actions before the program ran.
    pub early: String,
    /// Called with each new answer: the input, the link to share, the answer as JSON, whether the visitor changed it.
    pub tell: Function,
    /// Called before any work, to identify the element that causes a fault.
    pub at_work: Function,
}

/// A message to the calculator.
pub enum Message {
    /// The visitor did something.
    Visitor(Event),
    /// The host did something, or the address changed.
    Host(Event),
}

/// The running calculator.
pub struct App {
    state: Rc<State>,
    /// The state that the element was last notified of.
    notified: Option<Rc<State>>,
    by_visitor: bool,
    /// The address, on our own page.
    page: Option<Page>,
    quiet: Option<Timeout>,
    /// The element to focus once the page is drawn.
    focus: Option<&'static str>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        at_work(ctx);
        let Props { query, host, early, .. } = ctx.props();
        let page = host.base.is_empty().then(|| {
            let link = ctx.link().clone();
            Page::new(move |event| link.send_message(Message::Host(event)))
        });
        let mut app = Self {
            state: Rc::new(State {
                host: host.clone(),
                ..State::from_query(query, &FIGURES, clock::today())
            }),
            notified: None,
            by_visitor: false,
            page,
            quiet: None,
            focus: None,
        };
        for event in early::events(early) {
            app.happened(ctx, event);
        }
        // Notify the element before Yew reports that it is drawn: with many elements on a page, Yew lets the browser
        // lay them all out first.
        app.tell(&ctx.props().tell);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        at_work(ctx);
        let (event, by_visitor) = match message {
            Message::Visitor(event) => (event, true),
            Message::Host(event) => (event, false),
        };
        let before = Rc::clone(&self.state);
        let draw = self.happened(ctx, event);
        // An action of the visitor that leaves the answer as it is must not make them the author of the host's next
        // change.
        self.by_visitor |= by_visitor && !answers_the_same(&before, &self.state);
        draw
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        at_work(ctx);
        let at_work = ctx.props().at_work.clone();
        calculator(
            &self.state,
            &Dispatch {
                event: ctx.link().callback(Message::Visitor),
                at_work: Callback::from(move |()| drop(at_work.call0(&JsValue::NULL))),
            },
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.page.is_some() {
            page::entitle(&copy::window_title(self.state.scenario.view, &self.state.scenario.figures));
        }
        if let Some(selector) = self.focus.take()
            && let Ok(Some(target)) = ctx.props().root.query_selector(selector)
        {
            if selector == ANSWER {
                target.scroll_into_view();
            }
            let _ = target.unchecked_into::<HtmlElement>().focus();
        }
        self.tell(&ctx.props().tell);
    }
}

impl App {
    /// Handles an event; returns whether to redraw.
    fn happened(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        match (&self.page, &event) {
            (Some(page), Event::FollowedLink(_)) => page.history.forget(),
            (Some(page), Event::LeftField(_)) => page.history.flush(),
            _ => {}
        }
        let (next, effects) = update(&self.state, event);
        for effect in effects {
            self.run(ctx, effect);
        }
        let changed = !Rc::ptr_eq(&self.state, &next);
        self.state = next;
        changed || self.focus.is_some()
    }

    fn run(&mut self, ctx: &Context<Self>, effect: Effect) {
        match (effect, &self.page) {
            (Effect::ReplaceFragment(fragment), Some(page)) => page.history.replace(fragment),
            (Effect::PushFragment(fragment), Some(page)) => page.history.push(&fragment),
            (Effect::ReplaceFragment(_) | Effect::PushFragment(_), None) => {}
            (Effect::ShowAnswer, _) => self.focus = Some(ANSWER),
            (Effect::FocusView, _) => self.focus = Some(VIEW),
            (Effect::AwaitQuiet, _) => {
                let link = ctx.link().clone();
                self.quiet = Some(Timeout::new(QUIET, move || {
                    link.send_message(Message::Host(Event::FellQuiet));
                }));
            }
        }
    }

    /// Notifies the element of a new answer.
    fn tell(&mut self, tell: &Function) {
        let state = &self.state;
        let by_visitor = std::mem::take(&mut self.by_visitor);
        if self.notified.as_ref().is_some_and(|last| answers_the_same(last, state)) {
            return;
        }
        self.notified = Some(Rc::clone(state));
        let answer = answer_json::shown(state, copy::problem);
        // An exception in the host's listener must not stop the calculator.
        let _ = tell.call4(
            &JsValue::NULL,
            &query::write(&state.scenario).as_str().into(),
            &query::shared(&state.scenario).as_str().into(),
            &answer.as_str().into(),
            &by_visitor.into(),
        );
    }
}

fn at_work(ctx: &Context<App>) {
    let _ = ctx.props().at_work.call0(&JsValue::NULL);
}

/// Whether two states have the same answer.
fn answers_the_same(one: &State, other: &State) -> bool {
    one.scenario == other.scenario && one.problems == other.problems
}
