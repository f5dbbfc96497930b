//! A permanent salary under PAYE.

use super::{Excess, Taxpayer};
use crate::domain::choice::PensionMethod;
use crate::domain::money::{BasisPoints, Exact, GrossSalary, Money, Year, apportioned};
use crate::domain::tax::income_tax::Income;

/// What a permanent job pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// The salary.
    pub salary: GrossSalary,
    /// A bonus, of salary.
    pub bonus: BasisPoints,
    /// The employee's pension contribution, of salary.
    pub pension: BasisPoints,
    /// How that contribution leaves the pay.
    pub pension_method: PensionMethod,
    /// The employer's pension contribution, of salary.
    pub employer_pension: BasisPoints,
}

/// What is left of a permanent salary in a year. Gross pay less the four lines below it is the take-home pay.
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
    /// What of the pension contribution leaves the pay packet.
    pub pension_from_pay: A,
    /// All that goes into the pension, the employer's contribution and relief at source included.
    pub pension_pot: A,
    /// Take-home pay.
    pub net: A,
    /// How much of the income counts for the personal allowance.
    pub adjusted_net_income: A,
}

impl Permanent {
    /// Take-home pay and pension together.
    pub fn kept(&self) -> Money<Year> {
        self.net + self.pension_pot
    }
}

/// What is left of a salary, to the penny.
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

/// What becomes of a rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    /// How much more gross pay it makes, with its bonus.
    pub gross: Money<Year>,
    /// What of that goes in income tax, National Insurance and loan repayments.
    pub taken: Money<Year>,
    /// How much of the income then counts for the personal allowance.
    pub adjusted_net_income: Money<Year>,
}

/// What becomes of some more salary; bonus and pension contributions rise with it.
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
    // A hundredth of a per cent more always leaves less: halve the distance to the largest that leaves something.
    let (mut bearable, mut too_much) = (0, job.pension.0);
    while too_much - bearable > 1 {
        let middle = i32::midpoint(bearable, too_much);
        let net = unchecked(taxpayer, &Job { pension: BasisPoints(middle), ..*job }).net;
        if net >= Exact::ZERO { bearable = middle } else { too_much = middle }
    }
    Err(Excess::Pension(BasisPoints(bearable)))
}

fn unchecked(taxpayer: &Taxpayer, job: &Job) -> Permanent<Exact> {
    let salary = Exact::of(job.salary);
    let gross = salary + salary.at(job.bonus);
    let pension = salary.at(job.pension);
    let relief = pension.at(taxpayer.rules.income_tax.relief_at_source.value);
    // What National Insurance is due on, what tax is due on, what extends the bands, what leaves the pay packet.
    let (pay, earnings, relieved_contributions, pension_from_pay) = match job.pension_method {
        // The pay is less by agreement (Income Tax (Earnings and Pensions) Act 2003 s.62; HMRC EIM42750).
        PensionMethod::SalarySacrifice => (gross - pension, gross - pension, Exact::ZERO, pension),
        // Relief at the highest rate, as a deduction from earnings (Finance Act 2004 s.193).
        PensionMethod::NetPay => (gross, gross - pension, Exact::ZERO, pension),
        // The scheme claims the basic rate back; the bands are lifted (Finance Act 2004 s.192).
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
        pension_pot: pension + salary.at(job.employer_pension),
        net: gross - deductions.total() - pension_from_pay,
        adjusted_net_income: super::income_tax::adjusted_net_income(income),
    }
}
