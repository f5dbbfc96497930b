//! The comparison: the statement of every offer, and the offer that leaves the most.

use crate::domain::choice::Arrangement;
use crate::domain::comparison::BreakEven;
use crate::domain::market::Role;
use crate::domain::money::{Money, Year};
use crate::domain::offer::permanent::Job;
use crate::domain::offer::{Contract, Excess, Offer};
use crate::state::answer::TakeHome;
use crate::state::input::Key;
use crate::state::model::State;
use crate::state::text::Text;

use super::curve::Curve;
use super::statement::Statement;
use super::take_home::{NextPay, Taper, WeekOff};

/// The contents of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The role.
    pub role: Role,
    /// The permanent job.
    pub job: Job,
    /// The contract.
    pub contract: Contract,
    /// The day rates that match the salary.
    pub matching: Option<BreakEven>,
    /// The offer that leaves the most.
    pub verdict: Option<Verdict>,
    /// A link that gives the contracts the salary's pension.
    pub same_pension: Option<SamePension>,
    /// A column for each offer.
    pub columns: Vec<Column>,
    /// Facts that a compact calculator omits.
    pub facts: Option<(WeekOff, NextPay)>,
    /// The matching day rate, by the days worked.
    pub curve: Option<Curve>,
    /// The warning about the personal allowance.
    pub taper: Option<Taper>,
}

/// The offer that leaves the most, compared with the salary. If the salary leaves the most or cannot be computed, it is
/// compared with the better contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The arrangement that leaves the most.
    pub best: Arrangement,
    /// Take-home pay plus pension.
    pub kept: Money<Year>,
    /// The arrangement it is compared with, and the amount kept under that one.
    pub against: Option<(Arrangement, Money<Year>)>,
}

/// A column of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The offer.
    pub offer: Offer,
    /// Whether the pay is the visitor's own rather than typical.
    pub is_own: bool,
    /// Its statement, or the reason it cannot be computed.
    pub statement: Result<Statement, Excess>,
    /// The amount by which it exceeds the salary, in whole pounds; `None` for the salary itself.
    pub more: Option<Money<Year>>,
    /// Whether the lines of the statement can be opened.
    pub has_lines: bool,
}

/// A link that gives the contracts the salary's pension.
#[derive(Clone, Debug, PartialEq)]
pub struct SamePension {
    /// The pension.
    pub pot: Money<Year>,
    /// The address.
    pub link: Text,
    /// The text of the input that the link sets.
    pub text: Text,
}

impl Verdict {
    /// The verdict on some offers; `None` if none can be computed.
    pub fn of(take_home: &TakeHome) -> Option<Self> {
        let kept = |&arrangement: &Arrangement| take_home.kept(arrangement).map(|kept| (arrangement, kept));
        let (best, most) = Arrangement::ALL.iter().filter_map(kept).max_by_key(|&(_, kept)| kept)?;
        let others = Arrangement::ALL.iter().filter(|&&other| other != best);
        // The salary comes before a contract, and the larger amount before the smaller.
        let against =
            others.filter_map(kept).max_by_key(|&(other, kept)| (other == Arrangement::Permanent, kept));
        Some(Self { best, kept: most, against })
    }

    /// Whether both amounts are about the same: at most one per cent apart.
    pub fn is_close(&self) -> bool {
        let apart = |(_, less): (Arrangement, Money<Year>)| self.kept.pence() - less.pence();
        self.against.is_some_and(|against| apart(against) * 100 <= self.kept.pence())
    }
}

impl Comparison {
    /// The comparison; `None` if the tax year has no figures.
    pub fn of(state: &State) -> Option<Self> {
        let take_home = state.answer.take_home.as_ref()?;
        let is_full = !state.host.compact;
        Some(Self {
            role: state.answer.role,
            job: take_home.job,
            contract: take_home.contract,
            matching: take_home.break_even,
            verdict: Verdict::of(take_home),
            same_pension: same_pension(take_home, state),
            columns: columns(take_home, state),
            facts: is_full.then(|| (WeekOff::of(take_home), NextPay::of(take_home))),
            curve: is_full.then(|| Curve::of(take_home, state)).flatten(),
            taper: Taper::of(take_home),
        })
    }
}

