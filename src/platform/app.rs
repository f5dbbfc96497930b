//! The calculator, running: events go through [`update`], effects to the browser, news to the element.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::{Callback, Component, Context, Html, Properties};

use crate::state::answer;
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

/// How long nothing must change before the answer is read out, in milliseconds.
const QUIET: u32 = 500;

/// The answer.
const ANSWER: &str = "#answer";
/// The link of the open view.
const VIEW: &str = ".tabs [aria-current]";

/// What the calculator starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it is drawn into.
    pub root: Element,
    /// The input.
    pub query: String,
    /// What the host has set.
    pub host: Host,
    /// What was done before the program ran.
    pub early: String,
    /// Where news go: the input, the link to pass on, the answer as JSON, whether it was the visitor who changed it.
    pub tell: Function,
    /// Called before anything is done: after a fault it is known whose doing it was.
    pub at_work: Function,
}

/// What a calculator is told.
pub enum Message {
    /// The visitor did something.
    Visitor(Event),
    /// The host did, or the address changed.
    Host(Event),
}

/// The calculator, running.
pub struct App {
    state: Rc<State>,
    /// What the element was last told of.
    told: Option<Rc<State>>,
    by_visitor: bool,
    /// The address, where the calculator is what the page is about.
    page: Option<Page>,
    quiet: Option<Timeout>,
    /// What the focus goes to once the page is drawn.
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
            state: Rc::new(State { host: host.clone(), ..State::from_query(query, clock::today()) }),
            told: None,
            by_visitor: false,
            page,
            quiet: None,
            focus: None,
        };
        for event in early::events(early) {
            app.happened(ctx, event);
        }
        // It is drawn before what listens hears of it. Where there are many, Yew lets the browser lay them all out before
        // it says that they are drawn.
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
        // What a visitor did without changing the answer is not taken for what the host does next.
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
            page::entitle(&copy::window_title(self.state.scenario.view));
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
    /// Whether there is something to draw.
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

    /// Tells the element of an answer that it has not been told of.
    fn tell(&mut self, tell: &Function) {
        let state = &self.state;
        let by_visitor = std::mem::take(&mut self.by_visitor);
        if self.told.as_ref().is_some_and(|told| answers_the_same(told, state)) {
            return;
        }
        self.told = Some(Rc::clone(state));
        let answer = answer::shown(state, copy::problem);
        // What a host does with the news is not for the calculator to fail on.
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

/// Whether the answer is the same in two states.
fn answers_the_same(one: &State, other: &State) -> bool {
    one.scenario == other.scenario && one.problems == other.problems
}
