//! Take-home pay below the headline of a single view: a month, a year, and every line of it.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::{Money, Year};
use crate::domain::take_home::{Excess, permanent};
use crate::domain::tax::income_tax;
use crate::state::event::Event;
use crate::state::key::View;
use crate::state::query;
use crate::state::scenario::Scenario;
use crate::state::summary::Summary;
use crate::state::take_home::TakeHome;

use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home as copy;
use super::format::whole_pounds;
use super::glossary;
use super::statement::{self, Statement};

/// What is asked for the marginal rate.
const MORE: Money<Year> = Money::from_pounds(1_000);

/// What a year says of itself, where it is not the current one or there are no figures for it.
pub fn year(summary: &Summary) -> Html {
    let sentence = match summary.take_home {
        Some(_) => copy::other_year(summary),
        None => Some(copy::no_figures(summary.tax_year)),
    };
    sentence.map_or_else(Html::default, |sentence| html! { <p class="warning">{ sentence }</p> })
}

/// What is left of the salary, and which day rates leave as much.
pub fn permanent(take_home: &TakeHome, scenario: &Scenario, dispatch: &Dispatch) -> Html {
    let TakeHome { job, contract, break_even, .. } = take_home;
    let compare = Scenario { view: View::Compare, ..*scenario };
    let compare = html! {
        <a href={format!("#{}", query::write(&compare))} onclick={dispatch.click(Event::ChoseView(View::Compare))}>
            { copy::COMPARE }
        </a>
    };
    let statement = Statement::of(take_home, Arrangement::Permanent);
    html! {
        <div class="take-home">
            <div class="pair">
                <div class="fact">
                    <p>{ copy::take_home_from(job.salary) }</p>
                    { net(&statement) }
                </div>
                if let Some(rates) = break_even {
                    <div class="fact">
                        <p>{ glossary::term(Term::BreakEven, copy::SAME_KEPT) }</p>
                        <b translate="no">{ copy::inside_rate(rates) }</b>
                        <p>
                            <span translate="no">{ copy::outside_rate(rates, contract.days) }</span>
                            { " · " }{ compare }
                        </p>
                    </div>
                }
            </div>
            { taper(take_home) }
            if let Ok(statement) = &statement {
                { statement::details(copy::every_line(Arrangement::Permanent), statement) }
            }
        </div>
    }
}

/// What is left of the contract, inside and outside IR35.
pub fn contract(take_home: &TakeHome) -> Html {
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
            { for both.iter().filter_map(|(arrangement, statement)| {
                let statement = statement.as_ref().ok()?;
                Some(statement::details(copy::every_line(*arrangement), statement))
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

/// A warning where the salary lies in the stretch in which the personal allowance shrinks.
pub fn taper(take_home: &TakeHome) -> Html {
    let rules = take_home.taxpayer.rules;
    let over = take_home
        .permanent
        .ok()
        .and_then(|pay| income_tax::in_taper(&rules.income_tax, pay.adjusted_net_income));
    over.map_or_else(Html::default, |over| {
        html! { <p class="warning" translate="no">{ copy::taper_warning(rules, over) }</p> }
    })
}

/// What a week without work costs, where either side can be worked out.
pub fn week(take_home: &TakeHome) -> Html {
    let cost = |arrangement| take_home.week_without_work(arrangement);
    let (Some(inside), Some(outside)) = (cost(Arrangement::InsideIr35), cost(Arrangement::OutsideIr35))
    else {
        return Html::default();
    };
    html! {
        <div class="fact">
            <p>{ copy::WEEK_WITHOUT_WORK }</p>
            <b translate="no">{ whole_pounds(inside) }</b>
            <p translate="no">{ copy::week_outside(outside) }</p>
        </div>
    }
}

/// What is taken of some more pay.
pub fn next_pay(take_home: &TakeHome) -> Html {
    let Ok(taken) = permanent::taken_of_more(&take_home.taxpayer, &take_home.job, MORE) else {
        return Html::default();
    };
    html! {
        <div class="fact">
            <p>{ copy::next_pay(MORE) }</p>
            <b translate="no">{ whole_pounds(taken) }</b>
            <p translate="no">{ copy::marginal_rate(taken, MORE) }</p>
        </div>
    }
}

/// What the sums leave out.
#[component]
pub fn NotCounted() -> Html {
    html! {
        <details class="sources not-counted">
            <summary>{ copy::NOT_COUNTED }</summary>
            <p>{ copy::COUNTED }</p>
            <ul>{ for copy::LEFT_OUT.map(|item| html! { <li>{ item }</li> }) }</ul>
        </details>
    }
}
