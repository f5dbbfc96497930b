//! The answer: everything for one scenario, computed once.

use crate::domain::appraisal::Appraisal;
use crate::domain::choice::Arrangement;
use crate::domain::comparison::{self, BreakEven, Compared};
use crate::domain::estimate::{self, Estimate};
use crate::domain::market::{Band, Role};
use crate::domain::money::{AnnualisedIncome, BillableDays, Day, DayRate, GrossSalary, Money, Year};
use crate::domain::offer::permanent::{self, Job, Rise};
use crate::domain::offer::{Contract, Excess, Offer, Side, Statement, Taxpayer};
use crate::domain::tax_year::{Date, TaxYear};

use super::input::Key;
use super::problem::{Problem, Range, Reason, Unit};
use super::scenario::Scenario;
use super::text::text;

/// The rise that shows the marginal rate.
pub const RISE: Money<Year> = Money::from_pounds(1_000);

/// The market's pay for a role, and the visitor's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market<P: Copy> {
    /// The estimate.
    pub estimate: Estimate<P>,
    /// The visitor's own or offered pay, compared with it.
    pub own: Option<Appraisal<P>>,
}

/// Everything for one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The role.
    pub role: Role,
    /// The market for a permanent job, pounds a year.
    pub permanent: Market<Year>,
    /// The market for a contract, pounds a day.
    pub contract: Market<Day>,
    /// Billable days a year.
    pub days: BillableDays,
    /// The contract's day rates over those days.
    pub annualised: Band<Year>,
    /// The visitor's own day rate over those days.
    pub own_annualised: Option<AnnualisedIncome>,
    /// The tax year of the answer.
    pub tax_year: TaxYear,
    /// Today's tax year.
    pub current_tax_year: TaxYear,
    /// Take-home pay; `None` if the tax year has no figures.
    pub take_home: Option<TakeHome>,
}

/// The statement of each offer, and the day rate that matches the salary.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeHome {
    /// The person who pays the tax.
    pub taxpayer: Taxpayer<'static>,
    /// The permanent job.
    pub job: Job,
    /// The contract.
    pub contract: Contract,
    /// Every offer with its statement.
    pub offers: Vec<Compared>,
    /// The effect of a rise of [`RISE`].
    pub rise: Option<Rise>,
    /// The day rates that match the salary; `None` if the salary cannot be computed.
    pub break_even: Option<BreakEven>,
}

impl Answer {
    /// The typical pay in pence, which replaces an omitted salary or day rate; `None` for any other input.
    pub fn typical(&self, key: Key) -> Option<i64> {
        let (salary, rate) = (self.permanent.estimate.band.typical, self.contract.estimate.band.typical);
        key.is_pay().then(|| if key == Key::Salary { salary.pence() } else { rate.pence() })
    }

    /// Answers a scenario on a date.
    pub fn of(scenario: &Scenario, today: Date) -> Self {
        let permanent = estimate::permanent(scenario.role);
        let contract = estimate::contract(scenario.role);
        let (rates, days) = (contract.band, scenario.contract.terms.days);
        let tax_year = scenario.tax_year_on(today);
        Self {
            role: scenario.role,
            permanent: Market {
                estimate: permanent,
                own: scenario.job.pay.map(|salary| Appraisal::of(salary, &permanent.band)),
            },
            contract: Market {
                estimate: contract,
                own: scenario.contract.pay.map(|rate| Appraisal::of(rate, &rates)),
            },
            days,
            annualised: Band {
                low: rates.low.over(days),
                typical: rates.typical.over(days),
                high: rates.high.over(days),
            },
            own_annualised: scenario.contract.pay.map(|rate| rate.over(days)),
            tax_year,
            current_tax_year: TaxYear::of(today),
            take_home: TakeHome::of(scenario, tax_year, permanent.band.typical, rates.typical),
        }
    }

    /// The parts that cannot be computed, with the reasons.
    pub fn problems(&self, scenario: &Scenario) -> Vec<Problem> {
        let Some(take_home) = &self.take_home else {
            let value = text!(self.tax_year);
            return vec![Problem { key: Key::TaxYear, value, reason: Reason::NoTaxFigures }];
        };
        take_home.problems(scenario).collect()
    }
}

impl TakeHome {
    fn of(
        scenario: &Scenario,
        year: TaxYear,
        typical_salary: GrossSalary,
        typical_rate: DayRate,
    ) -> Option<Self> {
        let rules = scenario.figures.tax_rules(year)?;
        let payer = scenario.taxpayer;
        let taxpayer = Taxpayer { rules, region: payer.region, student_loans: payer.student_loans };
        let offers = scenario.offers(typical_salary, typical_rate);
        let [Offer::Permanent(job), Offer::Contract(_, contract), _] = offers else { return None };
        let mut take_home = Self {
            taxpayer,
            job,
            contract,
            offers: comparison::compare(&taxpayer, &offers),
            rise: permanent::rise(&taxpayer, &job, RISE).ok(),
            break_even: None,
        };
        let target = take_home.kept(Arrangement::Permanent);
        take_home.break_even =
            target.and_then(|target| comparison::break_even(&taxpayer, target, contract.terms, None));
        Some(take_home)
    }

    /// The statement of an arrangement, or the reason it cannot be computed.
    pub fn statement(&self, arrangement: Arrangement) -> Option<Result<Statement, Excess>> {
        let compared = self.offers.iter().find(|compared| compared.offer.arrangement() == arrangement);
        compared.map(|compared| compared.statement)
    }

    /// Take-home pay of an arrangement.
    pub fn net(&self, arrangement: Arrangement) -> Option<Money<Year>> {
        self.statement(arrangement)?.ok().map(|statement| statement.net())
    }

    /// Take-home pay plus pension of an arrangement.
    pub fn kept(&self, arrangement: Arrangement) -> Option<Money<Year>> {
        self.statement(arrangement)?.ok().map(|statement| statement.kept())
    }

    /// The break-even for each number of days; empty if the salary cannot be computed.
    pub fn curve(&self) -> Vec<comparison::Point> {
        let target = self.kept(Arrangement::Permanent);
        target.map_or_else(Vec::new, |target| comparison::curve(&self.taxpayer, target, self.contract.terms))
    }

    /// The cost of a week without work, on one side of the off-payroll rules.
    pub fn week_off(&self, side: Side) -> Option<Money<Year>> {
        comparison::week_off(&self.taxpayer, side, &self.contract)
    }

    /// The inputs that exceed the money available for them, with the largest values they can have.
    fn problems(&self, scenario: &Scenario) -> impl Iterator<Item = Problem> {
        self.offers.iter().filter_map(|compared| {
            let (key, most) = Key::of_excess(&compared.statement.err()?);
            let unit = key.range().map_or(Unit::Pence, |range| range.unit);
            let given = scenario.number(key).unwrap_or_default();
            let reason = Reason::Excess(compared.offer.arrangement(), given, Range::up_to(most, unit));
            Some(Problem { key, value: scenario.text(key), reason })
        })
    }
}
