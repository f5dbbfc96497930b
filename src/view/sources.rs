//! The sources panel: every figure with its mark, its source, its date and why it is what it is.

use yew::prelude::*;

use crate::data::{ASSUMPTIONS, MARKET, SOURCES};
use crate::domain::choice::{Location, Seniority, Specialism};
use crate::domain::figure::{Figure, Provenance};
use crate::domain::money::{BillableDays, Money};

use super::copy::{self, column};
use super::format::{self, Pay, pounds};

/// The sources panel. Its content never changes, so it is drawn once.
#[component]
pub fn Sources() -> Html {
    html! {
        <details class="sources">
            <summary>{ copy::SOURCES }</summary>
            <p>{ copy::MARKS }</p>
            <p>{ copy::LIMITS }</p>
            <p>{ copy::TWO_SETS }</p>
            <ul>{ for MARKET.also_published.iter().map(|other| html! { <li>{ copy::also_published(other) }</li> }) }</ul>
            <p>{ copy::SOURCES_LIST }</p>
            <ul>{ for SOURCES.iter().map(|source| html! { <li>{ copy::source(source) }</li> }) }</ul>
            <div class="scroll" role="region" tabindex="0" aria-label={copy::SOURCES}>
                <table>
                    <thead>
                        <tr>
                            { for [column::FIGURE, column::VALUE, column::MARK, column::SOURCE, column::WHY]
                                .map(|name| html! { <th scope="col">{ name }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for Seniority::ALL.iter().map(|&seniority| salaries(seniority)) }
                        { day_rates() }
                        { for Location::ALL.iter().map(|&location| multipliers(location)) }
                        { for Specialism::ALL.iter().map(|&specialism| uplift(specialism)) }
                        { assumptions() }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

fn row(name: String, value: String, provenance: &Provenance) -> Html {
    let Provenance { mark, source, evidence, why } = provenance;
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td class="value">{ value }</td>
            <td><small class="mark">{ copy::mark(*mark) }</small></td>
            <td>
                { copy::source_name(source) }
                if let Some(evidence) = evidence {
                    { copy::leaning_on(evidence) }
                }
            </td>
            <td>{ *why }</td>
        </tr>
    }
}

fn amount<P: Pay>(name: String, figure: &Figure<Money<P>>) -> Html {
    row(name, format!("{} {}", pounds(figure.value), P::EACH), &figure.provenance)
}

fn salaries(seniority: Seniority) -> Html {
    let salaries = MARKET.salaries.get(seniority);
    let (published, national) = (&salaries.published, &salaries.national);
    html! {
        <>
            { row(copy::figure::published_band(seniority), format::published(published), published.provenance()) }
            { amount(copy::figure::salary(seniority, copy::figure::LOW), national.low()) }
            { amount(copy::figure::salary(seniority, copy::figure::TYPICAL), national.typical()) }
            { amount(copy::figure::salary(seniority, copy::figure::HIGH), national.high()) }
        </>
    }
}

fn day_rates() -> Html {
    let published = &MARKET.published_day_rate;
    html! {
        <>
            { row(copy::figure::PUBLISHED_DAY_RATES.to_owned(), format::published(published), published.provenance()) }
            { for Seniority::ALL.iter().map(|&seniority| {
                let rates = MARKET.day_rates.get(seniority);
                html! {
                    <>
                        { amount(copy::figure::day_rate(seniority, copy::figure::LOW), rates.low()) }
                        { amount(copy::figure::day_rate(seniority, copy::figure::TYPICAL), rates.typical()) }
                        { amount(copy::figure::day_rate(seniority, copy::figure::HIGH), rates.high()) }
                    </>
                }
            }) }
        </>
    }
}

fn multipliers(location: Location) -> Html {
    let multipliers = MARKET.locations.get(location);
    let (salary, day_rate) = (multipliers.salary(), multipliers.day_rate());
    html! {
        <>
            { row(copy::figure::on_salaries(location), times(&salary), &salary.provenance) }
            { row(copy::figure::on_day_rates(location), times(&day_rate), &day_rate.provenance) }
        </>
    }
}

fn times(figure: &Figure<crate::domain::money::Factor>) -> String {
    format!("× {}", format::factor(figure.value))
}

fn uplift(specialism: Specialism) -> Html {
    let uplift = MARKET.specialisms.get(specialism);
    let value = copy::figure::uplift_value(uplift);
    row(copy::figure::uplift(specialism), value, uplift.provenance())
}

fn assumptions() -> Html {
    let days = |name: &'static str, figure: &Figure<BillableDays>| {
        row(name.to_owned(), figure.value.get().to_string(), &figure.provenance)
    };
    html! {
        <>
            { days(copy::figure::DAYS, &ASSUMPTIONS.days) }
            { days(copy::figure::DAYS_IN_A_SLOW_YEAR, &ASSUMPTIONS.days_in_a_slow_year) }
            { days(copy::figure::DAYS_FOR_A_LENDER, &ASSUMPTIONS.days_for_a_lender) }
        </>
    }
}
