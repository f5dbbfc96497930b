//! All that the page knows.

use super::draft::Draft;
use super::key::Key;
use super::problem::Problem;
use super::scenario::Scenario;
use super::summary::Summary;

/// The state of the page. Made by [`State::from_query`], changed by [`super::update::update`] only.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What was typed.
    pub draft: Draft,
    /// What was last typed that made sense, input by input.
    pub good: Draft,
    /// What that means.
    pub scenario: Scenario,
    /// What there is to show for it.
    pub summary: Summary,
    /// What is wrong with what was typed.
    pub problems: Vec<Problem>,
    /// The input that is being typed into: its text is left as it is.
    pub editing: Option<Key>,
    /// What is read out to those who listen to the page; nothing before the first change.
    pub spoken: Option<Spoken>,
}

/// What the page had come to when it last fell quiet.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// Which view was open, and the answers.
    pub scenario: Scenario,
    /// The answers.
    pub summary: Summary,
    /// What was wrong.
    pub problems: Vec<Problem>,
}

impl State {
    /// The state that a link describes.
    pub fn from_query(query: &str) -> Self {
        Self::of(super::query::read(query), &Draft::default())
    }

    /// The state for a draft. Where an input does not make sense, its text in `last_good` counts.
    pub fn of(draft: Draft, last_good: &Draft) -> Self {
        let (_, problems) = Scenario::of(&draft);
        let mut good = draft.clone();
        for problem in &problems {
            good.enter(problem.key, last_good.text(problem.key));
        }
        let (scenario, _) = Scenario::of(&good);
        let summary = Summary::of(&scenario);
        Self { draft, good, scenario, summary, problems, editing: None, spoken: None }
    }

    /// What is wrong with an input.
    pub fn problem(&self, key: Key) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.key == key)
    }
}
