//! The state of the page.

use std::rc::Rc;

use crate::domain::figures::Figures;
use crate::domain::tax_year::Date;

use super::answer::Answer;
use super::disclosure::{Disclosure, Disclosures};
use super::draft::Draft;
use super::host::Host;
use super::input::{Key, Part};
use super::problem::{Complaint, Problem, Reason};
use super::query;
use super::scenario::Scenario;
use super::text::{Text, text};

/// The state of the page. Only [`State::from_query`] makes one and only [`super::update::update`] changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Today's date, which decides the tax year.
    pub today: Date,
    /// The settings of the host.
    pub host: Host,
    /// The texts of the inputs.
    pub draft: Draft,
    /// The texts behind the answer: the current text of each input or, if that is not valid, an earlier one.
    pub good: Draft,
    /// The texts behind the answer when the visitor entered the field, or when typing last paused on a valid text. A
    /// text that is not valid falls back to this, not to its own beginning: someone who types 261 for the days does not
    /// mean 26.
    pub committed: Draft,
    /// The meaning of the texts in `good`.
    pub scenario: Scenario,
    /// The answer to the scenario.
    pub answer: Rc<Answer>,
    /// The problems with the texts, then the parts of the answer that cannot be computed.
    pub problems: Vec<Problem>,
    /// The open disclosures. A problem with an input behind "More" opens that.
    pub open: Disclosures<bool>,
    /// Whether closed disclosures are drawn too, for a page without scripts to open them.
    pub drawn_closed: bool,
    /// The input being typed into, whose text is not reformatted.
    pub editing: Option<Key>,
    /// The announcement for screen readers; `None` before the first change.
    pub spoken: Option<Spoken>,
    /// The problems that were announced or present at the start, which are not announced again.
    pub heard: Vec<Problem>,
    /// Whether the link to this answer has been copied.
    pub copied: bool,
}

/// An announcement, made once nothing has changed for a while.
#[derive(Clone, Debug)]
pub enum Spoken {
    /// The answer to a scenario.
    Answer(Scenario, Rc<Answer>),
    /// New problems.
    Problems(Vec<Complaint>),
}

impl PartialEq for Spoken {
    /// Compares the scenarios of answers, because on any one day an answer follows from its scenario.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Answer(scenario, _), Self::Answer(other, _)) => scenario == other,
            (Self::Problems(problems), Self::Problems(others)) => problems == others,
            _ => false,
        }
    }
}

impl State {
    /// The state that a link describes, on a date.
    pub fn from_query(query: &str, figures: &'static Figures, today: Date) -> Self {
        Self::of(query::read(query), Draft::default(), figures, today)
    }

    /// The state for a draft. A text that is not valid is replaced by the one in `committed`.
    pub fn of(draft: Draft, committed: Draft, figures: &'static Figures, today: Date) -> Self {
        let (mut scenario, mut problems) = Scenario::of(&draft, figures);
        let mut good = draft.clone();
        if !problems.is_empty() {
            for &Problem { key, .. } in &problems {
                good.enter(key, committed.text(key));
            }
            (scenario, _) = Scenario::of(&good, figures);
        }
        let answer = Rc::new(Answer::of(&scenario, today));
        problems.extend(answer.problems(&scenario));
        let heard = problems.clone();
        let mut state = Self {
            today,
            host: Host::default(),
            draft,
            good,
            committed,
            scenario,
            answer,
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

    /// Whether there is a problem with an input behind "More".
    pub fn is_wrong_behind_more(&self) -> bool {
        let view = self.scenario.view;
        let more = Key::more(view);
        let behind = |problem: &Problem| problem.concerns(view) && more.contains(&self.place(problem));
        self.problems.iter().any(behind)
    }

    /// Whether the content of a disclosure is drawn. Closed ones would be half of the markup, and are rarely opened.
    pub fn draws(&self, disclosure: Disclosure) -> bool {
        self.drawn_closed || *self.open.get(disclosure)
    }

    /// The next announcement.
    pub fn to_speak(&self) -> Spoken {
        let view = self.scenario.view;
        let is_new = |problem: &&Problem| !self.heard.contains(problem) && problem.concerns(view);
        let complaint = |problem: &Problem| Complaint::of(problem, &self.scenario);
        let new: Vec<_> = self.problems.iter().filter(is_new).map(complaint).collect();
        if new.is_empty() {
            Spoken::Answer(self.scenario, Rc::clone(&self.answer))
        } else {
            Spoken::Problems(new)
        }
    }

    /// Whether the visitor can change an input. A compact calculator has the role and the first pay; a discipline is
    /// asked for only if there are several.
    pub fn offers(&self, key: Key) -> bool {
        let is_role = |key: &Key| key.input().part == Part::Role;
        let first = || Key::main(self.scenario.view).find(|key| !is_role(key));
        let is_asked = key != Key::Discipline || self.scenario.figures.disciplines.len() > 1;
        is_asked
            && !self.host.locked.contains(&key)
            && (!self.host.compact || is_role(&key) || first() == Some(key))
    }

    /// The problems with texts whose fields are not in sight.
    pub fn noticed(&self) -> impl Iterator<Item = &Problem> {
        let view = self.scenario.view;
        self.problems.iter().filter(move |problem| {
            problem.reason.is_of_text() && !(problem.key.has_text_field(view) && self.offers(problem.key))
        })
    }

    /// The address of a scenario.
    pub fn link(&self, scenario: &Scenario) -> Text {
        text!(&self.host.base, "#", query::write(scenario))
    }

    /// The input beside which a problem is shown. If the input was left alone and there is too little to pay it from,
    /// that is the pay.
    fn place(&self, problem: &Problem) -> Key {
        match problem.reason {
            Reason::Excess(arrangement, ..) if self.draft.text(problem.key).is_empty() => {
                Key::pay_of(arrangement)
            }
            _ => problem.key,
        }
    }

    /// The problem to show beside an input. A text that is still being typed gets time to become valid.
    pub fn problem(&self, key: Key) -> Option<&Problem> {
        let problem = self.problems.iter().find(|problem| self.place(problem) == key)?;
        (self.editing != Some(key) || self.heard.contains(problem)).then_some(problem)
    }
}
