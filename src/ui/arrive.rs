//! What the device and the address say when the page is loaded. They are read here,
//! once, before the app is drawn: what is written ahead of time must not depend on
//! them.

use crate::browser::storage::{self, Key};
use crate::browser::{history, page, share};
use crate::builtin::quiz;
use crate::content::Quiz;
use crate::session::{self, Session, Subject};
use crate::settings::Settings;
use crate::share::Fragment;
use crate::visit::{Arrival, Device, Keeping, Page, Visit};

/// The visit of a page as it begins, by what the device and the address say.
pub fn arrive(first: Page) -> Visit {
    let quiz = quiz();
    let (kept_own, keeping) = kept(quiz, Subject::Me);
    let (kept_someone, _) = kept(quiz, Subject::Someone);
    // The entry of the history knows where the person was in this tab. The device knows
    // the latest answers, from all tabs.
    let noted = history::note(quiz).and_then(|note| session::restore(quiz, &note.code).ok());
    let with_note = |kept: Option<Session>, subject| {
        let noted = noted.clone().filter(|noted| noted.subject == subject);
        match (kept, noted) {
            (Some(kept), Some(noted)) => Some(Session {
                stage: noted.stage,
                ..kept
            }),
            (kept, noted) => kept.or(noted),
        }
    };
    let settings = storage::get(Key::Settings)
        .ok()
        .flatten()
        .unwrap_or_default();
    let ticks = storage::get(Key::Ticks).ok().flatten().unwrap_or_default();
    let arrival = Arrival {
        own: with_note(kept_own, Subject::Me),
        someone: with_note(kept_someone, Subject::Someone),
        device: Device {
            keeping,
            settings: Settings::from_text(&settings),
            ticks: ticks.split_whitespace().map(str::to_owned).collect(),
            share_sheet: share::has_sheet(),
            site: page::address(first.root()),
            today: page::today(),
        },
        link: link(),
    };
    Visit::arrived(quiz, first, arrival)
}

/// The address's fragment, read.
pub(super) fn link() -> Fragment {
    Fragment::read(quiz(), history::fragment().as_deref())
}

fn kept(quiz: &Quiz, subject: Subject) -> (Option<Session>, Keeping) {
    match storage::get(Key::Quiz(subject)) {
        Err(storage::Refused) => (None, Keeping::Refused),
        Ok(None) => (put_aside(quiz, subject), Keeping::Kept),
        Ok(Some(code)) => match session::restore(quiz, &code) {
            Ok(session) => (Some(session), Keeping::Kept),
            Err(_) => {
                // Set aside, so that the next answer does not write over it.
                let aside = storage::set(Key::Unreadable(subject), &code);
                let keeping = match aside {
                    Ok(()) => Keeping::Unreadable,
                    Err(storage::Refused) => Keeping::Refused,
                };
                (None, keeping)
            }
        },
    }
}

/// A quiz that an earlier version set aside, because it could not read it, and that
/// this version can read.
fn put_aside(quiz: &Quiz, subject: Subject) -> Option<Session> {
    let code = storage::get(Key::Unreadable(subject)).ok().flatten()?;
    let session = session::restore(quiz, &code).ok()?;
    // From now on it is kept in its own place.
    let _ = storage::remove(Key::Unreadable(subject));
    Some(session)
}
