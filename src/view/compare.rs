//! The comparison: what is kept of a salary, of a contract inside IR35 and of one outside.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::{Money, Year};
use crate::state::event::Event;
use crate::state::key::Key;
use crate::state::model::State;
use crate::state::scenario::Scenario;
use crate::state::take_home::TakeHome;

use super::answer::Dock;
use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home::{self as copy, Phrase};
use super::copy::who;
use super::curve::curve;
use super::element::{Child, Element, element, fragment};
use super::format::{Pay, whole_pounds};
use super::heading::heading;
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
    let level = state.host.heading_level;
    let head = heading(level, 0).class("who").attribute("id", "who").child(who(summary.profile));
    let Some(take_home) = &summary.take_home else {
        return fragment(vec![head.html(), take_home::year(summary)]);
    };
    let same = take_home.break_even.as_ref().map(|rates| {
        sentence("break-even", &copy::break_even(rates, take_home.contract.days, &take_home.job))
    });
    let best = best(take_home).map(|best| {
        element("div")
            .child(sentence("verdict", &copy::leaves_most(best.arrangement, best.kept, best.against)))
            .child(like_for_like(take_home, state, dispatch))
    });
    let column = |&arrangement: &Arrangement| column(take_home, state, arrangement, dispatch);
    let facts =
        || element("div").class("pair").child(take_home::week(take_home)).child(take_home::rise(take_home));
    let full = !state.host.compact;
    fragment(vec![
        element("div").child(head).child(same).html(),
        take_home::year(summary),
        best.node(),
        element("div").class("columns").children(Arrangement::ALL.iter().map(column)).html(),
        full.then(facts).node(),
        full.then(|| curve(take_home, state, dispatch)).flatten().node(),
        take_home::taper(take_home),
    ])
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
fn like_for_like(take_home: &TakeHome, state: &State, dispatch: &Dispatch) -> Element {
    let pot = take_home.permanent.map_or(Money::from_pence(0), |pay| pay.pension_pot);
    let accepted = Key::ContractPension.range().is_some_and(|range| range.check(pot.pence()).is_ok());
    let without = state.offers(Key::ContractPension)
        && pot.pence() > 0
        && accepted
        && take_home.contract.pension.pence() == 0;
    let hint = element("p").class("hint").untranslated().child(copy::NOT_LIKE_FOR_LIKE);
    if !without {
        return hint;
    }
    let with_pension = Scenario { contract_pension: pot, ..state.scenario };
    let text = with_pension.text(Key::ContractPension);
    let link = element("a")
        .attribute("href", state.link(&with_pension))
        .onclick(dispatch.click(Event::ChoseValue(Key::ContractPension, text.into())))
        .child(copy::pay_in_the_same(pot));
    hint.child(" ").child(copy::NO_CONTRACT_PENSION).child(" ").child(link)
}

fn sentence(class: &'static str, phrases: &[Phrase]) -> Element {
    let phrase = |(text, strong): &Phrase| -> Html {
        if *strong { element("b").child(text).html() } else { text.node() }
    };
    element("p").class(class).untranslated().children(phrases.iter().map(phrase))
}

fn column(take_home: &TakeHome, state: &State, arrangement: Arrangement, dispatch: &Dispatch) -> Element {
    let name = copy::arrangement(arrangement);
    let name = match arrangement {
        Arrangement::Permanent => name.node(),
        Arrangement::InsideIr35 | Arrangement::OutsideIr35 => glossary::term(Term::Ir35, name),
    };
    let hint = || element("p").class("hint");
    let column = element("section")
        .class("column")
        .child(heading(state.host.heading_level, 1).class("title").child(name))
        .child(hint().untranslated().child(copy::basis(arrangement, take_home, &state.scenario)));
    let against = take_home.kept(Arrangement::Permanent).filter(|_| arrangement != Arrangement::Permanent);
    match (Statement::of(take_home, arrangement), take_home.kept(arrangement)) {
        (Ok(statement), Some(kept)) => {
            let against = against.map_or_else(
                || copy::KEPT.into(),
                |permanent| copy::against_permanent(kept.to_a_pound() - permanent.to_a_pound()),
            );
            let lines = (!state.host.compact)
                .then(|| statement::details(copy::EVERY_LINE, arrangement, &statement, state, dispatch));
            column
                .child(element("p").class("kept").untranslated().child(whole_pounds(kept)))
                .child(hint().untranslated().child(against))
                .child(statement::picture(&statement))
                .child(lines)
        }
        (Err(excess), _) => column
            .child(element("p").class("kept none").child(copy::NOT_COMPUTABLE))
            .child(hint().child(copy::why_not(&excess))),
        (Ok(_), None) => column,
    }
}
