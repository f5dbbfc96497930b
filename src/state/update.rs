//! The behaviour of the page: from one state and an event to the next state and its effects.

use std::rc::Rc;

use super::disclosure::{Disclosure, Disclosures};
use super::event::{Effect, Event};
use super::host::Host;
use super::input::{Key, View};
use super::model::State;
use super::query;
use super::text::Text;

/// The next state and its effects. If nothing changes, returns the same `Rc`, and nothing is redrawn.
pub fn update(state: &Rc<State>, event: Event) -> (Rc<State>, Vec<Effect>) {
    match event {
        // Opening a view adds to the history, so that Back leaves it; changes to other inputs belong to the same entry.
        Event::ChoseView(view) => open(state, view, &[]),
        Event::ChoseEstimate(view, role) => {
            let (next, mut effects) = open(
                state,
                view,
                &[
                    (Key::Discipline, role.discipline.slug),
                    (Key::Seniority, role.seniority.slug()),
                    (Key::Specialism, role.specialism.slug),
                    (Key::Location, role.location.slug()),
                ],
            );
            effects.push(Effect::ShowAnswer);
            (next, effects)
        }
        // A specialism belongs to its discipline.
        Event::ChoseValue(Key::Discipline, slug) => {
            let texts = [(Key::Discipline, slug.as_str()), (Key::Specialism, "")];
            changed(state, &texts, None, Effect::ReplaceFragment)
        }
        Event::ChoseValue(key, slug) => enter(state, key, &slug, None),
        Event::EnteredText(key, text) => enter(state, key, &text, Some(key)),
        Event::LeftField(key) => leave(state, key),
        Event::Toggled(disclosure, open) => toggle(state, disclosure, open),
        Event::FollowedLink(fragment) => follow(state, &fragment),
        Event::ClosedNotice => close_notice(state),
        Event::FellQuiet => speak(state),
        Event::CopiedLink => unless(state.copied, state, |next| next.copied = true),
        Event::HostChanged(host) => rehost(state, host),
        Event::HostSet(key, text) => set(state, key, &text),
    }
}

fn enter(state: &Rc<State>, key: Key, text: &str, editing: Option<Key>) -> (Rc<State>, Vec<Effect>) {
    changed(state, &[(key, text)], editing, Effect::ReplaceFragment)
}

fn open(state: &Rc<State>, view: View, others: &[(Key, &str)]) -> (Rc<State>, Vec<Effect>) {
    let texts = [&[(Key::View, view.slug())], others].concat();
    let (next, mut effects) = changed(state, &texts, None, Effect::PushFragment);
    if state.problems.iter().any(|problem| problem.reason.is_of_text()) {
        // Unusable texts must not come back with the history entry that is being left.
        effects.insert(0, Effect::ReplaceFragment(query::write(&state.scenario)));
    }
    (next, effects)
}

/// The state with new texts for some inputs. If that changes the scenario, `write` is the effect on the address.
fn changed(
    state: &Rc<State>,
    texts: &[(Key, &str)],
    editing: Option<Key>,
    write: fn(Text) -> Effect,
) -> (Rc<State>, Vec<Effect>) {
    if state.editing == editing && texts.iter().all(|&(key, text)| state.draft.text(key) == text) {
        return (Rc::clone(state), Vec::new());
    }
    let mut draft = state.draft.clone();
    for &(key, text) in texts {
        draft.enter(key, text);
    }
    let typing_on = editing.is_some() && editing == state.editing;
    let committed = if typing_on { &state.committed } else { &state.good };
    let next = State {
        editing,
        ..after(state, State::of(draft, committed.clone(), state.scenario.figures.0, state.today))
    };
    let mut effects = vec![Effect::AwaitQuiet];
    if next.scenario != state.scenario {
        effects.push(write(query::write(&next.scenario)));
    } else if next.problems.len() < state.problems.len() {
        // Corrected texts must not come back from the address.
        effects.push(Effect::ReplaceFragment(query::write(&next.scenario)));
    }
    (Rc::new(next), effects)
}

/// A new state that keeps earlier announcements and open disclosures.
fn after(state: &State, next: State) -> State {
    // A panel that the visitor closed stays closed until there is another problem.
    let newly_wrong = next.is_wrong_behind_more() && !state.is_wrong_behind_more();
    let open = Disclosures { more: state.open.more || newly_wrong, ..state.open };
    State {
        host: state.host.clone(),
        spoken: state.spoken.clone(),
        heard: state.heard.clone(),
        open,
        drawn_closed: state.drawn_closed,
        ..next
    }
}

