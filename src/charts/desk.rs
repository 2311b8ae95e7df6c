//! All charts together, with the one that is open.

use super::content::Chart;
use super::work::{Action, Work};
use crate::merge::merged;

/// What a reader has done with all charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// A work for each chart, in their order.
    pub works: Vec<Work>,
    /// Which chart is open, by its place.
    pub open: usize,
    /// In place of a chart, what was done in all is shown.
    pub is_left: bool,
}

/// What a reader does at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskAction {
    /// Does something with the chart that is open.
    Work(Action),
    /// Opens a chart by its place.
    Open(usize),
    /// Is done for now.
    Leave,
    /// Erases everything.
    Erase,
}

impl Desk {
    /// A desk that nobody has touched, with the first chart open.
    pub fn new(charts: &[Chart]) -> Self {
        Self {
            works: charts.iter().map(Work::new).collect(),
            open: 0,
            is_left: false,
        }
    }

    /// The chart that is open, and the work on it. There is none where there are no charts.
    pub fn at<'a>(&'a self, charts: &'a [Chart]) -> Option<(&'a Chart, &'a Work)> {
        charts.get(self.open).zip(self.works.get(self.open))
    }

    /// Whether nothing has been done yet.
    pub fn is_untouched(&self, charts: &[Chart]) -> bool {
        self.works
            .iter()
            .zip(charts)
            .all(|(work, chart)| *work == Work::new(chart))
    }

    /// The place of the chart that comes next: the first behind the open one that was not
    /// seen to its end, or else the first before it; `None` where all were.
    pub fn next(&self) -> Option<usize> {
        let after = self.open + 1..self.works.len();
        let mut places = after.chain(0..self.open);
        places.find(|place| self.works.get(*place).is_some_and(|work| !work.is_seen()))
    }

    /// The desk after this action; `None` where it has no effect.
    pub fn step(&self, charts: &[Chart], action: DeskAction) -> Option<Self> {
        let mut next = self.clone();
        match action {
            DeskAction::Work(action) => {
                let (chart, work) = self.at(charts)?;
                let place = next.works.get_mut(self.open)?;
                *place = work.step(chart, action)?;
            }
            DeskAction::Open(place) => {
                charts.get(place)?;
                next.open = place;
                next.is_left = false;
            }
            DeskAction::Leave => next.is_left = true,
            DeskAction::Erase => next = Self::new(charts),
        }
        (next != *self).then_some(next)
    }

    /// What becomes of a desk that was worked at here and elsewhere since it was last
    /// `seen`. Where both have changed the same chart, it is as it is here.
    #[must_use]
    pub fn merged(seen: &Self, mine: Self, theirs: Self) -> Self {
        let Self {
            works,
            open,
            is_left,
        } = mine;
        let others = seen.works.iter().zip(theirs.works);
        let works = works.into_iter().zip(others);
        Self {
            works: works
                .map(|(mine, (seen, theirs))| merged(seen, mine, theirs))
                .collect(),
            open,
            is_left,
        }
    }
}
