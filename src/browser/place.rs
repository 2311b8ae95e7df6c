//! Where the app stands in the document.
//!
//! The app is drawn into an element outside the document, and takes its place in one
//! go when it is whole. Until then the page that was written ahead of time can be read
//! and used. Yew's hydration would keep the page's own elements instead. It would add
//! an eighth to the download, and it panics at a page that was changed on its way, as
//! translating browsers do.

use gloo::utils::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::early::{self, Early};

/// The page that stands in the document, and the element that will replace it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    before: Element,
    app: Element,
}

impl Place {
    /// The place of this document; `None` where it has none.
    pub fn find() -> Option<Self> {
        let before = document().get_element_by_id("app")?;
        // A copy without children: Yew puts its listeners on it, and so they hear
        // nothing of what is done in the page meanwhile.
        let app = before.clone_node().ok()?.dyn_into().ok()?;
        Some(Self { before, app })
    }

    pub fn app(&self) -> Element {
        self.app.clone()
    }

    /// Puts the app into the document, and tells what was done in the page before. The
    /// focus stays at the same place, if the app has an element there.
    pub fn take(&self) -> Early {
        let early = early::take_up(&self.before);
        let path = document()
            .active_element()
            .and_then(|focused| self.path_to(focused));
        // It fails only where something else has taken the page out of the document.
        let _ = self.before.replace_with_with_node_1(&self.app);
        let focused = path.and_then(|path| self.at(&path));
        if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // It fails only for an element that left the document meanwhile.
            let _ = focused.focus();
        }
        early
    }

    /// For each step down to an element, how many siblings stand before it, the
    /// last step first.
    fn path_to(&self, mut element: Element) -> Option<Vec<usize>> {
        let mut path = Vec::new();
        while element != self.before {
            let mut steps = 0;
            let mut sibling = element.previous_element_sibling();
            while let Some(before) = sibling {
                steps += 1;
                sibling = before.previous_element_sibling();
            }
            path.push(steps);
            element = element.parent_element()?;
        }
        Some(path)
    }

    fn at(&self, path: &[usize]) -> Option<Element> {
        let mut element = self.app();
        for steps in path.iter().rev() {
            element = element.first_element_child()?;
            for _ in 0..*steps {
                element = element.next_element_sibling()?;
            }
        }
        Some(element)
    }
}
