//! What the device keeps: under which key, as which text, and what becomes of it where
//! others write there too.
//!
//! Several tabs share one storage, a page may come back after a long time from the
//! browser's memory, and an old version may still be open beside a newer one. So a
//! [`Keeper`] remembers what it has last seen of each text, and looks before it writes:
//!
//! - What nobody else has touched is overwritten.
//! - What another tab has written or erased is merged, answer by answer: what this tab
//!   has changed since it last looked stays as it has it, and all else becomes as the
//!   other has it. So no answer is lost that was given last, and none comes back that was
//!   erased.
//! - What cannot be read is set aside first, unchanged. Where that fails, nothing is
//!   written.
//!
//! The storage is behind a trait, so that tests can have several tabs without a browser.

#![warn(missing_docs)]

mod desk;
mod group;
mod keeper;
mod keeping;
mod key;
mod store;

pub use desk::{DeskKeeper, DeskNews, FoundDesk, charts_done};
pub use group::GroupKeeper;
pub use keeper::{Found, Keeper, News, merged_words};
pub use keeping::Keeping;
pub use key::Key;
pub use store::{Refused, Store};
