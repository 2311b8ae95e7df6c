//! The checking task: the part of accuracy that is done and not said.
//!
//! Twenty-four pairs of record entries, half of them different in one place, then six small
//! charts, half of which contradict themselves; after the same/different pairs of the Minnesota
//! Clerical Test. Without a clock most adults get nearly all easy pairs right, so the pairs
//! grow harder from eight to eight. Everything is made from a fixed seed, so that everyone gets
//! the same task, and nothing is a real person's.

#![warn(missing_docs)]

mod charts;
mod pairs;
mod seed;

pub use charts::{CHARTS, Chart, Line};
pub use pairs::{PAIRS, Pair, PairKind, looks_alike};

use crate::answers::{PROBES, TaskForm, TaskOutcome};
use crate::content::Quiz;
use seed::SplitMix;

/// How many things there are to judge, as a length.
pub const ALL: usize = PROBES as usize;

const _: () = assert!(ALL == PAIRS + CHARTS, "pairs and charts make up the task");

/// The seed of the one task that there is. Another seed is another task, whose
/// outcomes do not compare with this one's.
const SEED: u64 = 29_2072;

/// Which of the task's probes are sound: the lowest bit is for the first. The program counts
/// judgements by it, so that whoever still answers questions need not carry what makes the probes.
const SOUND: u32 = 0b0011_0010_0101_0101_0010_0111_1101_0010;

/// The kind of the probe at this position.
const fn kind_of(place: usize) -> ProbeKind {
    match place.checked_div(pairs::EACH) {
        Some(0) => ProbeKind::Pair(PairKind::Short),
        Some(1) => ProbeKind::Pair(PairKind::Long),
        Some(2) => ProbeKind::Pair(PairKind::TwoLines),
        _ => ProbeKind::Chart,
    }
}

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

    /// Which of the kinds it is.
    pub const fn kind(&self) -> ProbeKind {
        match self {
            Self::Pair(pair) => ProbeKind::Pair(pair.kind),
            Self::Chart(_) => ProbeKind::Chart,
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

/// What is to be judged, by how it is made. The outcome says of each kind how much was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProbeKind {
    /// A pair of this kind.
    Pair(PairKind),
    /// A chart.
    Chart,
}

impl ProbeKind {
    /// The four, in the order of asking.
    pub const ALL: [Self; 4] = [
        Self::Pair(PairKind::Short),
        Self::Pair(PairKind::Long),
        Self::Pair(PairKind::TwoLines),
        Self::Chart,
    ];

    /// How many there are of it in a task.
    pub const fn count(self) -> u8 {
        match self {
            Self::Pair(_) => pairs::EACH as u8,
            Self::Chart => CHARTS as u8,
        }
    }

    /// The position in [`ALL`](Self::ALL).
    const fn place(self) -> usize {
        match self {
            Self::Pair(kind) => kind as usize,
            Self::Chart => PairKind::ALL.len(),
        }
    }
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
    missed: Missed,
}

/// How much was judged wrongly of each kind, in the order of [`ProbeKind::ALL`].
pub type Missed = [u8; ProbeKind::ALL.len()];

impl Run {
    /// A task with nothing judged yet.
    pub const fn new(form: TaskForm) -> Self {
        Self {
            form,
            right: 0,
            missed: [0; ProbeKind::ALL.len()],
        }
    }

    /// A run that was left; `None` for more judgements than there are probes, in all or of a
    /// kind.
    pub fn left_at(form: TaskForm, right: u8, missed: Missed) -> Option<Self> {
        let wrong = missed
            .iter()
            .try_fold(0u8, |sum, of| sum.checked_add(*of))?;
        let judged = usize::from(right.checked_add(wrong)?);
        let run = Self {
            form,
            right,
            missed,
        };
        let possible = |kind: &ProbeKind| run.missed(*kind) <= run.judged(*kind);
        (judged <= ALL && ProbeKind::ALL.iter().all(possible)).then_some(run)
    }

    /// Judged rightly so far, 0 to [`ALL`].
    pub const fn right(self) -> u8 {
        self.right
    }

    /// Judged wrongly so far, 0 to [`ALL`].
    pub fn wrong(self) -> u8 {
        self.missed.iter().sum()
    }

    /// Judged wrongly so far of this kind, 0 to [`judged`](Self::judged).
    pub const fn missed(self, kind: ProbeKind) -> u8 {
        self.missed[kind.place()]
    }

    /// How many of this kind were judged so far, 0 to [`ProbeKind::count`].
    pub fn judged(self, kind: ProbeKind) -> u8 {
        let before = ProbeKind::ALL.iter().take_while(|each| **each != kind);
        let before: u8 = before.map(|each| each.count()).sum();
        let judged = u8::try_from(self.next()).unwrap_or(u8::MAX);
        judged.saturating_sub(before).min(kind.count())
    }

    /// The position of the probe that is next; [`ALL`] where none is left.
    pub fn next(self) -> usize {
        usize::from(self.right) + usize::from(self.wrong())
    }

    /// The run after a judgement: the person says that the probe is sound, or
    /// that it is not. Nothing changes where no probe is left.
    pub fn judge(mut self, says_sound: bool) -> Self {
        let next = self.next();
        if next < ALL {
            let is_sound = SOUND >> next & 1 == 1;
            if is_sound == says_sound {
                self.right += 1;
            } else {
                self.missed[kind_of(next).place()] += 1;
            }
        }
        self
    }

    /// The outcome so far; `None` while fewer were judged than the scoring rules ask
    /// for.
    pub fn outcome(self, quiz: &Quiz) -> Option<TaskOutcome> {
        let enough = self.next() >= usize::from(quiz.scoring.task.attempted_at_least);
        let outcome = TaskOutcome::new(self.form, self.right, self.wrong());
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
            '\n' => "next line".to_owned(),
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
