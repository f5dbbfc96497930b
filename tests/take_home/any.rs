//! Any pay that can be asked about, and what tends to go wrong more often than chance would have it: pay at the edge of
//! a band or a threshold, and pay of very little.

use std::fmt;
use std::ops::Deref;

use proptest::prelude::*;
use salary_calculator::data::TAX_RULES;
use salary_calculator::domain::choice::{ByStudentLoan, PensionMethod, StudentLoan, TaxRegion};
use salary_calculator::domain::money::{BasisPoints, BillableDays, Money};
use salary_calculator::domain::take_home::permanent::Job;
use salary_calculator::domain::take_home::{Contract, Taxpayer};

/// Pounds at which something begins or ends.
const EDGES: [i64; 12] =
    [500, 2_000, 5_000, 6_708, 12_570, 29_385, 50_000, 50_270, 100_000, 125_140, 150_000, 250_000];

/// A taxpayer who says in a line who they are, where something fails: the rules alone fill pages.
#[derive(Clone, Copy)]
pub struct Anyone(Taxpayer<'static>);

impl fmt::Debug for Anyone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Taxpayer { rules, region, student_loans } = self.0;
        let loans = StudentLoan::ALL.iter().filter(|&&plan| *student_loans.get(plan));
        write!(f, "{} {} {:?}", rules.year, region.slug(), loans.collect::<Vec<_>>())
    }
}

impl Deref for Anyone {
    type Target = Taxpayer<'static>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

pub fn taxpayer() -> impl Strategy<Value = Anyone> {
    let rules = proptest::sample::select(TAX_RULES.iter().collect::<Vec<_>>());
    let region = proptest::sample::select(TaxRegion::ALL);
    // Mostly no loans, or one: with all five there is little left to tell apart.
    let loan = || proptest::bool::weighted(0.25);
    (rules, region, [loan(), loan(), loan(), loan(), loan()]).prop_map(|(rules, region, loans)| {
        let [plan_1, plan_2, plan_4, plan_5, postgraduate] = loans;
        let student_loans = ByStudentLoan { plan_1, plan_2, plan_4, plan_5, postgraduate };
        Anyone(Taxpayer { rules, region, student_loans })
    })
}

/// Pence from one amount in pounds to another.
pub fn pence(least: i64, most: i64) -> impl Strategy<Value = i64> {
    let usual = most.min(200_000);
    let edge = (proptest::sample::select(&EDGES[..]), prop_oneof![-1_i64..=1, -300_i64..=300]);
    prop_oneof![
        4 => least * 100..=usual * 100,
        1 => least * 100..=most * 100,
        2 => edge.prop_map(move |(pounds, off)| (pounds * 100 + off).clamp(least * 100, most * 100)),
    ]
}

/// Basis points up to a percentage; often none.
fn percent(most: i32) -> impl Strategy<Value = BasisPoints> {
    prop_oneof![2 => Just(0), 3 => 0..=2_000, 1 => 0..=most * 100].prop_map(BasisPoints)
}

pub fn job() -> impl Strategy<Value = Job> {
    let method = proptest::sample::select(PensionMethod::ALL);
    (pence(1, 10_000_000), percent(200), percent(100), method, percent(100)).prop_map(
        |(salary, bonus, pension, pension_method, employer_pension)| Job {
            salary: Money::from_pence(salary),
            bonus,
            pension,
            pension_method,
            employer_pension,
        },
    )
}

pub fn days() -> impl Strategy<Value = BillableDays> {
    prop_oneof![1..=260_u16, 1..=10_u16].prop_map(|days| BillableDays::new(days).unwrap())
}

pub fn contract() -> impl Strategy<Value = Contract> {
    let spent = |most| prop_oneof![1 => Just(0), 2 => 0..=3_000_000_i64, 1 => pence(0, most)];
    (pence(1, 20_000), days(), 0..=50_000_i64, spent(1_000_000), spent(10_000_000)).prop_map(
        |(day_rate, days, margin, expenses, pension)| Contract {
            day_rate: Money::from_pence(day_rate),
            days,
            umbrella_margin: Money::from_pence(margin),
            expenses: Money::from_pence(expenses),
            pension: Money::from_pence(pension),
        },
    )
}
