//! Inputs at the ends of their ranges. Every one has an answer. If a part of it cannot be computed, the limit in the
//! message is the true limit.

use salary_calculator::domain::choice::{Arrangement, PensionMethod, StudentLoan, TaxRegion};
use salary_calculator::state::answer::{Answer, TakeHome};
use salary_calculator::state::input::Key;
use salary_calculator::state::problem::{Problem, Reason, Unit};
use salary_calculator::state::scenario::Scenario;

use crate::common::{TODAY, figures};

/// The inputs that are numbers, with the smallest and the largest of each.
fn ends() -> Vec<(Key, [i64; 2])> {
    Key::ALL.iter().filter_map(|&key| key.range().map(|range| (key, [range.least, range.most]))).collect()
}

/// Every combination of the choices that affect take-home pay, without numbers. It has no loan or every loan.
fn choices() -> Vec<Scenario> {
    let every_loan = StudentLoan::ALL.iter().map(|plan| plan.slug()).collect::<Vec<_>>().join(",");
    let mut scenarios = Vec::new();
    for rules in figures().tax_years {
        for loans in ["", &every_loan] {
            for &region in TaxRegion::ALL {
                for &method in PensionMethod::ALL {
                    let mut scenario = Scenario::new(figures());
                    scenario.enter(Key::TaxYear, rules.slug).unwrap();
                    scenario.enter(Key::StudentLoan, loans).unwrap();
                    scenario.taxpayer.region = region;
                    scenario.job.terms.pension_method = method;
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
    let is_whole = key.range().is_some_and(|range| range.unit == Unit::Days);
    scenario.enter(key, &if is_whole { number.to_string() } else { hundredths }).unwrap();
    scenario
}

fn answered(scenario: &Scenario) -> (TakeHome, Vec<Problem>) {
    let answer = Answer::of(scenario, TODAY);
    let problems = answer.problems(scenario);
    (answer.take_home.unwrap(), problems)
}

/// The problem of one arrangement.
fn problem_of(scenario: &Scenario, arrangement: Arrangement) -> Option<Problem> {
    let concerns = |problem: &Problem| matches!(problem.reason, Reason::Excess(of, ..) if of == arrangement);
    answered(scenario).1.into_iter().find(concerns)
}

fn assert_answered(scenario: &Scenario) {
    let (take_home, problems) = answered(scenario);
    let mut left_out = 0;
    for &arrangement in Arrangement::ALL {
        let amounts = [take_home.net(arrangement), take_home.kept(arrangement)];
        match amounts {
            [Some(net), Some(kept)] => assert!(0 <= net.pence() && net <= kept, "{scenario:?}"),
            [None, None] => left_out += 1,
            _ => panic!("{scenario:?}: {amounts:?}"),
        }
    }
    assert_eq!(left_out, problems.len(), "{scenario:?}");
    // Some rate leaves enough, whatever the salary.
    let has_salary = take_home.kept(Arrangement::Permanent).is_some();
    assert_eq!(has_salary, take_home.break_even.is_some(), "{scenario:?}");
    for problem in &problems {
        assert_is_the_limit(scenario, problem);
    }
}

/// Checks that the problem is gone at the limit that it names, and back with a penny or a hundredth of a per cent more.
fn assert_is_the_limit(scenario: &Scenario, problem: &Problem) {
    let Reason::Excess(arrangement, given, range) = problem.reason else { panic!("{problem:?}") };
    assert_eq!(problem.value, scenario.text(problem.key));
    assert_eq!(with(scenario, problem.key, given), *scenario, "{problem:?}");
    let beyond = range.most + 1;
    let more = problem_of(&with(scenario, problem.key, beyond), arrangement).unwrap();
    let expected = Reason::Excess(arrangement, beyond, range);
    assert_eq!((more.key, more.reason), (problem.key, expected), "{scenario:?}");
    let limited = with(scenario, problem.key, range.most);
    // At the limit another input may be too much: a pension, if the margin or the costs have used up the income.
    if let Some(next) = problem_of(&limited, arrangement) {
        assert!(next.key == Key::ContractPension && problem.key != next.key, "{next:?} after {problem:?}");
        assert_is_the_limit(&limited, &next);
    }
}

#[test]
fn every_two_inputs_at_their_ends_are_answered() {
    let ends = ends();
    assert_eq!(ends.len(), 9);
    for scenario in choices() {
        for (index, &(key, numbers)) in ends.iter().enumerate() {
            for &(other, others) in &ends[index + 1..] {
                for (number, another) in
                    numbers.into_iter().flat_map(|number| others.map(|other| (number, other)))
                {
                    assert_answered(&with(&with(&scenario, key, number), other, another));
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
        // Each corner has other choices: trying all of them with each would show nothing new.
        let mut scenario = choices[corner % choices.len()];
        for (index, &(key, numbers)) in ends.iter().enumerate() {
            scenario = with(&scenario, key, numbers[corner >> index & 1]);
        }
        assert_answered(&scenario);
    }
}

/// The pay left after a pension depends on the allowance, the bands and the loans. The limit is found by a search, so
/// it must be right for all of them.
#[test]
fn the_largest_pension_leaves_something_and_a_hundredth_of_a_per_cent_more_does_not() {
    let mut limits = 0;
    for scenario in choices() {
        for salary in [10_000, 12_571, 20_000, 55_000, 110_000, 160_000, 440_000, 3_750_000] {
            for bonus in [0, 10, 200] {
                let scenario = with(&with(&scenario, Key::Salary, salary * 100), Key::Bonus, bonus * 100);
                let all = with(&scenario, Key::Pension, 10_000);
                if let Some(problem) = problem_of(&all, Arrangement::Permanent) {
                    assert_is_the_limit(&all, &problem);
                    limits += 1;
                }
            }
        }
    }
    assert!(limits > 100, "{limits}");
}
