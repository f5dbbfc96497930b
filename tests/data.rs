//! The data files: broken rows are named, and every figure reaches an answer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop
#![allow(missing_docs, dead_code, unreachable_pub)]

use std::fmt::Write as _;
use std::fs;

use salary_calculator::data::ASSUMPTIONS;
use salary_calculator::domain;
use salary_calculator::domain::choice::{ByStudentLoan, PensionMethod, Profile, StudentLoan, TaxRegion};
use salary_calculator::domain::estimate;
use salary_calculator::domain::money::{BasisPoints, BillableDays, Exact, Money};
use salary_calculator::domain::take_home::permanent::{self, Job};
use salary_calculator::domain::take_home::{Contract, Taxpayer, inside, outside};
use salary_calculator::domain::tax::rules::TaxRules;
use salary_calculator::domain::tax::student_loan;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::view::copy;

#[path = "../src/data/read.rs"]
mod read;
#[path = "../src/data/read_tax.rs"]
mod read_tax;
#[path = "../src/data/sheet.rs"]
mod sheet;

use read::Figures;

/// Reads the data files with one text in one of them replaced by another.
fn read_with(file: &str, old: &str, new: &str) -> Result<Figures, Vec<String>> {
    read::read(&|path| {
        let text = self::open(path)?;
        if !path.ends_with(file) {
            return Ok(text);
        }
        assert!(text.contains(old), "{path} has no {old}");
        Ok(text.replacen(old, new, 1))
    })
}

#[test]
fn the_files_are_in_order() {
    let figures = read_with("bands.toml", "[mid]", "[mid]");
    assert_eq!(figures.map(|_| ()), Ok(()));
}

