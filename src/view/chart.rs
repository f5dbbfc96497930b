//! The range bar: the published band, the estimate and the visitor's own figure on one scale.
//!
//! Nothing in it is scaled: places are percentages of the width, sizes are pixels, so that text keeps its size.
//! The two ends are labelled outwards and every other label has a row of its own, so that none can meet another.

use yew::prelude::*;

use crate::domain::money::Money;
use crate::domain::offer::Scale;
use crate::state::summary::Panel;

use super::copy::{self, Printed};
use super::format::pounds;

/// The chart of a panel, with its content in a sentence for those who cannot see it.
pub fn range<P: Printed>(panel: &Panel<P>) -> Html {
    let Panel { estimate, offer, scale } = panel;
    let (band, published) = (&estimate.band, &estimate.published);
    let x = |amount: Money<P>| percent(scale.thousandths(amount));
    let width = |from: Money<P>, to: Money<P>| percent(scale.thousandths(to) - scale.thousandths(from));
    let printed_high = published.high().unwrap_or(published.low());
    html! {
        <svg role="img" aria-label={copy::chart(band, published, offer.as_ref())} width="100%" height="104">
            <g aria-hidden="true">
                <text class="typical" x={x(band.typical)} y="14" text-anchor="middle">{ copy::TYPICAL }</text>
                <rect class="track" x="0" y="34" width="100%" height="8" rx="4" />
                <rect class="estimate" x={x(band.low)} y="25" width={width(band.low, band.high)} height="26" rx="6" />
                <svg class="end" x={x(band.low)} y="43"><text x="-8" text-anchor="end">{ pounds(band.low) }</text></svg>
                <svg class="end" x={x(band.high)} y="43"><text x="8">{ pounds(band.high) }</text></svg>
                <svg x={x(band.typical)} y="20"><rect class="tick" x="-2" width="4" height="36" rx="2" /></svg>
                <line class="printed" x1={x(published.low())} x2={x(printed_high)} y1="58" y2="58" />
                if published.open_ended() {
                    <svg x={x(printed_high)} y="58"><path class="open" d="M0 0h36m-5-4 5 4-5 4" /></svg>
                }
                if let Some(offer) = offer {
                    <svg class="own" x={x(offer.amount)} y="66">
                        <path d="M0 0 8 12H-8Z" />
                        <text x={label_offset(scale, offer.amount)} y="30" text-anchor={anchor(scale, offer.amount)}>
                            { copy::you(offer) }
                            if offer.amount > scale.most() { { " →" } }
                        </text>
                    </svg>
                }
            </g>
        </svg>
    }
}

/// Labels near an end of the scale are set inwards, so that they are not cut off.
fn anchor<P: Printed>(scale: &Scale<P>, amount: Money<P>) -> &'static str {
    match scale.thousandths(amount) {
        ..=199 => "start",
        801.. => "end",
        _ => "middle",
    }
}

fn label_offset<P: Printed>(scale: &Scale<P>, amount: Money<P>) -> &'static str {
    match anchor(scale, amount) {
        "start" => "-8",
        "end" => "8",
        _ => "0",
    }
}

fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
