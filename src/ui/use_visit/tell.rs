//! Tells the browser of the visit: title, history, focus, and the time it took.

use super::Dispatch;
use crate::answers::TaskForm;
use crate::browser::history::{self, Note};
use crate::browser::page;
use crate::builtin::content;
use crate::session::{self, Action, Question, Stage};
use crate::ui::app;
use crate::visit::{Event, Keeping, View, Visit};

/// What the browser was last told: for a change to be seen as one.
#[derive(Clone, PartialEq)]
struct Shown {
    view: View,
    stage: Stage,
}

impl Shown {
    fn of(visit: &Visit) -> Self {
        Self {
            view: visit.view.clone(),
            stage: visit.own.stage,
        }
    }

    /// Whether the two are one page to the reader: choosing an answer or
    /// missing one does not open a new page.
    fn same_page(&self, other: &Self) -> bool {
        let without_error = |stage| match stage {
            Stage::Asking {
                question, changing, ..
            } => Stage::Asking {
                question,
                changing,
                unanswered: false,
            },
            other => other,
        };
        match (&self.view, &other.view) {
            (View::Quiz, View::Quiz) => without_error(self.stage) == without_error(other.stage),
            (one, other) => one == other,
        }
    }

    /// Whether the two are one entry of the history: nobody goes back through
    /// the checking task probe by probe.
    fn same_entry(&self, other: &Self) -> bool {
        let tasking = |shown: &Self| matches!(shown.stage, Stage::Tasking(_));
        self.same_page(other) || tasking(self) && tasking(other)
    }
}

/// What the browser was told so far.
#[derive(Default)]
pub struct Told {
    /// What is on the screen.
    shown: Option<Shown>,
    /// The next change takes the place of the entry that is open.
    pub in_place: bool,
    /// When the page came on the screen, in milliseconds.
    page_since: f64,
    /// When the checking task began.
    task_since: f64,
}

impl Told {
    /// Tells the browser of a visit: title, history, focus.
    pub fn tell(&mut self, visit: &Visit, dispatch: &Dispatch) {
        page::set_title(&app::title(visit));
        // Before the device has been asked there is nothing to remember.
        if visit.keeping == Keeping::Unknown {
            return;
        }
        let now = Shown::of(visit);
        let before = self.shown.replace(now.clone());
        let in_place = std::mem::take(&mut self.in_place);
        remember(visit, before.as_ref(), &now, in_place);
        let turned = match &before {
            Some(before) => !before.same_page(&now),
            None => false,
        };
        if turned || before.is_none() {
            self.time(before.as_ref(), &now, dispatch);
        }
        let missing = matches!(
            now.stage,
            Stage::Asking {
                unanswered: true,
                ..
            }
        );
        if turned {
            // The browser has drawn the new page; a screen reader announces it
            // when the focus moves to its heading.
            page::scroll_to_top();
            page::focus("title");
        } else if missing && now.view == View::Quiz && before.as_ref() != Some(&now) {
            page::focus("problem");
        }
    }

    /// Times what was left, on its way to what came next.
    fn time(&mut self, before: Option<&Shown>, now: &Shown, dispatch: &Dispatch) {
        let ms = page::now();
        // In tenths of a second; a float that is too large becomes the largest.
        let tenths = |since: f64| ((ms - since) / 100.0) as u32;
        let spent = match (quiz_stage(before), now.stage) {
            (
                Some(Stage::Asking {
                    question: Question::Item(item),
                    ..
                }),
                _,
            ) => Some(Action::SpentOnItem(item, tenths(self.page_since))),
            (Some(Stage::Tasking(run)), Stage::Finished) if run.form == TaskForm::Timed => {
                Some(Action::SpentOnTask(tenths(self.task_since)))
            }
            (Some(Stage::TaskOffered), Stage::Tasking(_)) => {
                self.task_since = ms;
                None
            }
            _ => None,
        };
        self.page_since = ms;
        if let Some(spent) = spent {
            dispatch.dispatch(Event::Spent(spent));
        }
    }
}

/// The stage that was on the screen, where the quiz was.
fn quiz_stage(shown: Option<&Shown>) -> Option<Stage> {
    let shown = shown.filter(|shown| shown.view == View::Quiz)?;
    Some(shown.stage)
}

/// Keeps address bar and history in step with the visit.
fn remember(visit: &Visit, before: Option<&Shown>, now: &Shown, in_place: bool) {
    let quiz = &content().quiz;
    let open = history::note();
    let page = visit.view.page();
    let new_entry = before.is_some_and(|before| !before.same_entry(now));
    // A browser allows only so many changes of its history. Where the device
    // keeps the answers, they need not be in every entry.
    if before.is_some() && !new_entry && visit.keeping == Keeping::Kept {
        return;
    }
    // Where the history led here, its entry already says so.
    let led = open.as_ref().is_some_and(|note| {
        note.page == page
            && session::restore(quiz, &note.code).is_ok_and(|old| old.stage == now.stage)
    });
    let push = new_entry && !led && !in_place;
    let came_from = before.filter(|before| matches!(before.view, View::Quiz | View::Own));
    let note = Note {
        page,
        before: if push {
            came_from.map(|before| session::stage_code(quiz, before.stage))
        } else {
            open.and_then(|note| note.before)
        },
        code: session::save(quiz, &visit.own),
    };
    let address = match &visit.view {
        View::Own => visit.own_link(quiz, false),
        View::Landing | View::Quiz => [&visit.site, page.path()].concat(),
        // A link's own fragment stays as it is; a page without one loses none.
        View::Nothing if push => [&visit.site, page.path()].concat(),
        View::Opening | View::Theirs(_) | View::BadLink(_) | View::Nothing => page::here(),
    };
    if push {
        history::push(&note, &address);
    } else {
        history::replace(&note, &address);
    }
}
