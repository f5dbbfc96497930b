//! What the visitor typed, what it means, what is wrong with it, and what to show.
//!
//! [`draft::Draft`] holds texts, [`scenario::Scenario`] what they mean; only the second reaches the sums.
//! [`update::update`] is the whole behaviour of the page as a function from one [`model::State`] to the next.

pub mod answer;
pub mod disclosure;
pub mod draft;
pub mod early;
pub mod event;
pub mod host;
pub mod json;
pub mod key;
pub mod model;
pub mod number;
pub mod problem;
pub mod query;
pub mod scenario;
pub mod summary;
pub mod take_home;
pub mod update;
