//! Passing a link on: the share sheet, the clipboard, and the site whose frame the page stands in.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, ShareData};

/// Whether the browser has a share sheet.
pub fn has_sheet() -> bool {
    js_sys::Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or(false)
}

/// Opens the share sheet. Nothing is said where the person closes it again.
pub fn open_sheet(text: &str, link: &str) {
    let data = ShareData::new();
    data.set_text(text);
    data.set_url(link);
    let shared = window().navigator().share_with_data(&data);
    spawn_local(async move {
        // The person sees the sheet; there is nothing to add to its outcome.
        let _ = JsFuture::from(shared).await;
    });
}

/// Sends a link to the site whose frame the page stands in, and to no other one: where the frame has
/// been taken to another page meanwhile, nobody gets it. `level` is a word for how much it holds.
pub fn send_to(origin: &str, link: &str, level: &str) {
    let message = js_sys::Object::new();
    for (name, value) in [
        ("type", "coder-fit:finished"),
        ("level", level),
        ("link", link),
    ] {
        // It fails only for objects that are closed.
        let _ = js_sys::Reflect::set(&message, &name.into(), &value.into());
    }
    if let Ok(Some(parent)) = window().parent() {
        // It fails only for what is no origin.
        let _ = parent.post_message(&message, origin);
    }
}

/// Puts a link on the clipboard and says whether that worked. Where it does
/// not, the text of the field is selected, ready to be copied by hand.
pub fn copy(link: &str, field: &'static str, done: impl FnOnce(bool) + 'static) {
    let link = link.to_owned();
    spawn_local(async move {
        let copied = write(&link).await;
        if !copied {
            select(field);
        }
        done(copied);
    });
}

async fn write(link: &str) -> bool {
    // Outside secure contexts there is no clipboard, whatever the types say.
    let navigator = window().navigator();
    let there = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    there
        && JsFuture::from(navigator.clipboard().write_text(link))
            .await
            .is_ok()
}

fn select(field: &str) {
    let input = document().get_element_by_id(field);
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        // It fails only for a field that left the document meanwhile.
        let _ = input.focus();
        input.select();
    }
}
