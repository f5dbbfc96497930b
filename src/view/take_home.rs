//! Take-home pay below the headline of a single view: a month, a year, and every line of it.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::take_home::Excess;
use crate::domain::tax::income_tax;
use crate::state::event::Event;
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::scenario::Scenario;
use crate::state::summary::Summary;
use crate::state::take_home::{RISE, TakeHome};

use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home as copy;
use super::element::{Child, Element, element};
use super::format::whole_pounds;
use super::glossary;
use super::statement::{self, Statement};

/// What a year says of itself, where it is not the current one or there are no figures for it.
pub fn year(summary: &Summary) -> Html {
    let sentence = match summary.take_home {
        Some(_) => copy::other_year(summary),
        None => Some(copy::no_figures(summary.tax_year)),
    };
    sentence.map(|sentence| element("p").class("warning").child(sentence)).node()
}

/// What is left of the salary, and which day rates leave as much.
pub fn permanent(take_home: &TakeHome, state: &State, dispatch: &Dispatch) -> Html {
    let TakeHome { job, contract, break_even, .. } = take_home;
    let compare = Scenario { view: View::Compare, ..state.scenario };
    let compare = state.offers(Key::View).then(|| {
        element("a")
            .attribute("href", state.link(&compare))
            .onclick(dispatch.click(Event::ChoseView(View::Compare)))
            .child(copy::COMPARE)
    });
    let statement = Statement::of(take_home, Arrangement::Permanent);
    let kept = net(&statement, copy::take_home_from(job));
    let same = break_even.as_ref().map(|rates| {
        let outside = element("span").untranslated().child(copy::outside_rate(rates, contract.days));
        let between = compare.as_ref().map(|_| " · ");
        element("div")
            .class("fact")
            .child(element("p").child(glossary::term(Term::BreakEven, copy::SAME_KEPT)))
            .child(element("b").untranslated().child(copy::inside_rate(rates)))
            .child(element("p").child(outside).child(between).child(compare))
    });
    let lines = statement.as_ref().ok().filter(|_| !state.host.compact).map(|statement| {
        let summary = copy::every_line(Arrangement::Permanent);
        statement::details(summary, Arrangement::Permanent, statement, state, dispatch)
    });
    element("div")
        .class("take-home")
        .child(element("div").class("pair").child(kept).child(same))
        .child(taper(take_home))
        .child(lines)
        .html()
}

/// What is left of the contract, inside and outside IR35.
pub fn contract(take_home: &TakeHome, state: &State, dispatch: &Dispatch) -> Html {
    let both = [Arrangement::InsideIr35, Arrangement::OutsideIr35];
    let both = both.map(|arrangement| (arrangement, Statement::of(take_home, arrangement)));
    let kept = both.iter().map(|(arrangement, statement)| {
        net(statement, glossary::term(Term::Ir35, copy::take_home_contract(*arrangement)))
    });
    let lines = both.iter().filter(|_| !state.host.compact).filter_map(|(arrangement, statement)| {
        let statement = statement.as_ref().ok()?;
        Some(statement::details(copy::every_line(*arrangement), *arrangement, statement, state, dispatch))
    });
    element("div")
        .class("take-home")
        .child(element("div").class("pair").children(kept))
        .children(lines)
        .html()
}

/// Take-home pay, under the name of what it is left of.
fn net(statement: &Result<Statement, Excess>, name: impl Child) -> Element {
    let fact = element("div").class("fact").child(element("p").child(name));
    match statement {
        Ok(Statement { net, .. }) => fact
            .child(element("b").untranslated().child(copy::a_month(*net)))
            .child(element("p").untranslated().child(copy::a_year(*net))),
        Err(excess) => fact
            .child(element("b").child(copy::NOT_COMPUTABLE))
            .child(element("p").child(copy::why_not(excess))),
    }
}

/// A warning where the salary, or the next of it, lies in the stretch in which the personal allowance shrinks.
pub fn taper(take_home: &TakeHome) -> Html {
    let rules = take_home.taxpayer.rules;
    let over = |income| income_tax::in_taper(&rules.income_tax, income);
    let now = take_home.permanent.ok().and_then(|pay| over(pay.adjusted_net_income));
    let next = take_home.rise.and_then(|rise| over(rise.adjusted_net_income));
    if now.or(next).is_none() {
        return Html::default();
    }
    element("p").class("warning").untranslated().child(copy::taper_warning(rules, now)).html()
}

/// What a week without work costs.
pub fn week(take_home: &TakeHome) -> Html {
    let cost = |arrangement, name: &'static str| {
        let cost = take_home.week_without_work(arrangement);
        let cost = cost.map_or_else(|| copy::NONE.into(), whole_pounds);
        element("p").child(element("b").untranslated().child(cost)).child(" ").child(name)
    };
    let both = element("div")
        .class("two")
        .child(cost(Arrangement::InsideIr35, copy::CURVE_INSIDE))
        .child(cost(Arrangement::OutsideIr35, copy::CURVE_OUTSIDE));
    element("div")
        .class("fact")
        .child(element("p").child(copy::WEEK_WITHOUT_WORK))
        .child(both)
        .child(element("p").untranslated().child(copy::week_invoiced(take_home.week_invoiced())))
        .html()
}

/// What is taken of the next of a salary.
pub fn rise(take_home: &TakeHome) -> Html {
    let rise = take_home.rise;
    let taken = rise.map_or_else(|| copy::NONE.into(), |rise| whole_pounds(rise.taken));
    element("div")
        .class("fact")
        .child(element("p").untranslated().child(copy::rise(rise.map_or(RISE, |rise| rise.gross))))
        .child(element("b").untranslated().child(taken))
        .child(element("p").untranslated().child(rise.as_ref().map(copy::marginal_rate)))
        .html()
}
