//! Scoring: the instrument's check figures, its formulas, its laws.

use career_fit::answers::{Answers, Level, Response, TaskForm, TaskOutcome};
use career_fit::content::{PerTrait, Stage, TraitId};
use career_fit::fit::quality::{self, Flag};
use career_fit::fit::{self, Band, combine, trait_score};
use proptest::prelude::*;

use crate::support::{any_answers, keyed, placed_at, profiles, quiz};

#[test]
fn ten_profiles_give_the_instruments_figures() {
    for profile in profiles() {
        let precision = &quiz().scoring.precision;
        let traits = PerTrait::from_fn(|id| Some(trait_score(precision, profile.levels[id], 9.0)));
        let overall = combine(quiz(), &traits).expect("all traits are scored");
        let name = profile.name;
        assert!(
            (overall.uncapped - profile.uncapped).abs() < 0.01,
            "{name}: {} before the gate, not {}",
            overall.uncapped,
            profile.uncapped
        );
        assert!(
            (overall.fit - profile.fit).abs() < 0.01,
            "{name}: {}, not {}",
            overall.fit,
            profile.fit
        );
        assert_eq!(!overall.gated.is_empty(), profile.gated, "{name}: gate");
    }
}

#[test]
fn ten_profiles_as_answers_keep_their_order() {
    let profiles = profiles();
    let fits = profiles.iter().map(|profile| {
        let overall = fit::score(quiz(), &placed_at(&profile.levels)).overall;
        (profile, overall.expect("all items are answered").fit)
    });
    let fits: Vec<_> = fits.collect();
    for pair in fits.windows(2) {
        let [(one, fit), (other, next)] = pair else {
            continue;
        };
        // Three are held at the cap, and there a tie is their order.
        let tied = one.fit <= other.fit;
        assert!(
            tied || fit >= next,
            "{}: {fit}, {}: {next}",
            one.name,
            other.name
        );
    }
}

/// The file that a researcher can pipe through the example.
#[test]
fn the_profiles_file_holds_the_ten_profiles_as_answers() {
    let expected: String = profiles()
        .iter()
        .map(|profile| {
            let answers = placed_at(&profile.levels);
            let cells: Vec<_> = quiz()
                .item_ids()
                .filter_map(|id| match answers.item(id)? {
                    Response::Level(level) => {
                        Some(format!("\"{}\":{}", quiz().item(id).id, level.number()))
                    }
                    Response::NotSure => None,
                })
                .collect();
            format!("{{\"answers\":{{{}}}}}\n", cells.join(","))
        })
        .collect();
    let path = "tests/it/data/profiles.jsonl";
    if std::env::var_os("UPDATE_DATA").is_some() {
        std::fs::write(path, &expected).expect("the file is writable");
    }
    let found = std::fs::read_to_string(path).expect("the file is there");
    assert!(found == expected, "{path} is stale; run with UPDATE_DATA=1");
}

#[test]
fn standard_errors_follow_from_the_number_of_items() {
    // α = n·.33 / (1 + (n − 1)·.33); SEM = 18·√(1 − α).
    let (three, four, six) = (11.4357, 10.4444, 9.0508);
    let quick = fit::score(quiz(), &keyed(Stage::Quick, 4));
    for (id, score) in quick.traits.iter() {
        let score = score.expect("every trait is scored");
        assert_eq!(score.score, 75.0, "{id:?}");
        assert!((score.sem - three).abs() < 1e-3, "{id:?}: {}", score.sem);
        assert!((score.high - (75.0 + 1.28 * three)).abs() < 2e-3, "{id:?}");
    }
    let mut full = keyed(Stage::Quick, 4);
    for id in quiz().stage_ids(Stage::More) {
        full.set_item(id, keyed(Stage::More, 4).item(id));
    }
    let full = fit::score(quiz(), &full);
    for (id, expected) in [(TraitId::T1, six), (TraitId::T5, four), (TraitId::T7, six)] {
        let sem = full.traits[id].expect("scored").sem;
        assert!((sem - expected).abs() < 1e-3, "{id:?}: {sem}");
    }
}

