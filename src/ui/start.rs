//! How the program begins.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::app::{App, AppProps};
use super::arrive::arrive;
use super::chunk;
use crate::browser::page;
use crate::browser::place::Place;
use crate::builtin::quiz;
use crate::visit::Page;

/// Draws the app, and puts it in place of the prerendered page.
///
/// On a slow phone each of three steps takes a while: to unpack the questions, to read
/// what the device has kept, and to draw. So each is a task of its own, and the browser
/// can scroll or take a tap in between.
pub fn start() {
    quiz();
    Timeout::new(0, prepare).forget();
}

fn prepare() {
    let Some(place) = Place::find() else {
        return;
    };
    let page = page::name().and_then(|name| Page::named(&name));
    let page = page.unwrap_or(Page::Landing);
    let Some(chunk) = chunk::of(page) else {
        return draw(place, page);
    };
    // Such a page can be read as it is, so it stays until there is something to take its place.
    // Where the chunk does not come, the app says so.
    spawn_local(async move {
        let _ = chunk::load(chunk).await;
        draw(place, page);
    });
}

fn draw(place: Place, page: Page) {
    let (visit, keeper) = arrive(page);
    let props = AppProps {
        visit,
        place: Some(place.clone()),
        keeper: Some(keeper),
    };
    let draw = move || {
        yew::Renderer::<App>::with_root_and_props(place.app(), props).render();
    };
    Timeout::new(0, draw).forget();
}
