//! The one hook with effects: it tells the browser of the visit and the visit
//! of the browser.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::app;
use crate::answers::TaskForm;
use crate::browser::early::Early;
use crate::browser::history::{self, Note};
use crate::browser::storage::{self, Key};
use crate::browser::{page, share as sharing};
use crate::builtin::content;
use crate::content::Quiz;
use crate::session::{self, Action, Question, Session, Stage};
use crate::share::{self, ShareError, Shared};
use crate::visit::{Arrival, Event, Keeping, Page, View, Visit};

impl Reducible for Visit {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        self.after(&content().quiz, event).into()
    }
}

/// The visit, and the way to send it events.
#[hook]
pub fn use_visit(first: Page, early: Early) -> (Visit, Callback<Event>) {
    let visit = use_reducer_eq(move || Visit::new(&content().quiz, first));
    let shown = use_mut_ref(|| None::<Shown>);
    let clock = use_mut_ref(Clock::default);

    let dispatch = visit.dispatcher();
    use_effect_with((), {
        let dispatch = dispatch.clone();
        move |()| {
            arrive(first, early, &dispatch);
            listen(&dispatch)
        }
    });
    use_effect_with((*visit).clone(), {
        let dispatch = dispatch.clone();
        move |visit| tell_browser(visit, &shown, &clock, &dispatch)
    });
    use_effect_with((visit.own.clone(), visit.keeping), {
        let dispatch = dispatch.clone();
        move |(own, keeping)| keep(own, *keeping, &dispatch)
    });

    let send = use_callback((), move |event, ()| send(event, &dispatch));
    ((*visit).clone(), send)
}

type Dispatch = UseReducerDispatcher<Visit>;

/// "Back" goes through the browser's history where that knows the way, so that
/// the page's own button and the browser's do the same.
fn send(event: Event, dispatch: &Dispatch) {
    let known = history::note().is_some_and(|note| note.depth > 0);
    if event == Event::Quiz(Action::Back) && known {
        history::back();
    } else {
        dispatch.dispatch(event);
    }
}

/// Reads what the device and the address say, once, after the first render.
fn arrive(first: Page, early: Early, dispatch: &Dispatch) {
    let quiz = &content().quiz;
    let (kept, keeping) = kept(quiz);
    // An entry of the history knows where the person was. The device knows
    // the latest answers, of all tabs.
    let noted = history::note().and_then(|note| session::restore(quiz, &note.code).ok());
    let own = match (kept, noted) {
        (Some(kept), Some(noted)) => Some(Session {
            stage: noted.stage,
            ..kept
        }),
        (kept, noted) => kept.or(noted),
    };
    let resumed = own.is_some();
    dispatch.dispatch(Event::Arrive(Arrival {
        own,
        keeping,
        number_keys: storage::get(Key::NumberKeys) != Ok(Some("off".to_owned())),
        share_sheet: sharing::has_sheet(),
        site: page::address(first.root()),
        link: link(quiz),
    }));
    // What was ticked early was ticked at the first question. Where a quiz was
    // kept, the person was not yet where they stopped, and the tick is void.
    if first == Page::Quiz && !resumed {
        let question = Question::first(quiz);
        if let Some(option) = early.option {
            dispatch.dispatch(Event::Quiz(Action::Choose(question, option)));
        }
        if early.continued {
            dispatch.dispatch(Event::Quiz(Action::Continue));
        }
    }
    page::mark("data-app", "ready");
}

fn kept(quiz: &Quiz) -> (Option<Session>, Keeping) {
    match storage::get(Key::Quiz) {
        Err(storage::Refused) => (None, Keeping::Refused),
        Ok(None) => (None, Keeping::Kept),
        Ok(Some(code)) => match session::restore(quiz, &code) {
            Ok(session) => (Some(session), Keeping::Kept),
            Err(error) => {
                // Set aside, so that the next answer does not write over it.
                let aside = storage::set(Key::Unreadable, &code);
                let keeping = match aside {
                    Ok(()) => Keeping::Unreadable(error),
                    Err(storage::Refused) => Keeping::Refused,
                };
                (None, keeping)
            }
        },
    }
}

/// The fragment as a result.
fn link(quiz: &Quiz) -> Option<Result<Shared, ShareError>> {
    history::fragment().map(|fragment| share::parse(quiz, &fragment))
}

/// Listens for as long as the app runs; the listeners are dropped with it.
fn listen(dispatch: &Dispatch) -> impl FnOnce() + use<> {
    let quiz = &content().quiz;
    let moved = {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), "popstate", move |_| {
            let events = match history::note() {
                Some(note) => went_to(quiz, &note),
                // The reader put another link into the address bar.
                None => vec![Event::Fragment(link(quiz))],
            };
            for event in events {
                dispatch.dispatch(event);
            }
        })
    };
    let other_tab = {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), "storage", move |event| {
            let event = event.dyn_ref::<StorageEvent>();
            let ours = event.filter(|event| event.key().as_deref() == Some(Key::Quiz.name()));
            let code = ours.and_then(StorageEvent::new_value);
            if let Some(Ok(own)) = code.map(|code| session::restore(quiz, &code)) {
                dispatch.dispatch(Event::OtherTab(own));
            }
        })
    };
    move || drop((moved, other_tab))
}

