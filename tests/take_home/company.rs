//! A company that pays its director a given salary, composed of the charges. The program itself shows only the best of
//! four salaries.

use salary_calculator::domain::money::Exact;
use salary_calculator::domain::offer::Taxpayer;
use salary_calculator::domain::tax::income_tax::{self, Income};
use salary_calculator::domain::tax::{corporation_tax, national_insurance, student_loan};

#[derive(Clone, Copy, Debug)]
pub struct Company {
    pub employer_national_insurance: Exact,
    pub profit: Exact,
    pub corporation_tax: Exact,
    pub dividend: Exact,
}

impl Company {
    /// The company with an amount for salary and dividend together; `None` if that does not cover the salary.
    pub fn paying(taxpayer: &Taxpayer, salary: Exact, available: Exact) -> Option<Self> {
        let insurance = national_insurance::employer(&taxpayer.rules.national_insurance, salary);
        let profit = available - salary - insurance;
        (profit >= Exact::ZERO).then(|| Self::making(taxpayer, profit, insurance))
    }

    /// A company that makes a profit and pays all of it out.
    pub fn making(taxpayer: &Taxpayer, profit: Exact, employer_national_insurance: Exact) -> Self {
        let corporation_tax = corporation_tax::due(&taxpayer.rules.corporation_tax, profit);
        Self { employer_national_insurance, profit, corporation_tax, dividend: profit - corporation_tax }
    }
}

/// The director's take-home pay.
pub fn net(taxpayer: &Taxpayer, salary: Exact, dividend: Exact) -> Exact {
    let rules = taxpayer.rules;
    let insurance = national_insurance::employee(&rules.national_insurance, salary);
    salary + dividend - tax(taxpayer, salary, dividend) - insurance - repaid(taxpayer, salary, dividend)
}

pub fn tax(taxpayer: &Taxpayer, salary: Exact, dividend: Exact) -> Exact {
    let income = Income { earnings: salary, dividends: dividend, ..Income::default() };
    income_tax::due(taxpayer.rules, taxpayer.region, income).total()
}

pub fn repaid(taxpayer: &Taxpayer, salary: Exact, dividend: Exact) -> Exact {
    student_loan::repayment(&taxpayer.rules.student_loans, taxpayer.student_loans, salary, dividend)
}

/// The director's take-home pay if the company pays a salary and the rest as a dividend.
pub fn net_paying(taxpayer: &Taxpayer, salary: Exact, available: Exact) -> Option<Exact> {
    Company::paying(taxpayer, salary, available).map(|company| net(taxpayer, salary, company.dividend))
}
