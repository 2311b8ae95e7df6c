//! One person's quiz as a pure state machine.
//!
//! Clicks and keys become an [`Action`]; [`Session::step`] gives the next
//! session, or nothing where the action has no effect. The result is never
//! part of the state: it is derived from the answers.

#![warn(missing_docs)]

mod machine;
mod pace;
mod question;
mod saved;

pub use machine::{Action, Session, Stage};
pub use pace::Pace;
pub use question::{Question, Subject};
pub use saved::{restore, save, stage_code, stage_of};
