//! The calculator on the pages of partners: what their policies, styles and programs do to it, and it to them.

pub mod faults;
pub mod life;
pub mod loading;
