//! A statement: every line of a year's pay under an offer, and where the money goes.

use crate::domain::choice::{Arrangement, PensionMethod};
use crate::domain::listed;
use crate::domain::money::{Money, Year};
use crate::domain::offer;
use crate::domain::offer::inside::InsideIr35;
use crate::domain::offer::outside::OutsideIr35;
use crate::domain::offer::permanent::{JobTerms, Permanent};
use crate::domain::tax::corporation_tax;
use crate::domain::tax::rules::TaxRules;
use crate::state::answer::TakeHome;

listed! {
    /// A share of the money. The slug is its class in the picture.
    Share {
        /// Into the bank account.
        TakeHome = "net",
        /// Into the pension.
        Pension = "pension",
        /// Income tax.
        IncomeTax = "income-tax",
        /// The employee's National Insurance.
        NationalInsurance = "national-insurance",
        /// Student loan repayments.
        StudentLoan = "student-loan",
        /// Corporation tax.
        CorporationTax = "corporation-tax",
        /// The costs of being employed or of having a company.
        Costs = "costs",
    }
}

/// The subject of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of lines are those of the statements in the domain")]
pub enum Item {
    Gross,
    AssignmentIncome,
    UmbrellaMargin,
    EmployerNationalInsurance,
    ApprenticeshipLevy,
    Sacrificed,
    Turnover,
    Expenses,
    Salary,
    Contributed,
    Profit,
    CorporationTax,
    CorporationTaxRelieved,
    Dividend,
    IncomeTax,
    NationalInsurance,
    StudentLoan,
    PensionFromPay,
    Net,
    PensionPot,
    PensionPotWithEmployer,
    PensionPotWithRelief,
    PensionPotWithBoth,
    Kept,
}

/// The effect of a line on the sum above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It begins the sum.
    Start,
    /// It is added.
    Plus,
    /// It is taken off.
    Minus,
    /// It is the result.
    Equals,
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its effect on the sum above it.
    pub sign: Sign,
    /// Its subject.
    pub item: Item,
    /// The amount.
    pub amount: Money<Year>,
    /// The share it belongs to; `None` if the money goes nowhere or another line counts it.
    share: Option<Share>,
    /// Whether it is shown only if there is an amount.
    optional: bool,
}

/// A year's pay under an offer, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The arrangement of the offer.
    pub arrangement: Arrangement,
    /// The lines worth showing.
    pub lines: Vec<Line>,
    /// Take-home pay.
    pub net: Money<Year>,
    /// Take-home pay plus pension.
    pub kept: Money<Year>,
}

impl Statement {
    /// The statement of an arrangement.
    pub fn of(take_home: &TakeHome, pay: &offer::Statement) -> Self {
        let (arrangement, lines) = match pay {
            offer::Statement::Permanent(pay) => {
                (Arrangement::Permanent, permanent(pay, &take_home.job.terms))
            }
            offer::Statement::InsideIr35(pay) => (Arrangement::InsideIr35, inside(pay)),
            offer::Statement::OutsideIr35(pay) => {
                (Arrangement::OutsideIr35, outside(pay, take_home.taxpayer.rules))
            }
        };
        let lines = lines.into_iter().filter(|line| !line.optional || line.amount.pence() != 0).collect();
        Self { arrangement, lines, net: pay.net(), kept: pay.kept() }
    }

    /// The amount of each share, without empty ones.
    pub fn shares(&self) -> impl Iterator<Item = (Share, Money<Year>)> {
        let total = |share: Share| {
            let lines = self.lines.iter().filter(move |line| line.share == Some(share));
            lines.map(|line| line.amount).fold(Money::ZERO, std::ops::Add::add)
        };
        let shares = Share::ALL.iter().map(move |&share| (share, total(share)));
        shares.filter(|(_, amount)| amount.pence() > 0)
    }
}

fn line(sign: Sign, item: Item, amount: Money<Year>, share: Option<Share>) -> Line {
    Line { sign, item, amount, share, optional: false }
}

/// A line that is shown only if there is an amount.
fn optional(sign: Sign, item: Item, amount: Money<Year>, share: Option<Share>) -> Line {
    Line { optional: true, ..line(sign, item, amount, share) }
}

/// The deductions under PAYE.
fn deductions(income_tax: Money<Year>, insurance: Money<Year>, loan: Money<Year>) -> [Line; 3] {
    use Sign::Minus;
    [
        line(Minus, Item::IncomeTax, income_tax, Some(Share::IncomeTax)),
        line(Minus, Item::NationalInsurance, insurance, Some(Share::NationalInsurance)),
        optional(Minus, Item::StudentLoan, loan, Some(Share::StudentLoan)),
    ]
}

/// The last lines of every statement.
fn kept(net: Money<Year>, pot: Item, pension: Money<Year>) -> [Line; 3] {
    [
        line(Sign::Equals, Item::Net, net, Some(Share::TakeHome)),
        optional(Sign::Plus, pot, pension, Some(Share::Pension)),
        line(Sign::Equals, Item::Kept, net + pension, None),
    ]
}

