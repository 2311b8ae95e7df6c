//! What the person did before the app had arrived.
//!
//! The first question is plain HTML and can be answered at once. Hydration
//! would untick it, so the tick is read before and replayed after. A press on
//! "Continue" is noted by `assets/boot.js`.

use gloo::utils::document;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

/// What was done early.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Early {
    /// The option that was ticked, by position.
    pub option: Option<usize>,
    /// "Continue" was pressed.
    pub continued: bool,
}

/// Reads it; to be called before hydration.
pub fn read() -> Early {
    let ticked = document()
        .query_selector("input[name=answer]:checked")
        .ok()
        .flatten()
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    Early {
        option: ticked.and_then(|input| match input.value().as_bytes() {
            [digit @ b'0'..=b'9'] => Some(usize::from(digit - b'0')),
            _ => None,
        }),
        continued: document()
            .document_element()
            .is_some_and(|root| root.has_attribute("data-early-continue")),
    }
}
