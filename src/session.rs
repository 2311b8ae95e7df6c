//! One person's quiz as a pure state machine.
//!
//! Clicks and keys become an [`Action`]; [`Session::step`] gives the next
//! session, or nothing where the action has no effect. The result is never
//! part of the state: it is derived from the answers.

use crate::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm};
use crate::content::{ConditionId, ItemId, Quiz, Stage as ItemStage, StanceWords, StartId};
use crate::share::{self, AnswersCode, Kind, Reader, ShareError, Writer};
use crate::task::{self, Run};

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
    /// Every question before the result, in the order of asking.
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

    /// Every question about this subject, in the order of asking.
    pub fn about(quiz: &Quiz, subject: Subject) -> Vec<Self> {
        match subject {
            Subject::Me => Self::all(quiz),
            Subject::Someone => quiz.stage_ids(ItemStage::Quick).map(Self::Item).collect(),
        }
    }

    /// Whether it is asked to sharpen a result.
    pub fn sharpens(self, quiz: &Quiz) -> bool {
        matches!(self, Self::Item(id) if quiz.item(id).stage == ItemStage::More)
    }

    /// What is asked.
    pub fn text(self, quiz: &Quiz, subject: Subject) -> &str {
        match (self, subject) {
            (Self::Item(id), Subject::Me) => &quiz.item(id).text,
            (Self::Item(id), Subject::Someone) => &quiz.item(id).other,
            (Self::Condition(id), _) => &quiz.condition(id).text,
            (Self::Start(id), _) => &quiz.start_question(id).text,
        }
    }

    /// What the options answer.
    pub fn prompt(self, quiz: &Quiz, subject: Subject) -> &str {
        match (self, subject) {
            (Self::Item(id), Subject::Me) => &quiz.scale(id).prompt,
            (Self::Item(id), Subject::Someone) => &quiz.scale(id).other.prompt,
            (Self::Condition(_), _) => &quiz.conditions_prompt,
            (Self::Start(_), _) => &quiz.start_prompt,
        }
    }

    /// The labels of the options, in order. The last option of an item and of
    /// a starting-point question is the way out.
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
    fn choose(self, quiz: &Quiz, answers: &mut Answers, option: usize) {
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
            }
        }
    }
}

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// At a question.
    Asking {
        /// Which one.
        question: Question,
        /// It was reached with "Change", so "Continue" leads back to the check
        /// page.
        changing: bool,
        /// "Continue" was pressed without an answer.
        unanswered: bool,
    },
    /// At "Check your answers".
    Checking,
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
    /// Picks the option at a position.
    Choose(Question, usize),
    /// Goes on.
    Continue,
    /// Goes one page back.
    Back,
    /// Changes one answer from the check page.
    Change(Question),
    /// Goes to a stage that the browser's history remembers.
    Visit(Stage),
    /// Begins anew; every answer is dropped.
    Restart,
    /// Answers the rest of the items and does the checking task.
    Sharpen,
    /// Sees the result with what there is.
    Finish,
    /// Begins the checking task.
    BeginTask(TaskForm),
    /// Says that the task's next probe is sound, or that it is not.
    Judge(bool),
    /// Has spent this long on an item, in tenths of a second.
    SpentOnItem(ItemId, u32),
    /// Has spent this long on the checking task, in tenths of a second.
    SpentOnTask(u32),
}

/// How long things took. It stays on the device and is part of no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// For each item, in quarters of a second; 0 where it was not timed. The
    /// longest time that was taken over it counts: going back to look is not
    /// answering, going back to think is.
    items: Vec<u8>,
    /// How long the checking task took, in tenths of a second; 0 where it was
    /// not done against the clock.
    pub task_took: u32,
}

impl Pace {
    /// No item counts for more than this many quarters of a second, so that one
    /// pause does not hide a row of careless clicks.
    pub const MOST_PER_ITEM: u8 = 63;

    /// The longest time of a task that is told from a longer one, in tenths.
    pub const MOST: u32 = (1 << 24) - 1;

    /// Nothing was timed yet.
    pub fn none(quiz: &Quiz) -> Self {
        Self {
            items: vec![0; quiz.items.len()],
            task_took: 0,
        }
    }

