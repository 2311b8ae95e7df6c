//! The checking task: fair, balanced, and the same for everyone.

use career_fit::answers::{TaskForm, TaskOutcome};
use career_fit::task::{
    ALL, PAIRS, Pair, PairKind, Probe, ProbeKind, Run, looks_alike, probes, probes_from, spelled,
};
use proptest::prelude::*;

use crate::support::quiz;

fn sound(probes: &[Probe]) -> usize {
    probes.iter().filter(|probe| probe.is_sound()).count()
}

/// What every seed must give.
fn check(probes: &[Probe]) {
    assert_eq!(probes.len(), ALL);
    let (pairs, charts) = probes.split_at(PAIRS);
    for (place, probe) in pairs.iter().enumerate() {
        let Probe::Pair(pair) = probe else {
            panic!("charts come last: {probe:?}");
        };
        assert_eq!(
            pair.kind,
            PairKind::ALL[place / 8],
            "the pairs grow: {pair:?}"
        );
        check_pair(pair);
    }
    for kind in ProbeKind::ALL {
        let of_kind = probes.iter().filter(|probe| probe.kind() == kind);
        let of_kind: Vec<_> = of_kind.cloned().collect();
        assert_eq!(of_kind.len(), usize::from(kind.count()), "{kind:?}");
        assert_eq!(2 * sound(&of_kind), of_kind.len(), "{kind:?}");
    }
    for probe in charts {
        assert!(
            matches!(probe, Probe::Chart(chart) if chart.lines.len() == 4),
            "{probe:?}"
        );
    }
}

/// What a pair of its kind must be.
fn check_pair(pair: &Pair) {
    let (one, other) = (&*pair.one, &*pair.other);
    let lines = one.lines().count();
    match pair.kind {
        PairKind::Short => assert!(lines == 1 && one.len() < 12, "{pair:?}"),
        PairKind::Long => assert!(lines == 1 && one.len() >= 12, "{pair:?}"),
        PairKind::TwoLines => assert_eq!(lines, 2, "{pair:?}"),
    }
    if one == other {
        return;
    }
    if pair.kind == PairKind::Long {
        let (one, other) = (plain(one), plain(other));
        assert!(one == other || swapped(pair), "{pair:?}");
        return;
    }
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    assert_eq!(one.len(), other.len(), "{pair:?}");
    let differing: Vec<_> = one.iter().zip(&other).filter(|(a, b)| a != b).collect();
    assert_eq!(differing.len(), 1, "{pair:?}");
    for (a, b) in differing {
        assert!(!looks_alike(*a, *b), "{pair:?}");
        assert_eq!(a.is_ascii_digit(), b.is_ascii_digit(), "{pair:?}");
    }
}

/// A text with all that looks alike made the same.
fn plain(text: &str) -> String {
    let text = text.replace("rn", "m");
    text.replace('O', "0").replace('I', "1").replace('S', "5")
}

/// Whether two neighbors have changed places, and nothing else.
fn swapped(pair: &Pair) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (pair.one.chars().collect(), pair.other.chars().collect());
    let differing: Vec<_> = (0..one.len().min(other.len()))
        .filter(|place| one[*place] != other[*place])
        .collect();
    one.len() == other.len()
        && matches!(differing[..], [first, second]
            if second == first + 1 && one[first] == other[second] && one[second] == other[first])
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
            Probe::Pair(pair) => {
                let [one, other] = [&pair.one, &pair.other].map(|each| each.replace('\n', " / "));
                format!("{one} | {other}\n")
            }
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
        ("a\n4", "a, next line, 4"),
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

/// What the program counts judgements by is what the probes are.
#[test]
fn each_probe_is_judged_as_what_it_is() {
    let sound = probes()
        .iter()
        .rev()
        .fold(0u32, |bits, probe| bits << 1 | u32::from(probe.is_sound()));
    println!("sound: {sound:#034b}");
    let mut run = Run::new(TaskForm::Timed);
    for probe in probes() {
        let next = run.judge(probe.is_sound());
        assert_eq!(next.right(), run.right() + 1, "{sound:#034b}: {probe:?}");
        let slipped = run.judge(!probe.is_sound());
        assert_eq!(slipped.missed(probe.kind()), 1, "{probe:?}");
        run = next;
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
    // What was missed is counted by kind.
    let mut run = Run::new(TaskForm::Timed);
    for (place, probe) in probes().iter().enumerate().take(20) {
        let slips = [0, 9, 10, 17, 18, 19].contains(&place);
        run = run.judge(probe.is_sound() != slips);
    }
    let counts = ProbeKind::ALL.map(|kind| (run.missed(kind), run.judged(kind)));
    assert_eq!(counts, [(1, 8), (2, 8), (3, 4), (0, 0)]);
}

proptest! {
    #[test]
    fn every_seed_gives_a_fair_task(seed in any::<u64>()) {
        check(&probes_from(seed));
    }
}
