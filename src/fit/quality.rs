//! Whether the answers themselves can be trusted.
//!
//! Curran (2016) and Huang et al. (2012) describe the signs; the cuts are
//! content. A sign is never proof, so one soft flag changes nothing.

use crate::answers::{Answers, Response};
use crate::content::Quiz;

/// A sign that answers may not mean what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Faster than anyone can read (hard).
    TooFast,
    /// Fast (soft).
    Fast,
    /// One option picked many times in a row (soft).
    SameRun,
    /// Items that ask the same thing the other way round disagree (soft).
    Contradiction,
}

impl Flag {
    /// The flag's name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFast => "too_fast",
            Self::Fast => "fast",
            Self::SameRun => "same_run",
            Self::Contradiction => "contradiction",
        }
    }

    /// A hard flag is enough by itself to hold the headline back.
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::TooFast)
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
    let run = (longest_run(quiz, answers) >= rule.longest_run).then_some(Flag::SameRun);
    let gap = pair_gap(quiz, answers)
        .is_some_and(|gap| gap > rule.pair_gap)
        .then_some(Flag::Contradiction);
    pace.into_iter().chain(run).chain(gap).collect()
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

/// With fewer pairs than this a single slip would decide.
const PAIRS_NEEDED: usize = 4;

/// The mean distance of the pairs' keyed levels, as a share of the range;
/// `None` where too few pairs were answered.
fn pair_gap(quiz: &Quiz, answers: &Answers) -> Option<f64> {
    let keyed = |id| match answers.item(id) {
        Some(Response::Level(level)) => {
            Some(f64::from(level.keyed(quiz.item(id).reversed).number()))
        }
        Some(Response::NotSure) | None => None,
    };
    let gaps: Vec<f64> = quiz
        .scoring
        .quality
        .pairs
        .iter()
        .filter_map(|(one, other)| Some((keyed(*one)? - keyed(*other)?).abs() / 4.0))
        .collect();
    (gaps.len() >= PAIRS_NEEDED).then(|| gaps.iter().sum::<f64>() / gaps.len() as f64)
}
