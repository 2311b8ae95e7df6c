//! How a program begins.

use super::app::{App, AppProps};
use super::programs::Program;
use crate::browser::early::{self, Early};
use crate::browser::place::Place;
use crate::browser::{history, page};
use crate::visit::Page;

/// Draws the app of a program, and puts it in place of what stands in the
/// document: the prerendered page, or the program that hands over.
pub fn start<P: Program>() {
    // By way of yew, which would otherwise put its own hook over ours.
    yew::set_custom_panic_hook(Box::new(|_| page::show_trouble("crashed")));
    let Some(place) = Place::find() else {
        return;
    };
    let handed_over = page::is_handed_over();
    // The program before has moved on from the page that was loaded.
    let noted = history::note()
        .map(|note| note.page)
        .filter(|_| handed_over);
    let named = || page::name().and_then(|name| Page::named(&name));
    let props = AppProps {
        page: noted.or_else(named).unwrap_or(Page::Landing),
        early: if handed_over {
            Early::default()
        } else {
            early::read()
        },
        place: Some(place.clone()),
    };
    yew::Renderer::<App<P>>::with_root_and_props(place.app(), props).render();
}
