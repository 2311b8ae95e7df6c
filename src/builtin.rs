//! The content that this build carries.

use std::sync::LazyLock;

use crate::content::Content;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    postcard::from_bytes(include_bytes!(concat!(
        env!("OUT_DIR"),
        "/content.postcard"
    )))
    // build.rs packed these bytes from the same types in the same build.
    .expect("the packed content is readable")
});

/// The checked content of `assets/content`, unpacked on first use.
pub fn content() -> &'static Content {
    &CONTENT
}
