//! The query string: what is written is read back the same, and nothing that can be given breaks anything.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use proptest::prelude::*;
use salary_calculator::domain::tax_year::Date;
use salary_calculator::domain::text::{Hundredths, Text};
use salary_calculator::state::answer;
use salary_calculator::state::draft::Draft;
use salary_calculator::state::event::Event;
use salary_calculator::state::key::{Key, View};
use salary_calculator::state::model::State;
use salary_calculator::state::problem::Unit;
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::update::update;
use salary_calculator::view::copy;
use serde_json::Value;

const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// A text that an input takes.
fn good(key: Key) -> BoxedStrategy<String> {
    let choice = |values: &[&str]| {
        proptest::sample::select(values.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    let hundredths = |least: i64, most: i64| {
        (least..=most).prop_map(|number| format!("{}.{:02}", number / 100, number % 100)).boxed()
    };
    match key {
        Key::View => choice(&["permanent", "contract", "compare"]).boxed(),
        Key::Seniority => choice(&["junior", "mid", "senior", "lead"]).boxed(),
        Key::Specialism => {
            choice(&["generalist", "deep-learning", "nlp", "computer-vision", "mlops"]).boxed()
        }
        Key::Location => choice(&["london", "regional"]).boxed(),
        Key::TaxYear => choice(&["2025-26", "2026-27"]).boxed(),
        Key::TaxRegion => choice(&["rest-of-uk", "scotland"]).boxed(),
        Key::PensionMethod => choice(&["salary-sacrifice", "net-pay", "relief-at-source"]).boxed(),
        Key::StudentLoan => {
            proptest::sample::subsequence(vec!["plan-1", "plan-2", "plan-4", "plan-5", "postgraduate"], 0..=5)
                .prop_shuffle()
                .prop_map(|plans| plans.join(","))
                .boxed()
        }
        Key::Days => (1..=260).prop_map(|days: i32| days.to_string()).boxed(),
        Key::Salary => hundredths(100, 1_000_000_000),
        Key::DayRate => hundredths(100, 2_000_000),
        Key::Bonus => hundredths(0, 20_000),
        Key::Pension | Key::EmployerPension => hundredths(0, 10_000),
        Key::UmbrellaMargin => hundredths(0, 50_000),
        Key::Expenses => hundredths(0, 100_000_000),
        Key::ContractPension => hundredths(0, 1_000_000_000),
    }
}

/// A draft in which every input makes sense or is left out.
fn good_draft() -> impl Strategy<Value = Draft> {
    let texts: Vec<_> = Key::ALL.iter().map(|&key| prop_oneof![Just(String::new()), good(key)]).collect();
    texts.prop_map(|texts| {
        let mut draft = Draft::default();
        for (&key, text) in Key::ALL.iter().zip(texts) {
            draft.enter(key, text);
        }
        draft
    })
}

/// A value as anyone might write it: one that makes sense, one at or just beyond an end of what is taken, nonsense.
fn value(key: Key) -> BoxedStrategy<String> {
    let nonsense = proptest::sample::select(BAD.map(str::to_owned).to_vec());
    let any = prop_oneof![6 => good(key), 1 => nonsense, 1 => ".{0,12}"];
    let Some(range) = key.range() else { return any.boxed() };
    let one = if range.unit == Unit::Days { 1 } else { 100 };
    let ends = proptest::sample::select(vec![range.least, range.most]);
    let end = (ends, -2..=2_i64)
        .prop_map(move |(end, off)| Text::of(Hundredths((end + off) * 100 / one)).to_string());
    let small = (0..=3_000_i64).prop_map(|number| Text::of(Hundredths(number * 100)).to_string());
    prop_oneof![3 => any, 1 => end, 1 => small].boxed()
}

/// Keys with values, some given twice, with others that nobody has heard of, in any order.
fn any_query() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(Key::ALL)
        .prop_flat_map(|key| value(key).prop_map(move |text| format!("{}={text}", key.slug())));
    proptest::collection::vec(prop_oneof![12 => known, 1 => "[a-z-]{0,8}=?.{0,6}"], 0..14)
        .prop_map(|pairs| pairs.join("&"))
}

/// The numbers in a part of an answer; a number that is none would be written as null, and is none of these.
fn numbers(part: &Value) -> Vec<f64> {
    part.as_object().unwrap().values().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect()
}

proptest! {
    #[test]
    fn any_query_gives_an_answer_in_which_nothing_is_negative(query in any_query()) {
        let answer: Value = serde_json::from_str(&answer::of(&query::read(&query), TODAY, copy::problem)).unwrap();
        let take_home = answer["takeHome"].as_object().unwrap();
        let mut left_out = 0;
        for part in take_home.values() {
            if part.is_null() {
                left_out += 1;
                continue;
            }
            let numbers = numbers(part);
            // Nothing that an input allows comes to a hundred million pounds.
            prop_assert!(numbers.iter().all(|number| (0.0..1e8).contains(number)), "{}", part);
        }
        prop_assert!(answer["problems"].as_array().unwrap().len() >= left_out);
        prop_assert_eq!(answer["breakEven"].is_null(), take_home["permanent"].is_null());
        if !answer["breakEven"].is_null() {
            let rates = numbers(&answer["breakEven"]);
            prop_assert!(rates.iter().all(|rate| *rate >= 1.0 && rate.fract() == 0.0), "{:?}", rates);
        }
    }

    #[test]
    fn what_is_written_is_read_back_the_same(draft in good_draft()) {
        let (scenario, problems) = Scenario::of(&draft);
        prop_assert_eq!(&problems, &[]);
        let written = query::write(&scenario);
        let (again, problems) = Scenario::of(&query::read(&written));
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &scenario);
        prop_assert_eq!(query::write(&again), written);
    }

    #[test]
    fn the_canonical_form_needs_no_escapes(draft in good_draft()) {
        let written = query::write(&Scenario::of(&draft).0);
        let safe = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-=&.,".contains(&byte);
        prop_assert!(written.bytes().all(safe), "{}", written);
    }

    #[test]
    fn any_text_at_all_gives_an_answer(text in any::<String>()) {
        let _: Value = serde_json::from_str(&answer::of(&query::read(&text), TODAY, copy::problem)).unwrap();
    }

    #[test]
    fn any_value_of_any_key_gives_its_value_or_its_default_with_a_problem(
        key in proptest::sample::select(Key::ALL), text in any::<String>(),
    ) {
        let mut draft = Draft::default();
        draft.enter(key, text.clone());
        let (scenario, problems) = Scenario::of(&draft);
        match problems.as_slice() {
            [] => {}
            [problem] => {
                prop_assert_eq!((problem.key, problem.value.as_str()), (key, text.as_str()));
                prop_assert_eq!(scenario, Scenario::default());
                prop_assert!(!copy::problem(problem).is_empty());
            }
            more => prop_assert!(false, "{:?}", more),
        }
    }

    #[test]
    fn no_typing_loses_the_last_answer(texts in proptest::collection::vec(any::<String>(), 1..8)) {
        let mut state = std::rc::Rc::new(State::from_query("salary=105000&day-rate=600&days=200", TODAY));
        for text in texts {
            for key in [Key::Salary, Key::DayRate, Key::Days] {
                let (next, _) = update(&state, Event::EnteredText(key, text.clone()));
                if next.problem(key).is_some() {
                    prop_assert_eq!(&next.scenario, &state.scenario);
                }
                state = next;
            }
        }
    }
}

