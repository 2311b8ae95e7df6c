//! The document, and the device's clock.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::{FocusOptions, HtmlElement, HtmlInputElement};

use crate::plan::calendar::Day;
use crate::visit::Host;

/// The whole address of this page, with its fragment.
pub fn here() -> String {
    window().location().href().unwrap_or_default()
}

pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus; nothing happens where no element has this id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // It fails only for an element that left the document meanwhile.
        let _ = element.focus();
    }
}

/// Moves the focus where what had it is gone, and scrolls nothing: whoever goes on by keys goes on from
/// there, and not from the page's beginning.
pub fn focus_if_lost(id: &str) {
    let document = document();
    let is_lost = document.active_element() == document.body().map(Into::into);
    let element = document.get_element_by_id(id).filter(|_| is_lost);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // It fails only for an element that left the document meanwhile.
        let _ = element.focus_with_options(&options);
    }
}

/// Ticks an option; nothing happens where no input has this id.
pub fn tick(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(input) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(true);
    }
}

/// Opens the browser's own dialogue to print all that a page has.
pub fn print() {
    mark("data-print", "everything");
    // A press on the browser's own keys prints a summary again.
    EventListener::once(&window(), "afterprint", |_| mark("data-print", "summary")).forget();
    print_summary();
}

/// Opens the browser's own dialogue to print what fits on two sheets.
pub fn print_summary() {
    // It fails only where printing is forbidden, and then says so itself.
    let _ = window().print();
}

pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Sets an attribute of the document's root, which styles and `assets/boot.js` read.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // It fails only for a name that no attribute can have.
        let _ = root.set_attribute(name, value);
    }
}

/// Says that the app is there, for `assets/boot.js`, which then stops waiting for it,
/// and for `assets/offline.js`, which then starts the worker.
pub fn mark_ready() {
    mark("data-app", "ready");
}

/// Whether the reader has asked for as few bytes as possible.
pub fn saves_data() -> bool {
    let navigator = window().navigator();
    js_sys::Reflect::get(&navigator, &"connection".into())
        .and_then(|connection| js_sys::Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|saves| saves.is_truthy())
}

/// The device's clock in milliseconds. It may be set at any time, so a difference of
/// two readings can be anything.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The day by the device's clock and place; `None` for a clock that is far off.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    Day::new(
        u16::try_from(now.get_full_year()).ok()?,
        u8::try_from(now.get_month() + 1).ok()?,
        u8::try_from(now.get_date()).ok()?,
    )
}

/// This moment in UTC as calendar files write it, as in `20261122T080000Z`.
pub fn stamp() -> String {
    let iso = String::from(js_sys::Date::new_0().to_iso_string());
    let (seconds, _) = iso.split_once('.').unwrap_or((&iso, ""));
    seconds.replace(['-', ':'], "") + "Z"
}

/// The name of the page that the document was written for.
pub fn name() -> Option<String> {
    document()
        .get_element_by_id("app")?
        .get_attribute("data-page")
}

/// The site in whose frame the page stands, as `assets/embed.js` has found it out; `None` in a page
/// of its own.
pub fn host() -> Option<Host> {
    let root = document().document_element()?;
    Some(Host {
        origin: root.get_attribute("data-host")?,
        query: root.get_attribute("data-embed")?,
    })
}

/// A relative address, as seen from this page, as a whole one.
pub fn address(way: &str) -> String {
    web_sys::Url::new_with_base(way, &here())
        .map(|url| url.href())
        .unwrap_or_default()
}

/// Keeps a link at hand in the box outside the app, for when the app is dead; `None` where
/// nobody needs one.
pub fn keep_at_hand(link: Option<String>) {
    if let Some(anchor) = document().get_element_by_id("trouble-link") {
        // It fails only for a name that no attribute can have.
        let _ = match link {
            Some(link) => anchor.set_attribute("href", &link),
            None => anchor.remove_attribute("href"),
        };
    }
}