    /// The mean time of an item in seconds; `None` before any was timed.
    pub fn seconds_per_item(&self) -> Option<f64> {
        let timed = self.items.iter().filter(|quarters| **quarters > 0);
        let (count, sum) = timed.fold((0u32, 0u32), |(count, sum), quarters| {
            (count + 1, sum + u32::from(*quarters))
        });
        (count > 0).then(|| f64::from(sum) / 4.0 / f64::from(count))
    }

    fn spent_on(&mut self, item: ItemId, tenths: u32) {
        // At least one quarter: nothing is done in no time, and 0 is "not timed".
        let quarters = (tenths.saturating_mul(4) / 10).clamp(1, u32::from(Self::MOST_PER_ITEM));
        let kept = &mut self.items[item.index()];
        *kept = (*kept).max(u8::try_from(quarters).unwrap_or(Self::MOST_PER_ITEM));
    }
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
    /// How long it took.
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
                next.run = self.run.or(Some(Run::new(form)));
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
                    next.pace.spent_on(item, tenths);
                }
            }
            Action::SpentOnTask(tenths) => {
                let sum = next.pace.task_took.saturating_add(tenths);
                next.pace.task_took = sum.min(Pace::MOST);
            }
        }
        next.stage = next.reachable(quiz, next.stage);
        (next != *self).then_some(next)
    }

    /// The first question before the result that has no answer.
    pub fn first_unanswered(&self, quiz: &Quiz) -> Option<Question> {
        Question::about(quiz, self.subject)
            .into_iter()
            .find(|question| question.chosen(quiz, &self.answers).is_none())
    }

    /// The stage that a wish for a stage leads to. There is no way to a result
    /// with an answer missing, and none into a task that is done.
    pub fn reachable(&self, quiz: &Quiz, stage: Stage) -> Stage {
        let task_left = self.run.is_none_or(|run| run.next() < task::ALL);
        let asked = |question: &Question| Question::about(quiz, self.subject).contains(question);
        match stage {
            Stage::Asking { question, .. } if asked(&question) => stage,
            Stage::Checking => stage,
            _ if self.first_unanswered(quiz).is_some() => Stage::Checking,
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

    /// Where sharpening goes on.
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
            Stage::Asking { changing: true, .. } => Stage::Checking,
            Stage::Asking { question, .. } => {
                let next = |all: &[Question]| {
                    let next = all.iter().skip_while(|each| **each != question).nth(1);
                    next.map(|next| Stage::asking(*next))
                };
                if question.sharpens(quiz) {
                    next(&Question::more(quiz)).unwrap_or_else(|| self.sharpening(quiz))
                } else {
                    next(&Question::about(quiz, self.subject)).unwrap_or(Stage::Checking)
                }
            }
            Stage::Checking => match self.first_unanswered(quiz) {
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
            Stage::Asking { changing: true, .. } | Stage::Finished => Stage::Checking,
            Stage::Asking { question, .. } => {
                let before = |all: &[Question]| {
                    let place = all.iter().position(|each| *each == question)?;
                    all.get(place.checked_sub(1)?).copied()
                };
                match before(&Question::more(quiz)).or_else(|| before(&Question::all(quiz))) {
                    Some(before) => Stage::asking(before),
                    None if question.sharpens(quiz) => Stage::Finished,
                    None => self.stage,
                }
            }
            Stage::TaskOffered | Stage::Tasking => {
                let last = Question::more(quiz).pop();
                last.map_or(Stage::Finished, Stage::asking)
            }
            Stage::Checking => {
                let last = Question::about(quiz, self.subject).pop();
                last.map_or(self.stage, Stage::asking)
            }
        }
    }
}

/// The session as a code that can be kept on the device.
pub fn save(quiz: &Quiz, session: &Session) -> String {
    let mut body = Writer::default();
    AnswersCode::of(quiz).write(quiz, &session.answers, &mut body);
    let (kind, place) = stage_symbols(quiz, session.stage);
    body.symbol(kind);
    body.symbol(place);
    for quarters in &session.pace.items {
        body.symbol(*quarters);
    }
    body.number(session.pace.task_took);
    body.symbol(session.run.map_or(0, |run| match run.form {
        TaskForm::Timed => 1,
        TaskForm::Untimed => 2,
    }));
    body.symbol(session.run.map_or(0, |run| run.right));
    body.symbol(session.run.map_or(0, |run| run.wrong));
    share::close(kept_as(session.subject), body)
}

