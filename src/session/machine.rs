//! The quiz as a state machine.

use crate::answers::{Answers, TaskForm};
use crate::content::{ItemId, Quiz};
use crate::merge::merged;
use crate::task::{self, Run};

use super::pace::Pace;
use super::question::{Question, Subject};

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// At a question.
    Asking {
        /// Which one.
        question: Question,
        /// It was reached with "Change", so "Continue" leads back to the review.
        changing: bool,
        /// "Continue" was pressed without an answer.
        unanswered: bool,
    },
    /// At the review of all answers, which is headed "Check your answers".
    Reviewing,
    /// At the result.
    Finished,
    /// Before the checking task, where its form is chosen.
    TaskOffered,
    /// In the checking task, at the next probe of [`Session::run`].
    Tasking,
}

impl Stage {
    const fn asking(question: Question) -> Self {
        Self::Asking {
            question,
            changing: false,
            unanswered: false,
        }
    }
}

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Picks the option at this position, from 0.
    Choose(Question, usize),
    /// Goes on.
    Continue,
    /// Goes one page back.
    Back,
    /// Changes one answer from the review.
    Change(Question),
    /// Goes to a stage that the browser's history remembers, or back to the review.
    Visit(Stage),
    /// Begins anew; every answer is dropped.
    Restart,
    /// Answers the rest of the items and does the checking task.
    Sharpen,
    /// Asks for the result with what has been answered so far.
    Finish,
    /// Begins the checking task.
    BeginTask(TaskForm),
    /// Says that the task's next probe is sound, or that it is not.
    Judge(bool),
    /// Spent this long on an item, in tenths of a second.
    SpentOnItem(ItemId, u32),
    /// Spent this much longer on the checking task, in tenths of a second.
    SpentOnTask(u32),
}

/// A quiz in progress or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// About whom it is.
    pub subject: Subject,
    /// What was said so far.
    pub answers: Answers,
    /// Where the person is.
    pub stage: Stage,
    /// The checking task as far as it was done. It can be left and taken up
    /// again, and is never begun twice.
    pub run: Option<Run>,
    /// How long the answers took.
    pub pace: Pace,
}

impl Session {
    /// A quiz at its first question.
    pub fn new(quiz: &Quiz) -> Self {
        Self::about(quiz, Subject::Me)
    }

    /// A quiz about this subject at its first question.
    pub fn about(quiz: &Quiz, subject: Subject) -> Self {
        Self {
            subject,
            answers: Answers::none(quiz),
            stage: Stage::asking(Question::first(quiz)),
            run: None,
            pace: Pace::none(quiz),
        }
    }

    /// Whether nothing has been said yet.
    pub fn is_untouched(&self, quiz: &Quiz) -> bool {
        self.answers == Answers::none(quiz)
    }

