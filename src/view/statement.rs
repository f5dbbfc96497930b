//! A statement: every line of it, and a picture of where the money goes.

use yew::prelude::*;

use crate::domain::choice::Arrangement;
use crate::domain::money::{Money, Year};
use crate::state::disclosure::Disclosure;
use crate::state::model::State;
use crate::state::part::statement::{Line, Share, Sign, Statement};
use crate::state::text::text;

use super::control::Dispatch;
use super::copy::take_home as say;
use super::disclosure::disclosure;
use super::element::{Child, Element, element, fragment};
use super::{copy, format, glossary};

/// Every line, to the penny, behind a summary.
pub fn details(summary: &'static str, statement: &Statement, state: &State, dispatch: &Dispatch) -> Html {
    let row = |line: &Line| {
        let (seen, said, class) = match line.sign {
            Sign::Start => ("", "", None),
            Sign::Plus => ("+", copy::sign::PLUS, None),
            Sign::Minus => ("−", copy::sign::MINUS, None),
            Sign::Equals => ("=", copy::sign::EQUALS, Some("sum")),
        };
        let name = match say::line(line.item) {
            (name, Some(term)) => glossary::term(term, name),
            (name, None) => name.node(),
        };
        let said = (!said.is_empty()).then(|| element("span").class("visually-hidden").child(said));
        let sign = element("span").class("sign").attribute("aria-hidden", "true").child(seen);
        element("tr")
            .class(class)
            .child(element("th").attribute("scope", "row").child(sign).child(said).child(name))
            .child(element("td").child(format::to_the_penny(line.amount)))
    };
    let name = say::arrangement(statement.arrangement);
    let whose = (summary == say::EVERY_LINE)
        .then(|| element("span").class("visually-hidden").child(", ").child(name));
    let which = match statement.arrangement {
        Arrangement::Permanent => Disclosure::Permanent,
        Arrangement::InsideIr35 => Disclosure::InsideIr35,
        Arrangement::OutsideIr35 => Disclosure::OutsideIr35,
    };
    let summary = element("summary").child(summary).child(whose);
    let rows = || table(name, statement.lines.iter().map(row));
    disclosure(which, summary, rows, state, dispatch).class("lines").html()
}

/// A table whose caption and head are for screen readers only.
fn table(caption: &'static str, rows: impl Iterator<Item = Element>) -> Element {
    let columns = say::STATEMENT_COLUMNS.map(|name| element("th").attribute("scope", "col").child(name));
    element("table")
        .untranslated()
        .child(element("caption").class("visually-hidden").child(caption))
        .child(element("thead").class("visually-hidden").child(element("tr").children(columns)))
        .child(element("tbody").children(rows))
}

/// A picture of where the money goes: a bar, and the same in numbers.
pub fn picture(statement: &Statement) -> Html {
    let total: i64 = statement.shares().map(|(_, amount)| amount.pence()).sum();
    let mut from = 0;
    let bars = statement.shares().map(|(share, amount)| {
        let x = format::percent_of(from, total);
        from += amount.pence();
        element("rect")
            .class(text!("share ", share.slug()))
            .attribute("x", x)
            .attribute("width", format::percent_of(amount.pence(), total))
            .attribute("height", "100%")
    });
    let bar = element("svg")
        .class("stack")
        .attributes(&[("aria-hidden", "true"), ("width", "100%"), ("height", "28")])
        .children(bars);
    let row = |(share, amount): (Share, Money<Year>)| {
        let swatch = element("span").class(text!("swatch share ", share.slug()));
        let name = say::share(share, statement.arrangement);
        element("tr")
            .child(element("th").attribute("scope", "row").child(swatch).child(name))
            .child(element("td").child(format::whole_pounds(amount)))
    };
    let shares = table(say::WHERE_IT_GOES, statement.shares().map(row)).class("shares").part("table");
    fragment(vec![bar.html(), shares.html()])
}
