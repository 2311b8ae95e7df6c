//! What the device and the address say when the page is loaded.

use super::{Dispatch, link};
use crate::browser::storage::{self, Key};
use crate::browser::{history, page, share};
use crate::builtin::quiz;
use crate::content::Quiz;
use crate::session::{self, Action, Question, Session, Subject};
use crate::settings::Settings;
use crate::ui::app::AppProps;
use crate::ui::programs::Program;
use crate::visit::{Arrival, Event, Keeping, Page};

/// Reads what the device and the address say, once, after the first render.
pub fn arrive<P: Program>(props: &AppProps, dispatch: &Dispatch) {
    let AppProps {
        page: first,
        early,
        ref place,
    } = *props;
    if let Some(place) = place {
        place.take();
    }
    let quiz = quiz();
    let (kept_own, keeping) = kept(quiz, Subject::Me);
    let (kept_someone, _) = kept(quiz, Subject::Someone);
    // An entry of the history knows where the person was. The device knows
    // the latest answers, of all tabs.
    let noted = history::note().and_then(|note| session::restore(quiz, &note.code).ok());
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
    let own = with_note(kept_own, Subject::Me);
    let someone = with_note(kept_someone, Subject::Someone);
    let resumed = match first {
        Page::Someone => someone.is_some(),
        _ => own.is_some(),
    };
    let settings = storage::get(Key::Settings)
        .ok()
        .flatten()
        .unwrap_or_default();
    let ticks = storage::get(Key::Ticks).ok().flatten().unwrap_or_default();
    dispatch.dispatch(Event::Arrive(Box::new(Arrival {
        own,
        someone,
        keeping,
        settings: Settings::from_text(&settings),
        share_sheet: share::has_sheet(),
        site: page::address(first.root()),
        today: page::today(),
        ticks: ticks.split_whitespace().map(str::to_owned).collect(),
        link: link::<P>(quiz),
    })));
    // What was ticked early was ticked at the first question. Where a quiz was
    // kept, the person was not yet where they stopped, and the tick is void.
    if matches!(first, Page::Quiz | Page::Someone) && !resumed {
        let question = Question::first(quiz);
        if let Some(option) = early.option {
            dispatch.dispatch(Event::Quiz(Action::Choose(question, option)));
        }
        if early.continued {
            dispatch.dispatch(Event::Quiz(Action::Continue));
        }
    }
    page::mark_ready();
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

/// What an earlier version could not read and this one can.
fn put_aside(quiz: &Quiz, subject: Subject) -> Option<Session> {
    let code = storage::get(Key::Unreadable(subject)).ok().flatten()?;
    let session = session::restore(quiz, &code).ok()?;
    // From now on it is kept in its own place.
    let _ = storage::remove(Key::Unreadable(subject));
    Some(session)
}
