//! What the browser's history is told: a function of what was on the screen, what
//! is now, and what the open entry says.

use crate::browser::history::Note;
use crate::session::Stage;
use crate::visit::{View, Visit};

/// What an entry of the history stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What is on the screen.
    pub view: View,
    /// Where it stands in the quiz that it shows; `None` where it shows none. To
    /// miss an answer leads nowhere else.
    pub stage: Option<Stage>,
}

impl Entry {
    /// The entry for a visit.
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
    /// The open entry is written anew.
    Replace,
    /// An entry is added. It remembers where the one before it stands in the same
    /// quiz, if it does.
    Push {
        /// That stage.
        before: Option<Stage>,
    },
}

/// What surrounds a change of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The reader went back by the page's own button, and the browser's would have
    /// led elsewhere.
    pub in_place: bool,
    /// The device keeps the answers.
    pub kept: bool,
    /// The address bar shows something else than it should.
    pub elsewhere: bool,
}

/// What becomes of the history when `now` follows `before`, `None` at the start.
/// `open` is the note of the open entry, `None` where the reader made it by
/// writing into the address bar.
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
    // Where the history led here, its entry already says so.
    let led = open.is_none_or(|note| now.is_noted(note) && !elsewhere);
    if led || in_place {
        return Change::Replace;
    }
    let same_quiz = before.view.subject() == now.view.subject();
    Change::Push {
        before: before.stage.filter(|_| same_quiz),
    }
}
