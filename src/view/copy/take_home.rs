//! What is said of take-home pay, of the comparison and of tax years.

use crate::data::TAX_RULES;
use crate::domain::choice::{Arrangement, PensionMethod, StudentLoan, TaxRegion};
use crate::domain::money::{BasisPoints, BillableDays, Money, Year};
use crate::domain::take_home::permanent::{Job, Rise};
use crate::domain::take_home::{Contract, Excess};
use crate::domain::tax::income_tax;
use crate::domain::tax::rules::TaxRules;
use crate::domain::tax_year::{Date, TaxYear};
use crate::domain::text::{Text, text};
use crate::state::scenario::Scenario;
use crate::state::summary::Summary;
use crate::state::take_home::{BreakEven, TakeHome};
use crate::view::format::{self, pounds, whole_pounds};

use super::billable_days;

/// A part of a sentence, and whether it stands out.
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

/// What an arrangement is worked out from: "£675 a day × 220, umbrella".
pub fn basis(arrangement: Arrangement, take_home: &TakeHome, scenario: &Scenario) -> Text {
    let TakeHome { job, contract, .. } = take_home;
    let typical = |own: bool| if own { "" } else { "typical " };
    if arrangement == Arrangement::Permanent {
        let with = extras(job).map(|extras| text!(", ", extras));
        return text!(typical(scenario.salary.is_some()), pounds(job.salary), " salary", with);
    }
    let through = if arrangement == Arrangement::InsideIr35 { "umbrella" } else { "own company" };
    let pension = match contract.pension.pence() {
        0 => "no pension".into(),
        _ => text!(pounds(contract.pension), " pension"),
    };
    let typical = typical(scenario.day_rate.is_some());
    let (rate, days) = (pounds(contract.day_rate), contract.days.get());
    text!(typical, rate, " a day × ", days, ", ", through, ", ", pension)
}

/// What comes with a salary: "10% bonus, 5% pension from each side".
fn extras(job: &Job) -> Option<Text> {
    let bonus = (job.bonus.0 > 0).then(|| text!(format::percent(job.bonus), " bonus"));
    Text::join(bonus.into_iter().chain(pension(job)), ", ").unless_empty()
}

fn pension(job: &Job) -> Option<Text> {
    let [own, employers] = [job.pension, job.employer_pension].map(format::percent);
    match (job.pension.0, job.employer_pension.0) {
        (0, 0) => None,
        (_, 0) => Some(text!(own, " pension from you")),
        (0, _) => Some(text!(employers, " pension from the employer")),
        (same, other) if same == other => Some(text!(own, " pension from each side")),
        _ => Some(text!(own, " pension from you and ", employers, " from the employer")),
    }
}

/// "At 220 days you need £667 a day inside IR35, or £600 outside, to keep as much as a £105,000 salary."
pub fn break_even(rates: &BreakEven, days: BillableDays, job: &Job) -> Vec<Phrase> {
    let with = extras(job).map(|extras| text!(" with ", extras));
    vec![
        plain(text!("At ", billable_days(days), " you need ")),
        strong(text!(pounds(rates.inside), " a day")),
        plain(" inside IR35, or "),
        strong(pounds(rates.outside)),
        plain(text!(" outside, to keep as much as a ", pounds(job.salary), " salary", with, ".")),
    ]
}

/// Which arrangement leaves most, and how much more than the one it is held against.
pub fn leaves_most(
    best: Arrangement,
    kept: Money<Year>,
    against: Option<(Arrangement, Money<Year>)>,
) -> Vec<Phrase> {
    let name = capitalised(the_arrangement(best));
    let Some((other, less)) = against else {
        return vec![strong(text!("Only ", the_arrangement(best), " can be worked out."))];
    };
    let (more, other) = (kept.to_a_pound() - less.to_a_pound(), the_arrangement(other));
    if is_close(kept, less) {
        let verdict = text!(name, " and ", other, " leave about the same,");
        return vec![strong(verdict), plain(text!(" ", pounds(more), " a year apart."))];
    }
    vec![
        strong(text!(name, " leaves most:")),
        plain(text!(" ", pounds(more), " a year more than ", other, ".")),
    ]
}

