//! What several tests need.

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm, TaskOutcome};
pub use career_fit::builtin::quiz;
use career_fit::charts::{Compact, Summary};
use career_fit::code::{self, CodeError, Kind, Writer};
use career_fit::content::{PerTrait, TraitId};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

pub use crate::examples::quizzes::{keyed, whole_quiz};

/// Any answers that a person can give, in whole or in part.
pub fn any_answers() -> impl Strategy<Value = Answers> {
    let quiz = quiz();
    let item = prop_oneof![
        2 => Just(None),
        1 => Just(Some(Response::NotSure)),
        12 => (1..=5u8).prop_map(|number| Level::new(number).map(Response::Level)),
    ];
    let stance = option::of(prop::sample::select(Stance::ALL.to_vec()));
    let start = option::of(prop_oneof![
        Just(StartAnswer::Declined),
        (0..3u8).prop_map(StartAnswer::Option),
    ]);
    let task = option::of((any::<bool>(), 0..=30u8, 0..=30u8));
    (
        vec(item, quiz.items.len()),
        vec(stance, quiz.conditions.len()),
        vec(start, quiz.start.len()),
        task,
    )
        .prop_map(|(items, conditions, start, task)| {
            let mut answers = Answers::none(quiz);
            for (id, response) in quiz.item_ids().zip(items) {
                answers.set_item(id, response);
            }
            for (id, stance) in quiz.condition_ids().zip(conditions) {
                answers.set_condition(id, stance);
            }
            for (id, answer) in quiz.start_ids().zip(start) {
                answers.set_start(id, answer);
            }
            answers.task = task.and_then(|(timed, right, wrong)| {
                let form = if timed {
                    TaskForm::Timed
                } else {
                    TaskForm::Untimed
                };
                TaskOutcome::new(form, right, wrong)
            });
            answers
        })
}

/// How any charts can have gone, as a device can keep it.
pub fn any_charts() -> impl Strategy<Value = Summary> {
    let chart = (1..=63_u8, any::<[u8; 2]>()).prop_filter_map("a chart", |(number, symbols)| {
        Some((
            number,
            Compact::from_symbols(symbols.map(|symbol| symbol % 64))?,
        ))
    });
    vec(chart, 0..6).prop_map(|charts| Summary { charts })
}

/// Answers to all items whose trait scores come as near to the levels as six
/// (or four) items allow.
pub fn placed_at(levels: &PerTrait<f64>) -> Answers {
    let mut answers = Answers::none(quiz());
    for (trait_id, level) in levels.iter() {
        let ids: Vec<_> = quiz()
            .item_ids()
            .filter(|id| quiz().item(*id).trait_id == trait_id)
            .collect();
        let count = u8::try_from(ids.len()).expect("few items");
        let total = (f64::from(count) * (1.0 + level / 25.0)).round() as u8;
        for (index, id) in (0..count).zip(ids) {
            let keyed = total / count + u8::from(index < total % count);
            let level = Level::new(keyed).expect("a level");
            let reversed = quiz().item(id).reversed;
            answers.set_item(id, Some(Response::Level(level.keyed(reversed))));
        }
    }
    answers
}

/// The ten check profiles of the instrument.
pub struct Profile {
    pub name: &'static str,
    pub levels: PerTrait<f64>,
    pub uncapped: f64,
    pub fit: f64,
    pub gated: bool,
}

pub fn profiles() -> Vec<Profile> {
    include_str!("data/profiles.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let number = |index: usize| cells[index].parse::<f64>().expect("a number");
            Profile {
                name: cells[0],
                levels: PerTrait::from_fn(|id: TraitId| number(1 + id as usize)),
                uncapped: number(8),
                fit: number(9),
                gated: cells[10] == "gated",
            }
        })
        .collect()
}

/// Changes a code's symbols here and there and seals them anew, so that only what
/// they say can be refused. Whatever is read must be written the same.
pub fn check_spellings(good: &str, respell: impl Fn(&str) -> Result<String, CodeError>) {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let kind = Kind::of(good).expect("a code");
    let symbol = |character| ALPHABET.find(character).expect("a symbol") as u8;
    let body: Vec<u8> = good[5..good.len() - 5].chars().map(symbol).collect();
    let mut rng = fastrand::Rng::with_seed(1);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..4000 {
        let mut changed = body.clone();
        for _ in 0..rng.usize(1..=2) {
            // Also where the last symbols are not written because they are 0.
            let place = rng.usize(..body.len() + 2);
            changed.resize(changed.len().max(place + 1), 0);
            changed[place] = rng.u8(..64);
        }
        let mut writer = Writer::default();
        changed.iter().for_each(|symbol| writer.symbol(*symbol));
        let text = code::close(kind, writer);
        match respell(&text) {
            Ok(again) => {
                assert_eq!(again, text, "one spelling");
                read += 1;
            }
            Err(error) => {
                assert_eq!(error, CodeError::NotOurs, "{text}");
                refused += 1;
            }
        }
    }
    assert!(read > 40 && refused > 40, "{good}: {read}, {refused}");
}
