//! The inputs of a view.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::state::disclosure::Disclosure;
use crate::state::input::Key;
use crate::state::model::State;
use crate::state::part;

use super::control::Dispatch;
use super::copy;
use super::copy::inputs;
use super::disclosure::disclosure;
use super::element::element;
use super::field::{self, Field};

/// The inputs of the open view.
pub fn form(state: &Rc<State>, dispatch: &Dispatch) -> Html {
    let view = state.scenario.view;
    let field = |key: Key| -> Html {
        let props = field::Props { field: part::field::Field::of(state, key), dispatch: dispatch.clone() };
        VComp::new::<Field>(props.into(), Some(key.slug().into())).into()
    };
    let offered = |key: &Key| state.offers(*key);
    let more: Vec<_> = Key::more(view).into_iter().filter(offered).collect();
    let more = (!more.is_empty()).then(|| {
        let set = inputs::set(&state.scenario, view).map(|set| element("small").child(set));
        let summary = element("summary").child(inputs::more(view)).child(set);
        let content = || element("div").class("more-fields").children(more.into_iter().map(field));
        disclosure(Disclosure::More, summary, content, state, dispatch).class("more")
    });
    element("div")
        .class("form")
        .part("form")
        .attribute("role", "group")
        .attribute("aria-label", copy::FORM)
        .child(element("p").class("without-scripts").child(copy::WITHOUT_SCRIPTS))
        .children(Key::main(view).filter(offered).map(field))
        .child(more)
        .html()
}
