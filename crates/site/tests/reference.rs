//! The reference for partners agrees with the code: the element's manifest, its types, the guide, and the page that
//! shows them. `tests/types` checks the first two with the tools that read them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

#[path = "../../../tests/common/sound.rs"]
mod sound;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use minijinja::context;
use salary_calculator::domain::figures::Figures;
use salary_calculator::domain::tax_year::Date;
use salary_calculator::state::input::Key;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use salary_figures::{Folder, Read, read};
use salary_site::markup::{Drawn, shadow};
use salary_site::pages::Pages;
use salary_site::{own, reference, root};
use serde_json::Value;
use sound::{assert_sound, attributes};

static FROZEN: LazyLock<Read> = LazyLock::new(|| {
    let folder = Folder::load(&root().join("tests/figures")).expect("the frozen figures can be read");
    read(&folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
});

/// The frozen figures, which an edit to `figures/` does not change.
fn figures() -> &'static Figures {
    &FROZEN.figures
}

type Names = BTreeSet<String>;

/// Everything that is compared.
struct Reference {
    manifest: String,
    types: String,
    guide: String,
    script: String,
    markup: String,
    styles: String,
}

impl Reference {
    fn read() -> Self {
        let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
        Self {
            manifest: reference::manifest(figures()).unwrap().text,
            types: reference::types(figures()).unwrap(),
            guide: read("docs/partners.md"),
            script: code("src/embed", "js"),
            markup: ["src/view", "crates/site/src"]
                .map(|folder| code(folder, "rs"))
                .concat()
                .replace('\\', ""),
            styles: read("styles/settings.css") + &read("styles/base.css"),
        }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Faults::default();
        let manifest: Value = serde_json::from_str(&self.manifest).unwrap();
        let element = &manifest["modules"][0]["declarations"][0];
        let types = interfaces(&self.types);
        let codes: Names = between(&self.script, "new Fault(\"", "\"").collect();
        let events: Names = between(&self.script, "#emit(\"", "\"").collect();
        // In markup, in a call of the builder of elements, and in a list of attributes.
        let parts: Names = ["part=\"", ".part(\"", "(\"part\", \""]
            .iter()
            .flat_map(|before| between(&self.markup, before, "\""))
            .flat_map(|parts| words(&parts, ' '))
            .collect();

        self.attributes(element, &types, &mut faults);
        self.members(element, &types["SalaryCalculatorElement"], &mut faults);
        answers(&types, &mut faults);

        faults.compare("the manifest's events", &names(&element["events"]), &events);
        faults.compare("the types' events", &types["SalaryCalculatorEventMap"].names(), &events);
        let error =
            element["events"].as_array().unwrap().iter().find(|event| event["name"] == "salary:error");
        let said = error.unwrap()["description"].as_str().unwrap();
        let said = said.split("Codes:").nth(1).unwrap_or_default();
        faults.compare("the manifest's codes", &between(said, "`", "`").collect(), &codes);
        let union = between(&self.types, "export type ErrorCode =", ";").next().unwrap_or_default();
        faults.compare("the types' codes", &between(&union, "\"", "\"").collect(), &codes);
        faults.compare("the manifest's parts", &names(&element["cssParts"]), &parts);
        self.properties(element, &mut faults);
        faults.compare("the manifest's slots", &names(&element["slots"]), &Names::from([String::new()]));

        let properties = names(&element["cssProperties"]);
        let attributes = names(&element["attributes"]);
        for name in [codes, events, parts, properties, attributes].iter().flatten() {
            if !self.guide.contains(&format!("`{name}`")) {
                faults.0.push(format!("the guide does not mention {name}"));
            }
        }
        faults.0
    }

