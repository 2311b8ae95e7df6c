use yew::prelude::*;

use crate::visit::Event;

/// Makes a click on a link send an event, where the browser would load another page.
/// The link keeps its address, so it works before the app is there, and a click with
/// Ctrl, Cmd or Shift opens a tab or a window as everywhere.
pub fn go(send: &Callback<Event>, event: Event) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            click.prevent_default();
            send.emit(event.clone());
        }
    })
}
