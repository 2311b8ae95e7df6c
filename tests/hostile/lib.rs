//! Ten million strings that are no links, or no longer: nothing panics, and
//! nothing is taken for a result that is none.
//!
//! `cargo xtask test` runs it optimized; by hand: `cargo test --release
//! --package hostile -- --nocapture`. `fuzz/` looks further, guided by what the
//! code does.
#![cfg(test)]

use std::thread;

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer, TaskForm, TaskOutcome};
use career_fit::builtin::quiz;
use career_fit::charts::{Compact, Summary};
use career_fit::code::CodeError;
use career_fit::share::{self, Disclosure, Shared};
use fastrand::Rng;

const STRINGS: u64 = 10_000_000;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PREFIXES: [&str; 6] = ["r=", "t=", "v=", "o=", "s=", "a="];

/// Answers as anybody might give them.
fn answers(rng: &mut Rng) -> Answers {
    let mut answers = Answers::none(quiz());
    let all = rng.bool();
    for (index, id) in quiz().item_ids().enumerate() {
        if index < 21 || all {
            let level = Level::new(rng.u8(1..=6)).map_or(Response::NotSure, Response::Level);
            answers.set_item(id, Some(level));
        }
    }
    for id in quiz().condition_ids() {
        answers.set_condition(id, Some(Stance::ALL[rng.usize(..3)]));
    }
    for id in quiz().start_ids() {
        answers.set_start(id, Some(StartAnswer::Option(rng.u8(..3))));
    }
    if all {
        let right = rng.u8(..=30);
        answers.task = TaskOutcome::new(TaskForm::Timed, right, 30 - right);
    }
    answers
}

/// Charts as anybody might have done them.
fn charts(rng: &mut Rng) -> Summary {
    let numbers = (1..=4).filter(|_| rng.bool()).collect::<Vec<_>>();
    let charts = numbers.into_iter().filter_map(|number| {
        let compact = Compact::from_symbols([rng.u8(..64), rng.u8(..64)])?;
        Some((number, compact))
    });
    Summary {
        charts: charts.collect(),
    }
}

/// A link of any kind, as the product makes it.
fn link(rng: &mut Rng) -> String {
    let answers = answers(rng);
    let told = |level| Shared::of(quiz(), &answers, level);
    let shared = match rng.u8(..6) {
        0 => told(Disclosure::Verdict),
        1 => told(Disclosure::Traits),
        2 => told(Disclosure::AnswersAndStart),
        3 => Some(Shared::Observed(answers.quick_alone(quiz()))),
        4 => Some(Shared::everything(&answers, &charts(rng))),
        _ => None,
    };
    let shared = shared.unwrap_or(Shared::Answers(answers.without_start()));
    share::print(quiz(), &shared)
}

fn symbol(rng: &mut Rng) -> char {
    char::from(ALPHABET[rng.usize(..64)])
}

/// A string that looks like a link from afar, and whether it was one once: a
/// mutated one is refused for sure.
fn string(rng: &mut Rng, good: &str) -> (String, bool) {
    let place = rng.usize(2..good.len());
    match rng.u8(..10) {
        0 => (good[..place].to_owned(), true),
        1 => {
            let more = rng.usize(1..40);
            let tail: String = (0..more).map(|_| symbol(rng)).collect();
            ([good, &tail].concat(), true)
        }
        2..=4 => {
            let mut changed = good.to_owned();
            let other = symbol(rng);
            if changed[place..].starts_with(other) {
                changed.truncate(place);
            } else {
                changed.replace_range(place..=place, other.encode_utf8(&mut [0; 4]));
            }
            (changed, true)
        }
        5 => {
            // A character that no code has, also of more than one byte.
            let other = [
                '%',
                ' ',
                '<',
                '=',
                '\u{202e}',
                '\u{0412}',
                '\0',
                '\u{1f600}',
            ];
            let mut changed = good.to_owned();
            changed.insert(place, other[rng.usize(..other.len())]);
            (changed, false)
        }
        6 => {
            let prefix = PREFIXES[rng.usize(..PREFIXES.len())];
            let length = rng.usize(..140);
            let code: String = (0..length).map(|_| symbol(rng)).collect();
            ([prefix, &code].concat(), false)
        }
        7 => {
            let length = rng.usize(..60);
            let text: String = (0..length).map(|_| rng.char(..)).collect();
            (text, false)
        }
        8 => {
            let prefix = PREFIXES[rng.usize(..PREFIXES.len())];
            ([prefix, &good[2..]].concat(), false)
        }
        _ => {
            // Two codes in one address, the second one torn.
            ([good, "/", &good[..place]].concat(), true)
        }
    }
}

