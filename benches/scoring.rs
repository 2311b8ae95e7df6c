//! How fast answers become a fit, and what explaining it costs.
//!
//! Prints respondents a second on one core, and the cost of the explanation as
//! a multiple of the score's, both measured in one run.

use std::hint::black_box;
use std::time::{Duration, Instant};

use career_fit::answers::{Answers, Level, Response};
use career_fit::builtin::quiz;
use career_fit::fit::{self, explain};
use fastrand::Rng;

const RESPONDENTS: usize = 20_000;
const ROUNDS: usize = 7;

fn respondents() -> Vec<Answers> {
    let quiz = quiz();
    let mut rng = Rng::with_seed(1);
    (0..RESPONDENTS)
        .map(|_| {
            let mut answers = Answers::none(quiz);
            for id in quiz.item_ids() {
                // Answers that lean to one side, as people's do.
                let keyed = Level::ALL[rng.usize(..5).max(rng.usize(..5))];
                let level = keyed.keyed(quiz.item(id).reversed);
                answers.set_item(id, Some(Response::Level(level)));
            }
            answers
        })
        .collect()
}

/// The median time of a respondent over the rounds, with the fastest and the
/// slowest.
fn timed(respondents: &[Answers], work: impl Fn(&Answers)) -> [Duration; 3] {
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            respondents.iter().for_each(&work);
            start.elapsed() / u32::try_from(respondents.len()).unwrap_or(u32::MAX)
        })
        .collect();
    rounds.sort_unstable();
    [rounds[ROUNDS / 2], rounds[0], rounds[ROUNDS - 1]]
}

fn print(name: &str, [median, fastest, slowest]: [Duration; 3], score: Duration) {
    println!(
        "{name:<24}{:>12.0} /s{:>12.3} µs  ({:.3} to {:.3}){:>10.1} × score",
        1.0 / median.as_secs_f64(),
        micros(median),
        micros(fastest),
        micros(slowest),
        median.as_secs_f64() / score.as_secs_f64()
    );
}

fn micros(time: Duration) -> f64 {
    1e6 * time.as_secs_f64()
}

fn main() {
    let quiz = quiz();
    let respondents = respondents();
    let score = timed(&respondents, |answers| {
        black_box(fit::score(quiz, black_box(answers)));
    });
    let few = &respondents[..RESPONDENTS / 40];
    let whole = timed(few, |answers| {
        let fit = fit::score(quiz, answers);
        black_box(explain::explain(quiz, black_box(answers), &fit));
    });
    let pulls = timed(&respondents, |answers| {
        let fit = fit::score(quiz, answers);
        black_box(explain::pulls(quiz, &fit));
    });
    println!(
        "one core, full quizzes of {} items, median of {ROUNDS} rounds (fastest to slowest)",
        quiz.items.len()
    );
    print("score", score, score[0]);
    print("score and pulls", pulls, score[0]);
    print("score and explanation", whole, score[0]);
}
