//! The comparison: what is kept of a salary, of a contract inside IR35 and of one outside.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::{Money, Year};
use crate::state::event::Event;
use crate::state::key::Key;
use crate::state::model::State;
use crate::state::query;
use crate::state::scenario::Scenario;
use crate::state::take_home::TakeHome;

use super::answer::Dock;
use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home::{self as copy, Phrase};
use super::copy::who;
use super::curve::curve;
use super::format::{Pay, whole_pounds};
use super::statement::{self, Statement};
use super::{glossary, take_home};

/// The arrangement of which most is kept, and what it is held against: the salary, or where most is kept of that, or
/// nothing is known of it, the better contract.
struct Best {
    arrangement: Arrangement,
    kept: Money<Year>,
    against: Option<(Arrangement, Money<Year>)>,
}

fn best(take_home: &TakeHome) -> Option<Best> {
    let kept = |&arrangement: &Arrangement| take_home.kept(arrangement).map(|kept| (arrangement, kept));
    let (arrangement, most) = Arrangement::ALL.iter().filter_map(kept).max_by_key(|&(_, kept)| kept)?;
    let others = Arrangement::ALL.iter().filter(|&&other| other != arrangement);
    // The salary before a contract, then the larger before the smaller.
    let against =
        others.filter_map(kept).max_by_key(|&(other, kept)| (other == Arrangement::Permanent, kept));
    Some(Best { arrangement, kept: most, against })
}

/// The comparison, in full.
pub fn comparison(state: &State, dispatch: &Dispatch) -> Html {
    let summary = &state.summary;
    let head = html! { <h2 class="who" id="who">{ who(summary.profile) }</h2> };
    let Some(take_home) = &summary.take_home else {
        return html! { <>{ head }{ take_home::year(summary) }</> };
    };
    html! {
        <>
            <div>
                { head }
                if let Some(rates) = &take_home.break_even {
                    { sentence("break-even", &copy::break_even(rates, take_home.contract.days, &take_home.job)) }
                }
            </div>
            { take_home::year(summary) }
            if let Some(best) = best(take_home) {
                <div>
                    { sentence("verdict", &copy::leaves_most(best.arrangement, best.kept, best.against)) }
                    { like_for_like(take_home, &state.scenario, dispatch) }
                </div>
            }
            <div class="columns">
                { for Arrangement::ALL.iter().map(|&arrangement| column(take_home, &state.scenario, arrangement)) }
            </div>
            <div class="pair">{ take_home::week(take_home) }{ take_home::rise(take_home) }</div>
            { curve(take_home, state.scenario.day_rate.is_none()) }
            { take_home::taper(take_home) }
        </>
    }
}

/// On a phone: what leaves most, always in sight.
pub fn dock(state: &State) -> Option<Dock> {
    let best = best(state.summary.take_home.as_ref()?)?;
    Some(Dock {
        beside: copy::dock(best.arrangement, best.kept, best.against.map(|(_, kept)| kept)),
        amount: whole_pounds(best.kept),
        each: Year::EACH,
    })
}

/// What the columns do not have in common, and a way to give the contracts the pension that the salary has.
fn like_for_like(take_home: &TakeHome, scenario: &Scenario, dispatch: &Dispatch) -> Html {
    let pot = take_home.permanent.map_or(Money::from_pence(0), |pay| pay.pension_pot);
    let accepted = Key::ContractPension.range().is_some_and(|range| range.check(pot.pence()).is_ok());
    let without = pot.pence() > 0 && accepted && take_home.contract.pension.pence() == 0;
    let with_pension = Scenario { contract_pension: pot, ..*scenario };
    let text = with_pension.text(Key::ContractPension);
    html! {
        <p class="hint" translate="no">
            { copy::NOT_LIKE_FOR_LIKE }
            if without {
                { " " }{ copy::NO_CONTRACT_PENSION }{ " " }
                <a href={format!("#{}", query::write(&with_pension))}
                    onclick={dispatch.click(Event::ChoseValue(Key::ContractPension, text))}>
                    { copy::pay_in_the_same(pot) }
                </a>
            }
        </p>
    }
}

fn sentence(class: &'static str, phrases: &[Phrase]) -> Html {
    let phrase = |(text, strong): &Phrase| {
        if *strong {
            html! { <b>{ text }</b> }
        } else {
            html! { text }
        }
    };
    html! { <p {class} translate="no">{ for phrases.iter().map(phrase) }</p> }
}

fn column(take_home: &TakeHome, scenario: &Scenario, arrangement: Arrangement) -> Html {
    let name = copy::arrangement(arrangement);
    let name = match arrangement {
        Arrangement::Permanent => html! { name },
        Arrangement::InsideIr35 | Arrangement::OutsideIr35 => glossary::term(Term::Ir35, name),
    };
    let against = take_home.kept(Arrangement::Permanent).filter(|_| arrangement != Arrangement::Permanent);
    let body = match (Statement::of(take_home, arrangement), take_home.kept(arrangement)) {
        (Ok(statement), Some(kept)) => html! {
            <>
                <p class="kept" translate="no">{ whole_pounds(kept) }</p>
                <p class="hint" translate="no">
                    if let Some(permanent) = against {
                        { copy::against_permanent(kept.to_a_pound() - permanent.to_a_pound()) }
                    } else {
                        { copy::KEPT }
                    }
                </p>
                { statement::picture(&statement) }
                { statement::details(copy::EVERY_LINE, arrangement, &statement) }
            </>
        },
        (Err(excess), _) => html! {
            <>
                <p class="kept none">{ copy::NOT_COMPUTABLE }</p>
                <p class="hint">{ copy::why_not(&excess) }</p>
            </>
        },
        (Ok(_), None) => Html::default(),
    };
    html! {
        <section class="column">
            <h3>{ name }</h3>
            <p class="hint" translate="no">{ copy::basis(arrangement, take_home, scenario) }</p>
            { body }
        </section>
    }
}
