//! The quiz as a state machine.

use career_fit::answers::{Answers, TaskForm};
use career_fit::code::CodeError;
use career_fit::session::{self, Action, Pace, Question, Session, Stage, Subject};
use career_fit::task::{self, Run};
use proptest::prelude::*;

use crate::support::{any_answers, check_spellings, quiz, whole_quiz};

fn step(session: &Session, action: Action) -> Session {
    session
        .step(quiz(), action)
        .unwrap_or_else(|| panic!("{action:?} has an effect at {:?}", session.stage))
}

fn asked(session: &Session) -> Option<Question> {
    match session.stage {
        Stage::Asking { question, .. } => Some(question),
        Stage::Reviewing | Stage::Finished | Stage::TaskOffered | Stage::Tasking => None,
    }
}

/// Answers every question with the option at this position, or the last one.
fn answer_all(option: usize) -> Session {
    let mut session = Session::new(quiz());
    while let Some(question) = asked(&session) {
        let last = question.options(quiz(), Subject::Me).len() - 1;
        session = step(&session, Action::Choose(question, option.min(last)));
        session = step(&session, Action::Continue);
    }
    session
}

#[test]
fn the_whole_way_has_32_or_33_questions_and_ends_in_a_result() {
    // The first option of the background is "none of these", and asks for no credential.
    for (option, count) in [(2, 21 + 6 + 6), (0, 21 + 6 + 5)] {
        let reviewing = answer_all(option);
        assert_eq!(reviewing.questions(quiz()).len(), count, "option {option}");
        assert_eq!(reviewing.stage, Stage::Reviewing);
        assert_eq!(reviewing.first_unanswered(quiz()), None);
        assert_eq!(step(&reviewing, Action::Continue).stage, Stage::Finished);
    }
}

/// The question with this name about the starting point, and the option with that one.
fn start(question: &str, option: &str) -> (Question, usize) {
    let id = quiz()
        .start_ids()
        .find(|id| quiz().start_question(*id).id == question);
    let id = id.expect("the question");
    let mut options = quiz().start_question(id).options.iter();
    let option = options.position(|each| each.id == option);
    (Question::Start(id), option.expect("the option"))
}

#[test]
fn a_credential_is_asked_of_those_who_are_likely_to_have_one() {
    let (background, none) = start("background", "none");
    let (_, coding) = start("background", "coding");
    let (credential, ccs) = start("credential", "ccs");
    let without = answer_all(0);
    assert!(!without.questions(quiz()).contains(&credential));
    // A background that asks for it leads back to the answers, where it is missing.
    let changed = step(
        &step(&without, Action::Change(background)),
        Action::Choose(background, coding),
    );
    assert_eq!(changed.first_unanswered(quiz()), Some(credential));
    let asked = step(&changed, Action::Continue);
    assert_eq!(asked.stage, Stage::Reviewing);
    let answered = step(
        &step(&asked, Action::Continue),
        Action::Choose(credential, ccs),
    );
    assert_eq!(credential.chosen(quiz(), &answered.answers), Some(ccs));
    // With another background it is neither asked nor said any more, not even at its own place.
    let again = step(&answered, Action::Choose(background, none));
    assert_eq!(credential.chosen(quiz(), &again.answers), None);
    assert_eq!(again.stage, Stage::Reviewing);
    assert_eq!(again.answers, without.answers);
}

/// A result that came by link has the outcome of the task and not the way to it.
#[test]
fn a_task_that_is_done_is_not_done_again_on_another_device() {
    let begun = step(&sharpened(), Action::BeginTask(TaskForm::Timed));
    let judged = (0..20).fold(begun, |session, _| step(&session, Action::Judge(true)));
    let there = Session {
        run: None,
        stage: Stage::Finished,
        ..judged
    };
    assert!(there.answers.task.is_some());
    assert!(!there.can_sharpen(quiz()));
    for action in [Action::Sharpen, Action::BeginTask(TaskForm::Timed)] {
        let next = there.step(quiz(), action);
        assert!(
            next.is_none_or(|next| next.stage == Stage::Finished),
            "{action:?}"
        );
    }
}

#[test]
fn continue_without_an_answer_says_so_once() {
    let start = Session::new(quiz());
    let missing = step(&start, Action::Continue);
    assert!(matches!(
        missing.stage,
        Stage::Asking {
            unanswered: true,
            ..
        }
    ));
    assert_eq!(asked(&missing), asked(&start));
    assert_eq!(missing.step(quiz(), Action::Continue), None);
    let question = asked(&missing).expect("a question");
    let chosen = step(&missing, Action::Choose(question, 0));
    assert!(matches!(
        chosen.stage,
        Stage::Asking {
            unanswered: false,
            ..
        }
    ));
}

