//! The build script: writes the figures of the folder that `FIGURES` names, by default `figures/`, as constants. A row
//! that breaks a rule stops the build.

use std::path::{Path, PathBuf};
use std::{env, fs};

use salary_figures::{Folder, constants, read};

fn main() {
    println!("cargo::rerun-if-env-changed=FIGURES");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let named =
        env::var("FIGURES").ok().filter(|name| !name.is_empty()).unwrap_or_else(|| "figures".to_owned());
    let path = root.join(&named);
    println!("cargo::rerun-if-changed={}", path.display());
    let code = Folder::load(&path)
        .map_err(|error| vec![format!("{named}: [folder] cannot be read: {error}")])
        .and_then(|folder| read(&Folder { name: named, ..folder }))
        .map(|read| constants(&read.figures));
    let written = code.and_then(|code| {
        let out = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("figures.rs");
        fs::write(&out, code).map_err(|error| vec![format!("{}: {error}", out.display())])
    });
    for fault in written.err().unwrap_or_default() {
        println!("cargo::error={}", fault.replace('\n', "\ncargo::error="));
    }
}
