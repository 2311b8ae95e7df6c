//! The link: round trip, bounds, and how much it holds. `vectors.rs` has the format
//! and every kind of damage.

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm, TaskOutcome};
use career_fit::charts::{Compact, Mood, Summary, Tally};
use career_fit::code::{self, CodeError, Kind, VERSION, Writer};
use career_fit::content::{Stage, TraitId};
use career_fit::fit;
use career_fit::session::Question;
use career_fit::share::{self, Disclosure, Shared};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::{any_answers, any_charts, check_spellings, keyed, quiz, whole_quiz};

const LEVELS: [Disclosure; 4] = [
    Disclosure::Verdict,
    Disclosure::Traits,
    Disclosure::Answers,
    Disclosure::AnswersAndStart,
];

fn link(answers: Answers) -> String {
    share::print(quiz(), &Shared::Answers(answers))
}

/// The answers to the quick items and nothing else.
fn quick_items(answers: &Answers) -> Answers {
    let mut quick = Answers::none(quiz());
    for id in quiz().stage_ids(Stage::Quick) {
        quick.set_item(id, answers.item(id));
    }
    quick
}

#[test]
fn the_version_is_the_quizs_edition() {
    assert_eq!(VERSION, quiz().edition);
}

/// What the content asks has room in the code.
#[test]
fn the_quiz_fits_the_code() {
    for question in &quiz().start {
        // Radix 8, less "none" and "declined".
        assert!(question.options.len() <= 6, "{}", question.id);
    }
    for id in TraitId::ALL {
        let items = quiz().items.iter().filter(|item| item.trait_id == id);
        // A sum of fives is one symbol.
        assert!(5 * items.count() < 64, "{id:?}");
    }
    assert!(Question::every(quiz()).len() <= 64);
}

/// These charts, each with one of its two codes found.
fn charts(numbers: impl IntoIterator<Item = u8>) -> Summary {
    let compact = Compact {
        tally: Tally {
            found: 1,
            wanted: 2,
            unsupported: 1,
        },
        another: Some(Mood::Yes),
    };
    Summary {
        charts: numbers
            .into_iter()
            .map(|number| (number, compact))
            .collect(),
    }
}

#[test]
fn links_stay_short() {
    let mut full = whole_quiz(4);
    for id in quiz().stage_ids(Stage::More) {
        full.set_item(id, keyed(Stage::More, 4).item(id));
    }
    full.task = TaskOutcome::new(TaskForm::Untimed, 28, 2);
    let quick = whole_quiz(4);
    let rows = [
        ("verdict", &full, Disclosure::Verdict, 16),
        ("scores", &full, Disclosure::Traits, 26),
        ("quick", &quick, Disclosure::Answers, 23),
        ("quick and start", &quick, Disclosure::AnswersAndStart, 26),
        ("full", &full, Disclosure::Answers, 37),
        ("full and start", &full, Disclosure::AnswersAndStart, 37),
    ];
    for (name, answers, level, length) in rows {
        let shared = Shared::of(quiz(), answers, level).expect("a result");
        let fragment = share::print(quiz(), &shared);
        assert_eq!(fragment.len(), length, "{name}: {fragment}");
    }
    for (name, charts, length) in [
        ("no chart", charts([]), 37),
        ("four charts", charts(1..=4), 46),
        ("all that there is room for", charts(1..=63), 118),
    ] {
        let fragment = share::print(quiz(), &Shared::everything(&full, &charts));
        assert_eq!(fragment.len(), length, "{name}: {fragment}");
    }
}

/// Whoever reads a link is told of each chart once, and never in which order they were done.
#[test]
fn charts_are_told_in_the_order_of_their_numbers() {
    let answers = whole_quiz(4);
    for (kept, told) in [
        (vec![], None),
        (vec![64], None),
        (vec![3], Some(charts([3]))),
        (vec![4, 2, 41, 2, 0], Some(charts([2, 4]))),
    ] {
        let shared = Shared::everything(&answers, &charts(kept.clone()));
        let summary = shared.charts().map(|charts| charts.summary());
        assert_eq!(summary, told.as_ref().map(Some), "{kept:?}");
        assert_eq!(shared.answers(), Some(&answers), "{kept:?}");
    }
}

