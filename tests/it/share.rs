//! The link: round trip, bounds, and every kind of damage.

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm, TaskOutcome};
use career_fit::content::{Stage, TraitId};
use career_fit::fit::{self, Headline};
use career_fit::session::{self, Session};
use career_fit::share::{self, Disclosure, Kind, Link, ShareError, Shared, VERSION, Writer};
use proptest::prelude::*;

use crate::support::{any_answers, keyed, quiz, whole_quiz};

const KINDS: [Kind; 4] = [Kind::Result, Kind::Traits, Kind::Verdict, Kind::Observed];

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

#[test]
fn links_stay_short() {
    let quick = link(whole_quiz(4));
    assert!(quick.len() <= 60, "quick: {}", quick.len());
    let mut full = whole_quiz(4);
    for id in quiz().stage_ids(Stage::More) {
        full.set_item(id, keyed(Stage::More, 4).item(id));
    }
    full.task = Some(TaskOutcome {
        form: TaskForm::Untimed,
        right: 28,
        wrong: 2,
    });
    let full = link(full);
    assert!(full.len() <= 90, "full: {}", full.len());
    println!(
        "fragment: {} characters quick, {} full",
        quick.len(),
        full.len()
    );
}

/// Links that were given away must open for as long as there is a version 1.
#[test]
fn links_of_version_1_open_for_good() {
    for row in include_str!("data/links-v1.tsv").lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, fragment, expected] = cells[..] else {
            panic!("three cells in {row:?}");
        };
        let found = match share::parse(quiz(), fragment) {
            Ok(shared) => {
                assert_eq!(
                    Some(share::print(quiz(), &shared).as_str()),
                    fragment.split(['.', '&']).next(),
                    "{name}: one spelling"
                );
                match (&shared, shared.fit(quiz())) {
                    (Shared::Verdict(Headline { fit, low, high }), _) => {
                        format!("{fit} ({low} to {high})")
                    }
                    (_, Some(fit)) => fit
                        .overall
                        .map_or("no fit".to_owned(), |overall| format!("{:.2}", overall.fit)),
                    (_, None) => "no scores".to_owned(),
                }
            }
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn every_changed_character_is_noticed() {
    let fragment = link(whole_quiz(4));
    for place in 2..fragment.len() {
        for other in (0x20..0x7f_u8).map(char::from) {
            let mut changed: Vec<char> = fragment.chars().collect();
            if changed[place] == other {
                continue;
            }
            changed[place] = other;
            let changed: String = changed.into_iter().collect();
            let error = share::parse(quiz(), &changed);
            assert!(
                matches!(error, Err(ShareError::Damaged | ShareError::CutOff)),
                "{changed}: {error:?}"
            );
        }
    }
}

/// Apps hang things on to links; none of it is in the alphabet.
#[test]
fn what_apps_hang_on_to_links_does_no_harm() {
    let fragment = link(whole_quiz(4));
    let plain = share::parse(quiz(), &fragment);
    for tail in ["&fbclid=abc", ".", ")", ").", "%20", "&", ", "] {
        let found = share::parse(quiz(), &[&fragment, tail].concat());
        assert_eq!(found, plain, "{tail:?}");
    }
}

#[test]
fn a_missing_end_is_called_so() {
    let fragment = link(whole_quiz(2));
    for end in 2..fragment.len() {
        let error = share::parse(quiz(), &fragment[..end]);
        assert_eq!(error, Err(ShareError::CutOff), "{}", &fragment[..end]);
    }
}

#[test]
fn an_intact_code_that_no_quiz_makes_is_not_ours() {
    let rows: [(&str, &[u8]); 5] = [
        ("no body", &[]),
        ("unknown parts", &[8]),
        (
            "parts said and not there",
            &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ),
        (
            "a pair of items beyond 48",
            &[0, 63, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ),
        (
            "something left over",
            &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ),
    ];
    for (name, symbols) in rows {
        let mut body = Writer::default();
        symbols.iter().for_each(|symbol| body.symbol(*symbol));
        let fragment = share::close(Kind::Result, body);
        let error = share::parse(quiz(), &fragment);
        assert_eq!(error, Err(ShareError::NotOurs), "{name}: {fragment}");
    }
}

#[test]
fn a_saved_quiz_is_no_link_and_a_link_no_saved_quiz() {
    let session = Session::new(quiz());
    let saved = session::save(quiz(), &session);
    let as_link = saved.replacen("s=", "r=", 1);
    assert_eq!(share::parse(quiz(), &as_link), Err(ShareError::Damaged));
    assert_eq!(share::parse(quiz(), &saved), Err(ShareError::NotOurs));
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

/// Read by hand, symbol by symbol, without the code that reads links.
#[test]
fn links_of_each_level_are_as_described() {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let symbols = |fragment: &str| -> Vec<usize> {
        let code = fragment[2..].chars();
        code.map(|c| ALPHABET.find(c).expect("in the alphabet"))
            .collect()
    };
    let mut answers = whole_quiz(4);
    answers.task = TaskOutcome::new(TaskForm::Untimed, 25, 5);
    let print = |level| {
        share::print(
            quiz(),
            &Shared::of(quiz(), &answers, level).expect("a result"),
        )
    };
    let verdict = print(Disclosure::Verdict);
    let overall = fit::score(quiz(), &answers).overall.expect("a fit");
    let found = symbols(&verdict);
    assert!(
        verdict.starts_with("v=") && found.len() == 1 + 6 + 5,
        "{verdict}"
    );
    let numbers: Vec<_> = found[1..7]
        .chunks(2)
        .map(|two| two[0] * 64 + two[1])
        .collect();
    let near = |number: usize, score: f64| (number as f64 - score).abs() <= 1.0;
    assert!(near(numbers[0], overall.fit), "{numbers:?} {overall:?}");
    assert!(near(numbers[1], overall.low), "{numbers:?} {overall:?}");
    assert!(near(numbers[2], overall.high), "{numbers:?} {overall:?}");

    let traits = print(Disclosure::Traits);
    let found = symbols(&traits);
    assert!(
        traits.starts_with("t=") && found.len() == 1 + 17 + 5,
        "{traits}"
    );
    // Three answers at 4 for each of the seven, then the task.
    assert_eq!(found[1..15], [3, 12].repeat(7));
    assert_eq!(found[15..18], [2, 25, 5]);

    let observed = Shared::Observed(keyed(Stage::Quick, 4));
    let found = symbols(&share::print(quiz(), &observed));
    assert_eq!(found.len(), 1 + 11 + 5);
    let items: Vec<_> = found[1..12]
        .iter()
        .flat_map(|symbol| [symbol % 7, symbol / 7])
        .collect();
    for (id, digit) in quiz().stage_ids(Stage::Quick).zip(items) {
        let said = if quiz().item(id).reversed { 2 } else { 4 };
        assert_eq!(digit, said);
    }
}

#[test]
fn the_scores_of_a_trait_link_are_the_scores_of_the_answers() {
    let mut answers = whole_quiz(4);
    answers.task = TaskOutcome::new(TaskForm::Timed, 28, 2);
    let traits = Shared::of(quiz(), &answers, Disclosure::Traits).expect("scores");
    assert_eq!(traits.fit(quiz()), Some(fit::score(quiz(), &answers)));
}

#[test]
fn two_results_share_one_address() {
    let one = Shared::of(quiz(), &whole_quiz(2), Disclosure::Traits).expect("scores");
    let other = Shared::of(quiz(), &whole_quiz(5), Disclosure::Verdict).expect("a fit");
    for link in [
        Link::One(one.clone()),
        Link::WithOwn(one.clone()),
        Link::Two(one, other),
    ] {
        let fragment = share::print_link(quiz(), &link);
        for tail in ["", ".", "&utm=1"] {
            let text = [&fragment, tail].concat();
            assert_eq!(
                share::parse_link(quiz(), &text).as_ref(),
                Ok(&link),
                "{text}"
            );
        }
    }
}

#[test]
fn scores_that_no_answers_give_are_refused() {
    let rows: [(&str, Kind, &[u8]); 6] = [
        ("a sum too low", Kind::Traits, &[3, 2]),
        ("a sum too high", Kind::Traits, &[3, 16]),
        ("one answer alone", Kind::Traits, &[1, 3]),
        ("more answers than items", Kind::Traits, &[7, 20]),
        ("a range upside down", Kind::Verdict, &[1, 0, 1, 10, 0, 60]),
        ("more than 100", Kind::Verdict, &[1, 0, 0, 60, 1, 50]),
    ];
    for (name, kind, symbols) in rows {
        let whole = if kind == Kind::Traits { 17 } else { 6 };
        let mut body = Writer::default();
        let padded = symbols.iter().chain([&0; 17]).take(whole);
        padded.for_each(|symbol| body.symbol(*symbol));
        let fragment = share::close(kind, body);
        assert_eq!(
            share::parse(quiz(), &fragment),
            Err(ShareError::NotOurs),
            "{name}"
        );
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read(answers in any_answers()) {
        let observed = Shared::Observed(quick_items(&answers));
        let told = LEVELS.map(|level| Shared::of(quiz(), &answers, level));
        for shared in told.into_iter().flatten().chain([observed]) {
            let fragment = share::print(quiz(), &shared);
            prop_assert_eq!(share::parse(quiz(), &fragment), Ok(shared));
            prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_graphic()));
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
    fn any_symbols_give_an_answer(text in "[rtvo]=[A-Za-z0-9_-]{0,70}") {
        prop_assert!(share::parse(quiz(), &text).is_err());
    }

    #[test]
    fn one_spelling_for_each_result(body in proptest::collection::vec(0..64u8, 0..40)) {
        let mut writer = Writer::default();
        body.iter().for_each(|symbol| writer.symbol(*symbol));
        for kind in KINDS {
        let fragment = share::close(kind, writer.clone());
        if let Ok(shared) = share::parse(quiz(), &fragment) {
            prop_assert_eq!(share::print(quiz(), &shared), fragment);
        }
        }
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
