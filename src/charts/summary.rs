//! What can be told of charts without the charts: for a result, and for a link.

use super::compact::Compact;
use super::saved::Head;
use super::work::{Mood, Tally};
use crate::code::CodeError;

/// The charts that were seen to their end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Each by its number, in the order in which they were kept.
    pub charts: Vec<(u8, Compact)>,
}

impl Summary {
    /// Reads what a device keeps. It needs no chart, so a page about something else can
    /// tell how the charts went.
    ///
    /// # Errors
    ///
    /// [`CodeError`] for the first part that cannot be read.
    pub fn of(text: &str) -> Result<Self, CodeError> {
        let parts = text.split_whitespace().map(|part| {
            let (head, _) = Head::open(part)?;
            Ok((head.number, head.compact))
        });
        let parts: Vec<_> = parts.collect::<Result<_, CodeError>>()?;
        let seen = |(number, compact)| Some((number, compact?));
        Ok(Self {
            charts: parts.into_iter().filter_map(seen).collect(),
        })
    }

    /// All together.
    pub fn tally(&self) -> Tally {
        let add = |sum: Tally, (_, compact): &(u8, Compact)| Tally {
            found: sum.found + compact.tally.found,
            wanted: sum.wanted + compact.tally.wanted,
            unsupported: sum.unsupported + compact.tally.unsupported,
        };
        self.charts.iter().fold(Tally::default(), add)
    }

    /// Whether the reader would do another: what they said wherever they said it, and not
    /// sure where they said both. `None` where they said nothing.
    pub fn another(&self) -> Option<Mood> {
        let mut said = self
            .charts
            .iter()
            .filter_map(|(_, compact)| compact.another);
        let first = said.next()?;
        Some(match said.all(|mood| mood == first) {
            true => first,
            false => Mood::Unsure,
        })
    }
}
