//! The reference of the element: its manifest, its types and the table in the partners' guide. Everything about inputs
//! comes from the table of inputs; the rest is in `src/embed/custom-elements.json` and `src/embed/embed.d.ts`.

use std::path::{Path, PathBuf};
use std::{fs, mem};

use salary_calculator::domain::figures::{Assumptions, Figures};
use salary_calculator::domain::money::{BillableDays, Money};
use salary_calculator::state::input::{Key, Kind};
use salary_calculator::state::problem::{Range, Unit};
use salary_calculator::state::query;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::view::copy::inputs::Words;
use salary_calculator::view::format;
use serde_json::{Value, json};

use crate::{replaced, root, text};

/// The manifest that editors and other tools read.
pub struct Manifest {
    /// Its text.
    pub text: String,
    /// Its declaration of the element.
    pub element: Value,
}

/// Builds the manifest of the element.
pub fn manifest(figures: &'static Figures) -> Result<Manifest, String> {
    let source = text(&embed("custom-elements.json"))?;
    let mut manifest: Value =
        serde_json::from_str(&source).map_err(|error| format!("custom-elements.json: {error}"))?;
    let element = manifest
        .pointer_mut("/modules/0/declarations/0")
        .ok_or("custom-elements.json declares no element")?;
    let attributes = element.pointer_mut("/attributes").and_then(Value::as_array_mut);
    let attributes = attributes.ok_or("custom-elements.json has no attributes")?;
    let others = mem::take(attributes);
    attributes.extend(Key::ALL.iter().map(|&key| attribute(&Row::of(key, figures))));
    attributes.extend(others);
    let element = element.clone();
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| error.to_string())? + "\n";
    Ok(Manifest { text, element })
}

/// Builds the types of the element.
pub fn types(figures: &'static Figures) -> Result<String, String> {
    let rows: Vec<_> = Key::ALL.iter().map(|&key| Row::of(key, figures)).collect();
    let lines = |line: fn(&Row) -> Option<String>| rows.iter().filter_map(line).collect::<String>();
    let words = lines(|row| {
        (!row.words.is_empty()).then(|| format!("  {}: {};\n", property(row.name), quoted(&row.words, '"')))
    });
    let attributes = lines(|row| {
        let default =
            row.default.as_ref().map_or_else(|| row.open.to_owned(), |default| format!("`{default}`"));
        let comment = format!("  /** {} Default: {default}. */\n", row.about);
        Some(format!("{comment}  {}?: {};\n", property(row.name), row.attribute_type()))
    });
    let answer = lines(|row| {
        let unit = row.unit.as_ref().map_or_else(String::new, |unit| format!("  /** {unit} */\n"));
        Some(format!("{unit}  {}: {};\n", camel_case(row.name), row.answer_type()))
    });
    let source = text(&embed("embed.d.ts"))?;
    let source = replaced(&source, "  // The words of the inputs come here.\n", &words)?;
    let source = replaced(&source, "  // The inputs come here.\n", &attributes)?;
    replaced(&source, "  // The inputs, as they were used, come here.\n", &answer)
}

const GUIDE: &str = "docs/partners.md";
const BEGIN: &str = "<!-- The table of inputs is generated: make reference -->\n";
const END: &str = "<!-- Here it ends. -->\n";

/// Returns the partners' guide with an up-to-date table of inputs.
pub fn guide(root: &Path) -> Result<String, String> {
    let guide = text(&root.join(GUIDE))?;
    let (before, rest) = guide.split_once(BEGIN).ok_or("the guide has no table of inputs")?;
    let (_, after) = rest.split_once(END).ok_or("the guide's table of inputs does not end")?;
    let frozen = frozen(root)?;
    let rows = Key::ALL.iter().map(|&key| {
        let row = Row::of(key, frozen);
        let values = match (&row.words, is_of_figures(key, frozen)) {
            (_, true) if !row.words.is_empty() => "a slug of the agency's figures".to_owned(),
            (words, _) if !words.is_empty() => {
                words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" ")
            }
            _ => row.range.clone(),
        };
        let default = match &row.default {
            Some(_) if is_of_figures(key, frozen) && !row.words.is_empty() => "the first".to_owned(),
            Some(_) if is_of_figures(key, frozen) => "as the agency assumes".to_owned(),
            Some(default) => format!("`{default}`"),
            None => row.open.to_owned(),
        };
        format!("| `{}` | {} | {values} | {default} |\n", row.name, row.about_alone)
    });
    let table: String = rows.collect();
    Ok(format!(
        "{before}{BEGIN}\n| input | meaning | values | default |\n|---|---|---|---|\n{table}\n{END}{after}"
    ))
}

/// Writes the partners' guide with an up-to-date table of inputs.
pub fn write_guide(root: &Path) -> Result<(), String> {
    let guide = guide(root)?;
    fs::write(root.join(GUIDE), guide).map_err(|error| format!("{GUIDE}: {error}"))
}

/// Reads the frozen figures, so that the guide does not change with the live ones.
fn frozen(root: &Path) -> Result<&'static Figures, String> {
    let folder =
        salary_figures::Folder::load(&root.join("tests/figures")).map_err(|error| error.to_string())?;
    let read = salary_figures::read(&folder).map_err(|faults| faults.join("\n"))?;
    Ok(Box::leak(Box::new(read.figures)))
}

