use crate::charts::content::Chart;
use crate::charts::saved::{self, Lost};
use crate::charts::{Desk, Summary};
use crate::code::CodeError;

use super::keeping::Keeping;
use super::key::Key;
use super::store::{Refused, Store};

/// A tab's hold on the charts that the device keeps. It is a keeper of its own, since only
/// the page of charts has charts to read them with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskKeeper<S> {
    store: S,
    /// What was last read or written.
    seen: String,
}

/// The charts that the device keeps when their page is loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDesk {
    /// All that could be read.
    pub desk: Desk,
    /// Whether it is being kept.
    pub keeping: Keeping,
    /// What could not be read, and was set aside.
    pub lost: Vec<Lost>,
}

/// What another tab has done with charts, and how they were when this tab last looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskNews {
    /// As they were.
    pub seen: Desk,
    /// As they are now.
    pub theirs: Desk,
}

impl<S: Store> DeskKeeper<S> {
    /// Reads what the device keeps.
    pub fn open(charts: &[Chart], store: S) -> (Self, FoundDesk) {
        let mut keeper = Self {
            store,
            seen: String::new(),
        };
        let Ok(text) = keeper.text() else {
            let found = FoundDesk {
                desk: Desk::new(charts),
                keeping: Keeping::Refused,
                lost: Vec::new(),
            };
            return (keeper, found);
        };
        let (desk, lost) = saved::restore(charts, &text);
        let keeping = if lost.is_empty() {
            keeper.seen = text;
            Keeping::Kept
        } else if keeper.store.set(Key::UnreadableCharts, &text).is_ok() {
            keeper.seen = text;
            Keeping::Unreadable
        } else {
            // It is not written over either, as that would be the end of it.
            Keeping::Refused
        };
        let found = FoundDesk {
            desk,
            keeping,
            lost,
        };
        (keeper, found)
    }

    /// Keeps the charts, and gives what another tab has done with them meanwhile.
    ///
    /// # Errors
    ///
    /// [`Refused`] where the storage is off or full.
    pub fn keep(&mut self, charts: &[Chart], mine: &Desk) -> Result<Option<DeskNews>, Refused> {
        let news = self.changed(charts)?;
        let merged = match &news {
            Some(DeskNews { seen, theirs }) => Desk::merged(seen, mine.clone(), theirs.clone()),
            None => mine.clone(),
        };
        let text = saved::save(charts, &merged);
        if text != self.text()? {
            if text.is_empty() {
                self.store.remove(Key::Charts)?;
            } else {
                self.store.set(Key::Charts, &text)?;
            }
        }
        self.seen = text;
        Ok(news)
    }

    /// Looks what another tab has done with charts.
    pub fn look(&mut self, charts: &[Chart]) -> Option<DeskNews> {
        self.changed(charts).ok().flatten()
    }

    /// What another tab has done with charts. Where it cannot be read, it is set aside before
    /// it is written over, and where that fails, nothing may be written.
    fn changed(&mut self, charts: &[Chart]) -> Result<Option<DeskNews>, Refused> {
        let now = self.text()?;
        if now == self.seen {
            return Ok(None);
        }
        let (theirs, lost) = saved::restore(charts, &now);
        if !lost.is_empty() {
            self.store.set(Key::UnreadableCharts, &now)?;
        }
        let (seen, _) = saved::restore(charts, &std::mem::replace(&mut self.seen, now));
        Ok(Some(DeskNews { seen, theirs }))
    }

    /// Deletes what was set aside of charts that the reader has erased.
    pub fn forget_unreadable(&self) {
        // Where nothing can be written, nothing was set aside.
        let _ = self.store.remove(Key::UnreadableCharts);
    }

    fn text(&self) -> Result<String, Refused> {
        self.store.get(Key::Charts).map(Option::unwrap_or_default)
    }
}

/// How the charts went that the device keeps. It needs no charts, so any page can tell it.
///
/// # Errors
///
/// [`CodeError`] where what is kept cannot be read. Where the storage is off, nothing is kept.
pub fn charts_done(store: &impl Store) -> Result<Summary, CodeError> {
    let text = store.get(Key::Charts).ok().flatten();
    Summary::of(&text.unwrap_or_default())
}
