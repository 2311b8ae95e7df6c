//! Answers as digits: the middle layer of a code.

use crate::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm, TaskOutcome};
use crate::content::{ItemId, Quiz, Stage};

use super::symbols::{Reader, Writer, symbols_for};

const ITEM_RADIX: u8 = 7;
const STANCE_RADIX: u8 = 4;
const START_RADIX: u8 = 8;

/// Which optional parts a code has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Any item of the second round.
    pub more: bool,
    /// Any starting-point answer.
    pub start: bool,
    /// The checking task's outcome.
    pub task: bool,
}

impl Parts {
    fn of(quiz: &Quiz, answers: &Answers) -> Self {
        Self {
            more: quiz
                .stage_ids(Stage::More)
                .any(|id| answers.item(id).is_some()),
            start: quiz.start_ids().any(|id| answers.start(id).is_some()),
            task: answers.task.is_some(),
        }
    }

    fn to_digit(self) -> u8 {
        u8::from(self.more) | u8::from(self.start) << 1 | u8::from(self.task) << 2
    }

    fn from_digit(digit: u8) -> Option<Self> {
        let bit = |place: u8| digit >> place & 1 == 1;
        (digit < 8).then(|| Self {
            more: bit(0),
            start: bit(1),
            task: bit(2),
        })
    }
}

/// Writes and reads the answers to one quiz.
pub struct AnswersCode {
    quick: Vec<ItemId>,
    more: Vec<ItemId>,
    conditions: usize,
    start: usize,
}

impl AnswersCode {
    /// The code for the answers to this quiz.
    pub fn of(quiz: &Quiz) -> Self {
        Self {
            quick: quiz.stage_ids(Stage::Quick).collect(),
            more: quiz.stage_ids(Stage::More).collect(),
            conditions: quiz.conditions.len(),
            start: quiz.start.len(),
        }
    }

    /// Writes the parts that there are.
    pub fn write(&self, quiz: &Quiz, answers: &Answers, writer: &mut Writer) {
        let parts = Parts::of(quiz, answers);
        let items = |ids: &[ItemId]| -> Vec<u8> {
            ids.iter().map(|id| item_digit(answers.item(*id))).collect()
        };
        writer.symbol(parts.to_digit());
        writer.digits(ITEM_RADIX, &items(&self.quick));
        if parts.more {
            writer.digits(ITEM_RADIX, &items(&self.more));
        }
        let stances: Vec<_> = quiz
            .condition_ids()
            .map(|id| stance_digit(answers.condition(id)))
            .collect();
        writer.digits(STANCE_RADIX, &stances);
        if parts.start {
            let start: Vec<_> = quiz
                .start_ids()
                .map(|id| start_digit(answers.start(id)))
                .collect();
            writer.digits(START_RADIX, &start);
        }
        if let Some(TaskOutcome { form, right, wrong }) = answers.task {
            writer.symbol(form_digit(form));
            writer.symbol(right);
            writer.symbol(wrong);
        }
    }

    /// Writes the answers to the quick items alone.
    pub(super) fn write_quick(&self, answers: &Answers, writer: &mut Writer) {
        let digits = self.quick.iter().map(|id| item_digit(answers.item(*id)));
        writer.digits(ITEM_RADIX, &digits.collect::<Vec<_>>());
    }

    /// Reads what [`write_quick`](Self::write_quick) wrote.
    pub(super) fn read_quick(&self, quiz: &Quiz, reader: &mut Reader<'_>) -> Option<Answers> {
        let mut answers = Answers::none(quiz);
        let digits = reader.digits(ITEM_RADIX, self.quick.len())?;
        for (id, digit) in self.quick.iter().zip(digits) {
            answers.set_item(*id, item_from(digit));
        }
        Some(answers)
    }

    /// How many symbols [`write_quick`](Self::write_quick) writes.
    pub(super) fn quick_symbols(&self) -> usize {
        symbols_for(ITEM_RADIX, self.quick.len())
    }

