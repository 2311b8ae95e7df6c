//! The address bar and the browser's history.
//!
//! Each entry carries a note: the page, where it stands in the quiz, and where the entry
//! before it stands. With the latter, the page's own "Back" can go the browser's way where
//! both lead to the same stage. It has the place on the page too, to come back to, and for charts
//! to be coded which step of which chart it shows. Where the device keeps nothing, the note of the
//! open entry holds the quiz too, so that a reload finds the answers. No other note does: entries
//! outlive answers that were erased.

use gloo::utils::{history, window};
use wasm_bindgen::JsValue;

use super::spot::Spot;
use crate::content::Quiz;
use crate::session::{self, Stage};
use crate::visit::Page;

/// What an entry of the history remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub page: Page,
    /// It shows the reader's own result, and not one that came by link.
    pub own: bool,
    /// The stage of the quiz that it shows; `None` where it shows none.
    pub stage: Option<Stage>,
    /// The stage of the entry before it; `None` where that one does not show the same
    /// quiz.
    pub before: Option<Stage>,
    /// The quiz, as [`session::save`] writes it; empty where the device keeps it.
    pub code: String,
    /// Where on the page the reader is.
    pub spot: Spot,
    /// On the page of charts, the place at the desk that it shows, and that of the entry before
    /// it, as `charts::Place` numbers them; 0 for none.
    pub desk: [u16; 2],
}

impl Note {
    fn to_text(&self, quiz: &Quiz) -> String {
        let own = if self.own { "own" } else { "-" };
        let [stage, before] = [self.stage, self.before].map(|stage| {
            stage.map_or("-".to_owned(), |stage| {
                session::stage_code(quiz, stage).to_string()
            })
        });
        [
            self.page.name(),
            own,
            &stage,
            &before,
            &self.code,
            &self.spot.to_text(),
            &self.desk[0].to_string(),
            &self.desk[1].to_string(),
        ]
        .join(" ")
    }

    fn from_text(quiz: &Quiz, text: &str) -> Option<Self> {
        let stage = |code: &str| session::stage_of(quiz, code.parse().ok()?);
        let mut parts = text.split(' ');
        let note = Self {
            page: Page::named(parts.next()?)?,
            own: parts.next()? == "own",
            stage: stage(parts.next()?),
            before: stage(parts.next()?),
            code: parts.next()?.to_owned(),
            // An entry of an earlier version has neither.
            spot: Spot::from_text(parts.next().unwrap_or_default()),
            desk: [parts.next(), parts.next()]
                .map(|part| part.and_then(|part| part.parse().ok()).unwrap_or_default()),
        };
        parts.next().is_none().then_some(note)
    }
}

/// The note of the entry that is open; `None` where it is not ours.
pub fn note(quiz: &Quiz) -> Option<Note> {
    let state = history().state().ok()?;
    Note::from_text(quiz, &state.as_string()?)
}

/// Adds an entry. Without an `address`, the address bar stays as it is.
pub fn push(quiz: &Quiz, note: &Note, address: Option<&str>) {
    let state = JsValue::from_str(&note.to_text(quiz));
    // Browsers refuse when a page adds many entries in a moment. Nothing is lost but
    // the way back to this entry: the page itself has changed all the same.
    let _ = history().push_state_with_url(&state, "", address);
}

/// Changes the entry that is open. Without an `address`, the address bar stays as it
/// is.
pub fn replace(quiz: &Quiz, note: &Note, address: Option<&str>) {
    let state = JsValue::from_str(&note.to_text(quiz));
    // It can be refused for the same reason as in `push`.
    let _ = history().replace_state_with_url(&state, "", address);
}

/// Writes into the open entry where on the page the reader is. An entry that is not ours stays as
/// it is.
pub fn put_spot(quiz: &Quiz, spot: Spot) {
    if let Some(open) = note(quiz).filter(|open| open.spot != spot) {
        replace(quiz, &Note { spot, ..open }, None);
    }
}

/// Writes into the open entry which place at the desk it shows. An entry that is not ours stays as
/// it is.
pub fn put_desk(quiz: &Quiz, place: u16) {
    if let Some(open) = note(quiz) {
        let desk = [place, open.desk[1]];
        replace(quiz, &Note { desk, ..open }, None);
    }
}

/// Adds an entry for a place at the desk. The open one, which shows the place before it, is told so,
/// and where on the page the reader is there.
pub fn push_desk(quiz: &Quiz, before: u16, now: u16) {
    if let Some(open) = note(quiz) {
        let spot = Spot::here();
        let desk = [before, open.desk[1]];
        let open = Note { spot, desk, ..open };
        replace(quiz, &open, None);
        let spot = Spot::default();
        let desk = [now, before];
        push(quiz, &Note { spot, desk, ..open }, None);
    }
}

/// Tells the browser not to scroll by itself when it goes through the history: it would do so
/// before a long page is drawn.
pub fn leave_scrolling_to_us() {
    // It fails only in a document that is no longer open.
    let _ = history().set_scroll_restoration(web_sys::ScrollRestoration::Manual);
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
