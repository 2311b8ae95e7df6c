//! The link: round trip, bounds, and every kind of damage.

use career_fit::answers::{Answers, TaskForm, TaskOutcome};
use career_fit::content::Stage;
use career_fit::session::{self, Session};
use career_fit::share::{self, Kind, ShareError, Shared, VERSION, Writer};
use proptest::prelude::*;

use crate::support::{any_answers, keyed, quiz, whole_quiz};

fn link(answers: Answers) -> String {
    share::print(quiz(), &Shared { answers })
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
                let overall = career_fit::fit::score(quiz(), &shared.answers).overall;
                overall.map_or("no fit".to_owned(), |overall| format!("{:.2}", overall.fit))
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

proptest! {
    #[test]
    fn what_is_printed_is_read(answers in any_answers()) {
        let shared = Shared { answers };
        let fragment = share::print(quiz(), &shared);
        prop_assert_eq!(share::parse(quiz(), &fragment), Ok(shared));
        prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_graphic()));
    }

    #[test]
    fn any_string_gives_an_answer(text in any::<String>()) {
        prop_assert!(share::parse(quiz(), &text).is_err());
        let with_prefix = ["r=", &text].concat();
        prop_assert!(share::parse(quiz(), &with_prefix).is_err());
    }

    #[test]
    fn any_symbols_give_an_answer(text in "r=[A-Za-z0-9_-]{0,70}") {
        prop_assert!(share::parse(quiz(), &text).is_err());
    }

    #[test]
    fn one_spelling_for_each_result(body in proptest::collection::vec(0..64u8, 0..40)) {
        let mut writer = Writer::default();
        body.iter().for_each(|symbol| writer.symbol(*symbol));
        let fragment = share::close(Kind::Result, writer);
        if let Ok(shared) = share::parse(quiz(), &fragment) {
            prop_assert_eq!(share::print(quiz(), &shared), fragment);
        }
    }

    #[test]
    fn a_link_without_starting_point_tells_nothing_of_it(answers in any_answers()) {
        let fragment = link(answers.without_start());
        let opened = share::parse(quiz(), &fragment).expect("our own link").answers;
        prop_assert!(quiz().start_ids().all(|id| opened.start(id).is_none()));
    }
}
