//! Charts to code: the work itself, in a few small invented stays.
//!
//! A [`Chart`](content::Chart) is data. A [`Work`] is what a reader has done with one, as a
//! state machine like the quiz's; a [`Desk`] has the works on all of them. [`judge`] says
//! what was right and why, [`group`](group::group) which payment group a set of codes
//! comes to, and [`find`] looks something up in a chart's book. [`saved`] is what a device
//! keeps, and [`Summary`] what of it can be told without the charts themselves.
//!
//! Nothing of this enters the fit: nobody has studied what it says about later careers.
//!
//! The charts themselves are not part of the program that asks the quiz's questions. Only
//! `builtin::charts` leads to them, and only the views of charts call it: see `ui::chunk`.

#![warn(missing_docs)]

mod book;
mod compact;
pub mod content;
mod desk;
pub mod group;
mod judge;
pub mod saved;
mod summary;
mod work;

pub use book::{Found, find};
pub use compact::Compact;
pub use desk::{Desk, DeskAction, Place};
pub use judge::{Judged, Judgement, PresenceJudged, Verdict, judge};
pub use summary::Summary;
pub use work::{Act, Action, Chosen, CodeAt, Feeling, Felt, LineAt, Mood, Tally, Work};
