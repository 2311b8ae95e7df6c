//! Quizzes at the places that examples need, each come to by what a reader does.

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm, TaskOutcome};
use career_fit::builtin::quiz;
use career_fit::content::{Stage as ItemStage, TraitId};
use career_fit::session::{Action, Question, Session, Stage, Subject};
use career_fit::task::{self, Probe};

fn act(session: &Session, action: Action) -> Session {
    let next = session.step(quiz(), action);
    next.unwrap_or_else(|| session.clone())
}

/// Answers questions from the one on the screen on, and goes on from each. `pick` is told the place
/// among them.
fn answer(session: Session, count: usize, pick: impl Fn(usize, Question) -> usize) -> Session {
    (0..count).fold(session, |session, place| {
        let Stage::Asking { question, .. } = session.stage else {
            return session;
        };
        let choose = Action::Choose(question, pick(place, question));
        act(&act(&session, choose), Action::Continue)
    })
}

fn last_option(question: Question) -> usize {
    question.options(quiz(), Subject::Me).len() - 1
}

/// Every question, in the order of asking.
pub fn questions() -> Vec<Question> {
    Question::all(quiz())
}

/// The questions about somebody else, in the order of asking.
pub fn seen_questions() -> Vec<Question> {
    Question::about(quiz(), Subject::Someone, &Answers::none(quiz()))
}

/// What is picked at the question with this place: answers differ, and now and then the last option
/// is taken, which is the way out.
pub fn pick(place: usize) -> usize {
    let last = last_option(questions()[place]);
    if place % 10 == 7 {
        last
    } else {
        (place * 2 + 3) % last
    }
}

/// What is picked at the question with this place among those that sharpen.
pub fn pick_more(place: usize) -> usize {
    (place * 3 + 1) % 5
}

/// What is picked at the question about somebody else with this place.
pub fn pick_seen(place: usize) -> usize {
    4 - pick(place).min(4)
}

/// A quiz whose first questions are answered, at the next one.
pub fn answered(count: usize) -> Session {
    answer(Session::new(quiz()), count, |place, _| pick(place))
}

/// A quiz at "Check your answers", with every answer.
pub fn checking() -> Session {
    answered(questions().len())
}

/// The same with only so many answers, as the browser's history may lead there.
pub fn checking_early(count: usize) -> Session {
    act(&answered(count), Action::Visit(Stage::Reviewing))
}

/// A quiz at its result.
pub fn finished() -> Session {
    act(&checking(), Action::Continue)
}

/// Somebody else's quiz at its result: the answers lie far from those of [`finished`], and no two
/// neighbours have the same one.
pub fn another() -> Session {
    finished_with(|place, question| (pick(place) + 2 + place % 2) % last_option(question))
}

/// A quiz at its result, whose every question got the last point of the scale.
pub fn careless() -> Session {
    finished_with(|_, question| last_option(question).saturating_sub(1).min(4))
}

/// A quiz at its result, in which the reader was not sure of any statement.
pub fn unsure() -> Session {
    finished_with(|_, question| match question {
        Question::Item(_) => last_option(question),
        Question::Condition(_) | Question::Start(_) => 0,
    })
}

/// A quiz at its result, with these two levels in turn, whatever is asked.
pub fn levels(one: u8, other: u8) -> Session {
    let mut session = finished();
    session.answers = whole_quiz(one);
    let answers = keyed(ItemStage::Quick, other);
    for id in quiz().stage_ids(ItemStage::Quick).skip(1).step_by(2) {
        session.answers.set_item(id, answers.item(id));
    }
    session
}

/// A quiz at its result, which every question of the second round has made firm enough for one
/// band.
pub fn partial() -> Session {
    let mut session = levels(2, 5);
    let more = keyed(ItemStage::More, 3);
    for id in quiz().stage_ids(ItemStage::More) {
        session.answers.set_item(id, more.item(id));
    }
    session
}

/// A quiz at its result, with a starting point and nothing that would ask for a test before a plan.
pub fn planning() -> Session {
    let mut session = finished();
    let suited = whole_quiz(4);
    for id in quiz().stage_ids(ItemStage::Quick) {
        session.answers.set_item(id, suited.item(id));
    }
    for id in quiz().condition_ids() {
        session.answers.set_condition(id, Some(Stance::Fine));
    }
    session
}

/// A quiz at its result, so torn that the range touches all three bands.
pub fn uncertain() -> Session {
    at_levels(5, &[(TraitId::T2, 2), (TraitId::T3, 2), (TraitId::T7, 3)])
}