#[test]
fn choosing_does_not_move_on() {
    let start = Session::new(quiz());
    let question = asked(&start).expect("a question");
    let chosen = step(&start, Action::Choose(question, 3));
    assert_eq!(asked(&chosen), Some(question));
    assert_eq!(question.chosen(quiz(), &chosen.answers), Some(3));
    assert_eq!(
        chosen.step(quiz(), Action::Choose(question, 3)),
        None,
        "twice"
    );
    assert_eq!(
        chosen.step(quiz(), Action::Choose(question, 6)),
        None,
        "no such option"
    );
}

#[test]
fn back_retraces_the_way_and_keeps_every_answer() {
    let done = step(&answer_all(1), Action::Continue);
    let mut session = done.clone();
    let mut questions = Question::all(quiz());
    session = step(&session, Action::Back);
    assert_eq!(session.stage, Stage::Reviewing);
    while let Some(question) = questions.pop() {
        session = step(&session, Action::Back);
        assert_eq!(asked(&session), Some(question));
        assert_eq!(session.answers, done.answers);
    }
    assert_eq!(
        session.step(quiz(), Action::Back),
        None,
        "before the first question"
    );
}

#[test]
fn change_leads_back_to_the_review() {
    let reviewing = answer_all(0);
    for question in reviewing.questions(quiz()) {
        let changing = step(&reviewing, Action::Change(question));
        assert_eq!(asked(&changing), Some(question));
        assert_eq!(step(&changing, Action::Back).stage, Stage::Reviewing);
        assert_eq!(step(&changing, Action::Continue).stage, Stage::Reviewing);
    }
}

#[test]
fn the_result_is_not_reached_around_the_questions() {
    let start = Session::new(quiz());
    let visited = step(&start, Action::Visit(Stage::Finished));
    assert_eq!(visited.stage, Stage::Reviewing);
    let asked_again = step(&visited, Action::Continue);
    assert_eq!(asked(&asked_again), Some(Question::first(quiz())));
}

#[test]
fn restart_forgets_everything() {
    let restarted = step(&answer_all(4), Action::Restart);
    assert_eq!(restarted, Session::new(quiz()));
    assert!(restarted.is_untouched(quiz()));
}

#[test]
fn the_last_option_of_an_item_is_not_sure() {
    let session = answer_all(usize::MAX);
    for id in quiz().item_ids().take(21) {
        assert_eq!(
            Question::Item(id).answer(quiz(), &session.answers),
            Some("Not sure")
        );
    }
}

fn any_stage() -> impl Strategy<Value = Stage> {
    let mut questions = Question::all(quiz());
    questions.extend(Question::more(quiz()));
    prop_oneof![
        8 => (prop::sample::select(questions), any::<bool>()).prop_map(|(question, changing)| {
            Stage::Asking { question, changing, unanswered: false }
        }),
        1 => Just(Stage::Reviewing),
        1 => Just(Stage::Finished),
        1 => Just(Stage::TaskOffered),
    ]
}

