//! The behaviour of the page: one event, the next state, what the browser is to do.

use std::rc::Rc;

use super::event::{Effect, Event};
use super::key::{Key, View};
use super::model::{Spoken, State};
use super::query;

/// What an event leads to. Where nothing changes, the same `Rc` comes back and nothing is drawn again.
pub fn update(state: &Rc<State>, event: Event) -> (Rc<State>, Vec<Effect>) {
    match event {
        // Opening a view is a step that one can go back from; the other inputs belong to the step.
        Event::ChoseView(view) => step(state, view, &[]),
        Event::ChoseEstimate(view, profile) => {
            let (next, mut effects) = step(
                state,
                view,
                &[
                    (Key::Seniority, profile.seniority.slug()),
                    (Key::Specialism, profile.specialism.slug()),
                    (Key::Location, profile.location.slug()),
                ],
            );
            effects.push(Effect::ShowAnswer);
            (next, effects)
        }
        Event::ChoseSeniority(seniority) => enter(state, Key::Seniority, seniority.slug(), None),
        Event::ChoseSpecialism(specialism) => enter(state, Key::Specialism, specialism.slug(), None),
        Event::ChoseLocation(location) => enter(state, Key::Location, location.slug(), None),
        Event::EnteredText(key, text) => enter(state, key, &text, Some(key)),
        Event::LeftField(key) => leave(state, key),
        Event::FollowedLink(fragment) => follow(state, &fragment),
        Event::FellQuiet => speak(state),
    }
}

fn enter(state: &Rc<State>, key: Key, text: &str, editing: Option<Key>) -> (Rc<State>, Vec<Effect>) {
    changed(state, &[(key, text)], editing, Effect::ReplaceFragment)
}

fn step(state: &Rc<State>, view: View, others: &[(Key, &str)]) -> (Rc<State>, Vec<Effect>) {
    changed(state, &[&[(Key::View, view.slug())], others].concat(), None, Effect::PushFragment)
}

/// The state with new texts for some inputs; where that changes what they mean, `write` says how the address follows.
fn changed(
    state: &Rc<State>,
    texts: &[(Key, &str)],
    editing: Option<Key>,
    write: fn(String) -> Effect,
) -> (Rc<State>, Vec<Effect>) {
    if state.editing == editing && texts.iter().all(|&(key, text)| state.draft.text(key) == text) {
        return (Rc::clone(state), Vec::new());
    }
    let mut draft = state.draft.clone();
    for &(key, text) in texts {
        draft.enter(key, text);
    }
    let next = State { editing, spoken: state.spoken.clone(), ..State::of(draft, &state.good) };
    let mut effects = vec![Effect::AwaitQuiet];
    if next.scenario != state.scenario {
        effects.push(write(query::write(&next.scenario)));
    }
    (Rc::new(next), effects)
}

fn leave(state: &Rc<State>, key: Key) -> (Rc<State>, Vec<Effect>) {
    if state.editing != Some(key) {
        return (Rc::clone(state), Vec::new());
    }
    (Rc::new(State { editing: None, ..State::clone(state) }), Vec::new())
}

fn follow(state: &Rc<State>, fragment: &str) -> (Rc<State>, Vec<Effect>) {
    let next = State { spoken: state.spoken.clone(), ..State::from_query(fragment) };
    if next.scenario == state.scenario && next.problems == state.problems {
        return (Rc::clone(state), Vec::new());
    }
    (Rc::new(next), vec![Effect::AwaitQuiet])
}

