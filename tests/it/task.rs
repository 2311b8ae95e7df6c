//! The checking task: fair, balanced, and the same for everyone.

use career_fit::answers::{TaskForm, TaskOutcome};
use career_fit::task::{ALL, CHARTS, PAIRS, Probe, Run, looks_alike, probes, probes_from, spelled};
use proptest::prelude::*;

use crate::support::quiz;

fn sound(probes: &[Probe]) -> usize {
    probes.iter().filter(|probe| probe.is_sound()).count()
}

/// What every seed must give.
fn check(probes: &[Probe]) {
    assert_eq!(probes.len(), ALL);
    let (pairs, charts) = probes.split_at(PAIRS);
    assert_eq!(sound(pairs), PAIRS / 2);
    assert_eq!(sound(charts), CHARTS / 2);
    for probe in pairs {
        let Probe::Pair(pair) = probe else {
            panic!("charts come last: {probe:?}");
        };
        let (one, other): (Vec<_>, Vec<_>) =
            (pair.one.chars().collect(), pair.other.chars().collect());
        assert_eq!(one.len(), other.len(), "{pair:?}");
        let differing: Vec<_> = one.iter().zip(&other).filter(|(a, b)| a != b).collect();
        assert_eq!(differing.len(), usize::from(!probe.is_sound()), "{pair:?}");
        for (a, b) in differing {
            assert!(!looks_alike(*a, *b), "{pair:?}");
            assert_eq!(a.is_ascii_digit(), b.is_ascii_digit(), "{pair:?}");
        }
    }
    for probe in charts {
        assert!(
            matches!(probe, Probe::Chart(chart) if chart.lines.len() == 4),
            "{probe:?}"
        );
    }
}

#[test]
fn the_task_is_balanced_and_fair() {
    check(&probes());
}

/// The strings as they are: a change of the generator changes the task, and
/// outcomes of two tasks do not compare.
#[test]
fn the_task_stays_what_it_is() {
    let path = "tests/it/data/task.txt";
    let found: String = probes()
        .iter()
        .map(|probe| match probe {
            Probe::Pair(pair) => format!("{} | {}\n", pair.one, pair.other),
            Probe::Chart(chart) => {
                let lines = chart
                    .lines
                    .iter()
                    .map(|line| format!("{}: {}", line.label, line.text));
                format!(
                    "{} ({})\n",
                    lines.collect::<Vec<_>>().join("; "),
                    chart.is_sound
                )
            }
        })
        .collect();
    if std::env::var_os("UPDATE_DATA").is_some() {
        std::fs::write(path, &found).expect("the file is writable");
    }
    assert_eq!(
        std::fs::read_to_string(path).expect("the file is there"),
        found
    );
}

#[test]
fn alike_means_alike() {
    let rows = [
        ('0', 'O'),
        ('1', 'l'),
        ('1', '7'),
        ('5', 'S'),
        ('8', 'B'),
        ('6', '8'),
        ('m', 'n'),
        ('u', 'v'),
        ('c', 'e'),
        ('a', 'A'),
        ('r', 'n'),
    ];
    for (one, other) in rows {
        assert!(
            looks_alike(one, other) && looks_alike(other, one),
            "{one} {other}"
        );
    }
    for (one, other) in [('1', '4'), ('2', '7'), ('a', 'i'), ('d', 'm')] {
        assert!(!looks_alike(one, other), "{one} {other}");
    }
}

#[test]
fn strings_are_spelled_character_by_character() {
    let rows = [
        ("K85.9", "capital K, 8, 5, point, 9"),
        ("03/14", "0, 3, slash, 1, 4"),
        ("Li, A", "capital L, i, comma, space, capital A"),
        ("1-2", "1, dash, 2"),
    ];
    for (text, expected) in rows {
        assert_eq!(spelled(text), expected);
    }
}

#[test]
fn two_different_strings_are_never_spelled_alike() {
    for probe in probes() {
        if let Probe::Pair(pair) = probe {
            assert_eq!(
                pair.one == pair.other,
                spelled(&pair.one) == spelled(&pair.other)
            );
        }
    }
}

#[test]
fn right_and_wrong_are_counted_to_the_end_and_no_further() {
    for (says, right, wrong) in [(true, 15, 15), (false, 15, 15)] {
        let mut run = Run::new(TaskForm::Timed);
        for _ in 0..ALL + 5 {
            run = run.judge(says);
        }
        let expected = TaskOutcome::new(TaskForm::Timed, right, wrong);
        assert_eq!(run.outcome(quiz()), expected);
        assert_eq!(run.next(), ALL);
    }
    let mut run = Run::new(TaskForm::Untimed);
    for probe in probes() {
        run = run.judge(probe.is_sound());
    }
    assert_eq!((run.right(), run.wrong()), (30, 0));
}

proptest! {
    #[test]
    fn every_seed_gives_a_fair_task(seed in any::<u64>()) {
        check(&probes_from(seed));
    }
}
