//! The door to the window. Everything here is small and does one thing; what it is
//! for is decided in `ui`. Only listeners and timers are made elsewhere,
//! with gloo.
//!
//! It compiles natively too, where nothing calls it: effects and event handlers do
//! not run while a page is written ahead of time.

pub mod early;
pub mod files;
pub mod history;
pub mod page;
pub mod picture;
pub mod place;
pub mod share;
pub mod spot;
pub mod storage;
