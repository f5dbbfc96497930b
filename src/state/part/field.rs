//! A field of the form.

use crate::domain::choice::{StudentLoan, Word};
use crate::domain::money::BillableDays;
use crate::domain::tax_year::TaxYear;
use crate::state::input::{Key, Kind};
use crate::state::model::State;
use crate::state::problem::{Complaint, Used};
use crate::state::text::Text;

/// The contents of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The input.
    pub key: Key,
    /// Its value.
    pub value: Value,
    /// The note below it.
    pub note: Option<Note>,
    /// The problem beside it.
    pub problem: Option<Wrong>,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words to choose from.
    Words(Vec<Choosable>),
    /// A number.
    Number(Number),
}

/// A word that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// The word in links.
    pub slug: &'static str,
    /// Its name.
    pub name: Named,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choosable {
    /// The text of an input that takes several words, once this one is ticked or unticked.
    pub fn toggled(&self, among: &[Self]) -> String {
        let then = among.iter().filter(|other| other.chosen != (*other == self));
        then.map(|other| other.slug).collect::<Vec<_>>().join(",")
    }
}

/// The name of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A name from the figures or the law.
    Plain(&'static str),
    /// A tax year, followed by the current one.
    TaxYear(TaxYear, TaxYear),
    /// The current tax year, if it has no figures.
    NoTaxYear(TaxYear),
}

/// The number in a text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The contents of the text field.
    pub shown: NumberText,
    /// The smallest and the largest number, in the smallest unit.
    pub range: (i64, i64),
    /// The number in use, which a slider shows.
    pub used: Text,
    /// The typical pay in pence, used if the field is empty; `None` for an input with a default of its own.
    pub typical: Option<i64>,
}

/// The contents of a text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberText {
    /// The text as typed, while it is being typed or is not valid.
    Typed(Text),
    /// An amount in pence.
    Amount(i64),
    /// Another number.
    Plain(Text),
}

/// A note below a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The work done at the chosen level.
    Work(&'static str),
    /// The usual numbers of days: in a year, in a slow year, and for a lender.
    Days([BillableDays; 3]),
    /// An explanation that the place of residence decides the tax region.
    TaxRegion,
    /// A chosen loan with nothing to repay in this year.
    NothingDue(StudentLoan, TaxYear),
}

/// A problem beside a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The problem.
    pub complaint: Complaint,
    /// Whether the message names the input, because it is shown beside another one.
    pub named: bool,
    /// The value used meanwhile, if the text is not valid.
    pub used: Option<Used>,
}

impl Field {
    /// The contents of the field of an input.
    pub fn of(state: &State, key: Key) -> Self {
        let value = match &key.input().kind {
            Kind::Number(range, _) => Value::Number(Number::of(state, key, (range.least, range.most))),
            Kind::Choice(_) if key == Key::TaxYear => Value::Words(tax_years(state)),
            Kind::Choice(_) | Kind::List(_) => Value::Words(words(state, key)),
        };
        Self { key, value, note: Note::of(state, key), problem: Wrong::of(state, key) }
    }
}

fn words(state: &State, key: Key) -> Vec<Choosable> {
    let chosen = state.scenario.words(key);
    let choosable = |word: Word| Choosable {
        slug: word.slug,
        name: Named::Plain(word.name),
        chosen: chosen.contains(&word),
    };
    key.words(&state.scenario).into_iter().map(choosable).collect()
}

/// The tax years with figures. The current one has no slug, because an empty text stands for it.
fn tax_years(state: &State) -> Vec<Choosable> {
    let (current, used) = (state.answer.current_tax_year, state.answer.tax_year);
    let known = state.scenario.figures.tax_years;
    let unknown = !known.iter().any(|rules| rules.year == current);
    let years = known.iter().map(|rules| {
        let slug = if rules.year == current { "" } else { rules.slug };
        Choosable { slug, name: Named::TaxYear(rules.year, current), chosen: rules.year == used }
    });
    let today =
        unknown.then(|| Choosable { slug: "", name: Named::NoTaxYear(current), chosen: current == used });
    years.chain(today).collect()
}

impl Number {
    fn of(state: &State, key: Key, range: (i64, i64)) -> Self {
        let scenario = &state.scenario;
        let is_wrong = state.problem(key).is_some_and(|problem| problem.reason.is_of_text());
        let shown = if state.editing == Some(key) || is_wrong {
            NumberText::Typed(state.draft.text(key).into())
        } else {
            match Used::of(key, scenario) {
                Used::Amount(pence) => NumberText::Amount(pence),
                _ => NumberText::Plain(scenario.text(key)),
            }
        };
        Self { shown, range, used: scenario.text(key), typical: state.answer.typical(key) }
    }
}

