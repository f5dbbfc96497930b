//! Checks a folder of figures and describes the effect of an edit: `figures FOLDER [BEFORE]`, where BEFORE is the
//! folder as it was before the edit. See `make figures`.

mod changes;

use std::path::Path;
use std::process::ExitCode;

use salary_domain::listing::Listing;
use salary_figures::{Folder, Read, read};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), before, None) = (arguments.next(), arguments.next(), arguments.next()) else {
        eprintln!("Usage: figures FOLDER [BEFORE]");
        return ExitCode::from(2);
    };
    match load(&folder) {
        Ok(after) => {
            println!("{}/ is valid: {}", folder.trim_end_matches('/'), contents(&after.listing));
            println!();
            for line in comparison(before.as_deref(), &after) {
                println!("{line}");
            }
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn load(path: &str) -> Result<Read, Vec<String>> {
    let folder = Folder::load(Path::new(path))
        .map_err(|error| vec![format!("{path}: [folder] cannot be read: {error}")])?;
    read(&folder)
}

/// The contents of a folder: "1 discipline, 2 tax years, 126 figures".
fn contents(listing: &Listing) -> String {
    let disciplines = listing.disciplines.iter().map(|discipline| discipline.figures.len());
    let years = listing.tax_years.iter().map(|year| year.figures.len());
    let figures = disciplines.chain(years).sum::<usize>() + listing.assumptions.len();
    let parts = [
        (listing.disciplines.len(), "discipline"),
        (listing.tax_years.len(), "tax year"),
        (figures, "figure"),
    ];
    parts.map(|(number, thing)| changes::counted(number, thing)).join(", ")
}

fn comparison(before: Option<&str>, after: &Read) -> Vec<String> {
    let Some(before) = before else {
        return vec!["There is no earlier version to compare with.".to_owned()];
    };
    match load(before) {
        Ok(before) => changes::between(&before, after),
        Err(_) => vec!["The earlier version has errors, so there is nothing to compare with.".to_owned()],
    }
}