#[test]
fn two_of_three_score_a_trait_and_one_does_not() {
    for (not_sure, scored) in [(0, true), (1, true), (2, false), (3, false)] {
        let mut answers = keyed(Stage::Quick, 5);
        let ids = quiz()
            .item_ids()
            .filter(|id| quiz().item(*id).trait_id == TraitId::T7);
        for id in ids.take(not_sure) {
            answers.set_item(id, Some(Response::NotSure));
        }
        let fit = fit::score(quiz(), &answers);
        assert_eq!(
            fit.traits[TraitId::T7].is_some(),
            scored,
            "{not_sure} not sure"
        );
        let overall = fit.overall.expect("the other traits carry 0.8");
        assert!((overall.fit - 100.0).abs() < 1e-9, "{not_sure} not sure");
    }
}

/// The weight of these traits.
fn gone(traits: &[TraitId]) -> f64 {
    traits.iter().map(|id| quiz().traits[*id].weight).sum()
}

#[test]
fn too_little_weight_gives_no_fit() {
    let rows: [(&str, &[TraitId], bool); 4] = [
        ("nothing", &TraitId::ALL, false),
        ("T5 and T6 missing", &[TraitId::T5, TraitId::T6], true),
        ("T1 missing", &[TraitId::T1], true),
        ("T1 and T7 missing", &[TraitId::T1, TraitId::T7], false),
    ];
    for (name, missing, scored) in rows {
        let mut answers = keyed(Stage::Quick, 4);
        for id in quiz().item_ids() {
            if missing.contains(&quiz().item(id).trait_id) {
                answers.set_item(id, None);
            }
        }
        let overall = fit::score(quiz(), &answers).overall;
        assert_eq!(overall.is_ok(), scored, "{name}");
        if let Ok(overall) = overall {
            let goals = [TraitId::T5, TraitId::T6].map(|id| match missing.contains(&id) {
                true => 0.0,
                false => 0.05,
            });
            // Three of four count 75, and a goal with it counts 87.5.
            let goals = goals.iter().sum::<f64>() / (1.0 - gone(missing));
            let expected = (goals * 87.5f64.ln() + (1.0 - goals) * 75f64.ln()).exp();
            assert!(
                (overall.fit - expected).abs() < 1e-6,
                "{name}: weights sum to 1 again: {}, not {expected}",
                overall.fit
            );
        }
    }
}

/// Full marks for all but these traits, which get the lowest.
fn without(traits: &[TraitId]) -> Answers {
    let mut answers = keyed(Stage::Quick, 5);
    let lowest = keyed(Stage::Quick, 1);
    for id in quiz().stage_ids(Stage::Quick) {
        if traits.contains(&quiz().item(id).trait_id) {
            answers.set_item(id, lowest.item(id));
        }
    }
    answers
}

/// Patients can be given up, accuracy cannot: the fit without the cap is told for the first.
#[test]
fn the_gate_caps_and_names_its_traits() {
    use TraitId::{T1, T2, T5, T7};
    let rows: [(&[TraitId], &[TraitId], Option<bool>); 5] = [
        (&[], &[], None),
        (&[T2, T5], &[], None),
        (&[T1], &[T1], None),
        (&[T7], &[T7], Some(false)),
        (&[T1, T7], &[T1, T7], Some(true)),
    ];
    for (low, gated, capped_still) in rows {
        let overall = fit::score(quiz(), &without(low)).overall.expect("a fit");
        assert_eq!(overall.gated, gated, "{low:?}");
        let cap = if gated.is_empty() { 100.0 } else { 49.0 };
        assert_eq!(overall.fit, overall.uncapped.min(cap), "{low:?}");
        assert!(overall.high <= cap, "{low:?}");
        assert_eq!(
            overall.trade_off.is_some(),
            capped_still.is_some(),
            "{low:?}"
        );
        if let (Some(free), Some(capped_still)) = (overall.trade_off, capped_still) {
            let cap = if capped_still { 49.0 } else { 100.0 };
            assert_eq!(free.without_cap.fit, overall.uncapped.min(cap), "{low:?}");
            // All that is left of the others is full marks, but for accuracy in the last row.
            let others = free.others_alone.expect("they carry enough weight");
            assert_eq!(others.fit >= 99.9, !capped_still, "{low:?}: {others:?}");
            assert!(others.high <= cap, "{low:?}");
        }
    }
}

