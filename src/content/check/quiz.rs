//! Rules of `quiz.json`.

use std::collections::BTreeMap;

use super::super::{Item, Quiz, Scoring, Stage, StartOptionId, StartQuestion, TraitId};
use super::{Found, floor, ids, weights};

/// Twenty words at the most keep an item to one idea.
const ITEM_WORDS: usize = 20;

/// The link code gives a starting-point answer one symbol out of eight:
/// unanswered, declined, and six options.
const START_OPTIONS: usize = 6;

pub fn quiz(quiz: &Quiz, found: &mut Found) {
    let traits = quiz.traits.iter().map(|(_, each)| (each.id, each.weight));
    weights(traits, "quiz.json: traits", found);
    for (id, each) in quiz.traits.iter() {
        let place = format!("quiz.json: traits: {}", id.code());
        floor(each.floor, &place, found);
        found.unless(
            each.gate.is_none() == each.held.is_empty(),
            &place,
            "what is said of its gate is missing, or there is no gate",
        );
    }
    items(&quiz.items, found);
    ids(
        "quiz.json: conditions",
        quiz.conditions.iter().map(|each| &each.id),
        found,
    );
    start(&quiz.start, found);
    scoring(&quiz.scoring, found);
}

fn items(items: &[Item], found: &mut Found) {
    let place = "quiz.json: items";
    ids(place, items.iter().map(|item| &item.id), found);
    let mut texts = BTreeMap::new();
    for item in items {
        let place = format!("{place}: {}", item.id);
        if let Some(other) = texts.insert(item.text.trim().to_lowercase(), &item.id) {
            found.add(&place, format!("the same text as {other}"));
        }
        let words = item.text.split_whitespace().count();
        found.unless(
            (1..=ITEM_WORDS).contains(&words),
            &place,
            format!("{words} words; 1 to {ITEM_WORDS} are allowed"),
        );
        found.unless(
            !item.facet.trim().is_empty(),
            &place,
            "what it asks about is missing",
        );
        found.unless(
            (item.stage == Stage::Quick) != item.other.is_empty(),
            &place,
            "words about somebody else are needed for quick items, and for no others",
        );
    }
    found.unless(
        items.is_sorted_by_key(|item| item.stage == Stage::More),
        place,
        "the quick items must stand before the rest",
    );
    for id in TraitId::ALL {
        balance(items, id, &format!("{place}: {}", id.code()), found);
    }
}

/// Both lengths of the quiz need reverse-keyed items, so that agreeing to
/// everything moves no trait to its end.
fn balance(items: &[Item], id: TraitId, place: &str, found: &mut Found) {
    let of_trait = || items.iter().filter(|item| item.trait_id == id);
    let (all, reversed) = (
        of_trait().count(),
        of_trait().filter(|i| i.reversed).count(),
    );
    let quick = || of_trait().filter(|item| item.stage == Stage::Quick);
    let (all_quick, reversed_quick) = (quick().count(), quick().filter(|i| i.reversed).count());
    found.unless(
        all_quick == 3,
        place,
        format!("{all_quick} quick items; three are needed"),
    );
    found.unless(
        (1..all_quick).contains(&reversed_quick),
        place,
        format!("{reversed_quick} of {all_quick} quick items reversed; the keys are unbalanced"),
    );
    found.unless(
        2 * reversed == all,
        place,
        format!("{reversed} of {all} items reversed; half are needed"),
    );
}

fn start(questions: &[StartQuestion], found: &mut Found) {
    let place = "quiz.json: start";
    ids(place, questions.iter().map(|each| &each.id), found);
    for (position, question) in questions.iter().enumerate() {
        let place = format!("{place}: {}", question.id);
        let options = question.options.len();
        found.unless(
            (2..=START_OPTIONS).contains(&options),
            &place,
            format!("{options} options; 2 to {START_OPTIONS} are allowed"),
        );
        ids(&place, question.options.iter().map(|each| &each.id), found);
        let earlier = |id: &StartOptionId| id.question.index() < position;
        found.unless(
            question.asked_of.iter().all(earlier),
            &place,
            "it is asked of those who chose options of a question that comes no earlier",
        );
    }
}

fn scoring(scoring: &Scoring, found: &mut Found) {
    // Taken apart in full, so that a new rule cannot stay unchecked.
    let Scoring {
        bands,
        gate,
        precision,
        task,
        answered_at_least,
        quality,
    } = scoring;
    let is_share = |value: f64| (0.0..=1.0).contains(&value);
    let rules = [
        (
            0.0 < bands.partial && bands.partial < bands.strong && bands.strong < 100.0,
            "the band cuts must rise inside 0 to 100",
        ),
        (
            (0.0..=100.0).contains(&gate.below) && (0.0..=bands.partial).contains(&gate.cap),
            "the gate must lie in 0 to 100 and its cap inside the low band",
        ),
        (
            is_share(precision.inter_item_correlation)
                && precision.prior_sd > 0.0
                && precision.z80 > 0.0,
            "the precision's numbers are out of range",
        ),
        (
            (task.self_report + task.task - 1.0).abs() < 1e-9,
            "self-report and task must sum to 1",
        ),
        (
            is_share(*answered_at_least),
            "answered_at_least is not a share",
        ),
        (
            0.0 < quality.hard_seconds
                && quality.hard_seconds < quality.soft_seconds
                && is_share(quality.spread)
                && quality.longest_run > 1,
            "the quality's numbers are out of range",
        ),
    ];
    for (holds, what) in rules {
        found.unless(holds, "quiz.json: scoring", what);
    }
}
