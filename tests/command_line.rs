//! The command line, run as a program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn estimate(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_estimate"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(input).unwrap();
    program.wait_with_output().unwrap()
}

fn answer(query: &str) -> Value {
    let output = estimate(&["--date", "2026-11-23", query], b"");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.matches('\n').count(), 1, "one line: {text}");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn answers_an_input_with_every_key_of_the_contract() {
    let query = "view=compare&seniority=senior&specialism=nlp&location=london&salary=105000&bonus=7.5&day-rate=600.5\
        &student-loan=plan-2,postgraduate";
    let expected = json!({
        "version": 1,
        "input": {
            "view": "compare", "seniority": "senior", "specialism": "nlp", "location": "london",
            "salary": 105_000, "bonus": 7.5, "dayRate": 600.5, "days": 220, "taxYear": "2026-27",
            "taxRegion": "rest-of-uk", "pension": 0, "pensionMethod": "salary-sacrifice", "employerPension": 0,
            "studentLoan": ["plan-2", "postgraduate"], "umbrellaMargin": 25, "expenses": 2_000,
            "contractPension": 0
        },
        "permanent": {
            "published": {"low": 85_000, "high": 110_000, "openEnded": true},
            "low": 100_000, "typical": 114_500, "high": 141_000
        },
        "contract": {
            "published": {"low": 500, "high": 650},
            "dayRate": {"low": 595, "typical": 675, "high": 785},
            "annualised": {"low": 130_900, "typical": 148_500, "high": 172_700},
            "days": 220
        },
        "takeHome": null,
        "breakEven": null,
        "data": {"market": "2025", "taxYear": "2026-27"},
        "problems": [{
            "key": "tax-year", "value": "2026-27",
            "message": "There are no tax figures for 2026-27 in this edition, so take-home pay and the break-even are left out."
        }]
    });
    assert_eq!(answer(query), expected);
}

#[test]
fn a_salary_and_a_rate_that_are_left_out_are_the_typical_ones() {
    let answer = answer("");
    assert_eq!(answer["input"]["salary"], answer["permanent"]["typical"]);
    assert_eq!(answer["input"]["dayRate"], answer["contract"]["dayRate"]["typical"]);
    assert_eq!(answer["input"]["seniority"], "mid");
}

#[test]
fn a_bad_value_takes_its_default_and_is_reported() {
    let answer = answer("seniority=wizard&days=0&location=regional");
    assert_eq!(answer["input"]["seniority"], "mid");
    assert_eq!(answer["input"]["days"], 220);
    assert_eq!(answer["input"]["location"], "regional");
    let keys: Vec<_> = answer["problems"].as_array().unwrap().iter().map(|problem| &problem["key"]).collect();
    assert_eq!(keys, ["seniority", "days", "tax-year"]);
    assert_eq!(answer["problems"][0]["value"], "wizard");
}

#[test]
fn a_day_in_no_known_tax_year_leaves_the_year_open() {
    let output = estimate(&["--date=2027-04-06", ""], b"");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["data"]["taxYear"], Value::Null);
    assert_eq!(answer["problems"][0]["value"], "2027-28");
    let output = estimate(&["--date=2027-04-06", "tax-year=2025-26"], b"");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["data"]["taxYear"], "2025-26");
}

#[test]
fn reads_one_input_a_line_and_prints_one_line_each() {
    let output = estimate(&["-"], b"seniority=lead\n\nsalary=\xff\xfe\r\n#seniority=junior");
    assert!(output.status.success());
    let answers: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let levels: Vec<_> = answers.iter().map(|answer| &answer["input"]["seniority"]).collect();
    assert_eq!(levels, ["lead", "mid", "mid", "junior"]);
    assert_eq!(answers[2]["problems"][0]["key"], "salary");
}

#[test]
fn says_how_it_is_used() {
    for (arguments, message) in [
        (&["--date", "2026-02-31", ""][..], "2026-02-31 is not a day"),
        (&["--date"], "--date needs a day"),
        (&[], "an input is missing"),
        (&["--verbose", ""], "there is no option --verbose"),
        (&["a", "b"], "more than one input"),
    ] {
        let output = estimate(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(message) && said.contains("Usage:"), "{said}");
        assert!(output.stdout.is_empty());
    }
    assert!(estimate(&["--help"], b"").status.success());
}
