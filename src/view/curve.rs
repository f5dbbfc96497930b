//! The curve: the day rate that matches the salary, by the days worked in a year.
//!
//! Lines are drawn in a picture that is stretched to the width; texts and points are outside it and keep their size.
//! Labels cannot overlap: amounts are left of the plot, days below it, the visitor's own point above it, and the
//! caption names the two curves.

use crate::domain::comparison::{BreakEven, CURVE_DAYS, Point};
use crate::domain::money::{BillableDays, DayRate};
use crate::state::disclosure::Disclosure;
use crate::state::model::State;
use crate::state::part::curve::Curve;
use crate::state::text::{Text, text};

use super::chart::Label;
use super::control::Dispatch;
use super::copy::take_home as copy;
use super::disclosure::disclosure;
use super::element::{Element, element};
use super::format::{percent_of, pounds};
use super::heading::heading;

/// The days labelled below the plot.
const TICKS: [u16; 5] = [150, 180, 210, 235, 260];
/// The height of the stretched picture, in its own units.
const HEIGHT: i64 = 1_000;

/// The curve with its caption and its table.
pub fn curve(part: &Curve, state: &State, dispatch: &Dispatch) -> Element {
    let days = part.contract.terms.days;
    let beside = (!part.has_own_days()).then(|| element("p").class("hint").child(copy::curve_beside(days)));
    let caption = element("figcaption")
        .attribute("aria-hidden", "true")
        .child(element("span").class("key inside").child(copy::CURVE_INSIDE))
        .child(" ")
        .child(element("span").class("key outside").child(copy::CURVE_OUTSIDE))
        .child(" ")
        .child(element("span").class("axis").child(copy::CURVE_DAYS));
    element("figure")
        .class("curve-figure")
        .part("chart")
        .attribute("aria-labelledby", "curve")
        .child(
            heading(state.host.heading_level, 1).class("title").attribute("id", "curve").child(copy::CURVE),
        )
        .child(plot(part))
        .child(caption)
        .child(beside)
        .child(table(&part.rows, days, state, dispatch))
}

/// The vertical axis: a few round amounts.
struct Axis {
    least: i64,
    step: i64,
    most: i64,
}

impl Axis {
    fn over(least: i64, most: i64) -> Self {
        // The smallest of 1, 2, 5, 10, 20 … pounds that needs only a few lines.
        let steps = (0..12).flat_map(|zeros| [1, 2, 5].map(|first| first * 10_i64.pow(zeros + 2)));
        let step = steps.into_iter().find(|step| (most - least) / step < 5).unwrap_or(i64::MAX);
        Self { least: least.div_euclid(step) * step, step, most: (most.div_euclid(step) + 1) * step }
    }

    /// The distance of an amount from the top, and the whole height.
    fn below_top(&self, pence: i64) -> (i64, i64) {
        (self.most - pence, self.most - self.least)
    }

    fn lines(&self) -> impl Iterator<Item = i64> {
        let (least, step) = (self.least, self.step);
        (0..=(self.most - least) / step).map(move |index| least + index * step)
    }
}

fn across(days: u16) -> (i64, i64) {
    let (first, last) = (CURVE_DAYS.start(), CURVE_DAYS.end());
    (i64::from(days) - i64::from(*first), i64::from(last - first))
}