    /// Compares attributes: their names, their words, their defaults.
    fn attributes(&self, element: &Value, types: &Interfaces, faults: &mut Faults) {
        let list = |name: &str| between(&self.script, &format!("const {name} = "), ";").next().unwrap();
        let settings = list("SETTINGS");
        let choices: BTreeMap<String, Vec<String>> = list("CHOICES")
            .lines()
            .filter_map(|line| line.split_once(": ["))
            .map(|(name, words)| {
                (name.trim().trim_matches('"').to_owned(), between(words, "\"", "\"").collect())
            })
            .collect();
        let keys = || Key::ALL.iter().map(|key| key.slug().to_owned());
        let known: Names =
            keys().chain(between(&settings, "\"", "\"")).chain(choices.keys().cloned()).collect();
        let props = &types["SalaryCalculatorAttributes"];
        faults.compare("the manifest's attributes", &names(&element["attributes"]), &known);
        faults.compare("the types' attributes", &props.names(), &known);

        let default = Scenario::new(figures());
        let mut all_words = choices.clone();
        // Words that only some disciplines have are known too.
        let words = |key: &Key| {
            let mut words: Vec<String> = Vec::new();
            for discipline in figures().disciplines {
                let scenario =
                    Scenario::of(&query::read(&format!("discipline={}", discipline.slug)), figures()).0;
                let more = key.words(&scenario).into_iter().map(|word| word.slug.to_owned());
                let new: Vec<_> = more.filter(|word| !words.contains(word)).collect();
                words.extend(new);
            }
            words
        };
        all_words.extend(Key::ALL.iter().map(|key| (key.slug().to_owned(), words(key))));
        all_words.retain(|_, words| !words.is_empty());
        faults.compare("the types' choices", &types["Words"].names(), &all_words.keys().cloned().collect());
        for (name, expected) in &all_words {
            let said: Vec<_> = between(types["Words"].get(name), "\"", "\"").collect();
            faults.equal(&format!("the types' words of {name}"), &said, expected);
            let from = format!("Words[\"{name}\"]");
            if props.get(name).split(" | ").all(|part| part != from) {
                faults.0.push(format!("the type of {name} is not {from}"));
            }
        }
        for attribute in element["attributes"].as_array().unwrap() {
            let name = attribute["name"].as_str().unwrap();
            let key = Key::from_slug(name);
            let text = match (key, choices.get(name)) {
                (Some(key), _) => default.text(key).into(),
                (None, words) => words.map(|words| words[0].clone()).unwrap_or_default(),
            };
            let said = attribute["default"].as_str().unwrap_or_default();
            faults.equal(&format!("the manifest's default of {name}"), &said, &text.as_str());
            // Several words of a list can be chosen, so its type is a string.
            let words = all_words.get(name).filter(|_| key != Some(Key::StudentLoan));
            if let Some(words) = words {
                let said: Vec<_> = between(attribute["type"]["text"].as_str().unwrap(), "'", "'").collect();
                faults.equal(&format!("the manifest's words of {name}"), &said, words);
            }
        }
    }

    /// Compares properties and methods, and which of them can be set.
    fn members(&self, element: &Value, types: &Interface, faults: &mut Faults) {
        let class = self.script.split("class SalaryCalculator ").nth(1).unwrap();
        let class = class.split("\n}").next().unwrap();
        let getters = class.lines().filter_map(|line| line.strip_prefix("  get ")?.strip_suffix("() {"));
        let mut known: Names = getters.map(str::to_owned).collect();
        for own in ["  ready = ", "  reset() {"] {
            assert!(class.contains(&format!("\n{own}")), "{own}");
            known.insert(own.split(&[' ', '('][..]).nth(2).unwrap().to_owned());
        }
        faults.compare("the manifest's members", &names(&element["members"]), &known);
        let said = |name: &String| name.trim_start_matches("readonly ").trim_start_matches("get ").to_owned();
        let said: Names = types.names().iter().filter(|name| !name.starts_with("set ")).map(said).collect();
        faults.compare("the types' members", &said, &known);
        for member in element["members"].as_array().unwrap() {
            let name = member["name"].as_str().unwrap();
            let fixed = member["kind"] == "field" && !class.contains(&format!("\n  set {name}("));
            faults.equal(
                &format!("whether {name} is read only, in the manifest"),
                &(member["readonly"] == true),
                &fixed,
            );
            let said = types.names().contains(&format!("readonly {name}"));
            faults.equal(&format!("whether {name} is read only, in the types"), &said, &fixed);
        }
    }

