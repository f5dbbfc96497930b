//! The sums of `benches/engine.rs` as a program for a browser, which has the clock: each function does one of them so
//! many times and gives a number that depends on every outcome, so that none is left out.

use salary_calculator::domain::choice::{ByStudentLoan, PensionMethod, TaxRegion};
use salary_calculator::domain::money::{BasisPoints, Money};
use salary_calculator::domain::take_home::Taxpayer;
use salary_calculator::domain::take_home::permanent::{self, Job};
use salary_calculator::domain::tax_year::{Date, TaxYear};
use salary_calculator::state::answer;
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;
use salary_calculator::state::take_home::{BreakEven, TakeHome, rules_of};
use salary_calculator::view::copy;
use wasm_bindgen::prelude::wasm_bindgen;

const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// Inputs, one a line.
#[wasm_bindgen]
pub struct Inputs {
    texts: Vec<String>,
    scenarios: Vec<Scenario>,
    take_homes: Vec<TakeHome>,
}

#[wasm_bindgen]
impl Inputs {
    /// Reads them.
    #[wasm_bindgen(constructor)]
    pub fn new(lines: &str) -> Self {
        let texts: Vec<_> = lines.lines().map(str::to_owned).collect();
        let scenarios: Vec<_> = texts.iter().map(|text| Scenario::of(&query::read(text)).0).collect();
        let take_homes =
            scenarios.iter().filter_map(|scenario| Summary::of(scenario, TODAY).take_home).collect();
        Self { texts, scenarios, take_homes }
    }

    /// Answers so many of them, from the query to JSON, and again from the first where there are no more.
    pub fn answers(&self, times: usize) -> f64 {
        let answer = |text: &String| number(answer::of(&query::read(text), TODAY, copy::problem).len());
        self.texts.iter().cycle().take(times).map(answer).sum()
    }

    /// What there is to show for so many of them: the market, three take-homes, the break-even.
    pub fn summaries(&self, times: usize) -> f64 {
        let summary = |scenario: &Scenario| {
            let take_home = Summary::of(scenario, TODAY).take_home;
            take_home.and_then(|take_home| take_home.break_even).map_or(0.0, rate)
        };
        self.scenarios.iter().cycle().take(times).map(summary).sum()
    }

    /// The break-even of so many of them.
    #[wasm_bindgen(js_name = breakEvens)]
    pub fn break_evens(&self, times: usize) -> f64 {
        let search = |take_home: &TakeHome| take_home.break_even_over(take_home.contract.days, None);
        self.take_homes.iter().cycle().take(times).map(|take_home| search(take_home).map_or(0.0, rate)).sum()
    }

    /// The curve of so many of them.
    pub fn curves(&self, times: usize) -> f64 {
        self.take_homes.iter().cycle().take(times).map(|take_home| number(take_home.curve().len())).sum()
    }
}

/// What is left of so many salaries, without anything else.
#[wasm_bindgen]
pub fn statements(times: u32) -> f64 {
    let Some(rules) = rules_of(TaxYear::of(TODAY)) else { return 0.0 };
    let student_loans = ByStudentLoan::from_fn(|_| false);
    let taxpayer = Taxpayer { rules, region: TaxRegion::RestOfUk, student_loans };
    let net = |turn: u32| {
        let none = BasisPoints(0);
        let salary = Money::from_pence(i64::from(25_000 + turn.wrapping_mul(7_919) % 175_000) * 100);
        let (bonus, pension, employer_pension) = (none, none, none);
        let job = Job { salary, bonus, pension, pension_method: PensionMethod::NetPay, employer_pension };
        permanent::statement(&taxpayer, &job)
            .map_or(0.0, |statement| number(statement.net.pence().unsigned_abs()))
    };
    (0..times).map(net).sum()
}

fn rate(rates: BreakEven) -> f64 {
    number((rates.inside.pence() + rates.outside.pence()).unsigned_abs())
}

/// A number as the browser's script has it.
fn number(number: impl TryInto<u32>) -> f64 {
    number.try_into().map_or(0.0, f64::from)
}

fn main() {}