    /// The session after this action; `None` where it has no effect.
    pub fn step(&self, quiz: &Quiz, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Choose(question, option) => {
                question.choose(quiz, &mut next.answers, option);
                if let Stage::Asking { unanswered, .. } = &mut next.stage {
                    *unanswered = false;
                }
            }
            Action::Continue => next.stage = self.after(quiz),
            Action::Back => next.stage = self.before(quiz),
            Action::Change(question) => {
                next.stage = Stage::Asking {
                    question,
                    changing: true,
                    unanswered: false,
                }
            }
            Action::Visit(stage) => next.stage = stage,
            Action::Restart => next = Self::about(quiz, self.subject),
            Action::Sharpen => next.stage = self.sharpening(quiz),
            Action::Finish => next.stage = Stage::Finished,
            Action::BeginTask(form) => {
                let is_new = self.answers.task.is_none();
                next.run = self.run.or(is_new.then(|| Run::new(form)));
                next.stage = Stage::Tasking;
            }
            Action::Judge(says_sound) => {
                if let (Stage::Tasking, Some(run)) = (self.stage, self.run) {
                    let run = run.judge(says_sound);
                    next.run = Some(run);
                    next.answers.task = run.outcome(quiz);
                }
            }
            Action::SpentOnItem(item, tenths) => {
                if next.answers.item(item).is_some() {
                    next.pace.spent_on_item(item, tenths);
                }
            }
            Action::SpentOnTask(tenths) => {
                next.pace.spent_on_task(tenths);
            }
        }
        next.stage = next.reachable(quiz, next.stage);
        (next != *self).then_some(next)
    }

    /// What becomes of a quiz that went on here and elsewhere since it was last `seen`. All
    /// three are about the same subject.
    #[must_use]
    pub fn merged(quiz: &Quiz, seen: &Self, mine: Self, theirs: Self) -> Self {
        // The outcome of the checking task belongs to its run.
        let task = |session: &Self| (session.run, session.answers.task);
        let (run, outcome) = merged(&task(seen), task(&mine), task(&theirs));
        // Whoever is answering here is not torn away from the question.
        let stage = match mine.answers == seen.answers {
            true => merged(&seen.stage, mine.stage, theirs.stage),
            false => mine.stage,
        };
        let mut both = Self {
            subject: mine.subject,
            answers: Answers::merged(&seen.answers, mine.answers, theirs.answers),
            stage,
            run,
            pace: Pace::merged(&seen.pace, mine.pace, theirs.pace),
        };
        both.answers.task = outcome;
        both.stage = both.reachable(quiz, both.stage);
        both
    }

    /// The questions before the result, in the order of asking, as far as the answers given
    /// decide what is asked.
    pub fn questions(&self, quiz: &Quiz) -> Vec<Question> {
        Question::about(quiz, self.subject, &self.answers)
    }

    /// The first question before the result that has no answer.
    pub fn first_unanswered(&self, quiz: &Quiz) -> Option<Question> {
        self.questions(quiz)
            .into_iter()
            .find(|question| question.chosen(quiz, &self.answers).is_none())
    }

    /// Clamps a requested stage to one that is allowed: with an answer missing
    /// there is no result, a task that is done is not done again, and what does not apply to
    /// the person is not asked.
    pub fn reachable(&self, quiz: &Quiz, stage: Stage) -> Stage {
        // A result that came by link can have an outcome without a run.
        let task_left = match self.run {
            Some(run) => run.next() < task::ALL,
            None => self.answers.task.is_none(),
        };
        let asked = |question: &Question| self.questions(quiz).contains(question);
        match stage {
            Stage::Asking { question, .. } if asked(&question) => stage,
            // It was asked before an answer changed that it depends on.
            Stage::Asking { question, .. } if !question.sharpens(quiz) => Stage::Reviewing,
            Stage::Reviewing => stage,
            _ if self.first_unanswered(quiz).is_some() => Stage::Reviewing,
            // Nothing about somebody else is sharpened.
            _ if self.subject == Subject::Someone => Stage::Finished,
            Stage::TaskOffered | Stage::Tasking if !task_left => Stage::Finished,
            Stage::Tasking if self.run.is_none() => Stage::TaskOffered,
            _ => stage,
        }
    }

    /// Whether anything is left that would sharpen the result.
    pub fn can_sharpen(&self, quiz: &Quiz) -> bool {
        self.sharpening(quiz) != Stage::Finished
    }

    /// The next stage of sharpening: the first item without an answer, then the
    /// checking task, then the result.
    fn sharpening(&self, quiz: &Quiz) -> Stage {
        if self.subject == Subject::Someone {
            return Stage::Finished;
        }
        let unanswered = Question::more(quiz)
            .into_iter()
            .find(|question| question.chosen(quiz, &self.answers).is_none());
        match unanswered {
            Some(question) => Stage::asking(question),
            None => self.reachable(quiz, Stage::Tasking),
        }
    }

    fn after(&self, quiz: &Quiz) -> Stage {
        match self.stage {
            Stage::Asking {
                question, changing, ..
            } if question.chosen(quiz, &self.answers).is_none() => Stage::Asking {
                question,
                changing,
                unanswered: true,
            },
            Stage::Asking { changing: true, .. } => Stage::Reviewing,
            Stage::Asking { question, .. } => {
                let next = |all: &[Question]| {
                    let next = all.iter().skip_while(|each| **each != question).nth(1);
                    next.map(|next| Stage::asking(*next))
                };
                if question.sharpens(quiz) {
                    next(&Question::more(quiz)).unwrap_or_else(|| self.sharpening(quiz))
                } else {
                    next(&self.questions(quiz)).unwrap_or(Stage::Reviewing)
                }
            }
            Stage::Reviewing => match self.first_unanswered(quiz) {
                Some(question) => Stage::Asking {
                    question,
                    changing: true,
                    unanswered: false,
                },
                None => Stage::Finished,
            },
            Stage::Finished | Stage::TaskOffered | Stage::Tasking => self.stage,
        }
    }

    fn before(&self, quiz: &Quiz) -> Stage {
        match self.stage {
            Stage::Asking { changing: true, .. } | Stage::Finished => Stage::Reviewing,
            Stage::Asking { question, .. } => {
                let before = |all: &[Question]| {
                    let place = all.iter().position(|each| *each == question)?;
                    all.get(place.checked_sub(1)?).copied()
                };
                match before(&Question::more(quiz)).or_else(|| before(&self.questions(quiz))) {
                    Some(before) => Stage::asking(before),
                    None if question.sharpens(quiz) => Stage::Finished,
                    None => self.stage,
                }
            }
            Stage::TaskOffered | Stage::Tasking => {
                let last = Question::more(quiz).pop();
                last.map_or(Stage::Finished, Stage::asking)
            }
            Stage::Reviewing => {
                let last = self.questions(quiz).pop();
                last.map_or(self.stage, Stage::asking)
            }
        }
    }
}
