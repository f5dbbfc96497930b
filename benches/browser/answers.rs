//! Answers in the browser, and beside them what others answer.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use salary_calculator::domain::tax_year::Date;
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;
use salary_calculator::state::take_home::TakeHome;
use serde::Deserialize;
use serde_json::{from_slice, from_value, json};
use thirtyfour::WebDriver;

use super::{median, run, say, table};

pub const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// The input of `benches/engine.rs`: something of everything.
const RICH: &str = "view=compare&seniority=senior&specialism=nlp&salary=112500&bonus=10&day-rate=650&pension=8\
    &pension-method=relief-at-source&employer-pension=5&student-loan=plan-2,postgraduate&contract-pension=10000";

/// Salaries at which everybody's income tax and National Insurance are compared.
const SALARIES: [u32; 5] = [12_000, 30_000, 60_000, 112_500, 200_000];

/// How many people the largest question to `PolicyEngine` is about.
const PEOPLE: u32 = 2_000;

#[derive(Deserialize)]
struct InBrowser {
    sums: Vec<Sum>,
    amounts: Vec<[f64; 2]>,
}

#[derive(Deserialize)]
struct Sum {
    name: String,
    what: String,
    least: f64,
    middle: f64,
}

#[derive(Deserialize)]
struct PolicyEngine {
    load: f64,
    first: f64,
    many: f64,
    sums: f64,
    amounts: [Vec<f64>; 2],
}

/// An input of many: the ones that `scripts/bench` gives to the command line.
pub fn input(number: u32) -> String {
    let of = |words: &[&str]| words[number as usize % words.len()].to_owned();
    format!(
        "view=compare&seniority={}&salary={}&day-rate={}&days={}&tax-region={}&pension={}&pension-method={}&student-loan={}",
        of(&["junior", "mid", "senior", "lead"]),
        25_000 + number * 7_919 % 175_000,
        200 + number * 31 % 1_000,
        150 + number % 111,
        of(&["rest-of-uk", "scotland"]),
        number % 13,
        of(&["salary-sacrifice", "net-pay", "relief-at-source"]),
        of(&["", "plan-2", "plan-5", "postgraduate"]),
    )
}

pub async fn measure(driver: &WebDriver, site: &str, others: &str) {
    say("Answers in the browser, a thread of it: microseconds (10 seconds)");
    driver.goto(format!("{site}/bench/empty.html")).await.unwrap();
    let mixed = (0..1_000).fold(String::new(), |mut lines, number| {
        let _ = writeln!(lines, "{}", input(number));
        lines
    });
    let asked = vec![
        json!({ "one input with something of everything": RICH, "1,000 inputs": mixed }),
        json!(SALARIES),
    ];
    let found = run(driver, include_str!("answers.js"), asked).await;
    let InBrowser { sums, amounts } = from_value(found).unwrap();
    let mut rows = vec![["input", "sum", "fastest", "median"].map(str::to_owned)];
    for sum in sums.iter().filter(|sum| !sum.name.is_empty()) {
        let Sum { name, what, least, middle } = sum;
        rows.push([name.clone(), what.clone(), format!("{least:.1}"), format!("{middle:.1}")]);
    }
    table(&rows);

    say("Income tax and National Insurance on a salary, by others in the same run (a minute)");
    let wasm = sums.iter().find(|sum| sum.what == "statement").map_or(f64::NAN, |sum| sum.middle);
    let hmrc = sums.iter().find(|sum| sum.what == "hmrc-income-tax").map_or(f64::NAN, |sum| sum.middle);
    let native = natively();
    let mut rows = vec![["what", "microseconds each", "ratio", "covers", "agrees"].map(str::to_owned)];
    let covers = "income tax, NI; also loans, pension methods, bonus in the same sum";
    let mut row = |what: &str, each: f64, covers: &str, agrees: String| {
        let each_text = if each < 1_000.0 { format!("{each:.2}") } else { format!("{each:.0}") };
        rows.push([what.to_owned(), each_text, format!("{:.1}", each / native), covers.to_owned(), agrees]);
    };
    row("ours, native", native, covers, "-".to_owned());
    row("ours, WebAssembly in Chromium", wasm, covers, "-".to_owned());
    let agreed = agrees("2025-26", &amounts);
    row("hmrc-income-tax, JavaScript in Chromium", hmrc, "income tax, NI; has no 2026-27", agreed);
    if let Some(answer) = policy_engine(others) {
        let PolicyEngine { load, first, many, sums, amounts: [tax, insurance] } = answer;
        let amounts: Vec<_> =
            tax.into_iter().zip(insurance).map(|(tax, insurance)| [tax, insurance]).collect();
        let covers = "all taxes and benefits; only these two are asked for";
        row("policyengine-uk, Python, a question of a few", first * 1e6, covers, agrees("2026-27", &amounts));
        let each = 1e6 / f64::from(PEOPLE);
        let agreed = || "as above".to_owned();
        row(&format!("policyengine-uk, each of {PEOPLE} at once"), many * each, covers, agreed());
        row("policyengine-uk, of that the sums alone", sums * each, covers, agreed());
        table(&rows);
        println!("policyengine-uk takes {load:.0} s to load, once.");
    } else {
        table(&rows);
        println!("policyengine-uk is not set up (.tools/others).");
    }
}

