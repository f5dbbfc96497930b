//! The order of the rooms: domain ← data ← state ← view ← platform ← entries. A file may use its own room and
//! those before it, and the browser is named in two places only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 5] = ["domain", "data", "state", "view", "platform"];

/// The one file before the platform that names browser objects: it reads what an event's target says.
const CONTROLS: &str = "src/view/control.rs";

/// Every Rust file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code of a file, without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The rooms that code names: `crate::state`, `super::super::state`, `use crate::{data, state}`.
fn rooms_named(code: &str) -> Vec<&'static str> {
    let packed: String = code.split_whitespace().collect();
    let mut named: Vec<_> = ROOMS
        .into_iter()
        .filter(|room| {
            ["crate", "super::super"].iter().any(|above| packed.contains(&format!("{above}::{room}")))
        })
        .collect();
    for grouped in packed.split("crate::{").skip(1) {
        let group = grouped.split(';').next().unwrap_or_default();
        named.extend(
            ROOMS.into_iter().filter(|room| {
                group.split(['{', ',', '}']).any(|item| item.split("::").next() == Some(room))
            }),
        );
    }
    named
}

/// What breaks the order in a file of a room.
fn faults(room: &str, path: &str, code: &str) -> Vec<String> {
    let level = |name: &str| ROOMS.iter().position(|room| *room == name).unwrap();
    let mut faults: Vec<_> = rooms_named(code)
        .into_iter()
        .filter(|named| level(named) > level(room))
        .map(|named| format!("{path}: {room} uses {named}"))
        .collect();
    let browser = ["web_sys", "gloo", "wasm_bindgen", "js_sys"];
    let banned: &[&str] = match room {
        "domain" => &["yew", "serde", "crate::data", "std::time", "std::env", "std::fs"],
        "data" | "state" => &["yew", "std::time", "std::env"],
        _ => &[],
    };
    let browser = if room == "platform" || path == CONTROLS { &[][..] } else { &browser[..] };
    for word in banned.iter().chain(browser) {
        if code.contains(word) {
            faults.push(format!("{path}: {room} names {word}"));
        }
    }
    faults
}

#[test]
fn every_file_keeps_the_order() {
    let mut seen = 0;
    for room in ROOMS {
        for path in files(&Path::new("src").join(room)) {
            let name = path.to_string_lossy().into_owned();
            // The build script and its files run before there is a crate; they read files and parse TOML.
            if ["build.rs", "read.rs", "read_tax.rs", "sheet.rs", "write.rs", "write_tax.rs"]
                .iter()
                .any(|file| name == format!("src/data/{file}"))
            {
                continue;
            }
            assert_eq!(faults(room, &name, &code(&path)), Vec::<String>::new());
            seen += 1;
        }
    }
    assert!(seen >= 30, "only {seen} files were found");
}

#[test]
fn a_breach_is_found() {
    for (room, code) in [
        ("domain", "use crate::state::key::Key;"),
        ("domain", "use crate::{\n    data::MARKET,\n};"),
        ("domain", "type Key = super::super::state::key::Key;"),
        ("domain", "use web_sys::Window;"),
        ("domain", "use serde::Serialize;"),
        ("state", "use crate::{domain::money, view::copy};"),
        ("state", "let now = std::time::Instant::now();"),
        ("view", "use gloo::utils::window;"),
        ("view", "crate::platform::start()"),
    ] {
        assert_eq!(faults(room, "file.rs", code).len(), 1, "{code}");
    }
    assert!(faults("state", "file.rs", "use crate::{data::MARKET, domain::money};").is_empty());
}

/// Files whose markup is drawn natively, when the site is built.
const NATIVE: [&str; 3] = ["view/about.rs", "view/partners.rs", "view/table.rs"];

#[test]
fn the_program_formats_nothing() {
    for room in ["domain", "state", "view", "platform"] {
        for path in files(&Path::new("src").join(room)) {
            if NATIVE.iter().any(|native| path.ends_with(native)) {
                continue;
            }
            let code = code(&path);
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            // The machinery of formatting, once it is there at all, is 2 kB of what a visitor downloads.
            for word in ["format!", "write!", ".to_string()"] {
                assert!(!code.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

/// Every number in the data files that is unlikely to stand for anything else, as it is written there and without
/// separators. Numbers under a hundred are left out: the code counts with them.
fn figures() -> Vec<String> {
    let mut figures = Vec::new();
    for folder in ["src/data", "src/data/market", "src/data/tax"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            // Values: not what a table is called, what is quoted, or what is said about it.
            let lines = text.lines().filter(|line| !line.starts_with('['));
            let code = lines.map(|line| line.split(['#', '"']).next().unwrap_or_default());
            for word in code.flat_map(|line| line.split(|c: char| !(c.is_ascii_digit() || "_.".contains(c))))
            {
                let plain = word.replace('_', "");
                if plain.contains('.') || plain.parse::<u32>().is_ok_and(|number| number >= 100) {
                    figures.extend([word.to_owned(), plain]);
                }
            }
        }
    }
    figures
}

#[test]
fn figures_are_in_data_files_only() {
    let figures = figures();
    assert!(figures.len() > 60, "{figures:?}");
    for room in ROOMS {
        for path in files(&Path::new("src").join(room)) {
            let code = code(&path);
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let words = code.split(|c: char| !(c.is_ascii_alphanumeric() || "_.".contains(c)));
            for word in words.map(|word| word.trim_matches('.')) {
                // £500 is what salaries are rounded to, by definition; £600 is how a message writes a day rate, and 0.5
                // how one writes the smallest multiplier.
                let defined = ["500", "600", "0.5"].contains(&word);
                let is_figure = figures.iter().any(|figure| figure == word) && !defined;
                assert!(!is_figure, "{}: {word} is a figure of the data files", path.display());
            }
        }
    }
}
