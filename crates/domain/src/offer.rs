//! Take-home pay from one job or contract over a year: a permanent salary, a contract inside IR35 through an umbrella
//! company, or one outside IR35 through the contractor's own company.
//!
//! Each file covers one arrangement. Its amounts come in two precisions of the same type: [`Exact`] while they are
//! computed, and [`Money`] in a statement, in pence, whose lines add up.

pub mod inside;
pub mod outside;
pub mod permanent;

use crate::choice::{Arrangement, ByStudentLoan, TaxRegion};
use crate::money::{BasisPoints, BillableDays, DayRate, Exact, Money, Week, Year};
use crate::tax::income_tax::{self, Income};
use crate::tax::national_insurance;
use crate::tax::rules::TaxRules;
use crate::tax::student_loan;

use inside::InsideIr35;
use outside::OutsideIr35;
use permanent::{Job, Permanent};

/// The person who pays the tax, and the rules that apply to them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taxpayer<'a> {
    /// The year's figures.
    pub rules: &'a TaxRules,
    /// The region whose income tax bands apply.
    pub region: TaxRegion,
    /// The student loans being repaid.
    pub student_loans: ByStudentLoan<bool>,
}

/// A job or a contract with its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A permanent job.
    Permanent(Job),
    /// A contract, on one side of the off-payroll rules.
    Contract(Side, Contract),
}

/// A side of the off-payroll rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Inside IR35, through an umbrella company.
    Inside,
    /// Outside IR35, through the contractor's own company.
    Outside,
}

/// A contract: its day rate and its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The day rate.
    pub day_rate: DayRate,
    /// The other terms.
    pub terms: ContractTerms,
}

/// The terms of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContractTerms {
    /// The number of days paid for.
    pub days: BillableDays,
    /// The umbrella company's margin.
    pub umbrella_margin: Money<Week>,
    /// The running costs of the contractor's own company.
    pub expenses: Money<Year>,
    /// The pension: sacrificed through an umbrella company, or contributed by the contractor's own company.
    pub pension: Money<Year>,
}

impl ContractTerms {
    /// The largest umbrella margin that can be entered or assumed, in pounds a week.
    pub const MOST_UMBRELLA_MARGIN: i64 = 500;
    /// The largest running costs that can be entered or assumed, in pounds a year.
    pub const MOST_EXPENSES: i64 = 1_000_000;
}

/// A year's pay under an offer, line by line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// For a permanent job.
    Permanent(Permanent),
    /// For a contract inside IR35.
    InsideIr35(InsideIr35),
    /// For a contract outside IR35.
    OutsideIr35(OutsideIr35),
}

/// An input that exceeds the money available for it, with the largest value it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// The employee's pension contribution, as a share of salary.
    Pension(BasisPoints),
    /// The pension paid from a contract.
    ContractPension(Money<Year>),
    /// The umbrella company's margin.
    UmbrellaMargin(Money<Week>),
    /// The company's running costs.
    Expenses(Money<Year>),
}

impl Offer {
    /// The arrangement of the offer.
    pub const fn arrangement(&self) -> Arrangement {
        match self {
            Self::Permanent(_) => Arrangement::Permanent,
            Self::Contract(Side::Inside, _) => Arrangement::InsideIr35,
            Self::Contract(Side::Outside, _) => Arrangement::OutsideIr35,
        }
    }

    /// The statement of the offer, to the penny.
    pub fn statement(&self, taxpayer: &Taxpayer) -> Result<Statement, Excess> {
        match self {
            Self::Permanent(job) => permanent::statement(taxpayer, job).map(Statement::Permanent),
            Self::Contract(Side::Inside, contract) => {
                inside::statement(taxpayer, contract).map(Statement::InsideIr35)
            }
            Self::Contract(Side::Outside, contract) => {
                outside::statement(taxpayer, contract).map(Statement::OutsideIr35)
            }
        }
    }
}

impl Side {
    /// Take-home pay plus pension from a contract on this side.
    pub fn kept(self, taxpayer: &Taxpayer, contract: &Contract) -> Result<Money<Year>, Excess> {
        match self {
            Self::Inside => inside::kept(taxpayer, contract),
            Self::Outside => outside::kept(taxpayer, contract),
        }
    }
}

impl Statement {
    /// Take-home pay.
    pub const fn net(&self) -> Money<Year> {
        match self {
            Self::Permanent(pay) => pay.net,
            Self::InsideIr35(pay) => pay.net,
            Self::OutsideIr35(pay) => pay.net,
        }
    }

    /// The total paid into the pension.
    pub const fn pension_pot(&self) -> Money<Year> {
        match self {
            Self::Permanent(pay) => pay.pension_pot,
            Self::InsideIr35(pay) => pay.pension_pot,
            Self::OutsideIr35(pay) => pay.pension_pot,
        }
    }

    /// Take-home pay plus pension.
    pub fn kept(&self) -> Money<Year> {
        self.net() + self.pension_pot()
    }
}

/// The deductions from pay under PAYE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Deductions {
    income_tax: Exact,
    national_insurance: Exact,
    student_loan: Exact,
}

impl Taxpayer<'_> {
    /// The deductions from an employee's pay. National Insurance is due on `pay`, income tax on `income`.
    fn deductions(&self, pay: Exact, income: Income) -> Deductions {
        Deductions {
            income_tax: income_tax::due(self.rules, self.region, income).total(),
            national_insurance: national_insurance::employee(&self.rules.national_insurance, pay),
            student_loan: student_loan::repayment(
                &self.rules.student_loans,
                self.student_loans,
                pay,
                income.dividends,
            ),
        }
    }
}

impl Deductions {
    fn total(self) -> Exact {
        self.income_tax + self.national_insurance + self.student_loan
    }
}
