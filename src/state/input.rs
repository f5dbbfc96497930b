//! The inputs, one row of a table each: its name, its kind of value with its range, its field in the scenario, and the
//! place of its control in the form. Links, attributes, the command line, the form, the JSON of an answer and the
//! reference for partners are loops over this table; the words are in `view/copy/inputs.rs`.

use crate::domain::choice::{
    Arrangement, ByStudentLoan, Location, PensionMethod, Seniority, StudentLoan, TaxRegion, Word,
};
use crate::domain::market::{Discipline, Role, Specialism};
use crate::domain::money::{BasisPoints, BillableDays, Money};
use crate::domain::offer::{ContractTerms, Excess};
use crate::domain::{choice, listed, table};

use super::problem::{Range, Reason, Unit};
use super::scenario::Scenario;
use super::text::{Hundredths, Text, text};

choice! {
    /// A view, which shows one part of the answer.
    View {
        /// The pay of a permanent job.
        Permanent = "permanent", "Permanent";
        /// The income from a contract.
        Contract = "contract", "Contract";
        /// The comparison of the two.
        Compare = "compare", "Compare both";
    }
}

table! {
    /// One entry for every [`View`].
    ByView by View { permanent: Permanent, contract: Contract, compare: Compare, }
}

/// The place of an input's field in the form of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Always in sight.
    Main,
    /// Behind "More", in the order of these numbers.
    More(u8),
    /// Not in the form.
    Absent,
}

/// The part of a question that an input belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The view.
    Page,
    /// The role whose pay is estimated.
    Role,
    /// A permanent job with its terms.
    Job,
    /// A contract with its terms.
    Contract,
    /// The person who pays the tax.
    Taxpayer,
}

/// A row of the table.
pub struct Input {
    /// Its name in links, attributes and on the command line.
    pub name: &'static str,
    /// The part of a question that it belongs to.
    pub part: Part,
    /// The place of its field in the form of each view.
    pub place: ByView<Place>,
    /// Its kind of value.
    pub kind: Kind,
}

/// A kind of value, with access to it in the scenario.
pub enum Kind {
    /// One of several words.
    Choice(Choice),
    /// Any of several words, with commas between them.
    List(List),
    /// A number in a range.
    Number(Range, Number),
}

/// A value that is one of several words.
pub struct Choice {
    /// The words that the input accepts.
    all: fn(&Scenario) -> Vec<Word>,
    /// The index among them of the word in the scenario; `None` if the input is left open.
    read: fn(&Scenario) -> Option<usize>,
    /// Sets the word at an index in a scenario.
    write: fn(&mut Scenario, usize) -> Option<()>,
}

/// A value that is any of several words.
pub struct List {
    /// The words that the input accepts.
    all: &'static [Word],
    /// Whether the word at an index is in the scenario.
    read: fn(&Scenario, usize) -> bool,
    /// Sets the words at some indices in a scenario.
    write: fn(&mut Scenario, &[usize]),
}

/// A number.
pub struct Number {
    /// The number in the scenario, in the smallest unit; `None` if the input is left open.
    read: fn(&Scenario) -> Option<i64>,
    /// Sets a number in a scenario; `None` if the type cannot hold it.
    write: fn(&mut Scenario, i64) -> Option<()>,
}

/// The last place behind "More". The places in use leave gaps for further inputs.
const LAST_PLACE: u8 = 99;
const MAIN: Place = Place::Main;
const ABSENT: Place = Place::Absent;

const fn more(place: u8) -> Place {
    assert!(place >= 1 && place <= LAST_PLACE);
    Place::More(place)
}

