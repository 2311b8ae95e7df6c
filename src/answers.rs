//! What a person said: the input of everything that is computed.

#![warn(missing_docs)]

use crate::content::{ConditionId, ItemId, Quiz, Stage, StartId, StartOptionId};
use crate::merge::merged;

/// A point on a five-point scale, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// All five, from least to most.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The middle of the scale.
    pub const MIDDLE: Self = Self(3);

    /// The level with this number; `None` outside 1 to 5.
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=5) {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number, 1 to 5, as the person ticked it.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The level as seen from the trait: a reverse-keyed item turns the scale
    /// round, to 6 − x.
    pub const fn keyed(self, reversed: bool) -> Self {
        if reversed { Self(6 - self.0) } else { self }
    }
}

/// An answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// A point on the scale.
    Level(Level),
    /// Leaves the item out of the average. It is not the middle.
    NotSure,
}

/// An answer to a working condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// The person can live with it.
    Fine,
    /// It would be hard, and the person might bear it.
    Hard,
    /// A deal-breaker. It stands beside the result and is never averaged into it.
    No,
}

impl Stance {
    /// The three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Fine, Self::Hard, Self::No];
}

/// An answer to a starting-point question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartAnswer {
    /// The option at this position in the question's list, from 0.
    Option(u8),
    /// The person would rather not say.
    Declined,
}

/// How the checking task was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskForm {
    /// With the time taken shown at the end.
    Timed,
    /// Without a clock, and with every string spelled out for screen readers.
    Untimed,
}

/// How many pairs and charts there are to judge in the checking task.
pub const PROBES: u8 = 30;

/// The outcome of the checking task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskOutcome {
    /// With or without a clock. Both are scored alike; the result only says which.
    pub form: TaskForm,
    right: u8,
    wrong: u8,
}

impl TaskOutcome {
    /// An outcome that the task can have; `None` for more judgements than there
    /// are things to judge, or for none.
    pub fn new(form: TaskForm, right: u8, wrong: u8) -> Option<Self> {
        let judged = u16::from(right) + u16::from(wrong);
        (1..=u16::from(PROBES))
            .contains(&judged)
            .then_some(Self { form, right, wrong })
    }

    /// Pairs and charts judged rightly, 0 to [`PROBES`].
    pub const fn right(self) -> u8 {
        self.right
    }

    /// Pairs and charts judged wrongly, 0 to [`PROBES`]. One that was not reached
    /// is in neither count.
    pub const fn wrong(self) -> u8 {
        self.wrong
    }
}

/// Everything that a person said, as far as they got.
///
/// The lists have the lengths of the quiz that they were made for. There is no
/// `Default`: answers without a quiz mean nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    items: Vec<Option<Response>>,
    conditions: Vec<Option<Stance>>,
    start: Vec<Option<StartAnswer>>,
    /// The checking task, if it was done.
    pub task: Option<TaskOutcome>,
}

impl Answers {
    /// No answers to this quiz yet.
    pub fn none(quiz: &Quiz) -> Self {
        Self {
            items: vec![None; quiz.items.len()],
            conditions: vec![None; quiz.conditions.len()],
            start: vec![None; quiz.start.len()],
            task: None,
        }
    }

    /// The answer to an item; `None` where it has none.
    pub fn item(&self, id: ItemId) -> Option<Response> {
        self.items[id.index()]
    }

    /// Sets or clears the answer to an item.
    pub fn set_item(&mut self, id: ItemId, response: Option<Response>) {
        self.items[id.index()] = response;
    }

    /// The answer to a condition; `None` where it has none.
    pub fn condition(&self, id: ConditionId) -> Option<Stance> {
        self.conditions[id.index()]
    }

    /// Sets or clears the answer to a condition.
    pub fn set_condition(&mut self, id: ConditionId, stance: Option<Stance>) {
        self.conditions[id.index()] = stance;
    }

    /// The answer to a starting-point question; `None` where it has none.
    pub fn start(&self, id: StartId) -> Option<StartAnswer> {
        self.start[id.index()]
    }

    /// Sets or clears the answer to a starting-point question.
    pub fn set_start(&mut self, id: StartId, answer: Option<StartAnswer>) {
        self.start[id.index()] = answer;
    }

    /// Whether this option of a starting-point question was chosen.
    pub fn chose(&self, id: StartOptionId) -> bool {
        self.start(id.question) == Some(StartAnswer::Option(id.option))
    }

    /// Whether a starting-point question is asked of this person. What it was answered with
    /// means nothing where it is not.
    pub fn are_asked(&self, quiz: &Quiz, id: StartId) -> bool {
        let of = &quiz.start_question(id).asked_of;
        of.is_empty() || of.iter().any(|option| self.chose(*option))
    }

    /// The same answers without what was asked to sharpen the result.
    pub fn quick_alone(&self, quiz: &Quiz) -> Self {
        let mut quick = self.clone();
        for id in quiz.stage_ids(Stage::More) {
            quick.set_item(id, None);
        }
        quick.task = None;
        quick
    }

    /// The same answers without the starting point, which is not part of the
    /// result and which a person may not want to pass on.
    pub fn without_start(&self) -> Self {
        Self {
            start: vec![None; self.start.len()],
            ..self.clone()
        }
    }

    /// What becomes of answers that were changed here and elsewhere since they were last
    /// `seen`, answer by answer; [`kept`](crate::kept) says how.
    #[must_use]
    pub fn merged(seen: &Self, mine: Self, theirs: Self) -> Self {
        fn each<T: PartialEq + Copy>(seen: &[T], mine: Vec<T>, theirs: Vec<T>) -> Vec<T> {
            let both = mine.into_iter().zip(theirs).zip(seen);
            both.map(|((mine, theirs), seen)| merged(seen, mine, theirs))
                .collect()
        }
        Self {
            items: each(&seen.items, mine.items, theirs.items),
            conditions: each(&seen.conditions, mine.conditions, theirs.conditions),
            start: each(&seen.start, mine.start, theirs.start),
            task: merged(&seen.task, mine.task, theirs.task),
        }
    }
}
