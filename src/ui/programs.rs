//! The two programs that the site consists of.
//!
//! Whoever takes the quiz needs no results for as long as they answer, and the
//! code of those is most of all. So the pages that ask have a program of their
//! own, which hands over to the other one when there is something to show that
//! it cannot. That one is fetched meanwhile, by `assets/boot.js`.

use yew::prelude::*;

use super::pages;
use crate::visit::{Event, View, Visit};

/// A program, told apart by what it can show. What it cannot show is not in its
/// WebAssembly.
pub trait Program: PartialEq + 'static {
    /// Whether it reads links to results.
    const READS_LINKS: bool;

    /// Whether it shows this view.
    fn shows(view: &View) -> bool;

    /// The view on the screen; `None` where [`Program::shows`] says so.
    fn view(visit: &Visit, send: &Callback<Event>) -> Option<Html>;
}

/// Shows the landing page and the reader's own quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {}

impl Program for Asking {
    const READS_LINKS: bool = false;

    fn shows(view: &View) -> bool {
        matches!(view, View::Landing | View::Quiz)
    }

    fn view(visit: &Visit, send: &Callback<Event>) -> Option<Html> {
        match visit.view {
            View::Landing => Some(pages::landing(visit, send)),
            View::Quiz => Some(pages::quiz(visit, send)),
            _ => None,
        }
    }
}

/// Shows everything: from a result people go back to their answers, and on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {}

impl Program for Whole {
    const READS_LINKS: bool = true;

    fn shows(_: &View) -> bool {
        true
    }

    fn view(visit: &Visit, send: &Callback<Event>) -> Option<Html> {
        Some(match &visit.view {
            View::Landing => pages::landing(visit, send),
            View::Quiz => pages::quiz(visit, send),
            View::Someone => pages::someone(visit, send),
            View::Opening => pages::opening(),
            View::Own => pages::own_result(visit, send),
            View::Theirs(shared) => pages::their_result(shared, visit, send),
            View::Compare(sides) => pages::compare(sides, visit, send),
            View::BadLink(error) => pages::bad_link(*error, send),
            View::Nothing => pages::no_result(send),
        })
    }
}
