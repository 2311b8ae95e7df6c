//! What the marked words of a sentence become on a page.

use yew::prelude::*;
use yew::virtual_dom::{VList, VText};

use crate::say::Marked;

impl Marked for Html {
    fn fixed(words: &'static str) -> Self {
        VText::new(words).into()
    }

    fn made(words: String) -> Self {
        VText::new(words).into()
    }

    fn joined(parts: Vec<Self>) -> Self {
        VList::with_children(parts, None).into()
    }
}

/// Words that stand out.
pub fn strong(words: Html) -> Html {
    html! { <strong>{ words }</strong> }
}
