//! What there is to show for a scenario, worked out once.

use crate::data::MARKET;
use crate::domain::choice::Profile;
use crate::domain::estimate::{self, Estimate};
use crate::domain::market::{Band, SalaryBand};
use crate::domain::money::{AnnualisedIncome, BillableDays, Day, Year};
use crate::domain::offer::Offer;

use super::scenario::Scenario;

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
}

impl Summary {
    /// Works a scenario out.
    pub fn of(scenario: &Scenario) -> Self {
        let profile = scenario.profile;
        let permanent = estimate::permanent(&MARKET, profile);
        let contract = estimate::contract(&MARKET, profile);
        let rates = contract.band;
        let days = scenario.days;
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
        }
    }
}
