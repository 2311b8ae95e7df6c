//! A file for each view.

mod compare;
mod landing;
mod other;
mod question;
mod result;
mod review;
mod someone;
mod task;

pub(super) use compare::compare;
pub use landing::SITE_TITLE;
pub(super) use landing::landing;
pub(super) use other::{bad_link, no_result, not_here, opening};
pub(super) use result::{own_result, their_result};
pub(super) use someone::link_back;

use yew::prelude::*;

use super::screen::Screen;
use crate::builtin;
use crate::session::Stage;
use crate::visit::{Event, Visit};

/// The reader's own quiz, at its stage.
pub(super) fn quiz(visit: &Visit, send: &Callback<Event>) -> Screen {
    let title = question::quiz_title(builtin::quiz(), &visit.own);
    Screen::new("quiz", &title, stage(visit, send))
}

/// The quiz about somebody else, at its stage.
pub(super) fn someone(visit: &Visit, send: &Callback<Event>) -> Screen {
    let title = question::quiz_title(builtin::quiz(), &visit.someone) + ", about someone you know";
    Screen::new("someone", &title, stage(visit, send))
}

fn stage(visit: &Visit, send: &Callback<Event>) -> Html {
    match visit.session().stage {
        Stage::Asking {
            question,
            unanswered,
            ..
        } => question::question(visit, question, unanswered, send),
        Stage::TaskOffered => task::offer(send),
        Stage::Tasking => task::probe(visit, send),
        Stage::Reviewing | Stage::Finished => {
            review::review(builtin::quiz(), visit.session(), send)
        }
    }
}
