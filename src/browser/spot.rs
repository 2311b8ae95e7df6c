//! Where on a long page the reader is: how far they have scrolled, and which folds are open.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// A place on a page, as an entry of the history remembers it. It holds nothing of what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// How far the page is scrolled, in CSS pixels.
    pub scrolled: u32,
    /// The open folds, by their position among all of the page's.
    pub open: Vec<u32>,
}

impl Spot {
    /// As in `1200,0,3`: how far, then the folds.
    pub fn to_text(&self) -> String {
        let mut text = self.scrolled.to_string();
        for fold in &self.open {
            text += ",";
            text += &fold.to_string();
        }
        text
    }

    /// Reads what was written. What is none is the top of a page with all folded.
    pub fn from_text(text: &str) -> Self {
        let mut parts = text.split(',');
        let scrolled = parts.next().and_then(|part| part.parse().ok());
        Self {
            scrolled: scrolled.unwrap_or_default(),
            open: parts.filter_map(|part| part.parse().ok()).collect(),
        }
    }

    /// Where the reader is now.
    pub fn here() -> Self {
        // A page that is pulled beyond its top has a negative place, which becomes 0.
        // Some screens have places between two pixels.
        let scrolled = window().scroll_y().map_or(0, |far| far.round() as u32);
        let folds = (0..).zip(folds());
        let open = folds.filter(|(_, fold)| fold.has_attribute(OPEN));
        Self {
            scrolled,
            open: open.map(|(place, _)| place).collect(),
        }
    }

    /// Opens what was open.
    pub fn unfold(&self) {
        for (place, fold) in (0..).zip(folds()) {
            if self.open.contains(&place) {
                set_open(&fold, true);
            }
        }
    }

    /// Scrolls to where it was.
    pub fn scroll(&self) {
        window().scroll_to_with_x_and_y(0.0, f64::from(self.scrolled));
    }
}

const OPEN: &str = "open";

/// The folds of the page's content, in order. What is inside of the one for sharing is drawn only
/// once that is open, so it has no place.
fn folds() -> Vec<Element> {
    elements("#main details:not(#share details)")
}

fn elements(selector: &str) -> Vec<Element> {
    // It fails only for a selector that is none.
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|place| found.item(place));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

fn set_open(fold: &Element, open: bool) {
    // It fails only for a name that no attribute can have.
    let _ = match open {
        true => fold.set_attribute(OPEN, ""),
        false => fold.remove_attribute(OPEN),
    };
}

/// Opens all questions of the page, or closes them.
pub fn open_all(open: bool) {
    for fold in elements("details.fold") {
        set_open(&fold, open);
    }
}

/// Opens the fold with this id and goes there; nothing happens where there is none.
pub fn open(id: &str) {
    let Some(fold) = document().get_element_by_id(id) else {
        return;
    };
    set_open(&fold, true);
    let line = fold.first_element_child();
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        // It fails only for an element that left the document meanwhile.
        let _ = line.focus();
    }
    fold.scroll_into_view();
}

/// The fold that the address asks for, as in `#open=pay` or at the end of a link, `&open=pay`. Only
/// letters are taken, and only an id of ours is ever found.
pub fn asked_for(fragment: &str) -> Option<String> {
    let mut parts = fragment.split('&');
    let name = parts.find_map(|part| part.strip_prefix(ASKS))?;
    name.bytes()
        .all(|letter| letter.is_ascii_lowercase())
        .then(|| ["q-", name].concat())
}

/// What stands in a fragment before the name of a fold.
pub const ASKS: &str = "open=";

/// Whether the page is whole: no part of it is still to be drawn or fetched.
pub fn is_drawn() -> bool {
    elements("[data-drawing], [data-view=opening]").is_empty()
}
