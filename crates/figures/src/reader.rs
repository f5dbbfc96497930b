//! Reads a folder file by file, and collects every fault.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use salary_domain::figures::{Agency, Assumptions, Figures};
use salary_domain::listing::{Listed, Listing, Shown, Source};
use salary_domain::market::Fault;
use salary_domain::money::BillableDays;
use salary_domain::offer::ContractTerms;
use salary_domain::record::{Record, Section, Unit};
use toml::de::DeTable;

use crate::Read;
use crate::folder::{Folder, MARKET, TAX};
use crate::row::{Row, listed};

const AGENCY: &str = "agency.toml";
const ASSUMPTIONS: &str = "assumptions.toml";
const SOURCES: &str = "sources.toml";

/// Reads a folder.
pub struct Reader<'a> {
    folder: &'a Folder,
    faults: RefCell<Vec<String>>,
    /// The sources by key; `None` if their file cannot be read.
    sources: RefCell<Option<Vec<(String, Source)>>>,
    used: RefCell<BTreeSet<String>>,
    /// Whether every file could be read as TOML.
    complete: Cell<bool>,
}

impl<'a> Reader<'a> {
    pub fn of(folder: &'a Folder) -> Self {
        Self {
            folder,
            faults: RefCell::default(),
            sources: RefCell::default(),
            used: RefCell::default(),
            complete: Cell::new(true),
        }
    }

    pub fn read(self) -> Result<Read, Vec<String>> {
        // Reading goes on after a fault, so that one report has them all.
        *self.sources.borrow_mut() = self.read_sources();
        let agency = self.sheet(AGENCY, |row| agency(&row));
        let disciplines: Vec<_> =
            self.folder.disciplines().iter().map(|slug| self.discipline(slug)).collect();
        if disciplines.is_empty() {
            self.fault(MARKET, "folder", Fault::NoDiscipline);
        }
        let mut assumed = Vec::new();
        let assumptions = self.sheet(ASSUMPTIONS, |row| {
            let mut section = Assumed { row: &row, listed: &mut assumed };
            Assumptions::read(&mut section)
        });
        let years = self.folder.tax_years();
        let years: Vec<_> = years.iter().map(|file| self.tax_year(file)).collect();
        if years.is_empty() {
            self.fault(TAX, "folder", Fault::NoTaxYear);
        }
        let used = self.used.borrow().clone();
        // A file that cannot be read may use any of the sources.
        let is_unused = |name: &String| self.complete.get() && !used.contains(name);
        let sources = self.sources.take().unwrap_or_default();
        for (name, _) in sources.iter().filter(|(name, _)| is_unused(name)) {
            self.fault(SOURCES, name, "is used by no figure");
        }
        for file in self.folder.files.keys().filter(|file| !is_known(file)) {
            self.fault(file, "file", "does not belong in a folder of figures");
        }
        let listed = sources.into_iter().map(|(_, source)| source).collect();
        let parts = (agency, all(disciplines), assumptions, all(years));
        let faults = self.faults.into_inner();
        match parts {
            (Some(agency), Some(disciplines), Some(assumptions), Some(years)) if faults.is_empty() => {
                let (disciplines, listed_disciplines): (Vec<_>, Vec<_>) = disciplines.into_iter().unzip();
                let (tax_years, listed_years): (Vec<_>, Vec<_>) = years.into_iter().unzip();
                let figures = Figures {
                    agency,
                    disciplines: disciplines.leak(),
                    assumptions,
                    tax_years: tax_years.leak(),
                };
                let listing = Listing {
                    sources: listed,
                    disciplines: listed_disciplines,
                    assumptions: assumed,
                    tax_years: listed_years,
                };
                Ok(Read { figures, listing })
            }
            _ => Err(faults),
        }
    }

    /// Reads a file with a function that takes the whole file as a row.
    pub fn sheet<T>(&self, file: &str, read: impl FnOnce(Row) -> Option<T>) -> Option<T> {
        let Some(text) = self.folder.files.get(file) else {
            self.complete.set(false);
            self.fault(file, "file", "is missing");
            return None;
        };
        match DeTable::parse(text) {
            Ok(table) => read(Row::new(self, file, "file", table.get_ref())),
            Err(error) => {
                self.complete.set(false);
                let at = error.span().map_or(0, |span| span.start);
                let line = self.line(file, at);
                self.fault(
                    file,
                    &section_before(text, at),
                    format_args!("is not TOML in line {line}: {}", error.message()),
                );
                None
            }
        }
    }

    /// The line number of an offset in a file, from one.
    pub fn line(&self, file: &str, offset: usize) -> usize {
        let text = self.folder.files.get(file).and_then(|text| text.get(..offset)).unwrap_or_default();
        text.matches('\n').count() + 1
    }