/// What the columns do not have in common.
pub const NOT_LIKE_FOR_LIKE: &str = "A day that is not worked is not invoiced: holiday and sickness come out of the \
    day rate.";
/// Said where only the salary has a pension.
pub const NO_CONTRACT_PENSION: &str = "The contracts here pay nothing into a pension:";
/// The link that changes that.
pub fn pay_in_the_same(pot: Money<Year>) -> Text {
    text!("pay in the same ", pounds(pot))
}

fn capitalised(text: &str) -> Text {
    let mut text = Text::from(text);
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The comparison as it is read out.
pub fn spoken(take_home: &TakeHome) -> Text {
    let said = |phrases: Vec<Phrase>| Text::join(phrases.into_iter().map(|(text, _)| text), "");
    let kept = Arrangement::ALL.iter().map(|&arrangement| {
        let kept = take_home
            .kept(arrangement)
            .map_or_else(|| text!(NOT_COMPUTABLE.to_ascii_lowercase()), whole_pounds);
        text!(self::arrangement(arrangement), ": ", kept, ".")
    });
    let rates = take_home.break_even.map(|rates| break_even(&rates, take_home.contract.days, &take_home.job));
    text!(KEPT_A_YEAR, " ", Text::join(kept, " "), " ", rates.map(said))
}

/// Take-home pay from a contract as it is read out; nothing where it cannot be worked out.
pub fn spoken_contract(take_home: &TakeHome) -> Text {
    let inside = take_home.inside.ok().map(|pay| text!(" Take-home pay inside IR35 ", a_month(pay.net), "."));
    let outside = take_home.outside.ok().map(|pay| text!(" Outside ", a_month(pay.net), "."));
    text!(inside, outside)
}

/// Begins the comparison as it is read out.
const KEPT_A_YEAR: &str = "Kept a year.";

/// Under the amount that is kept.
pub const KEPT: &str = "kept a year, pension included";

/// What leaves most, where there is little room.
pub fn dock(best: Arrangement, kept: Money<Year>, against: Option<Money<Year>>) -> Text {
    let name = match best {
        Arrangement::Permanent => "Permanent",
        Arrangement::InsideIr35 => "Inside IR35",
        Arrangement::OutsideIr35 => "Outside IR35",
    };
    match against {
        Some(less) if !is_close(kept, less) => text!(name, " leaves most"),
        _ => name.into(),
    }
}

/// Whether two amounts are about the same: at most one per cent apart.
fn is_close(more: Money<Year>, less: Money<Year>) -> bool {
    (more.pence() - less.pence()) * 100 <= more.pence()
}

/// How much more or less than the salary an arrangement leaves.
pub fn against_permanent(difference: Money<Year>) -> Text {
    let pounds = whole_pounds(Money::<Year>::from_pence(difference.pence().abs()));
    match difference.pence() {
        0 => "as much as permanent".into(),
        1.. => text!(pounds, " more than permanent"),
        _ => text!(pounds, " less than permanent"),
    }
}

/// Stands where an amount would be that cannot be worked out.
pub const NOT_COMPUTABLE: &str = "Cannot be worked out";

/// Why an arrangement cannot be worked out, and what would help.
pub fn why_not(excess: &Excess) -> Text {
    match excess {
        Excess::Pension(most) => {
            text!(
                "The pension contribution is more than the pay can bear: at most ",
                format::percent(*most),
                "."
            )
        }
        Excess::ContractPension(most) => {
            text!("The pension is more than the contract can pay: at most ", pounds(*most), ".")
        }
        Excess::UmbrellaMargin(most) => {
            text!("The umbrella margin is more than the rate brings in: at most ", pounds(*most), " a week.")
        }
        Excess::Expenses(most) => {
            text!("The expenses are more than the turnover: at most ", pounds(*most), ".")
        }
    }
}

/// Heads the card with take-home pay from a salary: "Take-home from £105,000 plus 10% bonus".
pub fn take_home_from(job: &Job) -> Text {
    let bonus = match job.bonus.0 {
        0 => Text::default(),
        _ => text!(" plus ", format::percent(job.bonus), " bonus"),
    };
    text!("Take-home from ", pounds(job.salary), bonus)
}

/// Heads the card with take-home pay from a contract.
pub fn take_home_contract(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::OutsideIr35 => "Take-home outside IR35",
        _ => "Take-home inside IR35",
    }
}

