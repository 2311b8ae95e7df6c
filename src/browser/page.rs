//! The document: title, focus, scrolling.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::plan::calendar::Day;

/// The whole address of this page, with its fragment.
pub fn here() -> String {
    window().location().href().unwrap_or_default()
}

/// Sets the document's title.
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

/// Ticks an option; nothing happens where no input has this id.
pub fn tick(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(input) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(true);
    }
}

/// Opens the browser's own dialogue for printing.
pub fn print() {
    // It fails only where printing is forbidden, and then says so itself.
    let _ = window().print();
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Marks the document, for styles and for the script that watches over the
/// start.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // It fails only for a name that is no attribute's.
        let _ = root.set_attribute(name, value);
    }
}

/// Whether a test has asked for a panic.
#[cfg(feature = "panics")]
pub fn is_to_panic() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute("data-panic"))
}

const APP: &str = "data-app";

/// Says that the app is there.
pub fn mark_ready() {
    mark(APP, "ready");
}

/// Asks `assets/boot.js` to start the other program in place of this one.
pub fn hand_over() {
    mark(APP, "handing-over");
}

/// Whether another program is handing over.
pub fn is_handed_over() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute(APP)).as_deref() == Some("handing-over")
}

/// The time in milliseconds, from some moment on.
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

/// A way as seen from this page, as a whole address.
pub fn address(way: &str) -> String {
    web_sys::Url::new_with_base(way, &here())
        .map(|url| url.href())
        .unwrap_or_default()
}

/// Keeps a link at hand in the box outside the app, for when the app is dead.
pub fn keep_at_hand(link: &str) {
    if let Some(anchor) = document().get_element_by_id("trouble-link") {
        // It fails only for a name that is no attribute's.
        let _ = anchor.set_attribute("href", link);
    }
}

/// Shows the box outside the app that says what went wrong.
pub fn show_trouble(kind: &str) {
    if let Some(trouble) = document().get_element_by_id("trouble") {
        // They fail only for names that are no attribute's.
        let _ = trouble.set_attribute("data-kind", kind);
        let _ = trouble.remove_attribute("hidden");
    }
}
