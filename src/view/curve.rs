//! The curve: the day rate that leaves as much as the salary, over the days that one may work in a year.
//!
//! Lines are drawn in a picture that is stretched to the width; text and points stand outside of it and keep their size.
//! No label can meet another: amounts stand left of the plot, days below it, the visitor's own point above it, and the
//! two curves are named in the caption.

use yew::prelude::*;

use crate::domain::money::{BillableDays, DayRate};
use crate::domain::take_home::Contract;
use crate::state::take_home::{BreakEven, CURVE_DAYS, TakeHome};

use super::chart::Label;
use super::copy::take_home as copy;
use super::format::{percent_of, pounds};

/// Days that are written below the plot.
const TICKS: [u16; 5] = [150, 180, 210, 235, 260];
/// Every so many days are a row of the table.
const ROWS: u16 = 10;
/// How high the stretched picture is, in its own units.
const HEIGHT: i64 = 1_000;

/// The curve with its caption and its table. `typical` says that the day rate is not the visitor's own.
pub fn curve(take_home: &TakeHome, typical: bool) -> Html {
    let curve = take_home.curve();
    if curve.is_empty() {
        return Html::default();
    }
    let contract = &take_home.contract;
    let beside = !CURVE_DAYS.contains(&contract.days.get());
    let own = take_home.break_even.filter(|_| beside).map(|rates| (contract.days, rates));
    html! {
        <figure class="curve-figure" aria-labelledby="curve">
            <h3 id="curve">{ copy::CURVE }</h3>
            { plot(&curve, contract, typical) }
            <figcaption aria-hidden="true">
                <span class="key inside">{ copy::CURVE_INSIDE }</span>{ " " }
                <span class="key outside">{ copy::CURVE_OUTSIDE }</span>{ " " }
                <span class="axis">{ copy::CURVE_DAYS }</span>
            </figcaption>
            if beside {
                <p class="hint">{ copy::curve_beside(contract.days) }</p>
            }
            { table(own.iter().chain(&curve), contract.days) }
        </figure>
    }
}

type Points = [(BillableDays, BreakEven)];

/// Amounts up the side: round ones, a few of them.
struct Axis {
    least: i64,
    step: i64,
    most: i64,
}

impl Axis {
    fn over(least: i64, most: i64) -> Self {
        // The smallest of 1, 2, 5, 10, 20 … pounds of which there are few enough.
        let steps = (0..12).flat_map(|zeros| [1, 2, 5].map(|first| first * 10_i64.pow(zeros + 2)));
        let step = steps.into_iter().find(|step| (most - least) / step < 5).unwrap_or(i64::MAX);
        Self { least: least.div_euclid(step) * step, step, most: (most.div_euclid(step) + 1) * step }
    }

    /// How far below the top an amount lies, and out of how much.
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

fn plot(curve: &Points, contract: &Contract, typical: bool) -> Html {
    let days = contract.days.get();
    let own = CURVE_DAYS.contains(&days).then_some(contract.day_rate.pence());
    let rates = curve.iter().flat_map(|(_, both)| [both.inside, both.outside]).map(DayRate::pence);
    // One that is far from the curves does not flatten them: it stands at the edge.
    let (least, most) = (rates.clone().min().unwrap_or(0), rates.max().unwrap_or(0));
    let room = most - least;
    let axis = Axis::over(own.map_or(least, |own| least.min(own.max(least - room))), {
        own.map_or(most, |own| most.max(own.min(most + room)))
    });
    let place = |pence: i64| {
        let (below, height) = axis.below_top(pence);
        percent_of(below, height)
    };
    let line = |class: &'static str, which: fn(&BreakEven) -> DayRate| {
        let point = |(days, rates): &(BillableDays, BreakEven)| {
            let (below, height) = axis.below_top(which(rates).pence());
            format!("{},{}", across(days.get()).0, below * HEIGHT / height)
        };
        let points: Vec<_> = curve.iter().map(point).collect();
        html! { <polyline {class} points={points.join(" ")} vector-effect="non-scaling-stroke" /> }
    };
    let amount = |pence: i64| {
        html! {
            <>
                <line class="grid" x2="100%" y1={place(pence)} y2={place(pence)} />
                <text x="-8" y={place(pence)} dy="5" text-anchor="end">{ pounds(DayRate::from_pence(pence)) }</text>
            </>
        }
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
        html! { <text x={percent_of(along, width)} y="100%" dy="22" text-anchor={anchor}>{ days }</text> }
    };
    html! {
        <svg class="curve" aria-hidden="true" height="240" translate="no">
            { for axis.lines().map(amount) }
            { for TICKS.map(tick) }
            <svg width="100%" height="100%" viewBox={format!("0 0 {} {HEIGHT}", across(0).1)} preserveAspectRatio="none">
                { line("inside", |rates| rates.inside) }
                { line("outside", |rates| rates.outside) }
            </svg>
            if let Some(rate) = own {
                { point(across(days), &place(rate.clamp(axis.least, axis.most)), copy::curve_point(contract, typical)) }
            }
        </svg>
    }
}

/// The visitor's own point.
fn point((along, width): (i64, i64), y: &str, text: String) -> Html {
    let thousandths = along * 1_000 / width;
    let label = Label::over((thousandths, thousandths), text);
    let x = percent_of(along, width);
    html! {
        <g class="own">
            <line x1={x.clone()} x2={x.clone()} y1="-4" y2="100%" />
            <circle cx={x.clone()} cy={y.to_owned()} r="6" />
            <text {x} y="-12" text-anchor={label.anchor}>{ label.text }</text>
        </g>
    }
}

fn table<'a>(curve: impl Iterator<Item = &'a (BillableDays, BreakEven)>, own: BillableDays) -> Html {
    let rows = curve.filter(|(days, _)| days.get() % ROWS == 0 || *days == own);
    html! {
        <details class="lines">
            <summary>{ copy::CURVE_TABLE }</summary>
            <table translate="no">
                <caption class="visually-hidden">{ copy::CURVE }</caption>
                <thead><tr>{ for copy::CURVE_COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>
                    { for rows.map(|(days, rates)| html! {
                        <tr class={(*days == own).then_some("sum")}>
                            <th scope="row">{ days.get() }</th>
                            <td>{ pounds(rates.inside) }</td>
                            <td>{ pounds(rates.outside) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </details>
    }
}
