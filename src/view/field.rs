//! A field of the form. It is redrawn only if something that it shows has changed, because typing usually affects one
//! field.

use yew::prelude::*;

use crate::state::part::field::Field as Model;

use super::control::{self, Dispatch};
use super::element::element;

/// The properties of a field.
#[derive(Clone, Properties)]
pub struct Props {
    /// The contents of the field.
    pub field: Model,
    /// Sends events. It stays the same for the life of the calculator.
    pub dispatch: Dispatch,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.field == other.field
    }
}

/// A field in its slot in the form.
#[derive(Default)]
pub struct Field {
    slot: NodeRef,
}

impl Component for Field {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props { field, dispatch } = ctx.props();
        dispatch.at_work.emit(());
        element("div").class("slot").reference(&self.slot).child(control::field(field, dispatch)).html()
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if !first && let Some(slot) = self.slot.cast() {
            control::choose_what_is_marked(&slot);
        }
    }
}