fn speak(state: &Rc<State>) -> (Rc<State>, Vec<Effect>) {
    let spoken =
        Spoken { scenario: state.scenario.clone(), summary: state.summary, problems: state.problems.clone() };
    if state.spoken.as_ref() == Some(&spoken) {
        return (Rc::clone(state), Vec::new());
    }
    (Rc::new(State { spoken: Some(spoken), ..State::clone(state) }), Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::{Location, Profile, Seniority, Specialism};
    use crate::domain::money::Money;

    fn after(query: &str, events: impl IntoIterator<Item = Event>) -> (Rc<State>, Vec<Effect>) {
        let mut state = Rc::new(State::from_query(query));
        let mut effects = Vec::new();
        for event in events {
            (state, effects) = update(&state, event);
        }
        (state, effects)
    }

    #[test]
    fn a_choice_is_written_over_the_fragment() {
        let (state, effects) = after("", [Event::ChoseSeniority(Seniority::Senior)]);
        assert_eq!(state.scenario.profile.seniority, Seniority::Senior);
        assert_eq!(effects, [Effect::AwaitQuiet, Effect::ReplaceFragment("seniority=senior".into())]);
    }

    #[test]
    fn opening_a_view_is_a_step_in_the_history() {
        let (_, effects) = after("seniority=lead", [Event::ChoseView(View::Contract)]);
        assert!(effects.contains(&Effect::PushFragment("view=contract&seniority=lead".into())));
    }

    #[test]
    fn an_estimate_from_the_table_keeps_the_other_inputs() {
        let profile = Profile {
            seniority: Seniority::Lead,
            specialism: Specialism::Mlops,
            location: Location::Regional,
        };
        let (_, effects) = after("salary=90000&days=200", [Event::ChoseEstimate(View::Contract, profile)]);
        let fragment =
            "view=contract&seniority=lead&specialism=mlops&location=regional&salary=90000&days=200";
        let expected = [Effect::AwaitQuiet, Effect::PushFragment(fragment.into()), Effect::ShowAnswer];
        assert_eq!(effects, expected);
    }

    #[test]
    fn the_last_good_answer_stays_while_a_text_makes_no_sense() {
        let entered = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, effects) = after("", [entered("105k"), entered("105kx")]);
        assert_eq!(state.scenario.salary, Some(Money::from_pounds(105_000)));
        assert_eq!(state.draft.text(Key::Salary), "105kx");
        assert!(state.problem(Key::Salary).is_some());
        assert_eq!(effects, [Effect::AwaitQuiet], "the address keeps what made sense");
        let (state, _) = update(&state, entered(""));
        assert_eq!((state.scenario.salary, state.problems.len()), (None, 0));
    }

    #[test]
    fn a_bad_link_gives_defaults_and_says_so_until_it_is_mended() {
        let (state, _) = after("seniority=wizard&days=999", []);
        assert_eq!(state.scenario, crate::state::scenario::Scenario::default());
        assert_eq!(state.problems.len(), 2);
        let (state, _) = update(&state, Event::ChoseSeniority(Seniority::Mid));
        assert_eq!(state.problems.len(), 1);
    }

    #[test]
    fn what_changes_nothing_gives_the_same_state() {
        for event in [
            Event::LeftField(Key::Salary),
            Event::FollowedLink("#seniority=senior".into()),
            Event::FollowedLink("seniority=senior&unknown=1".into()),
            Event::ChoseSeniority(Seniority::Senior),
        ] {
            let state = Rc::new(State::from_query("seniority=senior"));
            let (next, effects) = update(&state, event.clone());
            assert!(Rc::ptr_eq(&state, &next) && effects.is_empty(), "{event:?}");
        }
    }

    #[test]
    fn what_was_typed_is_left_alone_until_the_field_is_left() {
        let entered = Event::EnteredText(Key::Salary, "105k".into());
        let (state, _) = after("", [entered.clone()]);
        assert_eq!(state.editing, Some(Key::Salary));
        let (state, _) = after("", [entered, Event::LeftField(Key::Salary)]);
        assert_eq!(state.editing, None);
    }

    #[test]
    fn speaks_once_when_it_falls_quiet() {
        let (state, _) = after("", [Event::ChoseSeniority(Seniority::Lead), Event::FellQuiet]);
        let spoken = state.spoken.as_ref().map(|spoken| spoken.summary.profile.seniority);
        assert_eq!(spoken, Some(Seniority::Lead));
        assert!(Rc::ptr_eq(&state, &update(&state, Event::FellQuiet).0));
    }
}