/// Nonsense, huge, negative, markup, unicode, control characters.
const BAD: [&str; 14] = [
    "wizard",
    "99999999999999999999999999999999",
    "-1",
    "1e9",
    "NaN",
    "Infinity",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "🦀🦀🦀",
    "٣٤٥",
    "\u{0}",
    "\u{202e}fdp.exe",
    "0x10",
    "'; DROP TABLE bands; --",
];

#[test]
fn every_key_reports_a_bad_value_and_takes_its_default() {
    let long = "9".repeat(100_000);
    for &key in Key::ALL {
        for bad in BAD.into_iter().chain([long.as_str()]) {
            let mut draft = Draft::default();
            draft.enter(key, bad);
            let (scenario, problems) = Scenario::of(&draft);
            assert_eq!(scenario, Scenario::default(), "{key:?} {bad:.40}");
            assert_eq!(problems.len(), 1, "{key:?} {bad:.40}");
            let message = copy::problem(&problems[0]);
            assert!(message.chars().count() < 250, "{message}");
        }
        for empty in ["", " ", "\t\u{a0}"] {
            let mut draft = Draft::default();
            draft.enter(key, empty);
            assert_eq!(Scenario::of(&draft), (Scenario::default(), Vec::new()), "{key:?}");
        }
    }
}

#[test]
fn reads_what_links_carry() {
    // A link, and its canonical form.
    let cases = [
        ("", ""),
        ("#", ""),
        ("#seniority=senior&specialism=nlp", "seniority=senior&specialism=nlp"),
        ("location=london&seniority=mid&days=220", ""),
        ("salary=%C2%A395%2C000", "salary=95000"),
        ("salary=95k&unknown=1&=&&&days", "salary=95000"),
        ("salary=+95+000.50+", "salary=95000.5"),
        ("days=200&days=100", "days=200"),
        ("days=&days=100", "days=100"),
        ("student-loan=postgraduate, plan-2,plan-2", "student-loan=plan-2,postgraduate"),
        ("bonus=7.5%25&pension=5%25", "bonus=7.5&pension=5"),
        ("seniority=SENIOR", ""),
        ("seniority=%ff%fe", ""),
        ("salary=%zz", ""),
    ];
    for (link, canonical) in cases {
        assert_eq!(query::write(&Scenario::of(&query::read(link)).0), canonical, "{link}");
    }
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let everything = "contract-pension=1&expenses=1&umbrella-margin=1&student-loan=plan-1&employer-pension=1\
        &pension-method=net-pay&pension=1&tax-region=scotland&tax-year=2025-26&days=1&day-rate=1&bonus=1&salary=1\
        &location=regional&specialism=nlp&seniority=lead&view=compare";
    let written = query::write(&Scenario::of(&query::read(everything)).0);
    let keys: Vec<_> = written.split('&').map(|pair| pair.split('=').next().unwrap()).collect();
    let expected: Vec<_> = Key::ALL.iter().map(|key| key.slug()).collect();
    assert_eq!(keys, expected);
    assert_eq!(View::ALL.len(), 3);
}
