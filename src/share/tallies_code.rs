//! The seven scores without the answers: how many of a trait's items were
//! answered, and the sum of their levels. A score and its range say as much.

use super::answers_code::{read_task, write_task};
use super::symbols::{Reader, Writer};
use crate::answers::{Answers, TaskOutcome};
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

/// Two for each trait, three for the task.
pub(super) const SYMBOLS: usize = 17;

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
        write_task(self.task, writer);
    }

    pub(super) fn read(quiz: &Quiz, reader: &mut Reader<'_>) -> Option<Self> {
        let mut sound = true;
        let traits = PerTrait::from_fn(|id| {
            let tally = Tally {
                answered: reader.symbol()?,
                sum: reader.symbol()?,
            };
            if tally == Tally::default() {
                return None;
            }
            let items = quiz.items.iter().filter(|item| item.trait_id == id);
            // Two of three quick items at the least, each with 1 to 5.
            sound &= (2..=items.count()).contains(&usize::from(tally.answered))
                && (tally.answered..=5 * tally.answered).contains(&tally.sum);
            Some(tally)
        });
        let task = read_task(reader)?;
        sound.then_some(Self { traits, task })
    }
}
