//! The same answers seen from neighboring roles: a direction, not a score.

use crate::content::{PerTrait, Quiz, Role, Sign};

use super::overall::{Bands, Likely, geometric_mean};
use super::trait_score::TraitScore;

/// The bands of a role; `None` where too little was answered.
///
/// The formula is the fit's, with the role's own weights, floors and gates. Without gates, a
/// role that lives on accuracy could look strong beside a result that is held down
/// for the lack of it. A trait of which the role asks for less counts as 100 − *S*. No
/// number is given: the weights are too rough for one.
pub fn bands(quiz: &Quiz, role: &Role, traits: &PerTrait<Option<TraitScore>>) -> Option<Bands> {
    let scores = role.traits.iter().filter_map(|part| {
        let score = traits[part.trait_id]?;
        let counted = match part.sign {
            Sign::More => score.counted(part.floor),
            Sign::Less => score.counted_turned(part.floor),
        };
        Some((part.weight, counted))
    });
    let (mean, se) = geometric_mean(scores, quiz.scoring.answered_at_least).ok()?;
    let gate = &quiz.scoring.gate;
    let held = role.traits.iter().any(|part| {
        let score = traits[part.trait_id];
        part.gated && score.is_some_and(|score| score.high < gate.below)
    });
    let cap = if held { gate.cap } else { 100.0 };
    let Likely { low, high, .. } = Likely::new(quiz, mean, se, cap);
    Some(Bands::of(&quiz.scoring.bands, low, high))
}
