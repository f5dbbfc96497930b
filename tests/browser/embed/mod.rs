//! The calculator on partner pages: under their policies, among their styles and programs.

pub mod appearance;
pub mod apps;
pub mod contract;
pub mod disciplines;
pub mod faults;
pub mod frames;
pub mod lifecycle;
pub mod loading;

use std::sync::LazyLock;

use salary_calculator::platform::clock;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use salary_figures::{Folder, Read, read};
use serde_json::Value;
use thirtyfour::Key;

use crate::folder::frozen_figures;
use crate::stage::{ELEMENT, EMBED, Stage};

/// The figures of the frozen site.
static FROZEN: LazyLock<Read> = LazyLock::new(|| {
    read(&Folder::load(&frozen_figures()).unwrap()).unwrap_or_else(|faults| panic!("{faults:#?}"))
});

/// Returns the answer of the library to an input, which is the one that the program must give.
fn answered(input: &str) -> Value {
    let json = answer_json::of(&query::read(input), &FROZEN.figures, clock::today(), copy::problem);
    serde_json::from_str(&json).unwrap()
}

fn page() -> String {
    format!("{EMBED}{ELEMENT}")
}

/// Types an amount into the salary field and leaves it, as a visitor does.
async fn type_salary(stage: &Stage, text: &str) {
    stage.tab.run("find('#salary').focus(); find('#salary').select()").await;
    stage.tab.press(text).await;
    stage.tab.press(Key::Tab).await;
}

/// Waits until the work that the element defers to a later task is done.
async fn two_tasks(stage: &Stage) {
    stage.tab.script("const done = arguments[0]; setTimeout(() => setTimeout(done))").await;
}
