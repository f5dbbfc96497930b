//! A contract outside IR35, through a company whose only director and employee is the contractor.
//!
//! All profit is paid out as dividend. The company has no employment allowance.

use super::{Contract, Excess, Taxpayer};
use crate::domain::money::{Exact, Money, Year, apportioned};
use crate::domain::tax::income_tax::Income;
use crate::domain::tax::{corporation_tax, national_insurance};

/// What is left of a contract outside IR35 in a year. Turnover less expenses, salary, employer's National Insurance,
/// pension and corporation tax is the dividend; salary and dividend less the three lines below are what is taken home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideIr35<A = Money<Year>> {
    /// The day rate over the billable days.
    pub turnover: A,
    /// What running the company costs.
    pub expenses: A,
    /// What the company contributes to a pension.
    pub pension_pot: A,
    /// The director's salary.
    pub salary: A,
    /// The employer's National Insurance on it.
    pub employer_national_insurance: A,
    /// Corporation tax.
    pub corporation_tax: A,
    /// What is left and paid out.
    pub dividend: A,
    /// Income tax on salary and dividend.
    pub income_tax: A,
    /// The employee's National Insurance.
    pub national_insurance: A,
    /// Student loan repayments.
    pub student_loan: A,
    /// What is taken home.
    pub net: A,
}

impl OutsideIr35 {
    /// What corporation tax is due on.
    pub fn profit(&self) -> Money<Year> {
        self.corporation_tax + self.dividend
    }

    /// What is taken home and the pension together.
    pub fn kept(&self) -> Money<Year> {
        self.net + self.pension_pot
    }
}

/// What is left of a contract outside IR35, to the penny.
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

/// What is kept of a contract outside IR35: what is taken home, and the pension.
pub fn kept(taxpayer: &Taxpayer, contract: &Contract) -> Result<Money<Year>, Excess> {
    best(taxpayer, contract).map(|sums| sums.net.rounded() + sums.pension_pot.rounded())
}

/// The sums with the director's salary that leaves most: none, or one at the secondary threshold, the lower earnings
/// limit or the primary threshold, as far as the company can pay it; the lowest of those that leave the same.
fn best(taxpayer: &Taxpayer, contract: &Contract) -> Result<OutsideIr35<Exact>, Excess> {
    let turnover = Exact::of(contract.day_rate.over(contract.days));
    if Exact::of(contract.expenses) > turnover {
        return Err(Excess::Expenses(turnover.rounded_down()));
    }
    let before_pension = turnover - Exact::of(contract.expenses);
    if Exact::of(contract.pension) > before_pension {
        return Err(Excess::ContractPension(before_pension.rounded_down()));
    }
    let insurance = &taxpayer.rules.national_insurance;
    let salaries =
        [&insurance.secondary_threshold, &insurance.lower_earnings_limit, &insurance.primary_threshold];
    let none = with_salary(taxpayer, contract, turnover, Exact::ZERO);
    Ok(salaries
        .map(|salary| with_salary(taxpayer, contract, turnover, Exact::of(salary.value)))
        .into_iter()
        .filter(|sums| sums.dividend >= Exact::ZERO)
        .fold(none, |best, next| {
            let better = (next.net, best.salary) > (best.net, next.salary);
            if better { next } else { best }
        }))
}

/// The sums with a salary. Where the company cannot pay it, the dividend comes out negative.
fn with_salary(
    taxpayer: &Taxpayer,
    contract: &Contract,
    turnover: Exact,
    salary: Exact,
) -> OutsideIr35<Exact> {
    let (expenses, pension_pot) = (Exact::of(contract.expenses), Exact::of(contract.pension));
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
