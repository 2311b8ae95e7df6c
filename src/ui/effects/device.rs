use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use web_sys::EventTarget;
use yew::prelude::*;

use super::Dispatch;
use crate::browser::page;
use crate::browser::storage::Storage;
use crate::builtin::quiz;
use crate::kept::{Keeper, News};
use crate::settings::Settings;
use crate::share;
use crate::visit::{Event, Keeping, Notice, Visit};

type Hold = Rc<RefCell<Option<Keeper<Storage>>>>;

/// Keeps quizzes, ticks and settings on the device, and hears of what other tabs keep.
/// `keeper` has read what is there; without one nothing is kept.
#[hook]
pub fn use_device(keeper: Option<&Keeper<Storage>>, visit: &Visit, dispatch: &Dispatch) {
    let hold: Hold = use_mut_ref(|| keeper.cloned());
    let keeping = visit.device.keeping;
    use_effect_with((visit.own.clone(), visit.someone.clone(), keeping), {
        let (hold, dispatch) = (hold.clone(), dispatch.clone());
        move |(own, someone, keeping)| {
            let mut keeper = hold.borrow_mut();
            let Some(keeper) = keeper.as_mut() else {
                return;
            };
            let (news, kept) = keeper.keep(quiz(), [own, someone]);
            tell(news, &dispatch);
            // There may be room again.
            match (kept.is_ok(), *keeping) {
                (true, Keeping::Refused) => dispatch.dispatch(Event::Keep(Keeping::Kept)),
                (true, _) | (false, Keeping::Refused) => {}
                (false, _) => dispatch.dispatch(Event::Keep(Keeping::Refused)),
            }
        }
    });
    let is_refused = keeping == Keeping::Refused;
    use_effect_with((visit.own.answers.clone(), is_refused), {
        let visit = visit.clone();
        move |(_, is_refused)| page::keep_at_hand(is_refused.then(|| visit.own_link(quiz())))
    });
    let erased = match &visit.notice {
        Some(Notice::Erased(erased)) => Some(erased.session.subject),
        _ => None,
    };
    let device = &visit.device;
    let kept = (
        device.ticks.clone(),
        device.settings,
        device.sent.clone(),
        erased,
    );
    use_effect_with(kept, {
        let (hold, dispatch) = (hold.clone(), dispatch.clone());
        move |(ticks, settings, sent, erased)| {
            mark(*settings);
            let mut keeper = hold.borrow_mut();
            let Some(keeper) = keeper.as_mut() else {
                return;
            };
            // Whoever starts again wants the answers gone, those too that were set aside
            // because this version could not read them.
            if let Some(subject) = erased {
                keeper.forget_unreadable(*subject);
            }
            let sent = sent.as_ref().map(|sent| share::print(quiz(), sent));
            keeper.keep_sent(&sent.unwrap_or_default());
            let news = keeper.keep_wishes(ticks, *settings);
            tell(news, &dispatch);
        }
    });
    use_others(&hold, dispatch);
}

/// Looks what others have changed on the device: when the browser tells of a change, and
/// when this page was out of sight, where browsers may tell nothing.
#[hook]
fn use_others(hold: &Hold, dispatch: &Dispatch) {
    let (hold, dispatch) = (hold.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let look = move || {
            let news = match hold.borrow_mut().as_mut() {
                Some(keeper) => keeper.look(quiz()),
                None => Vec::new(),
            };
            tell(news, &dispatch);
        };
        let listeners = when_others_may_have_written(look);
        move || drop(listeners)
    });
}

/// Looks whenever others may have written on the device, for as long as what this gives is kept.
/// Not every change is ours, and not every page that is shown was away: to look then is cheap and
/// finds nothing.
pub(super) fn when_others_may_have_written(
    look: impl Fn() + Clone + 'static,
) -> [EventListener; 3] {
    let listen = |target: &EventTarget, kind: &'static str| {
        let look = look.clone();
        EventListener::new(target, kind, move |_| look())
    };
    [
        listen(&window(), "storage"),
        listen(&window(), "pageshow"),
        listen(&document(), "visibilitychange"),
    ]
}

fn tell(news: Vec<News>, dispatch: &Dispatch) {
    for each in news {
        dispatch.dispatch(Event::OtherTab(each));
    }
}

/// Marks the document with the settings that are a matter of style.
/// `assets/boot.js` does the same before anything is painted.
fn mark(settings: Settings) {
    page::mark("data-theme", settings.theme.name());
    page::mark("data-still", if settings.still { "true" } else { "false" });
}