fn permanent(pay: &Permanent, terms: &JobTerms) -> Vec<Line> {
    let mut lines = vec![line(Sign::Start, Item::Gross, pay.gross, None)];
    lines.extend(deductions(pay.income_tax, pay.national_insurance, pay.student_loan));
    lines.push(optional(Sign::Minus, Item::PensionFromPay, pay.pension_from_pay, None));
    let relieved = terms.pension.0 > 0 && terms.pension_method == PensionMethod::ReliefAtSource;
    let pot = match (terms.employer_pension.0 > 0, relieved) {
        (false, false) => Item::PensionPot,
        (true, false) => Item::PensionPotWithEmployer,
        (false, true) => Item::PensionPotWithRelief,
        (true, true) => Item::PensionPotWithBoth,
    };
    lines.extend(kept(pay.net, pot, pay.pension_pot));
    lines
}

fn inside(pay: &InsideIr35) -> Vec<Line> {
    use Sign::{Equals, Minus, Start};
    let costs = Some(Share::Costs);
    let mut lines = vec![
        line(Start, Item::AssignmentIncome, pay.assignment_income, None),
        line(Minus, Item::UmbrellaMargin, pay.umbrella_margin, costs),
        line(Minus, Item::EmployerNationalInsurance, pay.employer_national_insurance, costs),
        line(Minus, Item::ApprenticeshipLevy, pay.apprenticeship_levy, costs),
        optional(Minus, Item::Sacrificed, pay.pension_pot, None),
        line(Equals, Item::Gross, pay.gross, None),
    ];
    lines.extend(deductions(pay.income_tax, pay.national_insurance, pay.student_loan));
    lines.extend(kept(pay.net, Item::PensionPot, pay.pension_pot));
    lines
}

fn outside(pay: &OutsideIr35, rules: &TaxRules) -> Vec<Line> {
    use Sign::{Equals, Minus, Plus, Start};
    let costs = Some(Share::Costs);
    let relieved = corporation_tax::has_marginal_relief(&rules.corporation_tax, pay.profit());
    let corporation_tax = if relieved { Item::CorporationTaxRelieved } else { Item::CorporationTax };
    let mut lines = vec![
        line(Start, Item::Turnover, pay.turnover, None),
        line(Minus, Item::Expenses, pay.expenses, costs),
        line(Minus, Item::Salary, pay.salary, None),
        line(Minus, Item::EmployerNationalInsurance, pay.employer_national_insurance, costs),
        optional(Minus, Item::Contributed, pay.pension_pot, None),
        line(Equals, Item::Profit, pay.profit(), None),
        line(Minus, corporation_tax, pay.corporation_tax, Some(Share::CorporationTax)),
        line(Equals, Item::Dividend, pay.dividend, None),
        line(Plus, Item::Salary, pay.salary, None),
    ];
    lines.extend(deductions(pay.income_tax, pay.national_insurance, pay.student_loan));
    lines.extend(kept(pay.net, Item::PensionPot, pay.pension_pot));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::State;
    use crate::testing::{TODAY, figures};

    /// Every statement adds up as its signs say, and its shares cover all the money.
    #[test]
    fn lines_add_up_and_shares_cover_everything() {
        for query in [
            "",
            "salary=105000&pension=5&employer-pension=8&pension-method=relief-at-source&student-loan=plan-2",
            "day-rate=900&contract-pension=20000&tax-region=scotland",
            "day-rate=150&expenses=0",
        ] {
            let state = State::from_query(query, figures(), TODAY);
            let take_home = state.answer.take_home.as_ref().unwrap();
            for compared in &take_home.offers {
                let statement = Statement::of(take_home, &compared.statement.unwrap());
                let mut sum = Money::ZERO;
                for line in &statement.lines {
                    match line.sign {
                        Sign::Start => sum = line.amount,
                        Sign::Plus => sum = sum + line.amount,
                        Sign::Minus => sum = sum - line.amount,
                        Sign::Equals => assert_eq!(sum, line.amount, "{query}: {line:?}"),
                    }
                }
                assert_eq!(sum, statement.kept, "{query}");
                let first = statement.lines[0].amount;
                let extra = match statement.arrangement {
                    Arrangement::Permanent => {
                        let from_pay = statement.lines.iter().find(|line| line.item == Item::PensionFromPay);
                        statement.kept - statement.net - from_pay.map_or(Money::ZERO, |line| line.amount)
                    }
                    _ => Money::ZERO,
                };
                let shares = statement.shares().fold(Money::ZERO, |sum, (_, amount)| sum + amount);
                assert_eq!(shares, first + extra, "{query}");
            }
        }
    }

    #[test]
    fn empty_lines_are_left_out_only_if_they_are_optional() {
        let state = State::from_query("day-rate=200", figures(), TODAY);
        let take_home = state.answer.take_home.as_ref().unwrap();
        for compared in &take_home.offers {
            let statement = Statement::of(take_home, &compared.statement.unwrap());
            let has = |item: Item| statement.lines.iter().any(|line| line.item == item);
            assert!(has(Item::IncomeTax) && has(Item::Net) && has(Item::Kept));
            assert!(!has(Item::StudentLoan) && !has(Item::PensionPot) && !has(Item::Sacrificed));
        }
    }
}
