//! The answer as data: what the command line prints and the element's events carry. Its names are public.
//!
//! Amounts are in pounds. Estimates are whole pounds by their definition; other amounts are to the penny.

mod take_home;

use serde::{Serialize, Serializer};

use crate::data::MARKET;
use crate::domain::choice::StudentLoan;
use crate::domain::market::{Band, PublishedBand};
use crate::domain::money::{BasisPoints, Money};
use crate::domain::tax_year::Date;

use super::draft::Draft;
use super::model::State;
use super::problem::Problem;
use super::scenario::Scenario;
use super::summary::Summary;
use take_home::{BreakEvenRates, TakeHomePay};

/// The answer to one input.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    version: u8,
    input: Input,
    permanent: Permanent,
    contract: Contract,
    /// Null where there are no figures for the tax year; `problems` then says so.
    take_home: Option<TakeHomePay>,
    /// Null there too, and where what is kept of the salary cannot be worked out.
    break_even: Option<BreakEvenRates>,
    data: Data,
    problems: Vec<Said>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    view: &'static str,
    seniority: &'static str,
    specialism: &'static str,
    location: &'static str,
    salary: Hundredths,
    bonus: Hundredths,
    day_rate: Hundredths,
    days: u16,
    tax_year: Option<String>,
    tax_region: &'static str,
    pension: Hundredths,
    pension_method: &'static str,
    employer_pension: Hundredths,
    student_loan: Vec<&'static str>,
    umbrella_margin: Hundredths,
    expenses: Hundredths,
    contract_pension: Hundredths,
}

#[derive(Serialize)]
struct Permanent {
    published: OpenPublished,
    #[serde(flatten)]
    band: Amounts,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OpenPublished {
    low: Hundredths,
    high: Option<Hundredths>,
    open_ended: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Contract {
    published: Published,
    day_rate: Amounts,
    annualised: Amounts,
    days: u16,
}

#[derive(Serialize)]
struct Published {
    low: Hundredths,
    high: Option<Hundredths>,
}

#[derive(Serialize)]
struct Amounts {
    low: Hundredths,
    typical: Hundredths,
    high: Hundredths,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    market: &'static str,
    tax_year: Option<String>,
}

#[derive(Serialize)]
struct Said {
    key: &'static str,
    value: String,
    message: String,
}

impl Answer {
    /// Answers a draft. `say` gives the sentence for a problem.
    pub fn of(draft: &Draft, today: Date, say: fn(&Problem) -> String) -> Self {
        let (scenario, mut problems) = Scenario::of(draft);
        let summary = Summary::of(&scenario, today);
        problems.extend(summary.problems(&scenario));
        Self::with(&scenario, &summary, &problems, say)
    }

    /// The answer that is shown.
    pub fn shown(state: &State, say: fn(&Problem) -> String) -> Self {
        Self::with(&state.scenario, &state.summary, &state.problems, say)
    }

    fn with(
        scenario: &Scenario,
        summary: &Summary,
        problems: &[Problem],
        say: fn(&Problem) -> String,
    ) -> Self {
        let take_home = summary.take_home.as_ref();
        let tax_year = take_home.map(|_| summary.tax_year.to_string());
        let published = &summary.contract.estimate.published;
        Self {
            version: 1,
            input: Input::of(scenario, summary, tax_year.clone()),
            permanent: Permanent {
                published: OpenPublished::of(&summary.permanent.estimate.published),
                band: Amounts::of(&summary.permanent.estimate.band),
            },
            contract: Contract {
                published: Published { low: published.low().into(), high: published.high().map(Into::into) },
                day_rate: Amounts::of(&summary.contract.estimate.band),
                annualised: Amounts::of(&summary.annualised),
                days: summary.days.get(),
            },
            take_home: take_home.map(TakeHomePay::of),
            break_even: take_home.and_then(|take_home| take_home.break_even).map(BreakEvenRates::of),
            data: Data { market: MARKET.edition, tax_year },
            problems: problems
                .iter()
                .map(|problem| Said {
                    key: problem.key.slug(),
                    message: say(problem),
                    value: problem.value.clone(),
                })
                .collect(),
        }
    }
}

impl Input {
    fn of(scenario: &Scenario, summary: &Summary, tax_year: Option<String>) -> Self {
        Self {
            view: scenario.view.slug(),
            seniority: scenario.profile.seniority.slug(),
            specialism: scenario.profile.specialism.slug(),
            location: scenario.profile.location.slug(),
            salary: scenario.salary.unwrap_or(summary.permanent.estimate.band.typical).into(),
            bonus: scenario.bonus.into(),
            day_rate: scenario.day_rate.unwrap_or(summary.contract.estimate.band.typical).into(),
            days: scenario.days.get(),
            tax_year,
            tax_region: scenario.tax_region.slug(),
            pension: scenario.pension.into(),
            pension_method: scenario.pension_method.slug(),
            employer_pension: scenario.employer_pension.into(),
            student_loan: scenario.student_loans().map(StudentLoan::slug).collect(),
            umbrella_margin: scenario.umbrella_margin.into(),
            expenses: scenario.expenses.into(),
            contract_pension: scenario.contract_pension.into(),
        }
    }
}

impl OpenPublished {
    fn of<P: Copy>(published: &PublishedBand<P>) -> Self {
        Self {
            low: published.low().into(),
            high: published.high().map(Into::into),
            open_ended: published.open_ended(),
        }
    }
}

impl Amounts {
    fn of<P: Copy>(band: &Band<P>) -> Self {
        Self { low: band.low.into(), typical: band.typical.into(), high: band.high.into() }
    }
}

/// Pence or basis points, written as pounds or per cent.
struct Hundredths(i64);

impl<P: Copy> From<Money<P>> for Hundredths {
    fn from(money: Money<P>) -> Self {
        Self(money.pence())
    }
}

impl From<BasisPoints> for Hundredths {
    fn from(points: BasisPoints) -> Self {
        Self(points.0.into())
    }
}

impl Serialize for Hundredths {
    /// A whole number where it is one. Otherwise the nearest `f64`, which prints as the two decimals it came
    /// from: amounts have far fewer than the fifteen digits that it keeps.
    #[allow(clippy::cast_precision_loss)]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.0 as f64 / 100.0)
        }
    }
}
