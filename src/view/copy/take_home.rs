//! The words for take-home pay and the comparison.

use crate::domain::choice::Arrangement;
use crate::domain::comparison::BreakEven;
use crate::domain::money::{BillableDays, Money, Year};
use crate::domain::offer::permanent::{Job, JobTerms};
use crate::domain::offer::{Contract, Excess, Offer, Side};
use crate::state::answer::TakeHome;
use crate::state::part::compare::{Column, Verdict};
use crate::state::part::statement::{Item, Share};
use crate::state::part::take_home::{NextPay, Taper};
use crate::state::text::{Text, fill, text};
use crate::view::format::{self, pounds, whole_pounds};

use super::billable_days;
use super::glossary::Term;

/// A part of a sentence, and whether it is emphasised.
pub type Phrase = (Text, bool);

fn plain(text: impl Into<Text>) -> Phrase {
    (text.into(), false)
}

fn strong(text: impl Into<Text>) -> Phrase {
    (text.into(), true)
}

/// The name of an arrangement.
pub const fn arrangement(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::Permanent => "Permanent",
        Arrangement::InsideIr35 => "Contract inside IR35",
        Arrangement::OutsideIr35 => "Contract outside IR35",
    }
}

/// The same in a sentence.
pub const fn the_arrangement(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::Permanent => "the permanent job",
        Arrangement::InsideIr35 => "the contract inside IR35",
        Arrangement::OutsideIr35 => "the contract outside IR35",
    }
}

/// The terms of an offer: "£675 a day × 220, umbrella, no pension".
pub fn basis(column: &Column) -> Text {
    let typical = if column.is_own { "" } else { "typical " };
    match &column.offer {
        Offer::Permanent(job) => {
            let with = extras(&job.terms).map(|extras| fill!(", {}", extras));
            fill!("{}{} salary{}", typical, pounds(job.salary), with)
        }
        Offer::Contract(side, Contract { day_rate, terms }) => {
            let through = match side {
                Side::Inside => "umbrella",
                Side::Outside => "own company",
            };
            let pension = if terms.pension == Money::ZERO {
                "no pension".into()
            } else {
                fill!("{} pension", pounds(terms.pension))
            };
            fill!("{}{} a day × {}, {}, {}", typical, pounds(*day_rate), terms.days.get(), through, pension)
        }
    }
}

/// The extras on top of a salary: "10% bonus, 5% pension from each side".
fn extras(terms: &JobTerms) -> Option<Text> {
    let bonus = (terms.bonus.0 > 0).then(|| fill!("{} bonus", format::percent(terms.bonus)));
    Text::join(bonus.into_iter().chain(pension(terms)), ", ").unless_empty()
}

fn pension(terms: &JobTerms) -> Option<Text> {
    let [own, employers] = [terms.pension, terms.employer_pension].map(format::percent);
    match (terms.pension.0, terms.employer_pension.0) {
        (0, 0) => None,
        (_, 0) => Some(fill!("{} pension from you", own)),
        (0, _) => Some(fill!("{} pension from the employer", employers)),
        (same, other) if same == other => Some(fill!("{} pension from each side", own)),
        _ => Some(fill!("{} pension from you and {} from the employer", own, employers)),
    }
}

/// "At 220 days you need £667 a day inside IR35, or £600 outside, to keep as much as a £105,000 salary."
pub fn break_even(rates: &BreakEven, days: BillableDays, job: &Job) -> Vec<Phrase> {
    let with = extras(&job.terms).map(|extras| fill!(" with {}", extras));
    vec![
        plain(fill!("At {} you need ", billable_days(days))),
        strong(fill!("{} a day", pounds(rates.inside))),
        plain(" inside IR35, or "),
        strong(pounds(rates.outside)),
        plain(fill!(" outside, to keep as much as a {} salary{}.", pounds(job.salary), with)),
    ]
}

/// The offer that leaves the most, and the difference from the one it is compared with.
pub fn leaves_most(verdict: &Verdict) -> Vec<Phrase> {
    let name = capitalised(the_arrangement(verdict.best));
    let Some((other, less)) = verdict.against else {
        return vec![strong(fill!("Only {} can be worked out.", the_arrangement(verdict.best)))];
    };
    let (more, other) = (pounds(verdict.kept.to_a_pound() - less.to_a_pound()), the_arrangement(other));
    if verdict.is_close() {
        let about = fill!("{} and {} leave about the same,", name, other);
        return vec![strong(about), plain(fill!(" {} a year apart.", more))];
    }
    vec![strong(fill!("{} leaves most:", name)), plain(fill!(" {} a year more than {}.", more, other))]
}

