//! Take-home pay three ways for a scenario, and the day rates that leave as much as the salary.

use std::ops::RangeInclusive;

use crate::data::TAX_RULES;
use crate::domain::choice::Arrangement;
use crate::domain::money::{BillableDays, DayRate, Money, Year};
use crate::domain::take_home::break_even::smallest_rate;
use crate::domain::take_home::inside::{self, InsideIr35};
use crate::domain::take_home::outside::{self, OutsideIr35};
use crate::domain::take_home::permanent::{self, Job, Permanent, Rise};
use crate::domain::take_home::{Contract, Excess, Taxpayer};
use crate::domain::tax::rules::TaxRules;
use crate::domain::tax_year::TaxYear;

use super::key::Key;
use super::problem::{Problem, Range, Reason, Unit};
use super::scenario::Scenario;

/// The days over which the break-even is drawn: from a year with long gaps to one without a day off.
pub const CURVE_DAYS: RangeInclusive<u16> = 150..=BillableDays::MOST;

/// What is left of a year's pay, three ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TakeHome {
    /// Who pays the tax.
    pub taxpayer: Taxpayer<'static>,
    /// The permanent job.
    pub job: Job,
    /// The contract.
    pub contract: Contract,
    /// What is left of the salary.
    pub permanent: Result<Permanent, Excess>,
    /// What is left of the contract inside IR35.
    pub inside: Result<InsideIr35, Excess>,
    /// What is left of the contract outside IR35.
    pub outside: Result<OutsideIr35, Excess>,
    /// What becomes of a rise of [`RISE`].
    pub rise: Option<Rise>,
    /// The day rates at which as much is kept as of the salary.
    pub break_even: Option<BreakEven>,
}

/// The rise that shows the marginal rate.
pub const RISE: Money<Year> = Money::from_pounds(1_000);

/// The smallest day rates in whole pounds at which as much is kept as of a salary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakEven {
    /// Inside IR35.
    pub inside: DayRate,
    /// Outside IR35.
    pub outside: DayRate,
}

/// The figures of a tax year, where there are any.
pub fn rules_of(year: TaxYear) -> Option<&'static TaxRules> {
    TAX_RULES.iter().find(|rules| rules.year == year)
}

impl TakeHome {
    /// Works a scenario out under a year's rules. A salary and a day rate that were left out are the typical ones.
    pub fn of(
        scenario: &Scenario,
        rules: &'static TaxRules,
        typical_salary: Money<Year>,
        typical_rate: DayRate,
    ) -> Self {
        let taxpayer = Taxpayer { rules, region: scenario.tax_region, student_loans: scenario.student_loans };
        let job = Job {
            salary: scenario.salary.unwrap_or(typical_salary),
            bonus: scenario.bonus,
            pension: scenario.pension,
            pension_method: scenario.pension_method,
            employer_pension: scenario.employer_pension,
        };
        let contract = Contract {
            day_rate: scenario.day_rate.unwrap_or(typical_rate),
            days: scenario.days,
            umbrella_margin: scenario.umbrella_margin,
            expenses: scenario.expenses,
            pension: scenario.contract_pension,
        };
        let mut take_home = Self {
            taxpayer,
            job,
            contract,
            permanent: permanent::statement(&taxpayer, &job),
            inside: inside::statement(&taxpayer, &contract),
            outside: outside::statement(&taxpayer, &contract),
            rise: permanent::rise(&taxpayer, &job, RISE).ok(),
            break_even: None,
        };
        take_home.break_even = take_home.break_even_over(contract.days, None);
        take_home
    }

    /// What is kept of a year: take-home pay and pension. Nothing where it cannot be worked out.
    pub fn kept(&self, arrangement: Arrangement) -> Option<Money<Year>> {
        match arrangement {
            Arrangement::Permanent => self.permanent.ok().map(|pay| pay.kept()),
            Arrangement::InsideIr35 => self.inside.ok().map(|pay| pay.kept()),
            Arrangement::OutsideIr35 => self.outside.ok().map(|pay| pay.kept()),
        }
    }

    /// The break-even over a number of days; nothing where the salary itself cannot be worked out.
    /// `near` is that over about as many days, where it is known.
    pub fn break_even_over(
        &self,
        days: BillableDays,
        near: Option<(BillableDays, BreakEven)>,
    ) -> Option<BreakEven> {
        let target = self.permanent.ok()?.kept();
        let contract = Contract { days, ..self.contract };
        let search = |near: Option<Money<Year>>,
                      kept: fn(&Taxpayer, &Contract) -> Result<Money<Year>, Excess>| {
            // The same turnover leaves nearly the same; where none is known, half of it is kept.
            let turnover = near.map_or(target.pence() * 2, Money::pence);
            let first = Money::from_pence(turnover / i64::from(days.get()));
            smallest_rate(target, days, first, |day_rate| {
                kept(&self.taxpayer, &Contract { day_rate, ..contract }).ok()
            })
        };
        Some(BreakEven {
            inside: search(near.map(|(days, rates)| rates.inside.over(days)), inside::kept)?,
            outside: search(near.map(|(days, rates)| rates.outside.over(days)), outside::kept)?,
        })
    }

    /// The break-even over every number of days that one may work; nothing where there is none.
    pub fn curve(&self) -> Vec<(BillableDays, BreakEven)> {
        let mut last = None;
        let point = |days: BillableDays| {
            last = self.break_even_over(days, last).map(|rates| (days, rates));
            last
        };
        CURVE_DAYS.filter_map(BillableDays::new).filter_map(point).collect()
    }

    /// What a week less of work costs, of what is kept: all of it where there is no more than a week.
    pub fn week_without_work(&self, arrangement: Arrangement) -> Option<Money<Year>> {
        let kept = self.kept(arrangement)?;
        let Some(days) = self.contract.days.without_a_week() else { return Some(kept) };
        let contract = Contract { days, ..self.contract };
        let then = match arrangement {
            Arrangement::Permanent => return None,
            Arrangement::InsideIr35 => inside::kept(&self.taxpayer, &contract),
            Arrangement::OutsideIr35 => outside::kept(&self.taxpayer, &contract),
        };
        then.ok().map(|then| kept - then)
    }

    /// What is not invoiced in that week.
    pub fn week_invoiced(&self) -> Money<Year> {
        let Contract { day_rate, days, .. } = self.contract;
        let then = days.without_a_week().map_or(Money::from_pence(0), |days| day_rate.over(days));
        day_rate.over(days) - then
    }

    /// What cannot be paid, with the most that it can be.
    pub fn problems(&self, scenario: &Scenario) -> impl Iterator<Item = Problem> {
        let excess = [
            (Arrangement::Permanent, self.permanent.err()),
            (Arrangement::InsideIr35, self.inside.err()),
            (Arrangement::OutsideIr35, self.outside.err()),
        ];
        let problem = |(arrangement, excess): (Arrangement, Option<Excess>)| {
            let (key, most) = match excess? {
                Excess::Pension(most) => (Key::Pension, most.0.into()),
                Excess::ContractPension(most) => (Key::ContractPension, most.pence()),
                Excess::UmbrellaMargin(most) => (Key::UmbrellaMargin, most.pence()),
                Excess::Expenses(most) => (Key::Expenses, most.pence()),
            };
            let given = scenario.pence(key).unwrap_or(scenario.pension.0.into());
            let unit = if key == Key::Pension { Unit::BasisPoints } else { Unit::Pence };
            let reason = Reason::Excess(arrangement, given, Range::up_to(most, unit));
            Some(Problem { key, value: scenario.text(key), reason })
        };
        excess.into_iter().filter_map(problem)
    }
}
