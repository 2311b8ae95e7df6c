//! Links and saved quizzes as an independent implementation writes them:
//! `data/links-v2.py`, which is made from the text of the format alone.

use career_fit::answers::{Answers, Response, StartAnswer, TaskForm};
use career_fit::charts::{Mood, Tally};
use career_fit::code::CodeError;
use career_fit::content::{Quiz, Stage as ItemStage};
use career_fit::fit::Headline;
use career_fit::session::{self, Question, Session, Stage, Subject};
use career_fit::share::{self, Charts, Link, Shared, Tallies};
use career_fit::task::{PairKind, ProbeKind};

use crate::support::quiz;

const ROWS: &str = include_str!("data/links-v2.tsv");

/// Links that were given away must open for as long as there is a version 2.
#[test]
fn links_of_version_2_are_read_and_written_alike() {
    for row in ROWS.lines().skip(1) {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (name, fragment, expected, appendix) = (cell(), cell(), cell(), cell());
        let is_saved = fragment.starts_with(['s', 'a']) && fragment[1..].starts_with('=');
        let read = if is_saved {
            session::restore(quiz(), fragment)
                .map(|session| (saved(&session), session::save(quiz(), &session)))
        } else {
            share::parse_link(quiz(), &[fragment, appendix].concat())
                .map(|read| (link(&read), share::print_link(quiz(), &read)))
        };
        match read {
            Ok((found, written)) => {
                assert_eq!(found, expected, "{name}: {fragment} is read");
                assert_eq!(written, fragment, "{name} is written");
            }
            Err(error) => assert_eq!(called(error), expected, "{name}: {fragment}"),
        }
        if is_saved {
            let as_link = share::parse_link(quiz(), fragment);
            assert_eq!(as_link, Err(CodeError::NotOurs), "{name} as a link");
        } else {
            let as_saved = session::restore(quiz(), fragment);
            assert_eq!(as_saved, Err(CodeError::NotOurs), "{name} as a quiz");
        }
    }
}

const fn called(error: CodeError) -> &'static str {
    match error {
        CodeError::NotOurs => "not ours",
        CodeError::Damaged => "damaged",
        CodeError::CutOff => "cut off",
        CodeError::Older => "older",
        CodeError::Newer => "newer",
    }
}

fn link(link: &Link) -> String {
    match link {
        Link::One(one) => shared(one),
        Link::WithOwn(one) => shared(one) + " | mine",
        Link::Two(one, other) => shared(one) + " | " + &shared(other),
    }
}

fn shared(shared: &Shared) -> String {
    match shared {
        Shared::Verdict(Headline { fit, low, high }) => format!("verdict {fit} {low} {high}"),
        Shared::Traits(Tallies { traits, task }) => {
            let tallies = traits.iter().map(|(_, tally)| match tally {
                Some(tally) => format!("{}/{}", tally.answered, tally.sum),
                None => "-".to_owned(),
            });
            let tallies: Vec<_> = tallies.collect();
            let task = judged(task.map(|task| (task.form, task.right(), task.wrong())));
            format!("traits {} task={task}", tallies.join(" "))
        }
        Shared::Answers(answers) => format!("answers {}", said(answers)),
        Shared::Everything(answers, told) => {
            format!("answers {} charts={}", said(answers), charts(told))
        }
        Shared::Observed(answers) => format!("observed items={}", items(answers, ItemStage::Quick)),
    }
}

fn saved(session: &Session) -> String {
    let about = match session.subject {
        Subject::Me => "me",
        Subject::Someone => "someone",
    };
    let (stage, place) = match session.stage {
        Stage::Asking {
            question, changing, ..
        } => {
            let place = Question::every(quiz()).iter().position(|q| *q == question);
            let stage = if changing { "changing" } else { "asking" };
            (stage, place.expect("a question of the quiz"))
        }
        Stage::Reviewing => ("reviewing", 0),
        Stage::Finished => ("finished", 0),
        Stage::TaskOffered => ("offered", 0),
        Stage::Tasking => ("tasking", 0),
    };
    let run = judged(session.run.map(|run| (run.form, run.right(), run.wrong())));
    let missed = PairKind::ALL.map(|kind| {
        let missed = session
            .run
            .map_or(0, |run| run.missed(ProbeKind::Pair(kind)));
        missed.to_string()
    });
    let times: Vec<_> = session.pace.items().iter().map(u8::to_string).collect();
    format!(
        "saved about={about} {} stage={stage}:{place} run={run} missed={} took={} times={}",
        said(&session.answers),
        missed.join(","),
        session.pace.task_took(),
        times.join(",")
    )
}

fn said(answers: &Answers) -> String {
    let quiz: &Quiz = quiz();
    let conditions = quiz.condition_ids().map(|id| match answers.condition(id) {
        None => '-',
        Some(stance) => ['f', 'h', 'n'][stance as usize],
    });
    let start = quiz.start_ids().map(|id| match answers.start(id) {
        None => '-',
        Some(StartAnswer::Declined) => 'd',
        Some(StartAnswer::Option(index)) => char::from(b'0' + index),
    });
    let task = answers.task;
    format!(
        "items={} conditions={} start={} task={} more={}",
        items(answers, ItemStage::Quick),
        conditions.collect::<String>(),
        start.collect::<String>(),
        judged(task.map(|task| (task.form, task.right(), task.wrong()))),
        items(answers, ItemStage::More)
    )
}

fn charts(told: &Charts) -> String {
    let Some(summary) = told.summary() else {
        return "newer".to_owned();
    };
    let charts = summary.charts.iter().map(|(number, compact)| {
        let Tally {
            found,
            wanted,
            unsupported,
        } = compact.tally;
        let another = match compact.another {
            None => '-',
            Some(Mood::Yes) => 'y',
            Some(Mood::Unsure) => '?',
            Some(Mood::No) => 'n',
        };
        format!("{number}:{found}/{wanted}+{unsupported}{another}")
    });
    charts.collect::<Vec<_>>().join(" ")
}

fn items(answers: &Answers, stage: ItemStage) -> String {
    let answer = |id| match answers.item(id) {
        None => '-',
        Some(Response::NotSure) => '?',
        Some(Response::Level(level)) => char::from(b'0' + level.number()),
    };
    quiz().stage_ids(stage).map(answer).collect()
}

fn judged(task: Option<(TaskForm, u8, u8)>) -> String {
    match task {
        None => "-".to_owned(),
        Some((TaskForm::Timed, right, wrong)) => format!("t{right}/{wrong}"),
        Some((TaskForm::Untimed, right, wrong)) => format!("u{right}/{wrong}"),
    }
}
