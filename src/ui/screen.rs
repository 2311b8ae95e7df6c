//! What is on the screen.

use crate::say::frame as say;
use yew::prelude::*;

/// One page of the app, as it is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Its name in the document, for styles and tests.
    pub name: &'static str,
    /// The document's title, with the site's name.
    pub title: String,
    /// What stands between masthead and footer.
    pub body: Html,
}

impl Screen {
    /// A page with this title, to which the site's name is added.
    pub fn new(name: &'static str, title: &str, body: Html) -> Self {
        Self {
            name,
            title: say::title(title),
            body,
        }
    }
}