#[test]
#[allow(clippy::too_many_lines)] // a table
fn a_broken_row_is_named_with_its_file_and_the_rule() {
    // File, text, what it becomes, and what the report must say.
    let cases = [
        (
            "bands.toml",
            "pounds = 70_000",
            "pounds = 90_000",
            "market/bands.toml: [mid] needs low <= typical <= high",
        ),
        (
            "bands.toml",
            "high = 55_000",
            "high = 39_999",
            "market/bands.toml: [junior] needs low <= typical <= high",
        ),
        (
            "bands.toml",
            "low = 60_000",
            "low = 0",
            "market/bands.toml: [mid] needs every amount to be from 1 to 1,000,000 pounds",
        ),
        (
            "bands.toml",
            "low = 40_000, high = 55_000",
            "low = 40_000",
            "market/bands.toml: [junior] needs high: the published band does not give it",
        ),
        (
            "bands.toml",
            "low = 110_000, open-ended = true",
            "low = 110_000",
            "market/bands.toml: [lead] needs high, or open-ended = true",
        ),
        (
            "bands.toml",
            "mark = \"modelled\"",
            "mark = \"guessed\"",
            "market/bands.toml: [junior] has the unknown mark \"guessed\"",
        ),
        (
            "bands.toml",
            "why = \"the middle of the published band\"",
            "why = \" \"",
            "market/bands.toml: [junior] needs a why: the figure is modelled",
        ),
        (
            "bands.toml",
            "source = \"article\"",
            "source = \"hearsay\"",
            "market/bands.toml: [junior] names the source \"hearsay\", which src/data/sources.toml does not have",
        ),
        ("bands.toml", "[lead]", "[principal]", "unknown field `principal`"),
        ("bands.toml", "typical   =", "typicla   =", "unknown field `typicla`"),
        ("bands.toml", "pounds = 47_500", "pounds = \"47,500\"", "bands.toml: TOML parse error at line 8"),
        (
            "day-rates.toml",
            "typical = 525",
            "typical = 425",
            "market/day-rates.toml: [mid] needs low <= typical <= high",
        ),
        (
            "day-rates.toml",
            "high   = 650",
            "high   = 450",
            "market/day-rates.toml: [published] needs low <= typical <= high",
        ),
        ("day-rates.toml", "[senior]", "[senior", "market/day-rates.toml: TOML parse error"),
        (
            "locations.toml",
            "salary   = 1.11",
            "salary   = 11.1",
            "market/locations.toml: [london] needs every multiplier to be from 0.5 to 2",
        ),
        (
            "locations.toml",
            "salary   = 1.11",
            "salary   = 1.11111",
            "market/locations.toml: [london] needs steps of 0.0001, not 1.11111",
        ),
        (
            "locations.toml",
            "salary   = 0.91",
            "salary   = 0.6",
            "market/locations.toml: [regional] takes the typical salary of junior generalist below the published low",
        ),
        (
            "locations.toml",
            "evidence = \"ashe\"",
            "evidence = \"ash\"",
            "market/locations.toml: [london] names the source \"ash\"",
        ),
        (
            "specialisms.toml",
            "high    = 15",
            "high    = 5",
            "market/specialisms.toml: [nlp] needs low <= typical <= high",
        ),
        (
            "specialisms.toml",
            "high    = 15",
            "high    = 101",
            "market/specialisms.toml: [nlp] needs every uplift to be from -50 to 100",
        ),
        (
            "sources.toml",
            "[convention]",
            "[conventions]",
            "data/sources.toml: [conventions] is used by no figure",
        ),
        ("sources.toml", "date      = \"2025\"", "when = 2025", "unknown field `when`"),
        (
            "also-published.toml",
            "high    = 68_000",
            "high    = 54_000",
            "market/also-published.toml: [Junior or entry level] needs low <= typical <= high",
        ),
        (
            "assumptions.toml",
            "value  = 220",
            "value  = 261",
            "data/assumptions.toml: [days] needs 1 to 260 days",
        ),
        (
            "assumptions.toml",
            "value  = 25",
            "value  = -25",
            "data/assumptions.toml: [umbrella-margin] needs an amount that is not negative",
        ),
        (
            "assumptions.toml",
            "unit   = \"pounds a week\"",
            "unit   = \"pounds\"",
            "data/assumptions.toml: [umbrella-margin] needs the unit \"pounds a week\", not \"pounds\"",
        ),
        (
            "2026-27.toml",
            "checked-on = \"2026-11-23\"",
            "checked-on = \"23 November\"",
            "data/tax/2026-27.toml: [checked-on] needs a day such as 2026-11-23, not \"23 November\"",
        ),
        (
            "2026-27.toml",
            "to   = { pounds = 37_700",
            "to   = { pounds = 137_700",
            "data/tax/2026-27.toml: [income-tax] needs bands in ascending order, with an end to all but the last",
        ),
        (
            "2026-27.toml",
            "to   = { pounds = 125_140, law = \"Income Tax",
            "# to   = { pounds = 125_140, law = \"Income Tax",
            "data/tax/2026-27.toml: [income-tax] needs bands in ascending order, with an end to all but the last",
        ),
        (
            "2026-27.toml",
            "[[income-tax.rest-of-uk]]\nname = \"higher\"",
            "[[income-tax.scotland]]\nname = \"higher\"",
            "data/tax/2026-27.toml: [income-tax] needs three bands for the three rates on dividends",
        ),
        (
            "2026-27.toml",
            "name = \"basic\"",
            "name = \"standard\"",
            "data/tax/2026-27.toml: [income-tax.rest-of-uk] needs a band named \"basic\"",
        ),
        (
            "2026-27.toml",
            "percent = 10.75",
            "percent = 10.755",
            "data/tax/2026-27.toml: [dividends] needs steps of 0.01, not 10.755",
        ),
        (
            "2026-27.toml",
            "percent = 10.75",
            "percent = 110.75",
            "data/tax/2026-27.toml: [dividends] needs every rate to be from 0 to 100 per cent",
        ),
        (
            "2026-27.toml",
            "allowance       = { pounds = 500",
            "allowance       = { pounds = 0",
            "data/tax/2026-27.toml: [dividends] needs every threshold to be from 1 to 1,000,000 pounds",
        ),
        (
            "2026-27.toml",
            "primary-threshold    = { pounds = 12_570",
            "primary-threshold    = { pounds = 52_570",
            "data/tax/2026-27.toml: [national-insurance] needs thresholds in their order",
        ),
        (
            "2026-27.toml",
            "lower-limit        = { pounds = 50_000",
            "lower-limit        = { pounds = 60_000",
            "data/tax/2026-27.toml: [corporation-tax] needs a marginal relief that joins",
        ),
        (
            "2026-27.toml",
            "upper-limit        = { pounds = 250_000",
            "upper-limit        = { pounds = 25_000",
            "data/tax/2026-27.toml: [corporation-tax] needs thresholds in their order",
        ),
        (
            "2026-27.toml",
            "postgraduate          = { pounds = 21_000",
            "postgraduate          = { pounds = 14_569",
            "data/tax/2026-27.toml: [student-loans] needs loan thresholds above the primary threshold",
        ),
        (
            "2026-27.toml",
            "law = \"Finance Act 2016 s.99\"",
            "law = \"\"",
            "data/tax/2026-27.toml: [national-insurance] needs the law of every figure",
        ),
        (
            "2026-27.toml",
            "source = \"corporation-tax-rates\"",
            "source = \"hearsay\"",
            "data/tax/2026-27.toml: [corporation-tax] names the source \"hearsay\"",
        ),
        ("2026-27.toml", "main-rate            =", "maine-rate =", "unknown field `maine-rate`"),
    ];
    for (file, old, new, expected) in cases {
        let Err(faults) = read_with(file, old, new) else { panic!("{file}: {new} is taken") };
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{file}: {new}: {faults:#?}");
        assert!(faults.iter().all(|fault| fault.starts_with("src/data/")), "{faults:#?}");
    }
}

#[test]
fn an_unknown_key_names_its_line() {
    let Err(faults) = read_with("day-rates.toml", "low     = 450", "lowest  = 450") else { panic!("taken") };
    let [fault] = faults.as_slice() else { panic!("{faults:#?}") };
    assert!(fault.contains("line 19") && fault.contains("unknown field `lowest`"), "{fault}");
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let Err(faults) = read::read(&|path| Err(format!("{path} is gone"))) else { panic!("taken") };
    assert_eq!(faults.len(), read::files().len(), "{faults:#?}");
}

#[test]
fn what_is_assumed_is_what_the_page_starts_from() {
    let scenario = Scenario::default();
    assert_eq!(scenario.days, ASSUMPTIONS.days.value);
    assert_eq!(scenario.umbrella_margin, ASSUMPTIONS.umbrella_margin.value);
    assert_eq!(scenario.expenses, ASSUMPTIONS.expenses.value);
    for days in [&ASSUMPTIONS.days, &ASSUMPTIONS.days_in_a_slow_year, &ASSUMPTIONS.days_for_a_lender] {
        assert!(copy::days_hint().contains(&days.value.get().to_string()));
    }
}

/// A figure that no answer depends on has no business in the data; one that is also written somewhere in the code
/// would not change it.
#[test]
fn every_figure_changes_an_answer() {
    let before = answers(&read_with("bands.toml", "", "").unwrap_or_else(|faults| panic!("{faults:#?}")));
    let mut held = Vec::new();
    for file in read::files() {
        let sheet: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        for place in numbers(&toml::Value::Table(sheet.clone())) {
            // Up or down, whichever the rules allow.
            let changed = [1.1, 0.9].into_iter().find_map(|factor| {
                let mut sheet = toml::Value::Table(sheet.clone());
                for place in together(&place) {
                    change(&mut sheet, &place, factor);
                }
                let changed = toml::to_string(&sheet).unwrap();
                let open = |path: &str| if path == file { Ok(changed.clone()) } else { open(path) };
                read::read(&open).ok()
            });
            match changed {
                Some(figures) => assert!(answers(&figures) != before, "{file}: {place:?}"),
                None => held.push(place.join(".")),
            }
        }
    }
    // Zero is held in place by the ends of its row, marginal relief by the rates and limits that it joins.
    let relief = "corporation-tax.marginal-relief.percent";
    assert_eq!(held, ["generalist.typical", relief, relief]);
}

/// The places that have to move for one to move: marginal relief ties two limits, and two rates, to each other.
fn together(place: &[String]) -> Vec<Vec<String>> {
    let pairs = [["lower-limit", "upper-limit"], ["small-profits-rate", "main-rate"]];
    let pair = pairs.iter().find(|pair| place[0] == "corporation-tax" && pair.contains(&place[1].as_str()));
    let Some(pair) = pair else { return vec![place.to_vec()] };
    pair.iter().map(|figure| vec![place[0].clone(), (*figure).to_owned(), place[2].clone()]).collect()
}

fn open(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| error.to_string())
}

