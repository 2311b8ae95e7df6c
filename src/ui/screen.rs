//! From a visit to what is on the screen.

use yew::prelude::*;

use super::{chunk, pages};
use crate::session::Stage;
use crate::visit::{Event, View, Visit};

/// One page of the app, as it is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Its name in the document, for styles and tests.
    pub name: &'static str,
    /// The document's title, with the site's name.
    pub title: String,
    /// What stands between masthead and footer.
    pub body: Html,
}

impl Screen {
    /// A page with this title, to which the site's name is added.
    pub fn new(name: &'static str, title: &str, body: Html) -> Self {
        Self {
            name,
            title: [title, " – Coder Fit"].concat(),
            body,
        }
    }
}

/// Whether a visit shows what comes with the [`chunk`].
pub fn shows_result(visit: &Visit) -> bool {
    match &visit.view {
        View::Landing | View::Quiz | View::Opening => false,
        View::Someone => visit.someone.stage == Stage::Finished,
        View::Own | View::Theirs(_) | View::Compare(_) | View::BadLink(_) | View::Nothing => true,
    }
}

/// The screen of a visit. `missing` says that the chunk was asked for and did not
/// come; `again` asks for it once more.
pub fn screen(
    visit: &Visit,
    send: &Callback<Event>,
    missing: bool,
    again: &Callback<MouseEvent>,
) -> Screen {
    match visit.view {
        View::Landing => pages::landing(visit, send),
        View::Quiz => pages::quiz(visit, send),
        View::Someone if !shows_result(visit) => pages::someone(visit, send),
        View::Opening => pages::opening(),
        _ => chunk::draw(visit, send).unwrap_or_else(|| match missing {
            true => pages::not_here(visit, send, again),
            false => pages::opening(),
        }),
    }
}

/// The screen of a visit that shows a result, or that there is none.
pub fn of_result(visit: &Visit, send: &Callback<Event>) -> Screen {
    match &visit.view {
        View::Someone => pages::link_back(visit, send),
        View::Own => pages::own_result(visit, send),
        View::Theirs(shared) => pages::their_result(shared, visit, send),
        View::Compare(sides) => pages::compare(sides, visit, send),
        View::BadLink(error) => pages::bad_link(*error, send),
        View::Nothing => pages::no_result(send),
        // The program itself draws these.
        View::Landing | View::Quiz | View::Opening => pages::opening(),
    }
}
