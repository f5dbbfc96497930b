//! Reads the sheets of a discipline.

use salary_domain::choice::{ByLocation, BySeniority, Location, Seniority};
use salary_domain::estimate;
use salary_domain::figure::Figure;
use salary_domain::listing::{AlsoPublished, Listed, ListedDiscipline, Shown};
use salary_domain::market::{
    Anchors, Discipline, Fault, Level, Multipliers, PublishedBand, Role, Specialism,
};
use salary_domain::money::{BasisPoints, Day, Money, Year};
use salary_domain::record::Unit;

use crate::folder::MARKET;
use crate::reader::{Reader, keep};
use crate::row::{Provenance, Row, listed};

/// The figures read so far, in the order of the sheets.
type Figures = Vec<Listed>;

impl Reader<'_> {
    /// Reads the folder of a discipline.
    pub fn discipline(&self, slug: &str) -> Option<(Discipline, ListedDiscipline)> {
        let folder = format!("{MARKET}/{slug}");
        let sheet = |name: &str| format!("{folder}/{name}.toml");
        if !is_slug(slug) {
            self.fault(&folder, "folder", "needs a name of lower-case letters, digits and hyphens");
        }
        let title = self.sheet(&sheet("discipline"), |row| {
            let (name, edition) = (row.text("name"), row.text("edition"));
            Some((keep(name?), keep(edition?)))
        });
        let mut figures = Vec::new();
        let levels = self.sheet(&sheet("bands"), |file| {
            let level = |seniority: Seniority| {
                level(&file.named_row(seniority.slug(), seniority.slug())?, seniority, &mut figures)
            };
            BySeniority::from_fn(level).complete()
        });
        let rates = self.sheet(&sheet("day-rates"), |file| {
            let name = "Day rates, all levels, published".to_owned();
            let row = file.named_row("published", "published");
            let published = row.and_then(|row| published::<Day>(&row, name, Unit::ADay, &mut figures));
            let rates = |seniority: Seniority| {
                day_rates(&file.named_row(seniority.slug(), seniority.slug())?, seniority, &mut figures)
            };
            Some((published, BySeniority::from_fn(rates).complete()))
        });
        let locations = self.sheet(&sheet("locations"), |file| {
            let row = |location: Location| {
                multipliers(&file.named_row(location.slug(), location.slug())?, location, &mut figures)
            };
            ByLocation::from_fn(row).complete()
        });
        let specialisms = self.sheet(&sheet("specialisms"), |file| {
            if file.keys().is_empty() {
                file.fault(Fault::NoSpecialism);
                return None;
            }
            let rows: Vec<_> = file
                .keys()
                .iter()
                .map(|slug| specialism(&file.named_row(slug, slug)?, &mut figures))
                .collect();
            rows.into_iter().collect::<Option<Vec<_>>>()
        });
        let also_published = self.sheet(&sheet("also-published"), |file| {
            let rows = file.rows("figure", "figure");
            rows.iter().map(also_published).collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()
        });
        let ((name, edition), (published_day_rate, day_rates)) = (title?, rates?);
        let discipline: &'static Discipline = Box::leak(Box::new(Discipline {
            slug: keep(slug.to_owned()),
            name,
            edition,
            levels: levels?,
            published_day_rate: published_day_rate?,
            day_rates: day_rates?,
            locations: locations?,
            specialisms: specialisms?.leak(),
        }));
        self.every_estimate(discipline, &sheet("locations"));
        let name = name.to_owned();
        Some((*discipline, ListedDiscipline { name, figures, also_published: also_published? }))
    }

    /// Checks every estimate. The published low is a floor for the low of an estimate, so the typical amount must not
    /// be below it. Each location is reported once, with the first role that breaks the rule.
    fn every_estimate(&self, discipline: &'static Discipline, file: &str) {
        for &location in Location::ALL {
            let is_below = |role: &Role| {
                let band = estimate::permanent(*role).band;
                role.location == location && band.typical < band.low
            };
            let below: Vec<Role> = discipline.roles().into_iter().filter(is_below).collect();
            let [Role { seniority, specialism, .. }, rest @ ..] = below.as_slice() else { continue };
            let more = match rest.len() {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            let (level, specialism) = (seniority.slug(), specialism.slug);
            let rule = format_args!(
                "takes the typical salary of {level} {specialism} below the published low{more}"
            );
            self.fault(file, location.slug(), rule);
        }
    }
}

/// Whether a text can be a slug.
fn is_slug(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('-').all(is_part)
}

fn level(row: &Row, seniority: Seniority, figures: &mut Figures) -> Option<Level> {
    let level = seniority.name();
    let work = row.text("work");
    let band = row.row("published");
    let published = band
        .as_ref()
        .and_then(|band| published(band, format!("{level}, UK salary, published"), Unit::AYear, figures));
    let mut anchor = |end: &str, given: bool, or: Option<Money<Year>>| {
        let name = format!("{level}, UK salary, {end}");
        let (value, provenance) = if given {
            let own = row.row(end)?;
            let (pounds, provenance) = (own.whole("pounds"), own.provenance());
            (pounds_of(&own, pounds?)?, provenance?)
        } else if let Some(value) = or {
            (value, band.as_ref()?.published()?)
        } else {
            // A broken published band has a report of its own.
            if published.is_some() {
                row.fault(format_args!("needs {end}: the published band does not give it"));
            }
            return None;
        };
        Some(figure(name, value, Unit::AYear, &provenance, figures))
    };
    let low = anchor("low", row.has("low"), published.map(|band| band.low));
    let typical = anchor("typical", true, None);
    let high = anchor("high", row.has("high"), published.and_then(|band| band.high));
    let national = Anchors { low: low?, typical: typical?, high: high? };
    let national = row.checked(national, national.check())?;
    Some(Level { work: keep(work?), published: published?, national })
}