proptest! {
    #[test]
    fn a_saved_quiz_is_restored(
        answers in any_answers(),
        stage in any_stage(),
        times in prop::collection::vec(0..=700u32, 38),
        task_took in 0..=Pace::MOST,
        run in prop::option::of((any::<bool>(), prop::collection::vec(any::<bool>(), 0..=30))),
    ) {
        let mut session = Session { answers, stage, ..Session::new(quiz()) };
        for (id, tenths) in quiz().item_ids().zip(times) {
            session = session.step(quiz(), Action::SpentOnItem(id, tenths)).unwrap_or(session);
        }
        session = session.step(quiz(), Action::SpentOnTask(task_took)).unwrap_or(session);
        session.run = run.map(|(timed, judged)| {
            let form = if timed { TaskForm::Timed } else { TaskForm::Untimed };
            judged.into_iter().fold(Run::new(form), Run::judge)
        });
        let saved = session::save(quiz(), &session);
        prop_assert_eq!(session::restore(quiz(), &saved), Ok(session));
    }

    #[test]
    fn a_changed_quiz_is_refused(
        answers in any_answers(),
        place in any::<prop::sample::Index>(),
        other in "[A-Za-z0-9_-]",
    ) {
        let session = Session { answers, ..Session::new(quiz()) };
        let saved = session::save(quiz(), &session);
        let place = 2 + place.index(saved.len() - 2);
        let changed = [&saved[..place], &other, &saved[place + 1..]].concat();
        let cut = session::restore(quiz(), &saved[..place]);
        prop_assert_eq!(cut, Err(CodeError::CutOff));
        let found = session::restore(quiz(), &changed);
        if changed == saved {
            prop_assert_eq!(found, Ok(session));
        } else {
            prop_assert!(matches!(found, Err(CodeError::Damaged | CodeError::CutOff)));
        }
    }

    /// A random seal is right once in 2³⁰.
    #[test]
    fn any_string_is_refused(text in "[sa]=([A-Za-z0-9_-]{0,140}|.{0,140})") {
        prop_assert!(session::restore(quiz(), &text).is_err());
    }

    /// Whatever is pressed in whatever order: no action loses an answer but
    /// "Start again", and no way leads to a result with an answer missing.
    #[test]
    fn no_order_of_actions_loses_an_answer(
        moves in prop::collection::vec((0..12u8, 0..31usize, 0..6usize), 0..300),
    ) {
        let questions = Question::all(quiz());
        let mut session = Session::new(quiz());
        let mut said = Answers::none(quiz()) == session.answers;
        prop_assert!(said);
        for (kind, index, option) in moves {
            let question = questions[index];
            let action = match kind {
                0 => Action::Continue,
                1 => Action::Back,
                2 => Action::Change(question),
                3 => Action::Sharpen,
                4 => Action::Finish,
                5 => Action::BeginTask(TaskForm::Timed),
                6 => Action::Judge(option > 2),
                7 => Action::Visit([Stage::Finished, Stage::TaskOffered, Stage::Tasking, Stage::Reviewing][option % 4]),
                _ => Action::Choose(asked(&session).unwrap_or(question), option),
            };
            // What does not apply to the person any more is no answer of theirs.
            let answered = |session: &Session, asked: &Session| {
                let still = asked.questions(quiz());
                let still = questions.iter().filter(|q| q.sharpens(quiz()) || still.contains(q));
                still.filter(|q| q.chosen(quiz(), &session.answers).is_some()).count()
            };
            if let Some(next) = session.step(quiz(), action) {
                said = answered(&next, &next) >= answered(&session, &next);
                prop_assert!(said);
                prop_assert!(next.stage != Stage::Finished || next.first_unanswered(quiz()).is_none());
                prop_assert!(next.stage != Stage::Tasking || next.run.is_some_and(|run| run.next() < task::ALL));
                session = next;
            }
        }
    }
}

/// Symbols that are nearly a saved quiz's, under a right seal.
#[test]
fn each_saved_quiz_has_one_spelling() {
    let begun = step(&sharpened(), Action::BeginTask(TaskForm::Untimed));
    let judged = (0..20).fold(begun, |session, _| step(&session, Action::Judge(true)));
    let timed = step(&judged, Action::SpentOnTask(300));
    for session in [Session::new(quiz()), answer_all(1), timed] {
        check_spellings(&session::save(quiz(), &session), |text| {
            let session = session::restore(quiz(), text)?;
            Ok(session::save(quiz(), &session))
        });
    }
}

/// From a finished quick quiz to the checking task.
fn sharpened() -> Session {
    let mut session = step(&answer_all(3), Action::Continue);
    session = step(&session, Action::Sharpen);
    while let Some(question) = asked(&session) {
        session = step(&session, Action::Choose(question, 2));
        session = step(&session, Action::Continue);
    }
    session
}

#[test]
fn sharpening_asks_what_was_not_asked_and_then_offers_the_task() {
    let quick = step(&answer_all(3), Action::Continue);
    assert!(quick.can_sharpen(quiz()));
    let begun = step(&quick, Action::Sharpen);
    assert_eq!(asked(&begun), Question::more(quiz()).first().copied());
    assert_eq!(step(&begun, Action::Back).stage, Stage::Finished);
    let offered = sharpened();
    assert_eq!(offered.stage, Stage::TaskOffered);
    assert_eq!(
        asked(&step(&offered, Action::Back)),
        Question::more(quiz()).last().copied()
    );
    assert_eq!(offered.answers.task, None);
}

