//! From TOML to the domain's own types, through their own constructors: a row that breaks a rule is reported
//! with its file, its row and the rule, and everything that is wrong is reported at once.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs;

use serde::de::DeserializeOwned;

use crate::domain::choice::{ByLocation, BySeniority, BySpecialism, Profile};
use crate::domain::estimate;
use crate::domain::figure::{Figure, Mark, Provenance, Source};
use crate::domain::market::{
    AlsoPublished, Anchors, Assumptions, Market, Multipliers, PublishedBand, SalaryRow, Uplift,
};
use crate::domain::money::{BasisPoints, BillableDays, Money};
use crate::domain::tax::rules::TaxRules;
use crate::sheet;

const TITLE: &str = "src/data/market/market.toml";
const SOURCES: &str = "src/data/sources.toml";
const BANDS: &str = "src/data/market/bands.toml";
const DAY_RATES: &str = "src/data/market/day-rates.toml";
const LOCATIONS: &str = "src/data/market/locations.toml";
const SPECIALISMS: &str = "src/data/market/specialisms.toml";
const ALSO_PUBLISHED: &str = "src/data/market/also-published.toml";
const ASSUMPTIONS: &str = "src/data/assumptions.toml";
/// Each file in it is a tax year.
const TAX: &str = "src/data/tax";

/// Every file that holds figures, by its path below the project's folder.
pub fn files() -> Vec<String> {
    let others = [TITLE, SOURCES, BANDS, DAY_RATES, LOCATIONS, SPECIALISMS, ALSO_PUBLISHED, ASSUMPTIONS];
    others.map(str::to_owned).into_iter().chain(tax_years()).collect()
}

/// The files of the tax years, oldest first.
fn tax_years() -> Vec<String> {
    let entries = fs::read_dir(TAX).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    // What else an editor leaves there is not a year.
    let years = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut files: Vec<_> = years.map(|path| path.to_string_lossy().into_owned()).collect();
    files.sort();
    files
}

/// All that the files say.
pub struct Figures {
    pub sources: Vec<&'static Source>,
    pub market: Market,
    pub assumptions: Assumptions,
    pub tax_rules: Vec<TaxRules>,
}

/// Reads the files through `open`, or says everything that is wrong with them, a line each.
pub fn read(open: &dyn Fn(&str) -> Result<String, String>) -> Result<Figures, Vec<String>> {
    let reader =
        Reader { open, faults: RefCell::default(), sources: BTreeMap::new(), used: RefCell::default() };
    // Nothing stops at the first fault, so that one report names all that can be known.
    let (figures, reader) = reader.figures();
    for name in reader.sources.keys().filter(|name| !reader.used.borrow().contains(*name)) {
        reader.fault(SOURCES, name, "is used by no figure");
    }
    match figures {
        Some(figures) if reader.faults.borrow().is_empty() => Ok(figures),
        _ => Err(reader.faults.into_inner()),
    }
}

pub struct Reader<'a> {
    open: &'a dyn Fn(&str) -> Result<String, String>,
    faults: RefCell<Vec<String>>,
    sources: BTreeMap<String, &'static Source>,
    used: RefCell<BTreeSet<String>>,
}

/// What every row says of where it comes from.
pub struct Origin<'a> {
    pub mark: &'a str,
    pub source: &'a str,
    pub evidence: Option<&'a str>,
    pub why: &'a str,
}

