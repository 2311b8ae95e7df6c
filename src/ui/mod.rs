//! What is on the screen: a function of the [`Visit`](crate::visit::Visit).
//!
//! [`app`] holds the one component with state, and [`programs`] the switch over
//! views; `pages` has a file for each view; `components` has the parts that
//! pages share. Everything below the app is a plain function from values to HTML.

pub mod app;
pub mod arrive;
pub mod card;
mod components;
mod pages;
pub mod programs;
#[cfg(feature = "app")]
mod start;
#[cfg(feature = "prerender")]
pub mod static_pages;
mod use_visit;
pub mod words;

#[cfg(feature = "app")]
pub use start::start;
