//! How long the answers took. It stays on the device and is part of no link.

use crate::content::{ItemId, Quiz};
use crate::merge::merged;

/// How long a person took over the items and over the checking task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// For each item, in quarters of a second; 0 where it was not timed. Where an item
    /// was visited more than once, the longest visit counts: a quick look back is not
    /// an answer, and a long one was spent on thinking.
    items: Vec<u8>,
    /// How long the checking task took, in tenths of a second; 0 where it was
    /// not done against the clock.
    task_took: u32,
}

impl Pace {
    /// No item counts for more than this many quarters of a second, so that one
    /// pause does not hide a row of careless clicks.
    pub const MOST_PER_ITEM: u8 = 63;

    /// The longest time of a task that can be saved, in tenths of a second: 19 days.
    /// A task that took longer counts as that long.
    pub const MOST: u32 = (1 << 24) - 1;

    /// Nothing was timed yet.
    pub fn none(quiz: &Quiz) -> Self {
        Self {
            items: vec![0; quiz.items.len()],
            task_took: 0,
        }
    }

    /// The mean time of an item in seconds; `None` before any was timed.
    pub fn seconds_per_item(&self) -> Option<f64> {
        let timed = self.items.iter().filter(|quarters| **quarters > 0);
        let (count, sum) = timed.fold((0u32, 0u32), |(count, sum), quarters| {
            (count + 1, sum + u32::from(*quarters))
        });
        (count > 0).then(|| f64::from(sum) / 4.0 / f64::from(count))
    }

    /// How long the checking task took, in tenths of a second, up to
    /// [`MOST`](Self::MOST); 0 where it was not done against the clock.
    pub const fn task_took(&self) -> u32 {
        self.task_took
    }

    /// The times of a saved quiz; `items` has one for each item.
    pub(super) const fn saved(items: Vec<u8>, task_took: u32) -> Self {
        Self { items, task_took }
    }

    /// For each item, in quarters of a second; 0 where it was not timed.
    pub fn items(&self) -> &[u8] {
        &self.items
    }

    pub(super) fn spent_on_item(&mut self, item: ItemId, tenths: u32) {
        // At least one quarter: nothing is done in no time, and 0 is "not timed".
        let quarters = (tenths.saturating_mul(4) / 10).clamp(1, u32::from(Self::MOST_PER_ITEM));
        let kept = &mut self.items[item.index()];
        *kept = (*kept).max(u8::try_from(quarters).unwrap_or(Self::MOST_PER_ITEM));
    }

    pub(super) fn spent_on_task(&mut self, tenths: u32) {
        self.task_took = self.task_took.saturating_add(tenths).min(Self::MOST);
    }

    /// What becomes of times that were taken here and elsewhere since they were last
    /// `seen`.
    pub(super) fn merged(seen: &Self, mine: Self, theirs: Self) -> Self {
        let items = mine.items.into_iter().zip(theirs.items).zip(&seen.items);
        Self {
            items: items
                .map(|((mine, theirs), seen)| merged(seen, mine, theirs))
                .collect(),
            task_took: merged(&seen.task_took, mine.task_took, theirs.task_took),
        }
    }
}
