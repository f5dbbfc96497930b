//! The sources panel: every figure with its mark, its source, its date and why it is what it is.

use yew::prelude::*;

use crate::data::{ASSUMPTIONS, MARKET, SOURCES, TAX_RULES};
use crate::domain::choice::{Location, Seniority, Specialism, StudentLoan, TaxRegion};
use crate::domain::figure::{Figure, Provenance};
use crate::domain::money::{BillableDays, Money};
use crate::domain::tax::rules::{Rate, TaxRules, Threshold};
use crate::domain::text::{Text, text};

use super::copy::{self, column, figure as name};
use super::format::{self, Pay, pounds};

/// The sources panel, with the figures of every tax year, the last one first.
#[component]
pub fn Sources() -> Html {
    html! {
        <details class="sources">
            <summary>{ copy::SOURCES }</summary>
            <p>{ copy::MARKS }</p>
            <p>{ copy::LIMITS }</p>
            <p>{ copy::TWO_SETS }</p>
            <ul>{ for MARKET.also_published.iter().map(|other| html! { <li>{ copy::also_published(other) }</li> }) }</ul>
            { for years().map(|rules| html! { <p>{ copy::take_home::checked_on(rules) }{ " " }{ rules.unchecked }</p> }) }
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
                    { for years().map(tax) }
                </table>
            </div>
        </details>
    }
}

fn years() -> impl Iterator<Item = &'static TaxRules> {
    TAX_RULES.iter().rev()
}

fn row(name: Text, value: Text, provenance: &Provenance) -> Html {
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

fn amount<P: Pay>(name: Text, figure: &Figure<Money<P>>) -> Html {
    row(name, text!(pounds(figure.value), " ", P::EACH), &figure.provenance)
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
            { row(copy::figure::PUBLISHED_DAY_RATES.into(), format::published(published), published.provenance()) }
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

fn times(figure: &Figure<crate::domain::money::Factor>) -> Text {
    text!("× ", format::factor(figure.value))
}

fn uplift(specialism: Specialism) -> Html {
    let uplift = MARKET.specialisms.get(specialism);
    let value = copy::figure::uplift_value(uplift);
    row(copy::figure::uplift(specialism), value, uplift.provenance())
}

fn assumptions() -> Html {
    let days = |name: &'static str, figure: &Figure<BillableDays>| {
        row(name.into(), text!(figure.value.get()), &figure.provenance)
    };
    html! {
        <>
            { days(copy::figure::DAYS, &ASSUMPTIONS.days) }
            { days(copy::figure::DAYS_IN_A_SLOW_YEAR, &ASSUMPTIONS.days_in_a_slow_year) }
            { days(copy::figure::DAYS_FOR_A_LENDER, &ASSUMPTIONS.days_for_a_lender) }
            { row(
                copy::figure::UMBRELLA_MARGIN.into(),
                text!(pounds(ASSUMPTIONS.umbrella_margin.value), " ", copy::take_home::A_WEEK),
                &ASSUMPTIONS.umbrella_margin.provenance,
            ) }
            { amount(copy::figure::EXPENSES.into(), &ASSUMPTIONS.expenses) }
        </>
    }
}

/// A tax year's figures, with the law of each.
fn tax(rules: &'static TaxRules) -> Html {
    let threshold =
        |name: &str, figure: &Threshold| row(name.into(), pounds(figure.value), &figure.provenance);
    let rate =
        |name: &str, figure: &Rate| row(name.into(), format::percent(figure.value), &figure.provenance);
    let (tax, insurance) = (&rules.income_tax, &rules.national_insurance);
    let (company, loans) = (&rules.corporation_tax, &rules.student_loans);
    let bands = TaxRegion::ALL.iter().flat_map(|&region| {
        tax.bands.get(region).iter().flat_map(move |band| {
            let limit = band.to.as_ref().map(|to| threshold(&name::band_end(region, band), to));
            [rate(&name::band(region, band), &band.rate)].into_iter().chain(limit)
        })
    });
    let plans = StudentLoan::ALL.iter().filter_map(|&plan| {
        let figure = loans.thresholds.get(plan).as_ref()?;
        Some(threshold(&copy::figure::loan(plan), figure))
    });
    html! {
        <tbody>
            <tr class="level"><th scope="rowgroup" colspan="5">{ name::year(rules.year) }</th></tr>
            { threshold(name::PERSONAL_ALLOWANCE, &tax.personal_allowance) }
            { threshold(name::INCOME_LIMIT, &tax.income_limit) }
            { rate(name::TAPER, &tax.taper) }
            { rate(name::RELIEF_AT_SOURCE, &tax.relief_at_source) }
            { for bands }
            { threshold(name::DIVIDEND_ALLOWANCE, &rules.dividends.allowance) }
            { for name::DIVIDEND_RATES.iter().zip(&rules.dividends.rates).map(|(name, figure)| rate(name, figure)) }
            { threshold(name::LOWER_EARNINGS_LIMIT, &insurance.lower_earnings_limit) }
            { threshold(name::PRIMARY_THRESHOLD, &insurance.primary_threshold) }
            { threshold(name::UPPER_EARNINGS_LIMIT, &insurance.upper_earnings_limit) }
            { threshold(name::SECONDARY_THRESHOLD, &insurance.secondary_threshold) }
            { rate(name::MAIN_RATE, &insurance.main_rate) }
            { rate(name::UPPER_RATE, &insurance.upper_rate) }
            { rate(name::EMPLOYER_RATE, &insurance.employer_rate) }
            { rate(name::LEVY, &insurance.apprenticeship_levy) }
            { rate(name::SMALL_PROFITS_RATE, &company.small_profits_rate) }
            { rate(name::CORPORATION_RATE, &company.main_rate) }
            { threshold(name::LOWER_LIMIT, &company.lower_limit) }
            { threshold(name::UPPER_LIMIT, &company.upper_limit) }
            { rate(name::MARGINAL_RELIEF, &company.marginal_relief) }
            { for plans }
            { rate(name::LOAN_RATE, &loans.rate) }
            { rate(name::POSTGRADUATE_RATE, &loans.postgraduate_rate) }
            { threshold(name::UNEARNED_INCOME, &loans.unearned_income_limit) }
        </tbody>
    }
}
