//! The platform: the clock and, in the browser, the calculator on a page with all that it needs from the browser.

#[cfg(feature = "web")]
mod app;
pub mod clock;
#[cfg(feature = "web")]
mod element;
#[cfg(feature = "web")]
mod history;
#[cfg(feature = "web")]
mod page;

/// Allocates each of an answer's thousands of small allocations in constant time, with a quarter of the code of the
/// standard library's allocator.
#[cfg(all(feature = "web", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
