//! The link: a result as a short code in an address's fragment.
//!
//! A fragment never reaches a server. The code holds answers, never scores, so
//! that whoever opens it sees what the answers come to under the published
//! rules. For every [`Shared`], `parse(print(s)) == s`; for every string,
//! [`parse`] gives a value or a [`ShareError`]. Nothing of a string that it
//! refuses is kept.
//!
//! # Version 1
//!
//! ```text
//! r= version parts [21 quick items] [17 more items] [5 conditions]
//!    [5 starting-point answers] [form right wrong] seal
//! ```
//!
//! Items are digits of 7 values (none, 1 to 5, not sure), two to a symbol;
//! conditions of 4 (none, fine, hard, no), three to a symbol; starting-point
//! answers of 8 (none, declined, the options), two to a symbol. `parts` says
//! which of the optional parts follow. Order and number are the content's, so
//! the version is raised with the content's edition.

mod answers_code;
mod symbols;

pub use answers_code::AnswersCode;
pub use symbols::{Kind, Reader, Writer};

use std::fmt;

use symbols::SealError;

use crate::answers::Answers;
use crate::content::Quiz;

/// The version that this build writes, equal to the quiz's edition.
pub const VERSION: u8 = 1;

/// What a result link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The answers, with the starting point only if the person chose so.
    pub answers: Answers,
}

/// Why a fragment is not a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// It was never one of our links.
    NotOurs,
    /// It was one of our links, and something in it has changed.
    Damaged,
    /// Its end is missing.
    CutOff,
    /// It is intact, and a newer version of the quiz made it.
    Newer,
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "not a link of this quiz",
            Self::Damaged => "a damaged link",
            Self::CutOff => "a link with its end missing",
            Self::Newer => "a link from a newer version of this quiz",
        })
    }
}

impl std::error::Error for ShareError {}

/// Writes a result as a fragment without its `#`: `r=` and the code.
pub fn print(quiz: &Quiz, shared: &Shared) -> String {
    let mut body = Writer::default();
    AnswersCode::of(quiz).write(quiz, &shared.answers, &mut body);
    close(Kind::Result, body)
}

/// Reads a fragment without its `#`.
///
/// # Errors
///
/// [`ShareError`]; see its variants.
pub fn parse(quiz: &Quiz, fragment: &str) -> Result<Shared, ShareError> {
    let body = open(quiz, Kind::Result, without_appendix(fragment))?;
    let mut reader = Reader::new(&body);
    let answers = AnswersCode::of(quiz)
        .read(quiz, &mut reader)
        .ok_or(ShareError::NotOurs)?;
    reader.finish().ok_or(ShareError::NotOurs)?;
    Ok(Shared { answers })
}

/// The fragment without what apps hang on to links: parameters of their own, and
/// the punctuation of the sentence around it. Nothing of it is in the alphabet,
/// and the seal protects what is left.
fn without_appendix(fragment: &str) -> &str {
    let (code, _) = fragment.split_once('&').unwrap_or((fragment, ""));
    let code = code.strip_suffix("%20").unwrap_or(code);
    code.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '\'', '"', ' '])
}

/// Checks seal and version, and gives the symbols after the version.
///
/// # Errors
///
/// As [`parse`].
pub fn open(quiz: &Quiz, kind: Kind, text: &str) -> Result<Vec<u8>, ShareError> {
    let (symbols, sealed) = symbols::parse(kind, text).map_err(|error| match error {
        SealError::Prefix => ShareError::NotOurs,
        SealError::TooShort => ShareError::CutOff,
        SealError::TooLong | SealError::Character | SealError::Checksum => ShareError::Damaged,
    })?;
    let (version, body) = symbols.split_first().ok_or(ShareError::CutOff)?;
    if sealed.is_err() {
        // A cut code is shorter than its own header says.
        let whole = AnswersCode::of(quiz).symbols(body).unwrap_or(usize::MAX);
        let cut = *version == VERSION && body.len() < whole;
        return Err(if cut {
            ShareError::CutOff
        } else {
            ShareError::Damaged
        });
    }
    match *version {
        VERSION => Ok(body.to_vec()),
        0 => Err(ShareError::NotOurs),
        _ => Err(ShareError::Newer),
    }
}

/// Seals a body under the current version.
pub fn close(kind: Kind, body: Writer) -> String {
    let mut symbols = vec![VERSION];
    symbols.extend(body.finish());
    symbols::print(kind, &symbols)
}
