//! How the time grows with the number of inputs, of points on the curve, and of elements on a page.

use std::hint::black_box;
use std::time::Instant;

use salary_benches::{TODAY, input};
use salary_calculator::data::FIGURES;
use salary_calculator::domain::choice::Arrangement;
use salary_calculator::domain::comparison;
use salary_calculator::domain::money::BillableDays;
use salary_calculator::domain::offer::ContractTerms;
use salary_calculator::state::answer::Answer;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use serde_json::{from_value, json};
use thirtyfour::WebDriver;

use super::{median, run, say, table};

/// The numbers of elements that are put on a page.
const ELEMENTS: [u32; 8] = [1, 2, 5, 10, 20, 50, 100, 200];
const ROUNDS: u32 = 5;

pub async fn measure(driver: &WebDriver, site: &str) {
    inputs();
    points();
    elements(driver, site).await;
}

fn inputs() {
    say("More inputs: from the query to JSON, on one core (10 seconds)");
    let inputs: Vec<_> = (0..1_000).map(input).collect();
    let mut rows = vec![["inputs", "milliseconds", "answers a second"].map(str::to_owned)];
    for zeros in 0..=6 {
        let number = 10_usize.pow(zeros);
        let begun = Instant::now();
        for text in inputs.iter().cycle().take(number) {
            black_box(answer_json::of(&query::read(black_box(text)), &FIGURES, TODAY, copy::problem));
        }
        let took = begun.elapsed().as_secs_f64();
        #[allow(clippy::cast_precision_loss)] // a million at most
        let rate = number as f64 / took;
        rows.push([number.to_string(), format!("{:.3}", took * 1e3), format!("{rate:.0}")]);
    }
    table(&rows);
}

fn points() {
    say("More points on the curve");
    let (scenario, _) = Scenario::of(&query::read(&input(2)), &FIGURES);
    let take_home = Answer::of(&scenario, TODAY).take_home.unwrap();
    let target = take_home.kept(Arrangement::Permanent).unwrap();
    let (taxpayer, terms) = (take_home.taxpayer, take_home.contract.terms);
    let mut rows = vec![["points", "microseconds", "each"].map(str::to_owned)];
    for points in [1, 10, 111] {
        let curve = || {
            let days = (150..150 + points).filter_map(BillableDays::new);
            days.fold(None, |near, days| {
                let terms = ContractTerms { days, ..terms };
                comparison::break_even(&taxpayer, target, terms, near).map(|rates| (days, rates))
            })
        };
        let rounds: Vec<_> = (0..101)
            .map(|_| {
                let begun = Instant::now();
                black_box(curve());
                begun.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        let took = median(&rounds);
        rows.push([points.to_string(), format!("{took:.1}"), format!("{:.2}", took / f64::from(points))]);
    }
    table(&rows);
}

async fn elements(driver: &WebDriver, site: &str) {
    say(
        "More elements on a page: milliseconds until each has its answer, and until they are drawn (10 seconds)",
    );
    driver.goto(format!("{site}/bench/empty.html")).await.unwrap();
    let found = run(driver, include_str!("mount.js"), vec![json!(ELEMENTS), json!(ROUNDS)]).await;
    let found: Vec<[f64; 3]> = from_value(found).unwrap();
    let mut rows = vec![["elements", "answered", "each", "drawn", "each"].map(str::to_owned)];
    for [number, answered, drawn] in found {
        rows.push([
            format!("{number}"),
            format!("{answered:.1}"),
            format!("{:.2}", answered / number),
            format!("{drawn:.1}"),
            format!("{:.2}", drawn / number),
        ]);
    }
    table(&rows);
}
