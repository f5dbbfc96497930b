//! The live figures, tested only by rules and properties: an edit to `figures/` fails here only if it breaks a rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod common;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use salary_calculator::data::FIGURES;
use salary_calculator::domain::choice::{ByStudentLoan, PensionMethod, StudentLoan, TaxRegion};
use salary_calculator::domain::estimate::{self, DAY_RATE_STEP, SALARY_STEP};
use salary_calculator::domain::figure::Mark;
use salary_calculator::domain::listing::{Listed, Listing, Source};
use salary_calculator::domain::market::{Band, Discipline, Role};
use salary_calculator::domain::money::{BasisPoints, BillableDays, Money, Year};
use salary_calculator::domain::offer::permanent::{self, Job, JobTerms, Permanent};
use salary_calculator::domain::offer::{Contract, ContractTerms, Side, Taxpayer};
use salary_calculator::domain::tax_year::{Date, TaxYear};
use salary_calculator::state::scenario::{Payer, Scenario};
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use salary_figures::Read;
use serde_json::Value;

/// The folder that this program was built from: the build script reads the same variable.
const FOLDER: &str = match option_env!("FIGURES") {
    Some(named) if !named.is_empty() => named,
    _ => "figures",
};

/// The most that take-home pay may fall while pay rises: the allowance shrinks in steps of a pound, and a step costs
/// less.
const WOBBLE: Money<Year> = Money::from_pounds(1);

static LIVE: LazyLock<Read> = LazyLock::new(|| common::folder(FOLDER));

fn listing() -> &'static Listing {
    &LIVE.listing
}

/// Every figure with its provenance.
fn listed() -> impl Iterator<Item = &'static Listed> {
    let disciplines = listing().disciplines.iter().flat_map(|discipline| &discipline.figures);
    let years = listing().tax_years.iter().flat_map(|year| &year.figures);
    disciplines.chain(&listing().assumptions).chain(years)
}

fn roles() -> impl Iterator<Item = Role> {
    FIGURES.disciplines.iter().flat_map(Discipline::roles)
}

/// Every taxpayer in every tax year, without a loan and with one of each plan.
fn taxpayers() -> impl Iterator<Item = Taxpayer<'static>> {
    let loans = [None].into_iter().chain(StudentLoan::ALL.iter().copied().map(Some));
    FIGURES.tax_years.iter().flat_map(move |rules| {
        let loans = loans.clone();
        TaxRegion::ALL.iter().flat_map(move |&region| {
            loans.clone().map(move |loan| Taxpayer {
                rules,
                region,
                student_loans: ByStudentLoan::from_fn(|plan| Some(plan) == loan),
            })
        })
    })
}

fn name(taxpayer: &Taxpayer) -> String {
    let loans = StudentLoan::ALL.iter().filter(|&&plan| *taxpayer.student_loans.get(plan));
    format!("{} {} {:?}", taxpayer.rules.year, taxpayer.region.slug(), loans.collect::<Vec<_>>())
}

fn assert_unique<'a>(names: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(!name.trim().is_empty() && seen.insert(name), "“{name}” is empty or used twice");
    }
}

fn is_slug(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.split('-').all(|part| !part.is_empty() && part.bytes().all(is_letter))
}

#[test]
fn the_program_has_the_figures_of_the_folder() {
    assert!(LIVE.figures == FIGURES, "the program was built from other figures than those in {FOLDER}");
    assert_eq!(FIGURES.check(), Ok(()));
}

#[test]
fn the_agency_has_a_name() {
    let agency = FIGURES.agency;
    assert!(!agency.name.trim().is_empty());
    assert!(agency.company_line.is_none_or(|line| !line.trim().is_empty()));
}

