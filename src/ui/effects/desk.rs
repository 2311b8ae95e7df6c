use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

use super::device::when_others_may_have_written;
use super::entry::{Change, change_of_desk};
use crate::browser::storage::Storage;
use crate::browser::{history, page};
use crate::builtin::{charts, quiz};
use crate::charts::saved::Lost;
use crate::charts::{Desk, DeskAction, Place};
use crate::kept::{DeskKeeper, DeskNews, Keeping};

/// A tab's hold on the charts that the device keeps; `None` where nothing is to be kept, as
/// while the page is written.
pub type DeskHold = Rc<RefCell<Option<DeskKeeper<Storage>>>>;

/// The charts as the page begins.
pub struct FirstDesk {
    pub hold: DeskHold,
    pub desk: Desk,
    pub keeping: Keeping,
    pub lost: Vec<Lost>,
}

/// Reads the charts that the device keeps for the site at this address, which is empty while
/// the page is written.
pub fn first_desk(site: &str) -> FirstDesk {
    if site.is_empty() {
        return FirstDesk {
            hold: DeskHold::default(),
            desk: Desk::new(charts()),
            keeping: Keeping::Unknown,
            lost: Vec::new(),
        };
    }
    let (keeper, found) = DeskKeeper::open(charts(), Storage::of(site));
    // The entry of the history knows where the reader was in this tab. The device knows what was
    // done last, in all tabs. Natively there is no history to be asked.
    let there = cfg!(target_arch = "wasm32").then(noted).flatten();
    let there = there.and_then(|place| found.desk.step(charts(), DeskAction::Visit(place)));
    FirstDesk {
        hold: Rc::new(RefCell::new(Some(keeper))),
        desk: there.unwrap_or(found.desk),
        keeping: found.keeping,
        lost: found.lost,
    }
}

/// Keeps the charts whenever they change, and hears of what other tabs do with them.
/// `is_erased` says that the reader wants all of it gone, and so too what was set aside.
#[hook]
pub fn use_desk(
    hold: &DeskHold,
    desk: &Desk,
    is_erased: bool,
    kept: Callback<Keeping>,
    heard: Callback<DeskNews>,
) {
    use_effect_with(desk.clone(), {
        let (hold, heard) = (hold.clone(), heard.clone());
        move |desk| {
            if let Some(keeper) = hold.borrow_mut().as_mut() {
                match keeper.keep(charts(), desk) {
                    Ok(news) => {
                        news.into_iter().for_each(|news| heard.emit(news));
                        kept.emit(Keeping::Kept);
                    }
                    Err(_) => kept.emit(Keeping::Refused),
                }
            }
        }
    });
    use_effect_with(is_erased, {
        let hold = hold.clone();
        move |is_erased| {
            if let Some(keeper) = hold.borrow().as_ref().filter(|_| *is_erased) {
                keeper.forget_unreadable();
            }
        }
    });
    use_effect_with((), {
        let hold = hold.clone();
        move |()| {
            let look = move || {
                let news = hold
                    .borrow_mut()
                    .as_mut()
                    .and_then(|keeper| keeper.look(charts()));
                news.into_iter().for_each(|news| heard.emit(news));
            };
            let listeners = when_others_may_have_written(look);
            move || drop(listeners)
        }
    });
}

/// What [`use_places`] keeps between two draws.
#[derive(Clone, Default)]
pub struct Places(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    /// The place that was shown when the history was last told.
    shown: Option<Place>,
    /// The next change overwrites the open entry.
    in_place: bool,
}

impl Places {
    /// Before the reader goes back by the page's own button, to this place. Gives whether the
    /// browser goes there: where its own "back" leads to the same place, the history gets no longer.
    pub fn go_back(&self, to: Place) -> bool {
        let led = history::note(quiz()).is_some_and(|open| open.desk[1] == to.number());
        if led {
            history::back();
        }
        self.0.borrow_mut().in_place = !led;
        led
    }
}

/// Keeps the browser's history in step with the place at the desk, and the place with it. Moves the
/// focus to the heading of each step that the reader comes to, so that a screen reader announces it.
#[hook]
pub fn use_places(place: Place, went: Callback<Place>) -> Places {
    let places = use_memo((), |()| Places::default());
    use_effect_with((), move |()| {
        let moved = EventListener::new(&window(), "popstate", move |_| {
            noted().into_iter().for_each(|place| went.emit(place));
        });
        move || drop(moved)
    });
    use_effect_with(place, {
        let places = places.clone();
        move |place| {
            let mut state = places.0.borrow_mut();
            let before = state.shown.replace(*place);
            let in_place = std::mem::take(&mut state.in_place);
            let noted = history::note(quiz()).map_or(0, |open| open.desk[0]);
            let now = place.number();
            match change_of_desk(before.map(Place::number), now, noted, in_place) {
                Change::Keep => {}
                Change::Replace => history::put_desk(quiz(), now),
                Change::Push { .. } => {
                    history::push_desk(quiz(), before.map_or(0, Place::number), now);
                }
            }
            // When the page has just been loaded, the focus stays where the browser put it.
            if before.is_some() {
                page::scroll_to_top();
                page::focus("title");
            }
        }
    });
    (*places).clone()
}

/// The place that the open entry of the history shows, if it says so.
fn noted() -> Option<Place> {
    Place::of(history::note(quiz())?.desk[0])
}
