//! All that the page knows.

use crate::domain::choice::Arrangement;
use crate::domain::tax_year::Date;
use crate::domain::text::{Text, text};

use super::disclosure::{Disclosure, Disclosures};
use super::draft::Draft;
use super::host::Host;
use super::key::Key;
use super::problem::{Problem, Reason};
use super::scenario::Scenario;
use super::summary::Summary;

/// The state of the page. Made by [`State::from_query`], changed by [`super::update::update`] only.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What day it is: the tax year follows from it.
    pub today: Date,
    /// What the page around the calculator has set.
    pub host: Host,
    /// What was typed.
    pub draft: Draft,
    /// What is used, input by input: what was typed, or where that makes no sense, what stood before.
    pub good: Draft,
    /// What was used when the field that is being typed into was entered, or when the typing last rested on something
    /// that made sense. A text that makes no sense gives way to this, not to its own beginning: who types 261 for the
    /// days does not mean 26.
    pub committed: Draft,
    /// What the good texts mean.
    pub scenario: Scenario,
    /// What there is to show for it.
    pub summary: Summary,
    /// What is wrong with what was typed, then what of the answer cannot be given.
    pub problems: Vec<Problem>,
    /// What is open. What is wrong with an input behind "more" opens that.
    pub open: Disclosures<bool>,
    /// Whether what is closed is drawn all the same, as where no script can open it.
    pub drawn_closed: bool,
    /// The input that is being typed into: its text is left as it is.
    pub editing: Option<Key>,
    /// What is read out to those who listen to the page; nothing before the first change.
    pub spoken: Option<Spoken>,
    /// The problems that have been read out, or that the page began with: they are not read out again.
    pub heard: Vec<Problem>,
    /// Whether the link to this answer has been copied.
    pub copied: bool,
}

/// What is read out when the page falls quiet.
#[derive(Clone, Debug)]
pub enum Spoken {
    /// The answer to a scenario.
    Answer(Scenario, Box<Summary>),
    /// What is newly wrong, and the scenario that is used instead.
    Problems(Vec<Problem>, Scenario),
}

impl PartialEq for Spoken {
    /// A summary follows from its scenario, on the day that the page was opened.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Answer(scenario, _), Self::Answer(other, _)) => scenario == other,
            (Self::Problems(problems, scenario), Self::Problems(others, other)) => {
                problems == others && scenario == other
            }
            _ => false,
        }
    }
}

impl State {
    /// The state that a link describes, on a day.
    pub fn from_query(query: &str, today: Date) -> Self {
        Self::of(super::query::read(query), Draft::default(), today)
    }

    /// The state for a draft. Where an input does not make sense, its text in `committed` counts.
    pub fn of(draft: Draft, committed: Draft, today: Date) -> Self {
        let (mut scenario, mut problems) = Scenario::of(&draft);
        let mut good = draft.clone();
        for &Problem { key, .. } in &problems {
            let text = committed.text(key);
            // It made sense when it was committed; a problem leaves the default in place, which it then replaces.
            let _ = scenario.enter(key, text);
            good.enter(key, text);
        }
        let summary = Summary::of(&scenario, today);
        problems.extend(summary.problems(&scenario));
        let heard = problems.clone();
        let mut state = Self {
            today,
            host: Host::default(),
            draft,
            good,
            committed,
            scenario,
            summary,
            problems,
            open: Disclosures::all(false),
            drawn_closed: false,
            editing: None,
            spoken: None,
            heard,
            copied: false,
        };
        state.open.more = state.is_wrong_behind_more();
        state
    }

    /// Whether something is wrong with an input behind "more".
    pub fn is_wrong_behind_more(&self) -> bool {
        let view = self.scenario.view;
        let behind =
            |problem: &Problem| problem.concerns(view) && Key::more(view).contains(&self.place(problem));
        self.problems.iter().any(behind)
    }

    /// Whether the content of a disclosure is drawn. That of a closed one is half of the markup, and rarely looked at.
    pub fn draws(&self, disclosure: Disclosure) -> bool {
        self.drawn_closed || *self.open.get(disclosure)
    }

    /// What is read out now.
    pub fn to_speak(&self) -> Spoken {
        let view = self.scenario.view;
        let is_new = |problem: &&Problem| !self.heard.contains(problem) && problem.concerns(view);
        let new: Vec<_> = self.problems.iter().filter(is_new).cloned().collect();
        if new.is_empty() {
            Spoken::Answer(self.scenario, Box::new(self.summary))
        } else {
            Spoken::Problems(new, self.scenario)
        }
    }

    /// Whether an input of the open view is in the visitor's hands.
    pub fn offers(&self, key: Key) -> bool {
        let main = || Key::PROFILE.contains(&key) || Key::fields(self.scenario.view).first() == Some(&key);
        !self.host.locked.contains(&key) && (!self.host.compact || main())
    }

    /// The texts that could not be used and have no field in sight to say it beside.
    pub fn noticed(&self) -> impl Iterator<Item = &Problem> {
        let view = self.scenario.view;
        self.problems.iter().filter(move |problem| {
            problem.reason.is_of_text() && !(problem.key.has_field(view) && self.offers(problem.key))
        })
    }

    /// Where a link to a scenario leads.
    pub fn link(&self, scenario: &Scenario) -> Text {
        text!(&self.host.base, "#", super::query::write(scenario))
    }

    /// The input beside which a problem is said: its own, but where that was left alone and there is too little to pay
    /// it from, the one that brings in too little.
    fn place(&self, problem: &Problem) -> Key {
        match problem.reason {
            Reason::Excess(arrangement, ..) if self.draft.text(problem.key).is_empty() => {
                if arrangement == Arrangement::Permanent { Key::Salary } else { Key::DayRate }
            }
            _ => problem.key,
        }
    }

    /// What is wrong with an input, as far as it is to be said. A text that is still being typed is given the time
    /// to become one that makes sense.
    pub fn problem(&self, key: Key) -> Option<&Problem> {
        let problem = self.problems.iter().find(|problem| self.place(problem) == key)?;
        (self.editing != Some(key) || self.heard.contains(problem)).then_some(problem)
    }
}
