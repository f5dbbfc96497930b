//! What a draft means: every input with a value that can be reckoned with.

use crate::data::{ASSUMPTIONS, TAX_RULES};
use crate::domain::choice::{
    ByStudentLoan, Location, PensionMethod, Profile, Seniority, Specialism, StudentLoan, TaxRegion,
};
use crate::domain::money::{BasisPoints, BillableDays, DayRate, GrossSalary, Money, Week, Year};
use crate::domain::tax_year::{Date, TaxYear};
use crate::domain::text::{Hundredths, Text, text};

use super::draft::Draft;
use super::key::{Key, View};
use super::problem::{Problem, Range, Reason, Unit};

/// A question that can be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    /// Which answer is shown.
    pub view: View,
    /// Whose pay is estimated.
    pub profile: Profile,
    /// The visitor's own or offered salary; without one the estimate's typical is used.
    pub salary: Option<GrossSalary>,
    /// A bonus, of salary.
    pub bonus: BasisPoints,
    /// The visitor's own or offered day rate; without one the estimate's typical is used.
    pub day_rate: Option<DayRate>,
    /// Billable days a year.
    pub days: BillableDays,
    /// The tax year that was asked for by name.
    pub tax_year: Option<TaxYear>,
    /// Whose income tax bands apply.
    pub tax_region: TaxRegion,
    /// The employee's pension contribution, of salary.
    pub pension: BasisPoints,
    /// How that contribution leaves the pay.
    pub pension_method: PensionMethod,
    /// The employer's pension contribution, of salary.
    pub employer_pension: BasisPoints,
    /// Which student loans are being repaid.
    pub student_loans: ByStudentLoan<bool>,
    /// What an umbrella company keeps.
    pub umbrella_margin: Money<Week>,
    /// A company's running costs.
    pub expenses: Money<Year>,
    /// What goes into a pension from a contract.
    pub contract_pension: Money<Year>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            view: View::Permanent,
            profile: Profile {
                seniority: Seniority::Mid,
                specialism: Specialism::Generalist,
                location: Location::London,
            },
            salary: None,
            bonus: BasisPoints(0),
            day_rate: None,
            days: ASSUMPTIONS.days.value,
            tax_year: None,
            tax_region: TaxRegion::RestOfUk,
            pension: BasisPoints(0),
            pension_method: PensionMethod::SalarySacrifice,
            employer_pension: BasisPoints(0),
            student_loans: ByStudentLoan::from_fn(|_| false),
            umbrella_margin: ASSUMPTIONS.umbrella_margin.value,
            expenses: ASSUMPTIONS.expenses.value,
            contract_pension: Money::from_pounds(0),
        }
    }
}

impl Key {
    /// What a number may be, for an input that is one.
    pub const fn range(self) -> Option<Range> {
        Some(match self {
            Self::Salary => Range::pounds(1, 10_000_000),
            Self::DayRate => Range::pounds(1, 20_000),
            Self::Bonus => Range::percent(200),
            Self::Days => {
                Range { least: BillableDays::LEAST as i64, most: BillableDays::MOST as i64, unit: Unit::Days }
            }
            Self::Pension | Self::EmployerPension => Range::percent(100),
            Self::UmbrellaMargin => Range::pounds(0, 500),
            Self::Expenses => Range::pounds(0, 1_000_000),
            Self::ContractPension => Range::pounds(0, 10_000_000),
            Self::View
            | Self::Seniority
            | Self::Specialism
            | Self::Location
            | Self::TaxYear
            | Self::TaxRegion
            | Self::PensionMethod
            | Self::StudentLoan => return None,
        })
    }
}

impl Key {
    /// The words that an input takes, for one that is a choice.
    pub fn words(self) -> Vec<Text> {
        let slugs = match self {
            Self::View => View::SLUGS,
            Self::Seniority => Seniority::SLUGS,
            Self::Specialism => Specialism::SLUGS,
            Self::Location => Location::SLUGS,
            Self::TaxYear => return TAX_RULES.iter().map(|rules| text!(rules.year)).collect(),
            Self::TaxRegion => TaxRegion::SLUGS,
            Self::PensionMethod => PensionMethod::SLUGS,
            Self::StudentLoan => StudentLoan::SLUGS,
            _ => &[],
        };
        slugs.iter().map(|&slug| slug.into()).collect()
    }
}

impl Scenario {
    /// What a draft means. A text that cannot be used leaves its default and gives a problem.
    pub fn of(draft: &Draft) -> (Self, Vec<Problem>) {
        let mut scenario = Self::default();
        let mut problems = Vec::new();
        for &key in Key::ALL {
            let text = draft.text(key);
            if let Err(reason) = scenario.enter(key, text) {
                problems.push(Problem { key, value: text.into(), reason });
            }
        }
        (scenario, problems)
    }

