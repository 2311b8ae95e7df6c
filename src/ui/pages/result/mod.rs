//! The result: derived from the answers, never stored.

mod conditions;
mod directions;
mod own;
mod parts;
mod plan;
mod preview;
mod profile;
mod share;
mod theirs;
mod traits;
mod verdict;
mod why;
mod withheld;

pub use self::own::own_result;
pub use self::theirs::their_result;
pub(super) use preview::in_numbers;
