//! The only door to the window. Everything here is small and does one thing;
//! what it is for is decided in `ui`.
//!
//! It compiles natively too, where nothing calls it: effects and event
//! handlers do not run when a page is prerendered.

pub mod early;
pub mod files;
pub mod history;
pub mod page;
pub mod picture;
pub mod place;
pub mod share;
pub mod storage;
