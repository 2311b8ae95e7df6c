use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::device::when_others_may_have_written;
use crate::browser::page;
use crate::browser::storage::Storage;
use crate::group::List;
use crate::kept::GroupKeeper;
use crate::ui::scorer::Scorer;

/// A tab's hold on the group that the device keeps; `None` where there is no device, as while the
/// page is written.
pub type GroupHold = Rc<RefCell<Option<GroupKeeper<Storage>>>>;

thread_local! {
    /// The group of this tab, for when the reader goes to another page of the app and comes back.
    static LATEST: RefCell<List> = const { RefCell::new(List(Vec::new())) };
}

/// The group as the page begins.
pub struct FirstGroup {
    pub hold: GroupHold,
    pub list: List,
    /// Whether the device keeps it.
    pub is_kept: bool,
}

/// Reads the group that the device keeps for the site at this address, which is empty while the page
/// is written, or else that of this tab.
pub fn first_group(site: &str) -> FirstGroup {
    if site.is_empty() {
        return FirstGroup {
            hold: GroupHold::default(),
            list: List::default(),
            is_kept: false,
        };
    }
    let (keeper, lines) = GroupKeeper::open(Storage::of(site));
    let is_kept = !lines.is_empty();
    let list = match is_kept {
        true => List::from_lines(&lines),
        false => LATEST.with_borrow(List::clone),
    };
    FirstGroup {
        hold: Rc::new(RefCell::new(Some(keeper))),
        list,
        is_kept,
    }
}

/// What keeping a group has come to.
pub enum Kept {
    /// The device keeps it. Other tabs may have made this of it.
    As(Vec<String>),
    /// The device refuses.
    Refused,
}

/// Keeps the group whenever it changes, as long as `keeps` says so, and deletes it when that ends.
/// `told` is told what came of it.
#[hook]
pub fn use_group(hold: &GroupHold, list: &Rc<List>, keeps: bool, told: Callback<Kept>) {
    let looked = use_state_eq(|| 0_u32);
    use_effect_with((list.clone(), keeps, *looked), {
        let hold = hold.clone();
        move |(list, keeps, _)| {
            LATEST.set((**list).clone());
            let mut hold = hold.borrow_mut();
            let Some(keeper) = hold.as_mut() else {
                return;
            };
            if *keeps {
                let lines = list.to_lines();
                match keeper.keep(&lines) {
                    Ok(all) if all == lines => {}
                    Ok(all) => told.emit(Kept::As(all)),
                    Err(_) => told.emit(Kept::Refused),
                }
            }
        }
    });
    let was_kept = use_mut_ref(|| keeps);
    use_effect_with(keeps, {
        let hold = hold.clone();
        move |keeps| {
            if was_kept.replace(*keeps)
                && !keeps
                && let Some(keeper) = hold.borrow_mut().as_mut()
            {
                // Where nothing can be deleted, nothing could be written.
                let _ = keeper.forget();
            }
        }
    });
    use_effect_with((), move |()| {
        let times = Rc::new(RefCell::new(0_u32));
        let look = move || {
            *times.borrow_mut() += 1;
            looked.set(*times.borrow());
        };
        let listeners = when_others_may_have_written(look);
        move || drop(listeners)
    });
}

/// Fetches the part of the program that scores, and says whether it came. `again` asks once more
/// when it changes.
#[hook]
pub fn use_scoring(scorer: Scorer, again: u32, come: Callback<bool>) {
    use_effect_with(again, move |_| (scorer.load)(come));
}

/// Opens the browser's dialogue to print once what is to be printed stands in the page, and says
/// when that is over.
#[hook]
pub fn use_printing(wanted: bool, done: Callback<()>) {
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            page::print_summary();
            done.emit(());
        }
    });
}