/// The differences between the columns that their amounts do not show.
pub const NOT_LIKE_FOR_LIKE: &str = "A day that is not worked is not invoiced: holiday and sickness come out of the \
    day rate.";
/// Shown if only the salary has a pension.
pub const NO_CONTRACT_PENSION: &str = "The contracts here pay nothing into a pension:";

/// The link that changes that.
pub fn pay_in_the_same(pot: Money<Year>) -> Text {
    fill!("pay in the same {}", pounds(pot))
}

fn capitalised(text: &str) -> Text {
    let mut text = Text::from(text);
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The comparison, as announced.
pub fn spoken(take_home: &TakeHome) -> Text {
    let said = |phrases: Vec<Phrase>| Text::join(phrases.into_iter().map(|(text, _)| text), "");
    let kept = Arrangement::ALL.iter().map(|&arrangement| {
        let kept = take_home
            .kept(arrangement)
            .map_or_else(|| text!(NOT_COMPUTABLE.to_ascii_lowercase()), whole_pounds);
        fill!("{}: {}.", self::arrangement(arrangement), kept)
    });
    let terms = &take_home.contract.terms;
    let rates = take_home.break_even.map(|rates| said(break_even(&rates, terms.days, &take_home.job)));
    fill!("Kept a year. {} {}", Text::join(kept, " "), rates)
}

/// Take-home pay from a contract, as announced; empty if it cannot be computed.
pub fn spoken_contract(take_home: &TakeHome) -> Text {
    let net = |arrangement| take_home.net(arrangement).map(a_month);
    let inside = net(Arrangement::InsideIr35).map(|net| fill!(" Take-home pay inside IR35 {}.", net));
    let outside = net(Arrangement::OutsideIr35).map(|net| fill!(" Outside {}.", net));
    text!(inside, outside)
}

/// The unit of an amount that is kept.
pub const KEPT: &str = "kept a year, pension included";

/// The offer that leaves the most, in few words.
pub fn dock(verdict: &Verdict) -> Text {
    let name = match verdict.best {
        Arrangement::Permanent => "Permanent",
        Arrangement::InsideIr35 => "Inside IR35",
        Arrangement::OutsideIr35 => "Outside IR35",
    };
    if verdict.against.is_none() || verdict.is_close() { name.into() } else { fill!("{} leaves most", name) }
}

/// The difference between what an offer and the salary leave.
pub fn against_permanent(more: Money<Year>) -> Text {
    let pounds = whole_pounds(Money::<Year>::from_pence(more.pence().abs()));
    match more.pence() {
        0 => "as much as permanent".into(),
        1.. => fill!("{} more than permanent", pounds),
        _ => fill!("{} less than permanent", pounds),
    }
}

/// Shown in place of an amount that cannot be computed.
pub const NOT_COMPUTABLE: &str = "Cannot be worked out";

/// The reason that an offer cannot be computed, and the remedy.
pub fn why_not(excess: &Excess) -> Text {
    match excess {
        Excess::Pension(most) => fill!(
            "The pension contribution is more than the pay can bear: at most {}.",
            format::percent(*most)
        ),
        Excess::ContractPension(most) => {
            fill!("The pension is more than the contract can pay: at most {}.", pounds(*most))
        }
        Excess::UmbrellaMargin(most) => {
            fill!("The umbrella margin is more than the rate brings in: at most {} a week.", pounds(*most))
        }
        Excess::Expenses(most) => {
            fill!("The expenses are more than the turnover: at most {}.", pounds(*most))
        }
    }
}

/// Heads take-home pay from a salary: "Take-home from £105,000 plus 10% bonus".
pub fn take_home_from(job: &Job) -> Text {
    let bonus = (job.terms.bonus.0 > 0).then(|| fill!(" plus {} bonus", format::percent(job.terms.bonus)));
    fill!("Take-home from {}{}", pounds(job.salary), bonus)
}

/// Heads take-home pay from a contract.
pub const fn take_home_contract(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::OutsideIr35 => "Take-home outside IR35",
        Arrangement::Permanent | Arrangement::InsideIr35 => "Take-home inside IR35",
    }
}

