use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::entry::Entry;
use super::spot::Way;
use crate::browser::page;
use crate::builtin::quiz;
use crate::session::Stage;
use crate::task::Run;
use crate::ui::pages::change_id;
use crate::visit::{Notice, Visit};

/// A second tap within this many milliseconds belongs to the first.
const DOUBLE_TAP: f64 = 250.0;

/// When the reader last turned a page.
#[derive(Clone, Default)]
pub struct Turned(Rc<Cell<Option<f64>>>);

impl Turned {
    /// Whether a page was turned so short a time ago that a tap may have been meant for
    /// the page before.
    pub fn just_now(&self) -> bool {
        let since = self.0.get().map(|turned| page::now() - turned);
        since.is_some_and(|since| (0.0..DOUBLE_TAP).contains(&since))
    }
}

/// Remembers when a page was turned. [`use_focus`] writes it down.
#[hook]
pub fn use_turned() -> Turned {
    (*use_memo((), |()| Turned::default())).clone()
}

/// What makes a page, so that another one of these is a new page to the reader. A
/// chosen answer is not part of it, nor is a missing one that was pointed out.
#[derive(Clone, PartialEq)]
struct Shown {
    entry: Entry,
    /// How far the checking task is, while it is on the screen.
    probe: Option<usize>,
    /// The name of the screen, which is another one while a result is on its way.
    name: &'static str,
}

/// Moves the focus to where the reader goes on: to the heading of a new page, so
/// that a screen reader announces it, or to what is wrong.
#[hook]
pub fn use_focus(visit: &Visit, name: &'static str, turned: &Turned, way: &Way) {
    let before = use_mut_ref(|| None::<Shown>);
    let stage = visit.session().stage;
    let shown = Shown {
        entry: Entry::of(visit),
        probe: (visit.view.asks() && stage == Stage::Tasking)
            .then(|| visit.session().run.map_or(0, Run::next)),
        name,
    };
    use_effect_with(shown, {
        let (turned, way) = (turned.clone(), way.clone());
        move |shown| {
            let before = before.replace(Some(shown.clone()));
            let changed = match (
                before.as_ref().and_then(|before| before.entry.stage),
                shown.entry.stage,
            ) {
                (
                    Some(Stage::Asking {
                        question,
                        changing: true,
                        ..
                    }),
                    Some(Stage::Reviewing),
                ) => Some(question),
                _ => None,
            };
            // When a page has just been loaded, the focus stays where the browser put
            // it, also when the result takes the place of "Opening the result".
            let is_loaded = before.is_none_or(|before| before.entry == shown.entry)
                && shown.probe.is_none()
                && turned.0.get().is_none();
            match changed {
                _ if is_loaded => {}
                // Whoever changed one answer goes on from its row.
                Some(question) => page::focus(&change_id(quiz(), question)),
                None => {
                    page::scroll_to_top();
                    page::focus("title");
                }
            }
            if !is_loaded {
                turned.0.set(Some(page::now()));
            }
            // Where the history knows where the reader was, they are brought there.
            way.set_out();
        }
    });
    let is_missing_answer = visit.view.asks()
        && matches!(
            stage,
            Stage::Asking {
                unanswered: true,
                ..
            }
        );
    let would_erase = visit.notice == Some(Notice::WouldErase);
    // The screen may still be on its way when the notice is given, so its name counts too.
    use_effect_with(
        (is_missing_answer, would_erase, name),
        |(is_missing_answer, would_erase, _)| {
            if *is_missing_answer {
                page::focus("problem");
            }
            if *would_erase {
                page::focus("would-erase");
            }
        },
    );
}

/// Keeps the document's title.
#[hook]
pub fn use_title(title: &str) {
    use_effect_with(title.to_owned(), |title| page::set_title(title));
}
