//! A fragment with one result, or with two to compare.

use super::shared::{Shared, parse, print};
use crate::code::CodeError;
use crate::content::Quiz;

/// What an address's fragment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// The address has none.
    Absent,
    /// It is a link that can be read.
    Link(Link),
    /// It is no link, or none that can be read any more.
    Unreadable(CodeError),
}

impl Fragment {
    /// Reads a fragment without its `#`; `None` where the address has none.
    pub fn read(quiz: &Quiz, fragment: Option<&str>) -> Self {
        match fragment.map(|fragment| parse_link(quiz, fragment)) {
            None => Self::Absent,
            Some(Ok(link)) => Self::Link(link),
            Some(Err(error)) => Self::Unreadable(error),
        }
    }
}

/// What a link asks to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// One result.
    One(Shared),
    /// A result beside the reader's own.
    WithOwn(Shared),
    /// Two results side by side.
    Two(Shared, Shared),
}

/// Stands between two codes. No code has it in it, and apps that make addresses in
/// a text into links do not stop before it.
const BETWEEN: &str = "/";

/// Stands in place of a second code for the reader's own result.
const OWN: &str = "mine";

/// Reads a fragment without its `#`.
///
/// # Errors
///
/// [`CodeError`] of the first code that is none.
pub fn parse_link(quiz: &Quiz, fragment: &str) -> Result<Link, CodeError> {
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
        Link::WithOwn(shared) => print(quiz, shared) + BETWEEN + OWN,
        Link::Two(first, second) => print(quiz, first) + BETWEEN + &print(quiz, second),
    }
}

/// The fragment in what somebody pasted: a link with or without a sentence
/// around it, or a link's end alone.
pub fn within(pasted: &str) -> &str {
    let (_, fragment) = pasted.split_once('#').unwrap_or(("", pasted));
    fragment.split_whitespace().next().unwrap_or_default()
}

/// The fragment without what apps hang on to links: parameters of their own, and
/// the punctuation of the sentence around it. No code has such characters in it, and
/// the seal would show if too much were taken away.
fn without_appendix(fragment: &str) -> &str {
    let (code, _) = fragment.split_once('&').unwrap_or((fragment, ""));
    let code = code.strip_suffix("%20").unwrap_or(code);
    code.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '\'', '"', ' '])
}