    /// Reads the parts that the code says there are. `None` for digits that
    /// no answers give: every code has one spelling.
    pub fn read(&self, quiz: &Quiz, reader: &mut Reader<'_>) -> Option<Answers> {
        let parts = Parts::from_digit(reader.symbol()?)?;
        let mut answers = Answers::none(quiz);
        for (id, digit) in self
            .quick
            .iter()
            .zip(reader.digits(ITEM_RADIX, self.quick.len())?)
        {
            answers.set_item(*id, item_from(digit));
        }
        if parts.more {
            let digits = reader.digits(ITEM_RADIX, self.more.len())?;
            for (id, digit) in self.more.iter().zip(digits) {
                answers.set_item(*id, item_from(digit));
            }
        }
        let digits = reader.digits(STANCE_RADIX, self.conditions)?;
        for (id, digit) in quiz.condition_ids().zip(digits) {
            answers.set_condition(id, stance_from(digit));
        }
        if parts.start {
            let digits = reader.digits(START_RADIX, self.start)?;
            for (id, digit) in quiz.start_ids().zip(digits) {
                let options = quiz.start_question(id).options.len();
                answers.set_start(id, start_from(digit, options)?);
            }
        }
        if parts.task {
            let form = form_from(reader.symbol()?)?;
            let outcome = TaskOutcome::new(form, reader.symbol()?, reader.symbol()?);
            answers.task = Some(outcome?);
        }
        (Parts::of(quiz, &answers) == parts).then_some(answers)
    }

    /// How many symbols the answers part of a code has, judged by its first
    /// one; `None` where that one is missing or says nothing.
    pub fn symbols(&self, body: &[u8]) -> Option<usize> {
        let parts = Parts::from_digit(*body.first()?)?;
        let optional =
            |there: bool, radix, count| if there { symbols_for(radix, count) } else { 0 };
        Some(
            1 + symbols_for(ITEM_RADIX, self.quick.len())
                + optional(parts.more, ITEM_RADIX, self.more.len())
                + symbols_for(STANCE_RADIX, self.conditions)
                + optional(parts.start, START_RADIX, self.start)
                + if parts.task { 3 } else { 0 },
        )
    }
}

/// Writes the task's outcome in three symbols, zeros for none.
pub(super) fn write_task(task: Option<TaskOutcome>, writer: &mut Writer) {
    let symbols = task.map_or([0; 3], |TaskOutcome { form, right, wrong }| {
        [form_digit(form) + 1, right, wrong]
    });
    for symbol in symbols {
        writer.symbol(symbol);
    }
}

/// Reads what [`write_task`] wrote; the outer `None` is no task that can be.
pub(super) fn read_task(reader: &mut Reader<'_>) -> Option<Option<TaskOutcome>> {
    match (reader.symbol()?, reader.symbol()?, reader.symbol()?) {
        (0, 0, 0) => Some(None),
        (form, right, wrong) => {
            let form = form_from(form.checked_sub(1)?)?;
            TaskOutcome::new(form, right, wrong).map(Some)
        }
    }
}

fn item_digit(response: Option<Response>) -> u8 {
    match response {
        None => 0,
        Some(Response::Level(level)) => level.number(),
        Some(Response::NotSure) => 6,
    }
}

fn item_from(digit: u8) -> Option<Response> {
    match digit {
        6 => Some(Response::NotSure),
        number => Level::new(number).map(Response::Level),
    }
}

fn stance_digit(stance: Option<Stance>) -> u8 {
    match stance {
        None => 0,
        Some(Stance::Fine) => 1,
        Some(Stance::Hard) => 2,
        Some(Stance::No) => 3,
    }
}

fn stance_from(digit: u8) -> Option<Stance> {
    match digit {
        1 => Some(Stance::Fine),
        2 => Some(Stance::Hard),
        3 => Some(Stance::No),
        _ => None,
    }
}

fn start_digit(answer: Option<StartAnswer>) -> u8 {
    match answer {
        None => 0,
        Some(StartAnswer::Declined) => 1,
        Some(StartAnswer::Option(index)) => index.saturating_add(2),
    }
}

/// The outer `None` is a digit that no answer to a question with this many
/// options gives.
fn start_from(digit: u8, options: usize) -> Option<Option<StartAnswer>> {
    match digit {
        0 => Some(None),
        1 => Some(Some(StartAnswer::Declined)),
        _ => {
            let index = digit.checked_sub(2)?;
            (usize::from(index) < options).then_some(Some(StartAnswer::Option(index)))
        }
    }
}

fn form_digit(form: TaskForm) -> u8 {
    match form {
        TaskForm::Timed => 0,
        TaskForm::Untimed => 1,
    }
}

fn form_from(digit: u8) -> Option<TaskForm> {
    match digit {
        0 => Some(TaskForm::Timed),
        1 => Some(TaskForm::Untimed),
        _ => None,
    }
}
