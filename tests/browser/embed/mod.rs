//! The calculator on the pages of partners: what their policies, styles and programs do to it, and it to them.

pub mod apps;
pub mod faults;
pub mod frames;
pub mod life;
pub mod loading;
pub mod looks;

use std::process::Command;

use serde_json::Value;

/// What the command line answers to an input.
fn answered(input: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_estimate")).arg(input).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}
