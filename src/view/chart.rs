//! The range bar: the published band, the estimate and the visitor's own pay on one scale.
//!
//! Positions are percentages of the width and sizes are pixels, so that text keeps its size. Each label has a row of
//! its own, so labels cannot overlap. The chart is hidden from screen readers, because its caption and the verdict say
//! the same.

use yew::prelude::*;

use crate::domain::money::Money;
use crate::state::part::market::Market;
use crate::state::text::{Text, text};

use super::copy;
use super::element::{Element, element};
use super::format::{self, Pay};

/// The picture. Positions are thousandths of its width.
pub struct Picture {
    range: Label,
    bar: (i64, i64),
    typical: i64,
    published: (i64, i64),
    open_ended: bool,
    own: Option<Label>,
}

/// A text with its position in thousandths of the width.
pub struct Label {
    position: i64,
    /// The end of the text that is at the position.
    pub anchor: &'static str,
    /// The text.
    pub text: Text,
}

impl Picture {
    /// The picture of an estimate. Its scale has room for every role of the discipline, so that it stays still.
    pub fn of<P: Pay>(part: &Market<P>) -> Self {
        let estimate = &part.market.estimate;
        let (band, published) = (&estimate.band, &estimate.published);
        let scale = Scale::over(part.scale);
        let position = |amount: Money<P>| scale.thousandths(amount.pence());
        let bar = (position(band.low), position(band.high));
        Self {
            range: Label::over(bar, format::range(band)),
            bar,
            typical: position(band.typical),
            published: (position(published.low), position(published.high.unwrap_or(published.low))),
            open_ended: published.open_ended,
            own: part.market.own.map(|own| {
                let (position, text) = (position(own.amount), copy::you(&own));
                // An arrow points to pay beyond the picture.
                let text = match position {
                    0 => text!("← ", text),
                    1_000 => text!(text, " →"),
                    _ => text,
                };
                Label::over((position, position), text)
            }),
        }
    }
}

impl Label {
    /// A label over the middle of what it names. Near an end of the picture it is set inwards, so that it is not
    /// clipped.
    pub fn over((from, to): (i64, i64), text: Text) -> Self {
        match i64::midpoint(from, to) {
            ..=279 => Self { position: from, anchor: "start", text },
            721.. => Self { position: to, anchor: "end", text },
            position => Self { position, anchor: "middle", text },
        }
    }
}

/// A scale in pence, with a little room at both ends.
struct Scale {
    least: i64,
    length: i64,
}

impl Scale {
    fn over((least, most): (i64, i64)) -> Self {
        let margin = (most - least) / 12;
        Self { least: least - margin, length: (most - least) + 2 * margin }
    }

    /// The position of an amount; an amount beyond an end is at that end.
    fn thousandths(&self, pence: i64) -> i64 {
        let along = (pence - self.least) * 1_000 + self.length / 2;
        along.checked_div(self.length).unwrap_or(0).clamp(0, 1_000)
    }
}

/// The chart.
pub fn range(picture: &Picture) -> Html {
    let Picture { range, bar, typical, published, open_ended, own } = picture;
    let label = element("text")
        .attributes(&[("y", "14")])
        .attribute("x", percent(range.position))
        .attribute("text-anchor", range.anchor)
        .child(&range.text);
    let track = element("rect").class("track").attributes(&[
        ("x", "0"),
        ("y", "34"),
        ("width", "100%"),
        ("height", "8"),
        ("rx", "4"),
    ]);
    let estimate = element("rect")
        .class("estimate")
        .attributes(&[("y", "25"), ("height", "26"), ("rx", "6")])
        .attribute("x", percent(bar.0))
        .attribute("width", percent(bar.1 - bar.0));
    let tick = element("rect").class("tick").attributes(&[
        ("x", "-2"),
        ("width", "4"),
        ("height", "32"),
        ("rx", "2"),
    ]);
    let line = element("line")
        .class("published")
        .attributes(&[("y1", "60"), ("y2", "60")])
        .attribute("x1", percent(published.0))
        .attribute("x2", percent(published.1));
    let arrow = element("path").class("open").attribute("d", "M0 0h36m-5-4 5 4-5 4");
    element("svg")
        .attributes(&[("aria-hidden", "true"), ("width", "100%"), ("height", "104")])
        .child(label)
        .child(track)
        .child(estimate)
        .child(at(*typical, "22").child(tick))
        .child(line)
        .child(open_ended.then(|| at(published.1, "60").child(arrow)))
        .child(own.as_ref().map(pointer))
        .html()
}

/// The visitor's own pay.
fn pointer(own: &Label) -> Element {
    let text = element("text")
        .attributes(&[("y", "30")])
        .attribute("x", offset(own.anchor))
        .attribute("text-anchor", own.anchor)
        .child(&own.text);
    at(own.position, "68").class("own").child(element("path").attribute("d", "M0 0 8 12H-8Z")).child(text)
}

/// A position in the picture, from which its content is measured in pixels.
fn at(thousandths: i64, y: &'static str) -> Element {
    element("svg").attribute("x", percent(thousandths)).attribute("y", y)
}

/// The horizontal offset that aligns the edge of an inward label with the edge of its pointer.
fn offset(anchor: &str) -> &'static str {
    match anchor {
        "start" => "-8",
        "end" => "8",
        _ => "0",
    }
}

fn percent(thousandths: i64) -> Text {
    format::percent_of(thousandths, 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_room_at_its_ends_and_clamps_amounts_beyond_them() {
        let scale = Scale::over((5_200_000, 7_600_000));
        for (pounds, thousandths) in
            [(50_000, 0), (52_000, 71), (64_000, 500), (78_000, 1_000), (1, 0), (10_000_000, 1_000)]
        {
            assert_eq!(scale.thousandths(pounds * 100), thousandths, "{pounds}");
        }
    }
}
