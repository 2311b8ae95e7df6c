//! Seven trait scores to one fit, its range and its bands.

use crate::content::{BandCuts, GateKind, PerTrait, Quiz, Trait, TraitId};

use super::trait_score::{Counted, TraitScore};

/// How far the answers overlap with what the work asks for.
///
/// Not a percentage of anything, not a percentile, and no forecast: no norms
/// exist, and nobody's later career has been studied with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Overall {
    /// The fit, `1.0..=100.0`, after the cap.
    pub fit: f64,
    /// The fit before the cap; equal to `fit` where no gate applies.
    pub uncapped: f64,
    /// Standard error of `uncapped`. A cap does not make us any surer.
    pub se: f64,
    /// Lower end of the 80% range; [`Likely`] says how it is made.
    pub low: f64,
    /// Its upper end. Where a gate applies it is never above the cap: a result
    /// that is "held at 49" and "likely up to 54" would contradict itself.
    pub high: f64,
    /// The bands that the range touches.
    pub bands: Bands,
    /// The gated traits that are clearly low, in the guide's order.
    pub gated: Vec<TraitId>,
    /// What the fit is otherwise, where a trait caps it whose gate is a trade-off.
    pub trade_off: Option<TradeOff>,
}

/// The fit of a person who wants what the work does not give, seen without that. Both keep the
/// cap of a trait whose gate is no trade-off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TradeOff {
    /// The fit without the trade-off's cap.
    pub without_cap: Likely,
    /// What the other traits alone come to, as if the person gave up what they want; `None` where
    /// those carry too little weight.
    pub others_alone: Option<Likely>,
}

/// A fit with its 80% range: fit ± 1.28 SE, inside 0 to 100 and never above a cap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likely {
    /// The fit, `1.0..=100.0`.
    pub fit: f64,
    /// Lower end of the range.
    pub low: f64,
    /// Upper end of the range.
    pub high: f64,
}

impl Likely {
    pub(super) fn new(quiz: &Quiz, uncapped: f64, se: f64, cap: f64) -> Self {
        let fit = uncapped.min(cap);
        let half = quiz.scoring.precision.z80 * se;
        Self {
            fit,
            low: (fit - half).max(0.0),
            high: (fit + half).min(cap),
        }
    }
}

/// How strong the overlap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below the partial cut.
    Low,
    /// Between the cuts.
    Partial,
    /// At or above the strong cut.
    Strong,
}

/// Scores this close are the same: sums of logarithms depend in their last digits
/// on the order of adding. A middling score on every trait is 50, and never
/// 49.999….
const SAME: f64 = 1e-9;

impl Band {
    /// The band of a fit of `0.0..=100.0`.
    pub fn of(cuts: &BandCuts, fit: f64) -> Self {
        let reaches = |cut| fit > cut - SAME;
        if reaches(cuts.strong) {
            Self::Strong
        } else if reaches(cuts.partial) {
            Self::Partial
        } else {
            Self::Low
        }
    }

    /// A score as it is shown: the nearest whole number that lies in the same
    /// band, so that a 65 on the page is never called partial.
    pub fn shown(cuts: &BandCuts, score: f64) -> u8 {
        let nearest = score.round();
        let same = Self::of(cuts, nearest) == Self::of(cuts, score);
        // Scores lie in 0 to 100.
        (if same { nearest } else { score.floor() }) as u8
    }

    /// The band's name in data: `low`, `partial` or `strong`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Partial => "partial",
            Self::Strong => "strong",
        }
    }
}

/// The bands that a range touches, from `low` to `high`.
///
/// All three are possible where a range is wider than the middle band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    /// The band of the range's lower end.
    pub low: Band,
    /// The band of the range's upper end.
    pub high: Band,
}

impl Bands {
    /// The bands of the ends of a range.
    pub fn of(cuts: &BandCuts, low: f64, high: f64) -> Self {
        Self {
            low: Band::of(cuts, low),
            high: Band::of(cuts, high),
        }
    }

    /// The bands, from the lowest on.
    pub fn iter(self) -> impl Iterator<Item = Band> {
        [Band::Low, Band::Partial, Band::Strong]
            .into_iter()
            .filter(move |band| (self.low..=self.high).contains(band))
    }
}

/// Too little was answered for a fit: the scored traits carry less of the
/// weight than the instrument asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooLittle {
    /// Weight of the traits that could be scored, `0.0..1.0`.
    pub scored_weight: f64,
    /// The least weight that gives a fit.
    pub needed: f64,
}

