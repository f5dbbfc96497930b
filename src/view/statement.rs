//! What becomes of a year's pay: every line of a statement, and the picture of where the money goes.

use yew::prelude::*;

use crate::domain::choice::{Arrangement, PensionMethod, listed};
use crate::domain::money::{Money, Year};
use crate::domain::take_home::Excess;
use crate::domain::take_home::inside::InsideIr35;
use crate::domain::take_home::outside::OutsideIr35;
use crate::domain::take_home::permanent::{Job, Permanent};
use crate::domain::tax::corporation_tax;
use crate::domain::tax::rules::TaxRules;
use crate::domain::text::text;
use crate::state::disclosure::Disclosure;
use crate::state::model::State;
use crate::state::take_home::TakeHome;

use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home::STATEMENT_COLUMNS;
use super::copy::take_home::line;
use super::disclosure::disclosure;
use super::element::{Child, Element, element, fragment};
use super::{copy, format, glossary};

listed! {
    /// Where money goes. The slug is its class in the picture.
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

/// What a line does to the sum above it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Start,
    Plus,
    Minus,
    Equals,
}

#[derive(Clone, Copy)]
struct Line {
    sign: Sign,
    name: &'static str,
    term: Option<Term>,
    amount: Money<Year>,
    share: Option<Share>,
    /// Whether there is no such line where there is nothing in it.
    optional: bool,
}

/// The lines of one arrangement.
pub struct Statement {
    lines: Vec<Line>,
    income_tax: &'static str,
    costs: &'static str,
    /// Take-home pay.
    pub net: Money<Year>,
}

impl Statement {
    /// The statement of an arrangement, or why there is none.
    pub fn of(take_home: &TakeHome, arrangement: Arrangement) -> Result<Self, Excess> {
        match arrangement {
            Arrangement::Permanent => take_home.permanent.map(|pay| permanent(&pay, &take_home.job)),
            Arrangement::InsideIr35 => take_home.inside.map(|pay| inside(&pay)),
            Arrangement::OutsideIr35 => take_home.outside.map(|pay| outside(&pay, take_home.taxpayer.rules)),
        }
    }

    /// How much goes where, without what gets nothing.
    fn shares(&self) -> impl Iterator<Item = (Share, Money<Year>)> {
        let total = |share: Share| {
            let lines = self.lines.iter().filter(move |line| line.share == Some(share));
            lines.map(|line| line.amount).fold(Money::from_pence(0), std::ops::Add::add)
        };
        let shares = Share::ALL.iter().map(move |&share| (share, total(share)));
        shares.filter(|(_, amount)| amount.pence() > 0)
    }
}

impl Line {
    /// Whether it is worth a row: one that may be missing is not, where there is nothing in it.
    fn matters(&self) -> bool {
        !self.optional || self.amount.pence() != 0
    }
}

const fn optional(line: Line) -> Line {
    Line { optional: true, ..line }
}

fn line(sign: Sign, name: &'static str, amount: Money<Year>, share: Option<Share>) -> Line {
    Line { sign, name, term: None, amount, share, optional: false }
}

fn explained(sign: Sign, name: &'static str, term: Term, amount: Money<Year>, share: Option<Share>) -> Line {
    Line { term: Some(term), ..line(sign, name, amount, share) }
}

/// What comes off under PAYE.
fn deductions(income_tax: Money<Year>, insurance: Money<Year>, loan: Money<Year>) -> [Line; 3] {
    use Sign::Minus;
    [
        explained(Minus, line::INCOME_TAX, Term::IncomeTax, income_tax, Some(Share::IncomeTax)),
        explained(
            Minus,
            line::NATIONAL_INSURANCE,
            Term::NationalInsurance,
            insurance,
            Some(Share::NationalInsurance),
        ),
        optional(explained(Minus, line::STUDENT_LOAN, Term::StudentLoan, loan, Some(Share::StudentLoan))),
    ]
}

