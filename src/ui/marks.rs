//! What the marked words of a sentence become on a page.

use yew::prelude::*;

use crate::say::Marked;

impl Marked for Html {
    fn fixed(words: &'static str) -> Self {
        words.into()
    }

    fn made(words: String) -> Self {
        words.into()
    }

    fn joined(parts: Vec<Self>) -> Self {
        parts.into_iter().collect()
    }
}

/// Words that stand out.
pub fn strong(words: Html) -> Html {
    html! { <strong>{ words }</strong> }
}
