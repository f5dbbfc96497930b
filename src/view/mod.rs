//! Words and markup. [`copy`] has every sentence, and [`format`](mod@format) writes amounts and rates; the rest is
//! markup.

pub mod copy;
pub mod format;

#[cfg(feature = "ssr")]
pub mod about;
#[cfg(feature = "yew")]
mod answer;
#[cfg(feature = "yew")]
pub mod calculator;
#[cfg(feature = "yew")]
mod chart;
#[cfg(feature = "yew")]
mod compare;
#[cfg(feature = "yew")]
pub mod control;
#[cfg(feature = "yew")]
mod curve;
#[cfg(feature = "yew")]
mod disclosure;
#[cfg(feature = "yew")]
pub mod element;
#[cfg(feature = "yew")]
mod field;
#[cfg(feature = "yew")]
mod form;
#[cfg(feature = "yew")]
mod glossary;
#[cfg(feature = "yew")]
mod heading;
#[cfg(feature = "ssr")]
pub mod native;
#[cfg(feature = "ssr")]
pub mod partners;
#[cfg(feature = "ssr")]
mod sources;
#[cfg(feature = "yew")]
mod statement;
#[cfg(feature = "ssr")]
pub mod table;
#[cfg(feature = "yew")]
mod take_home;
