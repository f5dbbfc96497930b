//! The answers as JSON, and the program that prints them.
//!
//! Exact amounts are asserted of the library with the frozen figures. The program is built from the live figures, so it
//! is compared with the library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod common;

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use salary_calculator::data::FIGURES;
use salary_calculator::domain::figures::Figures;
use salary_calculator::domain::market::Discipline;
use salary_calculator::domain::tax_year::Date;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use serde_json::{Value, json};

use common::{TODAY, figures, figures_until_today};

/// A date after every tax year that will ever have figures.
const FAR: Date = Date { year: 2090, month: 4, day: 6 };

/// A query that sets every input, in the frozen figures.
const EVERYTHING: &str = "view=compare&seniority=senior&specialism=nlp&location=london&salary=105000&bonus=7.5\
    &day-rate=600.5&student-loan=plan-2,postgraduate";

/// Runs the program.
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

/// The library's line for a query.
fn line(query: &str, figures: &'static Figures, today: Date) -> String {
    format!("{}\n", answer_json::of(&query::read(query), figures, today, copy::problem))
}

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

/// The answer from the frozen figures, on a date in their newest tax year.
fn answer(query: &str) -> Value {
    parsed(&line(query, figures(), TODAY))
}

fn written(Date { year, month, day }: Date) -> String {
    format!("{year}-{month:02}-{day:02}")
}

/// A date in the newest of the live tax years.
fn live_today() -> Date {
    Date { year: FIGURES.tax_years.last().unwrap().year.starts(), ..TODAY }
}