/// Who does not want to lead, or does not mind risk, is no worse a coder: with all else at 80, a
/// goal at 0 costs a point and not a band.
#[test]
fn a_goal_that_is_missing_costs_little() {
    let precision = &quiz().scoring.precision;
    for goal in [TraitId::T5, TraitId::T6] {
        let traits = PerTrait::from_fn(|id| {
            let level = if id == goal { 0.0 } else { 80.0 };
            Some(trait_score(precision, level, 9.0))
        });
        let overall = combine(quiz(), &traits).expect("all traits are scored");
        assert!(
            (overall.fit - 79.0).abs() < 0.5,
            "{goal:?}: {}",
            overall.fit
        );
    }
}

/// One option all the way says opposite things, so it lands in the middle: exactly there on both
/// scales' midpoints, and near it wherever else.
#[test]
fn one_option_all_the_way_is_no_fit() {
    for level in 1..=5 {
        for full in [false, true] {
            let mut answers = Answers::none(quiz());
            for id in quiz().item_ids() {
                if full || quiz().item(id).stage == Stage::Quick {
                    answers.set_item(id, Level::new(level).map(Response::Level));
                }
            }
            let overall = fit::score(quiz(), &answers).overall.expect("a fit");
            println!("level {level}, full {full}: {:.1}", overall.uncapped);
            assert!(
                overall.uncapped < 60.0,
                "level {level}: {}",
                overall.uncapped
            );
        }
    }
}

#[test]
fn the_task_enters_accuracy_from_fifteen_attempts_on() {
    let rows = [
        (14, 0, None),
        (15, 0, Some(100.0)),
        (24, 6, Some(60.0)),
        (10, 20, Some(0.0)),
    ];
    for (right, wrong, task) in rows {
        let mut answers = keyed(Stage::Quick, 3);
        answers.task = TaskOutcome::new(TaskForm::Timed, right, wrong);
        let score = fit::score(quiz(), &answers).traits[TraitId::T1].expect("scored");
        assert_eq!(score.parts.map(|parts| parts.task), task, "{right}/{wrong}");
        let expected = task.map_or(50.0, |task| 0.75 * 50.0 + 0.25 * task);
        assert!((score.score - expected).abs() < 1e-9, "{right}/{wrong}");
    }
}

/// One trait at the floor does not make the rest unsayable.
#[test]
fn a_trait_at_the_floor_keeps_the_range_finite() {
    for id in TraitId::ALL {
        let mut answers = keyed(Stage::Quick, 4);
        for item in quiz()
            .item_ids()
            .filter(|item| quiz().item(*item).trait_id == id)
        {
            let lowest = Level::new(1).map(|one| one.keyed(quiz().item(item).reversed));
            answers.set_item(item, lowest.map(Response::Level));
        }
        let overall = fit::score(quiz(), &answers).overall.expect("a fit");
        let share = overall.se / overall.uncapped;
        assert!(share < 0.32, "{id:?}: ± {:.0}%", 100.0 * share);
    }
}

/// Away from the floor the error is the instrument's formula, to the digit, and the range is 80%.
#[test]
fn the_error_is_the_delta_methods() {
    let precision = &quiz().scoring.precision;
    for level in [10.0, 25.0, 50.0, 75.0, 100.0] {
        let traits = PerTrait::from_fn(|_| Some(trait_score(precision, level, 9.0)));
        let overall = combine(quiz(), &traits).expect("all traits are scored");
        let squares = quiz().traits.iter().map(|(id, each)| {
            let goal = matches!(id, TraitId::T5 | TraitId::T6);
            let (value, sem) = if goal {
                (50.0 + level / 2.0, 4.5)
            } else {
                (level, 9.0)
            };
            (each.weight * sem / value).powi(2)
        });
        let expected = overall.uncapped * squares.sum::<f64>().sqrt();
        assert!(
            (overall.se - expected).abs() < 1e-9,
            "{level}: {}",
            overall.se
        );
        let half = 1.28 * expected;
        if overall.gated.is_empty() {
            assert!((overall.fit - overall.low - half).abs() < 1e-9, "{level}");
            assert!(
                (overall.high - (overall.fit + half).min(100.0)).abs() < 1e-9,
                "{level}"
            );
        }
    }
}