/// What it means that the browser's history went to an entry.
fn went_to(quiz: &'static Quiz, note: &Note) -> Vec<Event> {
    let visit = |stage| Event::Quiz(Action::Visit(stage));
    match note.page {
        Page::Landing => vec![Event::Open(Page::Landing)],
        Page::Quiz => session::restore(quiz, &note.code)
            .map(|session| visit(session.stage))
            .into_iter()
            .collect(),
        Page::Result => vec![Event::Link(link(quiz))],
    }
}

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

/// When what is on the screen came there, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Clock {
    page_since: f64,
    task_since: f64,
}

/// Times what was left, on its way to what came next.
fn time(clock: &mut Clock, before: &Shown, now: &Shown, dispatch: &Dispatch) {
    let ms = page::now();
    // In tenths of a second; a float that is too large becomes the largest.
    let tenths = |since: f64| ((ms - since) / 100.0) as u32;
    match (before.stage, now.stage) {
        (
            Stage::Asking {
                question: Question::Item(item),
                ..
            },
            next,
        ) if next != before.stage => {
            let spent = Action::SpentOnItem(item, tenths(clock.page_since));
            dispatch.dispatch(Event::Quiz(spent));
        }
        (Stage::TaskOffered, Stage::Tasking(_)) => clock.task_since = ms,
        (Stage::Tasking(run), Stage::Finished) if run.form == TaskForm::Timed => {
            let spent = Action::SpentOnTask(tenths(clock.task_since));
            dispatch.dispatch(Event::Quiz(spent));
        }
        _ => {}
    }
    clock.page_since = ms;
}

fn tell_browser(
    visit: &Visit,
    shown: &Rc<RefCell<Option<Shown>>>,
    clock: &Rc<RefCell<Clock>>,
    dispatch: &Dispatch,
) {
    page::set_title(&app::title(visit));
    // Before the device has been asked there is nothing to remember.
    if visit.keeping == Keeping::Unknown {
        return;
    }
    let now = Shown::of(visit);
    let before = shown.borrow_mut().replace(now.clone());
    remember(visit, before.as_ref(), &now);
    let Some(before) = before else {
        clock.borrow_mut().page_since = page::now();
        return;
    };
    let missing = matches!(
        now.stage,
        Stage::Asking {
            unanswered: true,
            ..
        }
    );
    if !before.same_page(&now) {
        time(&mut clock.borrow_mut(), &before, &now, dispatch);
        // The browser has drawn the new page; a screen reader announces it
        // when the focus moves to its heading.
        page::scroll_to_top();
        page::focus("title");
    } else if missing && visit.view == View::Quiz {
        page::focus("problem");
    }
}

/// Keeps address bar and history in step with the visit.
fn remember(visit: &Visit, before: Option<&Shown>, now: &Shown) {
    let quiz = &content().quiz;
    let open = history::note();
    let depth = open.as_ref().map_or(0, |note| note.depth);
    let page = visit.view.page();
    let code = session::save(quiz, &visit.own);
    // Where the history led here, its entry already says so.
    let led = open.as_ref().is_some_and(|note| {
        note.page == page
            && session::restore(quiz, &note.code).is_ok_and(|old| old.stage == now.stage)
    });
    let new_entry = before.is_some_and(|before| !before.same_entry(now)) && !led;
    let note = Note {
        page,
        depth: if new_entry { depth + 1 } else { depth },
        code,
    };
    let address = match &visit.view {
        View::Own => result_address(&visit.site, &visit.own),
        View::Landing | View::Quiz => [&visit.site, page.path()].concat(),
        // A link's own fragment stays as it is.
        View::Opening | View::Theirs(_) | View::BadLink(_) | View::Nothing => page::address(""),
    };
    if new_entry {
        history::push(&note, &address);
    } else {
        history::replace(&note, &address);
    }
}

/// The address of a result, without the starting point.
fn result_address(site: &str, own: &Session) -> String {
    let quiz = &content().quiz;
    let answers = own.answers.without_start();
    let code = share::print(quiz, &Shared { answers });
    [site, Page::Result.path(), "#", &code].concat()
}

/// Keeps the quiz on the device.
fn keep(own: &Session, keeping: Keeping, dispatch: &Dispatch) {
    let quiz = &content().quiz;
    if matches!(keeping, Keeping::Unknown | Keeping::Refused) {
        return;
    }
    let kept = if own.is_untouched(quiz) {
        storage::remove(Key::Quiz)
    } else {
        storage::set(Key::Quiz, &session::save(quiz, own))
    };
    if kept.is_err() {
        dispatch.dispatch(Event::Keep(Keeping::Refused));
    }
}