/// "£5,871 a month"
pub fn a_month(net: Money<Year>) -> Text {
    fill!("{} a month", format::month(net))
}

/// "£70,457 a year"
pub fn a_year(net: Money<Year>) -> Text {
    fill!("{} a year", whole_pounds(net))
}

/// Heads the day rates that match the salary.
pub const SAME_KEPT: &str = "Contract rate that keeps as much";

/// "£553 a day inside"
pub fn inside_rate(rates: &BreakEven) -> Text {
    fill!("{} a day inside", pounds(rates.inside))
}

/// "£515 outside IR35, 220 days"
pub fn outside_rate(rates: &BreakEven, days: BillableDays) -> Text {
    fill!("{} outside IR35, {}", pounds(rates.outside), billable_days(days))
}

/// The link to the comparison.
pub const COMPARE: &str = "compare";

/// Opens the lines of a statement.
pub const fn every_line(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::Permanent => "Tax details: every line, to the penny",
        Arrangement::InsideIr35 => "Inside IR35: every line, to the penny",
        Arrangement::OutsideIr35 => "Outside IR35: every line, to the penny",
    }
}

/// Opens them if the arrangement is named above.
pub const EVERY_LINE: &str = "Every line";

/// Heads the deductions from the next part of a salary.
pub fn next_pay(next: &NextPay) -> Text {
    fill!("Of the next {} of pay", pounds(next.gross))
}

/// The destination of that money, and the marginal rate.
pub fn marginal_rate(percent: i64) -> Text {
    fill!("goes in tax, National Insurance and loans: a marginal rate of {}%", percent)
}

/// Warns of the range of income over which the personal allowance shrinks.
pub fn taper_warning(taper: &Taper) -> Text {
    let from = pounds(taper.from);
    let way_back = match taper.over {
        None => fill!(" The salary comes close to {}: a rise would lie in that stretch.", &from),
        Some(over) => {
            let over = pounds(Money::<Year>::from_pence((over.pence() + 99).div_euclid(100) * 100));
            fill!(" {} more into a pension would bring the salary back to {}.", over, &from)
        }
    };
    fill!(
        "Income between {} and {} is taxed more than any other: every £100 of it takes away £{} of the personal \
         allowance.{}",
        &from,
        pounds(taper.to),
        i64::from(taper.rate.0 / 100),
        way_back
    )
}

/// Heads the cost of a week off.
pub const WEEK_OFF: &str = "A week without work costs";

/// The amount that is not invoiced in that week.
pub fn week_invoiced(less: Money<Year>) -> Text {
    fill!("{} less is invoiced; tax and costs bear the rest.", pounds(less))
}

/// Shown in place of an amount if there is none.
pub const NONE: &str = "–";

/// Heads the curve.
pub const CURVE: &str = "The rate that keeps as much, by days worked";
/// Below the horizontal axis.
pub const CURVE_DAYS: &str = "billable days a year";
/// Names a curve.
pub const CURVE_INSIDE: &str = "inside IR35";
/// Names the other.
pub const CURVE_OUTSIDE: &str = "outside IR35";
/// Opens the table behind the curve.
pub const CURVE_TABLE: &str = "The same as a table";

/// The visitor's own point on the curve: "you: £675 × 220 days".
pub fn curve_point(contract: &Contract, is_typical: bool) -> Text {
    let whose = if is_typical { "typical" } else { "you" };
    fill!("{}: {} × {} days", whose, pounds(contract.day_rate), contract.terms.days.get())
}

/// Shown if the visitor's own days are outside the picture.
pub fn curve_beside(days: BillableDays) -> Text {
    fill!("The picture begins further to the right than your {}; the table has it.", billable_days(days))
}

/// Columns of the table behind the curve.
pub const CURVE_COLUMNS: [&str; 3] = ["Billable days", "Inside IR35, a day", "Outside IR35, a day"];

/// Names the table of shares, for screen readers.
pub const WHERE_IT_GOES: &str = "Where the money goes";

/// Heads the columns of a statement, for screen readers.
pub const STATEMENT_COLUMNS: [&str; 2] = ["Line", "Pounds a year"];