/// Declares the inputs: the enum of their keys, the table of their rows, and their descriptions for partners.
macro_rules! inputs {
    ($(
        $(#[doc = $about:literal])+
        $key:ident = $name:literal of $part:ident in [$permanent:expr, $contract:expr, $compare:expr]: $kind:expr;
    )+) => {
        listed! {
            /// An input, in the order in which links name them.
            Key { $($(#[doc = $about])+ $key = $name,)+ }
        }

        static INPUTS: [Input; Key::ALL.len()] = [$(
            Input {
                name: $name,
                part: Part::$part,
                place: ByView { permanent: $permanent, contract: $contract, compare: $compare },
                kind: $kind,
            },
        )+];

        impl Key {
            /// The description of the input in the reference for partners.
            pub const fn about(self) -> &'static str {
                match self { $(Self::$key => concat!($($about),+),)+ }
            }
        }
    };
}

/// A closed choice in a field of the scenario.
macro_rules! one_of {
    ($type:ty, $($field:ident).+) => {
        Kind::Choice(Choice {
            all: |_| <$type>::WORDS.to_vec(),
            read: |scenario| Some(scenario.$($field).+ as usize),
            write: |scenario, index| {
                scenario.$($field).+ = *<$type>::ALL.get(index)?;
                Some(())
            },
        })
    };
}

/// A number in a field of the scenario.
macro_rules! number {
    ($range:expr, $($field:ident).+) => {
        Kind::Number($range, Number {
            read: |scenario| Numeric::number(scenario.$($field).+),
            write: |scenario, number| {
                scenario.$($field).+ = Numeric::from_number(number)?;
                Some(())
            },
        })
    };
}

inputs! {
    /// The view to open.
    View = "view" of Page in [ABSENT, ABSENT, ABSENT]: one_of!(View, view);
    /// The discipline.
    Discipline = "discipline" of Role in [MAIN, MAIN, MAIN]: Kind::Choice(DISCIPLINE);
    /// The level.
    Seniority = "seniority" of Role in [MAIN, MAIN, MAIN]: one_of!(Seniority, role.seniority);
    /// The specialism within the discipline.
    Specialism = "specialism" of Role in [MAIN, MAIN, MAIN]: Kind::Choice(SPECIALISM);
    /// London or elsewhere in the UK.
    Location = "location" of Role in [MAIN, MAIN, MAIN]: one_of!(Location, role.location);
    /// The visitor's own or offered salary, pounds a year.
    Salary = "salary" of Job in [MAIN, ABSENT, MAIN]: number!(Range::pounds(1, 10_000_000), job.pay);
    /// A bonus, % of salary.
    Bonus = "bonus" of Job in [more(10), ABSENT, more(10)]: number!(Range::percent(200), job.terms.bonus);
    /// The employee's pension contribution, % of salary.
    Pension = "pension" of Job in [more(20), ABSENT, more(20)]: number!(Range::percent(100), job.terms.pension);
    /// How the employee contributes.
    PensionMethod = "pension-method" of Job in [more(30), ABSENT, more(30)]:
        one_of!(PensionMethod, job.terms.pension_method);
    /// The employer's pension contribution, % of salary.
    EmployerPension = "employer-pension" of Job in [more(40), ABSENT, more(40)]:
        number!(Range::percent(100), job.terms.employer_pension);
    /// The visitor's own or offered day rate, pounds a day.
    DayRate = "day-rate" of Contract in [ABSENT, MAIN, MAIN]: number!(Range::pounds(1, 20_000), contract.pay);
    /// Billable days a year.
    Days = "days" of Contract in [ABSENT, MAIN, MAIN]:
        number!(Range::days(BillableDays::LEAST, BillableDays::MOST), contract.terms.days);
    /// An umbrella company's margin, pounds a week.
    UmbrellaMargin = "umbrella-margin" of Contract in [ABSENT, more(10), MAIN]:
        number!(Range::pounds(0, ContractTerms::MOST_UMBRELLA_MARGIN), contract.terms.umbrella_margin);
    /// Running costs of the contractor's company, pounds a year.
    Expenses = "expenses" of Contract in [ABSENT, more(20), MAIN]:
        number!(Range::pounds(0, ContractTerms::MOST_EXPENSES), contract.terms.expenses);
    /// The pension paid from the contract, pounds a year.
    ContractPension = "contract-pension" of Contract in [ABSENT, more(50), more(50)]:
        number!(Range::pounds(0, 10_000_000), contract.terms.pension);
    /// The tax year.
    TaxYear = "tax-year" of Taxpayer in [more(80), more(80), more(80)]: Kind::Choice(TAX_YEAR);
    /// The part of the UK whose income tax bands apply.
    TaxRegion = "tax-region" of Taxpayer in [more(70), more(70), more(70)]: one_of!(TaxRegion, taxpayer.region);
    /// Student loan plans, with commas between them.
    StudentLoan = "student-loan" of Taxpayer in [more(60), more(60), more(60)]: Kind::List(STUDENT_LOANS);
}

const DISCIPLINE: Choice = Choice {
    all: |scenario| scenario.figures.disciplines.iter().map(Discipline::word).collect(),
    read: |scenario| {
        let slug = scenario.role.discipline.slug;
        scenario.figures.disciplines.iter().position(|discipline| discipline.slug == slug)
    },
    write: |scenario, index| {
        let disciplines: &'static [_] = scenario.figures.disciplines;
        let discipline = disciplines.get(index)?;
        // Each discipline has its own specialisms.
        let specialism = discipline.first_specialism();
        scenario.role = Role { discipline, specialism, ..scenario.role };
        Some(())
    },
};

const SPECIALISM: Choice = Choice {
    all: |scenario| scenario.role.discipline.specialisms.iter().map(Specialism::word).collect(),
    read: |scenario| {
        let Role { discipline, specialism, .. } = scenario.role;
        discipline.specialisms.iter().position(|other| other.slug == specialism.slug)
    },
    write: |scenario, index| {
        scenario.role.specialism = scenario.role.discipline.specialisms.get(index)?;
        Some(())
    },
};

/// The tax year. A scenario that names none leaves it open.
const TAX_YEAR: Choice = Choice {
    all: |scenario| {
        let years = scenario.figures.tax_years.iter();
        years.map(|rules| Word { slug: rules.slug, name: rules.slug }).collect()
    },
    read: |scenario| {
        let named = scenario.taxpayer.tax_year?;
        scenario.figures.tax_years.iter().position(|rules| rules.year == named)
    },
    write: |scenario, index| {
        scenario.taxpayer.tax_year = Some(scenario.figures.tax_years.get(index)?.year);
        Some(())
    },
};

const STUDENT_LOANS: List = List {
    all: StudentLoan::WORDS,
    read: |scenario, index| scenario.taxpayer.loans().any(|plan| plan as usize == index),
    write: |scenario, indices| {
        scenario.taxpayer.student_loans = ByStudentLoan::from_fn(|plan| indices.contains(&(plan as usize)));
    },
};

impl Key {
    /// The row of the input.
    #[expect(clippy::indexing_slicing, reason = "the table has a row for every key")]
    pub fn input(self) -> &'static Input {
        &INPUTS[self as usize]
    }

    /// The inputs that are always in sight in a view.
    pub fn main(view: View) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |key| *key.input().place.get(view) == Place::Main)
    }

    /// The inputs of a view behind "More", in the order of the form.
    pub fn more(view: View) -> Vec<Self> {
        let mut more = Vec::new();
        for place in 1..=LAST_PLACE {
            more.extend(Self::ALL.iter().filter(|key| *key.input().place.get(view) == Place::More(place)));
        }
        more
    }

    /// Whether the form of a view has a field for the input.
    pub fn is_shown(self, view: View) -> bool {
        *self.input().place.get(view) != Place::Absent
    }

    /// The range of an input that is a number.
    pub fn range(self) -> Option<Range> {
        match self.input().kind {
            Kind::Number(range, _) => Some(range),
            Kind::Choice(_) | Kind::List(_) => None,
        }
    }

    /// The words that an input accepts; empty for a number.
    pub fn words(self, scenario: &Scenario) -> Vec<Word> {
        match &self.input().kind {
            Kind::Choice(choice) => (choice.all)(scenario),
            Kind::List(list) => list.all.to_vec(),
            Kind::Number(..) => Vec::new(),
        }
    }

    /// The input behind what an offer cannot pay, with the largest value it can have, in the smallest unit.
    pub fn of_excess(excess: &Excess) -> (Self, i64) {
        match excess {
            Excess::Pension(most) => (Self::Pension, most.0.into()),
            Excess::ContractPension(most) => (Self::ContractPension, most.pence()),
            Excess::UmbrellaMargin(most) => (Self::UmbrellaMargin, most.pence()),
            Excess::Expenses(most) => (Self::Expenses, most.pence()),
        }
    }

    /// Whether the input is the pay on offer: a salary or a day rate. Typical pay replaces omitted pay.
    pub fn is_pay(self) -> bool {
        matches!(self, Self::Salary | Self::DayRate)
    }

    /// The pay of an arrangement.
    pub fn pay_of(arrangement: Arrangement) -> Self {
        match arrangement {
            Arrangement::Permanent => Self::Salary,
            Arrangement::InsideIr35 | Arrangement::OutsideIr35 => Self::DayRate,
        }
    }

    /// Whether the input tells others what the visitor is paid or offered. A shared link leaves it out.
    pub fn is_private(self) -> bool {
        self.is_pay() || self == Self::Bonus
    }

    /// Whether a view has a text field for the input, to show a problem beside.
    pub fn has_text_field(self, view: View) -> bool {
        self.range().is_some() && self.is_shown(view)
    }

    /// Whether the answer of a view depends on the input. The permanent view depends on contract terms, because it
    /// shows the matching day rate.
    pub fn is_used(self, view: View) -> bool {
        let part = self.input().part;
        part == Part::Page
            || self.is_shown(view)
            || (view == View::Permanent && part == Part::Contract && !self.is_pay())
    }
}

