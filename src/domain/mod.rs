//! Facts and sums of the field. Nothing here knows a figure, a clock or a browser:
//! figures come in as arguments (see [`crate::data`]).
//!
//! In reading order: what can be chosen, what an amount is, where a figure comes from, what the market
//! pays, what an estimate is, where an offer lies in it; then what tax takes, what is left of a salary and of a
//! contract, and which rate leaves as much.

pub mod choice;
pub mod estimate;
pub mod figure;
pub mod market;
pub mod money;
pub mod offer;
pub mod take_home;
pub mod tax;
pub mod tax_year;
pub mod text;
