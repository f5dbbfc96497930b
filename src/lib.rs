//! A UK pay calculator: the salary of a technology job, the income from a contract, and which of them leaves more.
//!
//! # Where to start
//!
//! The code has six rooms, and each may use only those before it (`tests/rooms.rs` checks the order):
//!
//! | room | holds |
//! |---|---|
//! | [`domain`] | the facts and calculations of UK pay, in a crate of its own; no figures, no clock |
//! | [`data`] | the figures that the program was built with, as constants |
//! | [`state`] | the visitor's input, its meaning, its problems, and the contents of each part of the page |
//! | [`view`] | words and markup |
//! | [`platform`] | the clock and, in the browser, the Rust half of the element and the history |
//! | `main.rs`, `bin/` | the entries: the program and the command line; `crates/site` makes the site |

pub use salary_domain as domain;

pub mod data;

pub mod state;

pub mod view;

pub mod platform;

#[cfg(test)]
mod testing;
