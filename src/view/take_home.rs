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
use super::format::whole_pounds;
use super::glossary;
use super::statement::{self, Statement};

/// What a year says of itself, where it is not the current one or there are no figures for it.
pub fn year(summary: &Summary) -> Html {
    let sentence = match summary.take_home {
        Some(_) => copy::other_year(summary),
        None => Some(copy::no_figures(summary.tax_year)),
    };
    sentence.map_or_else(Html::default, |sentence| html! { <p class="warning">{ sentence }</p> })
}

/// What is left of the salary, and which day rates leave as much.
pub fn permanent(take_home: &TakeHome, state: &State, dispatch: &Dispatch) -> Html {
    let TakeHome { job, contract, break_even, .. } = take_home;
    let compare = Scenario { view: View::Compare, ..state.scenario };
    let compare = html! {
        <a href={state.link(&compare)} onclick={dispatch.click(Event::ChoseView(View::Compare))}>
            { copy::COMPARE }
        </a>
    };
    let statement = Statement::of(take_home, Arrangement::Permanent);
    html! {
        <div class="take-home">
            <div class="pair">
                <div class="fact">
                    <p>{ copy::take_home_from(job) }</p>
                    { net(&statement) }
                </div>
                if let Some(rates) = break_even {
                    <div class="fact">
                        <p>{ glossary::term(Term::BreakEven, copy::SAME_KEPT) }</p>
                        <b translate="no">{ copy::inside_rate(rates) }</b>
                        <p>
                            <span translate="no">{ copy::outside_rate(rates, contract.days) }</span>
                            if state.offers(Key::View) {
                                { " · " }{ compare }
                            }
                        </p>
                    </div>
                }
            </div>
            { taper(take_home) }
            if let (Ok(statement), false) = (&statement, state.host.compact) {
                { statement::details(copy::every_line(Arrangement::Permanent), Arrangement::Permanent, statement) }
            }
        </div>
    }
}

/// What is left of the contract, inside and outside IR35.
pub fn contract(take_home: &TakeHome, state: &State) -> Html {
    let both = [Arrangement::InsideIr35, Arrangement::OutsideIr35];
    let both = both.map(|arrangement| (arrangement, Statement::of(take_home, arrangement)));
    html! {
        <div class="take-home">
            <div class="pair">
                { for both.iter().map(|(arrangement, statement)| html! {
                    <div class="fact">
                        <p>{ glossary::term(Term::Ir35, copy::take_home_contract(*arrangement)) }</p>
                        { net(statement) }
                    </div>
                }) }
            </div>
            { for both.iter().filter(|_| !state.host.compact).filter_map(|(arrangement, statement)| {
                let statement = statement.as_ref().ok()?;
                Some(statement::details(copy::every_line(*arrangement), *arrangement, statement))
            }) }
        </div>
    }
}

fn net(statement: &Result<Statement, Excess>) -> Html {
    match statement {
        Ok(Statement { net, .. }) => html! {
            <>
                <b translate="no">{ copy::a_month(*net) }</b>
                <p translate="no">{ copy::a_year(*net) }</p>
            </>
        },
        Err(excess) => html! { <><b>{ copy::NOT_COMPUTABLE }</b><p>{ copy::why_not(excess) }</p></> },
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
    html! { <p class="warning" translate="no">{ copy::taper_warning(rules, now) }</p> }
}

/// What a week without work costs.
pub fn week(take_home: &TakeHome) -> Html {
    let cost = |arrangement| {
        let cost = take_home.week_without_work(arrangement);
        html! { <b translate="no">{ cost.map_or_else(|| copy::NONE.to_owned(), whole_pounds) }</b> }
    };
    html! {
        <div class="fact">
            <p>{ copy::WEEK_WITHOUT_WORK }</p>
            <div class="two">
                <p>{ cost(Arrangement::InsideIr35) }{ " " }{ copy::CURVE_INSIDE }</p>
                <p>{ cost(Arrangement::OutsideIr35) }{ " " }{ copy::CURVE_OUTSIDE }</p>
            </div>
            <p translate="no">{ copy::week_invoiced(take_home.week_invoiced()) }</p>
        </div>
    }
}

/// What is taken of the next of a salary.
pub fn rise(take_home: &TakeHome) -> Html {
    let rise = take_home.rise;
    html! {
        <div class="fact">
            <p translate="no">{ copy::rise(rise.map_or(RISE, |rise| rise.gross)) }</p>
            <b translate="no">{ rise.map_or_else(|| copy::NONE.to_owned(), |rise| whole_pounds(rise.taken)) }</b>
            <p translate="no">{ rise.as_ref().map(copy::marginal_rate) }</p>
        </div>
    }
}
