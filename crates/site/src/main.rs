//! Makes the site in a folder that Trunk has built, or brings the partners' guide up to date.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use salary_site::{make, reference, root};

const USAGE: &str = "\
Usage: site FOLDER FIGURES   makes the site in a folder that Trunk has built, from a folder of figures
       site --guide          writes the table of inputs in the partners' guide";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let made = match arguments.as_slice() {
        [option] if option == "--guide" => reference::write_guide(&root()),
        [folder, figures] => make(Path::new(folder), Path::new(figures)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}
