//! Reads the file of a tax year.

use salary_domain::choice::ByTaxRegion;
use salary_domain::figure::Mark;
use salary_domain::listing::{Listed, ListedTaxYear, Shown};
use salary_domain::money::{BasisPoints, Money, Year};
use salary_domain::record::{Field, Record, Section, Unit};
use salary_domain::tax::rules::{TaxBand, TaxFault, TaxRules, check_bands};
use salary_domain::tax_year::{Date, TaxYear};

use crate::folder::TAX;
use crate::reader::{Reader, hyphened, keep};
use crate::row::{Provenance, Row, listed};

/// The lowest band whose upper end rises with contributions under relief at source.
const LIFTED_FROM: &str = "basic";

/// A rate above 100%, in hundredths of a per cent.
const MORE_THAN_ALL: i64 = BasisPoints::ONE as i64 + 1;

impl Reader<'_> {
    /// Reads the file of a tax year, which is named after the year.
    pub fn tax_year(&self, file: &str) -> Option<(TaxRules, ListedTaxYear)> {
        let name = file.strip_prefix(TAX).unwrap_or(file).trim_start_matches('/').trim_end_matches(".toml");
        let starts = name.split_once('-').and_then(|(starts, _)| starts.parse().ok());
        let year = starts.map(TaxYear::starting).filter(|year| year.to_string() == name);
        if year.is_none() {
            self.fault(file, "file", "needs a name such as 2026-27.toml");
        }
        self.sheet(file, |row| {
            let checked_on = date(&row);
            let unchecked = row.optional_text("unchecked");
            let mut listed = Vec::new();
            let mut tax = Charge::of(&row, "income-tax");
            let income_tax = tax.as_mut().and_then(|tax| tax.record(&mut listed));
            let bands = tax.as_mut().map(|tax| ByTaxRegion {
                rest_of_uk: tax.bands("rest-of-uk", "Rest of the UK", &mut listed),
                scotland: tax.bands("scotland", "Scotland", &mut listed),
            });
            let dividends = Charge::of(&row, "dividends").and_then(|mut charge| charge.record(&mut listed));
            let national_insurance =
                Charge::of(&row, "national-insurance").and_then(|mut charge| charge.record(&mut listed));
            let corporation_tax =
                Charge::of(&row, "corporation-tax").and_then(|mut charge| charge.record(&mut listed));
            let student_loans =
                Charge::of(&row, "student-loans").and_then(|mut charge| charge.record(&mut listed));
            let rules = TaxRules {
                year: year?,
                slug: keep(name.to_owned()),
                income_tax: income_tax?,
                bands: bands?.complete()?,
                dividends: dividends?,
                national_insurance: national_insurance?,
                corporation_tax: corporation_tax?,
                student_loans: student_loans?,
            };
            self.check(file, &rules);
            let unchecked = unchecked.ok()?.unwrap_or_default();
            Some((
                rules,
                ListedTaxYear { year: rules.year, checked_on: checked_on?, unchecked, figures: listed },
            ))
        })
    }

    /// Checks each section separately, so that a message can name it.
    fn check(&self, file: &str, rules: &TaxRules) {
        let sections: [(&str, Result<(), TaxFault>); 6] = [
            ("income-tax", rules.income_tax.check()),
            ("income-tax", check_bands(&rules.bands)),
            ("dividends", rules.dividends.check()),
            ("national-insurance", rules.national_insurance.check()),
            ("corporation-tax", rules.corporation_tax.check()),
            ("student-loans", rules.student_loans.check(&rules.national_insurance)),
        ];
        for (section, check) in sections {
            if let Err(fault) = check {
                self.fault(file, section, fault);
            }
        }
    }
}

