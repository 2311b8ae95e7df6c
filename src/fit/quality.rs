//! Whether the answers themselves can be trusted.
//!
//! Curran (2016) and Huang et al. (2012) describe the signs; the cuts are
//! content. A sign is never proof, so one soft flag changes nothing.

use crate::answers::{Answers, Response};
use crate::content::{PerTrait, Quiz, Stage};

/// A sign that answers may not mean what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Faster than anyone can read (hard).
    TooFast,
    /// One option for every item of the quick quiz (hard). A third of its items are
    /// turned round, so one option all the way says opposite things.
    OneOption,
    /// Fast (soft).
    Fast,
    /// One option picked many times in a row (soft).
    SameRun,
    /// Answers to items of one trait, reverse-keyed ones turned round, do not fit
    /// together (soft).
    Contradiction,
}

impl Flag {
    /// The flag's name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFast => "too_fast",
            Self::OneOption => "one_option",
            Self::Fast => "fast",
            Self::SameRun => "same_run",
            Self::Contradiction => "contradiction",
        }
    }

    /// A hard flag is enough by itself to hold the headline back.
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::TooFast | Self::OneOption)
    }
}

/// The signs in these answers.
///
/// `seconds_per_item` is the mean time that the items took, where it is known;
/// it is measured in the page and never leaves the device.
pub fn flags(quiz: &Quiz, answers: &Answers, seconds_per_item: Option<f64>) -> Vec<Flag> {
    let rule = &quiz.scoring.quality;
    let pace = seconds_per_item.and_then(|seconds| {
        if seconds < rule.hard_seconds {
            Some(Flag::TooFast)
        } else if seconds < rule.soft_seconds {
            Some(Flag::Fast)
        } else {
            None
        }
    });
    let quick = quiz.stage_ids(Stage::Quick).count();
    let run = match longest_run(quiz, answers) {
        run if run >= quick => Some(Flag::OneOption),
        run if run >= rule.longest_run => Some(Flag::SameRun),
        _ => None,
    };
    let apart = spread(quiz, answers)
        .is_some_and(|spread| spread > rule.spread)
        .then_some(Flag::Contradiction);
    pace.into_iter().chain(run).chain(apart).collect()
}

/// Whether the headline is held back: a hard flag, or two soft ones.
pub fn withholds(flags: &[Flag]) -> bool {
    flags.iter().any(|flag| flag.is_hard()) || flags.len() >= 2
}

/// The longest run of one level in the order of asking. "Not sure" and an item
/// without an answer end a run.
fn longest_run(quiz: &Quiz, answers: &Answers) -> usize {
    let (mut longest, mut run, mut last) = (0, 0, None);
    for id in quiz.item_ids() {
        let level = match answers.item(id) {
            Some(Response::Level(level)) => Some(level),
            Some(Response::NotSure) | None => None,
        };
        run = match level {
            Some(_) if level == last => run + 1,
            Some(_) => 1,
            None => 0,
        };
        last = level;
        longest = longest.max(run);
    }
    longest
}

/// With fewer degrees of freedom than this a single slip would decide.
const FREEDOM_NEEDED: u32 = 6;

/// How far apart the answers to items of one trait lie, as a share of the range.
///
/// The square root of the pooled variance of the keyed levels within their
/// traits, by the range of 4. Each trait's items are near-synonyms and, after
/// keying, antonyms of one another, so this looks at all pairs at once.
/// `tests/it/simulation.rs` prints what it catches. `None` where too little was
/// answered.
fn spread(quiz: &Quiz, answers: &Answers) -> Option<f64> {
    let mut sums = PerTrait::<(u32, u32, u32)>::default();
    for (item, id) in quiz.items.iter().zip(quiz.item_ids()) {
        if let Some(Response::Level(level)) = answers.item(id) {
            let keyed = u32::from(level.keyed(item.reversed).number());
            let (count, sum, squares) = &mut sums[item.trait_id];
            *count += 1;
            *sum += keyed;
            *squares += keyed * keyed;
        }
    }
    let (mut deviation, mut freedom) = (0.0, 0);
    for (_, (count, sum, squares)) in sums.iter().filter(|(_, (count, ..))| *count > 1) {
        deviation += f64::from(*squares) - f64::from(sum * sum) / f64::from(*count);
        freedom += count - 1;
    }
    (freedom >= FREEDOM_NEEDED).then(|| (deviation.max(0.0) / f64::from(freedom)).sqrt() / 4.0)
}