fn close_notice(state: &Rc<State>) -> (Rc<State>, Vec<Effect>) {
    let texts: Vec<_> = state.noticed().map(|problem| (problem.key, state.good.text(problem.key))).collect();
    let (next, mut effects) = changed(state, &texts, state.editing, Effect::ReplaceFragment);
    // The button that had the focus is gone.
    effects.push(Effect::FocusView);
    (next, effects)
}

fn leave(state: &Rc<State>, key: Key) -> (Rc<State>, Vec<Effect>) {
    unless(state.editing != Some(key), state, |next| next.editing = None)
}

fn toggle(state: &Rc<State>, disclosure: Disclosure, open: bool) -> (Rc<State>, Vec<Effect>) {
    let is_so = *state.open.get(disclosure) == open;
    unless(is_so, state, |next| next.open = next.open.with(disclosure, open))
}

fn rehost(state: &Rc<State>, host: Host) -> (Rc<State>, Vec<Effect>) {
    unless(state.host == host, state, |next| next.host = host)
}

/// The state after a change without effects; the same state if `is_so` already.
fn unless(is_so: bool, state: &Rc<State>, change: impl FnOnce(&mut State)) -> (Rc<State>, Vec<Effect>) {
    let mut next = Rc::clone(state);
    if !is_so {
        change(Rc::make_mut(&mut next));
    }
    (next, Vec::new())
}

/// Sets an input from the host. A text that is not valid gives the default, as it does at the start; only a visitor's
/// typing falls back to the last valid text.
fn set(state: &Rc<State>, key: Key, text: &str) -> (Rc<State>, Vec<Effect>) {
    if text.is_empty() || state.draft.text(key) == text {
        return enter(state, key, text, None);
    }
    let (cleared, _) = enter(state, key, "", None);
    enter(&cleared, key, text, None)
}

fn follow(state: &Rc<State>, fragment: &str) -> (Rc<State>, Vec<Effect>) {
    let next = after(state, State::from_query(fragment, state.scenario.figures.0, state.today));
    if next.scenario == state.scenario && next.problems == state.problems {
        return (Rc::clone(state), Vec::new());
    }
    (Rc::new(next), vec![Effect::AwaitQuiet])
}

