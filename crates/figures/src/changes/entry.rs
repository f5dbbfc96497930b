//! Turns a folder into entries with keys, so that two versions can be compared as text.

use std::collections::BTreeMap;

use salary_domain::choice::Seniority;
use salary_domain::figures::Agency;
use salary_domain::listing::{AlsoPublished, Listed, ListedDiscipline, ListedTaxYear, Shown, Source};
use salary_domain::market::Discipline;
use salary_domain::record::Unit;

use super::words::shown;

/// A figure or a text of a folder.
#[derive(Clone, Default)]
pub struct Entry {
    /// The key that two versions of an entry share.
    key: String,
    /// The kind of row, if worth naming: "specialism".
    kind: &'static str,
    /// Its name in the listing.
    name: String,
    value: String,
    /// The words after a value: " a day".
    unit: &'static str,
    /// Further texts by name, such as its source.
    details: Vec<(&'static str, String)>,
}

impl Entry {
    /// An entry that is only a text.
    fn text(name: &str, text: &str) -> Self {
        Self { key: name.to_owned(), name: name.to_owned(), value: quoted(text), ..Self::default() }
    }

    fn named(&self, what: &str) -> String {
        let kind = if self.kind.is_empty() { String::new() } else { format!(" {}", self.kind) };
        format!("{what}{kind}: {}: {}{}", self.name, self.value, self.unit)
    }

    /// The lines that describe the changes from this entry to its next version.
    fn changes(&self, next: &Self) -> Vec<String> {
        let mut lines = Vec::new();
        if (&self.value, self.unit) != (&next.value, next.unit) {
            let was_in = if self.unit == next.unit { "" } else { self.unit };
            lines.push(format!("{}: {}{was_in} → {}{}", next.name, self.value, next.value, next.unit));
        }
        for (detail, is) in &next.details {
            let was = self.details.iter().find(|(name, _)| name == detail).map_or("", |(_, was)| was);
            if was != is {
                lines.push(format!("{}, {detail}: {} → {}", next.name, quoted(was), quoted(is)));
            }
        }
        lines
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "none".to_owned() } else { format!("“{text}”") }
}

/// The lines that describe the changes between two lists of entries. Entries with the same key are compared in order.
pub fn compared(before: &[Entry], after: &[Entry]) -> Vec<String> {
    let mut left: Vec<_> = before.iter().collect();
    let mut lines = Vec::new();
    for entry in after {
        match left.iter().position(|was| was.key == entry.key) {
            Some(index) => lines.extend(left.remove(index).changes(entry)),
            None => lines.push(entry.named("Added")),
        }
    }
    lines.extend(left.into_iter().map(|entry| entry.named("Removed")));
    lines
}

/// The new name of each renamed source, by its old name. Sources have no keys in the listing, so one counts as renamed
/// if both names have the same position in the file.
pub struct Renamed(BTreeMap<String, String>);

impl Renamed {
    pub fn between(before: &[Source], after: &[Source]) -> Self {
        let has = |sources: &[Source], name: &str| sources.iter().any(|source| source.name == name);
        let pairs = before.iter().zip(after).filter(|(was, is)| {
            before.len() == after.len() && !has(after, &was.name) && !has(before, &is.name)
        });
        Self(pairs.map(|(was, is)| (was.name.clone(), is.name.clone())).collect())
    }

    /// The current name of a source.
    pub fn now<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// Replaces old names in entries by new ones, so that a new name is reported once and not with every figure.
    pub fn applied(&self, mut entries: Vec<Entry>) -> Vec<Entry> {
        for (detail, text) in entries.iter_mut().flat_map(|entry| &mut entry.details) {
            if ["source", "evidence"].contains(detail) {
                *text = self.now(text).to_owned();
            }
        }
        entries
    }
}

/// A source under a key that both versions share.
pub fn source(source: &Source, key: &str) -> Entry {
    let Source { name, title, publisher, date, link } = source;
    let link = link.clone().unwrap_or_default();
    let details = vec![("name", name.clone()), ("publisher", publisher.clone()), ("date", date.clone())];
    Entry {
        key: key.to_owned(),
        name: name.clone(),
        value: quoted(title),
        details: details.into_iter().chain([("link", link)]).collect(),
        ..Entry::default()
    }
}

/// The agency with its links.
pub fn agency(agency: &Agency) -> Vec<Entry> {
    let Agency { name, site, contact, salary_guide, jobs, logo, company_line } = *agency;
    let texts = [
        ("Name", Some(name)),
        ("Site", Some(site)),
        ("Contact page", contact),
        ("Salary guide", salary_guide),
        ("Jobs", jobs),
        ("Logo", logo),
        ("Company line", company_line),
    ];
    texts.map(|(name, text)| Entry::text(name, text.unwrap_or_default())).to_vec()
}

/// Figures as they are listed.
pub fn figures(figures: &[Listed]) -> Vec<Entry> {
    figures.iter().map(entry).collect()
}

fn entry(figure: &Listed) -> Entry {
    let Listed { name, value, mark, source, evidence, why, link } = figure;
    let (value, unit) = shown(*value);
    let evidence = evidence.as_ref().map(|evidence| evidence.name.clone()).unwrap_or_default();
    let details = vec![
        ("mark", mark.slug().to_owned()),
        ("source", source.name.clone()),
        ("evidence", evidence),
        ("why", why.clone()),
        ("link", link.clone().unwrap_or_default()),
    ];
    Entry { key: name.clone(), name: name.clone(), value, unit, details, ..Entry::default() }
}

/// A discipline: its texts, its figures and the figures that disagree with them.
pub fn discipline(discipline: &Discipline, listed: &ListedDiscipline) -> Vec<Entry> {
    let mut entries = vec![Entry::text("Name", discipline.name), Entry::text("Edition", discipline.edition)];
    entries.extend(Seniority::ALL.iter().map(|&seniority| {
        let name = format!("{}, work", seniority.name());
        Entry::text(&name, discipline.levels.get(seniority).work)
    }));
    // The listing has no slugs, but the figures of the specialisms come last in it.
    let others = listed.figures.len().saturating_sub(discipline.specialisms.len());
    let (others, specialisms) = listed.figures.split_at(others);
    entries.extend(others.iter().map(entry));
    entries.extend(specialisms.iter().zip(discipline.specialisms).map(|(figure, specialism)| {
        let mut entry = entry(figure);
        entry.kind = "specialism";
        entry.key = format!("specialism {}", specialism.slug);
        let texts = [("name", specialism.name), ("short", specialism.short), ("role", specialism.role)];
        entry.details.extend(texts.map(|(name, text)| (name, text.to_owned())));
        entry
    }));
    entries.extend(listed.also_published.iter().map(|figure| {
        let AlsoPublished { what, low, high, reading } = figure;
        let (value, unit) = shown(Shown::Range(*low, *high, false, Unit::AYear));
        let name = format!("Also published, {what}");
        let details = vec![("reading", reading.clone())];
        Entry { key: name.clone(), name, value, unit, details, ..Entry::default() }
    }));
    entries
}

/// A tax year.
pub fn tax_year(year: &ListedTaxYear) -> Vec<Entry> {
    let date = year.checked_on;
    let date = format!("{}-{:02}-{:02}", date.year, date.month, date.day);
    let texts = [Entry::text("Checked on", &date), Entry::text("Unchecked", &year.unchecked)];
    texts.into_iter().chain(figures(&year.figures)).collect()
}
