//! The address bar and the browser's history.
//!
//! An entry remembers a note: the page, where the entry before it stands in the
//! quiz, and the quiz as a code. So "back" works, and a reload finds the answers even
//! where the device keeps nothing.

use gloo::utils::{history, window};
use wasm_bindgen::JsValue;

use crate::visit::Page;

/// What an entry of the history remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The page.
    pub page: Page,
    /// It shows the reader's own result, and not one that came by link.
    pub own: bool,
    /// The stage of the entry before, where that one shows the reader's own
    /// quiz or result; as [`session::stage_code`](crate::session::stage_code)
    /// gives it.
    pub before: Option<u16>,
    /// The quiz, as [`session::save`](crate::session::save) writes it.
    pub code: String,
}

impl Note {
    fn to_text(&self) -> String {
        let own = if self.own { "own" } else { "-" };
        let before = self.before.map_or("-".to_owned(), |code| code.to_string());
        [self.page.name(), own, &before, &self.code].join(" ")
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let note = Self {
            page: Page::named(parts.next()?)?,
            own: parts.next()? == "own",
            before: parts.next()?.parse().ok(),
            code: parts.next()?.to_owned(),
        };
        parts.next().is_none().then_some(note)
    }
}

/// The note of the entry that is open; `None` where it is not ours.
pub fn note() -> Option<Note> {
    let state = history().state().ok()?;
    Note::from_text(&state.as_string()?)
}

/// Opens a new entry; `None` leaves the address as it is.
pub fn push(note: &Note, address: Option<&str>) {
    let state = JsValue::from_str(&note.to_text());
    // Browsers refuse when a page pushes many entries in a moment; the page
    // itself has changed all the same.
    let _ = history().push_state_with_url(&state, "", address);
}

/// Changes the entry that is open; `None` leaves the address as it is.
pub fn replace(note: &Note, address: Option<&str>) {
    let state = JsValue::from_str(&note.to_text());
    // As in `push`.
    let _ = history().replace_state_with_url(&state, "", address);
}

/// Goes one entry back.
pub fn back() {
    // It fails only in a document that is no longer open.
    let _ = history().back();
}

/// The address's fragment without its `#`; `None` where there is none.
pub fn fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#')?;
    (!fragment.is_empty()).then(|| fragment.to_owned())
}
