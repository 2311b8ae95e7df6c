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
//! r  answers [form, charts]
//! t  7 × (answered, sum), task
//! v  fit, low, high
//! o  quick items
//! ```
//!
//! - `r` is a result with its answers. The starting point is in it if its maker
//!   wanted so. Behind the answers it can say how charts to be coded went: a symbol for
//!   the form, which is 1, then two symbols for each chart up to the last one that was seen
//!   to its end, at the place of the chart's number (1 to 40). They are *found* · 8 + *wanted*,
//!   and *unsupported* · 4 + whether another one is wanted (not said 0, yes 1, not sure 2,
//!   no 3); 0 and 0 for a chart that was not. At least one is wanted, no more are found than
//!   are, and at least one chart was seen. A newer version may use another form, or values that
//!   none can come to here. Then the answers are read, and it is said that there is more.
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

mod charts;
mod link;
mod shared;
mod tallies;

pub use crate::code::CodeError;
pub use charts::Charts;
pub use link::{Fragment, Link, parse_link, print_link, within};
pub use shared::{Disclosure, Shared, parse, print};
pub use tallies::Tallies;
