//! The program behind the element. It does nothing by itself: the element's script makes a
//! [`Calculator`](salary_calculator::platform) for each element. Without a `main` it does without what starts one.

#![cfg_attr(target_arch = "wasm32", no_main)]

use salary_calculator as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
