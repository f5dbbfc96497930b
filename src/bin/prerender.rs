//! Writes the answer for the default input, and the table of every estimate, into the built page,
//! so that it can be read before any script has run, or without one.

mod day;

use std::process::ExitCode;
use std::rc::Rc;
use std::{env, fs};

use salary_calculator::state::model::State;
use salary_calculator::view::copy;
use salary_calculator::view::page::{Page, Props};
use yew::{Callback, ServerRenderer};

/// What stands in `index.html` where the markup goes.
const PLACE: &str = "<!-- prerendered -->";

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        eprintln!("Usage: prerender PATH, where PATH is the built index.html");
        return ExitCode::from(2);
    };
    let written = fs::read_to_string(&path).map_err(|error| error.to_string()).and_then(|page| {
        if !page.contains(PLACE) {
            return Err(format!("{PLACE} is missing"));
        }
        let page = page
            .replace(PLACE, &markup())
            .replace("<!-- title -->", &copy::title())
            .replace("<!-- late -->", copy::LATE);
        fs::write(&path, page).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("prerender: {}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}

/// The page is drawn for the day it is built on; the program draws it anew for the day it is read on.
fn markup() -> String {
    let props = || Props { state: Rc::new(State::from_query("", day::today())), dispatch: Callback::noop() };
    futures::executor::block_on(ServerRenderer::<Page>::with_props(props).hydratable(false).render())
}
