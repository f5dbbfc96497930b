//! The program behind the element. It does nothing by itself: the element's script makes a
//! [`Calculator`](salary_calculator::platform) for each element.

#![cfg_attr(target_arch = "wasm32", no_main)]

use salary_calculator as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
