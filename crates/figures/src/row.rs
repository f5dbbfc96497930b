//! A row of a data file: a table of keys and values that records which keys have been read. A key that is never read is
//! a fault, so a typo cannot go unnoticed.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Display;

use salary_domain::figure::Mark;
use salary_domain::listing::{Listed, Shown, Source};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::reader::Reader;

/// The provenance of a figure.
#[derive(Clone, Debug)]
pub struct Provenance {
    pub mark: Mark,
    pub source: Source,
    pub evidence: Option<Source>,
    pub why: String,
}

/// A fault that has been reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported;

/// A table of a data file, or the whole file.
pub struct Row<'a> {
    pub reader: &'a Reader<'a>,
    pub file: &'a str,
    /// The name of the row in messages.
    pub name: String,
    table: &'a DeTable<'a>,
    read: RefCell<BTreeSet<String>>,
}

impl<'a> Row<'a> {
    pub fn new(reader: &'a Reader<'a>, file: &'a str, name: &str, table: &'a DeTable<'a>) -> Self {
        Self { reader, file, name: name.to_owned(), table, read: RefCell::default() }
    }

    /// Reports a rule that the row breaks.
    pub fn fault(&self, rule: impl Display) {
        self.reader.fault(self.file, &self.name, rule);
    }

    /// Returns the row, or reports the rule that a check found broken.
    pub fn checked<T>(&self, row: T, check: Result<(), impl Display>) -> Option<T> {
        check.map_err(|fault| self.fault(fault)).ok().map(|()| row)
    }

    /// The keys of the row, in the order of the file.
    pub fn keys(&self) -> Vec<&'a str> {
        self.table.keys().map(|key| key.get_ref().as_ref()).collect()
    }

    /// Whether the row has a key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn get(&self, key: &str) -> Option<&'a DeValue<'a>> {
        self.read.borrow_mut().insert(key.to_owned());
        self.table.get(key).map(Spanned::get_ref)
    }

    fn needed(&self, key: &str) -> Option<&'a DeValue<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.fault(format_args!("needs {key}"));
        }
        value
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<String> {
        self.as_text(key, self.needed(key)?)
    }

    /// A text that may be omitted.
    pub fn optional_text(&self, key: &str) -> Result<Option<String>, Reported> {
        self.get(key).map(|value| self.as_text(key, value).ok_or(Reported)).transpose()
    }

    fn as_text(&self, key: &str, value: &DeValue) -> Option<String> {
        match value {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => {
                self.fault(format_args!("needs {key} to be a text that is not empty"));
                None
            }
        }
    }

    /// An https address that may be omitted.
    pub fn link(&self, key: &str) -> Result<Option<String>, Reported> {
        match self.optional_text(key)? {
            Some(link) if !is_address(&link) => {
                self.fault(format_args!("needs {key} to be an https address, not {link:?}"));
                Err(Reported)
            }
            link => Ok(link),
        }
    }

    /// Whether a flag is set; an omitted flag is not.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.get(key) {
            None => Some(false),
            Some(DeValue::Boolean(flag)) => Some(*flag),
            Some(_) => {
                self.fault(format_args!("needs {key} to be true or false"));
                None
            }
        }
    }

    /// A whole number.
    pub fn whole(&self, key: &str) -> Option<i64> {
        self.decimal(key, 0)
    }

    /// A whole number that may be omitted.
    pub fn optional_whole(&self, key: &str) -> Result<Option<i64>, Reported> {
        self.has(key).then(|| self.whole(key).ok_or(Reported)).transpose()
    }

    /// A number times ten to the power of `decimals`, which is the most decimals it may have.
    pub fn decimal(&self, key: &str, decimals: usize) -> Option<i64> {
        let text = match self.needed(key)? {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.fault(format_args!("needs {key} to be a number"));
                return None;
            }
        };
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let rest = rest.trim_end_matches('0');
        let number =
            (rest.len() <= decimals).then(|| format!("{whole}{rest:0<decimals$}").parse().ok()).flatten();
        if number.is_none() {
            let step = if decimals == 0 { "1".to_owned() } else { format!("0.{:0>decimals$}", 1) };
            self.fault(format_args!("needs {key} in steps of {step}, not {text}"));
        }
        number
    }

    /// A row inside the row.
    pub fn row(&self, key: &str) -> Option<Row<'a>> {
        self.needed(key)?;
        self.named_row(key, &self.name)
    }

    /// A row inside the row, with a name of its own in messages.
    pub fn named_row(&self, key: &str, name: &str) -> Option<Row<'a>> {
        match self.get(key) {
            Some(DeValue::Table(table)) => Some(Row::new(self.reader, self.file, name, table)),
            Some(_) => {
                self.fault(format_args!("needs {key} to be a table"));
                None
            }
            None => {
                self.reader.fault(self.file, name, "is missing");
                None
            }
        }
    }

    /// The rows of a list; none if the list is omitted.
    pub fn rows(&self, key: &str, name: &str) -> Vec<Row<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value else {
            self.fault(format_args!("needs {key} to be a list of rows"));
            return Vec::new();
        };
        let tables = list.iter().filter_map(|entry| {
            if let DeValue::Table(table) = entry.get_ref() {
                return Some(table);
            }
            self.fault(format_args!("needs {key} to be a list of rows"));
            None
        });
        tables.map(|table| Row::new(self.reader, self.file, name, table)).collect()
    }

    /// Mark, source, evidence and why.
    pub fn provenance(&self) -> Option<Provenance> {
        let mark = self.text("mark").and_then(|slug| {
            let mark = Mark::from_slug(&slug);
            if mark.is_none() {
                let rule = "use published, statistic, statutory or modelled";
                self.fault(format_args!("has an unknown mark, {slug:?}: {rule}"));
            }
            mark
        });
        let why = self.optional_text("why");
        if mark == Some(Mark::Modelled) && why == Ok(None) {
            self.fault("needs a why, because it is modelled");
        }
        let source = self.source("source");
        let evidence = self.has("evidence").then(|| self.source("evidence").ok_or(Reported)).transpose();
        let (evidence, why) = (evidence.ok()?, why.ok()?.unwrap_or_default());
        Some(Provenance { mark: mark?, source: source?, evidence, why })
    }

    /// The provenance of a published figure.
    pub fn published(&self) -> Option<Provenance> {
        let source = self.source("source")?;
        Some(Provenance { mark: Mark::Published, source, evidence: None, why: String::new() })
    }

    /// A source by its key.
    pub fn source(&self, key: &str) -> Option<Source> {
        let name = self.text(key)?;
        self.reader.source(self.file, &self.name, &name)
    }
}

/// Reports the keys that were never read as unknown.
impl Drop for Row<'_> {
    fn drop(&mut self) {
        for (key, _) in self.table {
            if !self.read.borrow().contains(key.get_ref().as_ref()) {
                let line = self.reader.line(self.file, key.span().start);
                self.fault(format_args!("has the unknown key {:?} in line {line}", key.get_ref()));
            }
        }
    }
}

/// Whether a text is an https address that can be written into a page unescaped.
fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
    host.contains('.')
        && host.chars().all(is_host)
        && rest.chars().all(|c| c.is_ascii_graphic() && !"\"'<>`\\".contains(c))
}

/// A listed figure.
pub fn listed(name: String, value: Shown, provenance: &Provenance, link: Option<String>) -> Listed {
    let Provenance { mark, source, evidence, why } = provenance.clone();
    Listed { name, value, mark, source, evidence, why, link }
}
