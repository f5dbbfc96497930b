//! The page.

fn main() {
    salary_calculator::platform::start();
}
