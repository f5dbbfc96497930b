//! The inputs of a view.

use yew::prelude::*;

use crate::domain::choice::{Location, Seniority, Specialism};
use crate::domain::money::{Day, Year};
use crate::state::event::Event;
use crate::state::key::Key;
use crate::state::model::State;

use super::control::{self, Choice, Dispatch};
use super::copy;
use super::format::Pay;

/// The inputs of the open view.
pub fn form(state: &State, dispatch: &Dispatch) -> Html {
    let profile = state.scenario.profile;
    let seniorities = Seniority::ALL.iter().map(|&value| Choice {
        slug: value.slug(),
        name: copy::seniority(value),
        chosen: value == profile.seniority,
        event: chose(Key::Seniority, value.slug()),
    });
    let specialisms = Specialism::ALL.iter().map(|&value| Choice {
        slug: value.slug(),
        name: copy::specialism(value),
        chosen: value == profile.specialism,
        event: chose(Key::Specialism, value.slug()),
    });
    let locations = Location::ALL.iter().map(|&value| Choice {
        slug: value.slug(),
        name: copy::location(value),
        chosen: value == profile.location,
        event: chose(Key::Location, value.slug()),
    });
    let hint = copy::seniority_hint(profile.seniority);
    html! {
        <div class="form" role="group" aria-label={copy::FORM}>
            <p class="without-scripts">{ copy::WITHOUT_SCRIPTS }</p>
            { control::segments(Key::Seniority, seniorities.collect(), Some(hint), dispatch) }
            { control::select(Key::Specialism, specialisms.collect(), dispatch) }
            { control::segments(Key::Location, locations.collect(), None, dispatch) }
            { for Key::fields(state.scenario.view).iter().map(|&key| field(state, key, dispatch)) }
        </div>
    }
}

fn chose(key: Key, slug: &str) -> Event {
    Event::ChoseValue(key, slug.to_owned())
}

fn field(state: &State, key: Key, dispatch: &Dispatch) -> Html {
    let control = match key {
        Key::Days => control::days(state, key, copy::days_hint(), dispatch),
        Key::DayRate => control::amount(state, key, Day::EACH, dispatch),
        _ => control::amount(state, key, Year::EACH, dispatch),
    };
    html! { <div key={key.slug()}>{ control }</div> }
}
