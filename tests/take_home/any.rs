//! Random pay, of any amount that can be entered. Very low pay and pay at the edge of a band or a threshold come up
//! more often than by chance, because calculations go wrong there.

use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use proptest::prelude::*;
use salary_calculator::domain::choice::{ByStudentLoan, PensionMethod, StudentLoan, TaxRegion};
use salary_calculator::domain::money::{BasisPoints, BillableDays, Money, Year};
use salary_calculator::domain::offer::permanent::{Job, JobTerms};
use salary_calculator::domain::offer::{Contract, ContractTerms, Taxpayer};
use salary_calculator::domain::tax::income_tax;
use salary_calculator::domain::tax::rules::TaxRules;

use crate::common::figures;

/// The pence at which a rule begins or ends in one of the tax years.
static EDGES: LazyLock<Vec<i64>> = LazyLock::new(|| {
    let mut edges: Vec<_> = figures().tax_years.iter().flat_map(edges).map(Money::pence).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
});

/// The amounts at which a rule of a tax year begins or ends.
fn edges(rules: &TaxRules) -> Vec<Money<Year>> {
    let TaxRules { income_tax: tax, bands, dividends, national_insurance: insurance, .. } = rules;
    let (company, loans) = (&rules.corporation_tax, &rules.student_loans);
    let ends = TaxRegion::ALL.iter().flat_map(|&region| bands.get(region).iter().filter_map(|band| band.to));
    // A band ends at an amount of taxable income: the pay is higher by the allowance.
    let ends = ends.flat_map(|to| [to, to + tax.personal_allowance]);
    let thresholds = StudentLoan::ALL.iter().filter_map(|&plan| loans.threshold(plan));
    let others = [
        tax.personal_allowance,
        tax.income_limit,
        income_tax::allowance_ends(tax),
        dividends.allowance,
        insurance.lower_earnings_limit,
        insurance.primary_threshold,
        insurance.upper_earnings_limit,
        insurance.secondary_threshold,
        company.lower_limit,
        company.upper_limit,
        loans.unearned_income_limit,
    ];
    ends.chain(thresholds).chain(others).collect()
}

/// A taxpayer that a failing test prints in one line, because the rules alone would fill pages.
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
    let rules = proptest::sample::select(figures().tax_years.iter().collect::<Vec<_>>());
    let region = proptest::sample::select(TaxRegion::ALL);
    // Mostly no loans, or one: with all five, too little pay is left to show differences.
    let loan = || proptest::bool::weighted(0.25);
    (rules, region, [loan(), loan(), loan(), loan(), loan()]).prop_map(|(rules, region, loans)| {
        let [plan_1, plan_2, plan_4, plan_5, postgraduate] = loans;
        let student_loans = ByStudentLoan { plan_1, plan_2, plan_4, plan_5, postgraduate };
        Anyone(Taxpayer { rules, region, student_loans })
    })
}

/// Pence between two amounts in pounds.
pub fn pence(least: i64, most: i64) -> impl Strategy<Value = i64> {
    let usual = most.min(200_000);
    let edge = (proptest::sample::select(EDGES.as_slice()), prop_oneof![-1_i64..=1, -300_i64..=300]);
    prop_oneof![
        4 => least * 100..=usual * 100,
        1 => least * 100..=most * 100,
        2 => edge.prop_map(move |(edge, off)| (edge + off).clamp(least * 100, most * 100)),
    ]
}

/// Basis points up to a percentage; often zero.
fn percent(most: i32) -> impl Strategy<Value = BasisPoints> {
    prop_oneof![2 => Just(0), 3 => 0..=2_000, 1 => 0..=most * 100].prop_map(BasisPoints)
}

pub fn job() -> impl Strategy<Value = Job> {
    let method = proptest::sample::select(PensionMethod::ALL);
    (pence(1, 10_000_000), percent(200), percent(100), method, percent(100)).prop_map(
        |(salary, bonus, pension, pension_method, employer_pension)| Job {
            salary: Money::from_pence(salary),
            terms: JobTerms { bonus, pension, pension_method, employer_pension },
        },
    )
}

pub fn days() -> impl Strategy<Value = BillableDays> {
    prop_oneof![BillableDays::LEAST..=BillableDays::MOST, 1..=10_u16]
        .prop_map(|days| BillableDays::new(days).unwrap())
}

pub fn contract() -> impl Strategy<Value = Contract> {
    let spent = |most| prop_oneof![1 => Just(0), 2 => 0..=3_000_000_i64, 1 => pence(0, most)];
    (pence(1, 20_000), days(), 0..=50_000_i64, spent(1_000_000), spent(10_000_000)).prop_map(
        |(day_rate, days, margin, expenses, pension)| Contract {
            day_rate: Money::from_pence(day_rate),
            terms: ContractTerms {
                days,
                umbrella_margin: Money::from_pence(margin),
                expenses: Money::from_pence(expenses),
                pension: Money::from_pence(pension),
            },
        },
    )
}
