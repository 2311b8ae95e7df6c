//! A quiz as the device and the browser's history keep it: where the person is, and
//! the times, beside the answers. None of this is in a link.
//!
//! # The format
//!
//! A code (see [`code`](crate::code)) of kind `s`, or `a` for a quiz about somebody
//! else. Its body:
//!
//! ```text
//! answers, stage, place, run, missed, took, time of each item
//! ```
//!
//! - `stage` is a symbol: 0 at a question, 1 at a question that is being changed, 2
//!   at the review, 3 at the result, 4 where the checking task is offered, 5 in
//!   it. `place` is a symbol: the question's place from 0 on, among the quick
//!   items, the conditions, the starting point and the items of the second round,
//!   in this order; 0 where there is no question.
//! - `run` is the checking task under way, written as *task* is; nothing may be
//!   judged yet. `missed` is a symbol for each kind of pair: how many of the wrong ones were
//!   of that kind. The others were charts.
//! - `took` is how long the task took, a number in four symbols, in tenths of a
//!   second.
//! - The times are a symbol for each item, the quick ones first, in quarters of a
//!   second; 63 is that or longer, and 0 was not timed.

use crate::code::{self, CodeError, Invalid, Kind, Reader, Writer};
use crate::content::Quiz;
use crate::task::{PairKind, ProbeKind, Run};

use super::machine::{Session, Stage};
use super::pace::Pace;
use super::question::{Question, Subject};

/// Symbols of the time that the task took.
const TOOK: usize = 4;

const _: () = assert!(Pace::MOST >> (6 * TOOK) == 0, "the time fits its symbols");

/// The session as a code that can be kept on the device. That a missing answer was
/// pointed out is not part of it: whoever comes back has not pressed anything yet.
pub fn save(quiz: &Quiz, session: &Session) -> String {
    let mut body = Writer::default();
    code::write_answers(quiz, &session.answers, &mut body);
    let (stage, place) = stage_symbols(quiz, session.stage);
    body.symbol(stage);
    body.symbol(place);
    write_run(session.run, &mut body);
    body.number(session.pace.task_took(), TOOK);
    for quarters in session.pace.items() {
        body.symbol(*quarters);
    }
    code::close(kept_as(session.subject), body)
}

/// Reads what [`save`] wrote.
///
/// # Errors
///
/// [`CodeError`]: what was kept may be damaged, or come from a newer version.
pub fn restore(quiz: &Quiz, text: &str) -> Result<Session, CodeError> {
    let subject = match Kind::of(text) {
        Some(Kind::Saved) => Subject::Me,
        Some(Kind::SavedAbout) => Subject::Someone,
        _ => return Err(CodeError::NotOurs),
    };
    let mut reader = code::open(kept_as(subject), text)?;
    let session = read(quiz, subject, &mut reader)?;
    reader.finish()?;
    Ok(session)
}

fn read(quiz: &Quiz, subject: Subject, reader: &mut Reader) -> Result<Session, Invalid> {
    Ok(Session {
        subject,
        answers: code::read_answers(quiz, reader)?,
        stage: stage_from(quiz, reader.symbol(), reader.symbol())?,
        run: read_run(reader)?,
        pace: {
            let took = reader.number(TOOK);
            Pace::saved(quiz.items.iter().map(|_| reader.symbol()).collect(), took)
        },
    })
}

fn write_run(run: Option<Run>, body: &mut Writer) {
    let judged = run.map(|run| (run.form, run.right(), run.wrong()));
    code::write_judged(judged, body);
    for kind in PairKind::ALL {
        body.symbol(run.map_or(0, |run| run.missed(ProbeKind::Pair(kind))));
    }
}

fn read_run(reader: &mut Reader) -> Result<Option<Run>, Invalid> {
    let judged = code::read_judged(reader)?;
    let pairs = PairKind::ALL.map(|_| reader.symbol());
    let Some((form, right, wrong)) = judged else {
        let nothing_missed = pairs.iter().all(|missed| *missed == 0);
        return nothing_missed.then_some(None).ok_or(Invalid);
    };
    let [short, long, two_lines] = pairs;
    let charts = pairs
        .iter()
        .try_fold(wrong, |left, missed| left.checked_sub(*missed));
    let missed = [short, long, two_lines, charts.ok_or(Invalid)?];
    Run::left_at(form, right, missed).map(Some).ok_or(Invalid)
}

const fn kept_as(subject: Subject) -> Kind {
    match subject {
        Subject::Me => Kind::Saved,
        Subject::Someone => Kind::SavedAbout,
    }
}

/// A stage as a number, to be kept in an entry of the history.
pub fn stage_code(quiz: &Quiz, stage: Stage) -> u16 {
    let (stage, place) = stage_symbols(quiz, stage);
    u16::from(stage) << 8 | u16::from(place)
}

/// The stage with this number; `None` where no stage has it.
pub fn stage_of(quiz: &Quiz, code: u16) -> Option<Stage> {
    let [stage, place] = code.to_be_bytes();
    stage_from(quiz, stage, place).ok()
}

fn stage_symbols(quiz: &Quiz, stage: Stage) -> (u8, u8) {
    match stage {
        Stage::Asking {
            question, changing, ..
        } => {
            let mut places = (0..).zip(Question::every(quiz));
            let found = places.find(|(_, each)| *each == question);
            (u8::from(changing), found.map_or(0, |(place, _)| place))
        }
        Stage::Reviewing => (2, 0),
        Stage::Finished => (3, 0),
        Stage::TaskOffered => (4, 0),
        Stage::Tasking => (5, 0),
    }
}

fn stage_from(quiz: &Quiz, stage: u8, place: u8) -> Result<Stage, Invalid> {
    match (stage, place) {
        (0 | 1, _) => {
            let every = Question::every(quiz);
            Ok(Stage::Asking {
                question: *every.get(usize::from(place)).ok_or(Invalid)?,
                changing: stage == 1,
                unanswered: false,
            })
        }
        (2, 0) => Ok(Stage::Reviewing),
        (3, 0) => Ok(Stage::Finished),
        (4, 0) => Ok(Stage::TaskOffered),
        (5, 0) => Ok(Stage::Tasking),
        _ => Err(Invalid),
    }
}