/// The answer that the program prints.
fn printed(query: &str, today: Date) -> String {
    let output = estimate(&["--date", &written(today), query], b"");
    assert!(output.status.success(), "{query}: {output:?}");
    assert!(output.stderr.is_empty(), "{query}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The path of every member of an object, and of the objects in it.
fn members(value: &Value) -> BTreeSet<String> {
    let Value::Object(object) = value else { return BTreeSet::new() };
    let below = |name: &String| {
        let paths = members(&object[name]).into_iter().map(move |path| format!("{name}.{path}"));
        paths.collect::<Vec<_>>()
    };
    object.keys().flat_map(|name| below(name).into_iter().chain([name.clone()])).collect()
}

#[test]
fn an_answer_has_every_key_of_the_contract() {
    let expected = json!({
        "version": 1,
        "input": {
            "view": "compare", "discipline": "machine-learning", "seniority": "senior", "specialism": "nlp",
            "location": "london", "salary": 105_000, "bonus": 7.5, "pension": 0,
            "pensionMethod": "salary-sacrifice", "employerPension": 0, "dayRate": 600.5, "days": 220,
            "umbrellaMargin": 25, "expenses": 2_000, "contractPension": 0, "taxYear": "2026-27",
            "taxRegion": "rest-of-uk", "studentLoan": ["plan-2", "postgraduate"]
        },
        "permanent": {
            "published": {"low": 85_000, "high": 110_000, "openEnded": true},
            "low": 100_000, "typical": 114_500, "high": 141_000
        },
        "contract": {
            "published": {"low": 500, "high": 650, "openEnded": false},
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
    assert_eq!(answer(EVERYTHING), expected);
    assert_eq!(line(EVERYTHING, figures(), TODAY).matches('\n').count(), 1, "one line");
}

#[test]
fn the_program_prints_an_answer_with_the_same_keys() {
    let query = "view=compare&salary=105000&bonus=7.5&day-rate=600.5&student-loan=plan-2,postgraduate";
    let text = printed(query, live_today());
    assert_eq!(text.matches('\n').count(), 1, "one line: {text}");
    let answer = parsed(&text);
    assert_eq!(members(&answer), members(&self::answer(EVERYTHING)));
    assert_eq!(answer["version"], 1);
    assert_eq!(answer["problems"], json!([]));
    let role = FIGURES.first_discipline();
    assert_eq!(answer["input"]["discipline"], role.slug);
    assert_eq!(answer["input"]["specialism"], role.first_specialism().slug);
    assert_eq!(answer["data"]["market"], role.edition);
    assert_eq!(answer["data"]["taxYear"], FIGURES.tax_years.last().unwrap().slug);
}

#[test]
fn the_program_prints_what_the_library_answers() {
    let roles = FIGURES.disciplines.iter().flat_map(Discipline::roles).map(|role| {
        let scenario = Scenario { role, ..Scenario::new(&FIGURES) };
        query::write(&scenario).to_string()
    });
    let years = FIGURES.tax_years.iter().map(|rules| format!("view=compare&tax-year={}", rules.slug));
    let others = [
        "",
        "view=compare&salary=£95,000&day-rate=600.5&student-loan=plan-2,postgraduate&tax-region=scotland",
        "salary=50000&pension=100&pension-method=net-pay",
        "day-rate=100&days=100&contract-pension=10000",
        "discipline=wizardry&specialism=wizard&seniority=wizard&days=0",
    ];
    let queries: Vec<_> = roles.chain(years).chain(others.map(str::to_owned)).collect();
    for today in [live_today(), FAR] {
        let output = estimate(&["--date", &written(today), "-"], queries.join("\n").as_bytes());
        assert!(output.status.success());
        let expected: String = queries.iter().map(|query| line(query, &FIGURES, today)).collect();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    }
    for query in others {
        assert_eq!(printed(query, live_today()), line(query, &FIGURES, live_today()), "{query}");
    }
}

#[test]
fn a_missing_salary_or_rate_is_the_typical_one() {
    for answer in [answer(""), parsed(&printed("", live_today()))] {
        assert_eq!(answer["input"]["salary"], answer["permanent"]["typical"]);
        assert_eq!(answer["input"]["dayRate"], answer["contract"]["dayRate"]["typical"]);
        assert_eq!(answer["input"]["seniority"], "mid");
    }
}

#[test]
fn a_bad_value_takes_its_default_and_is_reported() {
    let answer = answer("seniority=wizard&days=0&location=regional&discipline=gardening");
    assert_eq!(answer["input"]["discipline"], "machine-learning");
    assert_eq!(answer["input"]["seniority"], "mid");
    assert_eq!(answer["input"]["days"], 220);
    assert_eq!(answer["input"]["location"], "regional");
    let expected = json!([
        {
            "key": "discipline", "value": "gardening",
            "message": "We did not recognise “gardening”. Use machine-learning or platform-engineering."
        },
        {
            "key": "seniority", "value": "wizard",
            "message": "We did not recognise “wizard”. Use junior, mid, senior or lead."
        },
        {"key": "days", "value": "0", "message": "“0” is out of range. Enter 1 to 260 days."}
    ]);
    assert_eq!(answer["problems"], expected);
}

#[test]
fn another_discipline_is_answered_from_its_own_sheets() {
    let answer =
        answer("discipline=platform-engineering&specialism=kubernetes&seniority=senior&location=regional");
    assert_eq!(answer["input"]["discipline"], "platform-engineering");
    assert_eq!(answer["input"]["specialism"], "kubernetes");
    let permanent = json!({
        "published": {"low": 75_000, "high": 97_000, "openEnded": true},
        "low": 75_000, "typical": 85_000, "high": 104_500
    });
    assert_eq!(answer["permanent"], permanent);
    assert_eq!(answer["contract"]["published"], json!({"low": 450, "high": 600, "openEnded": false}));
    assert_eq!(answer["contract"]["dayRate"], json!({"low": 495, "typical": 570, "high": 655}));
    assert_eq!(answer["data"], json!({"market": "2024", "taxYear": "2026-27"}));
    assert_eq!(answer["problems"], json!([]));
}

#[test]
fn a_day_after_the_last_tax_year_has_no_take_home_pay() {
    let today = Date { year: 2027, month: 4, day: 6 };
    let known = |query| parsed(&line(query, figures_until_today(), today));
    let far = |query: &str| parsed(&printed(query, FAR));
    for (answer, year) in [(known(""), "2027-28"), (far(""), "2090-91")] {
        assert_eq!((&answer["input"]["taxYear"], &answer["data"]["taxYear"]), (&Value::Null, &Value::Null));
        assert_eq!((&answer["takeHome"], &answer["breakEven"]), (&Value::Null, &Value::Null));
        let message = format!(
            "There are no tax figures for {year}, so take-home pay and the break-even are not available."
        );
        assert_eq!(answer["problems"], json!([{"key": "tax-year", "value": year, "message": message}]));
        assert!(answer["permanent"]["typical"].is_number() && answer["contract"]["dayRate"].is_object());
    }
    // A year that is named is used on any date.
    let answer = known("tax-year=2025-26");
    assert_eq!((&answer["data"]["taxYear"], &answer["problems"]), (&json!("2025-26"), &json!([])));
    assert_eq!(answer["takeHome"]["permanent"]["net"], 55_507.4);
    for rules in FIGURES.tax_years {
        let answer = far(&format!("tax-year={}", rules.slug));
        assert_eq!((&answer["data"]["taxYear"], &answer["problems"]), (&json!(rules.slug), &json!([])));
        assert!(answer["takeHome"]["permanent"]["net"].is_number() && answer["breakEven"].is_object());
    }
}

#[test]
#[allow(clippy::too_many_lines)] // a table
fn a_part_that_cannot_be_computed_is_null_with_a_reason() {
    // The query, the parts that are null, and the problems.
    let cases = [
        (
            "salary=50000&pension=100&pension-method=net-pay",
            &["permanent"][..],
            &[(
                "pension",
                "100",
                "100% is more than a permanent job at this pay can pay: at most 94.01%. Its take-home pay is not \
                 available.",
            )][..],
        ),
        (
            "day-rate=100&days=10&umbrella-margin=500.01",
            &["outsideIr35"],
            &[
                ("umbrella-margin", "500.01", "“500.01” is out of range. Enter £0 to £500."),
                (
                    "expenses",
                    "2000",
                    "£2,000 is more than a contract outside IR35 at this rate can pay: at most £1,000. Its take-home pay \
                     is not available.",
                ),
            ],
        ),
        (
            "day-rate=99.99&days=10&umbrella-margin=500&expenses=0",
            &["insideIr35"],
            &[(
                "umbrella-margin",
                "500",
                "£500 is more than a contract inside IR35 at this rate can pay: at most £499.95. Its take-home pay is not \
                 available.",
            )],
        ),
        (
            "day-rate=100&days=100&contract-pension=10000",
            &["insideIr35", "outsideIr35"],
            &[
                (
                    "contract-pension",
                    "10000",
                    "£10,000 is more than a contract inside IR35 at this rate can pay: at most £9,500. Its take-home pay \
                     is not available.",
                ),
                (
                    "contract-pension",
                    "10000",
                    "£10,000 is more than a contract outside IR35 at this rate can pay: at most £8,000. Its take-home pay \
                     is not available.",
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
        let expected: Vec<_> = problems
            .iter()
            .map(|(key, value, message)| json!({"key": key, "value": value, "message": message}))
            .collect();
        assert_eq!(answer["problems"], json!(expected), "{query}");
    }
}

#[test]
fn the_program_reads_one_input_a_line_and_prints_one_line_each() {
    let output = estimate(&["-"], b"seniority=lead\n\nsalary=\xff\xfe\r\n#seniority=junior");
    assert!(output.status.success());
    let answers: Vec<_> = String::from_utf8(output.stdout).unwrap().lines().map(parsed).collect();
    let levels: Vec<_> = answers.iter().map(|answer| &answer["input"]["seniority"]).collect();
    assert_eq!(levels, ["lead", "mid", "mid", "junior"]);
    assert_eq!(answers[2]["problems"][0]["key"], "salary");
}

#[test]
fn the_program_explains_its_usage() {
    for (arguments, message) in [
        (&["--date", "2026-02-31", ""][..], "2026-02-31 is not a day"),
        (&["--date=tomorrow", ""], "tomorrow is not a day"),
        (&["--date"], "--date needs a day"),
        (&[], "an input is missing"),
        (&["--verbose", ""], "there is no option --verbose"),
        (&["a", "b"], "more than one input"),
    ] {
        let output = estimate(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let printed = String::from_utf8(output.stderr).unwrap();
        assert!(printed.contains(message), "{printed}");
        assert!(printed.contains("Usage:"), "{printed}");
        assert!(output.stdout.is_empty());
    }
    let help = estimate(&["--help"], b"");
    assert!(help.status.success() && help.stdout.starts_with(b"Usage:"));
    let day = written(live_today());
    let joined = estimate(&[&format!("--date={day}"), ""], b"");
    assert_eq!(String::from_utf8(joined.stdout).unwrap(), printed("", live_today()));
}
