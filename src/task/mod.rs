//! The checking task: the part of accuracy that is done and not said.
//!
//! Twenty-four pairs of record strings, half of them different by one
//! character, then six small charts, half of which contradict themselves; after
//! the same/different pairs of the Minnesota Clerical Test. Everything is made
//! from a fixed seed, so that everyone gets the same task, and nothing is a
//! real person's.

#![warn(missing_docs)]

mod charts;
mod pairs;
mod seed;

pub use charts::{CHARTS, Chart, Line};
pub use pairs::{PAIRS, Pair, StringKind, looks_alike};

use crate::answers::{PROBES, TaskForm, TaskOutcome};
use crate::content::Quiz;
use seed::SplitMix;

/// How many things there are to judge, as a length.
pub const ALL: usize = PROBES as usize;

const _: () = assert!(ALL == PAIRS + CHARTS, "pairs and charts make up the task");

/// The seed of the one task that there is. Another seed is another task, whose
/// outcomes do not compare with this one's.
const SEED: u64 = 29_2072;

/// Something to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Probe {
    /// Are the two the same?
    Pair(Pair),
    /// Does everything in the chart fit together?
    Chart(Chart),
}

impl Probe {
    /// Whether "same" or "it fits" is right.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Pair(pair) => pair.one == pair.other,
            Self::Chart(chart) => chart.is_sound,
        }
    }
}

/// The task's probes, in the order of asking: pairs first.
pub fn probes() -> Vec<Probe> {
    probes_from(SEED)
}

/// The probes that another seed gives; for tests of the generator.
pub fn probes_from(seed: u64) -> Vec<Probe> {
    let mut random = SplitMix::new(seed);
    let pairs = pairs::pairs(&mut random).into_iter().map(Probe::Pair);
    let charts = charts::charts(&mut random);
    pairs.chain(charts.into_iter().map(Probe::Chart)).collect()
}

/// A task under way: what was judged so far.
///
/// It can be left and taken up again, and is never begun twice: the probes are the
/// same each time, so a second run would measure memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// With or without a clock, as the person chose when it began.
    pub form: TaskForm,
    right: u8,
    wrong: u8,
}

impl Run {
    /// A task with nothing judged yet.
    pub const fn new(form: TaskForm) -> Self {
        Self {
            form,
            right: 0,
            wrong: 0,
        }
    }

    /// A run that was left; `None` for more judgements than there are probes.
    pub fn left_at(form: TaskForm, right: u8, wrong: u8) -> Option<Self> {
        let run = Self { form, right, wrong };
        (run.next() <= ALL).then_some(run)
    }

    /// Judged rightly so far, 0 to [`ALL`].
    pub const fn right(self) -> u8 {
        self.right
    }

    /// Judged wrongly so far, 0 to [`ALL`].
    pub const fn wrong(self) -> u8 {
        self.wrong
    }

    /// The position of the probe that is next; [`ALL`] where none is left.
    pub fn next(self) -> usize {
        usize::from(self.right) + usize::from(self.wrong)
    }

    /// The run after a judgement: the person says that the probe is sound, or
    /// that it is not. Nothing changes where no probe is left.
    pub fn judge(self, says_sound: bool) -> Self {
        match probes().get(self.next()) {
            Some(probe) if probe.is_sound() == says_sound => Self {
                right: self.right + 1,
                ..self
            },
            Some(_) => Self {
                wrong: self.wrong + 1,
                ..self
            },
            None => self,
        }
    }

    /// The outcome so far; `None` while fewer were judged than the scoring rules ask
    /// for.
    pub fn outcome(self, quiz: &Quiz) -> Option<TaskOutcome> {
        let enough = self.next() >= usize::from(quiz.scoring.task.attempted_at_least);
        let outcome = TaskOutcome::new(self.form, self.right, self.wrong);
        outcome.filter(|_| enough)
    }
}

/// A string spelled out, for whoever hears it: each character by name, so that
/// a difference of one cannot be swallowed by a voice that reads words.
pub fn spelled(text: &str) -> String {
    let mut names = Vec::new();
    for character in text.chars() {
        names.push(match character {
            ' ' => "space".to_owned(),
            '.' => "point".to_owned(),
            ',' => "comma".to_owned(),
            '-' => "dash".to_owned(),
            '/' => "slash".to_owned(),
            upper if upper.is_ascii_uppercase() => format!("capital {upper}"),
            other => other.to_string(),
        });
    }
    names.join(", ")
}
