//! The one hook with effects: it tells the browser of the visit and the visit
//! of the browser.

mod tell;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::app::AppProps;
use super::arrive::link;
use super::pages::radio_id;
use super::programs::Program;
use crate::browser::early::Early;
use crate::browser::history::{self, Note};
use crate::browser::page;
use crate::browser::storage::{self, Key};
use crate::builtin::quiz;
use crate::content::Quiz;
use crate::session::{self, Action, Question, Session, Subject};
use crate::settings::Settings;
use crate::visit::{Event, Keeping, Page, Visit};

impl Reducible for Visit {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        self.after(quiz(), event).into()
    }
}

/// The visit, and the way to send it events.
#[hook]
pub fn use_visit<P: Program>(props: &AppProps) -> (Visit, Callback<Event>) {
    let first = props.visit.clone();
    let visit = use_reducer_eq(move || first);
    let told = use_mut_ref(tell::Told::default);
    let shows = P::shows(&visit.view);

    let dispatch = visit.dispatcher();
    use_effect_with((), {
        let dispatch = dispatch.clone();
        let props = props.clone();
        let told = told.clone();
        move |()| {
            told.borrow_mut().handed_over = page::is_handed_over();
            if let Some(place) = &props.place {
                take_up(place.take(), &props.visit, &dispatch);
            }
            page::mark_ready();
        }
    });
    // A program that hands over leaves the window to the next one.
    use_effect_with((shows, visit.settings.tap_goes_on), {
        let dispatch = dispatch.clone();
        let told = told.clone();
        move |(shows, goes_on)| {
            let mut listeners = Vec::new();
            if *shows {
                listeners.extend(listen::<P>(&dispatch));
            }
            if *shows && *goes_on {
                listeners.extend(listen_to_taps(&told));
            }
            move || drop(listeners)
        }
    });
    // It is drawn anew only when it has changed.
    use_effect({
        let visit = (*visit).clone();
        let dispatch = dispatch.clone();
        let told = told.clone();
        move || told.borrow_mut().tell::<P>(&visit, &dispatch)
    });
    use_effect_with((visit.own.clone(), visit.keeping), {
        let dispatch = dispatch.clone();
        move |(own, keeping)| keep(own, *keeping, &dispatch)
    });
    use_effect_with((visit.someone.clone(), visit.keeping), {
        let dispatch = dispatch.clone();
        move |(someone, keeping)| keep(someone, *keeping, &dispatch)
    });
    let erased = visit.erased.as_ref().map(|erased| erased.subject);
    use_effect_with((visit.ticks.clone(), visit.settings, erased), |kept| {
        let (ticks, settings, erased) = kept;
        keep_ticks(ticks);
        keep_settings(*settings);
        // Whoever starts again does not want it back from there either.
        if let Some(subject) = erased {
            // Where nothing can be kept, nothing is there.
            let _ = storage::remove(Key::Unreadable(*subject));
        }
    });
    // Last, when all is kept and the history knows where the reader is.
    use_effect_with(shows, |shows| {
        if !shows {
            page::hand_over();
        }
    });

    let send = use_callback((), move |event, ()| send(event, &told, &dispatch));
    ((*visit).clone(), send)
}

type Dispatch = UseReducerDispatcher<Visit>;

/// Takes up what was done before the app was there. It was done at the first
/// question: where a quiz goes on, the person was not yet where they stopped, and
/// it is void.
fn take_up(early: Early, visit: &Visit, dispatch: &Dispatch) {
    if !visit.view.asks() || visit.resumed {
        return;
    }
    if let Some(option) = early.option {
        let question = Question::first(quiz());
        // The browser may paint before the app is drawn anew.
        page::tick(&radio_id(option));
        dispatch.dispatch(Event::Quiz(Action::Choose(question, option)));
    }
    if early.continued {
        dispatch.dispatch(Event::Quiz(Action::Continue));
    }
}

/// Sends an event on its way.
fn send(event: Event, told: &Rc<RefCell<tell::Told>>, dispatch: &Dispatch) {
    #[cfg(feature = "panics")]
    assert!(!page::is_to_panic(), "a test asked for it");
    match event {
        Event::Quiz(Action::Back) if leads_back() => history::back(),
        Event::Quiz(Action::Back) => {
            told.borrow_mut().in_place = true;
            dispatch.dispatch(event);
        }
        // The second tap of a double tap is meant for the page before.
        Event::Quiz(action) if told.borrow().is_echo(action) => {}
        Event::Quiz(Action::Continue) => {
            dispatch.dispatch(event);
            // Pressed again without an answer: nothing changes, and the
            // problem is pointed out again.
            page::focus("problem");
        }
        Event::Quiz(Action::Choose(question, _)) => {
            told.borrow_mut().chosen();
            dispatch.dispatch(event);
            if told.borrow().goes_on_by_itself() {
                go_on_soon(question, Rc::clone(told), dispatch.clone());
            }
        }
        _ => dispatch.dispatch(event),
    }
}

