//! A permanent salary under PAYE.

use super::{Excess, Taxpayer};
use crate::choice::PensionMethod;
use crate::money::{BasisPoints, Exact, GrossSalary, Money, Year, apportioned};
use crate::tax::income_tax::{self, Income};

/// A permanent job: its salary and its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// The salary.
    pub salary: GrossSalary,
    /// The other terms.
    pub terms: JobTerms,
}

/// The terms of a permanent job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobTerms {
    /// A bonus, as a share of salary.
    pub bonus: BasisPoints,
    /// The employee's pension contribution, as a share of salary.
    pub pension: BasisPoints,
    /// The way that contribution leaves the pay.
    pub pension_method: PensionMethod,
    /// The employer's pension contribution, as a share of salary.
    pub employer_pension: BasisPoints,
}

impl JobTerms {
    /// Nothing but a salary.
    pub const NONE: Self = Self {
        bonus: BasisPoints(0),
        pension: BasisPoints(0),
        pension_method: PensionMethod::SalarySacrifice,
        employer_pension: BasisPoints(0),
    };
}

/// A year's pay from a permanent job. Take-home pay is gross pay less the four lines below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permanent<A = Money<Year>> {
    /// Salary and bonus.
    pub gross: A,
    /// Income tax.
    pub income_tax: A,
    /// The employee's National Insurance.
    pub national_insurance: A,
    /// Student loan repayments.
    pub student_loan: A,
    /// The part of the pension contribution that leaves the pay packet.
    pub pension_from_pay: A,
    /// The total paid into the pension, including the employer's contribution and relief at source.
    pub pension_pot: A,
    /// Take-home pay.
    pub net: A,
    /// The adjusted net income, which decides the personal allowance.
    pub adjusted_net_income: A,
}

/// The statement for a salary, to the penny.
pub fn statement(taxpayer: &Taxpayer, job: &Job) -> Result<Permanent, Excess> {
    let sums = sums(taxpayer, job)?;
    let (gross, net) = (sums.gross.rounded(), sums.net.rounded());
    let [income_tax, national_insurance, student_loan, pension_from_pay] = apportioned(
        [sums.income_tax, sums.national_insurance, sums.student_loan, sums.pension_from_pay],
        gross - net,
    );
    Ok(Permanent {
        gross,
        income_tax,
        national_insurance,
        student_loan,
        pension_from_pay,
        pension_pot: sums.pension_pot.rounded(),
        net,
        adjusted_net_income: sums.adjusted_net_income.rounded(),
    })
}

/// A rise, with the part of it that is deducted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    /// The rise in gross pay, including the bonus on it.
    pub gross: Money<Year>,
    /// The part that goes on income tax, National Insurance and loan repayments.
    pub taken: Money<Year>,
    /// The adjusted net income after the rise.
    pub adjusted_net_income: Money<Year>,
}

/// The effect of a higher salary. The bonus and the pension contributions rise with it.
pub fn rise(taxpayer: &Taxpayer, job: &Job, more: Money<Year>) -> Result<Rise, Excess> {
    let now = sums(taxpayer, job)?;
    let then = sums(taxpayer, &Job { salary: job.salary + more, ..*job })?;
    let taken = |sums: &Permanent<Exact>| sums.income_tax + sums.national_insurance + sums.student_loan;
    Ok(Rise {
        gross: (then.gross - now.gross).rounded(),
        taken: (taken(&then) - taken(&now)).rounded(),
        adjusted_net_income: then.adjusted_net_income.rounded(),
    })
}

fn sums(taxpayer: &Taxpayer, job: &Job) -> Result<Permanent<Exact>, Excess> {
    let sums = unchecked(taxpayer, job);
    if sums.net >= Exact::ZERO {
        return Ok(sums);
    }
    // A higher contribution always leaves less, so bisection finds the largest that can be paid.
    let (mut bearable, mut too_much) = (0, job.terms.pension.0);
    while too_much - bearable > 1 {
        let middle = i32::midpoint(bearable, too_much);
        let terms = JobTerms { pension: BasisPoints(middle), ..job.terms };
        let net = unchecked(taxpayer, &Job { terms, ..*job }).net;
        if net >= Exact::ZERO { bearable = middle } else { too_much = middle }
    }
    Err(Excess::Pension(BasisPoints(bearable)))
}

fn unchecked(taxpayer: &Taxpayer, job: &Job) -> Permanent<Exact> {
    let (salary, terms) = (Exact::of(job.salary), &job.terms);
    let gross = salary + salary.at(terms.bonus);
    let pension = salary.at(terms.pension);
    let relief = pension.at(taxpayer.rules.income_tax.relief_at_source);
    // The pay subject to National Insurance, the earnings subject to tax, the contributions that raise the bands, and
    // the amount that leaves the pay packet.
    let (pay, earnings, relieved_contributions, pension_from_pay) = match terms.pension_method {
        // Pay is reduced by agreement (Income Tax (Earnings and Pensions) Act 2003 s.62; HMRC EIM42750).
        PensionMethod::SalarySacrifice => (gross - pension, gross - pension, Exact::ZERO, pension),
        // Relief at the highest rate, as a deduction from earnings (Finance Act 2004 s.193).
        PensionMethod::NetPay => (gross, gross - pension, Exact::ZERO, pension),
        // The scheme claims the basic rate back, and the contribution raises the bands (Finance Act 2004 s.192).
        PensionMethod::ReliefAtSource => (gross, gross, pension, pension - relief),
    };
    let income = Income { earnings, dividends: Exact::ZERO, relieved_contributions };
    let deductions = taxpayer.deductions(pay, income);
    Permanent {
        gross,
        income_tax: deductions.income_tax,
        national_insurance: deductions.national_insurance,
        student_loan: deductions.student_loan,
        pension_from_pay,
        pension_pot: pension + salary.at(terms.employer_pension),
        net: gross - deductions.total() - pension_from_pay,
        adjusted_net_income: income_tax::adjusted_net_income(income),
    }
}