impl Scenario {
    /// Sets one input from a text. An empty text changes nothing.
    pub fn enter(&mut self, key: Key, text: &str) -> Result<(), Reason> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        match &key.input().kind {
            Kind::Choice(choice) => {
                let index = index_of(&(choice.all)(self), text);
                index.and_then(|index| (choice.write)(self, index)).ok_or(Reason::NotAChoice)
            }
            Kind::List(list) => {
                let indices = text.split(',').map(|text| index_of(list.all, text.trim()));
                let indices: Option<Vec<_>> = indices.collect();
                (list.write)(self, &indices.ok_or(Reason::NotAChoice)?);
                Ok(())
            }
            Kind::Number(range, number) => {
                (number.write)(self, range.unit.read(text, *range)?).ok_or(Reason::OutOfRange(*range))
            }
        }
    }

    /// The words that the scenario has for an input; empty for a number, or if the input is left open.
    pub fn words(&self, key: Key) -> Vec<Word> {
        match &key.input().kind {
            Kind::Choice(choice) => {
                let word = |index: usize| (choice.all)(self).get(index).copied();
                (choice.read)(self).and_then(word).into_iter().collect()
            }
            Kind::List(list) => {
                let words = list.all.iter().enumerate();
                words.filter(|(index, _)| (list.read)(self, *index)).map(|(_, word)| *word).collect()
            }
            Kind::Number(..) => Vec::new(),
        }
    }

    /// One input, as a link writes it; empty if the scenario leaves it open.
    pub fn text(&self, key: Key) -> Text {
        match &key.input().kind {
            Kind::Choice(_) | Kind::List(_) => {
                Text::join(self.words(key).into_iter().map(|word| word.slug), ",")
            }
            Kind::Number(range, number) => {
                let number = (number.read)(self);
                if range.unit == Unit::Days { text!(number) } else { text!(number.map(Hundredths)) }
            }
        }
    }

    /// The number of an input in the smallest unit; `None` if it is not a number or is left open.
    pub fn number(&self, key: Key) -> Option<i64> {
        match &key.input().kind {
            Kind::Number(_, number) => (number.read)(self),
            Kind::Choice(_) | Kind::List(_) => None,
        }
    }

    /// The inputs that differ from their defaults, with their texts.
    pub fn changed(&self) -> impl Iterator<Item = (Key, Text)> {
        let default = Self::new(self.figures.0);
        let texts = Key::ALL.iter().map(|&key| (key, self.text(key)));
        texts.filter(move |(key, text)| *text != default.text(*key))
    }
}

