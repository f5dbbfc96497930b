//! From TOML to Rust. Every row is checked with the domain's own constructor before it is written down,
//! so that a bad one is reported with its file, its row and the rule that it breaks; all of them at once.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::de::DeserializeOwned;

use crate::domain::figure::{Figure, Mark, Provenance, Source};
use crate::domain::market::{Anchors, Fault, Multipliers, PublishedBand, Uplift};
use crate::domain::money::{BasisPoints, BillableDays, Money};
use crate::sheet;

const TITLE: &str = "src/data/market/market.toml";
const SOURCES: &str = "src/data/market/sources.toml";
const BANDS: &str = "src/data/market/bands.toml";
const DAY_RATES: &str = "src/data/market/day-rates.toml";
const LOCATIONS: &str = "src/data/market/locations.toml";
const SPECIALISMS: &str = "src/data/market/specialisms.toml";
const ALSO_PUBLISHED: &str = "src/data/market/also-published.toml";
const ASSUMPTIONS: &str = "src/data/assumptions.toml";
const TAX_YEARS: &str = "src/data/tax-years.toml";

/// Reads the sheets with `read` (from a path below the project's folder) and gives the Rust code of their
/// constants, or a line for everything that is wrong with them.
pub fn transcribe(read: &dyn Fn(&str) -> Result<String, String>) -> Result<String, Vec<String>> {
    let faults = RefCell::new(Vec::new());
    let code = sheets(read, &faults);
    match code {
        Some(code) if faults.borrow().is_empty() => Ok(code),
        _ => Err(faults.into_inner()),
    }
}

type Faults = RefCell<Vec<String>>;

fn sheets(read: &dyn Fn(&str) -> Result<String, String>, faults: &Faults) -> Option<String> {
    // All files are read before any is left for good: one report names every file that cannot be read.
    let title = open::<sheet::Title>(read, faults, TITLE);
    let sources = open::<sheet::Sources>(read, faults, SOURCES);
    let bands = open::<sheet::Levels<sheet::Salary>>(read, faults, BANDS);
    let day_rates = open::<sheet::DayRates>(read, faults, DAY_RATES);
    let locations = open::<sheet::Locations>(read, faults, LOCATIONS);
    let specialisms = open::<sheet::Specialisms>(read, faults, SPECIALISMS);
    let also = open::<sheet::AlsoPublished>(read, faults, ALSO_PUBLISHED);
    let assumptions = open::<sheet::Assumptions>(read, faults, ASSUMPTIONS);
    let tax_years = open::<sheet::TaxYears>(read, faults, TAX_YEARS);

    let (title, sources) = (title?, sources?);
    let pen = Pen { sources: &sources, used: RefCell::default(), faults };
    let mut code = String::new();
    for (index, source) in sources.values().enumerate() {
        let sheet::Source { title, publisher, date } = source;
        code += &format!(
            "static SOURCE_{index}: Source = Source {{ title: {title:?}, publisher: {publisher:?}, date: {date:?} }};\n"
        );
    }
    code += &pen.market(&title, &bands?, &day_rates?, &locations?, &specialisms?, &also?);
    code += &pen.assumptions(&assumptions?);
    code += &pen.tax_years(&tax_years?);
    for name in sources.keys().filter(|name| !pen.used.borrow().contains(*name)) {
        pen.fault(SOURCES, name, "is used by no figure");
    }
    Some(code)
}

fn open<T: DeserializeOwned>(
    read: &dyn Fn(&str) -> Result<String, String>,
    faults: &Faults,
    file: &str,
) -> Option<T> {
    let sheet = read(file).and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()));
    sheet.map_err(|error| faults.borrow_mut().push(format!("{file}: {}", error.trim_end()))).ok()
}

/// Writes rows down, and what is wrong with them.
struct Pen<'a> {
    sources: &'a sheet::Sources,
    used: RefCell<BTreeSet<String>>,
    faults: &'a Faults,
}

