//! What can be wrong with a code.

use std::fmt;

/// Why a text gives no value. The head of [`code`](crate::code) says when each is
/// given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It was never one of our codes.
    NotOurs,
    /// It was one of our codes, and something in it has changed.
    Damaged,
    /// Its end is missing.
    CutOff,
    /// It is intact, and was made for an earlier edition of the quiz, which asked other
    /// questions.
    Older,
    /// It is intact, and a newer version of the quiz made it.
    Newer,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "not a code of this quiz",
            Self::Damaged => "a damaged code",
            Self::CutOff => "a code with its end missing",
            Self::Older => "a code from an earlier edition of this quiz",
            Self::Newer => "a code from a newer version of this quiz",
        })
    }
}

impl std::error::Error for CodeError {}

/// The symbols of an intact code say something that no writer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invalid;

impl From<Invalid> for CodeError {
    fn from(Invalid: Invalid) -> Self {
        Self::NotOurs
    }
}
