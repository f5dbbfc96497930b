//! Draws markup natively, for the site and for tests.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::model::State;

use super::calculator;
use super::control::Dispatch;

/// A function that draws something.
#[derive(Clone)]
struct Draw(Rc<dyn Fn() -> Html>);

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    draw: Draw,
}

#[component]
fn Drawn(props: &Props) -> Html {
    (props.draw.0)()
}

/// The markup that a function draws.
pub fn markup(draw: impl Fn() -> Html + 'static) -> String {
    let props = Props { draw: Draw(Rc::new(draw)) };
    let renderer = yew::LocalServerRenderer::<Drawn>::with_props(props).hydratable(false);
    futures::executor::block_on(renderer.render())
}

/// The markup of the calculator in a state.
pub fn calculator(state: &State) -> String {
    let state = Rc::new(state.clone());
    markup(move || calculator::calculator(&state, &Dispatch::nowhere()))
}