#[test]
fn seven_middling_traits_are_partial() {
    let overall = fit::score(quiz(), &keyed(Stage::Quick, 3))
        .overall
        .expect("a fit");
    assert_eq!(Band::of(&quiz().scoring.bands, overall.fit), Band::Partial);
}

#[test]
fn flags_are_raised_for_what_they_name() {
    let straight = |level: u8| {
        let mut answers = Answers::none(quiz());
        for id in quiz().stage_ids(Stage::Quick) {
            answers.set_item(id, Level::new(level).map(Response::Level));
        }
        answers
    };
    let rows = [
        ("consistent", keyed(Stage::Quick, 4), Some(5.0), vec![]),
        ("no time known", keyed(Stage::Quick, 4), None, vec![]),
        ("fast", keyed(Stage::Quick, 4), Some(1.9), vec![Flag::Fast]),
        (
            "too fast",
            keyed(Stage::Quick, 4),
            Some(0.9),
            vec![Flag::TooFast],
        ),
        ("all threes", straight(3), None, vec![Flag::OneOption]),
        (
            "all fives",
            straight(5),
            None,
            vec![Flag::OneOption, Flag::Contradiction],
        ),
    ];
    for (name, answers, seconds, expected) in rows {
        assert_eq!(
            quality::flags(quiz(), &answers, seconds),
            expected,
            "{name}"
        );
    }
}

proptest! {
    #[test]
    fn scores_and_ranges_stay_on_the_scale(answers in any_answers()) {
        let fit = fit::score(quiz(), &answers);
        for score in fit.traits.iter().filter_map(|(_, score)| score.as_ref()) {
            prop_assert!(0.0 <= score.low && score.low <= score.score);
            prop_assert!(score.score <= score.high && score.high <= 100.0);
        }
        if let Ok(overall) = fit.overall {
            prop_assert!(0.0 <= overall.low && overall.low <= overall.fit);
            prop_assert!(overall.fit <= overall.high && overall.high <= 100.0 + 1e-9);
            prop_assert!(overall.fit <= overall.uncapped);
            prop_assert!(overall.se >= 0.0);
        }
    }

    /// Another answer that agrees with those before makes a trait's range no
    /// wider.
    #[test]
    fn more_of_the_same_never_widens_a_range(level in 1..=5u8, count in 0..17usize) {
        let width = |answers: &Answers| {
            let fit = fit::score(quiz(), answers);
            PerTrait::from_fn(|id| fit.traits[id].map(|score| (score.sem, score.high - score.low)))
        };
        let mut answers = keyed(Stage::Quick, level);
        let more = keyed(Stage::More, level);
        for id in quiz().stage_ids(Stage::More).take(count) {
            answers.set_item(id, more.item(id));
        }
        let before = width(&answers);
        let next = quiz().stage_ids(Stage::More).nth(count).expect("17 items");
        answers.set_item(next, more.item(next));
        let after = width(&answers);
        for (id, before) in before.iter() {
            let (before, after) = (before.expect("scored"), after[id].expect("scored"));
            prop_assert!(after.0 <= before.0 + 1e-12 && after.1 <= before.1 + 1e-9, "{:?}", id);
        }
    }

    /// A better answer never lowers the fit. The gate can only let go, which
    /// raises it; `uncapped` shows the law without the gate.
    #[test]
    fn the_fit_never_falls_for_a_better_answer(
        answers in any_answers(),
        index in 0..38usize,
    ) {
        let id = quiz().item_ids().nth(index).expect("38 items");
        let reversed = quiz().item(id).reversed;
        if let Some(Response::Level(level)) = answers.item(id)
            && let Some(better) = Level::new(level.keyed(reversed).number() + 1)
        {
            let mut improved = answers.clone();
            improved.set_item(id, Some(Response::Level(better.keyed(reversed))));
            let before = fit::score(quiz(), &answers).overall;
            let after = fit::score(quiz(), &improved).overall;
            if let (Ok(before), Ok(after)) = (before, after) {
                prop_assert!(after.uncapped >= before.uncapped - 1e-9);
                prop_assert!(after.fit >= before.fit - 1e-9);
            }
        }
    }
}
