//! A contract outside IR35, through a company whose only director and employee is the contractor.
//!
//! All profit is paid out as dividends. The company has no employment allowance.

use super::{Contract, Excess, Taxpayer};
use crate::money::{Exact, Money, Year, apportioned};
use crate::tax::income_tax::Income;
use crate::tax::{corporation_tax, national_insurance};

/// A year's pay from a contract outside IR35. The dividend is turnover less expenses, salary, employer's National
/// Insurance, pension and corporation tax. Take-home pay is salary and dividend less the three lines below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideIr35<A = Money<Year>> {
    /// The day rate over the billable days.
    pub turnover: A,
    /// The company's running costs.
    pub expenses: A,
    /// The company's pension contribution.
    pub pension_pot: A,
    /// The director's salary.
    pub salary: A,
    /// The employer's National Insurance on it.
    pub employer_national_insurance: A,
    /// Corporation tax.
    pub corporation_tax: A,
    /// The dividend: all that remains.
    pub dividend: A,
    /// Income tax on salary and dividend.
    pub income_tax: A,
    /// The employee's National Insurance.
    pub national_insurance: A,
    /// Student loan repayments.
    pub student_loan: A,
    /// Take-home pay.
    pub net: A,
}

impl OutsideIr35 {
    /// The profit subject to corporation tax.
    pub fn profit(&self) -> Money<Year> {
        self.corporation_tax + self.dividend
    }
}

/// The statement for a contract outside IR35, to the penny.
pub fn statement(taxpayer: &Taxpayer, contract: &Contract) -> Result<OutsideIr35, Excess> {
    let sums = best(taxpayer, contract)?;
    let (turnover, dividend, net) = (sums.turnover.rounded(), sums.dividend.rounded(), sums.net.rounded());
    let [expenses, pension_pot, salary, employer_national_insurance, corporation_tax] = apportioned(
        [
            sums.expenses,
            sums.pension_pot,
            sums.salary,
            sums.employer_national_insurance,
            sums.corporation_tax,
        ],
        turnover - dividend,
    );
    let [income_tax, national_insurance, student_loan] =
        apportioned([sums.income_tax, sums.national_insurance, sums.student_loan], salary + dividend - net);
    Ok(OutsideIr35 {
        turnover,
        expenses,
        pension_pot,
        salary,
        employer_national_insurance,
        corporation_tax,
        dividend,
        income_tax,
        national_insurance,
        student_loan,
        net,
    })
}

/// Take-home pay plus pension from a contract outside IR35.
pub fn kept(taxpayer: &Taxpayer, contract: &Contract) -> Result<Money<Year>, Excess> {
    best(taxpayer, contract).map(|sums| sums.net.rounded() + sums.pension_pot.rounded())
}

/// The amounts for the director's salary that gives the highest take-home pay: zero, the secondary threshold, the lower
/// earnings limit or the primary threshold, among those the company can pay; the lowest on a tie.
fn best(taxpayer: &Taxpayer, contract: &Contract) -> Result<OutsideIr35<Exact>, Excess> {
    let turnover = Exact::of(contract.day_rate.over(contract.terms.days));
    let (expenses, pension) = (Exact::of(contract.terms.expenses), Exact::of(contract.terms.pension));
    if expenses > turnover {
        return Err(Excess::Expenses(turnover.rounded_down()));
    }
    let before_pension = turnover - expenses;
    if pension > before_pension {
        return Err(Excess::ContractPension(before_pension.rounded_down()));
    }
    let insurance = &taxpayer.rules.national_insurance;
    let salaries =
        [insurance.secondary_threshold, insurance.lower_earnings_limit, insurance.primary_threshold];
    let mut best = with_salary(taxpayer, contract, turnover, Exact::ZERO);
    for salary in salaries {
        let next = with_salary(taxpayer, contract, turnover, Exact::of(salary));
        let is_better = (next.net, best.salary) > (best.net, next.salary);
        if next.dividend >= Exact::ZERO && is_better {
            best = next;
        }
    }
    Ok(best)
}

/// The amounts for a given salary. If the company cannot pay it, the dividend is negative.
fn with_salary(
    taxpayer: &Taxpayer,
    contract: &Contract,
    turnover: Exact,
    salary: Exact,
) -> OutsideIr35<Exact> {
    let (expenses, pension_pot) = (Exact::of(contract.terms.expenses), Exact::of(contract.terms.pension));
    let employer_national_insurance =
        national_insurance::employer(&taxpayer.rules.national_insurance, salary);
    let profit = turnover - expenses - pension_pot - salary - employer_national_insurance;
    let corporation_tax = corporation_tax::due(&taxpayer.rules.corporation_tax, profit);
    let dividend = profit - corporation_tax;
    let income = Income { earnings: salary, dividends: dividend, relieved_contributions: Exact::ZERO };
    let deductions = taxpayer.deductions(salary, income);
    OutsideIr35 {
        turnover,
        expenses,
        pension_pot,
        salary,
        employer_national_insurance,
        corporation_tax,
        dividend,
        income_tax: deductions.income_tax,
        national_insurance: deductions.national_insurance,
        student_loan: deductions.student_loan,
        net: salary + dividend - deductions.total(),
    }
}
