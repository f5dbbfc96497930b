//! The page, running: events go through [`update`], effects to the browser.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{Component, Context, Html, Properties};

use crate::state::event::{Effect, Event};
use crate::state::key::Key;
use crate::state::model::State;
use crate::state::update::update;
use crate::view::copy;
use crate::view::page::page;

use super::clock;
use super::history::{self, History};

/// How long nothing must change before the answer is read out, in milliseconds.
const QUIET: u32 = 500;

/// The answer.
const ANSWER: &str = "#answer";
/// The link of the open view.
const VIEW: &str = ".tabs [aria-current]";

/// What was typed before the page ran.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Inputs and their texts.
    pub early: Vec<(Key, String)>,
    /// The input that is still being typed into.
    pub focused: Option<Key>,
}

/// The page, running.
pub struct App {
    state: Rc<State>,
    history: History,
    quiet: Option<Timeout>,
    /// What the focus goes to once the page is drawn.
    focus: Option<&'static str>,
    _follow_links: EventListener,
}

impl Component for App {
    type Message = Event;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let follow_links = EventListener::new(&window(), "hashchange", move |_| {
            link.send_message(Event::FollowedLink(history::fragment()));
        });
        let mut app = Self {
            state: Rc::new(State::from_query(&history::fragment(), clock::today())),
            history: History::default(),
            quiet: None,
            focus: None,
            _follow_links: follow_links,
        };
        let Props { early, focused } = ctx.props();
        for (key, text) in early {
            Component::update(&mut app, ctx, Event::EnteredText(*key, text.clone()));
            if *focused != Some(*key) {
                Component::update(&mut app, ctx, Event::LeftField(*key));
            }
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        match event {
            Event::FollowedLink(_) => self.history.forget(),
            Event::LeftField(_) => self.history.flush(),
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

    fn view(&self, ctx: &Context<Self>) -> Html {
        page(&self.state, &ctx.link().callback(|event| event))
    }

    fn rendered(&mut self, _: &Context<Self>, first_render: bool) {
        if first_render {
            // Set by `index.html` where the prerendered answer is not the one that the address asks for.
            if let Some(root) = document().document_element() {
                let _ = root.class_list().remove_1("restoring");
            }
            // Says that the program takes long.
            if let Some(late) = document().get_element_by_id("late") {
                late.remove();
            }
        }
        let title = copy::window_title(self.state.scenario.view);
        if document().title() != title {
            document().set_title(&title);
        }
        let Some(selector) = self.focus.take() else { return };
        if let Ok(Some(target)) = document().query_selector(selector) {
            if selector == ANSWER {
                target.scroll_into_view();
            }
            let _ = target.unchecked_into::<HtmlElement>().focus();
        }
    }
}

impl App {
    fn run(&mut self, ctx: &Context<Self>, effect: Effect) {
        match effect {
            Effect::ReplaceFragment(fragment) => self.history.replace(fragment),
            Effect::PushFragment(fragment) => self.history.push(&fragment),
            Effect::ShowAnswer => self.focus = Some(ANSWER),
            Effect::FocusView => self.focus = Some(VIEW),
            Effect::AwaitQuiet => {
                let link = ctx.link().clone();
                self.quiet = Some(Timeout::new(QUIET, move || link.send_message(Event::FellQuiet)));
            }
        }
    }
}
