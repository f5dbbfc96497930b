//! From the domain's types to the Rust code of their constants.

use crate::domain::figure::{Figure, Provenance, Source};
use crate::domain::market::{AlsoPublished, Anchors, Multipliers, PublishedBand, SalaryRow, Uplift};
use crate::domain::money::{BillableDays, Factor, Money};
use crate::read::Figures;
use crate::write_tax;

/// The code of the constants `SOURCES`, `MARKET`, `ASSUMPTIONS` and `TAX_RULES`.
pub fn write(figures: &Figures) -> String {
    let Figures { sources, market, assumptions, tax_rules } = figures;
    let w = Writer { sources };
    let (s, d, p) = (&market.salaries, &market.day_rates, &market.specialisms);
    let rows = [
        ("discipline", format!("{:?}", market.discipline)),
        ("edition", format!("{:?}", market.edition)),
        (
            "salaries",
            table(
                "BySeniority",
                &[
                    ("junior", w.salary(&s.junior)),
                    ("mid", w.salary(&s.mid)),
                    ("senior", w.salary(&s.senior)),
                    ("lead", w.salary(&s.lead)),
                ],
            ),
        ),
        ("published_day_rate", w.published(&market.published_day_rate)),
        (
            "day_rates",
            table(
                "BySeniority",
                &[
                    ("junior", w.anchors(&d.junior)),
                    ("mid", w.anchors(&d.mid)),
                    ("senior", w.anchors(&d.senior)),
                    ("lead", w.anchors(&d.lead)),
                ],
            ),
        ),
        (
            "locations",
            table(
                "ByLocation",
                &[
                    ("london", w.multipliers(&market.locations.london)),
                    ("regional", w.multipliers(&market.locations.regional)),
                ],
            ),
        ),
        (
            "specialisms",
            table(
                "BySpecialism",
                &[
                    ("generalist", w.uplift(&p.generalist)),
                    ("deep_learning", w.uplift(&p.deep_learning)),
                    ("nlp", w.uplift(&p.nlp)),
                    ("computer_vision", w.uplift(&p.computer_vision)),
                    ("mlops", w.uplift(&p.mlops)),
                ],
            ),
        ),
        (
            "#[cfg(not(target_arch = \"wasm32\"))] also_published",
            list(market.also_published.iter().map(|other| w.also_published(other))),
        ),
    ];
    let assumed = [
        ("days", w.days(&assumptions.days)),
        ("days_in_a_slow_year", w.days(&assumptions.days_in_a_slow_year)),
        ("days_for_a_lender", w.days(&assumptions.days_for_a_lender)),
        ("umbrella_margin", w.amount(&assumptions.umbrella_margin)),
        ("expenses", w.amount(&assumptions.expenses)),
    ];
    [
        sources.iter().enumerate().map(|(index, source)| self::source(index, source)).collect(),
        format!(
            "/// Every source of a figure.\npub static SOURCES: &[&Source] = {};\n",
            list(sources.iter().map(|source| w.source(source)))
        ),
        format!("/// What the market pays.\npub static MARKET: Market = {};\n", table("Market", &rows)),
        format!(
            "/// What is assumed.\npub static ASSUMPTIONS: Assumptions = {};\n",
            table("Assumptions", &assumed)
        ),
        write_tax::write(&w, tax_rules),
    ]
    .concat()
}

pub struct Writer<'a> {
    sources: &'a [&'static Source],
}

impl Writer<'_> {
    fn salary(&self, row: &SalaryRow) -> String {
        let (published, national) = (self.published(&row.published), self.anchors(&row.national));
        format!("SalaryRow {{ published: {published}, national: {national} }}")
    }

    fn published<P: Copy>(&self, band: &PublishedBand<P>) -> String {
        let (low, high, open) = (money(band.low()), optional(band.high().map(money)), band.open_ended());
        format!("must(PublishedBand::new({low}, {high}, {open}, {}))", self.provenance(band.provenance()))
    }

    fn anchors<P: Copy>(&self, anchors: &Anchors<P>) -> String {
        let [low, typical, high] =
            [anchors.low(), anchors.typical(), anchors.high()].map(|figure| self.amount(figure));
        format!("must(Anchors::new({low}, {typical}, {high}))")
    }

    fn multipliers(&self, multipliers: &Multipliers) -> String {
        let (salary, day_rate) = (multipliers.salary(), multipliers.day_rate());
        let provenance = self.provenance(&salary.provenance);
        let [salary, day_rate] = [salary.value, day_rate.value].map(basis_points);
        format!("must(Multipliers::new({salary}, {day_rate}, {provenance}))")
    }

    fn uplift(&self, uplift: &Uplift) -> String {
        let (low, typical, high) = (uplift.low(), uplift.typical(), uplift.high());
        let provenance = self.provenance(uplift.provenance());
        format!("must(Uplift::new({low:?}, {typical:?}, {high:?}, {provenance}))")
    }

    fn also_published(&self, other: &AlsoPublished) -> String {
        let AlsoPublished { what, low, high, reading, provenance } = other;
        let (low, high, provenance) = (money(*low), optional(high.map(money)), self.provenance(provenance));
        format!(
            "AlsoPublished {{ what: {what:?}, low: {low}, high: {high}, reading: {reading:?}, provenance: {provenance} }}"
        )
    }

    pub fn amount<P: Copy>(&self, figure: &Figure<Money<P>>) -> String {
        self.figure(&money(figure.value), &figure.provenance)
    }

    fn days(&self, figure: &Figure<BillableDays>) -> String {
        self.figure(&format!("days({})", figure.value.get()), &figure.provenance)
    }

    pub fn figure(&self, value: &str, provenance: &Provenance) -> String {
        format!("Figure {{ value: {value}, provenance: {} }}", self.provenance(provenance))
    }

    fn provenance(&self, provenance: &Provenance) -> String {
        let Provenance { mark, source, evidence, why } = provenance;
        let (source, evidence) = (self.source(source), optional(evidence.map(|source| self.source(source))));
        format!("Provenance::new(Mark::{mark:?}, {source}, {evidence}, {why:?})")
    }

    fn source(&self, source: &Source) -> String {
        let index = self.sources.iter().position(|&other| other == source);
        format!("&SOURCE_{}", index.unwrap_or(usize::MAX))
    }
}

fn source(index: usize, source: &Source) -> String {
    let Source { name, title, publisher, date } = source;
    format!(
        "static SOURCE_{index}: Source =\n    Source {{ name: {name:?}, title: {title:?}, publisher: {publisher:?}, date: {date:?} }};\n"
    )
}

/// A literal of a struct. A field may have an attribute before its name.
pub fn table(name: &str, rows: &[(&str, String)]) -> String {
    let rows: Vec<_> = rows.iter().map(|(field, row)| format!("    {field}: {row}")).collect();
    format!("{name} {{\n{}\n}}", rows.join(",\n"))
}

pub fn list(rows: impl Iterator<Item = String>) -> String {
    format!("&[{}]", rows.collect::<Vec<_>>().join(", "))
}

pub fn optional(code: Option<String>) -> String {
    code.map_or_else(|| "None".to_owned(), |code| format!("Some({code})"))
}

fn money<P: Copy>(money: Money<P>) -> String {
    format!("Money::from_pence({})", money.pence())
}

fn basis_points(factor: Factor) -> String {
    format!("BasisPoints({})", factor.parts() / 10)
}
