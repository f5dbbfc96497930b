//! The calculator in Chromium, beside what others offer, and how it grows: `scripts/bench` serves the site (`SITE`), sets
//! the others up (`OTHERS`) and runs this. It measures and says; it never fails for being slow.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // it may stop

mod answers;
#[allow(dead_code)] // the tests' engines; only one of them is measured
#[path = "../../tests/browser/engine.rs"]
mod engine;
mod growth;
mod page;

use serde_json::Value;
use thirtyfour::WebDriver;

/// Prints what is being done.
fn say(what: &str) {
    println!("\n\x1b[1m==>\x1b[0m {what}");
}

/// Prints a table; the first row has the names of the columns.
fn table<const N: usize>(rows: &[[String; N]]) {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    for (number, row) in rows.iter().enumerate() {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = width(column);
            format!(" {cell:<width$} ")
        });
        println!("|{}|", cells.collect::<Vec<_>>().join("|"));
        if number == 0 {
            println!(
                "|{}|",
                (0..N).map(|column| "-".repeat(width(column) + 2)).collect::<Vec<_>>().join("|")
            );
        }
    }
}

/// The value below which such a part of many lies.
fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    // a few hundred
    let place = ((sorted.len() as f64 * part).ceil() as usize).clamp(1, sorted.len().max(1)) - 1;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// Runs a script, as the body of a function whose last argument is called with what it comes to.
async fn run(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Value {
    let script = format!("(async (...arguments) => {{ {script} }})(...arguments)");
    driver.execute_async(script, arguments).await.unwrap().json().clone()
}

#[tokio::main]
async fn main() {
    // What cargo runs tests with is not for this.
    let (Ok(site), Ok(others)) = (std::env::var("SITE"), std::env::var("OTHERS")) else {
        println!("make bench runs this");
        return;
    };
    let browser = engine::Engine::Chromium.start().await;
    let patience = std::time::Duration::from_mins(2);
    browser.driver.set_script_timeout(patience).await.unwrap();
    let version = browser.driver.cdp().send_raw("Browser.getVersion", Value::Null).await.unwrap_or_default();
    println!("{}", version["product"].as_str().unwrap_or("a browser"));
    answers::measure(&browser.driver, &site, &others).await;
    growth::measure(&browser.driver, &site).await;
    page::measure(&browser.driver, &site).await;
    browser.quit().await;
}
