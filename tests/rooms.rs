//! The order of the rooms: domain ← state ← view ← platform ← entries. A file uses its own room and those before it.
//! Figures are handed down from the entries, and two places name the browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The calculations, a crate of their own.
const DOMAIN: &str = "crates/domain/src";

/// The rooms in `src/`, each with the rooms that its files may use besides their own.
const ROOMS: [(&str, &[&str]); 4] = [
    ("data", &["domain"]),
    ("state", &["domain"]),
    ("view", &["domain", "state"]),
    ("platform", &["domain", "data", "state", "view"]),
];

/// The one file before the platform that names browser objects: an event's target is one.
const CONTROLS: &str = "src/view/control.rs";

/// Files of the view that are drawn when the site is built and are not part of the program.
const NATIVE: [&str; 5] = ["about", "native", "partners", "sources", "table"];

/// Every Rust file in a folder and its subfolders.
fn files(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// Every file of the program, except its entries and the figures that it is built with.
fn program() -> Vec<PathBuf> {
    [DOMAIN, "src/state", "src/view", "src/platform"].into_iter().flat_map(files).collect()
}

/// The code of a file, without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The same, without unit tests.
fn code_of_program(path: &Path) -> String {
    let code = code(path);
    code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
}

/// The words of some code: names and numbers.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

/// The rooms that some code names: `crate::state`, `super::super::state`, `use crate::{domain, state}`.
fn rooms_named(code: &str) -> Vec<&'static str> {
    let packed: String = code.split_whitespace().collect();
    let rooms = || ["domain"].into_iter().chain(ROOMS.iter().map(|(room, _)| *room));
    let is_named = |room: &&str| {
        ["crate", "super::super", "salary_calculator"].iter().any(|above| {
            let path = format!("{above}::{room}");
            let mut found = packed.match_indices(&path).map(|(start, _)| &packed[start + path.len()..]);
            found.any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    };
    let mut named: Vec<_> = rooms().filter(is_named).collect();
    for grouped in packed.split("crate::{").skip(1) {
        let group = grouped.split(';').next().unwrap_or_default();
        let is_in_group =
            |room: &&str| group.split(['{', ',', '}']).any(|item| item.split("::").next() == Some(room));
        named.extend(rooms().filter(is_in_group));
    }
    named
}

/// The violations of the order in a file of a room.
fn faults(room: &str, path: &str, code: &str) -> Vec<String> {
    let (_, allowed) = ROOMS.into_iter().find(|(name, _)| *name == room).unwrap_or((room, &[]));
    let mut faults: Vec<_> = rooms_named(code)
        .into_iter()
        .filter(|named| *named != room && !allowed.contains(named))
        .map(|named| format!("{path}: {room} uses {named}"))
        .collect();
    let browser: &[&str] = if room == "platform" || path == CONTROLS {
        &[]
    } else {
        &["web_sys", "gloo", "wasm_bindgen", "js_sys"]
    };
    let banned: &[&str] = match room {
        "domain" => &["yew", "serde", "std::fs", "std::env", "std::time"],
        "data" | "state" => &["yew", "std::fs", "std::env", "std::time"],
        "view" => &["std::fs", "std::env", "std::time"],
        _ => &[],
    };
    for word in banned.iter().chain(browser) {
        if code.contains(word) {
            faults.push(format!("{path}: {room} names {word}"));
        }
    }
    // The figures of this build: only the platform starts a calculator with them.
    if !["data", "platform"].contains(&room) && words(code).any(|word| word == "FIGURES") {
        faults.push(format!("{path}: {room} names FIGURES"));
    }
    faults
}

#[test]
fn every_file_keeps_the_order() {
    let mut seen = 0;
    for (room, folder) in [("domain", DOMAIN.to_owned())]
        .into_iter()
        .chain(ROOMS.map(|(room, _)| (room, format!("src/{room}"))))
    {
        for path in files(folder) {
            let name = path.to_string_lossy();
            assert_eq!(faults(room, &name, &code(&path)), Vec::<String>::new());
            seen += 1;
        }
    }
    assert!(seen >= 60, "only {seen} files found");
}

#[test]
fn every_file_is_in_a_room_or_an_entry() {
    for path in files("src") {
        let is_in_room = ROOMS.iter().any(|(room, _)| path.starts_with(Path::new("src").join(room)));
        let is_entry = path.starts_with("src/bin")
            || ["src/lib.rs", "src/main.rs", "src/testing.rs"].iter().any(|entry| path == Path::new(entry));
        assert!(is_in_room || is_entry, "{}", path.display());
    }
}

#[test]
fn a_violation_of_the_order_is_found() {
    for (room, code) in [
        ("domain", "use web_sys::Window;"),
        ("domain", "use serde::Serialize;"),
        ("domain", "let today = std::time::SystemTime::now();"),
        ("domain", "let text = std::fs::read_to_string(path);"),
        ("domain", "use salary_calculator::state;"),
        ("domain", "static ALL: &Figures = &FIGURES;"),
        ("data", "use crate::state::input::Key;"),
        ("state", "use crate::{domain::money, view::copy};"),
        ("state", "use crate::{\n    data,\n    domain::money,\n};"),
        ("state", "let now = std::time::Instant::now();"),
        ("state", "type Words = super::super::view::copy::inputs::Words;"),
        ("state", "let years = crate::data::all();"),
        ("view", "let figures = &FIGURES;"),
        ("view", "use gloo::utils::window;"),
        ("view", "crate::platform::start()"),
    ] {
        assert_eq!(faults(room, "file.rs", code).len(), 1, "{code}");
    }
    for (room, code) in [
        ("state", "use crate::{domain::money, state::input};"),
        ("view", "use crate::state::database::Rows;"),
        ("platform", "use crate::data::FIGURES;"),
    ] {
        assert_eq!(faults(room, "file.rs", code), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn the_domain_depends_on_nothing() {
    let manifest = fs::read_to_string("crates/domain/Cargo.toml").unwrap().parse::<toml::Table>().unwrap();
    let sections: Vec<_> =
        manifest.keys().filter(|key| key.contains("dependencies") || *key == "target").collect();
    assert_eq!(sections, ["dependencies"]);
    let dependencies = manifest["dependencies"].as_table().unwrap();
    assert_eq!(dependencies.keys().collect::<Vec<_>>(), ["databake"]);
    assert_eq!(dependencies["databake"]["optional"].as_bool(), Some(true));
    let features = manifest["features"].as_table().unwrap();
    assert!(!features.contains_key("default"), "a default feature would pull in databake");
}

/// The condition of items for the build script only.
const BAKE: &str = "#[cfg(feature = \"bake\")]";
/// The condition of items for every machine but the browser.
const NOT_WASM: &str = "#[cfg(not(target_arch = \"wasm32\"))]";

/// Removes the items that may format values: those under a condition that the program does not meet, and
/// implementations of `Display`, which the program does not call.
fn without_natives(code: &str, condition: &str) -> String {
    let mut kept = Vec::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let is_display = line.starts_with("impl ") && line.contains("fmt::Display for ");
        if line == condition || is_display {
            // An item ends with a brace, or with a semicolon, in the first column.
            let _ = lines.find(|line| *line == "}" || (!line.starts_with(' ') && line.ends_with(';')));
        } else {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// The first macro or method in some code that pulls in the formatting machinery, which adds 5 kB to the program: see
/// BYTES.md.
fn formats(code: &str) -> Option<&'static str> {
    let words = ["format!", "format_args!", "print!", "println!", "write!", "writeln!", ".to_string()"];
    words.into_iter().find(|word| code.contains(word))
}

#[test]
fn the_program_formats_nothing() {
    let (mut native, mut seen) = (0, 0);
    for path in program() {
        if NATIVE.iter().any(|name| path == Path::new("src/view").join(name).with_extension("rs")) {
            native += 1;
            continue;
        }
        let mut code = code_of_program(&path);
        if path.starts_with(DOMAIN) {
            code = without_natives(&code, BAKE);
        } else if path.ends_with("platform/clock.rs") {
            code = without_natives(&code, NOT_WASM);
        }
        assert_eq!(formats(&code), None, "{}", path.display());
        seen += 1;
    }
    assert_eq!(native, NATIVE.len());
    assert!(seen >= 50, "only {seen} files found");
    // The native files are not part of the program.
    let view = fs::read_to_string("src/view/mod.rs").unwrap();
    for name in NATIVE {
        let declared = |public: &str| format!("#[cfg(feature = \"ssr\")]\n{public}mod {name};");
        assert!(["pub ", ""].map(declared).iter().any(|module| view.contains(module)), "{name}");
    }
}

#[test]
fn formatting_is_found() {
    let display = "impl fmt::Display for Year {\n    write!(f)\n}\n";
    let item = "impl Bake for Year {\n    format!()\n}\n";
    let import = "use databake::Bake;\n";
    let native = format!("{display}{BAKE}\n{item}{BAKE}\n{import}");
    for (code, found) in [
        (format!("{native}fn name() {{}}"), None),
        (format!("{native}let text = text!(year, ' ', name);"), None),
        (format!("{native}let text = year.to_string();"), Some(".to_string()")),
        (format!("{native}{item}"), Some("format!")),
        (format!("{NOT_WASM}\n{item}"), Some("format!")),
        ("fn print() { writeln!(out) }".to_owned(), Some("writeln!")),
    ] {
        assert_eq!(formats(&without_natives(&code, BAKE)), found, "{code}");
    }
}

/// Every number of the figures that is unlikely to mean anything else, as written and without separators. Numbers under
/// a hundred are left out, because the code counts with them.
fn figures() -> Vec<String> {
    let mut figures = Vec::new();
    let mut folders = vec![PathBuf::from("tests/figures")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // The other two files hold names and addresses.
            if ["agency.toml", "sources.toml"].iter().any(|name| path.ends_with(name)) {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            // Values only: neither the name of a table, nor quoted text, nor a comment.
            for line in text.lines().filter(|line| !line.starts_with('[')) {
                let code = line.split('#').next().unwrap_or_default();
                for unquoted in code.split('"').step_by(2) {
                    for word in unquoted.split(|c: char| !(c.is_ascii_digit() || "_.".contains(c))) {
                        let plain = word.replace('_', "");
                        let is_decimal = plain.contains('.') && plain.parse::<f64>().is_ok();
                        if is_decimal || plain.parse::<u32>().is_ok_and(|number| number >= 100) {
                            figures.extend([word.to_owned(), plain]);
                        }
                    }
                }
            }
        }
    }
    figures
}

/// Numbers in code that happen to equal a figure.
const BY_CHANCE: [(&str, &str); 6] = [
    // Salaries are rounded to £500.
    ("crates/domain/src/estimate.rs", "500"),
    // The smallest multiplier, named in a message.
    ("crates/domain/src/market.rs", "0.5"),
    // The largest umbrella margin that can be entered.
    ("crates/domain/src/offer.rs", "500"),
    // A day rate as an example.
    ("src/view/copy/inputs.rs", "600"),
    // Milliseconds.
    ("src/platform/app.rs", "500"),
    ("src/platform/history.rs", "300"),
];

#[test]
fn figures_are_in_data_files_only() {
    let figures = figures();
    assert!(figures.len() > 100, "{figures:?}");
    let mut chances = BTreeSet::new();
    for path in program() {
        let code = code_of_program(&path);
        let numbers = code.split(|c: char| !(c.is_ascii_alphanumeric() || "_.".contains(c)));
        let by_chance =
            |number: &str| BY_CHANCE.iter().any(|other| *other == (path.to_str().unwrap(), number));
        for number in numbers.map(|number| number.trim_matches('.')) {
            if by_chance(number) {
                chances.insert((path.clone(), number.to_owned()));
            } else {
                let is_figure = figures.iter().any(|figure| figure == number);
                assert!(!is_figure, "{}: {number} is a figure of the data files", path.display());
            }
        }
    }
    assert_eq!(chances.len(), BY_CHANCE.len(), "an exception is no longer needed: {chances:?}");
}
