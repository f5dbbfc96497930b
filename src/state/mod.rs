//! The visitor's input, its meaning, its problems, and the contents of the page.
//!
//! [`draft::Draft`] holds texts and [`scenario::Scenario`] their meaning; calculations use only the scenario.
//! [`answer::Answer`] is everything for one scenario. [`update::update`] is the whole behaviour of the page as a
//! function from one [`model::State`] to the next, and [`part`] has the contents of each part of the page.

pub mod answer;
pub mod answer_json;
pub mod disclosure;
pub mod draft;
pub mod early;
pub mod event;
pub mod host;
pub mod input;
pub mod json;
pub mod model;
pub mod number;
pub mod part;
pub mod problem;
pub mod query;
pub mod scenario;
pub mod text;
pub mod update;
