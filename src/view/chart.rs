//! The range bar: the published band, the estimate and the visitor's own figure on one scale.
//!
//! Nothing in it is scaled: places are percentages of the width, sizes are pixels, so that text keeps its size.
//! The two ends are labelled outwards and every other label has a row of its own, so that none can meet another.

use yew::prelude::*;

use crate::domain::money::Money;
use crate::state::summary::Panel;

use super::copy::{self, Printed};
use super::format::pounds;

/// What is in the picture. Places are thousandths of its width.
pub struct Picture {
    sentence: String,
    low: Label,
    high: Label,
    typical: i64,
    printed: (i64, i64),
    open_ended: bool,
    own: Option<Label>,
}

struct Label {
    place: i64,
    text: String,
}

impl Picture {
    /// The picture of a panel.
    pub fn of<P: Printed>(panel: &Panel<P>) -> Self {
        let Panel { estimate, offer, scale } = panel;
        let (band, published) = (&estimate.band, &estimate.published);
        let place = |amount: Money<P>| scale.thousandths(amount);
        Self {
            sentence: copy::chart(band, published, offer.as_ref()),
            low: Label { place: place(band.low), text: pounds(band.low) },
            high: Label { place: place(band.high), text: pounds(band.high) },
            typical: place(band.typical),
            printed: (place(published.low()), place(published.high().unwrap_or(published.low()))),
            open_ended: published.open_ended(),
            own: offer.map(|offer| {
                let (place, text) = (place(offer.amount), copy::you(&offer));
                // An arrow where it lies beyond the picture.
                let text = match place {
                    0 => format!("← {text}"),
                    1_000 => format!("{text} →"),
                    _ => text,
                };
                Label { place, text }
            }),
        }
    }
}

/// The chart, with its content in a sentence for those who cannot see it.
pub fn range(picture: &Picture) -> Html {
    let Picture { sentence, low, high, typical, printed, open_ended, own } = picture;
    let bar = percent(high.place - low.place);
    html! {
        <svg role="img" aria-label={sentence.clone()} width="100%" height="104">
            <g aria-hidden="true">
                <text class="typical" x={percent(*typical)} y="14" text-anchor="middle">{ copy::TYPICAL }</text>
                <rect class="track" x="0" y="34" width="100%" height="8" rx="4" />
                <rect class="estimate" x={percent(low.place)} y="25" width={bar} height="26" rx="6" />
                <svg x={percent(low.place)} y="43"><text x="-8" text-anchor="end">{ &low.text }</text></svg>
                <svg x={percent(high.place)} y="43"><text x="8">{ &high.text }</text></svg>
                <svg x={percent(*typical)} y="20"><rect class="tick" x="-2" width="4" height="36" rx="2" /></svg>
                <line class="printed" x1={percent(printed.0)} x2={percent(printed.1)} y1="58" y2="58" />
                if *open_ended {
                    <svg x={percent(printed.1)} y="58"><path class="open" d="M0 0h36m-5-4 5 4-5 4" /></svg>
                }
                if let Some(Label { place, text }) = own {
                    <svg class="own" x={percent(*place)} y="66">
                        <path d="M0 0 8 12H-8Z" />
                        <text x={inwards(*place).1} y="30" text-anchor={inwards(*place).0}>{ text }</text>
                    </svg>
                }
            </g>
        </svg>
    }
}

/// Labels near an end of the scale are set inwards, so that they are not cut off: their anchor and offset.
fn inwards(place: i64) -> (&'static str, &'static str) {
    match place {
        ..=199 => ("start", "-8"),
        801.. => ("end", "8"),
        _ => ("middle", "0"),
    }
}

fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
