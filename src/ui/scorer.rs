//! The way from a page for advisers to the part of the program that scores.

use yew::prelude::*;

use crate::group::Row;
use crate::share::Shared;

/// What a page is given that wants rows. It cannot ask the chunks itself, as it comes with one.
#[derive(Clone, Copy)]
pub struct Scorer {
    /// Fetches the part, and says whether it came.
    pub load: fn(Callback<bool>),
    /// The rows of results; `None` while the part is not there.
    pub rows: fn(&[Shared]) -> Option<Vec<Option<Row>>>,
}

/// There is one, so all are the same.
impl PartialEq for Scorer {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