    /// Compares custom properties and their defaults.
    fn properties(&self, element: &Value, faults: &mut Faults) {
        let mut used = BTreeMap::new();
        for rest in self.styles.split("var(--salary-").skip(1) {
            let (name, rest) = rest.split_once(", ").unwrap();
            let mut depth = 0;
            let end = rest.find(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth < 0
            });
            let fallback = rest[..end.unwrap()].replace("var(--", "var(--salary-");
            let before = used.insert(format!("--salary-{name}"), fallback.clone());
            faults.equal(&format!("the fallback of {name}"), before.as_ref().unwrap_or(&fallback), &fallback);
        }
        let properties = element["cssProperties"].as_array().unwrap();
        let said = properties.iter().map(|property| {
            (property["name"].as_str().unwrap().to_owned(), property["default"].as_str().unwrap().to_owned())
        });
        faults.equal("the manifest's custom properties", &said.collect(), &used);
    }
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn equal<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: &T, expected: &T) {
        if found != expected {
            self.0.push(format!("{what}: {found:?} instead of {expected:?}"));
        }
    }

    fn compare(&mut self, what: &str, found: &Names, expected: &Names) {
        let odd: Vec<_> = found.symmetric_difference(expected).collect();
        if !odd.is_empty() || found.is_empty() {
            self.0.push(format!("{what}: only on one side: {odd:?}"));
        }
    }
}

/// The code of every file of one kind in a folder.
fn code(folder: impl AsRef<Path>, kind: &str) -> String {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: std::path::PathBuf| match path.extension() {
        _ if path.is_dir() => code(path, kind),
        Some(extension) if extension == kind => fs::read_to_string(path).unwrap(),
        _ => String::new(),
    };
    entries.map(text).collect()
}

/// Each text between two marks.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = String> + 'a {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, found) = rest.split_once(from)?;
        let (found, after) = found.split_once(to)?;
        rest = after;
        Some(found.to_owned())
    })
}

fn words(text: &str, separator: char) -> Vec<String> {
    text.split(separator).map(str::to_owned).collect()
}

fn names(list: &Value) -> Names {
    list.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

/// The members of an interface with their types.
#[derive(Default)]
struct Interface(Vec<(String, String)>);

impl Interface {
    fn names(&self) -> Names {
        self.0.iter().map(|(name, _)| name.clone()).collect()
    }

    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(member, _)| member == name).map_or("", |(_, of)| of)
    }
}

type Interfaces = BTreeMap<String, Interface>;

/// Reads every interface of the types, which have a line for each member.
fn interfaces(types: &str) -> Interfaces {
    let blocks = between(types, "\nexport interface ", "\n}");
    let member = |line: &str| {
        let line = line.trim().strip_suffix(';')?;
        let mark = line.find([':', '?', '(']).filter(|_| !line.starts_with('"'));
        let end = mark.unwrap_or_else(|| 1 + line[1..].find('"').unwrap() + 1);
        let of = line[end..].trim_start_matches(['?', ':', ' ']);
        Some((line[..end].trim_matches('"').to_owned(), of.to_owned()))
    };
    blocks
        .map(|block| {
            let (head, body) = block.split_once('{').unwrap();
            let lines = body.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
            let name = head.split(' ').next().unwrap().to_owned();
            (name, Interface(lines.filter_map(member).collect()))
        })
        .collect()
}

/// Compares real answers with the type of an answer: its members are their keys, and it allows null exactly where an
/// answer has one.
fn answers(types: &Interfaces, faults: &mut Faults) {
    let (now, later) = (Date { year: 2026, month: 11, day: 23 }, Date { year: 2040, month: 1, day: 1 });
    let mut walk = Walk { types, faults, nulls: Names::new(), maybe: Names::new() };
    for (query, today) in [
        ("", now),
        ("seniority=lead&salary=95k&student-loan=plan-2,postgraduate&bonus=7.5", now),
        ("pension=100&pension-method=relief-at-source&contract-pension=200000&expenses=900000&days=x", now),
        ("discipline=platform-engineering&view=compare&tax-region=scotland", now),
        ("", later),
    ] {
        let answer = answer_json::of(&query::read(query), figures(), today, copy::problem);
        let answer = serde_json::from_str(&answer).unwrap();
        walk.check("answer", "Answer", &answer);
    }
    let Walk { nulls, mut maybe, .. } = walk;
    // Both disciplines have an upper end there; those of other agencies may not.
    maybe.remove("answer.contract.published.high");
    faults.compare("nulls in answers", &maybe, &nulls);
}

struct Walk<'a> {
    types: &'a Interfaces,
    faults: &'a mut Faults,
    nulls: Names,
    maybe: Names,
}