/// Joins trait scores into a fit.
///
/// # Errors
///
/// [`TooLittle`] where the scored traits carry too little of the weight.
pub fn combine(quiz: &Quiz, traits: &PerTrait<Option<TraitScore>>) -> Result<Overall, TooLittle> {
    let scored = || {
        traits
            .iter()
            .filter_map(|(id, score)| Some((&quiz.traits[id], score.as_ref()?)))
    };
    let needed = quiz.scoring.answered_at_least;
    let weighed = scored().map(|(each, score)| (each.weight, score.counted(each.floor)));
    let (uncapped, se) = geometric_mean(weighed, needed)?;
    let gating: Vec<&Trait> = scored()
        .filter(|(each, score)| gates(quiz, each, score))
        .map(|(each, _)| each)
        .collect();
    let lacks = gating.iter().any(|each| each.gate == Some(GateKind::Lack));
    let trades = gating
        .iter()
        .any(|each| each.gate == Some(GateKind::TradeOff));
    let likely = |fit, se, capped| {
        let cap = if capped { quiz.scoring.gate.cap } else { 100.0 };
        Likely::new(quiz, fit, se, cap)
    };
    let trade_off = || {
        let others = scored().filter(|(each, score)| {
            each.gate != Some(GateKind::TradeOff) || !gates(quiz, each, score)
        });
        let others = others.map(|(each, score)| (each.weight, score.counted(each.floor)));
        let others = geometric_mean(others, needed).ok();
        TradeOff {
            without_cap: likely(uncapped, se, lacks),
            others_alone: others.map(|(fit, se)| likely(fit, se, lacks)),
        }
    };
    let Likely { fit, low, high } = likely(uncapped, se, lacks || trades);
    Ok(Overall {
        fit,
        uncapped,
        se,
        low,
        high,
        bands: Bands::of(&quiz.scoring.bands, low, high),
        gated: gating.iter().map(|each| each.id).collect(),
        trade_off: trades.then(trade_off),
    })
}

/// Whether a trait's score caps the fit.
pub(super) fn gates(quiz: &Quiz, each: &Trait, score: &TraitScore) -> bool {
    each.gate.is_some() && score.high < quiz.scoring.gate.below
}

/// The weight that the scored traits carry, `0.0..=1.0`: what their weights are
/// divided by to sum to 1 again.
pub(super) fn scored_weight(quiz: &Quiz, traits: &PerTrait<Option<TraitScore>>) -> f64 {
    let scored = traits.iter().filter(|(_, score)| score.is_some());
    // Not `sum`, which is −0 for nothing.
    scored.fold(0.0, |sum, (id, _)| sum + quiz.traits[id].weight)
}

/// The weighted geometric mean of scores, and its standard error.
///
/// # Errors
///
/// [`TooLittle`] where the weights of the scores sum to less than `needed`.
pub(super) fn geometric_mean(
    scores: impl Iterator<Item = (f64, Counted)> + Clone,
    needed: f64,
) -> Result<(f64, f64), TooLittle> {
    // Not `sum`, which is −0 for nothing.
    let scored_weight = scores.clone().fold(0.0, |sum, (weight, _)| sum + weight);
    if scored_weight + 1e-9 < needed {
        return Err(TooLittle {
            scored_weight,
            needed,
        });
    }
    let (mut log_sum, mut variance) = (0.0, 0.0);
    for (weight, part) in scores {
        let weight = weight / scored_weight;
        log_sum += weight * part.log();
        variance += (weight * part.relative_error()).powi(2);
    }
    // Seven traits at 50 come out as 49.999… after a logarithm and its reverse. Only
    // the arithmetic is to blame, and it would put the fit into the band below.
    let mean = (log_sum.exp() * 1e9).round() / 1e9;
    Ok((mean, mean * variance.sqrt()))
}

impl Counted {
    /// ln max(*V*, 1). A logarithm needs a floor: 1 of 100 is as low as a trait can pull.
    pub(super) fn log(self) -> f64 {
        self.value.max(1.0).ln()
    }

    /// The standard error of ln max(*V*, 1).
    ///
    /// The delta method gives SEM / max(*V*, 1). Near the floor that is no longer an error of
    /// anything: a trait of weight .14 with a score of 0 would make the fit's range span all
    /// bands. There, half the distance between the logarithms at one SEM above and below is
    /// taken, which is finite and, everywhere else, the larger of the two.
    fn relative_error(self) -> f64 {
        let log = |value| Self { value, ..self }.log();
        let delta = self.sem / self.value.max(1.0);
        let half = (log(self.value + self.sem) - log(self.value - self.sem)) / 2.0;
        delta.min(half)
    }
}
