//! Answers in a code.

use super::error::Invalid;
use super::reader::Reader;
use super::task::{read_outcome, write_outcome};
use super::writer::Writer;
use crate::answers::{Answers, Level, Response, Stance, StartAnswer};
use crate::content::{Quiz, Stage};

const ITEM_RADIX: u8 = 7;
const STANCE_RADIX: u8 = 4;
const START_RADIX: u8 = 8;

/// Writes all answers.
pub fn write_answers(quiz: &Quiz, answers: &Answers, writer: &mut Writer) {
    write_items(quiz, Stage::Quick, answers, writer);
    let stances = quiz.condition_ids().map(|id| answers.condition(id));
    let stances: Vec<_> = stances.map(stance_digit).collect();
    writer.digits(STANCE_RADIX, &stances);
    let start: Vec<_> = quiz
        .start_ids()
        .map(|id| start_digit(answers.start(id), quiz.start_question(id).options.len()))
        .collect();
    writer.digits(START_RADIX, &start);
    write_outcome(answers.task, writer);
    write_items(quiz, Stage::More, answers, writer);
}

/// Reads what [`write_answers`] wrote.
///
/// # Errors
///
/// [`Invalid`] for symbols that no answers to this quiz give.
pub fn read_answers(quiz: &Quiz, reader: &mut Reader) -> Result<Answers, Invalid> {
    let mut answers = read_quick_items(quiz, reader)?;
    let stances = reader.digits(STANCE_RADIX, quiz.conditions.len())?;
    for (id, digit) in quiz.condition_ids().zip(stances) {
        answers.set_condition(id, stance_from(digit));
    }
    let start = reader.digits(START_RADIX, quiz.start.len())?;
    for (id, digit) in quiz.start_ids().zip(start) {
        let options = quiz.start_question(id).options.len();
        answers.set_start(id, start_from(digit, options)?);
    }
    answers.task = read_outcome(reader)?;
    read_items(quiz, Stage::More, &mut answers, reader)?;
    Ok(answers)
}

/// Writes the answers to the quick items alone.
pub fn write_quick_items(quiz: &Quiz, answers: &Answers, writer: &mut Writer) {
    write_items(quiz, Stage::Quick, answers, writer);
}

/// Reads what [`write_quick_items`] wrote.
///
/// # Errors
///
/// [`Invalid`] for symbols that no answers give.
pub fn read_quick_items(quiz: &Quiz, reader: &mut Reader) -> Result<Answers, Invalid> {
    let mut answers = Answers::none(quiz);
    read_items(quiz, Stage::Quick, &mut answers, reader)?;
    Ok(answers)
}

fn write_items(quiz: &Quiz, stage: Stage, answers: &Answers, writer: &mut Writer) {
    let digits = quiz.stage_ids(stage).map(|id| item_digit(answers.item(id)));
    writer.digits(ITEM_RADIX, &digits.collect::<Vec<_>>());
}

fn read_items(
    quiz: &Quiz,
    stage: Stage,
    answers: &mut Answers,
    reader: &mut Reader,
) -> Result<(), Invalid> {
    let digits = reader.digits(ITEM_RADIX, quiz.stage_ids(stage).count())?;
    for (id, digit) in quiz.stage_ids(stage).zip(digits) {
        answers.set_item(id, item_from(digit));
    }
    Ok(())
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

/// An option that the question does not have is no answer to it.
fn start_digit(answer: Option<StartAnswer>, options: usize) -> u8 {
    match answer {
        Some(StartAnswer::Option(index)) if usize::from(index) < options => index + 2,
        Some(StartAnswer::Declined) => 1,
        Some(StartAnswer::Option(_)) | None => 0,
    }
}

fn start_from(digit: u8, options: usize) -> Result<Option<StartAnswer>, Invalid> {
    match digit {
        0 => Ok(None),
        1 => Ok(Some(StartAnswer::Declined)),
        _ if usize::from(digit - 2) < options => Ok(Some(StartAnswer::Option(digit - 2))),
        _ => Err(Invalid),
    }
}
