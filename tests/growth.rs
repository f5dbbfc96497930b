//! Growth: a tax year is one file, a specialism one row, a discipline one folder, and another agency
//! another folder. Each test edits the text of the frozen figures, and nothing but that text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{TODAY, figures};
use salary_calculator::domain::figures::Figures;
use salary_calculator::domain::tax_year::Date;
use salary_calculator::state::model::State;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::{about, copy, native, partners, table};
use salary_figures::{Folder, Read, read};
use serde_json::Value;

/// A day in the tax year after the last one of the frozen figures.
const NEXT_YEAR: Date = Date { year: 2027, month: 5, day: 1 };

/// The frozen figures with edits to their files.
fn edited(edit: impl Fn(&mut BTreeMap<String, String>)) -> &'static Read {
    let mut folder = Folder::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures")).unwrap();
    // Tests add the year after that.
    folder.files.retain(|path, _| !path.starts_with("tax/") || path.as_str() <= "tax/2026-27.toml");
    edit(&mut folder.files);
    Box::leak(Box::new(read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"))))
}

/// The answer that the command line and the element's events carry.
fn answer(query: &str, figures: &'static Figures, today: Date) -> Value {
    serde_json::from_str(&answer_json::of(&query::read(query), figures, today, copy::problem)).unwrap()
}

/// The calculator as the page, the element and the frame draw it.
fn calculator(query: &str, figures: &'static Figures, today: Date) -> String {
    native::calculator(&State { drawn_closed: true, ..State::from_query(query, figures, today) })
}

#[test]
fn a_tax_year_is_one_file() {
    let grown = edited(|files| {
        let next = files["tax/2026-27.toml"]
            .replace("personal-allowance = { pounds = 12_570", "personal-allowance = { pounds = 13_570");
        files.insert("tax/2027-28.toml".to_owned(), next);
    });
    assert_eq!(answer("", &edited(|_| ()).figures, NEXT_YEAR)["takeHome"], Value::Null);
    let [before, after] = [TODAY, NEXT_YEAR].map(|today| answer("", &grown.figures, today));
    assert_eq!(
        (&before["data"]["taxYear"], &after["data"]["taxYear"]),
        (&"2026-27".into(), &"2027-28".into())
    );
    let net = |answer: &Value| answer["takeHome"]["permanent"]["net"].as_f64().unwrap();
    // £1,000 more is free of tax, at a marginal rate of 40%.
    assert_eq!(format!("{:.2}", net(&after) - net(&before)), "400.00");
    assert_eq!(answer("tax-year=2027-28", &grown.figures, TODAY)["problems"], Value::Array(Vec::new()));
    let page = calculator("", &grown.figures, TODAY);
    assert!(page.contains("<option value=\"2027-28\">2027-28 (to come)</option>"), "{page}");
    let sources = native::markup(|| about::about(&grown.figures.agency, &grown.listing));
    assert!(sources.contains("Tax year 2027-28"));
}

#[test]
fn a_specialism_is_one_row() {
    let grown = edited(|files| {
        let row = "\n[robotics]\nname = \"Robotics\"\nrole = \"robotics engineer\"\nlow = 0\ntypical = 4\nhigh = 9\n\
                   mark = \"modelled\"\nsource = \"our-reading\"\nwhy = \"small and uncertain\"\n";
        files.get_mut("market/machine-learning/specialisms.toml").unwrap().push_str(row);
    });
    let query = "seniority=senior&specialism=robotics";
    let [general, robotics] = ["seniority=senior", query].map(|query| answer(query, &grown.figures, TODAY));
    assert_eq!(
        (&robotics["input"]["specialism"], &robotics["problems"]),
        (&"robotics".into(), &Value::Array(Vec::new()))
    );
    let typical = |answer: &Value| answer["permanent"]["typical"].as_i64().unwrap();
    assert!(typical(&robotics) > typical(&general));
    let page = calculator(query, &grown.figures, TODAY);
    assert!(page.contains("Robotics</option>") && page.contains("Senior robotics engineer"), "{page}");
    let cells =
        |figures: &'static Figures| native::markup(move || table::estimates(figures)).matches("<td>").count();
    assert_eq!(cells(&grown.figures) - cells(figures()), 16);
}

#[test]
fn a_discipline_is_one_folder() {
    let grown = edited(|files| {
        let copied: Vec<_> = files
            .iter()
            .filter_map(|(path, text)| Some((path.strip_prefix("market/platform-engineering/")?, text)))
            .map(|(file, text)| {
                (format!("market/security/{file}"), text.replace("Platform engineering", "Security"))
            })
            .collect();
        files.extend(copied);
    });
    let query = "discipline=security&seniority=senior&specialism=kubernetes";
    let [theirs, ours] = ["discipline=platform-engineering&seniority=senior&specialism=kubernetes", query]
        .map(|query| answer(query, &grown.figures, TODAY));
    assert_eq!(
        (&ours["input"]["discipline"], &ours["problems"]),
        (&"security".into(), &Value::Array(Vec::new()))
    );
    assert_eq!(ours["permanent"], theirs["permanent"]);
    assert!(calculator(query, &grown.figures, TODAY).contains("Security</option>"));
    assert!(native::markup(|| table::estimates(&grown.figures)).contains("<h3>Security</h3>"));
    assert!(native::markup(|| partners::starts(&grown.figures)).contains("Security</option>"));
}

#[test]
fn another_agency_is_another_folder() {
    let other = edited(|files| {
        let agency = files.get_mut("agency.toml").unwrap();
        *agency = agency.replace("Northbeam", "Fernhill & Daughters");
        let bands = files.get_mut("market/machine-learning/bands.toml").unwrap();
        *bands = bands.replace("typical   = { pounds = 70_000", "typical   = { pounds = 71_000");
    });
    assert_eq!(copy::title(&other.figures), "Fernhill & Daughters pay calculator");
    let sources = native::markup(|| about::about(&other.figures.agency, &other.listing));
    assert!(sources.contains("Published: by Fernhill &amp; Daughters."), "{sources}");
    assert_ne!(answer("", &other.figures, TODAY)["permanent"], answer("", figures(), TODAY)["permanent"]);
}
