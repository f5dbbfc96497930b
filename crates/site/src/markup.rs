//! The parts of the pages that are drawn before any script runs.

use salary_calculator::domain::figures::Figures;
use salary_calculator::domain::listing::Listing;
use salary_calculator::platform::clock;
use salary_calculator::state::model::State;
use salary_calculator::view::about::about;
use salary_calculator::view::partners::{locks, starts};
use salary_calculator::view::table::estimates;
use salary_calculator::view::{copy, native};

/// The parts of a page.
pub struct Drawn {
    /// Its heading.
    pub title: String,
    /// Its description for search engines, in a sentence.
    pub description: String,
    /// The message that is shown if the program cannot be loaded.
    pub late: &'static str,
    /// The calculator with the default answer on the day of the build. The program redraws it on the day of the visit.
    pub calculator: String,
    /// Sources and explanations.
    pub about: String,
    /// The table of every estimate.
    pub estimates: String,
    /// The fields for the input that a partner's calculator starts with.
    pub starts: String,
    /// The checkboxes for the inputs that a partner locks.
    pub locks: String,
}

impl Drawn {
    /// Draws them all.
    pub fn of(figures: &'static Figures, listing: Listing) -> Self {
        // Without scripts the browser itself opens disclosures.
        let state = State { drawn_closed: true, ..State::from_query("", figures, clock::today()) };
        Self {
            title: copy::title(figures).into(),
            description: copy::description(figures).into(),
            late: copy::LATE,
            calculator: native::calculator(&state),
            about: native::markup(move || about(&figures.agency, &listing)),
            estimates: native::markup(move || estimates(figures)),
            starts: native::markup(move || starts(figures)),
            locks: native::markup(locks),
        }
    }
}

/// Returns the element's shadow root as declarative markup, for a page before any script runs.
pub fn shadow(calculator: &str, about: &str, sheet: &str) -> String {
    format!(
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{sheet}\" />\
         <div class=\"root\" part=\"root\" lang=\"en-GB\" dir=\"ltr\">\
         <div class=\"app\">{calculator}</div>{about}</div></template>"
    )
}