/// The places of all numbers in a sheet: the keys, and the positions in lists, that lead to them.
fn numbers(value: &toml::Value) -> Vec<Vec<String>> {
    let below = |(key, value): (String, &toml::Value)| {
        numbers(value).into_iter().map(move |place| [vec![key.clone()], place].concat()).collect::<Vec<_>>()
    };
    match value {
        toml::Value::Integer(_) | toml::Value::Float(_) => vec![Vec::new()],
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), value)).flat_map(below).collect()
        }
        toml::Value::Array(list) => {
            list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).flat_map(below).collect()
        }
        _ => Vec::new(),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn change(value: &mut toml::Value, place: &[String], factor: f64) {
    match (value, place.split_first()) {
        (toml::Value::Table(table), Some((key, rest))) => change(&mut table[key], rest, factor),
        (toml::Value::Array(list), Some((index, rest))) => {
            change(&mut list[index.parse::<usize>().unwrap()], rest, factor);
        }
        (toml::Value::Integer(number), None) => {
            // A tenth of a small number is nothing: it moves by one.
            let by_one = if factor > 1.0 { 1 } else { -1 };
            *number = if *number < 10 { *number + by_one } else { (*number as f64 * factor).round() as i64 };
        }
        (toml::Value::Float(number), None) => *number = (*number * factor * 100.0).round() / 100.0,
        (value, _) => panic!("{value:?} is no number"),
    }
}

