use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::Dispatch;
use crate::browser::page;
use crate::browser::storage::{self, Key, Refused};
use crate::builtin::quiz;
use crate::session::{self, Session, Subject};
use crate::settings::Settings;
use crate::visit::{Event, Keeping, Notice, Visit};

/// Keeps quizzes, ticks and settings on the device, and hears of the quizzes that other
/// tabs keep.
#[hook]
pub fn use_device(visit: &Visit, dispatch: &Dispatch) {
    let keeping = visit.device.keeping;
    use_effect_with((visit.own.clone(), keeping), {
        let dispatch = dispatch.clone();
        move |(own, keeping)| {
            keep(own, *keeping, &dispatch);
        }
    });
    use_effect_with((visit.someone.clone(), keeping), {
        let dispatch = dispatch.clone();
        move |(someone, keeping)| keep(someone, *keeping, &dispatch)
    });
    use_effect_with(visit.own.answers.clone(), {
        let visit = visit.clone();
        move |_| page::keep_at_hand(&visit.own_link(quiz(), true))
    });
    let erased = match &visit.notice {
        Some(Notice::Erased(session)) => Some(session.subject),
        _ => None,
    };
    let kept = (visit.device.ticks.clone(), visit.device.settings, erased);
    use_effect_with(kept, |(ticks, settings, erased)| {
        // Where nothing can be kept, the page says so because of the quiz.
        let _ = set_or_remove(Key::Ticks, &ticks.join(" "));
        let _ = set_or_remove(Key::Settings, &settings.to_text());
        // Whoever starts again wants the answers gone, those too that were set aside
        // because this version could not read them.
        if let Some(subject) = erased {
            let _ = storage::remove(Key::Unreadable(*subject));
        }
        mark(*settings);
    });
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let other_tab = EventListener::new(&window(), "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>().and_then(kept_elsewhere) {
                dispatch.dispatch(event);
            }
        });
        move || drop(other_tab)
    });
}

/// Keeps a quiz, or nothing where nothing has been answered.
fn keep(session: &Session, keeping: Keeping, dispatch: &Dispatch) {
    if keeping == Keeping::Refused {
        return;
    }
    let quiz = quiz();
    let code = if session.is_untouched(quiz) {
        String::new()
    } else {
        session::save(quiz, session)
    };
    if set_or_remove(Key::Quiz(session.subject), &code).is_err() {
        dispatch.dispatch(Event::Keep(Keeping::Refused));
    }
}

/// Keeps a text; what is empty is not kept at all.
fn set_or_remove(key: Key, text: &str) -> Result<(), Refused> {
    if text.is_empty() {
        storage::remove(key)
    } else {
        storage::set(key, text)
    }
}

/// Marks the document with the settings that are a matter of style.
/// `assets/boot.js` does the same before anything is painted.
fn mark(settings: Settings) {
    page::mark("data-theme", settings.theme.name());
    page::mark("data-still", if settings.still { "true" } else { "false" });
}

/// What another tab has kept; `None` for what is no quiz that this one can read.
fn kept_elsewhere(event: &StorageEvent) -> Option<Event> {
    let key = event.key()?;
    let subject = [Subject::Me, Subject::Someone]
        .into_iter()
        .find(|subject| Key::Quiz(*subject).name() == key)?;
    match event.new_value() {
        // The other tab has started again.
        None => Some(Event::OtherTab(subject, None)),
        Some(code) => {
            let session = session::restore(quiz(), &code).ok()?;
            Some(Event::OtherTab(subject, Some(session)))
        }
    }
}
