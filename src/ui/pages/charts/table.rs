//! The state of the page of charts.

use std::rc::Rc;

use yew::prelude::*;

use crate::builtin;
use crate::charts::saved::Lost;
use crate::charts::{Action, CodeAt, Desk, DeskAction};
use crate::kept::{DeskNews, Keeping};
use crate::say::chart_book as say;

/// What is on the desk, and how the reader looks at it.
#[derive(Clone, PartialEq)]
pub struct Table {
    pub desk: Desk,
    pub keeping: Keeping,
    /// What the device kept and nobody could read.
    pub lost: Vec<Lost>,
    /// The desk before something was erased, until the reader goes on.
    pub before: Option<Desk>,
    /// What is typed into the search of the book.
    pub typed: String,
    /// Which of the two is shown where there is room for one.
    pub shows_book: bool,
    /// What was last done to the codes, for those who cannot see it.
    pub said: String,
}

/// What happens at the desk.
pub enum Event {
    /// The reader does something with the charts.
    Do(DeskAction),
    /// They want back what was erased.
    BringBack,
    Type(String),
    ShowBook(bool),
    /// Keeping it worked or failed.
    Keep(Keeping),
    /// Another tab has done something with the charts.
    Hear(DeskNews),
}

impl Reducible for Table {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            Event::Do(action) => {
                let Some(desk) = self.desk.step(builtin::charts(), action) else {
                    return self;
                };
                next.before = match action {
                    DeskAction::Erase | DeskAction::Work(Action::Again) => Some(next.desk),
                    _ => None,
                };
                next.said = told(&desk, action);
                if matches!(action, DeskAction::Erase) {
                    next.lost.clear();
                }
                if desk.place() != self.desk.place() {
                    next.typed.clear();
                    next.shows_book = true;
                }
                next.desk = desk;
            }
            Event::BringBack => {
                if let Some(before) = next.before.take() {
                    next.desk = before;
                }
            }
            Event::Type(text) => next.typed = text,
            Event::ShowBook(shows_book) => next.shows_book = shows_book,
            // What was set aside stays set aside, also while the rest is kept.
            Event::Keep(Keeping::Kept) if next.keeping == Keeping::Unreadable => {}
            Event::Keep(keeping) => next.keeping = keeping,
            Event::Hear(DeskNews { seen, theirs }) => {
                next.desk = Desk::merged(&seen, next.desk, theirs);
            }
        }
        next.into()
    }
}

/// What an action did to the codes, in a sentence.
fn told(desk: &Desk, action: DeskAction) -> String {
    let Some((chart, work)) = desk.at(builtin::charts()) else {
        return String::new();
    };
    let DeskAction::Work(action) = action else {
        return String::new();
    };
    let codes = work.codes.len();
    let name = |code: CodeAt| chart.book.get(code.0).map_or("", |entry| &*entry.code);
    match action {
        Action::Add(code) => say::added(name(code), codes),
        Action::Remove(code) => say::removed(name(code), codes),
        Action::First(code) | Action::Earlier(code) | Action::Later(code) => {
            let place = work.place(code).map_or(0, |place| place + 1);
            say::moved(name(code), place)
        }
        Action::Build(..) => say::code_so_far(&work.built),
        _ => String::new(),
    }
}
