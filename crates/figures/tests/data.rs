//! The folders of figures: a broken row is named, and every figure has an effect on an answer.
//!
//! Everything except [`both_folders_are_in_order`] uses the frozen folder, `tests/figures`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

use std::fmt::Write as _;
use std::path::Path;

use salary_domain::choice::{ByStudentLoan, PensionMethod, StudentLoan, TaxRegion};
use salary_domain::estimate;
use salary_domain::figures::Figures;
use salary_domain::market::Discipline;
use salary_domain::money::{BasisPoints, BillableDays, Exact, Money};
use salary_domain::offer::permanent::{self, Job, JobTerms};
use salary_domain::offer::{Contract, ContractTerms, Taxpayer, inside, outside};
use salary_domain::tax::rules::TaxRules;
use salary_domain::tax::student_loan;
use salary_domain::tax_year::TaxYear;
use salary_figures::{Folder, Read, constants, read};

const FROZEN: &str = "tests/figures";

/// Parts of paths in the frozen folder.
const AGENCY: &str = "agency.toml";
const SOURCES: &str = "sources.toml";
const ASSUMPTIONS: &str = "assumptions.toml";
const NEWEST: &str = "tax/2026-27.toml";
const BANDS: &str = "market/machine-learning/bands.toml";
const DAY_RATES: &str = "market/machine-learning/day-rates.toml";
const LOCATIONS: &str = "market/machine-learning/locations.toml";
const SPECIALISMS: &str = "market/machine-learning/specialisms.toml";
const ALSO_PUBLISHED: &str = "market/machine-learning/also-published.toml";

fn folder(name: &str) -> Folder {
    let folder = Folder::load(&Path::new("../..").join(name)).unwrap();
    Folder { name: name.to_owned(), ..folder }
}

/// The frozen folder with one text in one of its files replaced.
fn with(file: &str, old: &str, new: &str) -> Folder {
    let mut folder = folder(FROZEN);
    replace(&mut folder, file, old, new);
    folder
}

fn replace(folder: &mut Folder, file: &str, old: &str, new: &str) {
    let text = folder.files.get_mut(file).unwrap_or_else(|| panic!("there is no {file}"));
    assert!(text.contains(old), "{file} has no {old}");
    *text = text.replacen(old, new, 1);
}

