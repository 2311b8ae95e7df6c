//! The checking task in a code: how it was done, and what was judged. An outcome and
//! a task under way are spelled alike, although of the second nothing need be judged
//! yet.

use super::error::Invalid;
use super::reader::Reader;
use super::writer::Writer;
use crate::answers::{PROBES, TaskForm, TaskOutcome};

/// The form of the task, and how many judgements were right and wrong.
pub type Judged = (TaskForm, u8, u8);

const SYMBOLS: usize = 2;

/// Right and wrong have five bits each.
const BITS: u32 = 5;

const _: () = assert!(PROBES < 1 << BITS, "a count of judgements fits its bits");

/// Writes the outcome of the task, or that there is none.
pub fn write_outcome(outcome: Option<TaskOutcome>, writer: &mut Writer) {
    let judged = outcome.map(|outcome| (outcome.form, outcome.right(), outcome.wrong()));
    write_judged(judged, writer);
}

/// Reads what [`write_outcome`] wrote.
///
/// # Errors
///
/// [`Invalid`] for an outcome that the task cannot have.
pub fn read_outcome(reader: &mut Reader) -> Result<Option<TaskOutcome>, Invalid> {
    let outcome = |(form, right, wrong)| TaskOutcome::new(form, right, wrong).ok_or(Invalid);
    read_judged(reader)?.map(outcome).transpose()
}

/// Writes a task under way, or that there is none.
pub fn write_judged(judged: Option<Judged>, writer: &mut Writer) {
    let number = judged.map_or(0, |(form, right, wrong)| {
        let form: u32 = match form {
            TaskForm::Timed => 1,
            TaskForm::Untimed => 2,
        };
        (form << BITS | u32::from(right)) << BITS | u32::from(wrong)
    });
    writer.number(number, SYMBOLS);
}

/// Reads what [`write_judged`] wrote. The counts can be larger than the task, and the
/// caller refuses those: an outcome and a task under way have other limits.
///
/// # Errors
///
/// [`Invalid`] where the form is neither with a clock nor without one.
pub fn read_judged(reader: &mut Reader) -> Result<Option<Judged>, Invalid> {
    let number = reader.number(SYMBOLS);
    let form = match number >> (2 * BITS) {
        0 if number == 0 => return Ok(None),
        1 => TaskForm::Timed,
        2 => TaskForm::Untimed,
        _ => return Err(Invalid),
    };
    let count = |number| (number & ((1 << BITS) - 1)) as u8;
    Ok(Some((form, count(number >> BITS), count(number))))
}
