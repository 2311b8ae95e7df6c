//! What is asked, one question a page.

use crate::answers::{Answers, Level, Response, Stance, StartAnswer};
use crate::content::{ConditionId, ItemId, Quiz, Stage as ItemStage, StanceWords, StartId};

/// About whom the questions are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// The person who answers.
    #[default]
    Me,
    /// Somebody who asked the person to answer about them. Only the quick items
    /// are asked: nobody else can speak for conditions and plans.
    Someone,
}

/// Anything that is asked, one a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A statement to rate.
    Item(ItemId),
    /// A condition of the work.
    Condition(ConditionId),
    /// Where the person starts from.
    Start(StartId),
}

impl Question {
    /// Every question before the result, in the order of asking. Not everybody is asked all
    /// of them; see [`about`](Self::about).
    pub fn all(quiz: &Quiz) -> Vec<Self> {
        quiz.stage_ids(ItemStage::Quick)
            .map(Self::Item)
            .chain(quiz.condition_ids().map(Self::Condition))
            .chain(quiz.start_ids().map(Self::Start))
            .collect()
    }

    /// Every question that sharpens a result, in the order of asking.
    pub fn more(quiz: &Quiz) -> Vec<Self> {
        quiz.stage_ids(ItemStage::More).map(Self::Item).collect()
    }

    /// The first question, whoever it is about.
    pub fn first(quiz: &Quiz) -> Self {
        Self::all(quiz)[0]
    }

    /// Every question there is: those before the result, then those that sharpen
    /// it. The place in this list is part of what is saved.
    pub fn every(quiz: &Quiz) -> Vec<Self> {
        [Self::all(quiz), Self::more(quiz)].concat()
    }

    /// The questions before the result that somebody with these answers is asked about this
    /// subject, in the order of asking.
    pub fn about(quiz: &Quiz, subject: Subject, answers: &Answers) -> Vec<Self> {
        let is_asked = |question: &Self| match question {
            Self::Start(id) => answers.are_asked(quiz, *id),
            Self::Item(_) | Self::Condition(_) => true,
        };
        match subject {
            Subject::Me => Self::all(quiz).into_iter().filter(is_asked).collect(),
            Subject::Someone => quiz.stage_ids(ItemStage::Quick).map(Self::Item).collect(),
        }
    }

    /// Whether it is asked to sharpen a result.
    pub fn sharpens(self, quiz: &Quiz) -> bool {
        matches!(self, Self::Item(id) if quiz.item(id).stage == ItemStage::More)
    }

    /// The sentence that is asked, in the words for this subject.
    pub fn text(self, quiz: &Quiz, subject: Subject) -> &str {
        match (self, subject) {
            (Self::Item(id), Subject::Me) => &quiz.item(id).text,
            (Self::Item(id), Subject::Someone) => &quiz.item(id).other,
            (Self::Condition(id), _) => &quiz.condition(id).text,
            (Self::Start(id), _) => &quiz.start_question(id).text,
        }
    }

    /// The question that the options answer, which all sentences of a kind share.
    pub fn prompt(self, quiz: &Quiz, subject: Subject) -> &str {
        match (self, subject) {
            (Self::Item(id), Subject::Me) => &quiz.scale(id).prompt,
            (Self::Item(id), Subject::Someone) => &quiz.scale(id).other.prompt,
            (Self::Condition(_), _) => &quiz.conditions_prompt,
            (Self::Start(_), _) => &quiz.start_prompt,
        }
    }

    /// The labels of the options, in order. With the last option of an item, or of a
    /// question about the starting point, the person answers that they are not sure
    /// or would rather not say.
    pub fn options(self, quiz: &Quiz, subject: Subject) -> Vec<&str> {
        match self {
            Self::Item(id) => {
                let scale = quiz.scale(id);
                let levels = match subject {
                    Subject::Me => &scale.options,
                    Subject::Someone => &scale.other.options,
                };
                levels
                    .iter()
                    .chain([&quiz.not_sure])
                    .map(String::as_str)
                    .collect()
            }
            Self::Condition(_) => {
                let StanceWords { fine, hard, no } = &quiz.stances;
                vec![fine, hard, no]
            }
            Self::Start(id) => {
                let listed = quiz.start_question(id).options.iter();
                let texts = listed.map(|option| option.text.as_str());
                texts.chain([quiz.decline.as_str()]).collect()
            }
        }
    }

    /// The label of the option that was chosen, in a quiz about the person who
    /// answers.
    pub fn answer<'a>(self, quiz: &'a Quiz, answers: &Answers) -> Option<&'a str> {
        self.answer_about(quiz, Subject::Me, answers)
    }

    /// The label of the option that was chosen.
    pub fn answer_about<'a>(
        self,
        quiz: &'a Quiz,
        subject: Subject,
        answers: &Answers,
    ) -> Option<&'a str> {
        let option = self.chosen(quiz, answers)?;
        self.options(quiz, subject).get(option).copied()
    }

    /// The position of the option that was chosen.
    pub fn chosen(self, quiz: &Quiz, answers: &Answers) -> Option<usize> {
        match self {
            Self::Item(id) => answers.item(id).map(|response| match response {
                Response::Level(level) => usize::from(level.number()) - 1,
                Response::NotSure => quiz.scale(id).options.len(),
            }),
            Self::Condition(id) => answers.condition(id).map(|stance| stance as usize),
            Self::Start(id) => answers.start(id).map(|answer| match answer {
                StartAnswer::Option(index) => usize::from(index),
                StartAnswer::Declined => quiz.start_question(id).options.len(),
            }),
        }
    }

    /// Records the option at this position; an option that is not offered
    /// changes nothing.
    pub(super) fn choose(self, quiz: &Quiz, answers: &mut Answers, option: usize) {
        if option >= self.options(quiz, Subject::Me).len() {
            return;
        }
        match self {
            Self::Item(id) => {
                let level = Level::ALL.get(option).copied();
                let response = level.map_or(Response::NotSure, Response::Level);
                answers.set_item(id, Some(response));
            }
            Self::Condition(id) => answers.set_condition(id, Stance::ALL.get(option).copied()),
            Self::Start(id) => {
                let listed = option < quiz.start_question(id).options.len();
                let answer = match u8::try_from(option) {
                    Ok(index) if listed => StartAnswer::Option(index),
                    _ => StartAnswer::Declined,
                };
                answers.set_start(id, Some(answer));
                // What is no longer asked is no longer said, in no link either.
                for other in quiz.start_ids() {
                    if !answers.are_asked(quiz, other) {
                        answers.set_start(other, None);
                    }
                }
            }
        }
    }
}
