//! A file for each view.

mod charts;
mod compare;
mod group;
mod handouts;
mod landing;
mod other;
mod question;
mod result;
mod review;
mod someone;
mod task;

pub(super) use charts::charts;
pub use handouts::OwnLine;
#[cfg(feature = "ssr")]
pub use handouts::every_sheet;
pub(super) use landing::landing;
pub use landing::site_title;
#[cfg(feature = "ssr")]
pub use landing::{RecordLine, RecordParts, record_in_parts};
pub(super) use other::{not_here, opening};
pub(super) use review::change_id;

use crate::say::quiz as say;
use yew::prelude::*;

use super::scorer::Scorer;
use super::screen::Screen;
use crate::builtin;
use crate::session::Stage;
use crate::visit::{Event, Page, View, Visit};

/// The reader's own quiz, at its stage.
pub(super) fn quiz(visit: &Visit, send: &Callback<Event>) -> Screen {
    own_quiz(visit, stage(visit, send))
}

fn own_quiz(visit: &Visit, body: Html) -> Screen {
    let title = question::quiz_title(builtin::quiz(), &visit.own);
    Screen::new("quiz", &title, body)
}

/// The quiz about somebody else, at its stage.
pub(super) fn someone(visit: &Visit, send: &Callback<Event>) -> Screen {
    let title = say::about_someone(&question::quiz_title(builtin::quiz(), &visit.someone));
    Screen::new("someone", &title, stage(visit, send))
}

/// The screen of a visit that shows the checking task or a result, or that there is none.
pub(super) fn of_chunk(visit: &Visit, send: &Callback<Event>) -> Screen {
    match &visit.view {
        View::Someone => someone::link_back(visit, send),
        View::Own => result::own_result(visit, send),
        View::Theirs(shared) => result::their_result(shared, visit, send),
        View::Compare(sides) => compare::compare(sides, visit, send),
        View::BadLink(error) => other::bad_link(*error, send),
        View::Nothing => other::no_result(send),
        View::Quiz if visit.own.stage == Stage::TaskOffered => own_quiz(visit, task::offer(send)),
        View::Quiz => own_quiz(visit, task::probe(visit, send)),
        // The program itself draws these, or another chunk.
        View::Landing | View::Opening | View::Try | View::Group | View::Handouts => opening(),
    }
}

/// The screen of a visit to a page for advisers.
pub(super) fn for_advisers(visit: &Visit, scorer: Scorer) -> Screen {
    match visit.view.page() {
        Page::Handouts => handouts::handouts(visit),
        _ => group::group(visit, scorer),
    }
}

fn stage(visit: &Visit, send: &Callback<Event>) -> Html {
    match visit.session().stage {
        Stage::Asking {
            question,
            unanswered,
            ..
        } => question::question(visit, question, unanswered, send),
        // The task comes with the chunk, so it is not drawn here.
        Stage::TaskOffered | Stage::Tasking => Html::default(),
        Stage::Reviewing | Stage::Finished => {
            html! {
                <>
                    { question::notices(visit, send) }
                    { review::review(builtin::quiz(), visit.session(), send) }
                </>
            }
        }
    }
}