fn index_of(words: &[Word], slug: &str) -> Option<usize> {
    words.iter().position(|word| word.slug == slug)
}

/// A value that is entered as a number, in its smallest unit: pence, basis points or days.
trait Numeric: Sized {
    fn number(self) -> Option<i64>;
    fn from_number(number: i64) -> Option<Self>;
}

impl<P: Copy> Numeric for Money<P> {
    fn number(self) -> Option<i64> {
        Some(self.pence())
    }

    fn from_number(number: i64) -> Option<Self> {
        Some(Self::from_pence(number))
    }
}

impl<P: Copy> Numeric for Option<Money<P>> {
    fn number(self) -> Option<i64> {
        self.map(Money::pence)
    }

    fn from_number(number: i64) -> Option<Self> {
        Some(Some(Money::from_pence(number)))
    }
}

impl Numeric for BasisPoints {
    fn number(self) -> Option<i64> {
        Some(self.0.into())
    }

    fn from_number(number: i64) -> Option<Self> {
        i32::try_from(number).ok().map(Self)
    }
}

impl Numeric for BillableDays {
    fn number(self) -> Option<i64> {
        Some(self.get().into())
    }

    fn from_number(number: i64) -> Option<Self> {
        u16::try_from(number).ok().and_then(Self::new)
    }
}
