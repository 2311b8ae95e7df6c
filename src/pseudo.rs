//! Another language in place of the one that the pages are written in, so that tests see which words
//! are not part of any message, and which boxes have room for the longer words of other languages.
//!
//! Native tests alone set it: the program in the browser is built without this module. It holds for
//! one thread.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::charts::content::Chart;
use crate::content::{Content, Guide, Quiz};

/// A language that nobody speaks.
#[derive(Clone, Copy, Debug)]
pub struct Pseudo {
    /// What becomes of the words of a message.
    pub turn: fn(&str) -> String,
    /// The quiz in it, in its parts as `builtin` has them.
    pub quiz: &'static Quiz,
    /// The content for the browser.
    pub content: &'static Content,
    /// The quiz with what the page about scoring says.
    pub instrument: &'static Quiz,
    /// The content with what static pages say.
    pub reference: &'static Content,
    /// The guide.
    pub guide: &'static Guide,
    /// The charts to be coded.
    pub charts: &'static [Chart],
}

thread_local! {
    static SPOKEN: Cell<Option<Pseudo>> = const { Cell::new(None) };
    static TURNED: RefCell<HashMap<(usize, &'static str), &'static str>> = RefCell::default();
}

/// Speaks a pseudo language on this thread from now on, or none any more.
pub fn speak(language: Option<Pseudo>) {
    SPOKEN.set(language);
}

/// The language that this thread speaks, if it is none of the product's.
pub fn spoken() -> Option<Pseudo> {
    SPOKEN.get()
}

/// What a message's words become. Each is kept for good, as a program's own words are.
pub fn turned(words: &'static str) -> &'static str {
    let Some(Pseudo { turn, .. }) = spoken() else {
        return words;
    };
    TURNED.with_borrow_mut(|turned| {
        let of = (turn as usize, words);
        *turned.entry(of).or_insert_with(|| turn(words).leak())
    })
}
