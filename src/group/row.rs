//! What one link holds, as plain values.

use crate::answers::{Answers, Stance, StartAnswer, TaskOutcome};
use crate::charts::{Mood, Summary};
use crate::content::{ConditionId, PerTrait, Quiz, StartId, TraitId};
use crate::fit::quality::{self, Flag};
use crate::fit::{Band, Bands, Fit, Headline, explain};
use crate::share::{Shared, Tallies};

/// A person's result, as it is shown in a table and given out. Its numbers are those of the page of
/// one result: whole, and inside the same bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// How much the link holds.
    pub holds: Holds,
    /// What the fit comes to.
    pub verdict: Verdict,
    /// The fit, 1 to 100, with its likely range; `None` without a verdict.
    pub headline: Option<Headline>,
    /// Each trait's score, 0 to 100, with its range; `None` where the link holds none, or too little
    /// was answered, or the result is held back.
    pub traits: PerTrait<Option<Score>>,
    /// How far each trait pulls the fit up or down, in points; see [`explain::pulls`].
    pub pulls: PerTrait<Option<f64>>,
    /// The traits that hold the fit down.
    pub gated: Vec<TraitId>,
    /// The answers to the conditions; `None` where the link holds none.
    pub conditions: Option<Vec<(ConditionId, Stance)>>,
    /// The answers about the starting point; `None` where the link holds none.
    pub start: Option<Vec<(StartId, StartAnswer)>>,
    /// The checking task; `None` where it was not done, or the link does not say.
    pub task: Option<TaskOutcome>,
    /// Signs of careless answers.
    pub flags: Vec<Flag>,
    /// How charts to be coded went; `None` where the link does not say, or says it in a way that this
    /// version cannot read.
    pub charts: Option<Charts>,
    /// Whether the link says how charts went, also where this version cannot read it.
    pub has_charts: bool,
}

/// How much a link holds, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// The fit and its range.
    Verdict,
    /// The seven scores.
    Traits,
    /// The answers without the starting point.
    Answers,
    /// The answers and the starting point.
    Everything,
}

/// What a fit comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The bands that the range touches.
    Bands(Bands),
    /// Too little was answered.
    TooLittle,
    /// The answers make us doubt that a score would be fair.
    HeldBack,
}

/// A score as it is shown, each 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The score.
    pub score: u8,
    /// The lower end of its range.
    pub low: u8,
    /// The upper end of its range.
    pub high: u8,
}

/// How charts to be coded went, all together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charts {
    /// How many were seen to their end.
    pub seen: usize,
    /// How many codes were found.
    pub found: usize,
    /// How many there were to be found.
    pub wanted: usize,
    /// How many were chosen that the records do not support.
    pub unsupported: usize,
    /// Whether the person would do another.
    pub another: Option<Mood>,
}

impl Charts {
    fn of(charts: &Summary) -> Self {
        let tally = charts.tally();
        Self {
            seen: charts.charts.len(),
            found: tally.found,
            wanted: tally.wanted,
            unsupported: tally.unsupported,
            another: charts.another(),
        }
    }
}

impl Row {
    /// The row of a result; `None` for what somebody else answered about a person.
    pub fn of(quiz: &Quiz, shared: &Shared) -> Option<Self> {
        let mut row = match shared {
            Shared::Observed(_) => return None,
            Shared::Verdict(headline) => Self {
                headline: Some(*headline),
                ..Self::empty(quiz, Holds::Verdict)
            },
            Shared::Traits(Tallies { task, .. }) => Self {
                task: *task,
                ..Self::empty(quiz, Holds::Traits)
            },
            Shared::Answers(answers) => Self::of_answers(quiz, answers),
            Shared::Everything(answers, charts) => Self {
                charts: charts.summary().map(Charts::of),
                has_charts: true,
                ..Self::of_answers(quiz, answers)
            },
        };
        if quality::withholds(&row.flags) {
            // The page of one result shows no score either.
            row.verdict = Verdict::HeldBack;
            return Some(row);
        }
        if let Some(fit) = shared.fit(quiz) {
            row.score(quiz, &fit);
        }
        if let Some(headline) = row.headline {
            row.verdict = Verdict::Bands(headline.bands(&quiz.scoring.bands));
        }
        Some(row)
    }

    fn empty(_: &Quiz, holds: Holds) -> Self {
        Self {
            holds,
            verdict: Verdict::TooLittle,
            headline: None,
            traits: PerTrait::default(),
            pulls: PerTrait::default(),
            gated: Vec::new(),
            conditions: None,
            start: None,
            task: None,
            flags: Vec::new(),
            charts: None,
            has_charts: false,
        }
    }

    fn of_answers(quiz: &Quiz, answers: &Answers) -> Self {
        let conditions = quiz
            .condition_ids()
            .filter_map(|id| Some((id, answers.condition(id)?)));
        let start: Vec<_> = quiz
            .start_ids()
            .filter(|id| answers.are_asked(quiz, *id))
            .filter_map(|id| Some((id, answers.start(id)?)))
            .collect();
        let holds = match start.is_empty() {
            true => Holds::Answers,
            false => Holds::Everything,
        };
        Self {
            conditions: Some(conditions.collect()),
            start: (!start.is_empty()).then_some(start),
            task: answers.task,
            // A link holds no times.
            flags: quality::flags(quiz, answers, None),
            ..Self::empty(quiz, holds)
        }
    }

    fn score(&mut self, quiz: &Quiz, fit: &Fit) {
        let shown = |score| Band::shown(&quiz.scoring.bands, score);
        self.traits = PerTrait::from_fn(|id| {
            let score = fit.traits[id]?;
            Some(Score {
                score: shown(score.score),
                low: shown(score.low),
                high: shown(score.high),
            })
        });
        self.pulls = explain::pulls(quiz, fit).unwrap_or_default();
        if let Ok(overall) = &fit.overall {
            self.headline = Some(Headline::of(quiz, overall));
            self.gated.clone_from(&overall.gated);
        }
    }

    /// The conditions that got this answer.
    pub fn said(&self, stance: Stance) -> impl Iterator<Item = ConditionId> + '_ {
        let conditions = self.conditions.iter().flatten();
        conditions
            .filter(move |(_, said)| *said == stance)
            .map(|(id, _)| *id)
    }

    /// Whether no verdict can be told: the range touches every band, or there is none.
    pub fn is_uncertain(&self) -> bool {
        match self.verdict {
            Verdict::Bands(bands) => bands.iter().count() > 2,
            Verdict::TooLittle | Verdict::HeldBack => true,
        }
    }
}