fn columns(take_home: &TakeHome, state: &State) -> Vec<Column> {
    let salary = take_home.kept(Arrangement::Permanent);
    let column = |compared: &crate::domain::comparison::Compared| {
        let is_permanent = compared.offer.arrangement() == Arrangement::Permanent;
        let difference = |(kept, salary): (Money<Year>, Money<Year>)| kept.to_a_pound() - salary.to_a_pound();
        let own = Key::pay_of(compared.offer.arrangement());
        Column {
            offer: compared.offer,
            is_own: state.scenario.number(own).is_some(),
            statement: compared.statement.map(|pay| Statement::of(take_home, &pay)),
            more: compared.kept().zip(salary).filter(|_| !is_permanent).map(difference),
            has_lines: !state.host.compact,
        }
    };
    take_home.offers.iter().map(column).collect()
}

fn same_pension(take_home: &TakeHome, state: &State) -> Option<SamePension> {
    let permanent = take_home.statement(Arrangement::Permanent)?.ok()?;
    let pot = permanent.pension_pot();
    let is_accepted = Key::ContractPension.range().is_some_and(|range| range.check(pot.pence()).is_ok());
    let is_missing = pot.pence() > 0 && take_home.contract.terms.pension.pence() == 0;
    if !(state.offers(Key::ContractPension) && is_accepted && is_missing) {
        return None;
    }
    let mut with_pension = state.scenario;
    with_pension.contract.terms.pension = pot;
    let text = with_pension.text(Key::ContractPension);
    Some(SamePension { pot, link: state.link(&with_pension), text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{TODAY, figures};

    fn comparison(query: &str) -> Comparison {
        Comparison::of(&State::from_query(query, figures(), TODAY)).unwrap()
    }

    #[test]
    fn the_offer_that_leaves_the_most_is_compared_with_the_salary_or_the_better_contract() {
        use Arrangement::{InsideIr35, OutsideIr35, Permanent};
        for (query, best, against) in [
            ("salary=50000&day-rate=700", OutsideIr35, Some(Permanent)),
            ("salary=200000&day-rate=300", Permanent, Some(OutsideIr35)),
            ("salary=50000&pension=100&pension-method=net-pay", OutsideIr35, Some(InsideIr35)),
            ("day-rate=700&expenses=1000000&salary=50000", InsideIr35, Some(Permanent)),
            ("day-rate=10&days=1&umbrella-margin=500&contract-pension=100", Permanent, None),
        ] {
            let verdict = comparison(query).verdict.unwrap();
            assert_eq!((verdict.best, verdict.against.map(|(other, _)| other)), (best, against), "{query}");
            assert!(verdict.against.is_none_or(|(_, less)| less <= verdict.kept), "{query}");
        }
    }

    #[test]
    fn offers_are_close_up_to_one_per_cent() {
        let verdict = |less: i64| Verdict {
            best: Arrangement::InsideIr35,
            kept: Money::from_pence(10_000),
            against: Some((Arrangement::Permanent, Money::from_pence(less))),
        };
        assert_eq!([9_899, 9_900, 10_000].map(|less| verdict(less).is_close()), [false, true, true]);
        assert!(!Verdict { against: None, ..verdict(10_000) }.is_close());
    }

    #[test]
    fn the_same_pension_is_offered_if_the_contract_has_none_and_can_pay_it() {
        let offered = |query: &str| comparison(query).same_pension.map(|same| same.pot);
        assert_eq!(offered("salary=100000&pension=5"), Some(Money::from_pounds(5_000)));
        assert_eq!(offered("salary=100000&pension=5&contract-pension=1"), None);
        assert_eq!(offered("salary=10000000&pension=100&employer-pension=100"), None);
        assert_eq!(offered("salary=100000"), None);
    }

    #[test]
    fn a_compact_comparison_has_columns_and_nothing_to_open() {
        let mut state = State::from_query("", figures(), TODAY);
        state.host.compact = true;
        let compact = Comparison::of(&state).unwrap();
        assert_eq!(compact.columns.len(), 3);
        assert!(compact.facts.is_none() && compact.curve.is_none());
        assert!(compact.columns.iter().all(|column| !column.has_lines));
    }
}