/// "£5,871 a month"
pub fn a_month(net: Money<Year>) -> Text {
    text!(format::month(net), " a month")
}

/// "£70,457 a year"
pub fn a_year(net: Money<Year>) -> Text {
    text!(whole_pounds(net), " a year")
}

/// Heads the card with the day rates that leave as much.
pub const SAME_KEPT: &str = "Contract rate that keeps as much";
/// "£553 a day inside"
pub fn inside_rate(rates: &BreakEven) -> Text {
    text!(pounds(rates.inside), " a day inside")
}
/// "£515 outside IR35, 220 days"
pub fn outside_rate(rates: &BreakEven, days: BillableDays) -> Text {
    let outside = pounds(rates.outside);
    text!(outside, " outside IR35, ", billable_days(days))
}
/// The link from that card to the comparison.
pub const COMPARE: &str = "compare";

/// Opens the lines of a statement.
pub fn every_line(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::Permanent => "Tax details: every line, to the penny",
        Arrangement::InsideIr35 => "Inside IR35: every line, to the penny",
        Arrangement::OutsideIr35 => "Outside IR35: every line, to the penny",
    }
}

/// Opens them where the arrangement is named above.
pub const EVERY_LINE: &str = "Every line";

/// Heads the card with what is taken of a rise.
pub fn rise(gross: Money<Year>) -> Text {
    text!("Of the next ", pounds(gross), " of pay")
}

/// What it goes in, and the rate that it makes: "goes in tax, National Insurance and loans: a marginal rate of 62%".
pub fn marginal_rate(rise: &Rise) -> Text {
    let (gross, taken) = (rise.gross.pence(), rise.taken.pence());
    let percent = (taken * 100 + gross / 2).checked_div(gross).unwrap_or(0);
    text!("goes in tax, National Insurance and loans: a marginal rate of ", percent, "%")
}

/// Warns of the stretch in which the personal allowance shrinks.
pub fn taper_warning(rules: &TaxRules, over: Option<Money<Year>>) -> Text {
    let tax = &rules.income_tax;
    let (from, to) = (pounds(tax.income_limit.value), pounds(income_tax::allowance_ends(tax)));
    let way_back = over.map_or_else(
        || text!(" The salary comes close to ", &from, ": a rise would lie in that stretch."),
        |over| {
            let over = pounds(Money::<Year>::from_pence((over.pence() + 99).div_euclid(100) * 100));
            text!(" ", over, " more into a pension would bring the salary back to ", &from, ".")
        },
    );
    text!(
        "Income between ",
        from,
        " and ",
        to,
        " is taxed more than any other: every £100 of it takes away £",
        i64::from(tax.taper.value.0 * 100 / BasisPoints::ONE),
        " of the personal allowance.",
        way_back
    )
}

