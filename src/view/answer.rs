//! The answer of a single view: headline, chart, verdict, take-home pay and working.

use yew::prelude::*;

use crate::domain::estimate::Marked;
use crate::domain::figure::Mark;
use crate::state::input::View;
use crate::state::model::State;
use crate::state::part::market::{Market, YearOfDays};
use crate::state::part::take_home::{TakeHomePart, YearNote};
use crate::state::text::Text;

use super::chart::{self, Picture};
use super::control::Dispatch;
use super::copy;
use super::element::{Child, Element, element, fragment};
use super::format::{self, Pay, pounds};
use super::heading::heading;
use super::take_home;

/// The answer in full, and the dock at the foot of a phone's screen.
pub fn answer<P: Pay>(part: &Market<P>, state: &State, view: View, dispatch: &Dispatch) -> (Html, Dock) {
    let level = state.host.heading_level;
    let estimate = &part.market.estimate;
    let head = element("div")
        .child(heading(level, 0).class("who").attribute("id", "who").child(copy::who(part.role)))
        .child(
            element("p")
                .class("headline")
                .part("headline")
                .untranslated()
                .child(pounds(estimate.band.typical)),
        )
        .child(element("p").class("unit").child(P::TYPICAL));
    let caption = element("figcaption")
        .child(element("span").class("key estimated").child(copy::typical_range(&estimate.band)))
        .child(" ")
        .child(element("span").class("key published").child(copy::published(&estimate.published)));
    let years = (!part.years.is_empty()).then(|| {
        element("div")
            .child(element("div").class("pair").children(part.years.iter().map(year)))
            .child(element("p").class("hint").child(copy::YEAR_CAVEAT))
    });
    let take_home = TakeHomePart::of(state, view).map(|part| take_home::take_home(&part, state, dispatch));
    let chart = element("figure")
        .class("range")
        .part("chart range")
        .untranslated()
        .child(chart::range(&Picture::of(part)))
        .child(caption);
    let html = fragment(vec![
        head.html(),
        chart.html(),
        verdict(part),
        years.node(),
        take_home::year(YearNote::of(state).as_ref()),
        take_home.node(),
        part.has_working.then(|| working(part, level)).node(),
    ]);
    (html, Dock::of(part))
}

/// The dock at the foot of a phone's screen, which always shows the main number of the view.
pub struct Dock {
    /// Its caption.
    pub beside: Text,
    /// The number.
    pub amount: Text,
    /// Its period: "a year".
    pub each: &'static str,
}

impl Dock {
    /// The headline number and the verdict.
    fn of<P: Pay>(part: &Market<P>) -> Self {
        let beside = part.market.own.as_ref().map_or_else(|| copy::who_briefly(part.role), copy::verdict);
        Self { beside, amount: pounds(part.market.estimate.band.typical), each: P::EACH }
    }

    /// Its markup.
    pub fn html(self) -> Html {
        let amount = element("span")
            .class("amount")
            .untranslated()
            .child(element("b").child(self.amount))
            .child(" ")
            .child(self.each);
        element("div")
            .class("dock")
            .attribute("aria-hidden", "true")
            .child(element("span").child(self.beside))
            .child(amount)
            .html()
    }
}

fn verdict<P: Pay>(part: &Market<P>) -> Html {
    let Some(own) = &part.market.own else {
        return element("p").class("verdict empty").child(P::NO_VERDICT).html();
    };
    let line = element("p")
        .untranslated()
        .child(element("b").child(copy::verdict(own)))
        .child(" ")
        .child(copy::verdict_basis(own, &part.market.estimate.band));
    if part.is_stale {
        line.class("verdict stale").child(" ").child(element("em").child(copy::stale(own))).html()
    } else {
        line.class("verdict").html()
    }
}

fn year(year: &YearOfDays) -> Element {
    let name = if year.range.is_some() { copy::MARKET_YEAR } else { copy::OWN_YEAR };
    let range = year.range.as_ref().map(copy::typical_range);
    element("div")
        .class("fact")
        .child(element("p").child(name))
        .child(element("b").untranslated().child(pounds(year.income)))
        .child(element("p").untranslated().child(copy::over_days(year.rate, year.days)))
        .child(range.map(|range| element("p").untranslated().child(range)))
}

/// The working: the factors multiplied out.
fn working<P: Pay>(part: &Market<P>, heading_level: Option<u8>) -> Element {
    let (band, working) = (&part.market.estimate.band, &part.market.estimate.working);
    let national = &working.national.typical;
    let factor = |marked: &Marked, name: &str| {
        term(Some(TIMES), format::factor(marked.factor), name.into(), Some(marked.mark))
    };
    let product = copy::product(working.product, band.typical);
    let chain = element("ol")
        .class("chain")
        .untranslated()
        .child(term(None, pounds(national.value), copy::NATIONAL.into(), Some(national.mark)))
        .child(factor(&working.location, part.role.location.name()))
        .child(factor(&working.specialism, part.role.specialism.short))
        .child(term(Some(EQUALS), product, copy::rounded_to(working.step), None));
    let why = [
        Some(copy::national_why(national)),
        Some(copy::range_why(&working.national)),
        working.raised_low.map(|low| copy::raised_low(low, band)),
        copy::uplift_evidence::<P>(part.role.specialism),
    ];
    element("div")
        .class("working")
        .child(heading(heading_level, 1).class("title").child(copy::WORKING))
        .child(chain)
        .children(why.into_iter().flatten().map(|why| element("p").class("hint").untranslated().child(why)))
}

/// A sign as shown and as read out.
type Sign = (&'static str, &'static str);

const TIMES: Sign = ("×", copy::sign::TIMES);
const EQUALS: Sign = ("=", copy::sign::EQUALS);

/// A step of the working. Its sign is part of it, so that a line break does not separate them.
fn term(sign: Option<Sign>, value: Text, name: Text, mark: Option<Mark>) -> Element {
    let name = element("span").child(name);
    let name = match mark {
        Some(mark) => name.child(" ").child(element("small").class("mark").child(copy::mark(mark))),
        None => name,
    };
    let class = if sign == Some(EQUALS) { "term result" } else { "term" };
    let value = element("span").class(class).child(element("b").child(value)).child(" ").child(name);
    let step = element("li");
    let step = match sign {
        Some((seen, said)) => step
            .child(element("span").class("sign").attribute("aria-hidden", "true").child(seen))
            .child(element("span").class("visually-hidden").child(said)),
        None => step,
    };
    step.child(value)
}