fn day_rates(row: &Row, seniority: Seniority, figures: &mut Figures) -> Option<Anchors<Day>> {
    let [low, typical, high] = ["low", "typical", "high"].map(|end| (end, row.whole(end)));
    let provenance = row.provenance()?;
    let mut rate = |(end, pounds): (&str, Option<i64>)| {
        let name = format!("{}, UK day rate, {end}", seniority.name());
        Some(figure(name, pounds_of(row, pounds?)?, Unit::ADay, &provenance, figures))
    };
    let (low, typical, high) = (rate(low), rate(typical), rate(high));
    let anchors = Anchors { low: low?, typical: typical?, high: high? };
    row.checked(anchors, anchors.check())
}

fn multipliers(row: &Row, location: Location, figures: &mut Figures) -> Option<Multipliers> {
    let [salary, day_rate] = ["salary", "day-rate"].map(|key| row.decimal(key, 4));
    let provenance = row.provenance()?;
    let mut factor = |number: Option<i64>, pay: &str| {
        let points = BasisPoints(i32::try_from(number?).unwrap_or(i32::MAX));
        let value = Shown::Number(points.0.into(), Unit::Times);
        figures.push(listed(format!("{}, on {pay}", location.name()), value, &provenance, None));
        Some(points)
    };
    let (salary, day_rate) = (factor(salary, "salaries"), factor(day_rate, "day rates"));
    let multipliers = Multipliers { salary: salary?, day_rate: day_rate?, mark: provenance.mark };
    row.checked(multipliers, multipliers.check())
}

fn specialism(row: &Row, figures: &mut Figures) -> Option<Specialism> {
    if !is_slug(&row.name) {
        row.fault("needs a name of lower-case letters, digits and hyphens in the brackets");
    }
    let (name, short, role) = (row.text("name"), row.optional_text("short"), row.text("role"));
    let points = |key| {
        row.whole(key)
            .map(|percent| BasisPoints(i32::try_from(percent.saturating_mul(100)).unwrap_or(i32::MAX)))
    };
    let (low, typical, high) = (points("low"), points("typical"), points("high"));
    let provenance = row.provenance()?;
    let name = keep(name?);
    let specialism = Specialism {
        slug: keep(row.name.clone()),
        name,
        short: short.ok()?.map_or(name, keep),
        role: keep(role?),
        low: low?,
        typical: typical?,
        high: high?,
        mark: provenance.mark,
    };
    let Specialism { low, typical, high, .. } = specialism;
    let value = Shown::Uplift(typical.0.into(), (low.0.into(), high.0.into()));
    figures.push(listed(format!("{name}, on salaries"), value, &provenance, None));
    row.checked(specialism, specialism.check())
}

/// A published band, with its provenance in the list of figures.
fn published<P: Copy>(
    row: &Row,
    name: String,
    unit: Unit,
    figures: &mut Figures,
) -> Option<PublishedBand<P>> {
    let (low, high, open_ended) = (row.whole("low"), row.optional_whole("high"), row.flag("open-ended"));
    let provenance = row.published();
    let high = match high.ok()? {
        Some(high) => Some(pounds_of(row, high)?),
        None => None,
    };
    let band = PublishedBand { low: pounds_of(row, low?)?, high, open_ended: open_ended? };
    let value = Shown::Range(band.low.pence(), band.high.map(Money::pence), band.open_ended, unit);
    figures.push(listed(name, value, &provenance?, None));
    row.checked(band, band.check())
}

fn also_published(row: &Row) -> Option<AlsoPublished> {
    let (what, reading) = (row.text("what"), row.text("reading"));
    let (low, high, source) = (row.whole("low"), row.optional_whole("high"), row.published());
    let low = pounds_of::<Year>(row, low?)?;
    let high = match high.ok()? {
        Some(high) => Some(pounds_of(row, high)?),
        None => None,
    };
    let band = PublishedBand { low, high, open_ended: high.is_none() };
    let what = what?;
    if let Err(fault) = band.check() {
        row.reader.fault(row.file, &what, fault);
        return None;
    }
    source?;
    Some(AlsoPublished { what, low: low.pence(), high: high.map(Money::pence), reading: reading? })
}

fn figure<P: Copy>(
    name: String,
    value: Money<P>,
    unit: Unit,
    provenance: &Provenance,
    figures: &mut Figures,
) -> Figure<Money<P>> {
    figures.push(listed(name, Shown::Number(value.pence(), unit), provenance, None));
    Figure { value, mark: provenance.mark, why: keep(provenance.why.clone()) }
}

/// An amount in whole pounds. One too large for the type breaks the same rule as one too large for the domain.
fn pounds_of<P: Copy>(row: &Row, pounds: i64) -> Option<Money<P>> {
    let money = i32::try_from(pounds).ok().map(Money::from_pounds);
    if money.is_none() {
        row.fault(Fault::Amount);
    }
    money
}