/// A quiz at its result of somebody who wants patients close by, and would suit the work else.
pub fn wants_patients() -> Session {
    at_levels(4, &[(TraitId::T7, 2)])
}

/// A quiz at its result, with this level for every trait but for those that are named with theirs.
pub fn at_levels(level: u8, others: &[(TraitId, u8)]) -> Session {
    let mut session = levels(level, level);
    for (of, level) in others {
        let keyed = keyed(ItemStage::Quick, *level);
        for id in quiz().stage_ids(ItemStage::Quick) {
            if quiz().item(id).trait_id == *of {
                session.answers.set_item(id, keyed.item(id));
            }
        }
    }
    session
}

fn finished_with(pick: impl Fn(usize, Question) -> usize) -> Session {
    let all = answer(Session::new(quiz()), questions().len(), pick);
    act(&all, Action::Finish)
}

/// What an acquaintance answered about somebody, at "Check your answers".
pub fn observed_checking() -> Session {
    let new = Session::about(quiz(), Subject::Someone);
    answer(new, seen_questions().len(), |place, _| pick_seen(place))
}

/// The same, at the link to send back.
pub fn observed() -> Session {
    act(&observed_checking(), Action::Continue)
}

/// A quiz whose first question to sharpen the result is next.
pub fn sharpening() -> Session {
    act(&finished(), Action::Sharpen)
}

/// A quiz at the offer of the checking task.
pub fn task_offered() -> Session {
    let more = Question::more(quiz()).len();
    answer(sharpening(), more, |place, _| pick_more(place))
}

/// A quiz in which everything was done, with a slip in each kind of thing to judge.
pub fn with_slips() -> Session {
    let begun = act(&task_offered(), Action::BeginTask(TaskForm::Timed));
    let mut slipped = Vec::new();
    task::probes().iter().fold(begun, |session, probe| {
        let slips = !slipped.contains(&probe.kind());
        slipped.push(probe.kind());
        act(&session, Action::Judge(probe.is_sound() != slips))
    })
}

/// A quiz in the checking task, with so many judgements, none of them a slip.
pub fn judged(form: TaskForm, count: usize) -> Session {
    let begun = act(&task_offered(), Action::BeginTask(form));
    let probes = task::probes();
    probes.iter().take(count).fold(begun, |session, probe| {
        act(&session, Action::Judge(probe.is_sound()))
    })
}

/// A quiz in the checking task, at the first chart with a code in it.
pub fn at_chart(form: TaskForm) -> Session {
    let has_code = |probe: &Probe| match probe {
        Probe::Chart(chart) => chart
            .lines
            .iter()
            .any(|line| line.label.starts_with("Code")),
        Probe::Pair(_) => false,
    };
    let place = task::probes().iter().position(has_code);
    judged(form, place.expect("a chart with a code"))
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

/// A quiz at its result with "no" to a daily target, and all else fine.
pub fn with_one_deal_breaker() -> Session {
    let mut session = levels(3, 4);
    if let Some(target) = quiz().condition_ids().nth(2) {
        session.answers.set_condition(target, Some(Stance::No));
    }
    session
}

/// A quiz in which everything was done, and the range still crosses a cut.
pub fn on_the_edge() -> Session {
    let mut session = levels(3, 4);
    let more = keyed(ItemStage::More, 4);
    for id in quiz().stage_ids(ItemStage::More) {
        session.answers.set_item(id, more.item(id));
    }
    session.answers.task = TaskOutcome::new(TaskForm::Timed, 24, 6);
    session
}

/// The same level for every item of one stage as seen from its trait, so that reverse-keyed items
/// get the opposite option.
pub fn keyed(stage: ItemStage, level: u8) -> Answers {
    let mut answers = Answers::none(quiz());
    let level = Level::new(level).expect("a level");
    for id in quiz().stage_ids(stage) {
        let reversed = quiz().item(id).reversed;
        answers.set_item(id, Some(Response::Level(level.keyed(reversed))));
    }
    answers
}

/// A whole quick quiz, with every condition fine and every starting-point question declined.
pub fn whole_quiz(level: u8) -> Answers {
    let mut answers = keyed(ItemStage::Quick, level);
    for id in quiz().condition_ids() {
        answers.set_condition(id, Some(Stance::Fine));
    }
    for id in quiz().start_ids() {
        if answers.are_asked(quiz(), id) {
            answers.set_start(id, Some(StartAnswer::Declined));
        }
    }
    answers
}
