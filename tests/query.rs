//! The query string: it is read back as written, and no text breaks anything.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod common;

use proptest::prelude::*;
use salary_calculator::state::answer_json;
use salary_calculator::state::draft::Draft;
use salary_calculator::state::event::Event;
use salary_calculator::state::input::{Key, Kind, View};
use salary_calculator::state::model::State;
use salary_calculator::state::problem::{Complaint, Problem, Range, Reason, Unit};
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::text::{Hundredths, Text};
use salary_calculator::state::update::update;
use salary_calculator::view::copy;
use serde_json::Value;

use common::{TODAY, figures};

/// The default question in a discipline.
fn asked_in(discipline: &str) -> Scenario {
    let mut scenario = Scenario::new(figures());
    scenario.enter(Key::Discipline, discipline).unwrap();
    scenario
}

fn slugs(key: Key, scenario: &Scenario) -> Vec<String> {
    key.words(scenario).into_iter().map(|word| word.slug.to_owned()).collect()
}

/// A discipline; often empty, which means the first.
fn discipline() -> impl Strategy<Value = String> {
    let disciplines = slugs(Key::Discipline, &Scenario::new(figures()));
    prop_oneof![1 => Just(String::new()), 2 => proptest::sample::select(disciplines)]
}

/// A text that an input accepts, in the discipline of a scenario.
fn good(key: Key, scenario: &Scenario) -> BoxedStrategy<String> {
    match key.input().kind {
        Kind::Choice(_) => proptest::sample::select(slugs(key, scenario)).boxed(),
        Kind::List(_) => {
            let all = slugs(key, scenario);
            let some = 0..=all.len();
            proptest::sample::subsequence(all, some).prop_shuffle().prop_map(|slugs| slugs.join(",")).boxed()
        }
        Kind::Number(Range { least, most, unit: Unit::Days }, _) => {
            (least..=most).prop_map(|days| days.to_string()).boxed()
        }
        Kind::Number(Range { least, most, .. }, _) => {
            (least..=most).prop_map(|number| format!("{}.{:02}", number / 100, number % 100)).boxed()
        }
    }
}

/// A draft in which every text is usable or empty.
fn good_draft() -> impl Strategy<Value = Draft> {
    discipline().prop_flat_map(|discipline| {
        let scenario = asked_in(&discipline);
        let text = |&key: &Key| {
            if key == Key::Discipline {
                return Just(discipline.clone()).boxed();
            }
            prop_oneof![Just(String::new()), good(key, &scenario)].boxed()
        };
        Key::ALL.iter().map(text).collect::<Vec<_>>().prop_map(|texts| {
            let mut draft = Draft::default();
            for (&key, text) in Key::ALL.iter().zip(texts) {
                draft.enter(key, text);
            }
            draft
        })
    })
}

/// A text that someone may write: a usable one, one at or just outside an end of the range, or nonsense.
fn value(key: Key, scenario: &Scenario) -> BoxedStrategy<String> {
    let nonsense = proptest::sample::select(BAD.map(str::to_owned).to_vec());
    let any = prop_oneof![6 => good(key, scenario), 1 => nonsense, 1 => ".{0,12}"];
    let Some(range) = key.range() else { return any.boxed() };
    let one = if range.unit == Unit::Days { 1 } else { 100 };
    let ends = proptest::sample::select(vec![range.least, range.most]);
    let end = (ends, -2..=2_i64)
        .prop_map(move |(end, off)| Text::of(Hundredths((end + off) * 100 / one)).to_string());
    let small = (0..=3_000_i64).prop_map(|number| Text::of(Hundredths(number * 100)).to_string());
    prop_oneof![3 => any, 1 => end, 1 => small].boxed()
}

/// Keys with values in any order, some of them twice, with unknown keys among them. The specialisms are those of one
/// discipline; the discipline is any.
fn any_query() -> impl Strategy<Value = String> {
    discipline().prop_flat_map(|discipline| {
        let scenario = asked_in(&discipline);
        let known = proptest::sample::select(Key::ALL).prop_flat_map(move |key| {
            value(key, &scenario).prop_map(move |text| format!("{}={text}", key.slug()))
        });
        proptest::collection::vec(prop_oneof![12 => known, 1 => "[a-z-]{0,8}=?.{0,6}"], 0..14)
            .prop_map(|pairs| pairs.join("&"))
    })
}

/// The answer to a draft as text.
fn answer_text(draft: &Draft) -> String {
    answer_json::of(draft, figures(), TODAY, copy::problem).into()
}

/// The answer to a draft.
fn answer(draft: &Draft) -> Value {
    serde_json::from_str(&answer_text(draft)).unwrap()
}

/// The numbers in a part of an answer. Anything else becomes NaN, which no test accepts.
fn numbers(part: &Value) -> Vec<f64> {
    part.as_object().unwrap().values().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect()
}

