use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::Dispatch;
use super::focus::Turned;
use super::history::HistorySync;
use crate::browser::page;
use crate::session::Action;
use crate::visit::Event;

/// How long a picked answer stays in sight before the quiz goes on by itself, in
/// milliseconds. A double tap is over by then.
const SEEN: u32 = 300;

/// How pages send events. Most go straight to the visit. "Back" may go by the browser's
/// history, a tap right after a turned page is marked as hasty, and a quiz that goes on
/// by itself waits a moment.
#[hook]
pub fn use_sender(history: &HistorySync, turned: &Turned, dispatch: &Dispatch) -> Callback<Event> {
    let (history, turned, dispatch) = (history.clone(), turned.clone(), dispatch.clone());
    use_callback((), move |event: Event, ()| match event {
        Event::Look(part) => history.look(part),
        Event::Quiz(Action::Back) => history.go_back(&dispatch),
        Event::Quiz(action @ (Action::Continue | Action::Judge(_))) => {
            let event = match turned.just_now() {
                true => Event::Hasty(action),
                false => Event::Quiz(action),
            };
            dispatch.dispatch(event);
            // Where "Continue" is pressed again without an answer, nothing changes, so no
            // effect runs, and the problem is pointed out from here.
            page::focus("problem");
        }
        Event::GoOnFrom(_) => {
            let dispatch = dispatch.clone();
            Timeout::new(SEEN, move || dispatch.dispatch(event)).forget();
        }
        event @ Event::Quiz(Action::Choose(..)) => dispatch.dispatch(event),
        event => {
            // It may lead away from a long page.
            history.leave();
            dispatch.dispatch(event);
        }
    })
}
