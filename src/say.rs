//! What the pages say in sentences of their own, a function for each message of
//! `assets/content/words`; `build.rs` writes them. What a quiz, a plan or a chart says stands in
//! their own files.
//!
//! A message that nothing says is dead code, and that is an error here in every build. That is why
//! this module is private. `docs/words.md` has the syntax, and how a sentence is changed.

#[cfg(feature = "ssr")]
use crate::pseudo::turned as said;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

pub use crate::charts::content::Presence;

/// Whose result a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    Own,
    /// Somebody else's, opened by link.
    Theirs,
}

/// What a sentence with marks becomes: some of its words are a link, others stand out. This module
/// knows of no markup; whoever says the sentence knows.
pub trait Marked: Sized {
    /// Words as they stand in the message.
    fn fixed(words: &'static str) -> Self;
    /// Words with a value among them.
    fn made(words: String) -> Self;
    /// All of a sentence, in order.
    fn joined(parts: Vec<Self>) -> Self;
}

/// What a message says, which nothing changes in the browser. `pseudo` has the other one.
#[cfg(not(feature = "ssr"))]
const fn said(words: &'static str) -> &'static str {
    words
}