fn speak(state: &Rc<State>) -> (Rc<State>, Vec<Effect>) {
    let spoken = Some(state.to_speak());
    // Typing paused on a valid text, so that is the one meant.
    let makes_sense = state.problems.iter().all(|problem| !problem.reason.is_of_text());
    let committed = if makes_sense { &state.good } else { &state.committed };
    let is_so = state.spoken == spoken && state.heard == state.problems && state.committed == *committed;
    unless(is_so, state, |next| {
        next.committed = committed.clone();
        next.heard.clone_from(&state.problems);
        next.spoken = spoken;
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::{Location, Seniority};
    use crate::domain::market::Role;
    use crate::domain::money::Money;
    use crate::state::model::Spoken;
    use crate::state::scenario::Scenario;
    use crate::testing::{TODAY, figures};

    fn chose(key: Key, slug: &str) -> Event {
        Event::ChoseValue(key, slug.into())
    }

    fn after(query: &str, events: impl IntoIterator<Item = Event>) -> (Rc<State>, Vec<Effect>) {
        let mut state = Rc::new(State::from_query(query, figures(), TODAY));
        let mut effects = Vec::new();
        for event in events {
            (state, effects) = update(&state, event);
        }
        (state, effects)
    }

    #[test]
    fn a_choice_replaces_the_fragment() {
        let (state, effects) = after("", [chose(Key::Seniority, "senior")]);
        assert_eq!(state.scenario.role.seniority, Seniority::Senior);
        assert_eq!(effects, [Effect::AwaitQuiet, Effect::ReplaceFragment("seniority=senior".into())]);
    }

    #[test]
    fn opening_a_view_adds_to_the_history() {
        let (_, effects) = after("seniority=lead", [Event::ChoseView(View::Contract)]);
        assert!(effects.contains(&Effect::PushFragment("view=contract&seniority=lead".into())));
    }

    #[test]
    fn bad_texts_do_not_stay_in_the_entry_that_is_left() {
        let (_, effects) = after("seniority=wizard&days=200", [Event::ChoseView(View::Contract)]);
        let expected = [
            Effect::ReplaceFragment("days=200".into()),
            Effect::AwaitQuiet,
            Effect::PushFragment("view=contract&days=200".into()),
        ];
        assert_eq!(effects, expected);
    }

    #[test]
    fn an_estimate_from_the_table_keeps_the_other_inputs() {
        let discipline = figures().first_discipline();
        let specialism = &discipline.specialisms[1];
        let role = Role { discipline, seniority: Seniority::Lead, specialism, location: Location::Regional };
        let (_, effects) = after("salary=90000&days=200", [Event::ChoseEstimate(View::Contract, role)]);
        let fragment =
            "view=contract&seniority=lead&specialism=deep-learning&location=regional&salary=90000&days=200";
        let expected = [Effect::AwaitQuiet, Effect::PushFragment(fragment.into()), Effect::ShowAnswer];
        assert_eq!(effects, expected);
    }

    #[test]
    fn a_bad_text_from_the_host_gives_the_default() {
        let set = |text: &str| Event::HostSet(Key::Seniority, text.into());
        let seniority = |events: &[Event]| {
            after("seniority=lead&salary=90000", events.iter().cloned()).0.scenario.role.seniority
        };
        assert_eq!(seniority(&[set("senior")]), Seniority::Senior);
        assert_eq!(seniority(&[set("wizard")]), Seniority::Mid);
        assert_eq!(seniority(&[set("wizard"), set("senior"), set("")]), Seniority::Mid);
        assert_eq!(seniority(&[chose(Key::Seniority, "wizard")]), Seniority::Lead);
        let (state, _) = after("seniority=lead&salary=90000", [set("wizard")]);
        assert_eq!((state.problems.len(), state.draft.text(Key::Salary)), (1, "90000"));
    }

    #[test]
    fn the_last_good_answer_stays_while_a_text_cannot_be_read() {
        let entered = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, effects) = after("salary=105k", [entered("105kx")]);
        assert_eq!(state.scenario.job.pay, Some(Money::from_pounds(105_000)));
        assert_eq!(state.draft.text(Key::Salary), "105kx");
        assert_eq!(effects, [Effect::AwaitQuiet], "the address keeps the last good text");
        let (state, _) = update(&state, entered(""));
        assert_eq!((state.scenario.job.pay, state.problems.len()), (None, 0));
    }

    #[test]
    fn a_bad_text_does_not_fall_back_to_its_own_beginning() {
        let days = |text: &str| Event::EnteredText(Key::Days, text.into());
        let (state, _) = after("days=200", [days("2"), days("26"), days("261")]);
        assert_eq!(state.scenario.contract.terms.days.get(), 200);
        let (state, _) = update(&state, Event::LeftField(Key::Days));
        let (state, _) = update(&state, days("26"));
        assert_eq!(state.scenario.contract.terms.days.get(), 26);
        let (state, _) = update(&state, days("26x"));
        assert_eq!(state.scenario.contract.terms.days.get(), 200, "the text before the field was entered");
    }

    #[test]
    fn a_slip_falls_back_to_the_text_at_the_last_pause() {
        let salary = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, _) = after("salary=105000", [salary("130000"), Event::FellQuiet, salary("130000x")]);
        assert_eq!(state.scenario.job.pay, Some(Money::from_pounds(130_000)));
    }

    #[test]
    fn too_little_pay_is_shown_beside_the_pay() {
        for (query, place) in [
            ("view=compare&day-rate=1&umbrella-margin=0", Key::DayRate),
            ("view=compare&day-rate=1&umbrella-margin=0&expenses=2000", Key::Expenses),
        ] {
            let (state, _) = after(query, []);
            for key in [Key::DayRate, Key::Expenses, Key::UmbrellaMargin] {
                assert_eq!(state.problem(key).is_some(), key == place, "{query}: {key:?}");
            }
        }
    }

    #[test]
    fn a_problem_is_shown_when_typing_pauses_or_the_field_is_left() {
        let typed = [Event::EnteredText(Key::Salary, "105,".into())];
        let (state, _) = after("", typed.clone());
        assert_eq!(state.problem(Key::Salary), None);
        for then in [Event::FellQuiet, Event::LeftField(Key::Salary)] {
            assert!(update(&state, then).0.problem(Key::Salary).is_some());
        }
    }

    #[test]
    fn a_bad_link_gives_defaults_and_problems_until_it_is_corrected() {
        let (state, _) = after("seniority=wizard&days=999", []);
        assert_eq!(state.scenario, Scenario::new(figures()));
        assert_eq!(state.problems.len(), 2);
        let (state, _) = update(&state, chose(Key::Seniority, "mid"));
        assert_eq!(state.problems.len(), 1);
    }

    #[test]
    fn a_problem_behind_more_opens_it_once() {
        let (state, _) = after("pension=abc", []);
        assert!(state.open.more);
        let close = Event::Toggled(Disclosure::More, false);
        let (state, _) = after("pension=abc", [close.clone(), chose(Key::Seniority, "lead")]);
        assert!(!state.open.more, "a visitor's closed panel stays closed");
        let corrected = Event::EnteredText(Key::Pension, String::new());
        let wrong = Event::FollowedLink("bonus=abc".into());
        let (state, _) = after("pension=abc", [close, corrected, wrong]);
        assert!(state.open.more);
        let (state, effects) =
            after("", [Event::Toggled(Disclosure::Curve, true), chose(Key::Seniority, "lead")]);
        assert!(state.open.curve && !state.open.more);
        assert!(effects.contains(&Effect::ReplaceFragment("seniority=lead".into())));
    }

    #[test]
    fn an_event_that_changes_nothing_returns_the_same_state() {
        for event in [
            Event::LeftField(Key::Salary),
            Event::Toggled(Disclosure::More, false),
            Event::FollowedLink("#seniority=senior".into()),
            Event::FollowedLink("seniority=senior&unknown=1".into()),
            chose(Key::Seniority, "senior"),
        ] {
            let state = Rc::new(State::from_query("seniority=senior", figures(), TODAY));
            let (next, effects) = update(&state, event.clone());
            assert!(Rc::ptr_eq(&state, &next) && effects.is_empty(), "{event:?}");
        }
    }

    #[test]
    fn typed_text_is_not_reformatted_until_the_field_is_left() {
        let entered = Event::EnteredText(Key::Salary, "105k".into());
        let (state, _) = after("", [entered.clone()]);
        assert_eq!(state.editing, Some(Key::Salary));
        let (state, _) = after("", [entered, Event::LeftField(Key::Salary)]);
        assert_eq!(state.editing, None);
    }

    #[test]
    fn corrected_texts_leave_the_address() {
        for (query, event) in [
            ("salary=abc", Event::EnteredText(Key::Salary, String::new())),
            ("view=bogus", Event::ChoseView(View::Permanent)),
            ("seniority=wizard&day-rate=abc", Event::ClosedNotice),
            ("tax-year=2019-20", Event::ClosedNotice),
        ] {
            let (state, effects) = after(query, [event]);
            assert_eq!(state.problems, []);
            assert!(effects.contains(&Effect::ReplaceFragment(Text::default())), "{query}: {effects:?}");
        }
    }

    #[test]
    fn closing_the_notice_keeps_problems_beside_fields() {
        let (state, _) = after("seniority=wizard&salary=abc&location=regional", [Event::ClosedNotice]);
        let keys: Vec<_> = state.problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, [Key::Salary]);
        assert_eq!(state.scenario.role.location, Location::Regional);
    }

    #[test]
    fn a_problem_is_announced_once_and_then_the_answer() {
        let salary = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, _) = after("bonus=abc", [salary("x"), Event::FellQuiet]);
        assert!(
            matches!(&state.spoken, Some(Spoken::Problems(problems)) if problems.len() == 1 && problems[0].problem.key == Key::Salary)
        );
        let (state, _) = update(&state, chose(Key::Seniority, "lead"));
        let (state, _) = update(&state, Event::FellQuiet);
        let Some(Spoken::Answer(_, answer)) = &state.spoken else { panic!("{:?}", state.spoken) };
        assert_eq!(answer.role.seniority, Seniority::Lead);
        assert!(Rc::ptr_eq(&state, &update(&state, Event::FellQuiet).0));
    }

    #[test]
    fn another_discipline_starts_with_its_first_specialism() {
        let second = figures().disciplines[1].slug;
        let (state, effects) = after("specialism=nlp&seniority=lead", [chose(Key::Discipline, second)]);
        assert_eq!(state.problems, []);
        assert_eq!(state.scenario.role.specialism.slug, figures().disciplines[1].specialisms[0].slug);
        let fragment = format!("discipline={second}&seniority=lead");
        assert!(effects.contains(&Effect::ReplaceFragment(fragment.as_str().into())), "{effects:?}");
    }
}
