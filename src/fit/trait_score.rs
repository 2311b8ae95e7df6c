//! One trait: score, standard error, range.

use crate::answers::{Answers, Response, TaskOutcome};
use crate::content::{PerTrait, Precision, Quiz, Stage, TaskRule, TraitId};

/// A trait's score with its doubt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TraitScore {
    /// POMP, `0.0..=100.0`.
    pub score: f64,
    /// Standard error of measurement, on the same scale.
    pub sem: f64,
    /// Lower end of the 80% range, `0.0..=100.0`.
    pub low: f64,
    /// Upper end of the 80% range, `0.0..=100.0`.
    pub high: f64,
    /// How the checking task entered, where it did (T1 alone).
    pub parts: Option<Parts>,
}

/// The two parts of a score that the checking task entered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// What the person said, POMP.
    pub self_report: f64,
    /// What the person did, `0.0..=100.0`.
    pub task: f64,
}

impl TraitScore {
    /// What the fit takes of the score where the trait has a floor *F*:
    /// *V* = *F* + *S* · (1 − *F* / 100), and its error, which shrinks alike.
    pub fn counted(self, floor: f64) -> Counted {
        let share = 1.0 - floor / 100.0;
        Counted {
            value: floor + share * self.score,
            sem: share * self.sem,
        }
    }

    /// The same where less of the trait is what is asked for, so that the score counts from
    /// the other end of the scale.
    pub fn counted_turned(self, floor: f64) -> Counted {
        let score = 100.0 - self.score;
        Self { score, ..self }.counted(floor)
    }
}

/// A trait's part in a weighted mean of traits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// *V*, `0.0..=100.0`.
    pub value: f64,
    /// Its standard error, on the same scale.
    pub sem: f64,
}

/// Puts the range around a score.
pub fn trait_score(precision: &Precision, score: f64, sem: f64) -> TraitScore {
    let half = precision.z80 * sem;
    TraitScore {
        score,
        sem,
        low: (score - half).max(0.0),
        high: (score + half).min(100.0),
        parts: None,
    }
}

/// Standard error of measurement of a mean of `items` items.
fn sem(precision: &Precision, items: u8) -> f64 {
    let (n, r) = (f64::from(items), precision.inter_item_correlation);
    let alpha = n * r / (1.0 + (n - 1.0) * r);
    precision.prior_sd * (1.0 - alpha).sqrt()
}

/// What was answered of one trait: all that its score depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many items were answered with a level.
    pub answered: u8,
    /// Sum of the keyed levels.
    pub sum: u8,
}

impl Tally {
    /// Whether answers to the items of this trait can come to it, and are enough
    /// for a score.
    pub fn is_possible(self, quiz: &Quiz, id: TraitId) -> bool {
        let items = |stage: Option<Stage>| {
            let items = quiz.items.iter().filter(|item| item.trait_id == id);
            let items = items.filter(|item| stage.is_none_or(|stage| item.stage == stage));
            items.count()
        };
        let Self { answered, sum } = self;
        is_enough(quiz, answered, items(Some(Stage::Quick)))
            && usize::from(answered) <= items(None)
            && (u16::from(answered)..=5 * u16::from(answered)).contains(&u16::from(sum))
    }
}

/// Whether so many answers are enough of what was asked for a score.
fn is_enough(quiz: &Quiz, answered: u8, asked: usize) -> bool {
    // Without this slack, rounding could make two of three less than two thirds.
    let needed = quiz.scoring.answered_at_least * asked as f64;
    answered > 0 && f64::from(answered) + 1e-9 >= needed
}

/// What was answered of each trait; `None` where too little was answered to
/// score it.
pub fn tallies(quiz: &Quiz, answers: &Answers) -> PerTrait<Option<Tally>> {
    let mut asked = PerTrait::<usize>::default();
    let mut tallies = PerTrait::<Tally>::default();
    for (item, id) in quiz.items.iter().zip(quiz.item_ids()) {
        let response = answers.item(id);
        // A quick item that was passed over was asked all the same; an item
        // of the second round counts once the person has come to it.
        if item.stage == Stage::Quick || response.is_some() {
            asked[item.trait_id] += 1;
        }
        if let Some(Response::Level(level)) = response {
            let tally = &mut tallies[item.trait_id];
            tally.answered += 1;
            tally.sum += level.keyed(item.reversed).number();
        }
    }
    PerTrait::from_fn(|id| {
        let tally = tallies[id];
        is_enough(quiz, tally.answered, asked[id]).then_some(tally)
    })
}

pub(super) fn all(
    quiz: &Quiz,
    tallies: &PerTrait<Option<Tally>>,
    task: Option<TaskOutcome>,
) -> PerTrait<Option<TraitScore>> {
    PerTrait::from_fn(|id| Some(one(quiz, id, tallies[id]?, task)))
}

/// The score that a tally gives. The checking task is a part of accuracy, T1, alone.
pub(super) fn one(quiz: &Quiz, id: TraitId, tally: Tally, task: Option<TaskOutcome>) -> TraitScore {
    let score = from_tally(quiz, tally);
    match task {
        Some(task) if id == TraitId::T1 => with_task(quiz, score, task),
        _ => score,
    }
}

fn from_tally(quiz: &Quiz, tally: Tally) -> TraitScore {
    let mean = f64::from(tally.sum) / f64::from(tally.answered);
    let score = 100.0 * (mean - 1.0) / 4.0;
    let precision = &quiz.scoring.precision;
    trait_score(precision, score, sem(precision, tally.answered))
}

/// Lets the checking task into a self-reported score.
///
/// The task's score is 100 · max(0, (R − W) / (R + W)), as in the Minnesota
/// Clerical Test. Its standard error is that of a proportion with two successes
/// and two failures added (Agresti and Coull 1998), which is not zero for a
/// perfect run; the two errors are taken as independent.
fn with_task(quiz: &Quiz, said: TraitScore, task: TaskOutcome) -> TraitScore {
    let TaskRule {
        self_report,
        task: share,
        attempted_at_least,
    } = quiz.scoring.task;
    let (right, wrong) = (f64::from(task.right()), f64::from(task.wrong()));
    let attempted = right + wrong;
    if attempted < f64::from(attempted_at_least) || attempted == 0.0 {
        return said;
    }
    let done = 100.0 * ((right - wrong) / attempted).max(0.0);
    let trials = attempted + 4.0;
    let proportion = (right + 2.0) / trials;
    let done_sem = 200.0 * (proportion * (1.0 - proportion) / trials).sqrt();
    let score = self_report * said.score + share * done;
    let sem = (self_report * said.sem).hypot(share * done_sem);
    TraitScore {
        parts: Some(Parts {
            self_report: said.score,
            task: done,
        }),
        ..trait_score(&quiz.scoring.precision, score, sem)
    }
}