impl Pen<'_> {
    fn fault(&self, file: &str, row: &str, rule: impl std::fmt::Display) {
        self.faults.borrow_mut().push(format!("{file}: [{row}] {rule}"));
    }

    fn check<T>(&self, file: &str, row: &str, checked: Result<T, Fault>) {
        if let Err(fault) = checked {
            self.fault(file, row, fault);
        }
    }

    fn market(
        &self,
        title: &sheet::Title,
        bands: &sheet::Levels<sheet::Salary>,
        day_rates: &sheet::DayRates,
        locations: &sheet::Locations,
        specialisms: &sheet::Specialisms,
        also: &sheet::AlsoPublished,
    ) -> String {
        let sheet::Title { discipline, edition } = title;
        let s = specialisms;
        let mut code = format!(
            "/// The market sheet.\npub static MARKET: Market = Market {{ discipline: {discipline:?}, edition: {edition:?},\n"
        );
        for (table, name, rows) in [
            ("salaries", "BySeniority", vec![
                ("junior", self.salary("junior", &bands.junior)),
                ("mid", self.salary("mid", &bands.mid)),
                ("senior", self.salary("senior", &bands.senior)),
                ("lead", self.salary("lead", &bands.lead)),
            ]),
            ("day_rates", "BySeniority", vec![
                ("junior", self.day_rate("junior", &day_rates.junior)),
                ("mid", self.day_rate("mid", &day_rates.mid)),
                ("senior", self.day_rate("senior", &day_rates.senior)),
                ("lead", self.day_rate("lead", &day_rates.lead)),
            ]),
            ("locations", "ByLocation", vec![
                ("london", self.multipliers("london", &locations.london)),
                ("regional", self.multipliers("regional", &locations.regional)),
            ]),
            ("specialisms", "BySpecialism", vec![
                ("generalist", self.uplift("generalist", &s.generalist)),
                ("deep_learning", self.uplift("deep-learning", &s.deep_learning)),
                ("nlp", self.uplift("nlp", &s.nlp)),
                ("computer_vision", self.uplift("computer-vision", &s.computer_vision)),
                ("mlops", self.uplift("mlops", &s.mlops)),
            ]),
        ] {
            let _ = writeln!(code, "{table}: {name} {{");
            for (field, row) in rows {
                let _ = writeln!(code, "    {field}: {row},");
            }
            code += "},\n";
        }
        let published = self.published(DAY_RATES, "published", &day_rates.published);
        let _ = writeln!(code, "published_day_rate: {published},\nalso_published: &[");
        for other in &also.figure {
            let sheet::Other { what, low, high, source, reading } = other;
            let printed = sheet::Published { low: *low, high: *high, open_ended: high.is_none(), source: source.clone() };
            self.published(ALSO_PUBLISHED, what, &printed);
            let provenance = self.provenance(ALSO_PUBLISHED, what, "published", source, None, "");
            let high = optional_money(*high);
            let _ = writeln!(
                code,
                "    AlsoPublished {{ what: {what:?}, low: {}, high: {high}, reading: {reading:?}, provenance: {provenance} }},",
                money(*low)
            );
        }
        code + "] };\n"
    }

    fn salary(&self, row: &str, salary: &sheet::Salary) -> String {
        let sheet::Salary { published, low, typical, high } = salary;
        let printed = self.published(BANDS, row, published);
        let (least, low) = self.anchor(row, "low", low.as_ref(), Some(published.low), &published.source);
        let (middle, typical) = self.anchor(row, "typical", Some(typical), None, &published.source);
        let (most, high) = self.anchor(row, "high", high.as_ref(), published.high, &published.source);
        if let (Some(least), Some(middle), Some(most)) = (least, middle, most) {
            self.check(BANDS, row, anchors(least, middle, most));
        }
        format!("SalaryRow {{ published: {printed}, national: must(Anchors::new({low}, {typical}, {high})) }}")
    }

    /// An amount of a band: ours where one is given, else the printed one.
    fn anchor(
        &self,
        row: &str,
        end: &str,
        ours: Option<&sheet::Amount>,
        printed: Option<i32>,
        source: &str,
    ) -> (Option<i32>, String) {
        let (pounds, provenance) = match (ours, printed) {
            (Some(sheet::Amount { pounds, mark, source, evidence, why }), _) => {
                (*pounds, self.provenance(BANDS, row, mark, source, evidence.as_deref(), why))
            }
            (None, Some(pounds)) => (pounds, self.provenance(BANDS, row, "published", source, None, "")),
            (None, None) => {
                self.fault(BANDS, row, format_args!("needs {end}: the published band does not give it"));
                return (None, String::new());
            }
        };
        (Some(pounds), figure(&money(pounds), &provenance))
    }

    fn day_rate(&self, row: &str, rate: &sheet::Row) -> String {
        let sheet::Row { low, typical, high, mark, source, evidence, why } = rate;
        self.check(DAY_RATES, row, anchors(*low, *typical, *high));
        let provenance = self.provenance(DAY_RATES, row, mark, source, evidence.as_deref(), why);
        let [low, typical, high] = [low, typical, high].map(|pounds| figure(&money(*pounds), &provenance));
        format!("must(Anchors::new({low}, {typical}, {high}))")
    }

    fn published(&self, file: &str, row: &str, band: &sheet::Published) -> String {
        let sheet::Published { low, high, open_ended, source } = band;
        let pounds = |pounds: i32| Money::<()>::from_pounds(pounds);
        self.check(file, row, PublishedBand::new(pounds(*low), high.map(pounds), *open_ended, NOWHERE));
        let provenance = self.provenance(file, row, "published", source, None, "");
        let high = optional_money(*high);
        format!("must(PublishedBand::new({}, {high}, {open_ended}, {provenance}))", money(*low))
    }

    fn multipliers(&self, row: &str, place: &sheet::Multipliers) -> String {
        let sheet::Multipliers { salary, day_rate, mark, source, evidence, why } = place;
        let provenance = self.provenance(LOCATIONS, row, mark, source, evidence.as_deref(), why);
        let [salary, day_rate] = [salary, day_rate].map(|number| self.basis_points(row, *number));
        self.check(LOCATIONS, row, Multipliers::new(BasisPoints(salary), BasisPoints(day_rate), NOWHERE));
        format!("must(Multipliers::new(BasisPoints({salary}), BasisPoints({day_rate}), {provenance}))")
    }

    /// A multiplier as it is written (1.11) in basis points (11,100).
    #[allow(clippy::cast_possible_truncation)] // `as` saturates; what is out of range fails the domain's check
    fn basis_points(&self, row: &str, number: f64) -> i32 {
        let points = (number * 10_000.0).round();
        if (number * 10_000.0 - points).abs() > 1e-6 {
            self.fault(LOCATIONS, row, "needs multipliers of at most four decimals");
        }
        points as i32
    }

    fn uplift(&self, row: &str, uplift: &sheet::Row) -> String {
        let sheet::Row { low, typical, high, mark, source, evidence, why } = uplift;
        let points = |percent: i32| BasisPoints(percent.saturating_mul(100));
        let [low, typical, high] = [low, typical, high].map(|percent| points(*percent));
        self.check(SPECIALISMS, row, Uplift::new(low, typical, high, NOWHERE));
        let provenance = self.provenance(SPECIALISMS, row, mark, source, evidence.as_deref(), why);
        format!("must(Uplift::new({low:?}, {typical:?}, {high:?}, {provenance}))")
    }

    fn assumptions(&self, assumptions: &sheet::Assumptions) -> String {
        let a = assumptions;
        let mut code = String::from("/// The assumptions.\npub static ASSUMPTIONS: Assumptions = Assumptions {\n");
        for (field, row, assumption) in [
            ("days", "days", &a.days),
            ("days_in_a_slow_year", "days-in-a-slow-year", &a.days_in_a_slow_year),
            ("days_for_a_lender", "days-for-a-lender", &a.days_for_a_lender),
            ("umbrella_margin", "umbrella-margin", &a.umbrella_margin),
            ("expenses", "expenses", &a.expenses),
        ] {
            let sheet::Assumption { value, unit, mark, source, evidence, why } = assumption;
            let value = match unit.as_str() {
                "billable days a year" => {
                    if u16::try_from(*value).ok().and_then(BillableDays::new).is_none() {
                        self.fault(ASSUMPTIONS, row, "needs 1 to 260 days");
                    }
                    format!("match BillableDays::new({value}) {{ Some(days) => days, None => panic!() }}")
                }
                "pounds a week" | "pounds a year" => {
                    if *value < 0 {
                        self.fault(ASSUMPTIONS, row, "needs an amount that is not negative");
                    }
                    money(*value)
                }
                _ => {
                    self.fault(ASSUMPTIONS, row, format_args!("has the unknown unit {unit:?}"));
                    continue;
                }
            };
            let provenance = self.provenance(ASSUMPTIONS, row, mark, source, evidence.as_deref(), why);
            let _ = writeln!(code, "    {field}: {},", figure(&value, &provenance));
        }
        code + "};\n"
    }

    fn tax_years(&self, sheet: &sheet::TaxYears) -> String {
        let mut code = String::from("/// The tax years that may be asked for, oldest first.\npub static TAX_YEARS: &[TaxYear] = &[\n");
        let mut last = 0;
        for year in &sheet.years {
            let starts = year.split_once('-').and_then(|(starts, _)| starts.parse::<u16>().ok());
            match starts {
                Some(starts) if *year == format!("{starts:04}-{:02}", (u32::from(starts) + 1) % 100) && starts > last => {
                    let _ = writeln!(code, "    TaxYear::starting({starts}),");
                    last = starts;
                }
                _ => self.fault(TAX_YEARS, "years", format_args!("needs tax years such as \"2026-27\", oldest first, not {year:?}")),
            }
        }
        code + "];\n"
    }

    fn provenance(
        &self,
        file: &str,
        row: &str,
        mark: &str,
        source: &str,
        evidence: Option<&str>,
        why: &str,
    ) -> String {
        let Some(mark) = Mark::from_slug(mark) else {
            self.fault(file, row, format_args!("has the unknown mark {mark:?}: it is published, statistic or modelled"));
            return String::new();
        };
        if mark == Mark::Modelled && why.trim().is_empty() {
            self.fault(file, row, "needs a why: the figure is modelled");
        }
        let source = self.source(file, row, source);
        let evidence = evidence.map_or(String::from("None"), |name| format!("Some({})", self.source(file, row, name)));
        format!("Provenance {{ mark: Mark::{mark:?}, source: {source}, evidence: {evidence}, why: {why:?} }}")
    }

    fn source(&self, file: &str, row: &str, name: &str) -> String {
        self.used.borrow_mut().insert(name.to_owned());
        match self.sources.keys().position(|key| key == name) {
            Some(index) => format!("&SOURCE_{index}"),
            None => {
                self.fault(file, row, format_args!("names the source {name:?}, which {SOURCES} does not have"));
                String::new()
            }
        }
    }
}

/// Stands in for a provenance where only the numbers of a row are checked.
const NOWHERE: Provenance = Provenance {
    mark: Mark::Modelled,
    source: &Source { title: "", publisher: "", date: "" },
    evidence: None,
    why: "",
};

fn anchors(low: i32, typical: i32, high: i32) -> Result<Anchors<()>, Fault> {
    let figure = |pounds| Figure { value: Money::from_pounds(pounds), provenance: NOWHERE };
    Anchors::new(figure(low), figure(typical), figure(high))
}

fn figure(value: &str, provenance: &str) -> String {
    format!("Figure {{ value: {value}, provenance: {provenance} }}")
}

fn money(pounds: i32) -> String {
    format!("Money::from_pounds({pounds})")
}

fn optional_money(pounds: Option<i32>) -> String {
    pounds.map_or(String::from("None"), |pounds| format!("Some({})", money(pounds)))
}
