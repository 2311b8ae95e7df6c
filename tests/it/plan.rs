//! First next steps: rows of starting points.

use career_fit::answers::{Answers, StartAnswer};
use career_fit::builtin::content;
use career_fit::plan::first_steps;

use crate::support::quiz;

/// Answers that start where `"school=none hours=few"` says.
fn starting(at: &str) -> Answers {
    let mut answers = Answers::none(quiz());
    for pair in at.split_whitespace() {
        let (question, option) = pair.split_once('=').expect("question=option");
        let id = quiz()
            .start_ids()
            .find(|id| quiz().start_question(*id).id == question)
            .unwrap_or_else(|| panic!("no question {question}"));
        let options = &quiz().start_question(id).options;
        let answer = match options.iter().position(|each| each.id == option) {
            Some(index) => StartAnswer::Option(u8::try_from(index).expect("few options")),
            None if option == "declined" => StartAnswer::Declined,
            None => panic!("no option {option}"),
        };
        answers.set_start(id, Some(answer));
    }
    answers
}

/// Read by eye for sense, then kept.
#[test]
fn steps_follow_from_the_starting_point() {
    let path = "tests/it/data/first-steps.tsv";
    let kept = std::fs::read_to_string(path).expect("the file is there");
    let mut lines = kept.lines();
    let heading = lines.next().expect("a heading");
    let mut found = format!("{heading}\n");
    for line in lines {
        let at = line.split('\t').next().unwrap_or_default();
        let steps: Vec<_> = first_steps(content(), &starting(at))
            .iter()
            .map(|step| step.id.as_str())
            .collect();
        found += &format!("{at}\t{}\n", steps.join(" "));
    }
    if std::env::var_os("UPDATE_DATA").is_some() {
        std::fs::write(path, &found).expect("the file is writable");
    }
    for (kept, found) in kept.lines().zip(found.lines()) {
        assert_eq!(found, kept, "{path}");
    }
}

#[test]
fn everyone_gets_steps_and_the_truth_about_ai() {
    let ids = quiz().start_ids();
    for id in ids {
        for option in 0..quiz().start_question(id).options.len() {
            let mut answers = Answers::none(quiz());
            let option = u8::try_from(option).expect("few options");
            answers.set_start(id, Some(StartAnswer::Option(option)));
            let steps = first_steps(content(), &answers);
            assert!(steps.len() >= 2, "{id:?} {option}");
            let facts = steps.iter().flat_map(|step| &step.facts);
            assert!(
                facts
                    .into_iter()
                    .any(|fact| content().fact(*fact).id == "ai"),
                "{id:?} {option}"
            );
        }
    }
}
