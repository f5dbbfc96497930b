//! Measures how long an answer takes, and its parts.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use salary_benches::{RICH, TODAY};
use salary_calculator::data::FIGURES;
use salary_calculator::domain::choice::Arrangement;
use salary_calculator::domain::comparison;
use salary_calculator::domain::offer::permanent;
use salary_calculator::state::answer::Answer;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;

fn engine(criterion: &mut Criterion) {
    let (scenario, _) = Scenario::of(&query::read(RICH), &FIGURES);
    let Some(take_home) = Answer::of(&scenario, TODAY).take_home else { return };
    let Some(target) = take_home.kept(Arrangement::Permanent) else { return };
    let (taxpayer, terms) = (take_home.taxpayer, take_home.contract.terms);

    criterion.bench_function("answer, from the query to JSON", |bencher| {
        bencher.iter(|| answer_json::of(&query::read(black_box(RICH)), &FIGURES, TODAY, copy::problem));
    });
    criterion.bench_function("answer", |bencher| {
        bencher.iter(|| Answer::of(black_box(&scenario), TODAY));
    });
    criterion.bench_function("statement of a salary", |bencher| {
        bencher.iter(|| permanent::statement(&taxpayer, black_box(&take_home.job)));
    });
    criterion.bench_function("break-even", |bencher| {
        bencher.iter(|| comparison::break_even(&taxpayer, black_box(target), terms, None));
    });
    criterion.bench_function("break-even from 150 to 260 days, each from the one before", |bencher| {
        bencher.iter(|| black_box(&take_home).curve());
    });
}

criterion_group!(benches, engine);
criterion_main!(benches);
