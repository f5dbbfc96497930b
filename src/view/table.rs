//! Every estimate in one table: part of the page, beside the calculator, without any script.

use yew::prelude::*;

use crate::data::MARKET;
use crate::domain::choice::{Location, Profile, Seniority, Specialism};
use crate::domain::estimate;
use crate::domain::market::Band;
use crate::state::key::View;
use crate::state::query;
use crate::state::scenario::Scenario;

use super::copy::{self, column};
use super::format::{self, Pay, pounds};

/// The table of every estimate. Its content never changes, so it is drawn once.
#[component]
pub fn Estimates() -> Html {
    html! {
        <section class="estimates">
            <h2 id="every-estimate">{ copy::EVERY_ESTIMATE }</h2>
            <p>
                { copy::EVERY_ESTIMATE_ABOUT }{ " " }
                <span class="with-scripts">{ copy::EVERY_ESTIMATE_LINKS }</span>
            </p>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="every-estimate">
                <table>
                    <caption class="visually-hidden">{ copy::EVERY_ESTIMATE_ABOUT }</caption>
                    <thead>
                        <tr>
                            { for [
                                column::ROLE, column::LONDON_SALARY, column::REGIONAL_SALARY,
                                column::LONDON_DAY_RATE, column::REGIONAL_DAY_RATE,
                            ].map(|name| html! { <th scope="col">{ name }</th> }) }
                        </tr>
                    </thead>
                    { for Seniority::ALL.iter().map(|&seniority| level(seniority)) }
                </table>
            </div>
        </section>
    }
}

fn level(seniority: Seniority) -> Html {
    let published = &MARKET.salaries.get(seniority).published;
    html! {
        <tbody>
            <tr class="level">
                <th scope="rowgroup">{ copy::seniority(seniority) }</th>
                <td colspan="4">{ copy::published(published) }</td>
            </tr>
            { for Specialism::ALL.iter().map(|&specialism| row(seniority, specialism)) }
        </tbody>
    }
}

fn row(seniority: Seniority, specialism: Specialism) -> Html {
    let profile = |&location: &Location| Profile { seniority, specialism, location };
    html! {
        <tr>
            <th scope="row">{ copy::specialism(specialism) }</th>
            { for Location::ALL.iter().map(profile).map(|profile| {
                cell(View::Permanent, profile, &estimate::permanent(&MARKET, profile).band)
            }) }
            { for Location::ALL.iter().map(profile).map(|profile| {
                cell(View::Contract, profile, &estimate::contract(&MARKET, profile).band)
            }) }
        </tr>
    }
}

fn cell<P: Pay>(view: View, profile: Profile, band: &Band<P>) -> Html {
    let href = format!("#{}", query::write(&Scenario { view, profile, ..Scenario::default() }));
    html! {
        <td>
            <a {href} aria-label={copy::estimate_link(profile, band)}>{ pounds(band.typical) }</a>
            <small>{ format::range(band) }</small>
        </td>
    }
}
