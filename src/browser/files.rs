//! Files that the page makes, for the reader to keep, and files that the reader opens.

use gloo::utils::document;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands a text to the reader as a file.
pub fn save_text(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // It fails only for parts that no blob can have.
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(name, &blob);
    }
}

/// Hands a blob to the reader as a file.
pub fn save(name: &str, blob: &Blob) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser still reads from the address when `click` returns, so it is not
    // given back here. The browser does that when the page is closed.
}

/// Reads the files that were chosen in a field, which is empty afterwards, so that the same file can
/// be chosen again. `done` gets the name and the bytes of each; `None` for a file that is larger than
/// `most`, in bytes, or that cannot be read.
pub fn read(
    field: &HtmlInputElement,
    most: usize,
    done: impl Fn(String, Option<Vec<u8>>) + Clone + 'static,
) {
    let Some(files) = field.files() else {
        return;
    };
    for file in (0..files.length()).filter_map(|place| files.get(place)) {
        let done = done.clone();
        spawn_local(async move {
            let mut bytes = None;
            // Sizes are whole numbers.
            if file.size() <= most as f64 {
                let buffer = JsFuture::from(file.array_buffer()).await.ok();
                bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
            }
            done(file.name(), bytes);
        });
    }
    field.set_value("");
}
