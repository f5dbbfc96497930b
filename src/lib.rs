//! What a UK machine learning engineer's permanent job would pay, and what a contract would bring in.
//!
//! # Where to start
//!
//! The house has six rooms, and each may use only those before it (`tests/rooms.rs` holds the order):
//!
//! | room | holds |
//! |---|---|
//! | [`domain`] | facts and sums of the field, and how numbers are written; no figures, no clock |
//! | [`data`] | the figures and where they came from, as TOML turned into constants |
//! | [`state`] | what was typed, before the program ran too, what it means, what is wrong with it, what to show |
//! | [`view`] | words and markup |
//! | `platform` | the browser: the element's Rust half, history, clock |
//! | `main.rs`, `bin/` | entries: the program, the command line, the site |

pub mod domain;

pub mod data;

pub mod state;

pub mod view;

#[cfg(feature = "web")]
pub mod platform;
