//! Facts about take-home pay: the amount a month, the matching day rate, the taper of the personal allowance, a week
//! off, the next £1,000.

use crate::domain::choice::Arrangement;
use crate::domain::comparison::{BreakEven, week_invoiced};
use crate::domain::money::{BasisPoints, BillableDays, Money, Year};
use crate::domain::offer::permanent::Job;
use crate::domain::offer::{Excess, Side};
use crate::domain::tax::income_tax;
use crate::domain::tax_year::TaxYear;
use crate::state::answer::{Answer, RISE, TakeHome};
use crate::state::input::{Key, View};
use crate::state::model::State;
use crate::state::scenario::Scenario;
use crate::state::text::Text;

use super::statement::Statement;

/// The note on the tax year, if it is not the current one or has no figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YearNote {
    /// The year of the figures, and the current year, which differs.
    Other(TaxYear, TaxYear),
    /// A year without figures, and the years with figures.
    None(TaxYear, Vec<&'static str>),
}

impl YearNote {
    /// The note on the year of an answer; `None` if it needs none.
    pub fn of(state: &State) -> Option<Self> {
        let Answer { take_home, tax_year, current_tax_year, .. } = &*state.answer;
        if take_home.is_none() {
            let known = state.scenario.figures.tax_years.iter().map(|rules| rules.slug);
            return Some(Self::None(*tax_year, known.collect()));
        }
        (tax_year != current_tax_year).then_some(Self::Other(*tax_year, *current_tax_year))
    }
}

/// Take-home pay below the estimate of a single view.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeHomePart {
    /// The statement of each arrangement of the view, or the reason it cannot be computed.
    pub statements: Vec<(Arrangement, Result<Statement, Excess>)>,
    /// The permanent job, in its own view.
    pub job: Option<Job>,
    /// The day rates that match the salary, in the permanent view.
    pub matching: Option<Matching>,
    /// The warning about the allowance, in the permanent view.
    pub taper: Option<Taper>,
    /// Whether the lines of the statements can be opened.
    pub has_lines: bool,
}

/// The day rates that match the salary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    /// The rates.
    pub rates: BreakEven,
    /// The days they are for.
    pub days: BillableDays,
    /// The address of the comparison, if the visitor can open it.
    pub compare: Option<Text>,
}

impl TakeHomePart {
    /// Take-home pay in a single view; `None` if the tax year has no figures.
    pub fn of(state: &State, view: View) -> Option<Self> {
        let take_home = state.answer.take_home.as_ref()?;
        let arrangements: &[_] = match view {
            View::Permanent => &[Arrangement::Permanent],
            View::Contract => &[Arrangement::InsideIr35, Arrangement::OutsideIr35],
            View::Compare => Arrangement::ALL,
        };
        let statement = |&arrangement: &Arrangement| {
            let statement = take_home.statement(arrangement)?;
            Some((arrangement, statement.map(|pay| Statement::of(take_home, &pay))))
        };
        let is_permanent = view == View::Permanent;
        let compare = || state.link(&Scenario { view: View::Compare, ..state.scenario });
        let matching = take_home.break_even.filter(|_| is_permanent).map(|rates| Matching {
            rates,
            days: take_home.contract.terms.days,
            compare: state.offers(Key::View).then(compare),
        });
        Some(Self {
            statements: arrangements.iter().filter_map(statement).collect(),
            job: is_permanent.then_some(take_home.job),
            matching,
            taper: Taper::of(take_home).filter(|_| is_permanent),
            has_lines: !state.host.compact,
        })
    }
}

/// The taper: the range of income over which the personal allowance shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taper {
    /// Its lower end.
    pub from: Money<Year>,
    /// Its upper end.
    pub to: Money<Year>,
    /// The allowance lost as a share of the income in the range.
    pub rate: BasisPoints,
    /// The amount by which the salary is above the lower end; `None` if it is below, and only a rise would reach it.
    pub over: Option<Money<Year>>,
}

impl Taper {
    /// The taper, if the salary or a rise of [`RISE`] is in it.
    pub fn of(take_home: &TakeHome) -> Option<Self> {
        let tax = &take_home.taxpayer.rules.income_tax;
        let over = |income| income_tax::in_taper(tax, income);
        let permanent = take_home.statement(Arrangement::Permanent)?.ok();
        let now = permanent.and_then(|statement| match statement {
            crate::domain::offer::Statement::Permanent(pay) => over(pay.adjusted_net_income),
            _ => None,
        });
        let next = take_home.rise.and_then(|rise| over(rise.adjusted_net_income));
        now.or(next)?;
        Some(Self { from: tax.income_limit, to: income_tax::allowance_ends(tax), rate: tax.taper, over: now })
    }
}

/// The cost of a week off to a contractor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekOff {
    /// Inside IR35.
    pub inside: Option<Money<Year>>,
    /// Outside IR35.
    pub outside: Option<Money<Year>>,
    /// The amount that is not invoiced.
    pub invoiced: Money<Year>,
}

impl WeekOff {
    /// The cost of a week off.
    pub fn of(take_home: &TakeHome) -> Self {
        Self {
            inside: take_home.week_off(Side::Inside),
            outside: take_home.week_off(Side::Outside),
            invoiced: week_invoiced(&take_home.contract),
        }
    }
}

/// The deductions from the next part of a salary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextPay {
    /// The rise in gross pay.
    pub gross: Money<Year>,
    /// The part of it that is deducted, also as a whole percentage; `None` if it cannot be computed.
    pub deducted: Option<(Money<Year>, i64)>,
}

impl NextPay {
    /// The effect of a rise of [`RISE`].
    pub fn of(take_home: &TakeHome) -> Self {
        let percent = |taken: Money<Year>, gross: Money<Year>| {
            (taken.pence() * 100 + gross.pence() / 2).checked_div(gross.pence()).unwrap_or(0)
        };
        match take_home.rise {
            Some(rise) => {
                Self { gross: rise.gross, deducted: Some((rise.taken, percent(rise.taken, rise.gross))) }
            }
            None => Self { gross: RISE, deducted: None },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{TODAY, figures};

    fn take_home(query: &str) -> TakeHome {
        State::from_query(query, figures(), TODAY).answer.take_home.clone().unwrap()
    }

    #[test]
    fn the_taper_warning_starts_at_the_salary_that_a_rise_takes_into_it() {
        // Salaries around both ends, each with whether the warning shows and the amount over the limit.
        let limit = take_home("").taxpayer.rules.income_tax.income_limit.pence() / 100;
        let ends = income_tax::allowance_ends(&take_home("").taxpayer.rules.income_tax).pence() / 100;
        let cases = [
            (limit - 1_001, None),
            (limit - 1_000, None),
            (limit - 999, Some(None)),
            (limit, Some(None)),
            (limit + 1, Some(Some(1))),
            (ends - 1, Some(Some(ends - 1 - limit))),
            (ends, None),
        ];
        for (salary, expected) in cases {
            let taper = Taper::of(&take_home(&format!("salary={salary}")));
            let over = taper.map(|taper| taper.over.map(|over| over.pence() / 100));
            assert_eq!(over, expected, "{salary}");
        }
    }

    #[test]
    fn a_marginal_rate_is_rounded_to_a_whole_percentage() {
        let next = NextPay::of(&take_home("salary=105000&student-loan=plan-2"));
        let (taken, percent) = next.deducted.unwrap();
        assert_eq!(next.gross, RISE);
        assert_eq!(percent, (taken.pence() + 500) / 1_000);
        assert_eq!(NextPay::of(&take_home("salary=50000&pension=100&pension-method=net-pay")).deducted, None);
    }
}