/// All that a visitor is told from the figures.
fn answers(figures: &Figures) -> String {
    let Figures { market, assumptions, tax_rules, .. } = figures;
    let mut answers = format!("{assumptions:?} {:?}", market.also_published);
    for profile in Profile::all() {
        let (permanent, contract) =
            (estimate::permanent(market, profile), estimate::contract(market, profile));
        let uplift = market.specialisms.get(profile.specialism);
        let _ = write!(answers, "{:?} {:?}", permanent.band, permanent.published);
        let _ = write!(answers, "{:?} {:?}", contract.band, contract.published);
        // The range of the evidence, which is shown beside the factor.
        let _ = write!(answers, "{:?} {:?}", uplift.low(), uplift.high());
    }
    for rules in tax_rules {
        take_home(rules, &mut answers);
    }
    answers
}

/// Take-home pay over the whole range of what is earned, in both regions, with every loan.
fn take_home(rules: &TaxRules, answers: &mut String) {
    for (&region, &plan) in
        TaxRegion::ALL.iter().flat_map(|region| StudentLoan::ALL.iter().map(move |plan| (region, plan)))
    {
        let student_loans = ByStudentLoan::from_fn(|other| other == plan);
        let taxpayer = Taxpayer { rules, region, student_loans };
        // Earnings on which repayments are due, and dividends about the limit from which they count.
        for dividends in [1_900, 2_100] {
            let [earnings, dividends] =
                [40_000, dividends].map(|pounds| Exact::of(Money::from_pounds(pounds)));
            let repaid = student_loan::repayment(&rules.student_loans, student_loans, earnings, dividends);
            let _ = write!(answers, "{repaid:?}");
        }
        for hundreds in [20, 63, 130, 200, 300, 450, 600, 900, 1_100, 1_500, 3_000] {
            let salary = Money::from_pounds(hundreds * 100);
            let job = Job {
                salary,
                bonus: BasisPoints(0),
                pension: BasisPoints(500),
                pension_method: PensionMethod::ReliefAtSource,
                employer_pension: BasisPoints(0),
            };
            let contract = Contract {
                day_rate: Money::from_pence(salary.pence() / 100),
                days: BillableDays::new(100).unwrap(),
                umbrella_margin: Money::from_pounds(0),
                expenses: Money::from_pounds(0),
                pension: Money::from_pounds(0),
            };
            let _ = write!(answers, "{:?}", permanent::statement(&taxpayer, &job));
            let _ = write!(answers, "{:?}", inside::statement(&taxpayer, &contract));
            let _ = write!(answers, "{:?}", outside::statement(&taxpayer, &contract));
        }
    }
}
