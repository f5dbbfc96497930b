//! The build script: turns the TOML sheets beside it into constants.
//!
//! It compiles the rooms it needs as they are, so that a row is checked by the domain's own rules.

#![allow(missing_docs, dead_code, unused_imports)]

use std::path::Path;
use std::{env, fs};

#[path = "../domain/mod.rs"]
mod domain;
mod read;
mod read_tax;
mod sheet;
mod write;
mod write_tax;

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    for path in ["src/data", "src/domain"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let open =
        |file: &str| fs::read_to_string(Path::new(&root).join(file)).map_err(|error| error.to_string());
    match read::read(&open) {
        Ok(figures) => {
            let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("figures.rs");
            if let Err(error) = fs::write(&out, write::write(&figures)) {
                println!("cargo::error={}: {error}", out.display());
            }
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={}", fault.replace('\n', "\ncargo::error="));
            }
        }
    }
}
