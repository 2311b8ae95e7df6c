use yew::prelude::*;

use super::Dispatch;
use crate::browser::early::Early;
use crate::browser::page;
use crate::browser::place::Place;
use crate::builtin::quiz;
use crate::session::{Action, Question};
use crate::settings::Settings;
use crate::ui::components::radio_id;
use crate::visit::{Event, Notice, Visit};

/// Puts the app in place of the page that was written ahead of time, once it is drawn,
/// and replays what was done in that page.
#[hook]
pub fn use_place(place: Option<&Place>, visit: &Visit, dispatch: &Dispatch) {
    let (place, visit, dispatch) = (place.cloned(), visit.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        if let Some(place) = place {
            take_up(place.take(), &visit, &dispatch);
        }
        page::mark_ready();
    });
}

/// Replays what was done before the app was there. It was done at the first question,
/// which the page shows to everybody. Somebody whose quiz goes on elsewhere did not
/// mean that question, so for them it is dropped.
fn take_up(early: Early, visit: &Visit, dispatch: &Dispatch) {
    if !visit.view.asks() || visit.notice == Some(Notice::Resumed) {
        return;
    }
    if let Some(option) = early.option {
        let question = Question::first(quiz());
        // The app is drawn anew only later, and the browser may paint before that.
        page::tick(&radio_id(option));
        dispatch.dispatch(Event::Quiz(Action::Choose(question, option)));
    }
    if early.tap_goes_on {
        dispatch.dispatch(Event::Set(Settings {
            tap_goes_on: true,
            ..visit.device.settings
        }));
    }
    if early.continued {
        dispatch.dispatch(Event::Quiz(Action::Continue));
    }
}
