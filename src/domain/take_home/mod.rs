//! What is left of a year's pay: of a permanent salary, of a contract inside IR35 through an umbrella company, of one
//! outside IR35 through a company of one's own; and which day rate leaves as much as a salary.
//!
//! Each file is one arrangement. Its sums come in two precisions of the same type: [`Exact`], in which they are worked
//! out, and [`Money`], a statement in pence whose lines add up.

pub mod break_even;
pub mod inside;
pub mod outside;
pub mod permanent;

use super::choice::{ByStudentLoan, TaxRegion};
use super::money::{BasisPoints, BillableDays, DayRate, Exact, Money, Week, Year};
use super::tax::income_tax::{self, Income};
use super::tax::national_insurance;
use super::tax::rules::TaxRules;
use super::tax::student_loan;

/// Who pays the tax, and by which rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taxpayer<'a> {
    /// The year's figures.
    pub rules: &'a TaxRules,
    /// Whose income tax bands apply.
    pub region: TaxRegion,
    /// Which student loans are being repaid.
    pub student_loans: ByStudentLoan<bool>,
}

/// What a contract is worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The day rate.
    pub day_rate: DayRate,
    /// The days it is paid for.
    pub days: BillableDays,
    /// What an umbrella company keeps.
    pub umbrella_margin: Money<Week>,
    /// What running one's own company costs.
    pub expenses: Money<Year>,
    /// What goes into a pension: sacrificed through an umbrella, contributed by one's own company.
    pub pension: Money<Year>,
}

/// An input that is more than there is to pay it from, with the most that it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// The employee's pension contribution, of salary.
    Pension(BasisPoints),
    /// What goes into a pension from a contract.
    ContractPension(Money<Year>),
    /// The umbrella company's margin.
    UmbrellaMargin(Money<Week>),
    /// The company's running costs.
    Expenses(Money<Year>),
}

/// What comes off pay under PAYE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Deductions {
    income_tax: Exact,
    national_insurance: Exact,
    student_loan: Exact,
}

impl Taxpayer<'_> {
    /// What comes off an employee's pay: `pay` is what National Insurance is due on, `income` what tax is due on.
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
