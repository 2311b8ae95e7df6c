//! What the documents say around the pages, a function for each message of `assets/content/words/site`;
//! `build.rs` writes them. The pages' own sentences are `career_fit`'s. A message that nothing says is
//! dead code, and that is an error here.

#![deny(dead_code)]

include!(concat!(env!("OUT_DIR"), "/words.rs"));

const fn said(words: &'static str) -> &'static str {
    words
}
