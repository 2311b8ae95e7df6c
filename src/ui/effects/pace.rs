use yew::prelude::*;

use super::Dispatch;
use super::entry::Entry;
use crate::answers::TaskForm;
use crate::browser::page;
use crate::session::{Action, Question, Stage};
use crate::visit::{Event, Notice, View, Visit};

/// What is being timed, and since when, in milliseconds of the device's clock.
#[derive(Default)]
struct Stopwatch {
    stage: Option<Stage>,
    since: f64,
}

/// Takes the time of each item and of the checking task in the reader's own quiz.
#[hook]
pub fn use_pace(visit: &Visit, dispatch: &Dispatch) {
    let watch = use_mut_ref(Stopwatch::default);
    let stage = Entry::of(visit).stage.filter(|_| visit.view == View::Quiz);
    // Where the quiz went on in another tab, nobody looked at this one.
    let is_elsewhere = visit.notice == Some(Notice::OtherTab);
    let is_timed = visit.own.run.is_some_and(|run| run.form == TaskForm::Timed);
    let dispatch = dispatch.clone();
    use_effect_with(stage, move |stage| {
        let now = page::now();
        let before = watch.replace(Stopwatch {
            stage: *stage,
            since: now,
        });
        // Where the clock was set meanwhile, a negative time becomes 0 and one that is
        // too large becomes the largest.
        let tenths = ((now - before.since) / 100.0) as u32;
        let spent = match before.stage.filter(|_| !is_elsewhere) {
            Some(Stage::Asking {
                question: Question::Item(item),
                ..
            }) => Action::SpentOnItem(item, tenths),
            Some(Stage::Tasking) if is_timed => Action::SpentOnTask(tenths),
            _ => return,
        };
        dispatch.dispatch(Event::Spent(spent));
    });
}
