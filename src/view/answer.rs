//! The answer: headline, chart, verdict and working.

use yew::prelude::*;

use crate::domain::choice::Profile;
use crate::domain::figure::{Figure, Mark};
use crate::domain::market::Band;
use crate::domain::money::{Day, Factor, Money, Year};
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::summary::{Panel, Summary};

use super::copy::{self, Printed};
use super::format::{self, pounds};
use super::chart;

/// The answer of the open view.
pub enum Panels {
    /// A permanent job.
    Permanent(Shown<Year>),
    /// A contract.
    Contract(Shown<Day>, Summary),
}

/// A panel with what else its markup needs.
pub struct Shown<P> {
    profile: Profile,
    panel: Panel<P>,
    /// Whether the visitor's own figure is the last good one, not the one in the field.
    stale: bool,
}

/// The view that is shown for a view that is asked for: there is no comparison without tax figures.
pub const fn shown(view: View) -> View {
    match view {
        View::Contract => View::Contract,
        View::Permanent | View::Compare => View::Permanent,
    }
}

impl Panels {
    /// The answer of the view that is open.
    pub fn of(state: &State) -> Self {
        let summary = state.summary;
        let profile = summary.profile;
        let stale = |key| state.problem(key).is_some();
        match shown(state.scenario.view) {
            View::Contract => {
                let panel = Shown { profile, panel: summary.contract, stale: stale(Key::DayRate) };
                Self::Contract(panel, summary)
            }
            _ => Self::Permanent(Shown { profile, panel: summary.permanent, stale: stale(Key::Salary) }),
        }
    }
}

/// The answer.
pub fn answer(panels: &Panels) -> Html {
    match panels {
        Panels::Permanent(shown) => html! {
            <>
                { headline(shown, copy::TYPICAL_SALARY) }
                { range(shown) }
                { verdict(shown, View::Permanent) }
                { working(shown) }
            </>
        },
        Panels::Contract(shown, summary) => html! {
            <>
                { headline(shown, copy::TYPICAL_DAY_RATE) }
                { range(shown) }
                { verdict(shown, View::Contract) }
                { year(summary) }
                { working(shown) }
            </>
        },
    }
}

/// On a phone: the headline number, always in sight.
pub fn dock(panels: &Panels) -> Html {
    let (profile, number) = match panels {
        Panels::Permanent(shown) => (shown.profile, pounds(shown.panel.estimate.band.typical)),
        Panels::Contract(shown, _) => (shown.profile, pounds(shown.panel.estimate.band.typical)),
    };
    html! {
        <div class="dock" aria-hidden="true">
            <span>{ copy::who_briefly(profile) }</span>
            <b translate="no">{ number }</b>
        </div>
    }
}

fn headline<P: Printed>(shown: &Shown<P>, unit: &'static str) -> Html {
    html! {
        <div>
            <h2 class="who" id="who">{ copy::who(shown.profile) }</h2>
            <p class="headline" translate="no">{ pounds(shown.panel.estimate.band.typical) }</p>
            <p class="unit">{ unit }</p>
        </div>
    }
}

fn range<P: Printed>(shown: &Shown<P>) -> Html {
    let estimate = &shown.panel.estimate;
    html! {
        <figure class="range" translate="no">
            { chart::range(&shown.panel) }
            <figcaption>
                <span class="key estimated">{ copy::typical_range(&estimate.band) }</span>
                <span class="key printed">{ copy::published(&estimate.published) }</span>
            </figcaption>
        </figure>
    }
}

fn verdict<P: Printed>(shown: &Shown<P>, view: View) -> Html {
    let Some(offer) = &shown.panel.offer else {
        return html! { <p class="verdict empty">{ copy::no_offer(view) }</p> };
    };
    html! {
        <p class={classes!("verdict", shown.stale.then_some("stale"))} translate="no">
            <b>{ copy::verdict(offer) }</b>{ " " }
            { copy::verdict_basis(offer, &shown.panel.estimate.band) }
            if shown.stale {
                { " " }<em>{ copy::STALE }</em>
            }
        </p>
    }
}

/// What a contract brings in over a year.
fn year(summary: &Summary) -> Html {
    let days = summary.days;
    let card = |name: &'static str, year: Money<Year>, rate: Money<Day>, range: Option<&Band<Year>>| {
        html! {
            <div class="fact">
                <p>{ name }</p>
                <b translate="no">{ pounds(year) }</b>
                <p translate="no">{ copy::over_days(rate, days) }</p>
                if let Some(range) = range {
                    <p translate="no">{ copy::typical_range(range) }</p>
                }
            </div>
        }
    };
    let rate = summary.contract.estimate.band.typical;
    let own = summary.contract.offer.zip(summary.own_annualised);
    html! {
        <div class="pair">
            { card(copy::MARKET_YEAR, summary.annualised.typical, rate, Some(&summary.annualised)) }
            if let Some((offer, year)) = own {
                { card(copy::OWN_YEAR, year, offer.amount, None) }
            }
        </div>
    }
}

/// The factors multiplied out.
fn working<P: Printed>(shown: &Shown<P>) -> Html {
    let Shown { profile, panel, .. } = shown;
    let working = &panel.estimate.working;
    let location = copy::location(profile.location).to_owned();
    let evidence = copy::uplift_evidence(profile.specialism);
    html! {
        <div class="working">
            <h3>{ copy::WORKING }</h3>
            <p class="chain" translate="no">
                { step(&pounds(working.national.value), copy::national(&working.national.provenance), Some(working.national.provenance.mark)) }
                { operator("×") }
                { factor(&working.location, &location) }
                { operator("×") }
                { factor(&working.specialism, &copy::specialism_factor(profile.specialism)) }
                { operator("=") }
                { step(&pounds(working.product), "", None) }
                { operator("≈") }
                <span class="step result">
                    <b>{ pounds(panel.estimate.band.typical) }</b>
                    <span>{ copy::rounded_to(working.step) }</span>
                </span>
            </p>
            if let Some(evidence) = evidence {
                <p class="hint">{ evidence }</p>
            }
            if let Some(low) = working.raised_low {
                <p class="hint" translate="no">{ copy::raised_low(low, &panel.estimate.band) }</p>
            }
        </div>
    }
}

fn factor(figure: &Figure<Factor>, name: &str) -> Html {
    step(&format::factor(figure.value), name, Some(figure.provenance.mark))
}

fn step(value: &str, name: &str, mark: Option<Mark>) -> Html {
    html! {
        <span class="step">
            <b>{ value }</b>
            <span>
                { name }
                if let Some(mark) = mark {
                    { " " }<small class="mark">{ copy::mark(mark) }</small>
                }
            </span>
        </span>
    }
}

fn operator(sign: &'static str) -> Html {
    html! { <span class="operator">{ " " }{ sign }{ " " }</span> }
}
