//! The behaviour of the page: one event, the next state, what the browser is to do.

use std::rc::Rc;

use crate::domain::text::Text;

use super::disclosure::{Disclosure, Disclosures};
use super::event::{Effect, Event};
use super::host::Host;
use super::key::{Key, View};
use super::model::State;
use super::query;

/// What an event leads to. Where nothing changes, the same `Rc` comes back and nothing is drawn again.
pub fn update(state: &Rc<State>, event: Event) -> (Rc<State>, Vec<Effect>) {
    match event {
        // Opening a view is a step that one can go back from; the other inputs belong to the step.
        Event::ChoseView(view) => open(state, view, &[]),
        Event::ChoseEstimate(view, profile) => {
            let (next, mut effects) = open(
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
        // What could not be used must not come back with the entry that is left.
        effects.insert(0, Effect::ReplaceFragment(query::write(&state.scenario)));
    }
    (next, effects)
}

/// The state with new texts for some inputs; where that changes what they mean, `write` says how the address follows.
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
    let next = State { editing, ..after(state, State::of(draft, committed.clone(), state.today)) };
    let mut effects = vec![Effect::AwaitQuiet];
    if next.scenario != state.scenario {
        effects.push(write(query::write(&next.scenario)));
    } else if next.problems.len() < state.problems.len() {
        // What was mended must not come back from the address.
        effects.push(Effect::ReplaceFragment(query::write(&next.scenario)));
    }
    (Rc::new(next), effects)
}

/// A new state that remembers what the one before has read out and has opened.
fn after(state: &State, next: State) -> State {
    // What a visitor has closed stays closed, until something else is wrong there.
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

/// The state with a change that leaves nothing to do for the browser; the same one where it is so already.
fn unless(is_so: bool, state: &Rc<State>, change: impl FnOnce(&mut State)) -> (Rc<State>, Vec<Effect>) {
    let mut next = Rc::clone(state);
    if !is_so {
        change(Rc::make_mut(&mut next));
    }
    (next, Vec::new())
}

/// What a host sets to no sense is the default, as it is where the calculator comes with it; the last text that made
/// sense is for what a visitor types.
fn set(state: &Rc<State>, key: Key, text: &str) -> (Rc<State>, Vec<Effect>) {
    if text.is_empty() || state.draft.text(key) == text {
        return enter(state, key, text, None);
    }
    let (cleared, _) = enter(state, key, "", None);
    enter(&cleared, key, text, None)
}

fn follow(state: &Rc<State>, fragment: &str) -> (Rc<State>, Vec<Effect>) {
    let next = after(state, State::from_query(fragment, state.today));
    if next.scenario == state.scenario && next.problems == state.problems {
        return (Rc::clone(state), Vec::new());
    }
    (Rc::new(next), vec![Effect::AwaitQuiet])
}

fn speak(state: &Rc<State>) -> (Rc<State>, Vec<Effect>) {
    let spoken = Some(state.to_speak());
    // A text that was rested on, and makes sense, is what was meant.
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
    use crate::domain::choice::{Location, Profile, Seniority, Specialism};
    use crate::domain::money::Money;
    use crate::domain::tax_year::Date;
    use crate::state::model::Spoken;

    const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

    fn chose(key: Key, slug: &str) -> Event {
        Event::ChoseValue(key, slug.into())
    }

    fn after(query: &str, events: impl IntoIterator<Item = Event>) -> (Rc<State>, Vec<Effect>) {
        let mut state = Rc::new(State::from_query(query, TODAY));
        let mut effects = Vec::new();
        for event in events {
            (state, effects) = update(&state, event);
        }
        (state, effects)
    }

    #[test]
    fn a_choice_is_written_over_the_fragment() {
        let (state, effects) = after("", [chose(Key::Seniority, "senior")]);
        assert_eq!(state.scenario.profile.seniority, Seniority::Senior);
        assert_eq!(effects, [Effect::AwaitQuiet, Effect::ReplaceFragment("seniority=senior".into())]);
    }

    #[test]
    fn opening_a_view_is_a_step_in_the_history() {
        let (_, effects) = after("seniority=lead", [Event::ChoseView(View::Contract)]);
        assert!(effects.contains(&Effect::PushFragment("view=contract&seniority=lead".into())));
    }

    #[test]
    fn what_could_not_be_used_does_not_stay_in_the_entry_that_is_left() {
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
    fn what_a_host_sets_to_no_sense_is_the_default() {
        let set = |text: &str| Event::HostSet(Key::Seniority, text.into());
        let seniority = |events: &[Event]| {
            after("seniority=lead&salary=90000", events.iter().cloned()).0.scenario.profile.seniority
        };
        assert_eq!(seniority(&[set("senior")]), Seniority::Senior);
        assert_eq!(seniority(&[set("wizard")]), Seniority::Mid);
        assert_eq!(seniority(&[set("wizard"), set("senior"), set("")]), Seniority::Mid);
        assert_eq!(seniority(&[chose(Key::Seniority, "wizard")]), Seniority::Lead);
        let (state, _) = after("seniority=lead&salary=90000", [set("wizard")]);
        assert_eq!((state.problems.len(), state.draft.text(Key::Salary)), (1, "90000"));
    }

    #[test]
    fn the_last_good_answer_stays_while_a_text_makes_no_sense() {
        let entered = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, effects) = after("salary=105k", [entered("105kx")]);
        assert_eq!(state.scenario.salary, Some(Money::from_pounds(105_000)));
        assert_eq!(state.draft.text(Key::Salary), "105kx");
        assert_eq!(effects, [Effect::AwaitQuiet], "the address keeps what made sense");
        let (state, _) = update(&state, entered(""));
        assert_eq!((state.scenario.salary, state.problems.len()), (None, 0));
    }

    #[test]
    fn a_text_that_makes_no_sense_does_not_give_way_to_its_own_beginning() {
        let days = |text: &str| Event::EnteredText(Key::Days, text.into());
        let (state, _) = after("days=200", [days("2"), days("26"), days("261")]);
        assert_eq!(state.scenario.days.get(), 200);
        let (state, _) = update(&state, Event::LeftField(Key::Days));
        let (state, _) = update(&state, days("26"));
        assert_eq!(state.scenario.days.get(), 26);
        let (state, _) = update(&state, days("26x"));
        assert_eq!(state.scenario.days.get(), 200, "what stood before the field was entered");
    }

    #[test]
    fn a_text_that_was_rested_on_is_what_a_slip_goes_back_to() {
        let salary = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, _) = after("salary=105000", [salary("130000"), Event::FellQuiet, salary("130000x")]);
        assert_eq!(state.scenario.salary, Some(Money::from_pounds(130_000)));
    }

    #[test]
    fn too_little_is_said_beside_what_brings_it_in() {
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
    fn a_problem_is_said_once_the_typing_rests_or_the_field_is_left() {
        let typed = [Event::EnteredText(Key::Salary, "105,".into())];
        let (state, _) = after("", typed.clone());
        assert_eq!(state.problem(Key::Salary), None);
        for then in [Event::FellQuiet, Event::LeftField(Key::Salary)] {
            assert!(update(&state, then).0.problem(Key::Salary).is_some());
        }
    }

    #[test]
    fn a_bad_link_gives_defaults_and_says_so_until_it_is_mended() {
        let (state, _) = after("seniority=wizard&days=999", []);
        assert_eq!(state.scenario, crate::state::scenario::Scenario::default());
        assert_eq!(state.problems.len(), 2);
        let (state, _) = update(&state, chose(Key::Seniority, "mid"));
        assert_eq!(state.problems.len(), 1);
    }

    #[test]
    fn what_is_wrong_behind_more_opens_it_once() {
        let (state, _) = after("pension=abc", []);
        assert!(state.open.more);
        let close = Event::Toggled(Disclosure::More, false);
        let (state, _) = after("pension=abc", [close.clone(), chose(Key::Seniority, "lead")]);
        assert!(!state.open.more, "what a visitor has closed stays closed");
        let mended = Event::EnteredText(Key::Pension, String::new());
        let wrong = Event::FollowedLink("bonus=abc".into());
        let (state, _) = after("pension=abc", [close, mended, wrong]);
        assert!(state.open.more);
        let (state, effects) =
            after("", [Event::Toggled(Disclosure::Curve, true), chose(Key::Seniority, "lead")]);
        assert!(state.open.curve && !state.open.more);
        assert!(effects.contains(&Effect::ReplaceFragment("seniority=lead".into())));
    }

    #[test]
    fn what_changes_nothing_gives_the_same_state() {
        for event in [
            Event::LeftField(Key::Salary),
            Event::Toggled(Disclosure::More, false),
            Event::FollowedLink("#seniority=senior".into()),
            Event::FollowedLink("seniority=senior&unknown=1".into()),
            chose(Key::Seniority, "senior"),
        ] {
            let state = Rc::new(State::from_query("seniority=senior", TODAY));
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
    fn what_was_mended_leaves_the_address() {
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
    fn closing_the_notice_leaves_the_problems_that_stand_beside_a_field() {
        let (state, _) = after("seniority=wizard&salary=abc&location=regional", [Event::ClosedNotice]);
        let keys: Vec<_> = state.problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, [Key::Salary]);
        assert_eq!(state.scenario.profile.location, Location::Regional);
    }

    #[test]
    fn speaks_a_problem_once_and_then_the_answer_again() {
        let salary = |text: &str| Event::EnteredText(Key::Salary, text.into());
        let (state, _) = after("bonus=abc", [salary("x"), Event::FellQuiet]);
        assert!(
            matches!(&state.spoken, Some(Spoken::Problems(problems, _)) if problems.len() == 1 && problems[0].key == Key::Salary)
        );
        let (state, _) = update(&state, chose(Key::Seniority, "lead"));
        let (state, _) = update(&state, Event::FellQuiet);
        let Some(Spoken::Answer(_, summary)) = &state.spoken else { panic!("{:?}", state.spoken) };
        assert_eq!(summary.profile.seniority, Seniority::Lead);
        assert!(Rc::ptr_eq(&state, &update(&state, Event::FellQuiet).0));
    }
}
