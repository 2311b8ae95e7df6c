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
pub(super) use landing::landing;
pub(super) use other::{bad_link, no_result, one_moment, opening};
pub(super) use question::{quiz_title, radio_id};
pub(super) use result::{own_result, their_result};

use yew::prelude::*;

use crate::builtin;
use crate::session::Stage;
use crate::visit::{Event, Visit};

/// The quiz on the screen, at its stage.
pub(super) fn quiz(visit: &Visit, send: &Callback<Event>) -> Html {
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

/// The quiz about somebody else, at its stage.
pub(super) fn someone(visit: &Visit, send: &Callback<Event>) -> Html {
    match visit.session().stage {
        Stage::Finished => someone::done(visit, send),
        _ => quiz(visit, send),
    }
}
