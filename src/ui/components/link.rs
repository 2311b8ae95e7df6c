use yew::prelude::*;

use crate::visit::Event;

/// Sends an event in place of a link's own way. The link's address works without
/// the app, and with a key held down the browser's own way wins.
pub fn go(send: &Callback<Event>, event: Event) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            click.prevent_default();
            send.emit(event.clone());
        }
    })
}
