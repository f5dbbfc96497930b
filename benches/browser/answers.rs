//! Answers in the browser, and the income tax and National Insurance of other calculators beside ours.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Instant;

use salary_benches::{RICH, TODAY, input};
use salary_calculator::data::FIGURES;
use salary_calculator::domain::choice::Arrangement;
use salary_calculator::domain::offer::Statement;
use salary_calculator::state::answer::Answer;
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use serde::Deserialize;
use serde_json::{from_slice, from_value, json};
use thirtyfour::WebDriver;

use super::{median, run, say, table};

/// Salaries on which the income tax and National Insurance of all calculators are compared.
const SALARIES: [u32; 5] = [12_000, 30_000, 60_000, 112_500, 200_000];

/// The number of people in the largest question to `PolicyEngine`.
const PEOPLE: u32 = 2_000;

/// The results of `answers.js`.
#[derive(Deserialize)]
struct InBrowser {
    sums: Vec<Sum>,
    amounts: Vec<[f64; 2]>,
}

#[derive(Deserialize)]
struct Sum {
    name: String,
    what: String,
    fastest: f64,
    median: f64,
}

/// The results of `policyengine.py`, in seconds and pounds.
#[derive(Deserialize)]
struct PolicyEngine {
    load: f64,
    first: f64,
    many: f64,
    sums: f64,
    amounts: [Vec<f64>; 2],
}

pub async fn measure(driver: &WebDriver, site: &str, others: &str) {
    say("Answers in the browser, on one thread: microseconds (10 seconds)");
    driver.goto(format!("{site}/bench/empty.html")).await.unwrap();
    let mixed = (0..1_000).fold(String::new(), |mut lines, number| {
        let _ = writeln!(lines, "{}", input(number));
        lines
    });
    let arguments =
        vec![json!({ "one input, something of everything": RICH, "1,000 inputs": mixed }), json!(SALARIES)];
    let found = run(driver, include_str!("answers.js"), arguments).await;
    let InBrowser { sums, amounts } = from_value(found).unwrap();
    let mut rows = vec![["input", "sum", "fastest", "median"].map(str::to_owned)];
    for sum in sums.iter().filter(|sum| !sum.name.is_empty()) {
        let Sum { name, what, fastest, median } = sum;
        rows.push([name.clone(), what.clone(), format!("{fastest:.1}"), format!("{median:.1}")]);
    }
    table(&rows);
    compare(&sums, &amounts, others);
}

/// Prints how long income tax and National Insurance on a salary take: ours and those of others, in the same run.
fn compare(sums: &[Sum], amounts: &[[f64; 2]], others: &str) {
    say("Income tax and National Insurance on a salary, ours and those of others (a minute)");
    let in_browser = |what: &str| sums.iter().find(|sum| sum.what == what).map_or(f64::NAN, |sum| sum.median);
    let native = natively(salary_sums::taxes);
    let mut rows = vec![["calculator", "microseconds each", "ratio", "covers", "agrees"].map(str::to_owned)];
    let mut row = |calculator: &str, each: f64, covers: &str, agrees: &str| {
        let text = if each < 1_000.0 { format!("{each:.2}") } else { format!("{each:.0}") };
        let ratio = format!("{:.1}", each / native);
        rows.push([calculator.to_owned(), text, ratio, covers.to_owned(), agrees.to_owned()]);
    };
    let (both, lines) = ("income tax, NI", "income tax, NI, loans, pension, bonus; lines that add up");
    row("ours, native", native, both, "-");
    row("ours, WebAssembly in Chromium", in_browser("taxes"), both, "-");
    row("our statement, native", natively(salary_sums::statements), lines, "-");
    row("our statement, WebAssembly in Chromium", in_browser("statement"), lines, "-");
    let hmrc = "hmrc-income-tax, JavaScript in Chromium";
    row(hmrc, in_browser("hmrc-income-tax"), "income tax, NI; not 2026-27", &agrees("2025-26", amounts));
    let Some(PolicyEngine { load, first, many, sums, amounts: [tax, insurance] }) = policy_engine(others)
    else {
        table(&rows);
        println!("policyengine-uk is not set up (.tools/others).");
        return;
    };
    let amounts: Vec<_> = tax.into_iter().zip(insurance).map(|(tax, insurance)| [tax, insurance]).collect();
    let covers = "all taxes and benefits; asked for these two";
    let agreed = agrees("2026-27", &amounts);
    row("policyengine-uk, Python, one question about five people", first * 1e6, covers, &agreed);
    let each = 1e6 / f64::from(PEOPLE);
    row(&format!("policyengine-uk, each of {PEOPLE} people"), many * each, covers, "as above");
    row("policyengine-uk, each, the sums alone", sums * each, covers, "as above");
    table(&rows);
    println!("policyengine-uk takes {load:.0} s to load, once.");
}

/// The median time of one of many native sums, in microseconds.
fn natively(sums: fn(u32) -> f64) -> f64 {
    let rounds: Vec<_> = (0..21)
        .map(|_| {
            let begun = Instant::now();
            black_box(sums(black_box(20_000)));
            begun.elapsed().as_secs_f64() * 1e6 / 20_000.0
        })
        .collect();
    median(&rounds)
}

/// Says whether another calculator's amounts on [`SALARIES`] are ours, in a tax year, and which are not.
fn agrees(year: &str, amounts: &[[f64; 2]]) -> String {
    let mut different = BTreeSet::new();
    for (salary, theirs) in SALARIES.iter().zip(amounts) {
        let draft = query::read(&format!("salary={salary}&tax-year={year}"));
        let (scenario, problems) = Scenario::of(&draft, &FIGURES);
        assert!(problems.is_empty(), "there are no figures for {year}");
        let statement = Answer::of(&scenario, TODAY).take_home.unwrap().statement(Arrangement::Permanent);
        let Some(Ok(Statement::Permanent(ours))) = statement else { panic!("no statement of {salary}") };
        for (what, ours, theirs) in
            [("tax", ours.income_tax, theirs[0]), ("NI", ours.national_insurance, theirs[1])]
        {
            #[allow(clippy::cast_precision_loss)] // amounts are far below the size that loses a penny
            let ours = ours.pence() as f64 / 100.0;
            // Sums in single precision are some tenths of a penny off.
            if (ours - theirs).abs() > 0.02 {
                different.insert(format!("{what} on {salary}: {theirs:.2}, ours {ours:.2}"));
            }
        }
    }
    if different.is_empty() {
        format!("{year}: yes, on all {}", SALARIES.len())
    } else {
        format!("{year}: {}", Vec::from_iter(different).join("; "))
    }
}

/// Runs `PolicyEngine`; `None` where it is not installed.
fn policy_engine(others: &str) -> Option<PolicyEngine> {
    let salaries = SALARIES.map(|salary| salary.to_string()).join(",");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/others/policyengine.py");
    let output = Command::new(format!("{others}/python/bin/python"))
        .args([script, &salaries, &PEOPLE.to_string()])
        .stderr(Stdio::null())
        .output()
        .ok()?;
    from_slice(&output.stdout).ok()
}
