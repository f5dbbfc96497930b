//! The program behind the element. It does nothing on its own: the script of the element makes a
//! [`Calculator`](salary_calculator::platform) for each element. Without a `main` it needs no start-up code.

#![cfg_attr(target_arch = "wasm32", no_main)]

use salary_calculator as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
