//! The sums that the benchmarks time. The caller has the clock: the native benchmark, or a script in a browser. Each
//! function does one sum many times and returns a number that depends on every result, so that the compiler leaves none
//! out.

use salary_calculator::data::FIGURES;
use salary_calculator::domain::choice::{Arrangement, ByStudentLoan, PensionMethod, TaxRegion};
use salary_calculator::domain::comparison::{self, BreakEven};
use salary_calculator::domain::money::{BasisPoints, Exact, GrossSalary, Money};
use salary_calculator::domain::offer::Taxpayer;
use salary_calculator::domain::offer::permanent::{self, Job, JobTerms};
use salary_calculator::domain::tax::income_tax::{self, Income};
use salary_calculator::domain::tax::national_insurance;
use salary_calculator::domain::tax_year::{Date, TaxYear};
use salary_calculator::state::answer::{Answer, TakeHome};
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use wasm_bindgen::prelude::wasm_bindgen;

/// The day of every answer, in a tax year of the figures.
pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

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
        let scenarios: Vec<_> =
            texts.iter().map(|text| Scenario::of(&query::read(text), &FIGURES).0).collect();
        let take_homes =
            scenarios.iter().filter_map(|scenario| Answer::of(scenario, TODAY).take_home).collect();
        Self { texts, scenarios, take_homes }
    }

    /// Answers this many of them, starting again from the first after the last: the market, every offer, the
    /// break-even.
    pub fn answers(&self, times: usize) -> f64 {
        let answer = |scenario: &Scenario| {
            let take_home = Answer::of(scenario, TODAY).take_home;
            take_home.and_then(|take_home| take_home.break_even).map_or(0.0, rate)
        };
        self.scenarios.iter().cycle().take(times).map(answer).sum()
    }

    /// Answers this many of them, from the query to JSON.
    pub fn json(&self, times: usize) -> f64 {
        let answer =
            |text: &String| number(answer_json::of(&query::read(text), &FIGURES, TODAY, copy::problem).len());
        self.texts.iter().cycle().take(times).map(answer).sum()
    }

    /// Searches the break-even of this many of them.
    #[wasm_bindgen(js_name = breakEvens)]
    pub fn break_evens(&self, times: usize) -> f64 {
        let search = |take_home: &TakeHome| {
            let target = take_home.kept(Arrangement::Permanent)?;
            comparison::break_even(&take_home.taxpayer, target, take_home.contract.terms, None)
        };
        self.take_homes.iter().cycle().take(times).map(|take_home| search(take_home).map_or(0.0, rate)).sum()
    }

    /// Works out the curve of this many of them.
    pub fn curves(&self, times: usize) -> f64 {
        self.take_homes.iter().cycle().take(times).map(|take_home| number(take_home.curve().len())).sum()
    }
}

/// Income tax and National Insurance on this many salaries, without the rest of a statement.
#[wasm_bindgen]
pub fn taxes(times: u32) -> f64 {
    let Some(rules) = FIGURES.tax_rules(TaxYear::of(TODAY)) else { return 0.0 };
    let taxes = |turn: u32| {
        let earnings = Exact::of(salary(turn));
        let tax = income_tax::due(rules, TaxRegion::RestOfUk, Income { earnings, ..Income::default() });
        let insurance = national_insurance::employee(&rules.national_insurance, earnings);
        number((tax.total() + insurance).rounded().pence().unsigned_abs())
    };
    (0..times).map(taxes).sum()
}

/// The statements of this many salaries.
#[wasm_bindgen]
pub fn statements(times: u32) -> f64 {
    let Some(rules) = FIGURES.tax_rules(TaxYear::of(TODAY)) else { return 0.0 };
    let student_loans = ByStudentLoan::from_fn(|_| false);
    let taxpayer = Taxpayer { rules, region: TaxRegion::RestOfUk, student_loans };
    let none = BasisPoints(0);
    let pension_method = PensionMethod::NetPay;
    let terms = JobTerms { bonus: none, pension: none, pension_method, employer_pension: none };
    let net = |turn: u32| {
        permanent::statement(&taxpayer, &Job { salary: salary(turn), terms })
            .map_or(0.0, |statement| number(statement.net.pence().unsigned_abs()))
    };
    (0..times).map(net).sum()
}

/// Salaries from £25,000 to £200,000.
fn salary(turn: u32) -> GrossSalary {
    Money::from_pence(i64::from(25_000 + turn.wrapping_mul(7_919) % 175_000) * 100)
}

fn rate(rates: BreakEven) -> f64 {
    number((rates.inside.pence() + rates.outside.pence()).unsigned_abs())
}

/// A number of the only type that JavaScript has.
fn number(number: impl TryInto<u32>) -> f64 {
    number.try_into().map_or(0.0, f64::from)
}