fn sound(folder: &Folder) -> Read {
    read(folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The faults of a folder. Each is a line that names the file, then the row, then the rule.
fn faults(folder: &Folder) -> Vec<String> {
    let Err(faults) = read(folder) else { panic!("the folder is accepted") };
    assert!(!faults.is_empty(), "a rejected folder has no fault");
    for fault in &faults {
        let parts = fault
            .strip_prefix(&format!("{}/", folder.name))
            .and_then(|fault| fault.split_once(": ["))
            .and_then(|(file, fault)| Some((file, fault.split_once("] ")?)));
        let Some((file, (row, rule))) = parts else { panic!("{fault:?} lacks a file, a row or a rule") };
        let is_path = folder.files.contains_key(file)
            || Path::new(file).extension().is_some_and(|extension| extension == "toml")
            || file.split('/').next().is_some_and(|part| ["market", "tax"].contains(&part));
        assert!(is_path && !row.is_empty() && !rule.is_empty(), "{fault:?}");
        assert!(fault.lines().count() == 1 && fault.len() < 200, "{fault:?} is not one short line");
    }
    faults
}

#[test]
fn both_folders_are_in_order() {
    for name in ["figures", FROZEN] {
        let read = sound(&folder(name));
        assert_eq!(read.figures.check(), Ok(()));
        assert!(constants(&read.figures).contains("Figures"));
    }
}

#[test]
#[allow(clippy::too_many_lines)] // a table
fn a_broken_row_is_named_with_its_file_and_the_rule() {
    // The file, a text, its replacement, and the words of the fault after the path of the file.
    let cases = [
        (BANDS, "pounds = 70_000", "pounds = 90_000", "[mid] needs low <= typical <= high"),
        (BANDS, "high = 55_000", "high = 39_999", "[junior] needs low <= typical <= high"),
        (BANDS, "low = 60_000", "low = 0", "[mid] needs every amount to be from 1 to 1,000,000 pounds"),
        (
            BANDS,
            "pounds = 70_000",
            "pounds = 99_999_999_999",
            "[mid] needs every amount to be from 1 to 1,000,000 pounds",
        ),
        (
            BANDS,
            "low = 40_000, high = 55_000",
            "low = 40_000, open-ended = true",
            "[junior] needs high: the published band does not give it",
        ),
        (BANDS, "low = 40_000, high = 55_000", "low = 40_000", "[junior] needs high, or open-ended = true"),
        (
            BANDS,
            "low = 110_000, open-ended = true",
            "low = 110_000",
            "[lead] needs high, or open-ended = true",
        ),
        (BANDS, "open-ended = true", "open-ended = \"yes\"", "[senior] needs open-ended to be true or false"),
        (BANDS, "mark = \"modelled\"", "mark = \"guessed\"", "[junior] has an unknown mark, \"guessed\""),
        (
            BANDS,
            "why = \"the middle of the published band\"",
            "why = \" \"",
            "[junior] needs why to be a text that is not empty",
        ),
        (
            BANDS,
            ", why = \"the middle of the published band\"",
            "",
            "[junior] needs a why, because it is modelled",
        ),
        (
            BANDS,
            "source = \"article\"",
            "source = \"hearsay\"",
            "[junior] names the source \"hearsay\", which sources.toml does not have",
        ),
        (BANDS, "[lead]", "[principal]", "[lead] is missing"),
        (BANDS, "[lead]", "[principal]", "[file] has the unknown key \"principal\" in line 19"),
        (BANDS, "typical   =", "typicla   =", "[junior] needs typical"),
        (BANDS, "typical   =", "typicla   =", "[junior] has the unknown key \"typicla\" in line 6"),
        (BANDS, "published = {", "# published = {", "[junior] needs published"),
        (BANDS, "work      = \"Builds models with support from others\"", "", "[junior] needs work"),
        (BANDS, "pounds = 47_500", "pounds = \"47,500\"", "[junior] needs pounds to be a number"),
        (BANDS, "pounds = 47_500", "pounds = 47_500.5", "[junior] needs pounds in steps of 1, not 47500.5"),
        (DAY_RATES, "typical = 525", "typical = 425", "[mid] needs low <= typical <= high"),
        (DAY_RATES, "high   = 650", "high   = 450", "[published] needs low <= typical <= high"),
        (DAY_RATES, "[published]", "[advertised]", "[published] is missing"),
        (DAY_RATES, "[senior]", "[senior", "[senior] is not TOML in line 24"),
        (DAY_RATES, "[senior]", "[senior # a level", "[senior] is not TOML in line 24"),
        (DAY_RATES, "low     = 450", "lowest  = 450", "[mid] has the unknown key \"lowest\" in line 17"),
        (DAY_RATES, "low     = 450", "lowest  = 450", "[mid] needs low"),
        (
            LOCATIONS,
            "salary   = 1.11",
            "salary   = 11.1",
            "[london] needs every multiplier to be from 0.5 to 2",
        ),
        (
            LOCATIONS,
            "salary   = 1.11",
            "salary   = 1.11111",
            "[london] needs salary in steps of 0.0001, not 1.11111",
        ),
        (
            LOCATIONS,
            "salary   = 0.91",
            "salary   = 0.6",
            "[regional] takes the typical salary of junior generalist below the published low, and 19 more",
        ),
        (
            LOCATIONS,
            "evidence = \"ashe\"",
            "evidence = \"ash\"",
            "[london] names the source \"ash\", which sources.toml does not have",
        ),
        (SPECIALISMS, "high    = 15", "high    = 5", "[nlp] needs low <= typical <= high"),
        (SPECIALISMS, "high    = 15", "high    = 101", "[nlp] needs every uplift to be from -50 to 100"),
        (SPECIALISMS, "role    = \"NLP engineer\"", "", "[nlp] needs role"),
        (
            SPECIALISMS,
            "role    = \"NLP engineer\"",
            "role = \"\"",
            "[nlp] needs role to be a text that is not empty",
        ),
        (
            SPECIALISMS,
            "[nlp]",
            "[\"Language models\"]",
            "[Language models] needs a name of lower-case letters, digits and hyphens in the brackets",
        ),
        (
            SPECIALISMS,
            "[nlp]",
            "[language_models]",
            "[language_models] needs a name of lower-case letters, digits and hyphens in the brackets",
        ),
        (
            SPECIALISMS,
            "[deep-learning]",
            "[deep--learning]",
            "[deep--learning] needs a name of lower-case letters, digits and hyphens in the brackets",
        ),
        (SPECIALISMS, "[nlp]", "[mlops]", "[mlops] is not TOML in line 44: duplicate key"),
        (AGENCY, "site         =", "# site       =", "[file] needs site"),
        (
            AGENCY,
            "\"https://northbeam.example/contact\"",
            "\"javascript:alert(1)\"",
            "[file] needs contact to be an https address, not \"javascript:alert(1)\"",
        ),
        (
            AGENCY,
            "\"https://northbeam.example/\"",
            "\"http://northbeam.example/\"",
            "[file] needs site to be an https address, not \"http://northbeam.example/\"",
        ),
        (
            AGENCY,
            "\"https://northbeam.example/jobs\"",
            "'https://northbeam.example/\"onclick=\"alert(1)'",
            "[file] needs jobs to be an https address",
        ),
        (AGENCY, "salary-guide =", "guide =", "[file] has the unknown key \"guide\" in line 6"),
        (
            SOURCES,
            "\"https://northbeam.example/pay\"",
            "\"javascript:alert(1)\"",
            "[article] needs link to be an https address, not \"javascript:alert(1)\"",
        ),
        (
            SOURCES,
            "\"https://northbeam.example/pay\"",
            "\"http://northbeam.example/pay\"",
            "[article] needs link to be an https address, not \"http://northbeam.example/pay\"",
        ),
        (SOURCES, "[convention]", "[conventions]", "[conventions] is used by no figure"),
        (
            SOURCES,
            "[convention]",
            "[spare]\nname = \"Spare\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\n\n[convention]",
            "[spare] is used by no figure",
        ),
        (
            SOURCES,
            "name      = \"Common practice\"",
            "name      = \"Our reading\"",
            "[convention] needs a name of its own: [our-reading] is called \"Our reading\" too",
        ),
        (SOURCES, "[our-reading]", "[article]", "[article] is not TOML in line 10: duplicate key"),
        (SOURCES, "date      = \"2025\"", "when = 2025", "[article] has the unknown key \"when\" in line 7"),
        (SOURCES, "date      = \"2025\"", "when = 2025", "[article] needs date"),
        (
            ALSO_PUBLISHED,
            "high    = 68_000",
            "high    = 54_000",
            "[Junior or entry level] needs low <= typical <= high",
        ),
        (ASSUMPTIONS, "value  = 220", "value  = 261", "[days] needs a value from 1 to 260"),
        (ASSUMPTIONS, "value  = 25", "value  = -25", "[umbrella-margin] needs a value from 0 to 500"),
        (ASSUMPTIONS, "value  = 25", "value  = 501", "[umbrella-margin] needs a value from 0 to 500"),
        (
            ASSUMPTIONS,
            "value  = 2_000",
            "value  = 9_000_000_000_000_000_000",
            "[expenses] needs a value from 0 to 1000000",
        ),
        (
            ASSUMPTIONS,
            "unit   = \"pounds a week\"",
            "unit   = \"pounds\"",
            "[umbrella-margin] needs the unit \"pounds a week\", not \"pounds\"",
        ),
        (
            NEWEST,
            "checked-on = \"2026-11-23\"",
            "checked-on = \"23 November\"",
            "[checked-on] needs a day such as 2026-11-23, not \"23 November\"",
        ),
        (
            NEWEST,
            "to   = { pounds = 37_700",
            "to   = { pounds = 137_700",
            "[income-tax] needs bands in ascending order, with an end to all but the last",
        ),
        (
            NEWEST,
            "to   = { pounds = 125_140, law = \"Income Tax",
            "# to   = { pounds = 125_140, law = \"Income Tax",
            "[income-tax] needs bands in ascending order, with an end to all but the last",
        ),
        (
            NEWEST,
            "to   = { pounds = 31_092",
            "# to   = { pounds = 31_092",
            "[income-tax] needs bands in ascending order, with an end to all but the last",
        ),
        (
            NEWEST,
            "[[income-tax.rest-of-uk]]\nname = \"higher\"",
            "[[income-tax.scotland]]\nname = \"higher\"",
            "[income-tax] needs three bands for the three rates on dividends",
        ),
        (
            NEWEST,
            "name = \"basic\"",
            "name = \"standard\"",
            "[income-tax.rest-of-uk] needs a band named \"basic\"",
        ),
        (
            NEWEST,
            "percent = 10.75",
            "percent = 10.755",
            "[dividends] needs percent in steps of 0.01, not 10.755",
        ),
        (
            NEWEST,
            "percent = 10.75",
            "percent = 110.75",
            "[dividends] needs every rate to be from 0 to 100 per cent",
        ),
        (
            NEWEST,
            "percent = 10.75",
            "percent = 99_999_999_999",
            "[dividends] needs every rate to be from 0 to 100 per cent",
        ),
        (
            NEWEST,
            "allowance       = { pounds = 500",
            "allowance       = { pounds = 0",
            "[dividends] needs every threshold to be from 1 to 1,000,000 pounds",
        ),
        (
            NEWEST,
            "primary-threshold    = { pounds = 12_570",
            "primary-threshold    = { pounds = 52_570",
            "[national-insurance] needs each lower limit below its upper limit",
        ),
        (
            NEWEST,
            "lower-limit        = { pounds = 50_000",
            "lower-limit        = { pounds = 60_000",
            "[corporation-tax] needs a marginal relief that joins",
        ),
        (
            NEWEST,
            "upper-limit        = { pounds = 250_000",
            "upper-limit        = { pounds = 25_000",
            "[corporation-tax] needs each lower limit below its upper limit",
        ),
        (
            NEWEST,
            "postgraduate          = { pounds = 21_000",
            "postgraduate          = { pounds = 14_569",
            "[student-loans] needs every loan threshold above the primary threshold",
        ),
        (
            NEWEST,
            "law = \"Finance Act 2016 s.99\"",
            "law = \"\"",
            "[national-insurance] needs law to be a text",
        ),
        (
            NEWEST,
            "law = \"Finance Act 2016 s.99\", ",
            "",
            "[national-insurance] needs the law of every figure",
        ),
        (
            NEWEST,
            "link = \"https://www.legislation.gov.uk/ukpga/2016/24/section/99\"",
            "link = \"javascript:alert(1)\"",
            "[national-insurance] needs link to be an https address, not \"javascript:alert(1)\"",
        ),
        (
            NEWEST,
            "source = \"corporation-tax-rates\"",
            "source = \"hearsay\"",
            "[corporation-tax] names the source \"hearsay\", which sources.toml does not have",
        ),
        (NEWEST, "source = \"corporation-tax-rates\"", "", "[corporation-tax] needs source"),
        (
            NEWEST,
            "main-rate          =",
            "maine-rate         =",
            "[corporation-tax] has the unknown key \"maine-rate\" in line 84",
        ),
        (NEWEST, "main-rate          =", "maine-rate         =", "[corporation-tax] needs main-rate"),
    ];
    for (file, old, new, expected) in cases {
        let expected = format!("{FROZEN}/{file}: {expected}");
        let faults = faults(&with(file, old, new));
        assert!(faults.iter().any(|fault| fault.starts_with(&expected)), "{expected}: {faults:#?}");
        // Renaming a key leaves the old name missing: here, in up to five figures of a source.
        assert!(faults.len() <= 6, "{new}: {faults:#?}");
    }
}

#[test]
fn a_fault_of_one_row_is_reported_once() {
    let cases = [
        (BANDS, "low = 60_000", "low = 0"),
        (BANDS, "published = {", "# published = {"),
        (DAY_RATES, "low     = 450", "low = \"450\""),
        (LOCATIONS, "salary   = 0.91", "salary   = 0.6"),
        (LOCATIONS, "mark     = \"modelled\"", "mark = \"guessed\""),
        (SPECIALISMS, "[nlp]", "[NLP]"),
        (SPECIALISMS, "name    = \"MLOps\"", "name    = "),
        (ASSUMPTIONS, "[days]", "[days"),
        (SOURCES, "[our-reading]", "[article]"),
        (SOURCES, "date      = \"2025\"", "date      = 2025"),
        (NEWEST, "source = \"corporation-tax-rates\"\n", ""),
    ];
    for (file, old, new) in cases {
        let faults = faults(&with(file, old, new));
        assert_eq!(faults.len(), 1, "{file}: {new}: {faults:#?}");
    }
}

#[test]
fn everything_wrong_is_reported_at_once() {
    let mut folder = folder(FROZEN);
    for discipline in ["machine-learning", "platform-engineering"] {
        let sheet = |name: &str| format!("market/{discipline}/{name}.toml");
        replace(&mut folder, &sheet("discipline"), "edition =", "year =");
        replace(&mut folder, &sheet("bands"), "[lead]", "[principal]");
        replace(&mut folder, &sheet("day-rates"), "typical =", "middle =");
        replace(&mut folder, &sheet("locations"), "[london]", "[London]");
        replace(&mut folder, &sheet("specialisms"), "low     = 0", "low     = -51");
        replace(&mut folder, &sheet("also-published"), "what    =", "which   =");
    }
    for year in ["tax/2025-26.toml", NEWEST] {
        replace(&mut folder, year, "[dividends]", "[dividend]");
    }
    replace(&mut folder, AGENCY, "name         =", "called       =");
    replace(&mut folder, ASSUMPTIONS, "[days]", "[billable-days]");
    replace(&mut folder, SOURCES, "publisher = \"Northbeam\"", "publisher = \"\"");
    let faults = faults(&folder);
    for file in folder.files.keys() {
        let start = format!("{FROZEN}/{file}: ");
        assert!(faults.iter().any(|fault| fault.starts_with(&start)), "{file}: {faults:#?}");
    }
}

#[test]
fn an_empty_folder_lacks_its_files() {
    let folder = Folder { name: FROZEN.to_owned(), ..Folder::default() };
    let expected = [
        "sources.toml: [file] is missing",
        "agency.toml: [file] is missing",
        "market: [folder] needs a folder for at least one discipline",
        "assumptions.toml: [file] is missing",
        "tax: [folder] needs the file of at least one tax year",
    ];
    assert_eq!(faults(&folder), expected.map(|fault| format!("{FROZEN}/{fault}")));
}

#[test]
fn a_missing_file_is_named() {
    let sound = folder(FROZEN);
    for file in sound.files.keys().filter(|file| !file.starts_with("tax/")) {
        let mut folder = sound.clone();
        folder.files.remove(file);
        let missing = format!("{FROZEN}/{file}: [file] is missing");
        let faults = faults(&folder);
        assert!(faults.contains(&missing), "{file}: {faults:#?}");
        assert_eq!(faults.len(), 1, "{file}: {faults:#?}");
    }
}

#[test]
fn a_discipline_needs_a_specialism() {
    let mut folder = folder(FROZEN);
    folder.files.insert(SPECIALISMS.to_owned(), "# None yet.\n".to_owned());
    assert_eq!(faults(&folder), [format!("{FROZEN}/{SPECIALISMS}: [file] needs at least one specialism")]);
}

#[test]
fn an_unknown_file_is_named() {
    let cases = [
        ("assumption.toml", "[file] does not belong in a folder of figures"),
        ("market/bands.toml", "[file] does not belong in a folder of figures"),
        ("market/machine-learning/band.toml", "[file] does not belong in a folder of figures"),
        ("tax/old/2024-25.toml", "[file] does not belong in a folder of figures"),
        ("tax/2027.toml", "[file] needs a name such as 2026-27.toml"),
        ("tax/2027-29.toml", "[file] needs a name such as 2026-27.toml"),
        ("tax/2027-28 (copy).toml", "[file] needs a name such as 2026-27.toml"),
    ];
    for (file, expected) in cases {
        let mut folder = folder(FROZEN);
        folder.files.insert(file.to_owned(), folder.files[NEWEST].clone());
        let faults = faults(&folder);
        assert!(faults.contains(&format!("{FROZEN}/{file}: {expected}")), "{faults:#?}");
    }
}

#[test]
fn the_folder_of_a_discipline_has_a_name_for_links() {
    let mut folder = folder(FROZEN);
    for (file, text) in folder.files.clone() {
        let Some(sheet) = file.strip_prefix("market/platform-engineering/") else { continue };
        folder.files.remove(&file);
        folder.files.insert(format!("market/Platform engineering/{sheet}"), text);
    }
    let rule = "needs a name of lower-case letters, digits and hyphens";
    assert_eq!(faults(&folder), [format!("{FROZEN}/market/Platform engineering: [folder] {rule}")]);
}

#[test]
fn an_added_specialism_is_the_last_and_changes_nothing_else() {
    let before = sound(&folder(FROZEN));
    let mut folder = folder(FROZEN);
    let row = "\n[robotics]\nname = \"Robotics\"\nrole = \"robotics engineer\"\nlow = 0\ntypical = 4\nhigh = 9\n\
               mark = \"modelled\"\nsource = \"our-reading\"\nwhy = \"small and uncertain\"\n";
    folder.files.get_mut(SPECIALISMS).unwrap().push_str(row);
    let mut after = sound(&folder);

    let [discipline, other] = after.figures.disciplines else { panic!("two disciplines") };
    let [rest @ .., last] = discipline.specialisms else { panic!("no specialism") };
    assert_eq!((rest.len(), last.slug, last.name, last.short), (5, "robotics", "Robotics", "Robotics"));
    assert_eq!((last.role, last.typical), ("robotics engineer", BasisPoints(400)));
    let without = [Discipline { specialisms: rest, ..*discipline }, *other];
    after.figures.disciplines = without.to_vec().leak();
    let listed = after.listing.disciplines[0].figures.pop().unwrap();
    assert_eq!(listed.name, "Robotics, on salaries");
    assert_eq!(after, before);
}

#[test]
fn a_provisional_tax_year_is_one_more_year() {
    let before = sound(&folder(FROZEN));
    let mut folder = folder(FROZEN);
    folder.files.insert("tax/2027-28.toml".to_owned(), folder.files[NEWEST].clone());
    let mut after = sound(&folder);

    let [years @ .., newest, added] = after.figures.tax_years else { panic!("no tax year") };
    assert_eq!(*added, TaxRules { year: TaxYear::starting(2027), slug: "2027-28", ..*newest });
    assert_eq!(years.len(), 1);
    let (listed, newest) = (after.listing.tax_years.pop().unwrap(), &after.listing.tax_years[1]);
    assert_eq!((listed.year, &listed.figures), (TaxYear::starting(2027), &newest.figures));
    after.figures.tax_years = &after.figures.tax_years[..2];
    assert_eq!(after, before);
}

/// Ensures that every figure matters: the folder must not hold one that no answer depends on, and the code must not
/// repeat one.
#[test]
fn every_figure_changes_an_answer() {
    let frozen = folder(FROZEN);
    let before = answers(&sound(&frozen));
    let mut held = Vec::new();
    let mut changed = 0;
    for (file, text) in &frozen.files {
        let sheet: toml::Table = text.parse().unwrap();
        for path in numbers(&toml::Value::Table(sheet.clone())) {
            // Up or down, whichever the rules allow.
            let read = [1.1, 0.9].into_iter().find_map(|factor| {
                let mut sheet = toml::Value::Table(sheet.clone());
                for path in together(&path) {
                    change(&mut sheet, &path, factor);
                }
                let mut folder = frozen.clone();
                folder.files.insert(file.clone(), toml::to_string(&sheet).unwrap());
                read(&folder).ok()
            });
            let path = format!("{file}: {}", path.join("."));
            match read {
                Some(read) => {
                    assert!(answers(&read) != before, "{path}");
                    changed += 1;
                }
                None => held.push(path),
            }
        }
    }
    // The range of its row holds a zero in place; the rates and limits that marginal relief joins hold the relief.
    let zero = |discipline| format!("market/{discipline}/specialisms.toml: generalist.typical");
    let relief = |year| format!("tax/{year}.toml: corporation-tax.marginal-relief.percent");
    let expected =
        [zero("machine-learning"), zero("platform-engineering"), relief("2025-26"), relief("2026-27")];
    assert_eq!(held, expected);
    assert_eq!(changed, 181);
}

/// The paths that must change together: marginal relief ties two limits, and two rates, to each other.
fn together(path: &[String]) -> Vec<Vec<String>> {
    let pairs = [["lower-limit", "upper-limit"], ["small-profits-rate", "main-rate"]];
    let pair = pairs.iter().find(|pair| path[0] == "corporation-tax" && pair.contains(&path[1].as_str()));
    let Some(pair) = pair else { return vec![path.to_vec()] };
    pair.iter().map(|figure| vec![path[0].clone(), (*figure).to_owned(), path[2].clone()]).collect()
}

/// The path of every number in a sheet: the keys and list indices that lead to it.
fn numbers(value: &toml::Value) -> Vec<Vec<String>> {
    let below = |(key, value): (String, &toml::Value)| {
        numbers(value).into_iter().map(move |path| [vec![key.clone()], path].concat()).collect::<Vec<_>>()
    };
    match value {
        toml::Value::Integer(_) | toml::Value::Float(_) => vec![Vec::new()],
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), value)).flat_map(below).collect()
        }
        toml::Value::Array(list) => {
            list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).flat_map(below).collect()
        }
        _ => Vec::new(),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn change(value: &mut toml::Value, path: &[String], factor: f64) {
    match (value, path.split_first()) {
        (toml::Value::Table(table), Some((key, rest))) => change(&mut table[key], rest, factor),
        (toml::Value::Array(list), Some((index, rest))) => {
            change(&mut list[index.parse::<usize>().unwrap()], rest, factor);
        }
        (toml::Value::Integer(number), None) => {
            // A tenth of a small number rounds to nothing, so it changes by one.
            let by_one = if factor > 1.0 { 1 } else { -1 };
            *number = if *number < 10 { *number + by_one } else { (*number as f64 * factor).round() as i64 };
        }
        (toml::Value::Float(number), None) => *number = (*number * factor * 100.0).round() / 100.0,
        (value, _) => panic!("{value:?} is not a number"),
    }
}

