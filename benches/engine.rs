//! How long an answer takes, and where the time goes.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use salary_calculator::domain::tax_year::Date;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::summary::Summary;
use salary_calculator::state::take_home::TakeHome;
use salary_calculator::state::{answer, query};
use salary_calculator::view::copy;

const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// Something of everything, so that no short cut is taken.
const QUERY: &str = "view=compare&seniority=senior&specialism=nlp&salary=112500&bonus=10&day-rate=650&pension=8\
    &pension-method=relief-at-source&employer-pension=5&student-loan=plan-2,postgraduate&contract-pension=10000";

fn engine(criterion: &mut Criterion) {
    let (scenario, _) = Scenario::of(&query::read(QUERY));
    let summary = Summary::of(&scenario, TODAY);
    let Some(take_home) = summary.take_home else { return };
    let (salary, rate) = (summary.permanent.estimate.band.typical, summary.contract.estimate.band.typical);

    criterion.bench_function("answer, from the query to JSON", |bencher| {
        bencher.iter(|| answer::of(&query::read(black_box(QUERY)), TODAY, copy::problem));
    });
    criterion.bench_function("summary", |bencher| {
        bencher.iter(|| Summary::of(black_box(&scenario), TODAY));
    });
    criterion.bench_function("take-home, with the break-even", |bencher| {
        bencher.iter(|| TakeHome::of(black_box(&scenario), take_home.taxpayer.rules, salary, rate));
    });
    criterion.bench_function("break-even", |bencher| {
        bencher.iter(|| black_box(&take_home).break_even_over(take_home.contract.days, None));
    });
    criterion.bench_function("break-even from 150 to 260 days, each from the one before", |bencher| {
        bencher.iter(|| black_box(&take_home).curve());
    });
}

criterion_group!(benches, engine);
criterion_main!(benches);
