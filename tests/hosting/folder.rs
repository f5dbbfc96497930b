//! The folders of the built sites, for these tests and for the browser tests.

#![allow(dead_code)] // each test uses some of it

use std::env;
use std::path::PathBuf;

/// A path in the project.
pub fn in_project(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

/// The site with the agency's own figures: the folder that the environment variable `SITE` names.
pub fn live() -> PathBuf {
    named().unwrap_or_else(|| in_project("target/site/test/live"))
}

/// The site with the frozen figures of `tests/figures`.
pub fn frozen() -> PathBuf {
    in_project("target/site/test/frozen")
}

/// The figures of that site: those of `tests/figures`, and its newest tax year again for a year after it, because
/// browsers know what day it is.
pub fn frozen_figures() -> PathBuf {
    in_project("target/site/test/figures")
}

/// The folder that `SITE` names, if it is set.
pub fn named() -> Option<PathBuf> {
    let name = env::var("SITE").ok().filter(|name| !name.is_empty())?;
    Some(in_project(&name))
}
