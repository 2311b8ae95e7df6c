//! How a program begins.

use gloo::timers::callback::Timeout;

use super::app::{App, AppProps};
use super::arrive::arrive;
use super::programs::Program;
use crate::browser::place::Place;
use crate::browser::{history, page};
use crate::builtin::quiz;
use crate::visit::Page;

/// Draws the app of a program, and puts it in place of what stands in the
/// document: the prerendered page, or the program that hands over.
pub fn start<P: Program>() {
    // By way of yew, which would otherwise put its own hook over ours.
    yew::set_custom_panic_hook(Box::new(|_| page::show_trouble("crashed")));
    // A slow phone takes its time for each of three steps. In between the browser
    // can do what the reader has asked it for.
    quiz();
    Timeout::new(0, prepare::<P>).forget();
}

fn prepare<P: Program>() {
    let Some(place) = Place::find() else {
        return;
    };
    // The program before has moved on from the page that was loaded.
    let noted = history::note()
        .map(|note| note.page)
        .filter(|_| page::is_handed_over());
    let named = || page::name().and_then(|name| Page::named(&name));
    let props = AppProps {
        visit: arrive::<P>(noted.or_else(named).unwrap_or(Page::Landing)),
        place: Some(place.clone()),
    };
    let draw = move || {
        yew::Renderer::<App<P>>::with_root_and_props(place.app(), props).render();
    };
    Timeout::new(0, draw).forget();
}