fn plot(part: &Curve) -> Element {
    let days = part.contract.terms.days.get();
    let own = part.has_own_days().then_some(part.contract.day_rate.pence());
    let rates = part.points.iter().flat_map(|(_, both)| [both.inside, both.outside]).map(DayRate::pence);
    // A rate far from the curves does not flatten them: it is drawn at the edge.
    let (least, most) = (rates.clone().min().unwrap_or(0), rates.max().unwrap_or(0));
    let room = most - least;
    let axis = Axis::over(own.map_or(least, |own| least.min(own.max(least - room))), {
        own.map_or(most, |own| most.max(own.min(most + room)))
    });
    let position = |pence: i64| {
        let (below, height) = axis.below_top(pence);
        percent_of(below, height)
    };
    let line = |class: &'static str, which: fn(&BreakEven) -> DayRate| {
        // One text for all points: writing one for each took as long as computing them.
        let points = part.points.iter().fold(Text::default(), |points, (days, rates)| {
            let (below, height) = axis.below_top(which(rates).pence());
            points.and(across(days.get()).0).and(',').and(below * HEIGHT / height).and(' ')
        });
        element("polyline")
            .class(class)
            .attribute("points", points)
            .attribute("vector-effect", "non-scaling-stroke")
    };
    let amount = |pence: i64| {
        let line = element("line")
            .class("grid")
            .attribute("x2", "100%")
            .attribute("y1", position(pence))
            .attribute("y2", position(pence));
        let text = element("text")
            .attributes(&[("x", "-8"), ("dy", "5"), ("text-anchor", "end")])
            .attribute("y", position(pence))
            .child(pounds(DayRate::from_pence(pence)));
        [line, text]
    };
    let tick = |days: u16| {
        let (along, width) = across(days);
        let anchor = if along == width {
            "end"
        } else if along == 0 {
            "start"
        } else {
            "middle"
        };
        element("text")
            .attributes(&[("y", "100%"), ("dy", "22")])
            .attribute("x", percent_of(along, width))
            .attribute("text-anchor", anchor)
            .child(text!(days))
    };
    let lines = element("svg")
        .attributes(&[("width", "100%"), ("height", "100%"), ("preserveAspectRatio", "none")])
        .attribute("viewBox", text!("0 0 ", across(0).1, " ", HEIGHT))
        .child(line("inside", |rates| rates.inside))
        .child(line("outside", |rates| rates.outside));
    let own = own.map(|rate| {
        let y = position(rate.clamp(axis.least, axis.most));
        point(across(days), y, copy::curve_point(&part.contract, part.is_typical))
    });
    element("svg")
        .class("curve")
        .attributes(&[("aria-hidden", "true"), ("height", "240")])
        .untranslated()
        .children(axis.lines().flat_map(amount))
        .children(TICKS.map(tick))
        .child(lines)
        .child(own)
}

/// The visitor's own point.
fn point((along, width): (i64, i64), y: Text, text: Text) -> Element {
    let thousandths = along * 1_000 / width;
    let label = Label::over((thousandths, thousandths), text);
    let x = percent_of(along, width);
    let line = element("line")
        .attributes(&[("y1", "-4"), ("y2", "100%")])
        .attribute("x1", x.clone())
        .attribute("x2", x.clone());
    let dot = element("circle").attribute("cx", x.clone()).attribute("cy", y).attribute("r", "6");
    let text = element("text")
        .attribute("x", x)
        .attribute("y", "-12")
        .attribute("text-anchor", label.anchor)
        .child(label.text);
    element("g").class("own").child(line).child(dot).child(text)
}

fn table(rows: &[Point], own: BillableDays, state: &State, dispatch: &Dispatch) -> Element {
    let row = |(days, rates): &Point| {
        element("tr")
            .class((*days == own).then_some("sum"))
            .child(element("th").attribute("scope", "row").child(text!(days.get())))
            .child(element("td").child(pounds(rates.inside)))
            .child(element("td").child(pounds(rates.outside)))
    };
    let columns = copy::CURVE_COLUMNS.map(|name| element("th").attribute("scope", "col").child(name));
    let table = || {
        element("table")
            .untranslated()
            .child(element("caption").class("visually-hidden").child(copy::CURVE))
            .child(element("thead").child(element("tr").children(columns)))
            .child(element("tbody").children(rows.iter().map(row)))
    };
    let summary = element("summary").child(copy::CURVE_TABLE);
    disclosure(Disclosure::Curve, summary, table, state, dispatch).class("lines")
}
