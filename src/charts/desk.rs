//! All charts together, with the one that is open.

use super::content::{Chart, Step};
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
    /// The step of the open chart that is looked at again, once its key was shown.
    pub looked_at: Option<Step>,
}

/// A place at the desk, for the browser's history. It says nothing of what was done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which chart is open, by its place.
    pub chart: usize,
    /// The step that is shown; `None` where in place of a chart it is shown what was done in all.
    pub step: Option<Step>,
}

/// Numbers for the places at a chart.
const PLACES: usize = 8;

impl Place {
    /// As a number above 0.
    pub fn number(self) -> u16 {
        let step = self.step.map_or(PLACES - 1, |step| step as usize);
        // More charts than fit have no place in the history.
        u16::try_from(self.chart * PLACES + step + 1).unwrap_or_default()
    }

    /// The place of a number; `None` where it has none.
    pub fn of(number: u16) -> Option<Self> {
        let number = usize::from(number.checked_sub(1)?);
        let step = match number % PLACES {
            step if step == PLACES - 1 => None,
            step => Some(*Step::ALL.get(step)?),
        };
        Some(Self {
            chart: number / PLACES,
            step,
        })
    }
}

/// What a reader does at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskAction {
    /// Does something with the chart that is open.
    Work(Action),
    /// Opens a chart by its place.
    Open(usize),
    /// Goes to where the browser's history leads. A key that was not shown is not shown by that.
    Visit(Place),
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
            looked_at: None,
        }
    }

    /// Where the reader is.
    pub fn place(&self) -> Place {
        let work = self.works.get(self.open);
        Place {
            chart: self.open,
            step: match self.is_left {
                true => None,
                false => work.map(|work| match self.looked_at {
                    // Another tab may have begun the chart anew.
                    Some(step) if work.is_seen() => step,
                    _ => work.step,
                }),
            },
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
                let step = self.place().step?;
                let mut steps = Work::steps(chart);
                match action {
                    // The steps before the key are looked at again, and nothing there changes.
                    Action::Back if work.is_seen() => {
                        next.looked_at = Some(steps.take_while(|each| *each < step).last()?);
                    }
                    Action::Continue if work.is_seen() => {
                        next.look_at(steps.find(|each| *each > step)?);
                    }
                    action => {
                        next.looked_at = None;
                        let place = next.works.get_mut(self.open)?;
                        *place = work.step(chart, action)?;
                    }
                }
            }
            DeskAction::Open(place) => {
                charts.get(place)?;
                next.open = place;
                next.is_left = false;
                next.looked_at = None;
            }
            DeskAction::Visit(Place { chart, step }) => {
                let work = next.works.get_mut(chart)?;
                let mut steps = Work::steps(charts.get(chart)?);
                next.open = chart;
                next.is_left = step.is_none();
                next.looked_at = None;
                match step {
                    Some(step) if work.is_seen() => next.look_at(steps.find(|each| *each == step)?),
                    Some(step) => {
                        work.step = steps
                            .take_while(|each| *each <= step && *each < Step::See)
                            .last()?;
                    }
                    None => {}
                }
            }
            DeskAction::Leave => next.is_left = true,
            DeskAction::Erase => next = Self::new(charts),
        }
        (next != *self).then_some(next)
    }

    /// Looks at a step of a chart whose key was shown.
    fn look_at(&mut self, step: Step) {
        self.looked_at = Some(step).filter(|step| *step != Step::See);
    }

    /// What becomes of a desk that was worked at here and elsewhere since it was last
    /// `seen`. Where both have changed the same chart, it is as it is here.
    #[must_use]
    pub fn merged(seen: &Self, mine: Self, theirs: Self) -> Self {
        let Self {
            works,
            open,
            is_left,
            looked_at,
        } = mine;
        let others = seen.works.iter().zip(theirs.works);
        let works = works.into_iter().zip(others);
        Self {
            works: works
                .map(|(mine, (seen, theirs))| merged(seen, mine, theirs))
                .collect(),
            open,
            is_left,
            looked_at,
        }
    }
}
