//! What there is to show for a scenario, worked out once.

use crate::data::MARKET;
use crate::domain::choice::Profile;
use crate::domain::estimate::{self, Estimate};
use crate::domain::market::{Band, SalaryBand};
use crate::domain::money::{AnnualisedIncome, BillableDays, Day, Year};
use crate::domain::offer::Offer;
use crate::domain::tax_year::{Date, TaxYear};
use crate::domain::text::text;

use super::key::Key;
use super::problem::{Problem, Reason};
use super::scenario::Scenario;
use super::take_home::{TakeHome, rules_of};

/// One engagement: its estimate and the visitor's own figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel<P> {
    /// What the market pays.
    pub estimate: Estimate<P>,
    /// The visitor's own or offered pay.
    pub offer: Option<Offer<P>>,
}

/// What there is to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// Whose pay it is.
    pub profile: Profile,
    /// A permanent job, pounds a year.
    pub permanent: Panel<Year>,
    /// A contract, pounds a day.
    pub contract: Panel<Day>,
    /// Billable days a year.
    pub days: BillableDays,
    /// The contract's day rates over those days.
    pub annualised: SalaryBand,
    /// The visitor's own day rate over those days.
    pub own_annualised: Option<AnnualisedIncome>,
    /// The tax year that is reckoned with.
    pub tax_year: TaxYear,
    /// The tax year that it is.
    pub current_tax_year: TaxYear,
    /// What is left after tax; nothing where there are no figures for the tax year.
    pub take_home: Option<TakeHome>,
}

impl Summary {
    /// Works a scenario out, as of a day.
    pub fn of(scenario: &Scenario, today: Date) -> Self {
        let profile = scenario.profile;
        let permanent = estimate::permanent(&MARKET, profile);
        let contract = estimate::contract(&MARKET, profile);
        let rates = contract.band;
        let days = scenario.days;
        let tax_year = scenario.tax_year_on(today);
        let take_home = rules_of(tax_year)
            .map(|rules| TakeHome::of(scenario, rules, permanent.band.typical, contract.band.typical));
        Self {
            profile,
            permanent: Panel {
                estimate: permanent,
                offer: scenario.salary.map(|salary| Offer::of(salary, &permanent.band)),
            },
            contract: Panel {
                estimate: contract,
                offer: scenario.day_rate.map(|rate| Offer::of(rate, &contract.band)),
            },
            days,
            annualised: Band {
                low: rates.low.over(days),
                typical: rates.typical.over(days),
                high: rates.high.over(days),
            },
            own_annualised: scenario.day_rate.map(|rate| rate.over(days)),
            tax_year,
            current_tax_year: TaxYear::of(today),
            take_home,
        }
    }

    /// What of the answer cannot be given, and why.
    pub fn problems(&self, scenario: &Scenario) -> Vec<Problem> {
        let no_figures = || {
            let value = text!(self.tax_year);
            vec![Problem { key: Key::TaxYear, value, reason: Reason::NoTaxFigures }]
        };
        self.take_home.as_ref().map_or_else(no_figures, |take_home| take_home.problems(scenario).collect())
    }
}