/// Opens the list of what is and is not included.
pub const NOT_COUNTED: &str = "What these sums are, and what they leave out";
/// The things that are included.
pub const COUNTED: &str = "Take-home pay is for a whole tax year, on annual thresholds, for one job or one contract and \
    no other income. A payslip can differ by a few pounds, because PAYE rounds every month. This is arithmetic, not \
    advice.";
/// The things that are not included, one each.
pub const LEFT_OUT: [&str; 9] = [
    "Whether a contract is inside or outside IR35: that is a question of how the work is done, not of arithmetic.",
    "VAT and the flat rate scheme: VAT is charged on top and passed on.",
    "Profit that stays in the company, and the tax when it is taken out later. Here all of it is paid out as dividend.",
    "A second director or employee, and with it the employment allowance; associated companies; loans from the company.",
    "What holiday and sickness are worth: a salary pays for them, a contractor’s days not worked are not invoiced. \
     Redundancy pay, share options.",
    "Any director’s salary but the usual ones. Far above £150,000 of turnover a larger one can leave a little more.",
    "Automatic enrolment through an umbrella company, the marriage allowance, child benefit, other income.",
    "The limits on pension contributions (the annual allowance) and the minimum wage, below which no salary may be \
     sacrificed.",
    "Part of a year, changes during a year, and when tax is paid.",
];

/// The unit of a margin.
pub const A_WEEK: &str = "a week";

/// The name of a line, and the term that explains it.
pub const fn line(item: Item) -> (&'static str, Option<Term>) {
    match item {
        Item::Gross => ("Gross pay", None),
        Item::AssignmentIncome => ("Assignment income", None),
        Item::UmbrellaMargin => ("Umbrella margin", Some(Term::Umbrella)),
        Item::EmployerNationalInsurance => {
            ("Employer’s National Insurance", Some(Term::EmployerNationalInsurance))
        }
        Item::ApprenticeshipLevy => ("Apprenticeship levy", Some(Term::ApprenticeshipLevy)),
        Item::Sacrificed => ("Pension, sacrificed", Some(Term::ContractPension)),
        Item::Turnover => ("Turnover", None),
        Item::Expenses => ("Company expenses", Some(Term::OwnCompany)),
        Item::Salary => ("Director’s salary", Some(Term::DirectorsSalary)),
        Item::Contributed => ("Pension, paid by the company", Some(Term::ContractPension)),
        Item::Profit => ("Profit", None),
        Item::CorporationTax => ("Corporation tax", Some(Term::CorporationTax)),
        Item::CorporationTaxRelieved => ("Corporation tax, with marginal relief", Some(Term::MarginalRelief)),
        Item::Dividend => ("Dividend", Some(Term::Dividend)),
        Item::IncomeTax => ("Income tax", Some(Term::IncomeTax)),
        Item::NationalInsurance => ("National Insurance", Some(Term::NationalInsurance)),
        Item::StudentLoan => ("Student loan", Some(Term::StudentLoan)),
        Item::PensionFromPay => ("Pension, from your pay", Some(Term::PensionMethod)),
        Item::Net => ("Take-home pay", None),
        Item::PensionPot => ("Into the pension", None),
        Item::PensionPotWithEmployer => ("Into the pension, with the employer’s part", None),
        Item::PensionPotWithRelief => ("Into the pension, with tax relief", None),
        Item::PensionPotWithBoth => ("Into the pension, with the employer’s part and tax relief", None),
        Item::Kept => ("Kept", Some(Term::Kept)),
    }
}

/// The name of a share in the picture of where the money goes.
pub const fn share(share: Share, arrangement: Arrangement) -> &'static str {
    match (share, arrangement) {
        (Share::TakeHome, _) => "Take-home",
        (Share::Pension, _) => "Pension",
        (Share::IncomeTax, Arrangement::OutsideIr35) => "Income and dividend tax",
        (Share::IncomeTax, _) => "Income tax",
        (Share::NationalInsurance, _) => "National Insurance",
        (Share::StudentLoan, _) => "Student loan",
        (Share::CorporationTax, _) => "Corporation tax",
        (Share::Costs, Arrangement::OutsideIr35) => "Expenses, employer’s NI",
        (Share::Costs, _) => "Employer’s NI, levy, margin",
    }
}
