//! A fragment with one result, or with two to compare.

use super::{ShareError, Shared, parse, print, without_appendix};
use crate::content::Quiz;

/// What a fragment asks to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// One result.
    One(Shared),
    /// A result beside the reader's own.
    WithOwn(Shared),
    /// Two results side by side.
    Two(Shared, Shared),
}

/// Between two codes. It is in no code, and no app takes it for the end of a
/// link.
const BETWEEN: char = '/';

/// In place of a second code: the reader's own result.
const OWN: &str = "mine";

/// Reads a fragment without its `#`.
///
/// # Errors
///
/// [`ShareError`] of the first code that is none.
pub fn parse_link(quiz: &Quiz, fragment: &str) -> Result<Link, ShareError> {
    let fragment = without_appendix(fragment);
    match fragment.split_once(BETWEEN) {
        None => parse(quiz, fragment).map(Link::One),
        Some((first, OWN)) => parse(quiz, first).map(Link::WithOwn),
        Some((first, second)) => Ok(Link::Two(parse(quiz, first)?, parse(quiz, second)?)),
    }
}

/// Writes a fragment without its `#`.
pub fn print_link(quiz: &Quiz, link: &Link) -> String {
    match link {
        Link::One(shared) => print(quiz, shared),
        Link::WithOwn(shared) => print(quiz, shared) + "/" + OWN,
        Link::Two(first, second) => print(quiz, first) + "/" + &print(quiz, second),
    }
}

/// The fragment in what somebody pasted: a link with or without a sentence
/// around it, or a link's end alone.
pub fn within(pasted: &str) -> &str {
    let (_, fragment) = pasted.split_once('#').unwrap_or(("", pasted));
    fragment.split_whitespace().next().unwrap_or_default()
}
