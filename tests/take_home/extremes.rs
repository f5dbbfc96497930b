//! Inputs at the ends of what they take: everything is answered, and where a part cannot be, the limit that is named
//! is the limit.

use salary_calculator::domain::choice::{Arrangement, PensionMethod, TaxRegion};
use salary_calculator::domain::take_home::permanent::Permanent;
use salary_calculator::state::key::Key;
use salary_calculator::state::problem::{Problem, Reason};
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;
use salary_calculator::state::take_home::TakeHome;

use crate::TODAY;

const EVERY_LOAN: &str = "plan-1,plan-2,plan-4,plan-5,postgraduate";

/// The inputs that are numbers, each at its least and at its most.
fn ends() -> Vec<(Key, [i64; 2])> {
    Key::ALL.iter().filter_map(|&key| key.range().map(|range| (key, [range.least, range.most]))).collect()
}

/// Everything that is chosen, and no numbers yet.
fn choices() -> Vec<Scenario> {
    let mut scenarios = Vec::new();
    for year in ["2025-26", "2026-27"] {
        for loans in ["", EVERY_LOAN] {
            for &region in TaxRegion::ALL {
                for &method in PensionMethod::ALL {
                    let mut scenario = Scenario::default();
                    scenario.enter(Key::TaxYear, year).unwrap();
                    scenario.enter(Key::StudentLoan, loans).unwrap();
                    (scenario.tax_region, scenario.pension_method) = (region, method);
                    scenarios.push(scenario);
                }
            }
        }
    }
    scenarios
}

fn with(scenario: &Scenario, key: Key, number: i64) -> Scenario {
    let mut scenario = *scenario;
    let hundredths = format!("{}.{:02}", number / 100, number % 100);
    let text = if key == Key::Days { number.to_string() } else { hundredths };
    scenario.enter(key, &text).unwrap();
    scenario
}

fn worked_out(scenario: &Scenario) -> (TakeHome, Vec<Problem>) {
    let summary = Summary::of(scenario, TODAY);
    let problems = summary.problems(scenario);
    (summary.take_home.unwrap(), problems)
}

/// What is said of one arrangement.
fn problem_of(scenario: &Scenario, arrangement: Arrangement) -> Option<Problem> {
    let concerns = |problem: &Problem| matches!(problem.reason, Reason::Excess(of, ..) if of == arrangement);
    worked_out(scenario).1.into_iter().find(concerns)
}

fn is_in_order(scenario: &Scenario) {
    let (take_home, problems) = worked_out(scenario);
    let mut left_out = 0;
    for &arrangement in Arrangement::ALL {
        match take_home.kept(arrangement) {
            Some(kept) => assert!(kept.pence() >= 0, "{scenario:?}"),
            None => left_out += 1,
        }
    }
    assert_eq!(left_out, problems.len(), "{scenario:?}");
    let nets = [
        take_home.permanent.map(|pay: Permanent| pay.net),
        take_home.inside.map(|pay| pay.net),
        take_home.outside.map(|pay| pay.net),
    ];
    assert!(nets.into_iter().flatten().all(|net| net.pence() >= 0), "{scenario:?}");
    // A contract leaves enough at some rate, whatever the salary.
    assert_eq!(take_home.permanent.is_ok(), take_home.break_even.is_some(), "{scenario:?}");
    for problem in &problems {
        is_the_limit(scenario, problem);
    }
}

/// At the limit that a problem names it is gone, and there again with a penny or a hundredth of a per cent more.
fn is_the_limit(scenario: &Scenario, problem: &Problem) {
    let Reason::Excess(arrangement, given, range) = problem.reason else { panic!("{problem:?}") };
    assert_eq!(problem.value, scenario.text(problem.key));
    assert_eq!(with(scenario, problem.key, given), *scenario, "{problem:?}");
    let beyond = range.most + 1;
    let more = problem_of(&with(scenario, problem.key, beyond), arrangement).unwrap();
    let expected = Reason::Excess(arrangement, beyond, range);
    assert_eq!((more.key, more.reason), (problem.key, expected), "{scenario:?}");
    let limited = with(scenario, problem.key, range.most);
    // Another input may be more than what is left then: a pension, of what a margin or costs have used up.
    if let Some(next) = problem_of(&limited, arrangement) {
        assert!(next.key == Key::ContractPension && problem.key != next.key, "{next:?} after {problem:?}");
        is_the_limit(&limited, &next);
    }
}

#[test]
fn every_two_inputs_at_their_ends_are_answered() {
    let ends = ends();
    assert_eq!(ends.len(), 9);
    for scenario in choices() {
        for (place, &(key, numbers)) in ends.iter().enumerate() {
            for &(other, others) in &ends[place + 1..] {
                for (number, another) in
                    numbers.into_iter().flat_map(|number| others.map(|other| (number, other)))
                {
                    is_in_order(&with(&with(&scenario, key, number), other, another));
                }
            }
        }
    }
}

#[test]
fn all_inputs_at_their_ends_are_answered() {
    let ends = ends();
    let choices = choices();
    for corner in 0..1_usize << ends.len() {
        // Each corner with other choices: all of them with each would say nothing new.
        let mut scenario = choices[corner % choices.len()];
        for (place, &(key, numbers)) in ends.iter().enumerate() {
            scenario = with(&scenario, key, numbers[corner >> place & 1]);
        }
        is_in_order(&scenario);
    }
}

/// What a pension leaves of pay depends on the allowance, on bands and on loans: the limit is looked for, and has to be
/// right wherever it lies.
#[test]
fn the_most_that_a_pension_can_be_leaves_something_and_a_hundredth_more_does_not() {
    let mut limits = 0;
    for scenario in choices() {
        for salary in [10_000, 12_571, 20_000, 55_000, 110_000, 160_000, 440_000, 3_750_000] {
            for bonus in [0, 10, 200] {
                let scenario = with(&with(&scenario, Key::Salary, salary * 100), Key::Bonus, bonus * 100);
                let all = with(&scenario, Key::Pension, 10_000);
                if let Some(problem) = problem_of(&all, Arrangement::Permanent) {
                    is_the_limit(&all, &problem);
                    limits += 1;
                }
            }
        }
    }
    assert!(limits > 100, "{limits}");
}