impl Reader<'_> {
    fn figures(mut self) -> (Option<Figures>, Self) {
        let sources = self.sheet::<sheet::Sources>(SOURCES).unwrap_or_default();
        self.sources = sources.into_iter().map(|(name, source)| (name, self::source(source))).collect();
        let (market, assumptions) = (self.market(), self.assumptions());
        if tax_years().is_empty() {
            self.fault(TAX, "year", "needs the file of at least one tax year");
        }
        let tax_rules: Option<Vec<_>> =
            tax_years().iter().map(|file| self.tax_rules(file)).collect::<Vec<_>>().into_iter().collect();
        let sources = self.sources.values().copied().collect();
        let figures = market
            .zip(assumptions)
            .zip(tax_rules)
            .map(|((market, assumptions), tax_rules)| Figures { sources, market, assumptions, tax_rules });
        (figures, self)
    }

    pub fn sheet<T: DeserializeOwned>(&self, file: &str) -> Option<T> {
        let sheet =
            (self.open)(file).and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()));
        sheet.map_err(|error| self.faults.borrow_mut().push(format!("{file}: {}", error.trim_end()))).ok()
    }

    pub fn fault(&self, file: &str, row: &str, rule: impl Display) {
        let fault = format!("{file}: [{row}] {rule}");
        let mut faults = self.faults.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    pub fn checked<T>(&self, file: &str, row: &str, checked: Result<T, impl Display>) -> Option<T> {
        checked.map_err(|fault| self.fault(file, row, fault)).ok()
    }

    fn market(&self) -> Option<Market> {
        let title = self.sheet::<sheet::Title>(TITLE);
        let salaries = self.sheet::<sheet::Levels<sheet::Salary>>(BANDS).and_then(|levels| {
            let junior = self.salary("junior", &levels.junior);
            let mid = self.salary("mid", &levels.mid);
            let senior = self.salary("senior", &levels.senior);
            let lead = self.salary("lead", &levels.lead);
            Some(BySeniority { junior: junior?, mid: mid?, senior: senior?, lead: lead? })
        });
        let rates = self.sheet::<sheet::DayRates>(DAY_RATES).and_then(|rates| {
            let published = self.published(DAY_RATES, "published", &rates.published);
            let junior = self.day_rates("junior", &rates.junior);
            let mid = self.day_rates("mid", &rates.mid);
            let senior = self.day_rates("senior", &rates.senior);
            let lead = self.day_rates("lead", &rates.lead);
            Some((published?, BySeniority { junior: junior?, mid: mid?, senior: senior?, lead: lead? }))
        });
        let locations = self.sheet::<sheet::Locations>(LOCATIONS).and_then(|locations| {
            let london = self.multipliers("london", &locations.london);
            let regional = self.multipliers("regional", &locations.regional);
            Some(ByLocation { london: london?, regional: regional? })
        });
        let specialisms = self.sheet::<sheet::Specialisms>(SPECIALISMS).and_then(|specialisms| {
            let generalist = self.uplift("generalist", &specialisms.generalist);
            let deep_learning = self.uplift("deep-learning", &specialisms.deep_learning);
            let nlp = self.uplift("nlp", &specialisms.nlp);
            let computer_vision = self.uplift("computer-vision", &specialisms.computer_vision);
            let mlops = self.uplift("mlops", &specialisms.mlops);
            Some(BySpecialism {
                generalist: generalist?,
                deep_learning: deep_learning?,
                nlp: nlp?,
                computer_vision: computer_vision?,
                mlops: mlops?,
            })
        });
        let also_published = self.also_published();
        let (title, (published_day_rate, day_rates)) = (title?, rates?);
        let market = Market {
            discipline: keep(title.discipline),
            edition: keep(title.edition),
            salaries: salaries?,
            published_day_rate,
            day_rates,
            locations: locations?,
            specialisms: specialisms?,
            also_published: Vec::leak(also_published?),
        };
        self.every_estimate(&market);
        Some(market)
    }

    /// The published low is a floor under the low of an estimate; its typical must not come to lie below that.
    fn every_estimate(&self, market: &Market) {
        for profile in Profile::all() {
            let band = estimate::permanent(market, profile).band;
            if band.typical < band.low {
                let (level, specialism) = (profile.seniority.slug(), profile.specialism.slug());
                let rule =
                    format_args!("takes the typical salary of {level} {specialism} below the published low");
                self.fault(LOCATIONS, profile.location.slug(), rule);
            }
        }
    }

    fn salary(&self, row: &str, salary: &sheet::Salary) -> Option<SalaryRow> {
        let published = self.published(BANDS, row, &salary.published);
        let band = &salary.published;
        let low = self.anchor(row, "low", salary.low.as_ref(), Some(band.low), &band.source);
        let typical = self.anchor(row, "typical", Some(&salary.typical), None, &band.source);
        let high = self.anchor(row, "high", salary.high.as_ref(), band.high, &band.source);
        let national = self.checked(BANDS, row, Anchors::new(low?, typical?, high?));
        Some(SalaryRow { published: published?, national: national? })
    }

    /// An amount that an estimate starts from: ours where one is given, else the published one.
    fn anchor<P: Copy>(
        &self,
        row: &str,
        end: &str,
        ours: Option<&sheet::Amount>,
        published: Option<i32>,
        source: &str,
    ) -> Option<Figure<Money<P>>> {
        let Some(pounds) = ours.map(|amount| amount.pounds).or(published) else {
            self.fault(BANDS, row, format_args!("needs {end}: the published band does not give it"));
            return None;
        };
        let origin = match ours {
            Some(sheet::Amount { mark, source, evidence, why, .. }) => {
                Origin { mark, source, evidence: evidence.as_deref(), why }
            }
            None => Origin::published(source),
        };
        Some(Figure { value: Money::from_pounds(pounds), provenance: self.provenance(BANDS, row, &origin)? })
    }

    fn day_rates<P: Copy>(&self, row: &str, rates: &sheet::Row) -> Option<Anchors<P>> {
        let sheet::Row { low, typical, high, .. } = rates;
        let provenance = self.provenance(DAY_RATES, row, &rates.origin())?;
        let figure = |pounds: &i32| Figure { value: Money::from_pounds(*pounds), provenance };
        self.checked(DAY_RATES, row, Anchors::new(figure(low), figure(typical), figure(high)))
    }

    fn published<P: Copy>(&self, file: &str, row: &str, band: &sheet::Published) -> Option<PublishedBand<P>> {
        let provenance = self.provenance(file, row, &Origin::published(&band.source))?;
        let (low, high) = (Money::from_pounds(band.low), band.high.map(Money::from_pounds));
        self.checked(file, row, PublishedBand::new(low, high, band.open_ended, provenance))
    }

    fn multipliers(&self, row: &str, place: &sheet::Multipliers) -> Option<Multipliers> {
        let sheet::Multipliers { salary, day_rate, mark, source, evidence, why } = place;
        let origin = Origin { mark, source, evidence: evidence.as_deref(), why };
        let provenance = self.provenance(LOCATIONS, row, &origin);
        let points = |number| self.basis_points(LOCATIONS, row, number, 10_000.0);
        let (salary, day_rate) = (points(*salary), points(*day_rate));
        self.checked(LOCATIONS, row, Multipliers::new(salary?, day_rate?, provenance?))
    }

    /// A number as it is written (times 1.11, or 10.75 per cent) in basis points (11,100, or 1,075).
    #[allow(clippy::cast_possible_truncation)] // `as` saturates, and what is out of range breaks the domain's rule
    pub fn basis_points(&self, file: &str, row: &str, number: f64, scale: f64) -> Option<BasisPoints> {
        let points = (number * scale).round();
        if (number * scale - points).abs() > 1e-6 {
            self.fault(file, row, format_args!("needs steps of {}, not {number}", 1.0 / scale));
            return None;
        }
        Some(BasisPoints(points as i32))
    }

    fn uplift(&self, row: &str, uplift: &sheet::Row) -> Option<Uplift> {
        let points = |percent: i32| BasisPoints(percent.saturating_mul(100));
        let [low, typical, high] = [uplift.low, uplift.typical, uplift.high].map(points);
        let provenance = self.provenance(SPECIALISMS, row, &uplift.origin())?;
        self.checked(SPECIALISMS, row, Uplift::new(low, typical, high, provenance))
    }

    fn also_published(&self) -> Option<Vec<AlsoPublished>> {
        let sheet = self.sheet::<sheet::AlsoPublished>(ALSO_PUBLISHED)?;
        let read = |other: sheet::Other| {
            let band = sheet::Published {
                low: other.low,
                high: other.high,
                open_ended: other.high.is_none(),
                source: other.source,
            };
            let band = self.published(ALSO_PUBLISHED, &other.what, &band)?;
            Some(AlsoPublished {
                what: keep(other.what),
                low: band.low(),
                high: band.high(),
                reading: keep(other.reading),
                provenance: *band.provenance(),
            })
        };
        Some(sheet.figure.into_iter().filter_map(read).collect())
    }

    fn assumptions(&self) -> Option<Assumptions> {
        let sheet = self.sheet::<sheet::Assumptions>(ASSUMPTIONS)?;
        let days = self.days("days", &sheet.days);
        let days_in_a_slow_year = self.days("days-in-a-slow-year", &sheet.days_in_a_slow_year);
        let days_for_a_lender = self.days("days-for-a-lender", &sheet.days_for_a_lender);
        let umbrella_margin = self.amount("umbrella-margin", "pounds a week", &sheet.umbrella_margin);
        let expenses = self.amount("expenses", "pounds a year", &sheet.expenses);
        Some(Assumptions {
            days: days?,
            days_in_a_slow_year: days_in_a_slow_year?,
            days_for_a_lender: days_for_a_lender?,
            umbrella_margin: umbrella_margin?,
            expenses: expenses?,
        })
    }

    fn days(&self, row: &str, assumption: &sheet::Assumption) -> Option<Figure<BillableDays>> {
        let provenance = self.assumption(row, "billable days a year", assumption)?;
        let days = u16::try_from(assumption.value).ok().and_then(BillableDays::new);
        if days.is_none() {
            self.fault(ASSUMPTIONS, row, "needs 1 to 260 days");
        }
        Some(Figure { value: days?, provenance })
    }

    fn amount<P: Copy>(
        &self,
        row: &str,
        unit: &str,
        assumption: &sheet::Assumption,
    ) -> Option<Figure<Money<P>>> {
        let provenance = self.assumption(row, unit, assumption)?;
        if assumption.value < 0 {
            self.fault(ASSUMPTIONS, row, "needs an amount that is not negative");
            return None;
        }
        Some(Figure { value: Money::from_pounds(assumption.value), provenance })
    }

    fn assumption(&self, row: &str, unit: &str, assumption: &sheet::Assumption) -> Option<Provenance> {
        let sheet::Assumption { mark, source, evidence, why, .. } = assumption;
        if assumption.unit != unit {
            self.fault(ASSUMPTIONS, row, format_args!("needs the unit {unit:?}, not {:?}", assumption.unit));
            return None;
        }
        self.provenance(ASSUMPTIONS, row, &Origin { mark, source, evidence: evidence.as_deref(), why })
    }

    pub fn provenance(&self, file: &str, row: &str, origin: &Origin) -> Option<Provenance> {
        let mark = Mark::from_slug(origin.mark);
        if mark.is_none() {
            let mark = origin.mark;
            self.fault(
                file,
                row,
                format_args!(
                    "has the unknown mark {mark:?}: it is published, statistic, statutory or modelled"
                ),
            );
        }
        if mark == Some(Mark::Modelled) && origin.why.trim().is_empty() {
            self.fault(file, row, "needs a why: the figure is modelled");
        }
        let source = self.source(file, row, origin.source);
        let evidence = match origin.evidence {
            Some(name) => Some(self.source(file, row, name)?),
            None => None,
        };
        Some(Provenance::new(mark?, source?, evidence, keep(origin.why.to_owned())))
    }

    fn source(&self, file: &str, row: &str, name: &str) -> Option<&'static Source> {
        self.used.borrow_mut().insert(name.to_owned());
        let source = self.sources.get(name).copied();
        if source.is_none() {
            self.fault(file, row, format_args!("names the source {name:?}, which {SOURCES} does not have"));
        }
        source
    }
}

impl<'a> Origin<'a> {
    const fn published(source: &'a str) -> Self {
        Self { mark: "published", source, evidence: None, why: "" }
    }
}

impl sheet::Row {
    fn origin(&self) -> Origin<'_> {
        let Self { mark, source, evidence, why, .. } = self;
        Origin { mark, source, evidence: evidence.as_deref(), why }
    }
}

fn source(source: sheet::Source) -> &'static Source {
    let sheet::Source { name, title, publisher, date } = source;
    let (name, title, publisher, date) = (keep(name), keep(title), keep(publisher), keep(date));
    Box::leak(Box::new(Source { name, title, publisher, date }))
}

/// The domain's texts live as long as the program; this one runs for a moment.
pub fn keep(text: String) -> &'static str {
    String::leak(text)
}