/// What an umbrella company, or a company of one's own, pays as an employer.
fn employers_insurance(amount: Money<Year>) -> Line {
    let (name, term) = (line::EMPLOYER_NATIONAL_INSURANCE, Term::EmployerNationalInsurance);
    explained(Sign::Minus, name, term, amount, Some(Share::Costs))
}

/// The last lines of every statement.
fn kept(net: Money<Year>, pot: &'static str, pension: Money<Year>, kept: Money<Year>) -> [Line; 3] {
    [
        line(Sign::Equals, line::NET, net, Some(Share::TakeHome)),
        optional(line(Sign::Plus, pot, pension, Some(Share::Pension))),
        explained(Sign::Equals, line::KEPT, Term::Kept, kept, None),
    ]
}

fn permanent(pay: &Permanent, job: &Job) -> Statement {
    let mut lines = vec![line(Sign::Start, line::GROSS, pay.gross, None)];
    lines.extend(deductions(pay.income_tax, pay.national_insurance, pay.student_loan));
    let from_pay = pay.pension_from_pay;
    lines.push(optional(explained(Sign::Minus, line::PENSION_FROM_PAY, Term::PensionMethod, from_pay, None)));
    let relieved = job.pension.0 > 0 && job.pension_method == PensionMethod::ReliefAtSource;
    let pot = match (job.employer_pension.0 > 0, relieved) {
        (false, false) => line::PENSION_POT,
        (true, false) => line::PENSION_POT_EMPLOYER,
        (false, true) => line::PENSION_POT_RELIEF,
        (true, true) => line::PENSION_POT_BOTH,
    };
    lines.extend(kept(pay.net, pot, pay.pension_pot, pay.kept()));
    Statement { lines, income_tax: line::INCOME_TAX, costs: "", net: pay.net }
}

fn inside(pay: &InsideIr35) -> Statement {
    use Sign::{Equals, Minus, Start};
    let costs = Some(Share::Costs);
    let mut lines = vec![
        line(Start, line::ASSIGNMENT_INCOME, pay.assignment_income, None),
        explained(Minus, line::UMBRELLA_MARGIN, Term::Umbrella, pay.umbrella_margin, costs),
        employers_insurance(pay.employer_national_insurance),
        explained(Minus, line::LEVY, Term::ApprenticeshipLevy, pay.apprenticeship_levy, costs),
        optional(explained(Minus, line::SACRIFICED, Term::ContractPension, pay.pension_pot, None)),
        line(Equals, line::GROSS, pay.gross, None),
    ];
    lines.extend(deductions(pay.income_tax, pay.national_insurance, pay.student_loan));
    lines.extend(kept(pay.net, line::PENSION_POT, pay.pension_pot, pay.kept()));
    Statement { lines, income_tax: line::INCOME_TAX, costs: line::COSTS_INSIDE, net: pay.net }
}

fn outside(pay: &OutsideIr35, rules: &TaxRules) -> Statement {
    use Sign::{Equals, Minus, Plus, Start};
    let costs = Some(Share::Costs);
    let relieved = corporation_tax::has_marginal_relief(&rules.corporation_tax, pay.profit());
    let (corporation_tax, term) = if relieved {
        (line::CORPORATION_TAX_RELIEVED, Term::MarginalRelief)
    } else {
        (line::CORPORATION_TAX, Term::CorporationTax)
    };
    let mut lines = vec![
        line(Start, line::TURNOVER, pay.turnover, None),
        explained(Minus, line::EXPENSES, Term::OwnCompany, pay.expenses, costs),
        explained(Minus, line::SALARY, Term::DirectorsSalary, pay.salary, None),
        employers_insurance(pay.employer_national_insurance),
        optional(explained(Minus, line::CONTRIBUTED, Term::ContractPension, pay.pension_pot, None)),
        line(Equals, line::PROFIT, pay.profit(), None),
        explained(Minus, corporation_tax, term, pay.corporation_tax, Some(Share::CorporationTax)),
        explained(Equals, line::DIVIDEND, Term::Dividend, pay.dividend, None),
        line(Plus, line::SALARY, pay.salary, None),
    ];
    lines.extend(deductions(pay.income_tax, pay.national_insurance, pay.student_loan));
    lines.extend(kept(pay.net, line::PENSION_POT, pay.pension_pot, pay.kept()));
    Statement { lines, income_tax: line::DIVIDEND_TAX, costs: line::COSTS_OUTSIDE, net: pay.net }
}