impl Walk<'_> {
    fn check(&mut self, path: &str, of: &str, value: &Value) {
        if let Some(of) = of.strip_suffix(" | null") {
            self.maybe.insert(path.to_owned());
            if value.is_null() {
                self.nulls.insert(path.to_owned());
            } else {
                self.check(path, of, value);
            }
            return;
        }
        let fits = match (of, value) {
            ("number", Value::Number(_)) | ("string", Value::String(_)) | ("boolean", Value::Bool(_)) => true,
            (_, Value::Number(number)) => number.to_string() == of,
            (_, Value::String(word)) => between(of, "Words[\"", "\"]")
                .any(|choice| self.types["Words"].get(&choice).contains(&format!("\"{word}\""))),
            (_, Value::Array(list)) => {
                let each = of.strip_suffix("[]").unwrap_or("no list");
                for one in list {
                    self.check(path, each, one);
                }
                true
            }
            (_, Value::Object(members)) => {
                let Some(interface) = self.types.get(of) else {
                    return self.faults.0.push(format!("{path}: there is no type {of}"));
                };
                let keys = members.keys().cloned().collect();
                self.faults.compare(&format!("the type of {path}"), &interface.names(), &keys);
                for (name, value) in members {
                    self.check(&format!("{path}.{name}"), interface.get(name), value);
                }
                true
            }
            _ => false,
        };
        if !fits {
            self.faults.0.push(format!("{path}: {value} is not {of}"));
        }
    }
}

#[test]
fn the_reference_agrees_with_the_code() {
    assert_eq!(Reference::read().faults(), Vec::<String>::new());
}

#[test]
fn everything_public_is_in_the_manifest() {
    let manifest: Value = serde_json::from_str(&Reference::read().manifest).unwrap();
    let element = &manifest["modules"][0]["declarations"][0];
    let count = |list: &str| names(&element[list]).len();
    assert_eq!(
        ["attributes", "members", "events", "cssParts", "cssProperties"].map(count),
        [Key::ALL.len() + 9, 6, 6, 13, 12]
    );
}

#[test]
fn every_mismatch_is_reported() {
    type Text = fn(&mut Reference) -> &mut String;
    let manifest: Text = |all| &mut all.manifest;
    let types: Text = |all| &mut all.types;
    let script: Text = |all| &mut all.script;
    for (text, from, to, said) in [
        (manifest, "\"name\": \"days\"", "\"name\": \"dais\"", "the manifest's attributes"),
        (manifest, "\"default\": \"220\"", "\"default\": \"221\"", "the manifest's default of days"),
        (manifest, "\"default\": \"lazy\"", "\"default\": \"eager\"", "the manifest's default of loading"),
        (manifest, "'junior' | 'mid'", "'mid'", "the manifest's words of seniority"),
        (manifest, "'machine-learning' | ", "", "the manifest's words of discipline"),
        (manifest, "'lazy' | 'eager'", "'lazy'", "the manifest's words of loading"),
        (manifest, "\"name\": \"shareUrl\"", "\"name\": \"shareURL\"", "the manifest's members"),
        (manifest, "\"readonly\": true", "\"readonly\": false", "read only, in the manifest"),
        (manifest, "salary:share", "salary:shared", "the manifest's events"),
        (manifest, "`panic`", "`panics`", "the manifest's codes"),
        (manifest, "\"name\": \"cta\"", "\"name\": \"button\"", "the manifest's parts"),
        (manifest, "--salary-focus", "--salary-ring", "the manifest's custom properties"),
        (manifest, "1160px", "1161px", "the manifest's custom properties"),
        (manifest, "\"name\": \"\"", "\"name\": \"fallback\"", "the manifest's slots"),
        (types, "  lock?: string;", "  locks?: string;", "the types' attributes"),
        (types, "\"plan-4\" | ", "", "the types' words of student-loan"),
        (types, "\"platform-engineering\"", "\"platforms\"", "the types' words of discipline"),
        (
            types,
            "  taxYear: Words[\"tax-year\"] | null;\n  taxRegion",
            "  taxRegion",
            "the type of answer.input",
        ),
        (
            types,
            "  taxYear: Words[\"tax-year\"] | null;",
            "  taxYear: Words[\"tax-year\"];",
            "taxYear: null is not Words",
        ),
        (types, "\"auto\" | \"light\"", "\"light\" | \"auto\"", "the types' words of theme"),
        (types, "  view?: Words[\"view\"];", "  view?: string;", "the type of view"),
        (types, "readonly estimate", "estimate", "read only, in the types"),
        (types, "reset(): void", "clear(): void", "the types' members"),
        (types, "\"salary:ready\":", "\"salary:drawn\":", "the types' events"),
        (types, "| \"panic\"", "| \"panics\"", "the types' codes"),
        (types, "  corporationTax: number;", "", "the type of answer.takeHome.outsideIr35"),
        (types, "  version: 1;", "  version: 2;", "answer.version: 1 is not 2"),
        (types, "  openEnded: boolean;", "  openEnded: string;", "answer.permanent.published.openEnded"),
        (types, "takeHome: TakeHome | null", "takeHome: TakeHome", "answer.takeHome: null is not TakeHome"),
        (types, "  turnover: number;", "  turnover: number | null;", "nulls in answers"),
        (script, "#emit(\"salary:share\"", "#emit(\"salary:link\"", "events"),
        (script, "new Fault(\"panic\"", "new Fault(\"fell\"", "codes"),
        (script, "  get version()", "  get edition()", "members"),
        (script, "const SETTINGS = [", "const SETTINGS = [\"tone\", ", "attributes"),
        (
            script,
            "loading: [\"lazy\", \"eager\"]",
            "loading: [\"eager\", \"lazy\"]",
            "the manifest's default of loading",
        ),
        (|all| &mut all.markup, ".part(\"form\")", ".part(\"inputs\")", "the manifest's parts"),
        (|all| &mut all.styles, "--salary-radius, 8px", "--salary-radius, 9px", "custom properties"),
        (|all| &mut all.guide, "`wasm-csp`", "`csp`", "the guide does not mention wasm-csp"),
    ] {
        let mut altered = Reference::read();
        let text = text(&mut altered);
        assert!(text.contains(from), "{from} is no longer there");
        *text = text.replace(from, to);
        let faults = altered.faults();
        assert!(faults.iter().any(|fault| fault.contains(said)), "{from} → {to}: {faults:?}");
    }
}

