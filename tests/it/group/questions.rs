//! What stands out becomes a question for the conversation.

use career_fit::answers::Stance;
use career_fit::builtin::quiz;
use career_fit::content::{PerTrait, TraitId};
use career_fit::group::{Row, Spread, talk};
use career_fit::share::{Disclosure, Shared};

use super::row;
use crate::examples::quizzes::{careless, finished, levels, with_one_deal_breaker};

#[test]
fn what_stands_out_becomes_a_question() {
    let about = |row: &Row| -> Vec<String> {
        let questions = talk::with_person(quiz(), row).into_iter();
        questions.map(|question| question.about).collect()
    };
    let no = about(&row(&with_one_deal_breaker(), Disclosure::Answers));
    assert!(no[0].starts_with("Said no to "), "{no:?}");
    let low = about(&row(&levels(1, 1), Disclosure::Traits));
    assert!(
        low[0].starts_with("Furthest from what the work asks for: "),
        "{low:?}"
    );
    let held = about(&row(&careless(), Disclosure::Answers));
    assert!(held[0].starts_with("The result is held back"), "{held:?}");
    let verdict = about(&row(&levels(5, 5), Disclosure::Verdict));
    assert_eq!(verdict.len(), 1, "{verdict:?}");

    let rows = [1, 1, 5, 5].map(|level| row(&levels(level, level), Disclosure::Answers));
    let rows: Vec<_> = rows.iter().collect();
    let spreads = PerTrait::from_fn(|id| {
        Spread::of(rows.iter().filter_map(|row| Some(row.traits[id]?.score)))
    });
    let questions = talk::with_group(quiz(), &spreads, &rows);
    let apart: Vec<_> = questions.iter().map(|question| &*question.about).collect();
    assert!(apart[0].starts_with("You differ most on "), "{apart:?}");
    let alike = PerTrait::from_fn(|_| Spread::of([60, 60, 61].into_iter()));
    assert_eq!(talk::with_group(quiz(), &alike, &[]), []);
}

/// Whatever a person says no to becomes a question, and each has its own.
#[test]
fn every_condition_and_every_trait_has_its_questions() {
    let mut answers = finished().answers;
    for id in quiz().condition_ids() {
        answers.set_condition(id, Some(Stance::No));
    }
    let row = Row::of(quiz(), &Shared::Answers(answers)).expect("a row");
    let mut asked: Vec<_> = talk::with_person(quiz(), &row)
        .into_iter()
        .filter(|question| question.about.starts_with("Said no to "))
        .map(|question| question.ask)
        .collect();
    assert_eq!(asked.len(), quiz().condition_ids().count());
    let first = Spread::of([0, 50, 100].into_iter());
    for id in TraitId::ALL {
        let spreads = PerTrait::from_fn(|each| first.filter(|_| each == id));
        let questions = talk::with_group(quiz(), &spreads, &[]);
        let name = &quiz().traits[id].short;
        assert_eq!(questions[0].about, format!("You differ most on {name}."),);
        asked.push(questions[0].ask);
        for pull in [-9.0, 9.0] {
            let mut row = row.clone();
            row.conditions = None;
            row.pulls = PerTrait::from_fn(|each| (each == id).then_some(pull));
            let questions = talk::with_person(quiz(), &row);
            let mut about = questions
                .iter()
                .filter(|each| each.about.ends_with(&format!(": {name}.")));
            asked.push(about.next().expect("a question").ask);
        }
    }
    let all = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), all, "two ask the same");
}
