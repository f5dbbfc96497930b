//! The words of the inputs, one row each: label, control, unit, example, the short form that lists a changed input, and
//! the term that explains it.

use crate::state::input::{Key, View};
use crate::state::problem::Used;
use crate::state::scenario::Scenario;
use crate::state::text::{Text, fill, text};
use crate::view::format;

use super::glossary::Term;

/// The words of an input.
#[derive(Clone, Copy)]
pub struct Words {
    /// The label of its field.
    pub label: &'static str,
    /// The control that takes it.
    pub control: Control,
    /// Its unit, after an amount in pounds or a percentage.
    pub unit: &'static str,
    /// An example for messages of what to type.
    pub example: &'static str,
    /// The short form, with `#` for the value: "# bonus".
    brief: &'static str,
    /// The term that explains it.
    pub term: Option<Term>,
}

/// A control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// A few words side by side, one of which is chosen.
    Segments,
    /// Words in a list.
    Select,
    /// Words of which any number can be ticked.
    Boxes,
    /// A text field for an amount in pounds.
    Amount,
    /// A text field for a percentage.
    Percent,
    /// A text field for a whole number, with a slider.
    Slider,
}

const POUNDS: &str = "95,000 or 95k";
const A_YEAR: &str = "a year";

const fn choice(label: &'static str, control: Control) -> Words {
    Words { label, control, unit: "", example: "", brief: "#", term: None }
}

const fn amount(
    label: &'static str,
    unit: &'static str,
    example: &'static str,
    brief: &'static str,
) -> Words {
    Words { label, control: Control::Amount, unit, example, brief, term: None }
}

const fn percent(label: &'static str, brief: &'static str) -> Words {
    Words { label, control: Control::Percent, unit: "% of salary", example: "5 or 7.5", brief, term: None }
}

impl Words {
    const fn explained_by(self, term: Term) -> Self {
        Self { term: Some(term), ..self }
    }

    /// The words of an input.
    #[expect(clippy::indexing_slicing, reason = "the table has a row for every key")]
    pub fn of(key: Key) -> &'static Self {
        &WORDS[key as usize]
    }

    const fn row(key: Key) -> Self {
        use Control::{Boxes, Segments, Select, Slider};
        match key {
            Key::View => choice("View", Segments),
            Key::Discipline => choice("Discipline", Select),
            Key::Seniority => choice("Level", Segments),
            Key::Specialism => choice("Specialism", Select),
            Key::Location => choice("Location", Segments),
            Key::Salary => amount("Your offer or salary", A_YEAR, POUNDS, "# salary"),
            Key::Bonus => percent("Bonus", "# bonus"),
            Key::Pension => percent("Your pension contribution", "# pension"),
            Key::PensionMethod => choice("Pension method", Select).explained_by(Term::PensionMethod),
            Key::EmployerPension => percent("Employer's pension contribution", "# from the employer"),
            Key::DayRate => amount("Your offer or day rate", "a day", "600 or 612.50", "# a day"),
            Key::Days => Self { unit: "days", ..choice("Billable days a year", Slider) },
            Key::UmbrellaMargin => {
                amount("Umbrella margin", "a week", "25", "# umbrella margin").explained_by(Term::Umbrella)
            }
            Key::Expenses => amount("Company expenses", A_YEAR, POUNDS, "# company expenses")
                .explained_by(Term::OwnCompany),
            Key::ContractPension => {
                amount("Pension from a contract", A_YEAR, POUNDS, "# pension from a contract")
                    .explained_by(Term::ContractPension)
            }
            Key::TaxYear => choice("Tax year", Select),
            Key::TaxRegion => choice("Tax region", Segments),
            Key::StudentLoan => choice("Student loan", Boxes).explained_by(Term::StudentLoan),
        }
    }
}

#[allow(clippy::indexing_slicing)] // at compile time
static WORDS: [Words; Key::ALL.len()] = {
    let mut table = [Words::row(Key::View); Key::ALL.len()];
    let mut index = 0;
    while index < table.len() {
        table[index] = Words::row(Key::ALL[index]);
        index += 1;
    }
    table
};

/// The label of an input.
pub fn label(key: Key) -> &'static str {
    Words::of(key).label
}

/// The inputs behind "More" that differ from their defaults: "5% bonus · Plan 2".
pub fn set(scenario: &Scenario, view: View) -> Option<Text> {
    let default = Scenario::new(scenario.figures.0);
    let changed = Key::more(view).into_iter().filter(|&key| scenario.text(key) != default.text(key));
    Text::join(changed.map(|key| brief(key, scenario)), " · ").unless_empty()
}

fn brief(key: Key, scenario: &Scenario) -> Text {
    let value = match (Words::of(key).control, Used::of(key, scenario)) {
        (Control::Percent, _) => scenario.number(key).map_or_else(Text::default, format::hundredths_percent),
        (_, Used::Amount(pence)) => format::pence(pence),
        _ => Text::join(scenario.words(key).into_iter().map(|word| word.name), ", "),
    };
    let (before, after) = Words::of(key).brief.split_once('#').unwrap_or_default();
    let value = if key == Key::PensionMethod { text!(value.to_ascii_lowercase()) } else { value };
    text!(before, value, after)
}

/// The unit of a money field for screen readers, which skip its pound sign.
pub const POUNDS_SAID: &str = "pounds ";

/// The text in an empty field: "114,500 typical".
pub fn typical_amount(amount: &str) -> Text {
    fill!("{} typical", amount)
}

/// The button that explains an input, as shown.
pub const EXPLAIN: &str = "?";

/// The button that explains an input, as read out.
pub fn explain(key: Key) -> Text {
    fill!("What is this? {}", label(key))
}

/// The name of the slider beside a field.
pub fn slider(key: Key) -> Text {
    fill!("{}, slider", label(key))
}

/// Opens the further inputs of a view.
pub const fn more(view: View) -> &'static str {
    match view {
        View::Permanent | View::Compare => "More: pension, loans, region",
        View::Contract => "More: costs, pension, loans",
    }
}

/// Labels a field that may stay empty.
pub const OPTIONAL: &str = "optional";
