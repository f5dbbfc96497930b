//! The browser: the calculator on a page, and what it asks of the browser.

mod app;
mod clock;
mod element;
mod history;
mod page;

/// Constant time for each of the thousands of small pieces that an answer is made of, in a quarter of the program that
/// the standard library's allocator takes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