/// Everything that a visitor sees of the figures.
fn answers(read: &Read) -> String {
    let Figures { disciplines, assumptions, tax_years, .. } = read.figures;
    let mut answers = format!("{assumptions:?}");
    for (discipline, listed) in disciplines.iter().zip(&read.listing.disciplines) {
        // The page shows these beside the bands; no estimate uses them.
        let _ = write!(answers, "{:?}", listed.also_published);
        for role in discipline.roles() {
            let (permanent, contract) = (estimate::permanent(role), estimate::contract(role));
            let _ = write!(answers, "{:?} {:?}", permanent.band, permanent.published);
            let _ = write!(answers, "{:?} {:?}", contract.band, contract.published);
            // The range of the evidence, shown beside the factor.
            let _ = write!(answers, "{:?} {:?}", role.specialism.low, role.specialism.high);
        }
    }
    for rules in tax_years {
        take_home(rules, &mut answers);
    }
    answers
}

/// Take-home pay over the whole range of earnings, in both regions, with every loan.
fn take_home(rules: &TaxRules, answers: &mut String) {
    for (&region, &plan) in
        TaxRegion::ALL.iter().flat_map(|region| StudentLoan::ALL.iter().map(move |plan| (region, plan)))
    {
        let student_loans = ByStudentLoan::from_fn(|other| other == plan);
        let taxpayer = Taxpayer { rules, region, student_loans };
        // Earnings on which repayments are due, with dividends around the limit above which they count.
        for dividends in [1_900, 2_100] {
            let [earnings, dividends] =
                [40_000, dividends].map(|pounds| Exact::of(Money::from_pounds(pounds)));
            let repaid = student_loan::repayment(&rules.student_loans, student_loans, earnings, dividends);
            let _ = write!(answers, "{repaid:?}");
        }
        for hundreds in [20, 63, 130, 200, 300, 450, 600, 900, 1_100, 1_500, 3_000] {
            let salary = Money::from_pounds(hundreds * 100);
            let job = Job {
                salary,
                terms: JobTerms {
                    bonus: BasisPoints(0),
                    pension: BasisPoints(500),
                    pension_method: PensionMethod::ReliefAtSource,
                    employer_pension: BasisPoints(0),
                },
            };
            let contract = Contract {
                day_rate: Money::from_pence(salary.pence() / 100),
                terms: ContractTerms {
                    days: BillableDays::new(100).unwrap(),
                    umbrella_margin: Money::ZERO,
                    expenses: Money::ZERO,
                    pension: Money::ZERO,
                },
            };
            let _ = write!(answers, "{:?}", permanent::statement(&taxpayer, &job));
            let _ = write!(answers, "{:?}", inside::statement(&taxpayer, &contract));
            let _ = write!(answers, "{:?}", outside::statement(&taxpayer, &contract));
        }
    }
}
