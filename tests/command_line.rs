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
        "takeHome": {
            "permanent": {
                "gross": 112_875, "incomeTax": 35_156.8, "nationalInsurance": 4_268.1, "studentLoan": 13_026.6,
                "pensionFromPay": 0, "pensionPot": 0, "net": 60_423.5, "kept": 60_423.5
            },
            "insideIr35": {
                "assignmentIncome": 132_110, "umbrellaMargin": 1_100, "employerNationalInsurance": 16_361.69,
                "apprenticeshipLevy": 570.39, "gross": 114_077.92, "incomeTax": 35_878.37,
                "nationalInsurance": 4_292.16, "studentLoan": 13_207.03, "pensionPot": 0, "net": 60_700.36,
                "kept": 60_700.36
            },
            "outsideIr35": {
                "turnover": 132_110, "expenses": 2_000, "salary": 12_570, "employerNationalInsurance": 1_135.5,
                "corporationTax": 27_097.19, "dividend": 89_307.31, "incomeTax": 22_870.71, "nationalInsurance": 0,
                "studentLoan": 11_376.95, "pensionPot": 0, "net": 67_629.65, "kept": 67_629.65
            }
        },
        "breakEven": {"insideIr35DayRate": 595, "outsideIr35DayRate": 505},
        "data": {"market": "2025", "taxYear": "2026-27"},
        "problems": []
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
    assert_eq!(keys, ["seniority", "days"]);
    assert_eq!(answer["problems"][0]["value"], "wizard");
}

#[test]
fn a_day_in_no_known_tax_year_leaves_the_year_open() {
    let output = estimate(&["--date=2027-04-06", ""], b"");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["data"]["taxYear"], Value::Null);
    assert_eq!((&answer["takeHome"], &answer["breakEven"]), (&Value::Null, &Value::Null));
    let problem = json!([{
        "key": "tax-year", "value": "2027-28",
        "message": "There are no tax figures for 2027-28 in this edition, so take-home pay and the break-even are left out."
    }]);
    assert_eq!(answer["problems"], problem);
    let output = estimate(&["--date=2027-04-06", "tax-year=2025-26"], b"");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["data"]["taxYear"], "2025-26");
    assert_eq!(answer["takeHome"]["permanent"]["net"], 55_507.4);
}

#[test]
fn a_part_that_cannot_be_worked_out_is_null_and_says_why() {
    let cases = [
        (
            "salary=50000&pension=100&pension-method=net-pay",
            &["permanent"][..],
            &[("pension", "100", "100% is more than a permanent job at this pay can pay: at most 94.01%.")][..],
        ),
        (
            "day-rate=100&days=10&umbrella-margin=500.01",
            &["outsideIr35"],
            &[
                ("umbrella-margin", "500.01", "Enter £0 to £500."),
                (
                    "expenses",
                    "2000",
                    "£2,000 is more than a contract outside IR35 at this rate can pay: at most £1,000.",
                ),
            ],
        ),
        (
            "day-rate=99.99&days=10&umbrella-margin=500&expenses=0",
            &["insideIr35"],
            &[(
                "umbrella-margin",
                "500",
                "£500 is more than a contract inside IR35 at this rate can pay: at most £499.95.",
            )],
        ),
        (
            "day-rate=100&days=100&contract-pension=10000",
            &["insideIr35", "outsideIr35"],
            &[
                ("contract-pension", "10000", "a contract inside IR35 at this rate can pay: at most £9,500."),
                (
                    "contract-pension",
                    "10000",
                    "a contract outside IR35 at this rate can pay: at most £8,000.",
                ),
            ],
        ),
    ];
    for (query, nulls, problems) in cases {
        let answer = answer(query);
        for part in ["permanent", "insideIr35", "outsideIr35"] {
            assert_eq!(answer["takeHome"][part].is_null(), nulls.contains(&part), "{query}: {part}");
        }
        assert_eq!(answer["breakEven"].is_null(), nulls.contains(&"permanent"), "{query}");
        let said = answer["problems"].as_array().unwrap();
        assert_eq!(said.len(), problems.len(), "{query}: {said:?}");
        for (said, (key, value, message)) in said.iter().zip(problems) {
            assert_eq!((&said["key"], &said["value"]), (&json!(key), &json!(value)), "{query}");
            assert!(said["message"].as_str().unwrap().contains(message), "{query}: {said}");
        }
    }
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
