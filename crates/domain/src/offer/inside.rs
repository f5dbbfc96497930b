//! A contract inside IR35, through an umbrella company that employs the contractor.
//!
//! The umbrella company pays its margin, the employer's National Insurance, the apprenticeship levy and any sacrificed
//! pension out of the assignment income. The rest is gross pay under PAYE, including holiday pay. There is no automatic
//! enrolment.

use super::{Contract, ContractTerms, Excess, Taxpayer};
use crate::money::{Exact, Money, Year, apportioned};
use crate::tax::income_tax::Income;
use crate::tax::national_insurance;
use crate::tax::rules::TaxRules;

/// A year's pay from a contract inside IR35. Gross pay is assignment income less margin, employer's National Insurance,
/// levy and pension. Take-home pay is gross pay less the three lines below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InsideIr35<A = Money<Year>> {
    /// The day rate over the billable days.
    pub assignment_income: A,
    /// The umbrella company's margin.
    pub umbrella_margin: A,
    /// The employer's National Insurance.
    pub employer_national_insurance: A,
    /// The apprenticeship levy.
    pub apprenticeship_levy: A,
    /// The pension, sacrificed from pay.
    pub pension_pot: A,
    /// Gross pay.
    pub gross: A,
    /// Income tax.
    pub income_tax: A,
    /// The employee's National Insurance.
    pub national_insurance: A,
    /// Student loan repayments.
    pub student_loan: A,
    /// Take-home pay.
    pub net: A,
}

/// The statement for a contract inside IR35, to the penny.
pub fn statement(taxpayer: &Taxpayer, contract: &Contract) -> Result<InsideIr35, Excess> {
    let sums = sums(taxpayer, contract)?;
    let (assignment_income, gross) = (sums.assignment_income.rounded(), sums.gross.rounded());
    let net = sums.net.rounded();
    let [umbrella_margin, employer_national_insurance, apprenticeship_levy, pension_pot] = apportioned(
        [sums.umbrella_margin, sums.employer_national_insurance, sums.apprenticeship_levy, sums.pension_pot],
        assignment_income - gross,
    );
    let [income_tax, national_insurance, student_loan] =
        apportioned([sums.income_tax, sums.national_insurance, sums.student_loan], gross - net);
    Ok(InsideIr35 {
        assignment_income,
        umbrella_margin,
        employer_national_insurance,
        apprenticeship_levy,
        pension_pot,
        gross,
        income_tax,
        national_insurance,
        student_loan,
        net,
    })
}

/// Take-home pay plus pension from a contract inside IR35.
pub fn kept(taxpayer: &Taxpayer, contract: &Contract) -> Result<Money<Year>, Excess> {
    sums(taxpayer, contract).map(|sums| sums.net.rounded() + sums.pension_pot.rounded())
}

fn sums(taxpayer: &Taxpayer, contract: &Contract) -> Result<InsideIr35<Exact>, Excess> {
    let Contract { day_rate, terms } = *contract;
    let ContractTerms { days, umbrella_margin, pension, .. } = terms;
    let assignment_income = Exact::of(day_rate.over(days));
    let margin = Exact::weekly(umbrella_margin, days);
    if margin > assignment_income {
        return Err(Excess::UmbrellaMargin(day_rate.a_week()));
    }
    let pension_pot = Exact::of(pension);
    if pension_pot > assignment_income - margin {
        return Err(Excess::ContractPension((assignment_income - margin).rounded_down()));
    }
    let pot = assignment_income - margin - pension_pot;
    let gross = gross_from(taxpayer.rules, pot);
    let deductions = taxpayer.deductions(gross, Income { earnings: gross, ..Income::default() });
    let apprenticeship_levy = gross.at(taxpayer.rules.national_insurance.apprenticeship_levy);
    Ok(InsideIr35 {
        assignment_income,
        umbrella_margin: margin,
        employer_national_insurance: national_insurance::employer(&taxpayer.rules.national_insurance, gross),
        apprenticeship_levy,
        pension_pot,
        gross,
        income_tax: deductions.income_tax,
        national_insurance: deductions.national_insurance,
        student_loan: deductions.student_loan,
        net: gross - deductions.total(),
    })
}

/// The gross pay that a pot covers, together with everything an employer owes on that pay. The pot is `gross + levy ×
/// gross + rate × (gross − secondary threshold)`, which is solved for gross on either side of the threshold. The levy
/// has no allowance here, because the umbrella company has used it up.
pub fn gross_from(rules: &TaxRules, pot: Exact) -> Exact {
    let insurance = &rules.national_insurance;
    let levy = insurance.apprenticeship_levy;
    let threshold = Exact::of(insurance.secondary_threshold);
    let up_to_it = pot.before(levy);
    if up_to_it <= threshold {
        return up_to_it;
    }
    (pot + threshold.at(insurance.employer_rate)).before(levy + insurance.employer_rate)
}
