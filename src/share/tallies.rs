//! The seven scores without the answers: how many of a trait's items were
//! answered, and the sum of their levels. That is as much as a score and its range
//! say to whoever sees them.

use crate::answers::{Answers, TaskOutcome};
use crate::code::{self, Invalid, Reader, Writer};
use crate::content::{PerTrait, Quiz};
use crate::fit::{self, Tally};

/// What the scores are computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tallies {
    /// What was answered of each trait; `None` where it has no score.
    pub traits: PerTrait<Option<Tally>>,
    /// The checking task, if it was done: it is a part of accuracy.
    pub task: Option<TaskOutcome>,
}

impl Tallies {
    /// What these answers come to.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        Self {
            traits: fit::tallies(quiz, answers),
            task: answers.task,
        }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        for (_, tally) in self.traits.iter() {
            let Tally { answered, sum } = tally.unwrap_or_default();
            writer.symbol(answered);
            writer.symbol(sum);
        }
        code::write_outcome(self.task, writer);
    }

    pub(super) fn read(quiz: &Quiz, reader: &mut Reader) -> Result<Self, Invalid> {
        let mut sound = true;
        let traits = PerTrait::from_fn(|id| {
            let tally = Tally {
                answered: reader.symbol(),
                sum: reader.symbol(),
            };
            let scored = tally != Tally::default();
            sound &= !scored || tally.is_possible(quiz, id);
            scored.then_some(tally)
        });
        let task = code::read_outcome(reader)?;
        sound.then_some(Self { traits, task }).ok_or(Invalid)
    }
}