/// How long a statement of a salary takes here, in microseconds.
fn natively() -> f64 {
    let (scenario, _) = Scenario::of(&query::read("salary=60000"));
    let take_home = Summary::of(&scenario, TODAY).take_home.unwrap();
    let statement = |number: u32| {
        let salary = salary_calculator::domain::money::Money::from_pence(
            i64::from(25_000 + number.wrapping_mul(7_919) % 175_000) * 100,
        );
        let job = salary_calculator::domain::take_home::permanent::Job { salary, ..take_home.job };
        salary_calculator::domain::take_home::permanent::statement(&take_home.taxpayer, &job)
    };
    let rounds: Vec<_> = (0..21)
        .map(|_| {
            let begun = Instant::now();
            for number in 0..20_000 {
                let _ = black_box(statement(black_box(number)));
            }
            begun.elapsed().as_secs_f64() * 1e6 / 20_000.0
        })
        .collect();
    median(&rounds)
}

/// Whether somebody's amounts are ours, in a year.
fn agrees(year: &str, amounts: &[[f64; 2]]) -> String {
    let mut far = BTreeSet::new();
    for (salary, theirs) in SALARIES.iter().zip(amounts) {
        let (scenario, _) = Scenario::of(&query::read(&format!("salary={salary}&tax-year={year}")));
        let ours =
            Summary::of(&scenario, TODAY).take_home.and_then(|TakeHome { permanent, .. }| permanent.ok());
        let Some(ours) = ours else { continue };
        for (what, ours, theirs) in
            [("tax", ours.income_tax, theirs[0]), ("NI", ours.national_insurance, theirs[1])]
        {
            #[allow(clippy::cast_precision_loss)] // far from where that loses a penny
            let ours = ours.pence() as f64 / 100.0;
            // Those who reckon in single precision are some tenths of a penny off.
            if (ours - theirs).abs() > 0.02 {
                far.insert(format!("{what} on {salary}: {theirs:.2}, ours {ours:.2}"));
            }
        }
    }
    if far.is_empty() {
        format!("{year}: yes, all of {}", SALARIES.len())
    } else {
        format!("{year}: {}", Vec::from_iter(far).join("; "))
    }
}

fn policy_engine(others: &str) -> Option<PolicyEngine> {
    let salaries = SALARIES.map(|salary| salary.to_string()).join(",");
    let output = Command::new(format!("{others}/python/bin/python"))
        .args(["benches/others/policyengine.py", &salaries, &PEOPLE.to_string()])
        .stderr(std::process::Stdio::null())
        .output()
        .ok()?;
    from_slice(&output.stdout).ok()
}
