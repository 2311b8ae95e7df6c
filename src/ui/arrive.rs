//! What the device and the address say when the page is loaded. They are read here,
//! once, before the app is drawn: what is written ahead of time must not depend on
//! them.

use crate::browser::storage::Storage;
use crate::browser::{history, page, share, spot};
use crate::builtin::quiz;
use crate::kept::{Found, Keeper, charts_done};
use crate::session;
use crate::share::{self as share_link, Fragment};
use crate::visit::{Arrival, Device, Page, Visit};

/// The visit of a page as it begins, by what the device and the address say, and what keeps
/// it from then on.
pub fn arrive(first: Page) -> (Visit, Keeper<Storage>) {
    let quiz = quiz();
    let site = page::address(first.root());
    let note = history::note(quiz);
    let noted = note
        .as_ref()
        .and_then(|note| session::restore(quiz, &note.code).ok());
    let (keeper, found) = Keeper::open(quiz, Storage::of(&site), noted);
    let Found {
        mut own,
        mut someone,
        keeping,
        ticks,
        sent,
        settings,
    } = found;
    // The entry of the history knows where the person was in this tab. The device knows
    // the latest answers, from all tabs.
    if let Some((page, stage)) = note.and_then(|note| Some((note.page, note.stage?))) {
        let quiz_there = match page {
            Page::Someone => &mut someone,
            _ => &mut own,
        };
        if let Some(session) = quiz_there {
            session.stage = stage;
        }
    }
    let arrival = Arrival {
        own,
        someone,
        device: Device {
            keeping,
            settings,
            ticks,
            sent: share_link::parse(quiz, &sent).ok(),
            // Damaged work is told of on the page of charts itself.
            charts: charts_done(&Storage::of(&site)).unwrap_or_default(),
            share_sheet: share::has_sheet(),
            site,
            host: page::host(),
            today: page::today(),
        },
        link: link(),
    };
    (Visit::arrived(quiz, first, arrival), keeper)
}

/// The address's fragment, read. One that asks for a part of the page alone is no link.
pub(super) fn link() -> Fragment {
    let fragment = history::fragment().filter(|fragment| !fragment.starts_with(spot::ASKS));
    Fragment::read(quiz(), fragment.as_deref())
}

/// The part of the page for which the address asks.
pub(super) fn asked_for() -> Option<String> {
    spot::asked_for(&history::fragment()?)
}
