//! The figures that this program was built with. They come from the TOML files in `figures/`, which can be edited
//! without Rust; the build script reads them through `crates/figures` and writes the constant below.
//!
//! Only the entries name it. Everything else, tests included, is handed the figures to work with.

#![allow(clippy::unreadable_literal)] // the build script writes numbers without separators

include!(concat!(env!("OUT_DIR"), "/figures.rs"));