const fn kept_as(subject: Subject) -> Kind {
    match subject {
        Subject::Me => Kind::Saved,
        Subject::Someone => Kind::SavedAbout,
    }
}

/// Reads what [`save`] wrote.
///
/// # Errors
///
/// [`ShareError`], as for a link: what was kept may be damaged, or come from a
/// newer version.
pub fn restore(quiz: &Quiz, code: &str) -> Result<Session, ShareError> {
    let subject = if code.starts_with(Kind::SavedAbout.prefix()) {
        Subject::Someone
    } else {
        Subject::Me
    };
    let body = share::open(quiz, kept_as(subject), code)?;
    let mut reader = Reader::new(&body);
    let read = |reader: &mut Reader<'_>| {
        let answers = AnswersCode::of(quiz).read(quiz, reader)?;
        let stage = stage_from(quiz, reader.symbol()?, reader.symbol()?)?;
        let items = quiz.items.iter().map(|_| reader.symbol());
        let pace = Pace {
            items: items.collect::<Option<_>>()?,
            task_took: reader.number()?,
        };
        let run = run_from(reader.symbol()?, reader.symbol()?, reader.symbol()?)?;
        Some(Session {
            subject,
            answers,
            stage,
            run,
            pace,
        })
    };
    let session = read(&mut reader).ok_or(ShareError::NotOurs)?;
    reader.finish().ok_or(ShareError::NotOurs)?;
    Ok(session)
}

/// The outer `None` is no run that can be.
fn run_from(form: u8, right: u8, wrong: u8) -> Option<Option<Run>> {
    let form = match (form, right, wrong) {
        (0, 0, 0) => return Some(None),
        (1, ..) => TaskForm::Timed,
        (2, ..) => TaskForm::Untimed,
        _ => return None,
    };
    let run = Run { form, right, wrong };
    (run.next() <= task::ALL).then_some(Some(run))
}

/// A stage as a number, to be kept in an entry of the history.
pub fn stage_code(quiz: &Quiz, stage: Stage) -> u16 {
    let (kind, place) = stage_symbols(quiz, stage);
    u16::from(kind) << 8 | u16::from(place)
}

/// The stage with this number; `None` where no stage has it.
pub fn stage_of(quiz: &Quiz, code: u16) -> Option<Stage> {
    let [kind, place] = code.to_be_bytes();
    stage_from(quiz, kind, place)
}

/// A stage as two symbols: its kind, and the question's place among all.
/// Whether an answer is missing is not kept.
fn stage_symbols(quiz: &Quiz, stage: Stage) -> (u8, u8) {
    match stage {
        Stage::Asking {
            question, changing, ..
        } => {
            let place = every(quiz).position(|each| each == question);
            let place = place.and_then(|place| u8::try_from(place).ok());
            (u8::from(changing), place.unwrap_or(0))
        }
        Stage::Checking => (2, 0),
        Stage::Finished => (3, 0),
        Stage::TaskOffered => (4, 0),
        Stage::Tasking => (5, 0),
    }
}

fn stage_from(quiz: &Quiz, kind: u8, place: u8) -> Option<Stage> {
    match (kind, place) {
        (0 | 1, _) => every(quiz)
            .nth(usize::from(place))
            .map(|question| Stage::Asking {
                question,
                changing: kind == 1,
                unanswered: false,
            }),
        (2, 0) => Some(Stage::Checking),
        (3, 0) => Some(Stage::Finished),
        (4, 0) => Some(Stage::TaskOffered),
        (5, 0) => Some(Stage::Tasking),
        _ => None,
    }
}

fn every(quiz: &Quiz) -> impl Iterator<Item = Question> + use<> {
    Question::all(quiz).into_iter().chain(Question::more(quiz))
}
