//! The answer: headline, chart, verdict and working.

use yew::prelude::*;

use crate::domain::choice::Profile;
use crate::domain::figure::{Figure, Mark};
use crate::domain::money::Factor;
use crate::state::key::{Key, View};
use crate::state::model::State;
use crate::state::summary::{Panel, Summary};

use super::chart::{self, Picture};
use super::copy::{self, Printed};
use super::format::{self, pounds};

/// The view that is shown for a view that is asked for: there is no comparison without tax figures.
pub const fn shown(view: View) -> View {
    match view {
        View::Contract => View::Contract,
        View::Permanent | View::Compare => View::Permanent,
    }
}

/// The words and numbers of an answer: the same markup serves every kind of job.
pub struct Answer {
    profile: Profile,
    typical: String,
    unit: &'static str,
    range: String,
    published: String,
    picture: Picture,
    verdict: Option<Verdict>,
    no_verdict: &'static str,
    years: Vec<Year>,
    working: Working,
}

struct Verdict {
    place: String,
    basis: String,
    /// Whether it is about the last amount that made sense, not the one in the field.
    stale: bool,
}

struct Year {
    name: &'static str,
    income: String,
    sum: String,
    range: Option<String>,
}

struct Working {
    national: String,
    national_mark: Mark,
    national_why: String,
    location: Figure<Factor>,
    specialism: Figure<Factor>,
    product: String,
    rounded_to: String,
    raised_low: Option<String>,
}

impl Answer {
    /// The answer of the view that is open.
    pub fn of(state: &State) -> Self {
        let summary = &state.summary;
        let makes_no_sense = |key| state.problem(key).is_some();
        match shown(state.scenario.view) {
            View::Contract => Self {
                years: years(summary),
                no_verdict: copy::NO_RATE,
                ..Self::of_panel(summary.profile, &summary.contract, makes_no_sense(Key::DayRate))
            },
            _ => Self::of_panel(summary.profile, &summary.permanent, makes_no_sense(Key::Salary)),
        }
    }

    fn of_panel<P: Printed>(profile: Profile, panel: &Panel<P>, stale: bool) -> Self {
        let estimate = &panel.estimate;
        let (band, working) = (&estimate.band, &estimate.working);
        Self {
            profile,
            typical: pounds(band.typical),
            unit: P::TYPICAL,
            range: copy::typical_range(band),
            published: copy::published(&estimate.published),
            picture: Picture::of(panel),
            verdict: panel.offer.map(|offer| Verdict {
                place: copy::verdict(&offer),
                basis: copy::verdict_basis(&offer, band),
                stale,
            }),
            no_verdict: copy::NO_OFFER,
            years: Vec::new(),
            working: Working {
                national: pounds(working.national.value),
                national_mark: working.national.provenance.mark,
                national_why: copy::national_why(&working.national),
                location: working.location,
                specialism: working.specialism,
                product: pounds(working.product),
                rounded_to: copy::rounded_to(working.step),
                raised_low: working.raised_low.map(|low| copy::raised_low(low, band)),
            },
        }
    }
}

/// What a contract brings in over a year.
fn years(summary: &Summary) -> Vec<Year> {
    let days = summary.days;
    let market = Year {
        name: copy::MARKET_YEAR,
        income: pounds(summary.annualised.typical),
        sum: copy::over_days(summary.contract.estimate.band.typical, days),
        range: Some(copy::typical_range(&summary.annualised)),
    };
    let own = summary.contract.offer.zip(summary.own_annualised).map(|(offer, income)| Year {
        name: copy::OWN_YEAR,
        income: pounds(income),
        sum: copy::over_days(offer.amount, days),
        range: None,
    });
    [market].into_iter().chain(own).collect()
}

/// The answer, in full.
pub fn answer(answer: &Answer) -> Html {
    let Answer { profile, typical, unit, range, published, picture, years, working, .. } = answer;
    html! {
        <>
            <div>
                <h2 class="who" id="who">{ copy::who(*profile) }</h2>
                <p class="headline" translate="no">{ typical }</p>
                <p class="unit">{ *unit }</p>
            </div>
            <figure class="range" translate="no">
                { chart::range(picture) }
                <figcaption>
                    <span class="key estimated">{ range }</span>
                    <span class="key printed">{ published }</span>
                </figcaption>
            </figure>
            { verdict(answer) }
            if !years.is_empty() {
                <div class="pair">{ for years.iter().map(year) }</div>
            }
            { multiplied_out(*profile, working, typical) }
        </>
    }
}

/// On a phone: the headline number, always in sight.
pub fn dock(answer: &Answer) -> Html {
    html! {
        <div class="dock" aria-hidden="true">
            <span>{ copy::who_briefly(answer.profile) }</span>
            <b translate="no">{ &answer.typical }</b>
        </div>
    }
}

fn verdict(answer: &Answer) -> Html {
    let Some(Verdict { place, basis, stale }) = &answer.verdict else {
        return html! { <p class="verdict empty">{ answer.no_verdict }</p> };
    };
    html! {
        <p class={classes!("verdict", stale.then_some("stale"))} translate="no">
            <b>{ place }</b>{ " " }{ basis }
            if *stale {
                { " " }<em>{ copy::STALE }</em>
            }
        </p>
    }
}

fn year(Year { name, income, sum, range }: &Year) -> Html {
    html! {
        <div class="fact">
            <p>{ *name }</p>
            <b translate="no">{ income }</b>
            <p translate="no">{ sum }</p>
            if let Some(range) = range {
                <p translate="no">{ range }</p>
            }
        </div>
    }
}

/// The factors multiplied out.
fn multiplied_out(profile: Profile, working: &Working, typical: &str) -> Html {
    let Working { national, location, specialism, product, rounded_to, .. } = working;
    let why = [
        Some(working.national_why.clone()),
        copy::uplift_evidence(profile.specialism),
        working.raised_low.clone(),
    ];
    let factor = |figure: &Figure<Factor>, name: &str| {
        step("step", &format::factor(figure.value), name, Some(figure.provenance.mark))
    };
    html! {
        <div class="working">
            <h3>{ copy::WORKING }</h3>
            <p class="chain" translate="no">
                { step("step", national, copy::NATIONAL, Some(working.national_mark)) }
                { operator("×") }
                { factor(location, copy::location(profile.location)) }
                { operator("×") }
                { factor(specialism, &copy::specialism_factor(profile.specialism)) }
                { operator("=") }
                { step("step", product, "", None) }
                { operator("≈") }
                { step("step result", typical, rounded_to, None) }
            </p>
            { for why.into_iter().flatten().map(|why| html! { <p class="hint">{ why }</p> }) }
        </div>
    }
}

fn step(class: &'static str, value: &str, name: &str, mark: Option<Mark>) -> Html {
    html! {
        <span {class}>
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
