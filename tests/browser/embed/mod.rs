//! The calculator on the pages of partners: what their policies, styles and programs do to it, and it to them.

pub mod apps;
pub mod contract;
pub mod faults;
pub mod frames;
pub mod life;
pub mod loading;
pub mod looks;

use std::process::Command;

use serde_json::Value;
use thirtyfour::Key;

use crate::hosts::{ELEMENT, EMBED, Stage};

/// What the command line answers to an input.
fn answered(input: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_estimate")).arg(input).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn page() -> String {
    format!("{EMBED}{ELEMENT}")
}

/// Types an amount into a field and leaves it, as a visitor does.
async fn type_salary(stage: &Stage, text: &str) {
    stage.tab.run("find('#salary').focus(); find('#salary').select()").await;
    stage.tab.press(text).await;
    stage.tab.press(Key::Tab).await;
}

/// What the element puts off until a task later has happened.
async fn two_tasks(stage: &Stage) {
    stage.tab.script("const done = arguments[0]; setTimeout(() => setTimeout(done))").await;
}
