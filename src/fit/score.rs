//! The whole way from answers to the fit.

use crate::answers::{Answers, TaskOutcome};
use crate::content::{PerTrait, Quiz};

use super::overall::{Overall, TooLittle, combine};
use super::trait_score::{self, Tally, TraitScore, tallies};

/// Seven trait scores, and the fit that they give.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Each trait's score; `None` where too little of it was answered.
    pub traits: PerTrait<Option<TraitScore>>,
    /// The fit, or why there is none.
    pub overall: Result<Overall, TooLittle>,
}

/// Scores a person's answers. Conditions and starting point play no part.
pub fn score(quiz: &Quiz, answers: &Answers) -> Fit {
    score_tallies(quiz, &tallies(quiz, answers), answers.task)
}

/// Scores what was answered of each trait, without the answers themselves: this is
/// how a link that holds scores alone is read.
pub fn score_tallies(
    quiz: &Quiz,
    tallies: &PerTrait<Option<Tally>>,
    task: Option<TaskOutcome>,
) -> Fit {
    let traits = trait_score::all(quiz, tallies, task);
    Fit {
        overall: combine(quiz, &traits),
        traits,
    }
}
