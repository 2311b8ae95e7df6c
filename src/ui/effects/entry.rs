//! What becomes of the browser's history: a function of what was on the screen, what
//! is there now, and what the open entry says. It is pure, so that tests can go through
//! its cases as rows.

use crate::browser::history::Note;
use crate::session::Stage;
use crate::visit::{View, Visit};

/// What an entry of the history stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What is on the screen.
    pub view: View,
    /// The stage of the quiz that it shows; `None` where it shows none. It does not say
    /// whether a missing answer was pointed out, because that opens no new page.
    pub stage: Option<Stage>,
}

impl Entry {
    pub fn of(visit: &Visit) -> Self {
        let stage = match visit.view {
            View::Quiz | View::Someone => Some(match visit.session().stage {
                Stage::Asking {
                    question, changing, ..
                } => Stage::Asking {
                    question,
                    changing,
                    unanswered: false,
                },
                other => other,
            }),
            View::Own => Some(Stage::Finished),
            _ => None,
        };
        Self {
            view: visit.view.clone(),
            stage,
        }
    }

    fn is_noted(&self, note: &Note) -> bool {
        (note.page, note.own, note.stage) == (self.view.page(), self.view == View::Own, self.stage)
    }
}

/// What becomes of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The open entry stays as it is.
    Keep,
    /// The open entry is overwritten.
    Replace,
    /// An entry is added.
    Push {
        /// The stage of the entry before it; `None` where that one does not show the
        /// same quiz.
        before: Option<Stage>,
    },
}

/// What a change of the history depends on besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The reader went back by the page's own button, and the browser's would have
    /// led elsewhere.
    pub in_place: bool,
    /// The device keeps the answers, and the open entry need not give them up first.
    pub kept: bool,
    /// The address bar does not show the address of what is on the screen.
    pub elsewhere: bool,
}

/// What becomes of the history when the screen goes from `before` to `now`. There is no
/// `before` when the page has just been loaded. `open` is the note of the open entry;
/// an entry that the reader made by typing into the address bar has none.
pub fn change(
    before: Option<&Entry>,
    now: &Entry,
    open: Option<&Note>,
    circumstances: Circumstances,
) -> Change {
    let Circumstances {
        in_place,
        kept,
        elsewhere,
    } = circumstances;
    let Some(before) = before else {
        return Change::Replace;
    };
    if before == now {
        // A browser allows only so many changes of its history. Where the device
        // keeps the answers, they need not be in every entry.
        return if kept { Change::Keep } else { Change::Replace };
    }
    // The history itself led here where the open entry has a note of just this screen,
    // or none yet. Then there is nothing to add.
    let led = open.is_none_or(|note| now.is_noted(note) && !elsewhere);
    if led || in_place {
        return Change::Replace;
    }
    let same_quiz = before.view.subject() == now.view.subject();
    Change::Push {
        before: before.stage.filter(|_| same_quiz),
    }
}

/// What becomes of the history when the place at the desk goes from `before` to `now`; there is no
/// `before` when the page has just been loaded. The open entry is noted to show the place `noted`, 0
/// where it does not say so yet. See `charts::Place` for the numbers.
pub fn change_of_desk(before: Option<u16>, now: u16, noted: u16, in_place: bool) -> Change {
    match before {
        _ if noted == now => Change::Keep,
        None if noted == 0 => Change::Keep,
        Some(before) if !in_place && [0, before].contains(&noted) => Change::Push { before: None },
        // The history led to a place that is no more, as after everything was erased.
        _ => Change::Replace,
    }
}