    /// Reports a rule that a row of a file breaks.
    pub fn fault(&self, file: &str, row: &str, rule: impl Display) {
        let fault = format!("{}/{file}: [{row}] {rule}", self.folder.name);
        let mut faults = self.faults.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    /// Looks up a source by its key, and records that it is used.
    pub fn source(&self, file: &str, row: &str, name: &str) -> Option<Source> {
        self.used.borrow_mut().insert(name.to_owned());
        let sources = self.sources.borrow();
        let source = sources.as_ref()?.iter().find(|(known, _)| known == name);
        if source.is_none() {
            self.fault(file, row, format_args!("names the source {name:?}, which {SOURCES} does not have"));
        }
        source.map(|(_, source)| source.clone())
    }

    fn read_sources(&self) -> Option<Vec<(String, Source)>> {
        let mut names = BTreeMap::new();
        let read = |row: &Row| {
            let (name, title) = (row.text("name"), row.text("title"));
            let (publisher, date, link) = (row.text("publisher"), row.text("date"), row.link("link"));
            Some(Source { name: name?, title: title?, publisher: publisher?, date: date?, link: link.ok()? })
        };
        self.sheet(SOURCES, |file| {
            let mut sources = Vec::new();
            for key in file.keys() {
                let row = file.named_row(key, key);
                // A broken source still exists, so the figures that use it are not reported as well.
                let source = row.as_ref().and_then(read).unwrap_or_default();
                if !source.name.is_empty()
                    && let Some(other) = names.insert(source.name.clone(), key.to_owned())
                {
                    let rule =
                        format_args!("needs a name of its own: [{other}] is called {:?} too", source.name);
                    self.fault(SOURCES, key, rule);
                }
                sources.push((key.to_owned(), source));
            }
            Some(sources)
        })
    }
}

/// The last section that begins before an offset in a file.
fn section_before(text: &str, offset: usize) -> String {
    let end = text.get(offset..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| offset + end);
    let before = text.get(..end).unwrap_or(text);
    let head = before.lines().rev().find(|line| line.starts_with('['));
    let name = head.and_then(|head| head.trim_start_matches('[').split([']', '#']).next());
    name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or("file").to_owned()
}

/// Whether a file belongs in a folder of figures.
fn is_known(file: &str) -> bool {
    const SHEETS: [&str; 6] = [
        "discipline.toml",
        "bands.toml",
        "day-rates.toml",
        "locations.toml",
        "specialisms.toml",
        "also-published.toml",
    ];
    match file.split('/').collect::<Vec<_>>().as_slice() {
        [file] => [AGENCY, ASSUMPTIONS, SOURCES].contains(file),
        [TAX, _] => true,
        [MARKET, _, sheet] => SHEETS.contains(sheet),
        _ => false,
    }
}

/// The values; `None` if one is missing.
fn all<T>(parts: Vec<Option<T>>) -> Option<Vec<T>> {
    parts.into_iter().collect()
}

/// Leaks a text, because the domain's texts live as long as the program that reads them.
pub fn keep(text: String) -> &'static str {
    text.leak()
}

fn agency(row: &Row) -> Option<Agency> {
    let name = row.text("name");
    let site = row.link("site");
    if site == Ok(None) {
        row.fault("needs site");
    }
    let [contact, salary_guide, jobs, logo] =
        ["contact", "salary-guide", "jobs", "logo"].map(|key| row.link(key).ok().map(|link| link.map(keep)));
    let company_line = row.optional_text("company-line").ok();
    Some(Agency {
        name: keep(name?),
        site: keep(site.ok()??),
        contact: contact?,
        salary_guide: salary_guide?,
        jobs: jobs?,
        logo: logo?,
        company_line: company_line?.map(keep),
    })
}

/// The assumptions, one row for each.
struct Assumed<'r, 'a> {
    row: &'r Row<'a>,
    listed: &'r mut Vec<Listed>,
}

impl Section for Assumed<'_, '_> {
    fn has(&self, field: &str) -> bool {
        self.row.has(&hyphened(field))
    }

    fn number(&mut self, field: &'static str, name: &'static str, unit: Unit) -> Option<i64> {
        let field = hyphened(field);
        let row = self.row.named_row(&field, &field)?;
        let (value, said, provenance) = (row.whole("value"), row.text("unit"), row.provenance());
        let (expected, scale, range) = match unit {
            Unit::AYear => ("pounds a year", 100, 0..=ContractTerms::MOST_EXPENSES),
            Unit::AWeek => ("pounds a week", 100, 0..=ContractTerms::MOST_UMBRELLA_MARGIN),
            Unit::ADay => ("pounds a day", 100, 0..=20_000),
            Unit::Percent => ("per cent", 100, 0..=100),
            Unit::Times => ("times", 10_000, 0..=2),
            Unit::Days => {
                ("billable days a year", 1, i64::from(BillableDays::LEAST)..=i64::from(BillableDays::MOST))
            }
        };
        if said.as_ref().is_some_and(|said| said != expected) {
            row.fault(format_args!("needs the unit {expected:?}, not {:?}", said.unwrap_or_default()));
            return None;
        }
        let value = value?;
        if !range.contains(&value) {
            row.fault(format_args!("needs a value from {} to {}", range.start(), range.end()));
            return None;
        }
        let number = value * scale;
        let (provenance, value) = (provenance?, Shown::Number(number, unit));
        self.listed.push(listed(name.to_owned(), value, &provenance, None));
        Some(number)
    }
}

/// The name of a record's field in a data file.
pub fn hyphened(field: &str) -> String {
    field.replace('_', "-")
}
