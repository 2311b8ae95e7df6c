//! The door to the window. Everything here is small and does one thing; what it is
//! for is decided in `ui`. Only listeners and timers are made elsewhere,
//! with gloo.
//!
//! It compiles natively too, where nothing calls it: effects and event handlers do
//! not run while a page is written ahead of time. Only what a device keeps is read then, so there
//! `memory` stands in for its storage.

pub mod early;
pub mod files;
pub mod history;
#[cfg(not(target_arch = "wasm32"))]
pub mod memory;
pub mod page;
pub mod picture;
pub mod place;
pub mod share;
pub mod spot;
#[cfg(target_arch = "wasm32")]
pub mod storage;

#[cfg(not(target_arch = "wasm32"))]
pub use memory as storage;
