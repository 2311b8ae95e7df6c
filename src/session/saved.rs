//! A quiz as the device and the browser's history keep it.

use crate::answers::TaskForm;
use crate::content::Quiz;
use crate::share::{self, AnswersCode, Kind, Reader, ShareError, Writer};
use crate::task::{self, Run};

use super::machine::{Session, Stage};
use super::pace::Pace;
use super::question::{Question, Subject};

/// The session as a code that can be kept on the device.
pub fn save(quiz: &Quiz, session: &Session) -> String {
    let mut body = Writer::default();
    AnswersCode::of(quiz).write(quiz, &session.answers, &mut body);
    let (kind, place) = stage_symbols(quiz, session.stage);
    body.symbol(kind);
    body.symbol(place);
    for quarters in session.pace.items() {
        body.symbol(*quarters);
    }
    body.number(session.pace.task_took());
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
        let items = items.collect::<Option<Vec<_>>>()?;
        let pace = Pace::saved(items, reader.number()?);
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

/// A stage as a number, to tell whether two are the same place in the quiz.
pub fn stage_code(quiz: &Quiz, stage: Stage) -> u16 {
    let (kind, place) = stage_symbols(quiz, stage);
    u16::from(kind) << 8 | u16::from(place)
}

/// A stage as two symbols: its kind, and the question's place among all.
/// Whether an answer is missing is not kept.
fn stage_symbols(quiz: &Quiz, stage: Stage) -> (u8, u8) {
    match stage {
        Stage::Asking {
            question, changing, ..
        } => {
            let place = Question::every(quiz)
                .iter()
                .position(|each| *each == question);
            let place = place.and_then(|place| u8::try_from(place).ok());
            (u8::from(changing), place.unwrap_or(0))
        }
        Stage::Reviewing => (2, 0),
        Stage::Finished => (3, 0),
        Stage::TaskOffered => (4, 0),
        Stage::Tasking => (5, 0),
    }
}

fn stage_from(quiz: &Quiz, kind: u8, place: u8) -> Option<Stage> {
    match (kind, place) {
        (0 | 1, _) => Question::every(quiz)
            .get(usize::from(place))
            .map(|question| Stage::Asking {
                question: *question,
                changing: kind == 1,
                unanswered: false,
            }),
        (2, 0) => Some(Stage::Reviewing),
        (3, 0) => Some(Stage::Finished),
        (4, 0) => Some(Stage::TaskOffered),
        (5, 0) => Some(Stage::Tasking),
        _ => None,
    }
}
