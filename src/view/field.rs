//! A field of the form, which is drawn again only where something of what it shows has changed: of all that is typed
//! most concerns one of them.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::key::Key;
use crate::state::model::State;
use crate::state::summary::Summary;

use super::control::{self, Dispatch};
use super::element::element;
use super::form;

/// What a field is drawn from.
#[derive(Clone, Properties)]
pub struct Props {
    /// The input.
    pub input: Key,
    /// All that is known.
    pub state: Rc<State>,
    /// Where events go. It is the same for as long as there is a calculator.
    pub dispatch: Dispatch,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.input == other.input && shows_the_same(self.input, &self.state, &other.state)
    }
}

/// Whether a field shows the same in two states. What is wrong with it is put into words from all of a state, so that
/// one with something wrong is drawn at every change.
fn shows_the_same(key: Key, one: &State, other: &State) -> bool {
    // What the loans and the list of years say follows from the year, what stands in an empty field from the profile.
    let shown = |state: &State| {
        let Summary { profile, tax_year, take_home, .. } = &state.summary;
        (state.editing == Some(key), *profile, *tax_year, take_home.is_some())
    };
    shown(one) == shown(other)
        && one.draft.text(key) == other.draft.text(key)
        && one.good.text(key) == other.good.text(key)
        && one.problem(key).is_none()
        && other.problem(key).is_none()
}

/// A field, in the slot that it has in the form.
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
        let Props { input, state, dispatch } = ctx.props();
        dispatch.at_work.emit(());
        element("div").class("slot").reference(&self.slot).child(form::input(state, *input, dispatch)).html()
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if !first && let Some(slot) = self.slot.cast() {
            control::choose_what_is_marked(&slot);
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::domain::tax_year::Date;
    use crate::state::event::Event;
    use crate::state::update::update;

    const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

    fn markup(key: Key, state: &Rc<State>) -> String {
        let state = State::clone(state);
        let props =
            move || Props { input: key, state: Rc::new(state.clone()), dispatch: Dispatch::nowhere() };
        let drawn = yew::ServerRenderer::<Field>::with_props(props).hydratable(false).render();
        futures::executor::block_on(drawn)
    }

    #[test]
    fn a_field_that_is_not_drawn_again_would_look_the_same() {
        let typed = |key, text: &str| Event::EnteredText(key, text.into());
        let chose = |key, slug: &str| Event::ChoseValue(key, slug.into());
        let events = [
            typed(Key::Salary, "9"),
            typed(Key::Salary, "95x"),
            Event::FellQuiet,
            typed(Key::Salary, "95k"),
            Event::LeftField(Key::Salary),
            chose(Key::Seniority, "lead"),
            chose(Key::StudentLoan, "plan-5,postgraduate"),
            chose(Key::TaxYear, "2025-26"),
            chose(Key::TaxRegion, "scotland"),
            chose(Key::PensionMethod, "net-pay"),
            typed(Key::Days, "180"),
            typed(Key::DayRate, "1"),
            Event::FellQuiet,
            typed(Key::UmbrellaMargin, "500"),
            Event::LeftField(Key::UmbrellaMargin),
            typed(Key::ContractPension, "20000"),
            Event::FollowedLink("view=compare&salary=123456&pension=90&employer-pension=x".into()),
            Event::FollowedLink("specialism=wizard&bonus=10".into()),
            Event::ClosedNotice,
        ];
        let mut states = vec![Rc::new(State::from_query("view=compare", TODAY))];
        for event in events {
            let (next, _) = update(states.last().unwrap(), event);
            states.push(next);
        }
        // On a day in a year without figures.
        states.push(Rc::new(State::from_query("view=compare", Date { year: 2035, ..TODAY })));
        let mut skipped = 0;
        for one in &states {
            for other in &states {
                for &key in
                    Key::ALL.iter().filter(|&&key| key != Key::View && shows_the_same(key, one, other))
                {
                    assert_eq!(markup(key, one), markup(key, other), "{key:?}");
                    skipped += usize::from(!Rc::ptr_eq(one, other));
                }
            }
        }
        assert!(skipped > 1_000, "{skipped}");
    }

    #[test]
    fn what_is_typed_into_one_field_leaves_the_others_alone() {
        let state = Rc::new(State::from_query("view=compare", TODAY));
        let (typed, _) = update(&state, Event::EnteredText(Key::Salary, "95000".into()));
        for &key in Key::ALL {
            assert_eq!(shows_the_same(key, &state, &typed), key != Key::Salary, "{key:?}");
        }
    }
}