/// Makes the note below a field.
type NoteOf = fn(&State) -> Option<Note>;

/// The fields with a note.
const NOTES: [(Key, NoteOf); 4] = [
    (Key::Seniority, |state| Some(Note::Work(state.scenario.role.level().work))),
    (Key::Days, |state| {
        let assumed = &state.scenario.figures.assumptions;
        Some(Note::Days([assumed.days, assumed.days_in_a_slow_year, assumed.days_for_a_lender]))
    }),
    (Key::TaxRegion, |_| Some(Note::TaxRegion)),
    (Key::StudentLoan, |state| {
        let loans = &state.answer.take_home.as_ref()?.taxpayer.rules.student_loans;
        let plan = state.scenario.taxpayer.loans().find(|&plan| loans.threshold(plan).is_none())?;
        Some(Note::NothingDue(plan, state.answer.tax_year))
    }),
];

impl Note {
    fn of(state: &State, key: Key) -> Option<Self> {
        let (_, note) = NOTES.iter().find(|(of, _)| *of == key)?;
        note(state)
    }
}

impl Wrong {
    fn of(state: &State, key: Key) -> Option<Self> {
        let problem = state.problem(key)?;
        let used = problem.reason.is_of_text().then(|| Used::of(key, &state.scenario));
        let complaint = Complaint::of(problem, &state.scenario);
        Some(Self { complaint, named: problem.key != key, used })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::Figures;
    use crate::state::event::Event;
    use crate::state::update::update;
    use crate::testing::{TODAY, figures};
    use std::rc::Rc;

    fn field(query: &str, key: Key) -> Field {
        Field::of(&State::from_query(query, figures(), TODAY), key)
    }

    fn words(field: &Field) -> Vec<(String, bool)> {
        let Value::Words(words) = &field.value else { panic!("{field:?}") };
        words.iter().map(|word| (word.slug.to_string(), word.chosen)).collect()
    }

    #[test]
    fn only_the_field_that_is_typed_into_changes() {
        let state = Rc::new(State::from_query("view=compare", figures(), TODAY));
        let (typed, _) = update(&state, Event::EnteredText(Key::Salary, "95000".into()));
        for &key in Key::ALL {
            let is_same = Field::of(&state, key) == Field::of(&typed, key);
            assert_eq!(is_same, key != Key::Salary, "{key:?}");
        }
    }

    #[test]
    fn ticking_a_loan_adds_it_and_ticking_it_again_removes_it() {
        let field = field("student-loan=plan-2,postgraduate", Key::StudentLoan);
        let Value::Words(words) = &field.value else { panic!("{field:?}") };
        let then =
            |plan: StudentLoan| words.iter().find(|word| word.slug == plan.slug()).unwrap().toggled(words);
        assert_eq!(then(StudentLoan::Plan2), "postgraduate");
        assert_eq!(then(StudentLoan::Plan1), "plan-1,plan-2,postgraduate");
        assert_eq!(words.len(), StudentLoan::ALL.len());
    }

    #[test]
    fn only_the_current_tax_year_has_no_slug() {
        let figures = Box::leak(Box::new(Figures { tax_years: &figures().tax_years[..2], ..*figures() }));
        let today = State::from_query("", figures, TODAY);
        assert_eq!(
            words(&Field::of(&today, Key::TaxYear)),
            [("2025-26".into(), false), (String::new(), true)]
        );
        let later = State::from_query("", figures, crate::domain::tax_year::Date { year: 2040, ..TODAY });
        let expected = [("2025-26".into(), false), ("2026-27".into(), false), (String::new(), true)];
        assert_eq!(words(&Field::of(&later, Key::TaxYear)), expected);
    }

    #[test]
    fn a_discipline_offers_its_own_specialisms() {
        let [first, second] = [0, 1].map(|index| figures().disciplines[index].slug);
        let slugs = |query: &str| {
            words(&field(query, Key::Specialism)).into_iter().map(|(slug, _)| slug).collect::<Vec<_>>()
        };
        for (query, discipline) in
            [(String::new(), 0), (format!("discipline={first}"), 0), (format!("discipline={second}"), 1)]
        {
            let expected: Vec<_> =
                figures().disciplines[discipline].specialisms.iter().map(|row| row.slug).collect();
            assert_eq!(slugs(&query), expected, "{query}");
        }
    }
}
