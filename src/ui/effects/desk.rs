use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::device::when_others_may_have_written;
use crate::browser::page;
use crate::browser::storage::Storage;
use crate::charts::saved::Lost;
use crate::charts::{self, Desk};
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
    // Natively there is no device to be asked.
    if site.is_empty() || !cfg!(target_arch = "wasm32") {
        return FirstDesk {
            hold: DeskHold::default(),
            desk: Desk::new(charts::all()),
            keeping: Keeping::Unknown,
            lost: Vec::new(),
        };
    }
    let (keeper, found) = DeskKeeper::open(charts::all(), Storage::of(site));
    FirstDesk {
        hold: Rc::new(RefCell::new(Some(keeper))),
        desk: found.desk,
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
                match keeper.keep(charts::all(), desk) {
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
                    .and_then(|keeper| keeper.look(charts::all()));
                news.into_iter().for_each(|news| heard.emit(news));
            };
            let listeners = when_others_may_have_written(look);
            move || drop(listeners)
        }
    });
}

/// Moves the focus to the heading of each step that the reader comes to, so that a screen
/// reader announces it. `step` is what makes a step another one.
#[hook]
pub fn use_steps<T: Clone + PartialEq + 'static>(step: T) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(step, move |_| {
        // When the page has just been loaded, the focus stays where the browser put it.
        if !is_first.replace(false) {
            page::scroll_to_top();
            page::focus("title");
        }
    });
}