/// Renders a page, without the names of files. The calculator is drawn into the first page only: elsewhere it has a
/// scope of its own, where an id may also be one of the page.
fn page(name: &str) -> String {
    let drawn = Drawn::of(figures(), FROZEN.listing.clone());
    let is_first = name == "index.html";
    let template = if is_first { root().join(name) } else { own(name) };
    let calculator = is_first.then(|| shadow(&drawn.calculator, &drawn.about, ""));
    let context = context! {
        title => drawn.title,
        description => drawn.description,
        late => drawn.late,
        agency => figures().agency.name,
        calculator => calculator.unwrap_or_default(),
        estimates => drawn.estimates,
        starts => drawn.starts,
        locks => drawn.locks,
        element => minijinja::value::Serde(&reference::manifest(figures()).unwrap().element),
        loader => "", wasm => "", pinned => "", integrity => "", calculator_css => "", page_css => "",
        partners_css => "", page_js => "", frame_js => "", partners_js => "",
    };
    let mut pages = Pages::default();
    pages.add(name, fs::read_to_string(template).unwrap()).unwrap();
    pages.render(name, &context).unwrap()
}

#[test]
fn the_pages_are_sound() {
    for name in ["index.html", "partners.html", "frame.html"] {
        let page = page(name);
        assert_sound(&page);
        assert!(page.contains("Northbeam pay calculator") && !page.contains("Hexwired"), "{name}: {page}");
        // Headings go down by one level at a time.
        let headings = page.split("<h").filter_map(|rest| rest.get(..1)?.parse().ok());
        let levels: Vec<u32> = headings.collect();
        assert_eq!(levels.first().unwrap_or(&1), &1, "{name}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
    }
    let page = page("partners.html");
    assert!(!attributes(&page, "aria-controls").is_empty() && !attributes(&page, "data-copies").is_empty());
    // The two lines to paste are there without scripts too.
    assert!(page.contains("v1/embed.js\">&lt;/script>"));
}

#[test]
fn the_page_for_partners_has_every_name_of_the_manifest() {
    let page = page("partners.html");
    let element = reference::manifest(figures()).unwrap().element;
    for list in ["attributes", "events", "cssParts", "cssProperties"] {
        for name in names(&element[list]) {
            assert!(page.contains(&format!("<th scope=\"row\"><code>{name}</code></th>")), "{name}");
        }
    }
}
