//! The comparison: the amount kept from a salary, from a contract inside IR35 and from one outside.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::Year;
use crate::state::event::Event;
use crate::state::input::Key;
use crate::state::model::State;
use crate::state::part::compare::{Column, Comparison, SamePension};
use crate::state::part::take_home::YearNote;

use super::answer::Dock;
use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home::{self as copy, Phrase};
use super::copy::who;
use super::curve::curve;
use super::element::{Child, Element, element, fragment};
use super::format::{Pay, whole_pounds};
use super::heading::heading;
use super::statement;
use super::{glossary, take_home};

/// The comparison in full, and the dock at the foot of a phone's screen.
pub fn comparison(state: &State, dispatch: &Dispatch) -> (Html, Option<Dock>) {
    let level = state.host.heading_level;
    let head = heading(level, 0).class("who").attribute("id", "who").child(who(state.answer.role));
    let year = take_home::year(YearNote::of(state).as_ref());
    let Some(part) = Comparison::of(state) else {
        return (fragment(vec![head.html(), year]), None);
    };
    let matching = part
        .matching
        .as_ref()
        .map(|rates| sentence("break-even", &copy::break_even(rates, part.contract.terms.days, &part.job)));
    let verdict = part.verdict.as_ref().map(|verdict| {
        element("div")
            .child(sentence("verdict", &copy::leaves_most(verdict)))
            .child(like_for_like(part.same_pension.as_ref(), dispatch))
    });
    let columns = part.columns.iter().map(|each| column(each, state, dispatch));
    let facts = part.facts.as_ref().map(|(week, next)| {
        element("div").class("pair").child(take_home::week_off(week)).child(take_home::next_pay(next))
    });
    let html = fragment(vec![
        element("div").child(head).child(matching).html(),
        year,
        verdict.node(),
        element("div").class("columns").children(columns).html(),
        facts.node(),
        part.curve.as_ref().map(|part| curve(part, state, dispatch)).node(),
        part.taper.as_ref().map(take_home::taper).node(),
    ]);
    let dock = part.verdict.as_ref().map(|verdict| Dock {
        beside: copy::dock(verdict),
        amount: whole_pounds(verdict.kept),
        each: Year::EACH,
    });
    (html, dock)
}

/// The differences that the amounts do not show, and a link that gives the contracts the salary's pension.
fn like_for_like(same: Option<&SamePension>, dispatch: &Dispatch) -> Element {
    let hint = element("p").class("hint").untranslated().child(copy::NOT_LIKE_FOR_LIKE);
    let Some(SamePension { pot, link, text }) = same else { return hint };
    let link = element("a")
        .attribute("href", link.clone())
        .onclick(dispatch.click(Event::ChoseValue(Key::ContractPension, String::clone(text))))
        .child(copy::pay_in_the_same(*pot));
    hint.child(" ").child(copy::NO_CONTRACT_PENSION).child(" ").child(link)
}

fn sentence(class: &'static str, phrases: &[Phrase]) -> Element {
    let phrase = |(text, is_strong): &Phrase| -> Html {
        if *is_strong { element("b").child(text).html() } else { text.node() }
    };
    element("p").class(class).untranslated().children(phrases.iter().map(phrase))
}

fn column(part: &Column, state: &State, dispatch: &Dispatch) -> Element {
    let arrangement = part.offer.arrangement();
    let name = copy::arrangement(arrangement);
    let name = match arrangement {
        Arrangement::Permanent => name.node(),
        Arrangement::InsideIr35 | Arrangement::OutsideIr35 => glossary::term(Term::Ir35, name),
    };
    let hint = || element("p").class("hint");
    let column = element("section")
        .class("column")
        .child(heading(state.host.heading_level, 1).class("title").child(name))
        .child(hint().untranslated().child(copy::basis(part)));
    match &part.statement {
        Ok(statement) => {
            let against = part.more.map_or_else(|| copy::KEPT.into(), copy::against_permanent);
            let lines =
                part.has_lines.then(|| statement::details(copy::EVERY_LINE, statement, state, dispatch));
            column
                .child(element("p").class("kept").untranslated().child(whole_pounds(statement.kept)))
                .child(hint().untranslated().child(against))
                .child(statement::picture(statement))
                .child(lines)
        }
        Err(excess) => column
            .child(element("p").class("kept none").child(copy::NOT_COMPUTABLE))
            .child(hint().child(copy::why_not(excess))),
    }
}
