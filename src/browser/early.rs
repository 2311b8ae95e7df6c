//! What the person did before the app had arrived.
//!
//! The first question is plain HTML and can be answered at once. The app draws it
//! without that answer, so the tick is read from the old page and replayed as an
//! event. A press on "Continue" was noted by `assets/boot.js`.

use gloo::utils::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Early {
    /// The option that was ticked, by position.
    pub option: Option<usize>,
    /// "Continue" was pressed.
    pub continued: bool,
    /// A tap is to go on by itself.
    pub tap_goes_on: bool,
}

const CONTINUED: &str = "data-early-continue";

/// Reads what was done in the page that stands in the app's place, and removes the
/// note of it.
pub(super) fn take_up(before: &Element) -> Early {
    let ticked = before
        .query_selector("input[name=answer]:checked")
        .ok()
        .flatten()
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let wish = before.query_selector("#tap-goes-on:checked");
    let root = document().document_element();
    let continued = root.filter(|root| root.has_attribute(CONTINUED));
    Early {
        option: ticked.and_then(|input| match input.value().as_bytes() {
            [digit @ b'0'..=b'9'] => Some(usize::from(digit - b'0')),
            _ => None,
        }),
        // Removing fails only for a name that no attribute can have.
        continued: continued.is_some_and(|root| root.remove_attribute(CONTINUED).is_ok()),
        tap_goes_on: wish.is_ok_and(|wish| wish.is_some()),
    }
}
