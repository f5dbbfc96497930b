//! What is drawn into the pages before any script runs.

use std::rc::Rc;

use salary_calculator::state::model::State;
use salary_calculator::view::about::About;
use salary_calculator::view::calculator::{Calculator, Props};
use salary_calculator::view::copy;
use salary_calculator::view::partners::{Locks, Starts};
use salary_calculator::view::table::Estimates;
use yew::{BaseComponent, ServerRenderer};

use crate::day;

/// The parts of a page.
pub struct Page {
    /// Its heading.
    pub title: String,
    /// What is said where the program does not come.
    pub late: &'static str,
    /// The calculator with the default answer, for the day that it is built on; the program draws it anew for the day
    /// that it is read on.
    pub calculator: String,
    /// What explains the answers.
    pub about: String,
    /// The table of every estimate.
    pub estimates: String,
    /// What partners choose the start of.
    pub starts: String,
    /// What partners lock.
    pub locks: String,
}

impl Page {
    /// Draws them all.
    pub fn draw() -> Self {
        Self {
            title: copy::title().into(),
            late: copy::LATE,
            calculator: draw::<Calculator>(|| {
                // Where no script runs, the browser opens them by itself.
                let state = State { drawn_closed: true, ..State::from_query("", day::today()) };
                Props { state: Rc::new(state) }
            }),
            about: draw::<About>(|| ()),
            estimates: draw::<Estimates>(|| ()),
            starts: draw::<Starts>(|| ()),
            locks: draw::<Locks>(|| ()),
        }
    }
}

/// What a component comes to.
pub fn draw<C: BaseComponent>(props: impl Fn() -> C::Properties + Send + 'static) -> String {
    futures::executor::block_on(ServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// The element's inside, as it stands in a page before any script runs.
pub fn shadow(calculator: &str, about: &str, sheet: &str) -> String {
    format!(
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{sheet}\" />\
         <div class=\"root\" part=\"root\" lang=\"en-GB\" dir=\"ltr\"><div class=\"app\">{calculator}</div>{about}</div>\
         </template>"
    )
}
