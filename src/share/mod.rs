//! The link: a result as a short code in an address's fragment.
//!
//! A fragment never reaches a server. How much a link holds is its maker's
//! choice ([`Disclosure`]). Each kind of code has room for no more than that, so a
//! mistake in the interface could not pass on more.
//! For every [`Shared`] that can be made, `parse(print(s)) == s`; for every
//! string, [`parse`] gives a value or a [`CodeError`]. Nothing of a string that it
//! refuses is kept.
//!
//! # The format
//!
//! ```text
//! fragment = code [ "/" ( code | "mine" ) ] appendix
//! ```
//!
//! A second code is a result to set beside the first, and `mine` is the reader's
//! own. The appendix is what apps hang on to links, and is dropped: everything
//! from the first `&` on, then one `%20` at the end, then any run of
//! `.,;:!?)]>'"` and spaces.
//!
//! [`code`](crate::code) says how a code is built, and what *items*, *task* and
//! *answers* are. The bodies are, by kind:
//!
//! ```text
//! r  answers
//! t  7 × (answered, sum), task
//! v  fit, low, high
//! o  quick items
//! ```
//!
//! - `r` is a result with its answers. The starting point is in it if its maker
//!   wanted so.
//! - `t` is what the scores are computed from, trait by trait: a symbol for how
//!   many items were answered with a level, and one for the sum of the keyed
//!   levels; both are 0 for a trait without a score. The receiver computes the
//!   scores again under the published rules.
//! - `v` is a verdict: the fit, 1 to 100, and the ends of its likely range, 0 to
//!   100 on both sides of it; each a number in two symbols.
//! - `o` is what somebody answered about a person they know.
//!
//! # Why answers and sums, and not scores
//!
//! How many items were answered, and the sum of their levels, say as much as a score
//! and its range do, and give both exactly. Whoever opens the link computes the scores
//! again, under the rules that are published. A verdict alone cannot be computed
//! again, so it travels as three numbers.

#![warn(missing_docs)]

mod link;
mod shared;
mod tallies;

pub use crate::code::CodeError;
pub use link::{Fragment, Link, parse_link, print_link, within};
pub use shared::{Disclosure, Shared, parse, print};
pub use tallies::Tallies;
