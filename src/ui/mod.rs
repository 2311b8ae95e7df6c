//! What is on the screen: a function of the [`Visit`](crate::visit::Visit).
//!
//! [`app`] holds the one component with state, and turns a visit into a [`screen`];
//! `pages` has a file for each, and `components` has the parts that pages share. All
//! of these are plain functions from values to HTML. What touches the browser is in
//! `effects`, a hook for each.

pub mod app;
pub mod arrive;
pub mod card;
pub mod chunk;
mod components;
pub mod effects;
mod marks;
mod pages;
mod scorer;
pub mod screen;
#[cfg(feature = "app")]
mod start;
#[cfg(feature = "ssr")]
pub mod static_pages;
pub mod words;

pub use pages::{OwnLine, site_title};
#[cfg(feature = "ssr")]
pub use pages::{RecordLine, RecordParts, every_sheet, record_in_parts};
#[cfg(feature = "app")]
pub use start::start;
