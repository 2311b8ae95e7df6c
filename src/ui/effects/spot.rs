use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use yew::prelude::*;

use super::entry::Entry;
use crate::browser::history;
use crate::browser::spot::{self, Spot};
use crate::builtin::quiz;
use crate::visit::Visit;

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
        match target {
            Target::Spot(spot) => spot.go(),
            Target::Fold(id) => spot::open(&id),
        }
        self.0.is_busy.set(false);
    }

    /// Writes down where the reader is.
    pub fn write_down(&self) {
        if !self.0.is_busy.get() {
            history::put_spot(quiz(), Spot::here());
        }
    }
}

/// Keeps the place on the page in the open entry of the history, and comes back to it.
#[hook]
pub fn use_spot(visit: &Visit, name: &'static str, way: &Way) {
    let way = way.clone();
    // A page that is drawn anew is another one, also where a result takes the place of "One moment".
    use_effect_with((Entry::of(visit), name), {
        let way = way.clone();
        move |_| way.set_out()
    });
    use_effect_with((), move |()| {
        history::leave_scrolling_to_us();
        let later = Rc::new(RefCell::new(None::<Timeout>));
        let moved = {
            let way = way.clone();
            move || {
                let way = way.clone();
                // The timeout before is dropped, and with it what it was to do.
                *later.borrow_mut() = Some(Timeout::new(REST, move || way.write_down()));
            }
        };
        let folded = moved.clone();
        let [hidden, left] = [way.clone(), way];
        let listeners = [
            EventListener::new(&window(), "scroll", move |_| moved()),
            // It does not bubble.
            EventListener::new_with_options(
                &document(),
                "toggle",
                EventListenerOptions::run_in_capture_phase(),
                move |_| folded(),
            ),
            EventListener::new(&document(), "visibilitychange", move |_| {
                hidden.write_down()
            }),
            EventListener::new(&window(), "pagehide", move |_| left.write_down()),
        ];
        move || drop(listeners)
    });
}