/// Heads the card on a week without work.
pub const WEEK_WITHOUT_WORK: &str = "A week without work costs";
/// What is not invoiced in that week.
pub fn week_invoiced(less: Money<Year>) -> Text {
    text!(pounds(less), " less is invoiced; tax and costs bear the rest.")
}
/// Stands where there is no amount.
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
/// The visitor's own point in the curve: "you: £675 × 220 days".
pub fn curve_point(contract: &Contract, typical: bool) -> Text {
    let whose = if typical { "typical" } else { "you" };
    text!(whose, ": ", pounds(contract.day_rate), " × ", contract.days.get(), " days")
}
/// Said where the visitor's own days are not in the picture.
pub fn curve_beside(days: BillableDays) -> Text {
    text!("The picture begins further to the right than your ", billable_days(days), "; the table has it.")
}
/// Columns of the table behind the curve.
pub const CURVE_COLUMNS: [&str; 3] = ["Billable days", "Inside IR35, a day", "Outside IR35, a day"];

/// Names the table of shares, for those who hear it.
pub const WHERE_IT_GOES: &str = "Where the money goes";

/// Heads the columns of a statement, for those who hear them.
pub const STATEMENT_COLUMNS: [&str; 2] = ["Line", "Pounds a year"];

/// The name of a pension method.
pub const fn pension_method(method: PensionMethod) -> &'static str {
    match method {
        PensionMethod::SalarySacrifice => "Salary sacrifice",
        PensionMethod::NetPay => "Net pay",
        PensionMethod::ReliefAtSource => "Relief at source",
    }
}

/// The name of a tax region.
pub const fn tax_region(region: TaxRegion) -> &'static str {
    match region {
        TaxRegion::RestOfUk => "Rest of the UK",
        TaxRegion::Scotland => "Scotland",
    }
}

/// The name of a student loan plan.
pub const fn student_loan(plan: StudentLoan) -> &'static str {
    match plan {
        StudentLoan::Plan1 => "Plan 1",
        StudentLoan::Plan2 => "Plan 2",
        StudentLoan::Plan4 => "Plan 4",
        StudentLoan::Plan5 => "Plan 5",
        StudentLoan::Postgraduate => "Postgraduate",
    }
}

/// The name of a tax year, with what it is today.
pub fn tax_year(year: TaxYear, current: TaxYear) -> Text {
    if year == current {
        return text!(year, " (now)");
    }
    if year < current { text!(year, " (ended)") } else { text!(year, " (to come)") }
}

/// The choice of the year that today falls in, where there are no figures for it.
pub fn no_tax_year(current: TaxYear) -> Text {
    text!(current, " (no figures)")
}

/// Says that the figures are those of another year than today's; nothing where they are today's.
pub fn other_year(summary: &Summary) -> Option<Text> {
    let &Summary { tax_year: year, current_tax_year: current, .. } = summary;
    if year == current {
        return None;
    }
    let starts = year.starts();
    Some(if year < current {
        text!(
            "The tax year ",
            year,
            " ended on 5 April ",
            starts + 1,
            ". These are its figures, not those of ",
            current,
            "."
        )
    } else {
        text!(
            "The tax year ",
            year,
            " begins on 6 April ",
            starts,
            ". These are its figures, not those of ",
            current,
            "."
        )
    })
}

/// Stands where take-home pay would be in a year without figures.
pub fn no_figures(year: TaxYear) -> Text {
    let known = Text::join(TAX_RULES.iter().map(|rules| rules.year), " and ");
    text!(
        "Take-home pay is left out: this edition has no tax figures for ",
        year,
        ". It has those of ",
        known,
        ", which can be chosen as “Tax year”."
    )
}

/// "23 November 2026"
pub fn date(date: Date) -> Text {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month).wrapping_sub(1)).copied().unwrap_or_default();
    text!(u16::from(date.day), " ", month, " ", date.year)
}

/// When the figures of a year were checked.
pub fn checked_on(rules: &TaxRules) -> Text {
    text!("The tax figures of ", rules.year, " were checked on ", date(rules.checked_on), ".")
}