/// What is told at one level is all that can be read from the link: answers
/// that differ in anything else give the same link.
#[test]
fn a_link_holds_no_more_than_its_level_says() {
    let mut answers = whole_quiz(4);
    answers.task = TaskOutcome::new(TaskForm::Timed, 25, 5);
    let print = |answers: &Answers, level| {
        share::print(
            quiz(),
            &Shared::of(quiz(), answers, level).expect("a result"),
        )
    };
    // Two answers of one trait change places, as do conditions and the start.
    let mut swapped = answers.clone();
    let accuracy: Vec<_> = quiz()
        .stage_ids(Stage::Quick)
        .filter(|id| quiz().item(*id).trait_id == TraitId::T1 && !quiz().item(*id).reversed)
        .collect();
    let level = |number| Level::new(number).map(Response::Level);
    answers.set_item(accuracy[0], level(5));
    answers.set_item(accuracy[1], level(3));
    swapped.set_item(accuracy[0], level(3));
    swapped.set_item(accuracy[1], level(5));
    for id in quiz().condition_ids() {
        swapped.set_condition(id, Some(Stance::No));
    }
    for id in quiz().start_ids() {
        swapped.set_start(id, Some(StartAnswer::Option(1)));
    }
    for level in [Disclosure::Verdict, Disclosure::Traits] {
        assert_eq!(print(&answers, level), print(&swapped, level), "{level:?}");
    }
    assert_ne!(
        print(&answers, Disclosure::Answers),
        print(&swapped, Disclosure::Answers)
    );
    // Another trait lower and one higher, with the same fit as it is shown.
    let headline = |answers: &Answers| {
        let shared = Shared::of(quiz(), answers, Disclosure::Verdict).expect("a fit");
        shared.headline(quiz()).expect("a fit")
    };
    let mut other = swapped.clone();
    let goal = |id: TraitId| {
        let mut ids = quiz().stage_ids(Stage::Quick);
        ids.find(|item| quiz().item(*item).trait_id == id && !quiz().item(*item).reversed)
    };
    other.set_item(goal(TraitId::T5).expect("an item"), level(5));
    other.set_item(goal(TraitId::T6).expect("an item"), level(3));
    assert_eq!(headline(&other), headline(&swapped), "the same to the eye");
    assert_eq!(
        print(&other, Disclosure::Verdict),
        print(&swapped, Disclosure::Verdict)
    );
    assert_ne!(
        print(&other, Disclosure::Traits),
        print(&swapped, Disclosure::Traits)
    );
}

#[test]
fn the_scores_of_a_trait_link_are_the_scores_of_the_answers() {
    let mut answers = whole_quiz(4);
    answers.task = TaskOutcome::new(TaskForm::Timed, 28, 2);
    let traits = Shared::of(quiz(), &answers, Disclosure::Traits).expect("scores");
    assert_eq!(traits.fit(quiz()), Some(fit::score(quiz(), &answers)));
}

/// Symbols that are nearly a result's, under a right seal.
#[test]
fn each_result_has_one_spelling() {
    let mut full = whole_quiz(4);
    full.set_item(quiz().stage_ids(Stage::More).next().expect("one"), None);
    full.task = TaskOutcome::new(TaskForm::Untimed, 28, 2);
    let told = LEVELS.map(|level| Shared::of(quiz(), &full, level));
    let shared = told.into_iter().flatten();
    let others = [
        Shared::Observed(keyed(Stage::Quick, 2)),
        Shared::everything(&full, &charts([1, 3])),
    ];
    for shared in shared.chain(others) {
        check_spellings(&share::print(quiz(), &shared), |text| {
            let shared = share::parse(quiz(), text)?;
            Ok(share::print(quiz(), &shared))
        });
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read(answers in any_answers(), charts in any_charts()) {
        let others = [
            Shared::Observed(quick_items(&answers)),
            Shared::everything(&answers, &charts),
        ];
        let told = LEVELS.map(|level| Shared::of(quiz(), &answers, level));
        for shared in told.into_iter().flatten().chain(others) {
            let fragment = share::print(quiz(), &shared);
            prop_assert_eq!(share::parse(quiz(), &fragment), Ok(shared));
            prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }

    /// Whatever a newer version writes behind the answers, they are read, and the link is passed
    /// on as it is.
    #[test]
    fn what_a_newer_version_tells_of_charts_costs_nothing_else(
        answers in any_answers(),
        form in 1..64_u8,
        told in vec(0..64_u8, 0..90),
    ) {
        let mut body = Writer::default();
        code::write_answers(quiz(), &answers, &mut body);
        body.symbol(form);
        told.iter().for_each(|symbol| body.symbol(*symbol));
        let fragment = code::close(Kind::Result, body);
        let read = share::parse(quiz(), &fragment);
        if form == 1 && told.iter().all(|symbol| *symbol == 0) {
            prop_assert_eq!(read, Err(CodeError::NotOurs));
        } else {
            let shared = read.expect("answers");
            prop_assert_eq!(shared.answers(), Some(&answers));
            prop_assert_eq!(share::print(quiz(), &shared), fragment);
            let summary = shared.charts().expect("charts").summary();
            prop_assert!(summary.is_none() || form == 1);
            let most = summary.map_or(0, |summary| summary.charts.len());
            prop_assert!(most <= 40);
        }
    }

    #[test]
    fn any_string_gives_an_answer(text in any::<String>()) {
        prop_assert!(share::parse(quiz(), &text).is_err());
        let with_prefix = ["r=", &text].concat();
        prop_assert!(share::parse(quiz(), &with_prefix).is_err());
        prop_assert!(share::parse_link(quiz(), &[&with_prefix, "/", &text].concat()).is_err());
    }

    #[test]
    fn a_link_without_starting_point_tells_nothing_of_it(answers in any_answers()) {
        let fragment = link(answers.without_start());
        let Ok(Shared::Answers(opened)) = share::parse(quiz(), &fragment) else {
            panic!("our own link");
        };
        prop_assert!(quiz().start_ids().all(|id| opened.start(id).is_none()));
    }
}
