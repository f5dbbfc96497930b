//! The browser: the calculator on a page, what it asks of the browser, and how typing that came before it is kept.

mod app;
mod clock;
mod early;
mod element;
mod history;
mod page;
