use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::Reflect;
use yew::prelude::*;

use super::Dispatch;
use super::entry::{Change, Circumstances, Entry, change};
use super::spot::{self, Target, Way};
use crate::browser::history::{self, Note};
use crate::browser::page;
use crate::browser::spot::{Spot, open};
use crate::builtin::quiz;
use crate::session::{self, Action, Stage};
use crate::ui::arrive::{asked_for, link};
use crate::visit::{Event, Keeping, Page, View, Visit};

/// What [`use_history`] keeps between two draws.
#[derive(Clone, Default)]
pub struct HistorySync(Rc<RefCell<State>>, Way);

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

    /// How the reader is brought to a place on the page.
    pub fn way(&self) -> Way {
        self.1.clone()
    }

    /// Writes down where the reader is before what is on the screen changes.
    pub fn leave(&self) {
        self.1.write_down(Spot::here());
    }

    /// Goes to a part of the page and opens it. That is an entry of its own, so that "back" leads
    /// to where the reader was.
    pub fn look(&self, part: &str) {
        let quiz = quiz();
        self.leave();
        if let Some(open) = history::note(quiz) {
            // The page's own "back" leads to another stage.
            let before = None;
            history::push(quiz, &Note { before, ..open }, None);
        }
        open(part);
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
        let note = |before, spot, desk| Note {
            page: visit.view.page(),
            own: visit.view == View::Own,
            stage: now.stage,
            before,
            code: match is_kept {
                true => String::new(),
                false => session::save(quiz, visit.session()),
            },
            spot,
            desk,
        };
        match change {
            Change::Keep => {}
            Change::Replace => {
                let (before, spot, desk) = open
                    .map(|open| (open.before, open.spot, open.desk))
                    .unwrap_or_default();
                // The page's own "back" leads to the top of another page.
                let spot = match circumstances.in_place {
                    true => Spot::default(),
                    false => spot,
                };
                let note = note(before, spot, desk);
                history::replace(quiz, &note, address.as_deref());
            }
            Change::Push { before } => {
                if let Some(open) = open.filter(|open| !open.code.is_empty()) {
                    let code = String::new();
                    history::replace(quiz, &Note { code, ..open }, None);
                }
                let note = note(before, Spot::default(), [0; 2]);
                history::push(quiz, &note, address.as_deref());
            }
        }
    }
}

/// The address of what is on the screen. `None` where the reader has just opened it by
/// its address: that stays as it is, whatever else it holds.
fn address(visit: &Visit) -> Option<String> {
    let quiz = quiz();
    let query = visit.device.host.as_ref().map_or("", |host| &host.query);
    let plain = || Some([&visit.device.site, visit.view.page().path(), query].concat());
    match &visit.view {
        View::Compare(sides) => Some(visit.link_to(quiz, &sides.link())),
        // Whoever copies the address, or looks at the list of pages that were visited, must
        // not get the reader's answers. A link that holds them is made on purpose.
        View::Landing
        | View::Quiz
        | View::Someone
        | View::Own
        | View::Nothing
        | View::Try
        | View::Group
        | View::Handouts => plain(),
        View::Opening | View::Theirs(_) | View::BadLink(_) => None,
    }
}

/// Keeps the address bar and the history in step with the visit, and the visit
/// with them.
#[hook]
pub fn use_history(visit: &Visit, dispatch: &Dispatch) -> HistorySync {
    let sync = use_memo((), |()| HistorySync::default());
    use_effect_with((), {
        let (dispatch, way) = (dispatch.clone(), sync.way());
        move |()| {
            let back = way.clone();
            // Before the open entry is told what is on the screen.
            way.plan(target(history::note(quiz())));
            let watching = spot::watch(&way);
            let moved = EventListener::new(&window(), "popstate", move |_| {
                let note = history::note(quiz());
                way.plan(target(note.clone()));
                for event in went_to(note) {
                    dispatch.dispatch(event);
                }
                // Where the history led to another place of the same page, nothing is drawn anew.
                let way = way.clone();
                Timeout::new(SAME_PAGE, move || way.set_out()).forget();
            });
            let restored = EventListener::new(&window(), "pageshow", {
                move |shown| {
                    // From its memory, a browser that leaves scrolling to us shows a page's top.
                    let persisted = Reflect::get(shown, &"persisted".into());
                    if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
                        back.plan(target(history::note(quiz())));
                        // The browser may still be about to show the top.
                        let back = back.clone();
                        Timeout::new(SAME_PAGE, move || back.set_out()).forget();
                    }
                }
            });
            move || drop((moved, restored, watching))
        }
    });
    use_effect_with(visit.clone(), {
        let sync = sync.clone();
        move |visit| sync.tell(visit)
    });
    (*sync).clone()
}

/// How long a page has to be drawn anew before it counts as the same, in milliseconds.
const SAME_PAGE: u32 = 150;

/// Where on the page an entry leads: to where the reader was, or to what the address asks for.
fn target(note: Option<Note>) -> Option<Target> {
    let asked = || asked_for().map(Target::Fold);
    match note {
        Some(note) if note.spot != Spot::default() => Some(Target::Spot(note.spot)),
        _ => asked(),
    }
}

/// What it means that the browser's history went to an entry.
fn went_to(note: Option<Note>) -> Vec<Event> {
    // The reader put another link into the address bar.
    let Some(note) = note else {
        return vec![Event::Fragment(link())];
    };
    let visit = note.stage.map(|stage| Event::Quiz(Action::Visit(stage)));
    match note.page {
        page @ (Page::Landing | Page::Try | Page::Group | Page::Handouts) => {
            vec![Event::Open(page)]
        }
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
