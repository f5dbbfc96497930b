//! The program behind the element. It does nothing by itself: the element's script makes a
//! [`Calculator`](salary_calculator::platform) for each element.

use salary_calculator as _;

fn main() {}
