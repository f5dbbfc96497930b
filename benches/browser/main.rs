//! The calculator in Chromium, beside what others offer, and how its times grow.
//!
//! `scripts/bench` serves the site, puts its address into `ADDRESS`, installs the other calculators in the folder
//! `OTHERS`, and runs this. It measures and prints; it never fails because something is slow.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a benchmark may stop

mod answers;
mod growth;
mod page;

use std::env;
use std::time::Duration;

use engine::Engine;
use serde_json::Value;
use thirtyfour::WebDriver;

/// Prints a heading.
fn say(heading: &str) {
    println!("\n\x1b[1m==>\x1b[0m {heading}");
}

/// Prints a table; the first row has the names of the columns.
fn table<const N: usize>(rows: &[[String; N]]) {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    for (index, row) in rows.iter().enumerate() {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = width(column);
            format!(" {cell:<width$} ")
        });
        println!("|{}|", cells.collect::<Vec<_>>().join("|"));
        if index == 0 {
            let rules = (0..N).map(|column| "-".repeat(width(column) + 2));
            println!("|{}|", rules.collect::<Vec<_>>().join("|"));
        }
    }
}

/// The smallest of some values that no less than `part` of them are at or below.
fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    // a few hundred values
    let rank = ((sorted.len() as f64 * part).ceil() as usize).max(1);
    sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
}

fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// Runs a script as the body of a function, whose last argument is a callback that takes the result.
async fn run(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Value {
    let script = format!("(async (...arguments) => {{ {script} }})(...arguments)");
    driver.execute_async(script, arguments).await.unwrap().json().clone()
}

#[tokio::main]
async fn main() {
    // `cargo test --benches` runs this too, without a site.
    let (Ok(site), Ok(others)) = (env::var("ADDRESS"), env::var("OTHERS")) else {
        println!("This needs a site: run make bench.");
        return;
    };
    let browser = Engine::Chromium.start().await;
    browser.driver.set_script_timeout(Duration::from_mins(2)).await.unwrap();
    let version = browser.driver.cdp().send_raw("Browser.getVersion", Value::Null).await.unwrap_or_default();
    println!("{}", version["product"].as_str().unwrap_or("a browser of unknown version"));
    answers::measure(&browser.driver, &site, &others).await;
    growth::measure(&browser.driver, &site).await;
    page::measure(&browser.driver, &site).await;
    browser.quit().await;
}