/// What came of one thread's share.
#[derive(Default)]
struct Seen {
    accepted: u64,
    wrongly: Vec<String>,
}

fn run(seed: u64, count: u64) -> Seen {
    let mut rng = Rng::with_seed(seed);
    let mut seen = Seen::default();
    let mut good = link(&mut rng);
    for number in 0..count {
        if number % 64 == 0 {
            good = link(&mut rng);
        }
        let (text, was_a_link) = string(&mut rng, &good);
        match share::parse_link(quiz(), &text) {
            Ok(_) if was_a_link => seen.wrongly.push(text),
            // A random code fits its seal once in 2^30. And one whose letter happens to
            // be exchanged for its own is a whole link.
            Ok(link) => {
                seen.accepted += 1;
                let printed = share::print_link(quiz(), &link);
                if !text.starts_with(&printed) {
                    seen.wrongly.push(text);
                }
            }
            Err(_) => {}
        }
    }
    seen
}

#[test]
fn ten_million_strings_do_no_harm() {
    let threads = thread::available_parallelism().map_or(1, usize::from) as u64;
    let runs: Vec<_> = (0..threads)
        .map(|seed| thread::spawn(move || run(seed, STRINGS.div_ceil(threads))))
        .collect();
    let mut all = Seen::default();
    for run in runs {
        let seen = run.join().expect("nothing panics");
        all.accepted += seen.accepted;
        all.wrongly.extend(seen.wrongly);
    }
    println!("{STRINGS} strings, {} of them whole links", all.accepted);
    assert!(all.wrongly.is_empty(), "taken for links: {:?}", all.wrongly);
}

/// A symbol has six bits, and a seal of 30 sees every change within so few.
#[test]
fn every_single_change_of_a_thousand_links_is_seen() {
    let mut rng = Rng::with_seed(7);
    let mut changes = 0_u32;
    for _ in 0..1000 {
        let good = link(&mut rng);
        assert!(share::parse_link(quiz(), &good).is_ok(), "{good}");
        for place in 2..good.len() {
            for other in ALPHABET.iter().map(|symbol| char::from(*symbol)) {
                if good[place..].starts_with(other) {
                    continue;
                }
                let mut changed = good.clone();
                changed.replace_range(place..=place, other.encode_utf8(&mut [0; 4]));
                let found = share::parse_link(quiz(), &changed);
                let seen = matches!(found, Err(CodeError::Damaged | CodeError::CutOff));
                assert!(seen, "{good} changed to {changed}: {found:?}");
                changes += 1;
            }
        }
    }
    println!("{changes} changes seen");
}

/// The bound on the length holds before anything is decoded.
#[test]
fn a_megabyte_is_refused_at_once() {
    let long = ["r=", &"B".repeat(1 << 20)].concat();
    assert_eq!(share::parse_link(quiz(), &long), Err(CodeError::Damaged));
    let many = "r=B/".repeat(1 << 18);
    assert!(share::parse_link(quiz(), &many).is_err());
    assert!(matches!(
        share::parse_link(quiz(), share::within(&["x #", &long].concat())),
        Err(CodeError::Damaged)
    ));
}