/// The members of `input`, in order. Its values are numbers and slugs, which contain neither braces nor colons.
fn input_names(answer: &str) -> Vec<&str> {
    let (_, input) = answer.split_once("\"input\":{").unwrap();
    let (input, _) = input.split_once('}').unwrap();
    let mut names: Vec<_> =
        input.split("\":").map(|before| before.rsplit_once('"').map_or("", |(_, name)| name)).collect();
    // The last piece is a value.
    names.pop();
    names
}

/// The name of a key in the JSON: `dayRate` for `day-rate`.
fn camel_case(key: Key) -> String {
    let mut words = key.slug().split('-').map(str::to_owned);
    let first = words.next().unwrap();
    words.fold(first, |name, mut word| {
        word[..1].make_ascii_uppercase();
        name + &word
    })
}

/// The query string of an answer's `input`.
fn query_of(input: &Value) -> String {
    let pair = |&key: &Key| {
        let text = match &input[camel_case(key)] {
            Value::Null => String::new(),
            Value::String(slug) => slug.clone(),
            Value::Number(number) => number.to_string(),
            Value::Array(slugs) => {
                slugs.iter().map(|slug| slug.as_str().unwrap()).collect::<Vec<_>>().join(",")
            }
            other => panic!("{key:?} is {other}"),
        };
        format!("{}={text}", key.slug())
    };
    Key::ALL.iter().map(pair).collect::<Vec<_>>().join("&")
}

fn assert_has_every_input(answer: &str) {
    let expected: Vec<_> = Key::ALL.iter().map(|&key| camel_case(key)).collect();
    assert_eq!(input_names(answer), expected, "{answer}");
}

fn message(problem: &Problem, scenario: &Scenario) -> Text {
    copy::problem(&Complaint::of(problem, scenario))
}

