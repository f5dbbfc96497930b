//! What the TOML sheets look like. A key that is not named here is an error that names its line.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `market/market.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    pub discipline: String,
    pub edition: String,
}

/// One entry of `sources.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub name: String,
    pub title: String,
    pub publisher: String,
    pub date: String,
}

/// `sources.toml`
pub type Sources = BTreeMap<String, Source>;

/// One entry for every level.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Levels<T> {
    pub junior: T,
    pub mid: T,
    pub senior: T,
    pub lead: T,
}

/// One level of `market/bands.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Salary {
    pub published: Published,
    pub low: Option<Amount>,
    pub typical: Amount,
    pub high: Option<Amount>,
}

/// A published band.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Published {
    pub low: i32,
    pub high: Option<i32>,
    #[serde(default)]
    pub open_ended: bool,
    pub source: String,
}

/// An amount of ours.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    pub pounds: i32,
    pub mark: String,
    pub source: String,
    pub evidence: Option<String>,
    pub why: String,
}

/// `market/day-rates.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayRates {
    pub published: Published,
    pub junior: Row,
    pub mid: Row,
    pub senior: Row,
    pub lead: Row,
}

/// Three numbers that share a source: day rates in pounds, or uplifts in per cent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub low: i32,
    pub typical: i32,
    pub high: i32,
    pub mark: String,
    pub source: String,
    pub evidence: Option<String>,
    pub why: String,
}

/// `market/locations.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locations {
    pub london: Multipliers,
    pub regional: Multipliers,
}

/// What a place multiplies by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Multipliers {
    pub salary: f64,
    pub day_rate: f64,
    pub mark: String,
    pub source: String,
    pub evidence: Option<String>,
    pub why: String,
}

/// `market/specialisms.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Specialisms {
    pub generalist: Row,
    pub deep_learning: Row,
    pub nlp: Row,
    pub computer_vision: Row,
    pub mlops: Row,
}

/// `market/also-published.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlsoPublished {
    #[serde(default)]
    pub figure: Vec<Other>,
}

/// A published figure that disagrees.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    pub what: String,
    pub low: i32,
    pub high: Option<i32>,
    pub source: String,
    pub reading: String,
}

/// `assumptions.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Assumptions {
    pub days: Assumption,
    pub days_in_a_slow_year: Assumption,
    pub days_for_a_lender: Assumption,
    pub umbrella_margin: Assumption,
    pub expenses: Assumption,
}

/// Something assumed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    pub value: i32,
    pub unit: String,
    pub mark: String,
    pub source: String,
    pub evidence: Option<String>,
    pub why: String,
}

/// A file of `tax/`
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TaxRules {
    pub checked_on: String,
    #[serde(default)]
    pub unchecked: String,
    pub income_tax: IncomeTax,
    pub dividends: Dividends,
    pub national_insurance: NationalInsurance,
    pub corporation_tax: CorporationTax,
    pub student_loans: StudentLoans,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IncomeTax {
    pub source: String,
    pub personal_allowance: LegalAmount,
    pub income_limit: LegalAmount,
    pub taper: LegalRate,
    pub relief_at_source: LegalRate,
    pub rest_of_uk: Vec<TaxBand>,
    pub scotland: Vec<TaxBand>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxBand {
    pub name: String,
    pub rate: LegalRate,
    pub to: Option<LegalAmount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dividends {
    pub source: String,
    pub allowance: LegalAmount,
    pub ordinary_rate: LegalRate,
    pub upper_rate: LegalRate,
    pub additional_rate: LegalRate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NationalInsurance {
    pub source: String,
    pub lower_earnings_limit: LegalAmount,
    pub primary_threshold: LegalAmount,
    pub upper_earnings_limit: LegalAmount,
    pub secondary_threshold: LegalAmount,
    pub main_rate: LegalRate,
    pub upper_rate: LegalRate,
    pub employer_rate: LegalRate,
    pub apprenticeship_levy: LegalRate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CorporationTax {
    pub source: String,
    pub small_profits_rate: LegalRate,
    pub main_rate: LegalRate,
    pub lower_limit: LegalAmount,
    pub upper_limit: LegalAmount,
    pub marginal_relief: LegalRate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StudentLoans {
    pub source: String,
    pub plan_1: Option<LegalAmount>,
    pub plan_2: Option<LegalAmount>,
    pub plan_4: Option<LegalAmount>,
    pub plan_5: Option<LegalAmount>,
    pub postgraduate: Option<LegalAmount>,
    pub rate: LegalRate,
    pub postgraduate_rate: LegalRate,
    pub unearned_income_limit: LegalAmount,
}

/// An amount that the law sets. Without a source it has that of its section.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalAmount {
    pub pounds: i32,
    pub law: String,
    pub source: Option<String>,
}

/// A rate that the law sets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalRate {
    pub percent: f64,
    pub law: String,
    pub source: Option<String>,
}
