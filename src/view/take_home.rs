//! Take-home pay: by month, by year, line by line, and facts about it.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::{Money, Year};
use crate::domain::offer::Excess;
use crate::state::event::Event;
use crate::state::input::View;
use crate::state::model::State;
use crate::state::part::statement::Statement;
use crate::state::part::take_home::{Matching, NextPay, TakeHomePart, Taper, WeekOff, YearNote};

use super::control::Dispatch;
use super::copy::glossary::Term;
use super::copy::take_home as copy;
use super::element::{Child, Element, element};
use super::format::whole_pounds;
use super::glossary;
use super::statement;

/// The note on the tax year, if it is not the current one or has no figures.
pub fn year(note: Option<&YearNote>) -> Html {
    note.map(|note| element("p").class("warning").child(super::copy::year(note))).node()
}

/// Take-home pay below the estimate of a single view.
pub fn take_home(part: &TakeHomePart, state: &State, dispatch: &Dispatch) -> Element {
    let kept = part.statements.iter().map(|(arrangement, statement)| match &part.job {
        Some(job) => net(statement, copy::take_home_from(job).node()),
        None => net(statement, glossary::term(Term::Ir35, copy::take_home_contract(*arrangement))),
    });
    let lines = part.statements.iter().filter(|_| part.has_lines).filter_map(|(arrangement, statement)| {
        let statement = statement.as_ref().ok()?;
        Some(statement::details(copy::every_line(*arrangement), statement, state, dispatch))
    });
    let matching = part.matching.as_ref().map(|part| matching(part, dispatch));
    element("div")
        .class("take-home")
        .child(element("div").class("pair").children(kept).child(matching))
        .child(part.taper.as_ref().map(taper))
        .children(lines)
}

/// The day rates that match the salary.
fn matching(part: &Matching, dispatch: &Dispatch) -> Element {
    let compare = part.compare.clone().map(|link| {
        element("a")
            .attribute("href", link)
            .onclick(dispatch.click(Event::ChoseView(View::Compare)))
            .child(copy::COMPARE)
    });
    let outside = element("span").untranslated().child(copy::outside_rate(&part.rates, part.days));
    let between = compare.as_ref().map(|_| " · ");
    element("div")
        .class("fact")
        .child(element("p").child(glossary::term(Term::BreakEven, copy::SAME_KEPT)))
        .child(element("b").untranslated().child(copy::inside_rate(&part.rates)))
        .child(element("p").child(outside).child(between).child(compare))
}

/// Take-home pay under its name.
fn net(statement: &Result<Statement, Excess>, name: Html) -> Element {
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

/// The warning about the taper, the range of income over which the personal allowance shrinks.
pub fn taper(part: &Taper) -> Element {
    element("p").class("warning").untranslated().child(copy::taper_warning(part))
}

/// The cost of a week off.
pub fn week_off(part: &WeekOff) -> Element {
    let cost = |cost: Option<Money<Year>>, arrangement: Arrangement| {
        let name = match arrangement {
            Arrangement::OutsideIr35 => copy::CURVE_OUTSIDE,
            Arrangement::Permanent | Arrangement::InsideIr35 => copy::CURVE_INSIDE,
        };
        let cost = cost.map_or_else(|| copy::NONE.into(), whole_pounds);
        element("p").child(element("b").untranslated().child(cost)).child(" ").child(name)
    };
    let both = element("div")
        .class("two")
        .child(cost(part.inside, Arrangement::InsideIr35))
        .child(cost(part.outside, Arrangement::OutsideIr35));
    element("div")
        .class("fact")
        .child(element("p").child(copy::WEEK_OFF))
        .child(both)
        .child(element("p").untranslated().child(copy::week_invoiced(part.invoiced)))
}

/// The deductions from the next part of a salary.
pub fn next_pay(part: &NextPay) -> Element {
    let deducted = part.deducted.map_or_else(|| copy::NONE.into(), |(deducted, _)| whole_pounds(deducted));
    let rate = part.deducted.map(|(_, percent)| copy::marginal_rate(percent));
    element("div")
        .class("fact")
        .child(element("p").untranslated().child(copy::next_pay(part)))
        .child(element("b").untranslated().child(deducted))
        .child(element("p").untranslated().child(rate))
}