/// Goes on from a question when the reader has had time to see what was picked,
/// unless they have gone elsewhere by then.
fn go_on_soon(question: Question, told: Rc<RefCell<tell::Told>>, dispatch: Dispatch) {
    let go_on = move || {
        if told.borrow().asks(question) {
            dispatch.dispatch(Event::Quiz(Action::Continue));
        }
    };
    Timeout::new(SEEN, go_on).forget();
}

/// How long a picked answer stays in sight before the quiz goes on by itself,
/// in milliseconds.
const SEEN: u32 = 300;

/// Whether the browser's own "back" leads where the page's does: the entry
/// before is the page before. Otherwise the page goes back in place, and the
/// browser's "back" still leads to where the reader came from.
fn leads_back() -> bool {
    let quiz = quiz();
    let leads = |note: Note| {
        let here = session::restore(quiz, &note.code).ok()?;
        let back = here.step(quiz, Action::Back)?;
        Some(note.before? == session::stage_code(quiz, back.stage))
    };
    history::note().and_then(leads).unwrap_or(false)
}

/// Listens until the listeners are dropped.
fn listen<P: Program>(dispatch: &Dispatch) -> [EventListener; 2] {
    let quiz = quiz();
    let moved = {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), "popstate", move |_| {
            let events = match history::note() {
                Some(note) => went_to::<P>(quiz, &note),
                // The reader put another link into the address bar.
                None => vec![Event::Fragment(link::<P>())],
            };
            for event in events {
                dispatch.dispatch(event);
            }
        })
    };
    let other_tab = {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else {
                return;
            };
            let is = |subject| event.key().as_deref() == Some(Key::Quiz(subject).name());
            let Some(subject) = [Subject::Me, Subject::Someone].into_iter().find(|s| is(*s)) else {
                return;
            };
            let restored = |code: String| session::restore(quiz, &code).ok();
            // No new value: the other tab has started again.
            match event.new_value().map(restored) {
                None => dispatch.dispatch(Event::OtherTab(subject, None)),
                Some(own @ Some(_)) => dispatch.dispatch(Event::OtherTab(subject, own)),
                Some(None) => {}
            }
        })
    };
    [moved, other_tab]
}

/// Listens for what tells a tap from a key, and a double tap from two. Where no
/// tap goes on by itself it would only make each one slower.
fn listen_to_taps(told: &Rc<RefCell<tell::Told>>) -> [EventListener; 3] {
    let pressed = {
        let told = Rc::clone(told);
        EventListener::new(&window(), "pointerdown", move |_| {
            told.borrow_mut().pressed();
        })
    };
    let typed = {
        let told = Rc::clone(told);
        EventListener::new(&window(), "keydown", move |_| {
            told.borrow_mut().typed();
        })
    };
    // Where a tap goes on by itself, the second tap of a double tap falls on the
    // next page. It is stopped before any option hears of it.
    let clicked = {
        let told = Rc::clone(told);
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        EventListener::new_with_options(&window(), "click", options, move |click| {
            if told.borrow().is_second_tap() {
                click.prevent_default();
                click.stop_propagation();
            }
        })
    };
    [pressed, typed, clicked]
}

/// What it means that the browser's history went to an entry.
fn went_to<P: Program>(quiz: &'static Quiz, note: &Note) -> Vec<Event> {
    let visit = |stage| Event::Quiz(Action::Visit(stage));
    match note.page {
        Page::Landing => vec![Event::Open(Page::Landing)],
        Page::Quiz => session::restore(quiz, &note.code)
            .map(|session| visit(session.stage))
            .into_iter()
            .collect(),
        Page::Someone => session::restore(quiz, &note.code)
            .map(|session| [Event::Open(Page::Someone), visit(session.stage)])
            .into_iter()
            .flatten()
            .collect(),
        // An entry of the reader's own result leads to it as it is now.
        Page::Result if note.own => vec![Event::Open(Page::Result)],
        Page::Result => vec![Event::Link(link::<P>())],
    }
}

/// Keeps the settings, and marks the document with those that are a matter of
/// style. `assets/boot.js` does the same before the first sight.
fn keep_settings(settings: Settings) {
    page::mark("data-theme", settings.theme.name());
    page::mark("data-still", if settings.still { "true" } else { "false" });
    let text = settings.to_text();
    let kept = if text.is_empty() {
        storage::remove(Key::Settings)
    } else {
        storage::set(Key::Settings, &text)
    };
    // Where nothing can be kept, the page has said so already.
    let _ = kept;
}

/// Keeps what of the plan was ticked off.
fn keep_ticks(ticks: &[String]) {
    let kept = if ticks.is_empty() {
        storage::remove(Key::Ticks)
    } else {
        storage::set(Key::Ticks, &ticks.join(" "))
    };
    // As above.
    let _ = kept;
}

/// Keeps a quiz on the device.
fn keep(own: &Session, keeping: Keeping, dispatch: &Dispatch) {
    let quiz = quiz();
    if keeping == Keeping::Refused {
        return;
    }
    let key = Key::Quiz(own.subject);
    let kept = if own.is_untouched(quiz) {
        storage::remove(key)
    } else {
        storage::set(key, &session::save(quiz, own))
    };
    if kept.is_err() {
        dispatch.dispatch(Event::Keep(Keeping::Refused));
    }
}
