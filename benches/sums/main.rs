//! The sums as a program for a browser, whose script calls the library's functions.

use salary_sums as _;

fn main() {}
