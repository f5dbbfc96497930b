//! What more of something costs: inputs, points of the curve, elements on a page.

use std::hint::black_box;
use std::time::Instant;

use salary_calculator::domain::money::BillableDays;
use salary_calculator::state::answer;
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;
use salary_calculator::view::copy;
use serde_json::{from_value, json};
use thirtyfour::WebDriver;

use super::answers::{TODAY, input};
use super::{median, run, say, table};

/// How many elements stand on a page.
const ELEMENTS: [u32; 8] = [1, 2, 5, 10, 20, 50, 100, 200];
const ROUNDS: u32 = 5;

pub async fn measure(driver: &WebDriver, site: &str) {
    say("More inputs: from the query to JSON, on one core (10 seconds)");
    let inputs: Vec<_> = (0..1_000).map(input).collect();
    let mut rows = vec![["inputs", "milliseconds", "answers a second"].map(str::to_owned)];
    for zeros in 0..=6 {
        let number = 10_usize.pow(zeros);
        let begun = Instant::now();
        for text in inputs.iter().cycle().take(number) {
            black_box(answer::of(&query::read(black_box(text)), TODAY, copy::problem));
        }
        let took = begun.elapsed().as_secs_f64();
        #[allow(clippy::cast_precision_loss)] // a million at most
        let rate = number as f64 / took;
        rows.push([number.to_string(), format!("{:.3}", took * 1e3), format!("{rate:.0}")]);
    }
    table(&rows);

    say("More points of the curve");
    let (scenario, _) = Scenario::of(&query::read(&input(2)));
    let take_home = Summary::of(&scenario, TODAY).take_home.unwrap();
    let mut rows = vec![["points", "microseconds", "each"].map(str::to_owned)];
    for points in [1, 10, 111] {
        let curve = || {
            let days = (150..150 + points).filter_map(BillableDays::new);
            days.fold(None, |near, days| take_home.break_even_over(days, near).map(|rates| (days, rates)))
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

    say("More elements on a page, until each has its answer, and until they are seen (10 seconds)");
    driver.goto(format!("{site}/bench/empty.html")).await.unwrap();
    let found = run(driver, include_str!("mount.js"), vec![json!(ELEMENTS), json!(ROUNDS)]).await;
    let found: Vec<[f64; 3]> = from_value(found).unwrap();
    let mut rows = vec![["elements", "answered, ms", "each", "seen, ms", "each"].map(str::to_owned)];
    for [number, answered, seen] in found {
        rows.push([
            format!("{number}"),
            format!("{answered:.1}"),
            format!("{:.2}", answered / number),
            format!("{seen:.1}"),
            format!("{:.2}", seen / number),
        ]);
    }
    table(&rows);
}
