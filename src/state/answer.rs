//! The answer as JSON: what the command line prints and the element's events carry. Its names are public.
//!
//! Amounts are in pounds. Estimates are whole pounds by their definition; other amounts are to the penny.

mod take_home;

use crate::data::MARKET;
use crate::domain::choice::StudentLoan;
use crate::domain::market::{Band, PublishedBand};
use crate::domain::tax_year::Date;
use crate::domain::text::{Text, text};

use super::draft::Draft;
use super::json::Object;
use super::model::State;
use super::problem::Problem;
use super::scenario::Scenario;
use super::summary::Summary;

/// Gives the sentence for a problem.
type Say = fn(&Problem) -> Text;

/// The answer to a draft.
pub fn of(draft: &Draft, today: Date, say: Say) -> Text {
    let (scenario, mut problems) = Scenario::of(draft);
    let summary = Summary::of(&scenario, today);
    problems.extend(summary.problems(&scenario));
    answer(&scenario, &summary, &problems, say)
}

/// The answer that is shown.
pub fn shown(state: &State, say: Say) -> Text {
    answer(&state.scenario, &state.summary, &state.problems, say)
}

fn answer(scenario: &Scenario, summary: &Summary, problems: &[Problem], say: Say) -> Text {
    let Summary { permanent, contract, .. } = summary;
    // Null where there are no figures for the tax year; `problems` then says so.
    let take_home = summary.take_home.as_ref();
    let tax_year = take_home.map(|_| text!(summary.tax_year));
    let published = &contract.estimate.published;
    let contract = Object::new()
        .with("published", Object::new().with("low", published.low()).with("high", published.high()))
        .with("dayRate", band(Object::new(), &contract.estimate.band))
        .with("annualised", band(Object::new(), &summary.annualised))
        .with("days", summary.days.get());
    let said = |problem: &Problem| {
        Object::new()
            .with("key", problem.key.slug())
            .with("value", problem.value.as_str())
            .with("message", say(problem))
    };
    Object::new()
        .with("version", 1)
        .with("input", input(scenario, summary, tax_year.clone()))
        .with("permanent", band(published_salary(&permanent.estimate.published), &permanent.estimate.band))
        .with("contract", contract)
        .with("takeHome", take_home.map(take_home::pay))
        // Null there too, and where what is kept of the salary cannot be worked out.
        .with("breakEven", take_home.and_then(|take_home| take_home.break_even).map(take_home::break_even))
        .with("data", Object::new().with("market", MARKET.edition).with("taxYear", tax_year))
        .with("problems", problems.iter().map(said).collect::<Vec<_>>())
        .text()
}

/// Every input, as it was used.
fn input(scenario: &Scenario, summary: &Summary, tax_year: Option<Text>) -> Object {
    let profile = scenario.profile;
    Object::new()
        .with("view", scenario.view.slug())
        .with("seniority", profile.seniority.slug())
        .with("specialism", profile.specialism.slug())
        .with("location", profile.location.slug())
        .with("salary", scenario.salary.unwrap_or(summary.permanent.estimate.band.typical))
        .with("bonus", scenario.bonus)
        .with("dayRate", scenario.day_rate.unwrap_or(summary.contract.estimate.band.typical))
        .with("days", scenario.days.get())
        .with("taxYear", tax_year)
        .with("taxRegion", scenario.tax_region.slug())
        .with("pension", scenario.pension)
        .with("pensionMethod", scenario.pension_method.slug())
        .with("employerPension", scenario.employer_pension)
        .with("studentLoan", scenario.student_loans().map(StudentLoan::slug).collect::<Vec<_>>())
        .with("umbrellaMargin", scenario.umbrella_margin)
        .with("expenses", scenario.expenses)
        .with("contractPension", scenario.contract_pension)
}

fn published_salary<P: Copy>(published: &PublishedBand<P>) -> Object {
    let published = Object::new()
        .with("low", published.low())
        .with("high", published.high())
        .with("openEnded", published.open_ended());
    Object::new().with("published", published)
}

fn band<P: Copy>(object: Object, band: &Band<P>) -> Object {
    object.with("low", band.low).with("typical", band.typical).with("high", band.high)
}