/// Every line, to the penny, behind a summary.
pub fn details(
    summary: &'static str,
    arrangement: Arrangement,
    statement: &Statement,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let row = |line: &Line| {
        let Line { sign, name, term, amount, .. } = line;
        let (seen, said, class) = match sign {
            Sign::Start => ("", "", None),
            Sign::Plus => ("+", copy::sign::PLUS, None),
            Sign::Minus => ("−", copy::sign::MINUS, None),
            Sign::Equals => ("=", copy::sign::EQUALS, Some("sum")),
        };
        let name = match term {
            Some(term) => glossary::term(*term, name),
            None => (*name).node(),
        };
        let said = (!said.is_empty()).then(|| element("span").class("visually-hidden").child(said));
        let sign = element("span").class("sign").attribute("aria-hidden", "true").child(seen);
        element("tr")
            .class(class)
            .child(element("th").attribute("scope", "row").child(sign).child(said).child(name))
            .child(element("td").child(format::to_the_penny(*amount)))
    };
    let name = copy::take_home::arrangement(arrangement);
    let whose = (summary == copy::take_home::EVERY_LINE)
        .then(|| element("span").class("visually-hidden").child(", ").child(name));
    let which = match arrangement {
        Arrangement::Permanent => Disclosure::Permanent,
        Arrangement::InsideIr35 => Disclosure::InsideIr35,
        Arrangement::OutsideIr35 => Disclosure::OutsideIr35,
    };
    let summary = element("summary").child(summary).child(whose);
    let rows = || table(name, statement.lines.iter().filter(|line| line.matters()).map(row));
    disclosure(which, summary, rows, state, dispatch).class("lines").html()
}

/// A table whose caption and head are read out only.
fn table(caption: &'static str, rows: impl Iterator<Item = Element>) -> Element {
    let columns = STATEMENT_COLUMNS.map(|name| element("th").attribute("scope", "col").child(name));
    element("table")
        .untranslated()
        .child(element("caption").class("visually-hidden").child(caption))
        .child(element("thead").class("visually-hidden").child(element("tr").children(columns)))
        .child(element("tbody").children(rows))
}

/// Where the money goes: a bar, and the same in numbers.
pub fn picture(statement: &Statement) -> Html {
    let total: i64 = statement.shares().map(|(_, amount)| amount.pence()).sum();
    let mut from = 0;
    let bars = statement.shares().map(|(share, amount)| {
        let x = format::percent_of(from, total);
        from += amount.pence();
        element("rect")
            .class(text!("share ", share.slug()))
            .attribute("x", x)
            .attribute("width", format::percent_of(amount.pence(), total))
            .attribute("height", "100%")
    });
    let bar = element("svg")
        .class("stack")
        .attributes(&[("aria-hidden", "true"), ("width", "100%"), ("height", "28")])
        .children(bars);
    let row = |(share, amount): (Share, Money<Year>)| {
        let name = match share {
            Share::TakeHome => line::TAKE_HOME,
            Share::Pension => line::PENSION,
            Share::IncomeTax => statement.income_tax,
            Share::NationalInsurance => line::NATIONAL_INSURANCE,
            Share::StudentLoan => line::STUDENT_LOAN,
            Share::CorporationTax => line::CORPORATION_TAX,
            Share::Costs => statement.costs,
        };
        let swatch = element("span").class(text!("swatch share ", share.slug()));
        element("tr")
            .child(element("th").attribute("scope", "row").child(swatch).child(name))
            .child(element("td").child(format::whole_pounds(amount)))
    };
    let shares =
        table(copy::take_home::WHERE_IT_GOES, statement.shares().map(row)).class("shares").part("table");
    fragment(vec![bar.html(), shares.html()])
}
