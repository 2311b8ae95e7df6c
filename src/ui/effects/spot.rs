use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::EventTarget;

use crate::browser::history;
use crate::browser::spot::{self, Spot};
use crate::builtin::quiz;

/// How long after the last movement the place is written down, in milliseconds. Browsers allow
/// only so many changes of the history in a minute.
const REST: u32 = 400;

/// How long to wait between two looks whether a page is whole, in milliseconds, and how often.
const LOOK: u32 = 30;
const LOOKS: u16 = 300;

/// Where the reader is to be brought once the page is whole.
#[derive(Clone, Debug)]
pub enum Target {
    /// Where they were.
    Spot(Spot),
    /// A fold, by its id.
    Fold(String),
}

/// Brings the reader to a place once the page is whole. Until then nothing is written down, so
/// that the top of a page on its way does not take the place of where they were.
#[derive(Clone, Default)]
pub struct Way(Rc<State>);

#[derive(Default)]
struct State {
    target: RefCell<Option<Target>>,
    is_busy: Cell<bool>,
}

impl Way {
    /// Remembers where to bring the reader; [`set_out`](Self::set_out) does so.
    pub fn plan(&self, target: Option<Target>) {
        self.0.is_busy.set(target.is_some());
        *self.0.target.borrow_mut() = target;
    }

    /// Brings the reader there as soon as the page is whole.
    pub fn set_out(&self) {
        if let Some(target) = self.0.target.take() {
            self.look(target, LOOKS);
        }
    }

    fn look(&self, target: Target, left: u16) {
        if !spot::is_drawn() && left > 0 {
            let way = self.clone();
            Timeout::new(LOOK, move || way.look(target, left - 1)).forget();
            return;
        }
        let way = self.clone();
        let arrive = move |target: Target| {
            match target {
                Target::Spot(spot) => spot.scroll(),
                Target::Fold(id) => spot::open(&id),
            }
            way.0.is_busy.set(false);
        };
        if let Target::Spot(spot) = &target {
            spot.unfold();
        }
        // What is unfolded may still have to be drawn.
        Timeout::new(LOOK, move || arrive(target)).forget();
    }

    /// Writes down where the reader is.
    pub fn write_down(&self, spot: Spot) {
        if !self.0.is_busy.get() {
            history::put_spot(quiz(), spot);
        }
    }
}

/// Keeps the place on the page in the open entry of the history, for as long as what it gives is
/// kept.
pub fn watch(way: &Way) -> impl Sized + use<> {
    history::leave_scrolling_to_us();
    // Where the reader was at the last movement, until that is written down.
    let moved_to = Rc::new(RefCell::new(None::<Spot>));
    let write = {
        let (way, moved_to) = (way.clone(), Rc::clone(&moved_to));
        move || {
            if let Some(spot) = moved_to.take() {
                way.write_down(spot);
            }
        }
    };
    let moved = {
        let (write, later) = (write.clone(), RefCell::new(None::<Timeout>));
        move || {
            *moved_to.borrow_mut() = Some(Spot::here());
            // The timeout before is dropped, and with it what it was to do.
            *later.borrow_mut() = Some(Timeout::new(REST, write.clone()));
        }
    };
    // Neither event bubbles.
    let options = EventListenerOptions::run_in_capture_phase();
    let listen = |target: &EventTarget, kind: &'static str, act: Rc<dyn Fn()>| {
        EventListener::new_with_options(target, kind, options, move |_| act())
    };
    let moved: Rc<dyn Fn()> = Rc::new(moved);
    // What was seen at the last movement counts: by now the page may be on its way out.
    let left: Rc<dyn Fn()> = Rc::new(write.clone());
    // A page that comes back is not left.
    let hidden: Rc<dyn Fn()> = Rc::new(move || {
        if document().hidden() {
            write();
        }
    });
    [
        listen(&document(), "scroll", moved.clone()),
        listen(&document(), "toggle", moved),
        listen(&document(), "visibilitychange", hidden),
        listen(&window(), "pagehide", left),
    ]
}