    /// Sets one input from a text. An empty text changes nothing.
    pub fn enter(&mut self, key: Key, text: &str) -> Result<(), Reason> {
        let word = text.trim();
        if word.is_empty() {
            return Ok(());
        }
        let number = || key.range().ok_or(Reason::NotAChoice).and_then(|range| range.unit.read(word, range));
        match key {
            Key::View => self.view = one_of(View::from_slug(word))?,
            Key::Seniority => self.profile.seniority = one_of(Seniority::from_slug(word))?,
            Key::Specialism => self.profile.specialism = one_of(Specialism::from_slug(word))?,
            Key::Location => self.profile.location = one_of(Location::from_slug(word))?,
            Key::Salary => self.salary = Some(Money::from_pence(number()?)),
            Key::Bonus => self.bonus = basis_points(number()?),
            Key::DayRate => self.day_rate = Some(Money::from_pence(number()?)),
            Key::Days => self.days = one_of(u16::try_from(number()?).ok().and_then(BillableDays::new))?,
            Key::TaxYear => {
                let mut years = TAX_RULES.iter().map(|rules| rules.year);
                self.tax_year = Some(one_of(years.find(|&year| *text!(year) == word))?);
            }
            Key::TaxRegion => self.tax_region = one_of(TaxRegion::from_slug(word))?,
            Key::Pension => self.pension = basis_points(number()?),
            Key::PensionMethod => self.pension_method = one_of(PensionMethod::from_slug(word))?,
            Key::EmployerPension => self.employer_pension = basis_points(number()?),
            Key::StudentLoan => self.student_loans = one_of(student_loans(word))?,
            Key::UmbrellaMargin => self.umbrella_margin = Money::from_pence(number()?),
            Key::Expenses => self.expenses = Money::from_pence(number()?),
            Key::ContractPension => self.contract_pension = Money::from_pence(number()?),
        }
        Ok(())
    }

    /// One input as a link writes it.
    pub fn text(&self, key: Key) -> Text {
        let percent = |points: BasisPoints| text!(Hundredths(points.0.into()));
        match key {
            Key::View => self.view.slug().into(),
            Key::Seniority => self.profile.seniority.slug().into(),
            Key::Specialism => self.profile.specialism.slug().into(),
            Key::Location => self.profile.location.slug().into(),
            Key::Salary | Key::DayRate | Key::UmbrellaMargin | Key::Expenses | Key::ContractPension => {
                text!(self.pence(key).map(Hundredths))
            }
            Key::Bonus => percent(self.bonus),
            Key::Days => text!(self.days.get()),
            Key::TaxYear => text!(self.tax_year),
            Key::TaxRegion => self.tax_region.slug().into(),
            Key::Pension => percent(self.pension),
            Key::PensionMethod => self.pension_method.slug().into(),
            Key::EmployerPension => percent(self.employer_pension),
            Key::StudentLoan => Text::join(self.student_loans().map(StudentLoan::slug), ","),
        }
    }

    /// Those of some inputs that are not as they are by default, with their texts.
    pub fn changed(&self, keys: &'static [Key]) -> impl Iterator<Item = (Key, Text)> {
        let default = Self::default();
        let texts = keys.iter().map(|&key| (key, self.text(key)));
        texts.filter(move |(key, text)| *text != default.text(*key))
    }

    /// The pence of an input that is an amount of money; nothing where it was left out and has no default.
    pub fn pence(&self, key: Key) -> Option<i64> {
        match key {
            Key::Salary => self.salary.map(Money::pence),
            Key::DayRate => self.day_rate.map(Money::pence),
            Key::UmbrellaMargin => Some(self.umbrella_margin.pence()),
            Key::Expenses => Some(self.expenses.pence()),
            Key::ContractPension => Some(self.contract_pension.pence()),
            _ => None,
        }
    }

    /// The student loans that are being repaid, in the order of [`StudentLoan::ALL`].
    pub fn student_loans(&self) -> impl Iterator<Item = StudentLoan> {
        StudentLoan::ALL.iter().copied().filter(|&plan| *self.student_loans.get(plan))
    }

    /// The tax year that is reckoned with: the one asked for by name, else the one `today` falls in.
    pub fn tax_year_on(&self, today: Date) -> TaxYear {
        self.tax_year.unwrap_or(TaxYear::of(today))
    }
}

fn one_of<T>(value: Option<T>) -> Result<T, Reason> {
    value.ok_or(Reason::NotAChoice)
}

/// The ranges of percentages end far below what the type holds.
fn basis_points(number: i64) -> BasisPoints {
    BasisPoints(i32::try_from(number).unwrap_or(i32::MAX))
}

/// Plans with a comma between them, in any order.
fn student_loans(words: &str) -> Option<ByStudentLoan<bool>> {
    let named: Option<Vec<_>> = words.split(',').map(|plan| StudentLoan::from_slug(plan.trim())).collect();
    let named = named?;
    Some(ByStudentLoan::from_fn(|plan| named.contains(&plan)))
}