fn date(row: &Row) -> Option<Date> {
    let text = row.text("checked-on")?;
    let numbers: Option<Vec<u16>> = text.split('-').map(|part| part.parse().ok()).collect();
    let date = match numbers.as_deref() {
        Some(&[year, month @ 1..=12, day @ 1..=31]) => {
            u8::try_from(month).ok().zip(u8::try_from(day).ok()).map(|(month, day)| Date { year, month, day })
        }
        _ => None,
    };
    if date.is_none() {
        row.reader.fault(
            row.file,
            "checked-on",
            format_args!("needs a day such as 2026-11-23, not {text:?}"),
        );
    }
    date
}

/// A section of the file: a charge whose figures share a source, unless they name their own.
struct Charge<'a> {
    row: Row<'a>,
    /// The key of that source; `None` if it is missing, which is reported once.
    source: Option<String>,
}

impl<'a> Charge<'a> {
    fn of(file: &Row<'a>, name: &str) -> Option<Self> {
        let row = file.named_row(name, name)?;
        let source = row.text("source");
        Some(Self { row, source })
    }

    /// Reads the section's record.
    fn record<R: Record>(&mut self, listed: &mut Vec<Listed>) -> Option<R> {
        R::read(&mut Charged { row: &self.row, source: self.source.as_deref(), prefix: "", listed })
    }

    fn bands(&self, key: &str, region: &str, figures: &mut Vec<Listed>) -> Option<&'static [TaxBand]> {
        let section = format!("{}.{key}", self.row.name);
        let rows = self.row.rows(key, &section);
        let names: Vec<_> = rows.iter().map(|row| row.text("name").unwrap_or_default()).collect();
        if !names.iter().any(|name| name == LIFTED_FROM) {
            self.row.reader.fault(
                self.row.file,
                &section,
                format_args!("needs a band named {LIFTED_FROM:?}"),
            );
        }
        let mut lifted = false;
        let bands = rows.iter().zip(names).map(|(row, name)| {
            lifted |= name == LIFTED_FROM;
            let prefix = format!("Income tax, {region}, {name} ");
            let source = self.source.as_deref();
            let mut charged = Charged { row, source, prefix: &prefix, listed: figures };
            let rate = BasisPoints::read(&mut charged, "rate", "rate");
            let to = Option::<Money<Year>>::read(&mut charged, "to", "band, taxable pay up to");
            Some(TaxBand { name: keep(name), rate: rate?, to: to?, lifted })
        });
        bands.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>().map(|bands| &*bands.leak())
    }
}

/// Figures with the law that sets them.
struct Charged<'r, 'a> {
    row: &'r Row<'a>,
    source: Option<&'r str>,
    /// A prefix for the name that each figure is listed under.
    prefix: &'r str,
    listed: &'r mut Vec<Listed>,
}

impl Section for Charged<'_, '_> {
    fn has(&self, field: &str) -> bool {
        self.row.has(&hyphened(field))
    }

    fn number(&mut self, field: &'static str, name: &'static str, unit: Unit) -> Option<i64> {
        let key = hyphened(field);
        if !self.row.has(&key) {
            self.row.fault(format_args!("needs {key}"));
            return None;
        }
        let figure = self.row.row(&key)?;
        let number = match unit {
            // Keeps a rate that is out of range out of range, for the domain to reject.
            Unit::Percent => figure.decimal("percent", 2).map(|rate| rate.clamp(-1, MORE_THAN_ALL)),
            _ => figure.whole("pounds").map(|pounds| pounds.saturating_mul(100)),
        };
        let law = figure.optional_text("law");
        if law == Ok(None) {
            figure.fault("needs the law of every figure");
        }
        let link = figure.link("link");
        let source = if figure.has("source") {
            figure.source("source")
        } else {
            self.source.and_then(|source| self.row.reader.source(self.row.file, &self.row.name, source))
        };
        let provenance =
            Provenance { mark: Mark::Statutory, source: source?, evidence: None, why: law.ok()?? };
        let value = Shown::Number(number?, unit);
        self.listed.push(listed(format!("{}{name}", self.prefix), value, &provenance, link.ok()?));
        number
    }
}