#[test]
fn stopping_at_any_point_keeps_what_there_is() {
    let quick = step(&answer_all(3), Action::Continue);
    let begun = step(&quick, Action::Sharpen);
    let question = asked(&begun).expect("a question");
    let one = step(&step(&begun, Action::Choose(question, 4)), Action::Continue);
    let stopped = step(&one, Action::Finish);
    assert_eq!(stopped.stage, Stage::Finished);
    assert_eq!(question.chosen(quiz(), &stopped.answers), Some(4));
    let resumed = step(&stopped, Action::Sharpen);
    assert_eq!(asked(&resumed), asked(&one), "nothing is asked twice");

    let running = step(&sharpened(), Action::BeginTask(TaskForm::Untimed));
    let judged = step(&step(&running, Action::Judge(true)), Action::Judge(false));
    let stopped = step(&judged, Action::Finish);
    assert_eq!(stopped.stage, Stage::Finished);
    assert_eq!(stopped.answers.task, None, "too few to count");
    let resumed = step(&stopped, Action::Sharpen);
    assert_eq!((resumed.stage, resumed.run), (Stage::Tasking, judged.run));
    let enough = (0..20).fold(resumed, |session, _| step(&session, Action::Judge(true)));
    let task = enough.answers.task.expect("enough to count");
    assert_eq!(task.right() + task.wrong(), 22);
}

/// Found by review: the history led to a page whose buttons did nothing, and
/// around the questions to a result.
#[test]
fn no_way_leads_where_nothing_can_be_done() {
    let mut done = step(&sharpened(), Action::BeginTask(TaskForm::Timed));
    for probe in task::probes() {
        done = step(&done, Action::Judge(probe.is_sound()));
    }
    let first = Session::new(quiz());
    let quick = step(&answer_all(3), Action::Continue);
    let more = Stage::Asking {
        question: Question::more(quiz())[0],
        changing: false,
        unanswered: false,
    };
    let rows = [
        ("task again", &done, Stage::TaskOffered, Stage::Finished),
        ("in the task again", &done, Stage::Tasking, Stage::Finished),
        (
            "task with nothing said",
            &first,
            Stage::TaskOffered,
            Stage::Reviewing,
        ),
        (
            "result with nothing said",
            &first,
            Stage::Finished,
            Stage::Reviewing,
        ),
        ("more with nothing said", &first, more, Stage::Reviewing),
        ("more after the quick quiz", &quick, more, more),
        (
            "in the task without a form",
            &quick,
            Stage::Tasking,
            Stage::TaskOffered,
        ),
    ];
    for (name, session, wish, expected) in rows {
        assert_eq!(session.reachable(quiz(), wish), expected, "{name}");
    }
}

#[test]
fn the_task_ends_by_itself_and_leads_to_the_result() {
    let mut session = step(&sharpened(), Action::BeginTask(TaskForm::Timed));
    for probe in task::probes() {
        session = step(&session, Action::Judge(probe.is_sound()));
    }
    assert_eq!(session.stage, Stage::Finished);
    let outcome = session.answers.task.expect("an outcome");
    assert_eq!(
        (outcome.form, outcome.right(), outcome.wrong()),
        (TaskForm::Timed, 30, 0)
    );
    assert!(!session.can_sharpen(quiz()));
}

#[test]
fn the_longest_look_at_an_item_counts_and_no_pause_counts_for_much() {
    let mut session = answer_all(3);
    let ids: Vec<_> = quiz().item_ids().collect();
    assert_eq!(session.pace.seconds_per_item(), None);
    session = step(&session, Action::SpentOnItem(ids[4], 35));
    session = step(&session, Action::SpentOnItem(ids[1], 15));
    assert_eq!(
        session.step(quiz(), Action::SpentOnItem(ids[4], 1)),
        None,
        "a look back"
    );
    assert_eq!(
        session.step(quiz(), Action::SpentOnItem(ids[30], 9)),
        None,
        "not answered"
    );
    assert_eq!(session.pace.seconds_per_item(), Some(2.5));
    session = step(&session, Action::SpentOnItem(ids[1], 36_000));
    let mean = session.pace.seconds_per_item().expect("two items");
    assert!(mean < 10.0, "an hour's pause came to {mean} s an item");
}

#[test]
fn a_finished_quiz_can_be_built_from_answers() {
    let session = Session {
        answers: whole_quiz(5),
        stage: Stage::Finished,
        ..Session::new(quiz())
    };
    assert_eq!(session.first_unanswered(quiz()), None);
}
