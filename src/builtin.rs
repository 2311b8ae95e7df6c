//! The content that this build carries, as `build.rs` has checked and packed it.

#![warn(missing_docs)]

use std::sync::LazyLock;

use crate::charts::content::Chart;
#[cfg(feature = "ssr")]
use crate::content::Guide;
use crate::content::{Content, Quiz};

macro_rules! unpacked {
    ($name:literal) => {
        LazyLock::new(|| {
            postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/", $name)))
                // build.rs packed these bytes from the same types in the same build.
                .expect("the packed content is readable")
        })
    };
}

static QUIZ: LazyLock<Quiz> = unpacked!("quiz.postcard");

/// The checked instrument, unpacked on first use. It stands apart from
/// [`content()`], so that whoever is still answering unpacks nothing else. What only the
/// page about scoring says is left out here too.
pub fn quiz() -> &'static Quiz {
    #[cfg(feature = "ssr")]
    if let Some(pseudo) = crate::pseudo::spoken() {
        return pseudo.quiz;
    }
    &QUIZ
}

static CONTENT: LazyLock<Content> = unpacked!("content.postcard");

/// The checked content of `assets/content`, unpacked on first use. What only the
/// pages that need no app say is left out, because everybody downloads the rest.
pub fn content() -> &'static Content {
    #[cfg(feature = "ssr")]
    if let Some(pseudo) = crate::pseudo::spoken() {
        return pseudo.content;
    }
    &CONTENT
}

static CHARTS: LazyLock<Vec<Chart>> = unpacked!("charts.postcard");

/// The checked charts of `assets/charts`, in the order of their numbers, unpacked on first use. There
/// is at least one.
pub fn charts() -> &'static [Chart] {
    #[cfg(feature = "ssr")]
    if let Some(pseudo) = crate::pseudo::spoken() {
        return pseudo.charts;
    }
    &CHARTS
}

#[cfg(feature = "ssr")]
static INSTRUMENT: LazyLock<Quiz> = unpacked!("instrument.postcard");

/// The whole instrument, for the page about scoring.
#[cfg(feature = "ssr")]
pub fn instrument() -> &'static Quiz {
    crate::pseudo::spoken().map_or(&INSTRUMENT, |pseudo| pseudo.instrument)
}

#[cfg(feature = "ssr")]
static REFERENCE: LazyLock<Content> = unpacked!("reference.postcard");

/// The whole content, for pages that are written natively and need no app.
#[cfg(feature = "ssr")]
pub fn reference() -> &'static Content {
    crate::pseudo::spoken().map_or(&REFERENCE, |pseudo| pseudo.reference)
}

#[cfg(feature = "ssr")]
static GUIDE: LazyLock<Guide> = unpacked!("guide.postcard");

/// The guide, whose facts are those of [`reference()`].
#[cfg(feature = "ssr")]
pub fn guide() -> &'static Guide {
    crate::pseudo::spoken().map_or(&GUIDE, |pseudo| pseudo.guide)
}