/// Opens what is left out of the sums.
pub const NOT_COUNTED: &str = "What these sums are, and what they leave out";
/// What the sums are.
pub const COUNTED: &str = "Take-home pay is for a whole tax year, on annual thresholds, for one job or one contract and \
    no other income. A payslip can differ by a few pounds, because PAYE rounds every month. This is arithmetic, not \
    advice.";
/// What is left out, an item each.
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

/// Said beside the loans in a year in which none is repaid on a plan that was chosen.
pub fn nothing_due(plan: StudentLoan, year: TaxYear) -> Text {
    text!("Nothing is repaid on ", student_loan(plan).to_ascii_lowercase(), " in ", year, ".")
}

/// Whose bands are chosen.
pub const TAX_REGION_HINT: &str = "Where you live decides. Wales has England’s rates.";

/// The unit of a percentage of salary.
pub const OF_SALARY: &str = "% of salary";
/// The unit of a margin.
pub const A_WEEK: &str = "a week";

/// The names of a statement's lines.
pub mod line {
    /// Pay before anything comes off.
    pub const GROSS: &str = "Gross pay";
    /// What a contract inside IR35 brings in.
    pub const ASSIGNMENT_INCOME: &str = "Assignment income";
    /// What the umbrella company keeps.
    pub const UMBRELLA_MARGIN: &str = "Umbrella margin";
    /// What an employer pays on top.
    pub const EMPLOYER_NATIONAL_INSURANCE: &str = "Employer’s National Insurance";
    /// The apprenticeship levy.
    pub const LEVY: &str = "Apprenticeship levy";
    /// What goes into a pension through an umbrella company.
    pub const SACRIFICED: &str = "Pension, sacrificed";
    /// What a contract outside IR35 brings in.
    pub const TURNOVER: &str = "Turnover";
    /// What a company costs.
    pub const EXPENSES: &str = "Company expenses";
    /// The director's salary.
    pub const SALARY: &str = "Director’s salary";
    /// What a company pays into a pension.
    pub const CONTRIBUTED: &str = "Pension, paid by the company";
    /// What corporation tax is due on.
    pub const PROFIT: &str = "Profit";
    /// Corporation tax.
    pub const CORPORATION_TAX: &str = "Corporation tax";
    /// The same between the limits.
    pub const CORPORATION_TAX_RELIEVED: &str = "Corporation tax, with marginal relief";
    /// What is paid out.
    pub const DIVIDEND: &str = "Dividend";
    /// Income tax, on dividends too.
    pub const INCOME_TAX: &str = "Income tax";
    /// The employee's National Insurance.
    pub const NATIONAL_INSURANCE: &str = "National Insurance";
    /// Student loan repayments.
    pub const STUDENT_LOAN: &str = "Student loan";
    /// What of the pension contribution comes off pay.
    pub const PENSION_FROM_PAY: &str = "Pension, from your pay";
    /// Take-home pay.
    pub const NET: &str = "Take-home pay";
    /// All that goes into the pension.
    pub const PENSION_POT: &str = "Into the pension";
    /// The same, where an employer adds to it.
    pub const PENSION_POT_EMPLOYER: &str = "Into the pension, with the employer’s part";
    /// The same, where the scheme claims tax back.
    pub const PENSION_POT_RELIEF: &str = "Into the pension, with tax relief";
    /// The same, where both add to it.
    pub const PENSION_POT_BOTH: &str = "Into the pension, with the employer’s part and tax relief";
    /// Both.
    pub const KEPT: &str = "Kept";
    /// What an umbrella company takes first.
    pub const COSTS_INSIDE: &str = "Employer’s NI, levy, margin";
    /// What a company pays first.
    pub const COSTS_OUTSIDE: &str = "Expenses, employer’s NI";
    /// Income tax where some of it is on dividends.
    pub const DIVIDEND_TAX: &str = "Income and dividend tax";
    /// Take-home pay, in a picture.
    pub const TAKE_HOME: &str = "Take-home";
    /// The pension, in a picture.
    pub const PENSION: &str = "Pension";
}