#[test]
fn every_link_is_https() {
    let agency = FIGURES.agency;
    let of_agency = [Some(agency.site), agency.contact, agency.salary_guide, agency.jobs, agency.logo];
    let of_sources = listing().sources.iter().map(|source| source.link.as_deref());
    let of_figures = listed().map(|figure| figure.link.as_deref());
    let links: Vec<_> = of_agency.into_iter().chain(of_sources).chain(of_figures).flatten().collect();
    assert!(links.len() > 1);
    for link in links {
        let host = link.strip_prefix("https://").and_then(|rest| rest.split('/').next());
        assert!(host.is_some_and(|host| host.contains('.')), "{link}");
        assert!(link.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>`\\".contains(&byte)), "{link}");
    }
}

#[test]
fn every_discipline_has_words_of_its_own() {
    assert_unique(FIGURES.disciplines.iter().map(|discipline| discipline.slug));
    assert_unique(FIGURES.disciplines.iter().map(|discipline| discipline.name));
    for discipline in FIGURES.disciplines {
        assert!(is_slug(discipline.slug) && !discipline.edition.trim().is_empty(), "{}", discipline.slug);
        assert_unique(discipline.specialisms.iter().map(|specialism| specialism.slug));
        assert_unique(discipline.specialisms.iter().map(|specialism| specialism.name));
        assert_unique(discipline.specialisms.iter().map(|specialism| specialism.short));
        for specialism in discipline.specialisms {
            assert!(is_slug(specialism.slug) && !specialism.role.trim().is_empty(), "{}", specialism.slug);
        }
    }
}

#[test]
fn every_figure_has_a_source_and_a_modelled_one_a_reason() {
    let has_source = |source: &Source| listing().sources.contains(source);
    for figure in listed() {
        assert!(!figure.name.trim().is_empty(), "{figure:?}");
        assert!(has_source(&figure.source), "{figure:?}");
        assert!(figure.evidence.as_ref().is_none_or(has_source), "{figure:?}");
        assert!(figure.mark != Mark::Modelled || !figure.why.trim().is_empty(), "{figure:?}");
    }
    assert_unique(listing().sources.iter().map(|source| source.name.as_str()));
    let listed_disciplines = listing().disciplines.iter().map(|discipline| discipline.name.as_str());
    assert!(listed_disciplines.eq(FIGURES.disciplines.iter().map(|discipline| discipline.name)));
    let listed_years = listing().tax_years.iter().map(|year| year.year);
    assert!(listed_years.eq(FIGURES.tax_years.iter().map(|rules| rules.year)));
}

#[test]
fn tax_years_ascend_and_are_named_after_themselves() {
    assert!(FIGURES.tax_years.is_sorted_by(|one, next| one.year < next.year));
    for rules in FIGURES.tax_years {
        assert_eq!(rules.slug, rules.year.to_string());
        let found = FIGURES.tax_rules(rules.year).map(|rules| rules.slug);
        assert_eq!(found, Some(rules.slug));
    }
}

#[test]
fn every_estimate_is_in_order_and_reaches_the_published_low() {
    fn assert_in_order<P: Copy + Ord + std::fmt::Debug>(band: Band<P>, step: Money<P>, role: Role) {
        assert!(band.low <= band.typical && band.typical <= band.high, "{role:?}: {band:?}");
        let whole = [band.typical, band.high].iter().all(|amount| amount.pence() % step.pence() == 0);
        assert!(whole && band.low.pence() > 0, "{role:?}: {band:?}");
    }
    for role in roles() {
        let (salary, rate) = (estimate::permanent(role), estimate::contract(role));
        assert_in_order(salary.band, SALARY_STEP, role);
        assert_in_order(rate.band, DAY_RATE_STEP, role);
        assert!(salary.band.low >= salary.published.low, "{role:?}: {salary:?}");
    }
}

#[test]
fn take_home_pay_rises_with_the_salary_and_is_below_gross() {
    for taxpayer in taxpayers() {
        let pay = |pounds: i32| {
            let terms = JobTerms {
                bonus: BasisPoints(0),
                pension: BasisPoints(0),
                pension_method: PensionMethod::SalarySacrifice,
                employer_pension: BasisPoints(0),
            };
            let salary = Money::from_pounds(pounds);
            permanent::statement(&taxpayer, &Job { salary, terms }).unwrap()
        };
        let rules = taxpayer.rules;
        let untaxed = rules.income_tax.personal_allowance.min(rules.national_insurance.primary_threshold);
        let is_below_gross = |pay: &Permanent| {
            if pay.gross > untaxed { pay.net < pay.gross } else { pay.net == pay.gross }
        };
        let mut before = Money::ZERO;
        for pounds in (1..=300_000).step_by(97).chain((300_000..=10_000_000).step_by(99_991)) {
            let pay = pay(pounds);
            assert!(is_below_gross(&pay), "{}: {pay:?}", name(&taxpayer));
            assert!(pay.net + WOBBLE >= before, "{}: {pay:?} after {before:?}", name(&taxpayer));
            before = pay.net;
        }
        // Pound by pound where the allowance shrinks, the only range in which take-home pay can fall.
        let limit = i32::try_from(rules.income_tax.income_limit.pence() / 100).unwrap();
        let mut before = pay(limit).net;
        for pounds in limit..limit + 2_000 {
            let pay = pay(pounds);
            assert!(pay.net + WOBBLE >= before, "{}: {pay:?} after {before:?}", name(&taxpayer));
            before = pay.net;
        }
    }
}

#[test]
fn the_amount_kept_from_a_contract_rises_with_the_rate_and_is_below_turnover() {
    let assumed = FIGURES.assumptions;
    let terms = ContractTerms {
        days: assumed.days,
        umbrella_margin: assumed.umbrella_margin,
        expenses: assumed.expenses,
        pension: Money::ZERO,
    };
    for taxpayer in taxpayers() {
        for side in [Side::Inside, Side::Outside] {
            let mut before = None;
            for pounds in (1..2_000).chain((2_000..=20_000).step_by(997)) {
                let contract = Contract { day_rate: Money::from_pounds(pounds), terms };
                // A rate that does not cover the costs has no statement.
                let Ok(kept) = side.kept(&taxpayer, &contract) else {
                    assert_eq!(before, None, "{} {side:?} {pounds}", name(&taxpayer));
                    continue;
                };
                let turnover = contract.day_rate.over(terms.days);
                assert!(kept < turnover, "{} {side:?} {pounds}: {kept:?}", name(&taxpayer));
                assert!(
                    before.is_none_or(|before| kept + WOBBLE >= before),
                    "{} {side:?} {pounds}: {kept:?} after {before:?}",
                    name(&taxpayer)
                );
                before = Some(kept);
            }
            assert!(before.is_some());
        }
    }
}

#[test]
fn the_assumed_days_are_in_order() {
    let assumed = FIGURES.assumptions;
    let days = [assumed.days_in_a_slow_year, assumed.days, assumed.days_for_a_lender].map(BillableDays::get);
    assert!(days[0] <= days[1], "{days:?}");
    assert!(days.iter().all(|days| (BillableDays::LEAST..=BillableDays::MOST).contains(days)), "{days:?}");
}

#[test]
fn every_role_is_answered_without_a_problem_in_every_tax_year() {
    for role in roles() {
        for rules in FIGURES.tax_years {
            let default = Scenario::new(&FIGURES);
            let scenario = Scenario {
                role,
                taxpayer: Payer { tax_year: Some(rules.year), ..default.taxpayer },
                ..default
            };
            let query = query::write(&scenario);
            assert_eq!(Scenario::of(&query::read(&query), &FIGURES), (scenario, Vec::new()), "{query}");
            let today = Date { year: rules.year.starts(), month: 11, day: 23 };
            assert_eq!(TaxYear::of(today), rules.year);
            let answer = answer_json::of(&query::read(&query), &FIGURES, today, copy::problem);
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert_eq!(answer["problems"], Value::Array(Vec::new()), "{query}");
            assert_eq!(answer["data"]["taxYear"], rules.slug, "{query}");
            assert!(answer["breakEven"].is_object(), "{query}");
        }
    }
}
