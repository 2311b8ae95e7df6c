//! Why the fit is what it is, and what would change it.
//!
//! Everything here is computed from the numbers that gave the fit, and is
//! exact: no sampling, no approximation.

use crate::answers::{Answers, Level, Response};
use crate::content::{ItemId, PerTrait, Quiz};

use super::overall::scored_weight;
use super::score::{Fit, score};
use super::smallest::{Change, smallest_fall, smallest_rise};
use super::trait_score::TraitScore;

/// The score in the middle of the scale.
const MIDDLE: TraitScore = TraitScore {
    score: 50.0,
    sem: 0.0,
    low: 50.0,
    high: 50.0,
    parts: None,
};

/// The fit of someone whose scored traits all lie in the middle of the scale.
pub fn neutral(quiz: &Quiz, fit: &Fit) -> f64 {
    let weight = scored_weight(quiz, &fit.traits);
    let scored = fit.traits.iter().filter(|(_, score)| score.is_some());
    let logs = scored.map(|(id, _)| {
        let each = &quiz.traits[id];
        each.weight / weight * MIDDLE.counted(each.floor).log()
    });
    logs.sum::<f64>().exp()
}

/// Each scored trait's pull on the fit, in points; `None` where there is no fit.
///
/// With *L* the logarithmic mean of the uncapped fit and the [`neutral`] one, the pull of a
/// trait is *L* · *w* · ln(max(*V*, 1) / *V*₅₀), where *V*₅₀ is what a score of 50 counts with. The
/// pulls add up to the distance of the uncapped fit from the neutral one, exactly (the
/// logarithmic-mean decomposition; Ang 2004).
pub fn pulls(quiz: &Quiz, fit: &Fit) -> Option<PerTrait<Option<f64>>> {
    let overall = fit.overall.as_ref().ok()?;
    let weight = scored_weight(quiz, &fit.traits);
    let mean = logarithmic_mean(overall.uncapped, neutral(quiz, fit));
    Some(PerTrait::from_fn(|id| {
        let score = fit.traits[id]?;
        let each = &quiz.traits[id];
        let counted = |score: TraitScore| score.counted(each.floor).log();
        Some(mean * each.weight / weight * (counted(score) - counted(MIDDLE)))
    }))
}

fn logarithmic_mean(one: f64, other: f64) -> f64 {
    let ratio = (one / other).ln();
    // The limit, which the quotient cannot give: where the two are nearly the same,
    // it divides one rounding error by another.
    if ratio.abs() < 1e-9 {
        one
    } else {
        (one - other) / ratio
    }
}

/// How far one answer moved the fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The item that was answered.
    pub item: ItemId,
    /// The uncapped fit, less what it would be with the middle of the scale as
    /// this answer. In points.
    pub points: f64,
}

/// The answers, sorted by how far they moved the fit, furthest first. An answer in
/// the middle of the scale is what the others are compared with, so it is left out.
pub fn moved_most(quiz: &Quiz, answers: &Answers) -> Vec<Moved> {
    let uncapped = |answers: &Answers| {
        let overall = score(quiz, answers).overall;
        overall.map(|overall| overall.uncapped).ok()
    };
    let Some(now) = uncapped(answers) else {
        return Vec::new();
    };
    let mut changed = answers.clone();
    let mut moved: Vec<_> = quiz
        .item_ids()
        .filter_map(|item| {
            let said @ Some(Response::Level(level)) = answers.item(item) else {
                return None;
            };
            if level == Level::MIDDLE {
                return None;
            }
            changed.set_item(item, Some(Response::Level(Level::MIDDLE)));
            let without = uncapped(&changed);
            changed.set_item(item, said);
            Some(Moved {
                item,
                points: now - without?,
            })
        })
        .collect();
    moved.sort_by(|one, other| other.points.abs().total_cmp(&one.points.abs()));
    moved
}

/// The lowest and the highest fit when every weight may lie anywhere
/// between half and one and a half of itself, before the weights are made to
/// sum to 1 again.
///
/// ln *G* is a weighted mean, so it moves in one direction in each weight; its
/// extremes lie where every weight is at one of its ends. All 128 corners are
/// looked at, which makes the bounds exact.
pub fn under_other_weights(quiz: &Quiz, fit: &Fit) -> Option<(f64, f64)> {
    let overall = fit.overall.as_ref().ok()?;
    // A gate looks at one trait alone, whatever its weight.
    let cap = if overall.gated.is_empty() {
        100.0
    } else {
        quiz.scoring.gate.cap
    };
    let terms: Vec<(f64, f64)> = fit
        .traits
        .iter()
        .filter_map(|(id, score)| {
            let each = &quiz.traits[id];
            Some((each.weight, score.as_ref()?.counted(each.floor).log()))
        })
        .collect();
    let corners = (0..1u32 << terms.len()).map(|corner| {
        let (mut weights, mut sum) = (0.0, 0.0);
        for (place, (weight, log)) in terms.iter().enumerate() {
            let weight = weight * if corner >> place & 1 == 1 { 1.5 } else { 0.5 };
            weights += weight;
            sum += weight * log;
        }
        (sum / weights).exp()
    });
    let (low, high) = corners.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), fit| {
        (low.min(fit), high.max(fit))
    });
    Some((low.min(cap), high.min(cap)))
}

/// Everything that explains a fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// See [`pulls`].
    pub pulls: PerTrait<Option<f64>>,
    /// See [`moved_most`].
    pub moved: Vec<Moved>,
    /// See [`smallest_rise`].
    pub rise: Option<Change>,
    /// See [`smallest_fall`].
    pub fall: Option<Change>,
    /// See [`under_other_weights`].
    pub other_weights: (f64, f64),
}

/// Explains a fit; `None` where there is none.
pub fn explain(quiz: &Quiz, answers: &Answers, fit: &Fit) -> Option<Explanation> {
    Some(Explanation {
        pulls: pulls(quiz, fit)?,
        moved: moved_most(quiz, answers),
        rise: smallest_rise(quiz, answers),
        fall: smallest_fall(quiz, answers),
        other_weights: under_other_weights(quiz, fit)?,
    })
}
