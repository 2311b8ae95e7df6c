//! Quizzes and links made here, with the library and without a browser.

use career_fit::answers::{Stance, TaskForm};
pub use career_fit::builtin::quiz;
use career_fit::session::{self, Action, Question, Session, Subject};
use career_fit::share::{self, Disclosure, Shared};
use career_fit::task;
use crc::{CRC_30_CDMA, Crc};

/// Every question, in the order of asking.
pub fn questions() -> Vec<Question> {
    Question::all(quiz())
}

/// What is picked at the question with this place: answers differ, and now and
/// then the last option is taken, which is the way out.
pub fn pick(place: usize) -> usize {
    let last = questions()[place].options(quiz(), Subject::Me).len() - 1;
    if place % 10 == 7 {
        last
    } else {
        (place * 2 + 3) % last
    }
}

/// A quiz whose first questions are answered, at the next one.
pub fn answered(count: usize) -> Session {
    (0..count).fold(Session::new(quiz()), |session, place| {
        let session = act(&session, Action::Choose(questions()[place], pick(place)));
        act(&session, Action::Continue)
    })
}

/// A quiz at "Check your answers", with every answer.
pub fn checking() -> Session {
    answered(questions().len())
}

/// A quiz at its result.
pub fn finished() -> Session {
    let session = checking();
    session.step(quiz(), Action::Continue).unwrap_or(session)
}

fn act(session: &Session, action: Action) -> Session {
    let next = session.step(quiz(), action);
    next.unwrap_or_else(|| session.clone())
}

/// Somebody else's quiz at its result: the answers lie far from those of
/// [`finished`], and no two neighbours have the same one.
pub fn another() -> Session {
    let all = questions().into_iter().enumerate().fold(
        Session::new(quiz()),
        |session, (place, question)| {
            let last = question.options(quiz(), Subject::Me).len() - 1;
            let option = (pick(place) + 2 + place % 2) % last;
            act(&session, Action::Choose(question, option))
        },
    );
    act(&all, Action::Finish)
}

/// What an acquaintance answered about somebody, at "Check your answers".
pub fn observed_checking() -> Session {
    let new = Session::about(quiz(), Subject::Someone);
    seen_questions()
        .into_iter()
        .enumerate()
        .fold(new, |session, (place, question)| {
            let session = act(&session, Action::Choose(question, pick_seen(place)));
            act(&session, Action::Continue)
        })
}

/// The same, at the link to send back.
pub fn observed() -> Session {
    act(&observed_checking(), Action::Continue)
}

/// The questions about somebody else, in the order of asking.
pub fn seen_questions() -> Vec<Question> {
    Question::about(quiz(), Subject::Someone)
}

/// What is picked at the question about somebody else with this place.
pub fn pick_seen(place: usize) -> usize {
    4 - pick(place).min(4)
}

/// A quiz whose first question to sharpen the result is next.
pub fn sharpening() -> Session {
    act(&finished(), Action::Sharpen)
}

/// A quiz at the offer of the checking task.
pub fn task_offered() -> Session {
    let more = Question::more(quiz());
    more.iter()
        .enumerate()
        .fold(sharpening(), |session, (place, question)| {
            let session = act(&session, Action::Choose(*question, pick_more(place)));
            act(&session, Action::Continue)
        })
}

/// What is picked at the question with this place among those that sharpen.
pub fn pick_more(place: usize) -> usize {
    (place * 3 + 1) % 5
}

/// A quiz in the checking task, with so many judgements, none of them a slip.
pub fn judged(form: TaskForm, count: usize) -> Session {
    let begun = act(&task_offered(), Action::BeginTask(form));
    let probes = task::probes();
    probes.iter().take(count).fold(begun, |session, probe| {
        act(&session, Action::Judge(probe.is_sound()))
    })
}

/// A quiz in which everything was done, the task without a slip.
pub fn sharpened() -> Session {
    let done = judged(TaskForm::Timed, task::ALL);
    act(&done, Action::SpentOnTask(900))
}

/// A sharpened quiz with "no" to two conditions.
pub fn with_two_deal_breakers() -> Session {
    let mut session = sharpened();
    for (place, id) in quiz().condition_ids().enumerate() {
        let stance = if place < 2 { Stance::No } else { Stance::Hard };
        session.answers.set_condition(id, Some(stance));
    }
    session
}

/// A quiz whose every question got the last point of the scale.
pub fn careless() -> Session {
    let all = questions()
        .into_iter()
        .fold(Session::new(quiz()), |session, question| {
            let option = question
                .options(quiz(), Subject::Me)
                .len()
                .saturating_sub(2)
                .min(4);
            act(
                &act(&session, Action::Choose(question, option)),
                Action::Continue,
            )
        });
    act(&all, Action::Continue)
}

/// As the device keeps it.
pub fn kept(session: &Session) -> String {
    session::save(quiz(), session)
}

/// The fragment of a quiz's result, without its `#`.
pub fn fragment(session: &Session) -> String {
    told(session, Disclosure::Answers)
}

/// The same, with as much of it as is to be told.
pub fn told(session: &Session, disclosure: Disclosure) -> String {
    let shared = Shared::of(quiz(), &session.answers, disclosure);
    share::print(quiz(), &shared.expect("a quiz with a result"))
}

/// The fragment of what somebody sees in a person.
pub fn seen(session: &Session) -> String {
    share::print(quiz(), &Shared::Observed(session.answers.clone()))
}

/// The symbols of a code, in the order of their values.
pub const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Symbols with a right seal. Written anew from the description of the format,
/// because the format must stay as it is.
pub fn seal(prefix: &str, symbols: &str) -> String {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_30_CDMA);
    let value = |symbol| {
        ALPHABET
            .iter()
            .position(|each| *each == symbol)
            .unwrap_or(0) as u8
    };
    let mut digest = CRC.digest();
    digest.update(prefix.as_bytes());
    digest.update(&symbols.bytes().map(value).collect::<Vec<_>>());
    let sum = digest.finalize();
    let seal = [24, 18, 12, 6, 0].map(|shift| char::from(ALPHABET[(sum >> shift & 63) as usize]));
    [prefix, symbols].concat() + &String::from_iter(seal)
}

#[test]
fn seals_are_as_the_app_makes_them() {
    let fragment = fragment(&finished());
    let symbols = &fragment["r=".len()..fragment.len() - 5];
    assert_eq!(seal("r=", symbols), fragment);
}
