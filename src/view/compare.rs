//! The comparison: what is kept of a salary, of a contract inside IR35 and of one outside.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::{Money, Year};
use crate::state::model::State;
use crate::state::take_home::TakeHome;

use super::answer::Dock;
use super::copy::glossary::Term;
use super::copy::take_home::{self as copy, Phrase};
use super::copy::who;
use super::curve::Curve;
use super::format::whole_pounds;
use super::statement::{self, Statement};
use super::{glossary, take_home};

/// The arrangement of which most is kept, and how much more than of the salary, or of the better contract,
/// in the pounds that are shown.
struct Best {
    arrangement: Arrangement,
    kept: Money<Year>,
    more: Option<Money<Year>>,
}

fn best(take_home: &TakeHome) -> Option<Best> {
    let kept = |&arrangement: &Arrangement| take_home.kept(arrangement).map(|kept| (arrangement, kept));
    let (arrangement, most) = Arrangement::ALL.iter().filter_map(kept).max_by_key(|&(_, kept)| kept)?;
    let against = |other: &Arrangement| {
        let is_salary = *other == Arrangement::Permanent;
        *other != arrangement && (is_salary || arrangement == Arrangement::Permanent)
    };
    let next =
        Arrangement::ALL.iter().filter(|other| against(other)).filter_map(kept).map(|(_, kept)| kept).max();
    Some(Best { arrangement, kept: most, more: next.map(|next| most.to_a_pound() - next.to_a_pound()) })
}

/// The comparison, in full.
pub fn comparison(state: &State) -> Html {
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
                { sentence("verdict", &copy::leaves_most(best.arrangement, best.more)) }
            }
            <div class="columns">
                { for Arrangement::ALL.iter().map(|&arrangement| column(take_home, arrangement)) }
            </div>
            <div class="take-home">
                <div class="pair">{ take_home::week(take_home) }{ take_home::next_pay(take_home) }</div>
                { take_home::taper(take_home) }
            </div>
            <Curve take_home={*take_home} />
        </>
    }
}

/// On a phone: what leaves most, always in sight.
pub fn dock(state: &State) -> Option<Dock> {
    let best = best(state.summary.take_home.as_ref()?)?;
    Some(Dock {
        beside: copy::arrangement(best.arrangement).to_owned(),
        amount: whole_pounds(best.kept),
        each: copy::KEPT_EACH,
    })
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

fn column(take_home: &TakeHome, arrangement: Arrangement) -> Html {
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
                { statement::details(copy::EVERY_LINE, &statement) }
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
            <p class="hint" translate="no">{ copy::basis(arrangement, &take_home.job, &take_home.contract) }</p>
            { body }
        </section>
    }
}