proptest! {
    #[test]
    fn any_query_has_an_answer_without_negative_amounts(query in any_query()) {
        let text = answer_text(&query::read(&query));
        assert_has_every_input(&text);
        let answer: Value = serde_json::from_str(&text).unwrap();
        let take_home = answer["takeHome"].as_object().unwrap();
        let mut left_out = 0;
        for part in take_home.values() {
            if part.is_null() {
                left_out += 1;
                continue;
            }
            let numbers = numbers(part);
            // No input brings in a hundred million pounds.
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
    fn a_written_query_is_read_back_the_same(draft in good_draft()) {
        let (scenario, problems) = Scenario::of(&draft, figures());
        prop_assert_eq!(&problems, &[]);
        let written = query::write(&scenario);
        let (again, problems) = Scenario::of(&query::read(&written), figures());
        prop_assert_eq!(&problems, &[]);
        prop_assert_eq!(&again, &scenario);
        prop_assert_eq!(query::write(&again), written);
    }

    #[test]
    fn the_input_of_an_answer_gives_the_same_answer(draft in good_draft()) {
        let answered = answer(&draft);
        let again = answer(&query::read(&query_of(&answered["input"])));
        prop_assert_eq!(again, answered);
    }

    #[test]
    fn the_canonical_form_needs_no_escapes(draft in good_draft()) {
        let written = query::write(&Scenario::of(&draft, figures()).0);
        let safe = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-=&.,".contains(&byte);
        prop_assert!(written.bytes().all(safe), "{}", written);
    }

    #[test]
    fn any_text_at_all_has_an_answer(text in any::<String>()) {
        let answer = answer_text(&query::read(&text));
        assert_has_every_input(&answer);
        let _: Value = serde_json::from_str(&answer).unwrap();
    }

    #[test]
    fn any_text_of_any_key_is_used_or_takes_its_default_with_a_problem(
        key in proptest::sample::select(Key::ALL), text in any::<String>(),
    ) {
        let mut draft = Draft::default();
        draft.enter(key, text.clone());
        let (scenario, problems) = Scenario::of(&draft, figures());
        match problems.as_slice() {
            [] => {
                for &other in Key::ALL.iter().filter(|&&other| other != key) {
                    prop_assert_eq!(scenario.text(other), Scenario::new(figures()).text(other));
                }
            }
            [problem] => {
                prop_assert_eq!((problem.key, problem.value.as_str()), (key, text.as_str()));
                prop_assert_eq!(scenario, Scenario::new(figures()));
                prop_assert!(!message(problem, &scenario).is_empty());
            }
            more => prop_assert!(false, "{:?}", more),
        }
    }

    #[test]
    fn no_typing_loses_the_last_answer(texts in proptest::collection::vec(any::<String>(), 1..8)) {
        let query = "salary=105000&day-rate=600&days=200";
        let mut state = std::rc::Rc::new(State::from_query(query, figures(), TODAY));
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

/// Nonsense, huge and negative numbers, markup, Unicode, control characters.
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
fn a_bad_value_takes_its_default_and_is_reported() {
    let long = "9".repeat(100_000);
    let default = Scenario::new(figures());
    for &key in Key::ALL {
        for bad in BAD.into_iter().chain([long.as_str()]) {
            let mut draft = Draft::default();
            draft.enter(key, bad);
            let (scenario, problems) = Scenario::of(&draft, figures());
            assert_eq!(scenario, default, "{key:?} {bad:.40}");
            let [problem] = problems.as_slice() else { panic!("{key:?} {bad:.40}: {problems:?}") };
            assert_eq!((problem.key, problem.value.as_str()), (key, bad));
            let message = message(problem, &scenario);
            assert!(!message.is_empty() && message.chars().count() < 250, "{message}");
        }
    }
}

#[test]
fn an_empty_value_takes_its_default_and_is_not_reported() {
    for &key in Key::ALL {
        for empty in ["", " ", "\t\u{a0}"] {
            let mut draft = Draft::default();
            draft.enter(key, empty);
            assert_eq!(Scenario::of(&draft, figures()), (Scenario::new(figures()), Vec::new()), "{key:?}");
        }
    }
}

#[test]
fn a_specialism_of_another_discipline_takes_the_first_one_and_is_reported() {
    let mut seen = 0;
    for other in figures().disciplines {
        for discipline in figures().disciplines {
            let own = slugs(Key::Specialism, &asked_in(discipline.slug));
            for specialism in other.specialisms.iter().map(|specialism| specialism.slug) {
                let (chosen, reported) = if own.iter().any(|slug| slug == specialism) {
                    (specialism, None)
                } else {
                    (discipline.first_specialism().slug, Some(specialism))
                };
                let query = format!("specialism={specialism}&discipline={}", discipline.slug);
                let (scenario, problems) = Scenario::of(&query::read(&query), figures());
                assert_eq!(scenario.role.discipline.slug, discipline.slug, "{query}");
                assert_eq!(scenario.role.specialism.slug, chosen, "{query}");
                let problem = |value: &str| Problem {
                    key: Key::Specialism,
                    value: value.into(),
                    reason: Reason::NotAChoice,
                };
                assert_eq!(problems, reported.map(problem).into_iter().collect::<Vec<_>>(), "{query}");
                // The message names the words that the discipline has.
                for problem in &problems {
                    let message = message(problem, &scenario);
                    assert!(own.iter().all(|slug| message.contains(slug.as_str())), "{message}");
                }
                seen += problems.len();
            }
        }
    }
    // Each discipline has specialisms that the other lacks.
    assert_eq!(seen, 4 + 2);
    let answer = answer(&query::read("discipline=platform-engineering&specialism=nlp"));
    assert_eq!(answer["input"]["discipline"], "platform-engineering");
    assert_eq!(answer["input"]["specialism"], "generalist");
    let problem = serde_json::json!([{
        "key": "specialism", "value": "nlp",
        "message": "We did not recognise “nlp”. Use generalist, kubernetes or site-reliability."
    }]);
    assert_eq!(answer["problems"], problem);
}

#[test]
fn reads_what_links_carry() {
    // A link and its canonical form.
    let cases = [
        ("", ""),
        ("#", ""),
        ("#seniority=senior&specialism=nlp", "seniority=senior&specialism=nlp"),
        ("location=london&seniority=mid&days=220", ""),
        ("discipline=machine-learning", ""),
        (
            "specialism=kubernetes&discipline=platform-engineering",
            "discipline=platform-engineering&specialism=kubernetes",
        ),
        ("discipline=platform-engineering&specialism=generalist", "discipline=platform-engineering"),
        ("specialism=kubernetes", ""),
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
        assert_eq!(query::write(&Scenario::of(&query::read(link), figures()).0), canonical, "{link}");
    }
}

#[test]
fn keys_are_written_in_the_order_of_the_contract() {
    let contract = [
        "view",
        "discipline",
        "seniority",
        "specialism",
        "location",
        "salary",
        "bonus",
        "pension",
        "pension-method",
        "employer-pension",
        "day-rate",
        "days",
        "umbrella-margin",
        "expenses",
        "contract-pension",
        "tax-year",
        "tax-region",
        "student-loan",
    ];
    let everything = "student-loan=plan-1&tax-region=scotland&tax-year=2025-26&contract-pension=1&expenses=1\
        &umbrella-margin=1&days=1&day-rate=1&employer-pension=1&pension-method=net-pay&pension=1&bonus=1&salary=1\
        &location=regional&specialism=kubernetes&seniority=lead&discipline=platform-engineering&view=compare";
    let (scenario, problems) = Scenario::of(&query::read(everything), figures());
    assert_eq!(problems, []);
    let written = query::write(&scenario);
    let keys: Vec<_> = written.split('&').map(|pair| pair.split('=').next().unwrap()).collect();
    assert_eq!(keys, contract);
    let all: Vec<_> = Key::ALL.iter().map(|key| key.slug()).collect();
    assert_eq!(all, contract);
    // Read from last to first, they make the same scenario.
    let reversed: Vec<_> = written.split('&').rev().collect();
    assert_eq!(reversed.join("&"), everything);
    assert_has_every_input(&answer_text(&query::read(everything)));
    assert_eq!(View::ALL.len(), 3);
}
