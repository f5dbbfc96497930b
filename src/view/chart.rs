//! The range bar: the published band, the estimate and the visitor's own figure on one scale.
//!
//! Nothing in it is resized: places are percentages of the width, sizes are pixels, so that text keeps its size.
//! Each label has a row of its own, so that none can meet another. It is hidden from those who listen to the page:
//! its caption and the verdict say the same.

use yew::prelude::*;

use crate::domain::choice::Profile;
use crate::domain::market::Band;
use crate::domain::money::Money;
use crate::domain::text::{Text, text};
use crate::state::summary::Panel;

use super::copy;
use super::element::{Element, element};
use super::format::{self, Pay};

/// What is in the picture. Places are thousandths of its width.
pub struct Picture {
    range: Label,
    bar: (i64, i64),
    typical: i64,
    published: (i64, i64),
    open_ended: bool,
    own: Option<Label>,
}

/// A text with its place in thousandths of the width.
pub struct Label {
    place: i64,
    /// Which end of it stands at its place.
    pub anchor: &'static str,
    /// The text.
    pub text: Text,
}

impl Picture {
    /// The picture of a panel, on a scale that has room for what `ends` says of everyone and so keeps still.
    pub fn of<P: Pay>(panel: &Panel<P>, ends: fn(Profile) -> Ends) -> Self {
        let Panel { estimate, offer } = panel;
        let (band, published) = (&estimate.band, &estimate.published);
        let scale = Scale::over(Profile::all().map(ends));
        let place = |amount: Money<P>| scale.thousandths(amount.pence());
        let bar = (place(band.low), place(band.high));
        Self {
            range: Label::over(bar, format::range(band)),
            bar,
            typical: place(band.typical),
            published: (place(published.low()), place(published.high().unwrap_or(published.low()))),
            open_ended: published.open_ended(),
            own: offer.map(|offer| {
                let (place, text) = (place(offer.amount), copy::you(&offer));
                // An arrow where it lies beyond the picture.
                let text = match place {
                    0 => text!("← ", text),
                    1_000 => text!(text, " →"),
                    _ => text,
                };
                Label::over((place, place), text)
            }),
        }
    }
}

impl Label {
    /// A label over the middle of what it names; near an end of the picture it is set inwards, so that it is not cut off.
    pub fn over((from, to): (i64, i64), text: Text) -> Self {
        match i64::midpoint(from, to) {
            ..=279 => Self { place: from, anchor: "start", text },
            721.. => Self { place: to, anchor: "end", text },
            place => Self { place, anchor: "middle", text },
        }
    }
}

/// The lower and the upper end of a band, in pence.
pub type Ends = (i64, i64);

/// The ends of a band.
pub fn ends<P: Pay>(band: &Band<P>) -> Ends {
    (band.low.pence(), band.high.pence())
}

/// A scale in pence, with a little room at its ends.
struct Scale {
    least: i64,
    length: i64,
}

impl Scale {
    fn over(bands: impl Iterator<Item = Ends>) -> Self {
        let wider = |(least, most): Ends, (low, high): Ends| (least.min(low), most.max(high));
        let (least, most) = bands.fold((i64::MAX, 0), wider);
        let margin = (most - least) / 12;
        Self { least: least - margin, length: (most - least) + 2 * margin }
    }

    /// How far along an amount lies; one beyond an end lies at that end.
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
        .attribute("x", percent(range.place))
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

/// The visitor's own figure.
fn pointer(own: &Label) -> Element {
    let text = element("text")
        .attributes(&[("y", "30")])
        .attribute("x", offset(own.anchor))
        .attribute("text-anchor", own.anchor)
        .child(&own.text);
    at(own.place, "68").class("own").child(element("path").attribute("d", "M0 0 8 12H-8Z")).child(text)
}

/// A place in the picture, from which what is drawn there is measured in pixels.
fn at(thousandths: i64, y: &'static str) -> Element {
    element("svg").attribute("x", percent(thousandths)).attribute("y", y)
}

/// Brings a label that is set inwards under the whole of its pointer.
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
    use crate::domain::money::Year;

    #[test]
    fn a_scale_has_room_for_everyone_and_holds_what_is_beyond_at_its_ends() {
        let [low, typical, high] = [52_000, 60_000, 76_000].map(Money::<Year>::from_pounds);
        let scale = Scale::over([ends(&Band { low, typical, high })].into_iter());
        for (pounds, thousandths) in
            [(50_000, 0), (52_000, 71), (64_000, 500), (78_000, 1_000), (1, 0), (10_000_000, 1_000)]
        {
            assert_eq!(scale.thousandths(pounds * 100), thousandths, "{pounds}");
        }
    }
}
