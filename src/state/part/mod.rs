//! View models: for each part of the page a plain struct with its contents. The view draws them and adds words.
//!
//! The struct shows what a part depends on, `==` shows whether it has changed, and decisions such as which offer leaves
//! more are tested here without parsing markup.

pub mod compare;
pub mod curve;
pub mod field;
pub mod market;
pub mod statement;
pub mod take_home;
