use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

use super::Dispatch;
use super::entry::{Change, Circumstances, Entry, change};
use crate::browser::history::{self, Note};
use crate::browser::page;
use crate::builtin::quiz;
use crate::session::{self, Action, Stage};
use crate::ui::arrive::link;
use crate::visit::{Event, Keeping, Page, View, Visit};

/// What [`use_history`] keeps between two draws.
#[derive(Clone, Default)]
pub struct HistorySync(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    /// What was on the screen when the history was last told.
    shown: Option<Entry>,
    /// The stage to which the page's own "Back" leads.
    back: Option<Stage>,
    /// The next change of the screen overwrites the open entry.
    in_place: bool,
}

impl HistorySync {
    /// Goes one page back in the quiz. Where the browser's own "back" leads to the same
    /// stage, it is used, and the history gets no longer. Elsewhere the open entry is
    /// overwritten, so that the browser's "back" still leads to where the reader came
    /// from.
    pub fn go_back(&self, dispatch: &Dispatch) {
        let back = self.0.borrow().back;
        let before = history::note(quiz()).and_then(|note| note.before);
        if back.is_some() && back == before {
            history::back();
        } else {
            self.0.borrow_mut().in_place = true;
            dispatch.dispatch(Event::Quiz(Action::Back));
        }
    }

    fn tell(&self, visit: &Visit) {
        let quiz = quiz();
        let now = Entry::of(visit);
        let mut state = self.0.borrow_mut();
        let back = visit.session().step(quiz, Action::Back);
        state.back = back.map(|session| session.stage);
        let before = state.shown.replace(now.clone());
        let address = address(visit);
        let open = history::note(quiz);
        let is_kept = visit.device.keeping != Keeping::Refused;
        let circumstances = Circumstances {
            in_place: std::mem::take(&mut state.in_place),
            kept: is_kept && open.as_ref().is_none_or(|open| open.code.is_empty()),
            // The notes of two comparisons are the same; only the addresses differ.
            elsewhere: matches!(visit.view, View::Compare(_))
                && address.as_ref() != Some(&page::here()),
        };
        let change = change(before.as_ref(), &now, open.as_ref(), circumstances);
        let note = |before| Note {
            page: visit.view.page(),
            own: visit.view == View::Own,
            stage: now.stage,
            before,
            code: match is_kept {
                true => String::new(),
                false => session::save(quiz, visit.session()),
            },
        };
        match change {
            Change::Keep => {}
            Change::Replace => {
                let note = note(open.and_then(|note| note.before));
                history::replace(quiz, &note, address.as_deref());
            }
            Change::Push { before } => {
                if let Some(open) = open.filter(|open| !open.code.is_empty()) {
                    let code = String::new();
                    history::replace(quiz, &Note { code, ..open }, None);
                }
                history::push(quiz, &note(before), address.as_deref());
            }
        }
    }
}

/// The address of what is on the screen. `None` where the reader has just opened it by
/// its address: that stays as it is, whatever else it holds.
fn address(visit: &Visit) -> Option<String> {
    let quiz = quiz();
    let plain = || Some([&visit.device.site, visit.view.page().path()].concat());
    match &visit.view {
        View::Compare(sides) => Some(visit.link_to(quiz, &sides.link())),
        // Whoever copies the address, or looks at the list of pages that were visited, must
        // not get the reader's answers. A link that holds them is made on purpose.
        View::Landing | View::Quiz | View::Someone | View::Own | View::Nothing | View::Try => {
            plain()
        }
        View::Opening | View::Theirs(_) | View::BadLink(_) => None,
    }
}

/// Keeps the address bar and the history in step with the visit, and the visit
/// with them.
#[hook]
pub fn use_history(visit: &Visit, dispatch: &Dispatch) -> HistorySync {
    let sync = use_memo((), |()| HistorySync::default());
    use_effect_with((), {
        let dispatch = dispatch.clone();
        move |()| {
            let moved = EventListener::new(&window(), "popstate", move |_| {
                for event in went_to(history::note(quiz())) {
                    dispatch.dispatch(event);
                }
            });
            move || drop(moved)
        }
    });
    use_effect_with(visit.clone(), {
        let sync = sync.clone();
        move |visit| sync.tell(visit)
    });
    (*sync).clone()
}

/// What it means that the browser's history went to an entry.
fn went_to(note: Option<Note>) -> Vec<Event> {
    // The reader put another link into the address bar.
    let Some(note) = note else {
        return vec![Event::Fragment(link())];
    };
    let visit = note.stage.map(|stage| Event::Quiz(Action::Visit(stage)));
    match note.page {
        page @ (Page::Landing | Page::Try) => vec![Event::Open(page)],
        Page::Quiz => visit.into_iter().collect(),
        Page::Someone => [Event::Open(Page::Someone)]
            .into_iter()
            .chain(visit)
            .collect(),
        // An entry of the reader's own result leads to it as it is now.
        Page::Result if note.own => vec![Event::Open(Page::Result)],
        Page::Result => vec![Event::Link(link())],
    }
}