/// Whether the words or the default of an input come from the figures, and so differ between agencies.
fn is_of_figures(key: Key, figures: &'static Figures) -> bool {
    let assumptions = Assumptions {
        days: BillableDays::constant(1),
        days_in_a_slow_year: BillableDays::constant(1),
        days_for_a_lender: BillableDays::constant(1),
        umbrella_margin: Money::from_pence(1),
        expenses: Money::from_pence(1),
    };
    let (disciplines, tax_years) = (figures.disciplines.get(1..).unwrap_or_default(), &[][..]);
    let other: &'static Figures =
        Box::leak(Box::new(Figures { assumptions, disciplines, tax_years, ..*figures }));
    let (one, other) = (Scenario::new(figures), Scenario::new(other));
    one.text(key) != other.text(key) || key.words(&one) != key.words(&other)
}

/// The words that an input takes in some discipline.
fn words(key: Key, figures: &'static Figures) -> Vec<String> {
    let mut words = Vec::new();
    for discipline in figures.disciplines {
        let draft = query::read(&format!("discipline={}", discipline.slug));
        for word in key.words(&Scenario::of(&draft, figures).0) {
            if !words.iter().any(|known| known == word.slug) {
                words.push(word.slug.to_owned());
            }
        }
    }
    words
}

/// An input in the reference.
struct Row {
    name: &'static str,
    /// The words that it takes, in any discipline.
    words: Vec<String>,
    is_list: bool,
    /// Its meaning and its range in a sentence.
    about: String,
    /// Its meaning in a few words.
    about_alone: String,
    /// Its range; empty if it takes words.
    range: String,
    /// Its unit in a sentence.
    unit: Option<String>,
    default: Option<String>,
    /// The value that is used if it has no default.
    open: &'static str,
}

impl Row {
    fn of(key: Key, figures: &'static Figures) -> Self {
        let scenario = Scenario::new(figures);
        let about_alone = key.about().trim().trim_end_matches('.').to_owned();
        let (range, unit) = match &key.input().kind {
            Kind::Number(range, _) => (ends(*range), Some(unit(key))),
            Kind::Choice(_) | Kind::List(_) => (String::new(), None),
        };
        let about =
            if range.is_empty() { format!("{about_alone}.") } else { format!("{about_alone}, {range}.") };
        let is_list = matches!(key.input().kind, Kind::List(_));
        let open = match (is_list, key.is_pay()) {
            (true, _) => "none",
            (_, true) => "the estimate's typical",
            _ => "today's",
        };
        Self {
            name: key.slug(),
            words: words(key, figures),
            is_list,
            about,
            about_alone,
            range,
            unit,
            default: scenario.text(key).unless_empty().map(String::from),
            open,
        }
    }

    fn attribute_type(&self) -> String {
        let words = format!("Words[\"{}\"]", self.name);
        match (self.words.is_empty(), self.is_list) {
            (true, _) => "Amount".to_owned(),
            // Several words in any order, separated by commas.
            (_, true) => format!("{words} | (string & {{}})"),
            _ => words,
        }
    }

    fn answer_type(&self) -> String {
        let words = format!("Words[\"{}\"]", self.name);
        match (self.words.is_empty(), self.is_list, &self.default) {
            (true, ..) => "number".to_owned(),
            (_, true, _) => format!("{words}[]"),
            (.., None) => format!("{words} | null"),
            _ => words,
        }
    }
}

fn attribute(row: &Row) -> Value {
    let kind = match (row.words.is_empty(), row.is_list) {
        (false, false) => quoted(&row.words, '\''),
        _ => "string".to_owned(),
    };
    let description = match &row.default {
        Some(_) => row.about.clone(),
        None => format!("{} Default: {}.", row.about, row.open),
    };
    let mut attribute = json!({ "name": row.name, "type": { "text": kind }, "description": description });
    if let (Some(default), Some(members)) = (&row.default, attribute.as_object_mut()) {
        members.insert("default".to_owned(), json!(default));
    }
    attribute
}

/// Writes the ends of a range as part of a sentence.
fn ends(range: Range) -> String {
    let end = |number: i64| match range.unit {
        Unit::Days => number.to_string(),
        Unit::Pence | Unit::BasisPoints => format::amount(number).into(),
    };
    format!("{} to {}", end(range.least), end(range.most))
}

fn unit(key: Key) -> String {
    let words = Words::of(key);
    let unit = match key.range().map(|range| range.unit) {
        Some(Unit::Pence) => format!("Pounds {}", words.unit),
        Some(Unit::Days) => "Days a year".to_owned(),
        _ => words.unit.to_owned(),
    };
    if key.is_pay() {
        format!("{unit}: the visitor's, else the estimate's typical.")
    } else {
        format!("{unit}.")
    }
}

fn embed(name: &str) -> PathBuf {
    root().join("src/embed").join(name)
}

/// Writes the name of a property, in quotes if it needs them.
fn property(name: &str) -> String {
    if name.contains('-') { format!("\"{name}\"") } else { name.to_owned() }
}

fn quoted(words: &[String], mark: char) -> String {
    words.iter().map(|word| format!("{mark}{word}{mark}")).collect::<Vec<_>>().join(" | ")
}

/// Converts `day-rate` to `dayRate`.
fn camel_case(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (head, tail) = part.split_at(1.min(part.len()));
        name + &head.to_ascii_uppercase() + tail
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_is_current() {
        let current = fs::read_to_string(root().join(GUIDE)).unwrap();
        assert!(guide(&root()).unwrap() == current, "{GUIDE} is not current: make reference");
    }
}
