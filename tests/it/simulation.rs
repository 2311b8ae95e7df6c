//! What the quality flags catch and how firm the bands are, on people made from
//! fixed seeds.
//!
//! A consistent answerer has seven true traits with mean 58 that correlate .3. An
//! item is its trait plus noise of its own, so that two items of a trait
//! correlate .33 and the mean of three has an SD of 18 (the instrument's
//! figures) before items are cut to five levels. Random answerers pick any level; shufflers give a consistent
//! person's answers to the wrong items; straight-liners give one level. None of
//! this is data from people: it says what the rules do if the model holds.

use career_fit::answers::{Answers, Level, Response};
use career_fit::content::{ItemId, Stage, TraitId};
use career_fit::fit::quality::{self, Flag};
use career_fit::fit::{self, Band, Bands};
use fastrand::Rng;

use crate::support::quiz;

const PEOPLE: usize = 4000;
const MEAN: f64 = 58.0;
const TRAIT_CORRELATION: f64 = 0.3;

fn normal(rng: &mut Rng) -> f64 {
    let radius = (-2.0 * (1.0 - rng.f64()).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.f64()).cos()
}

fn items(full: bool) -> Vec<ItemId> {
    let quick = quiz().stage_ids(Stage::Quick);
    let more = quiz().stage_ids(Stage::More).filter(|_| full);
    quick.chain(more).collect()
}

/// The SD of true traits, and that of an item's own noise.
///
/// The observed variance of a mean of three is the true one plus a third of the
/// noise's; the correlation of two items is the true variance's share in an item.
fn spreads() -> (f64, f64) {
    let precision = &quiz().scoring.precision;
    let r = precision.inter_item_correlation;
    let item_variance = precision.prior_sd.powi(2) / (r + (1.0 - r) / 3.0);
    (
        (r * item_variance).sqrt(),
        ((1.0 - r) * item_variance).sqrt(),
    )
}

struct Person {
    traits: [f64; 7],
}

impl Person {
    fn new(rng: &mut Rng) -> Self {
        let common = normal(rng);
        let (sd, _) = spreads();
        let (shared, own) = (TRAIT_CORRELATION.sqrt(), (1.0 - TRAIT_CORRELATION).sqrt());
        Self {
            traits: std::array::from_fn(|_| MEAN + sd * (shared * common + own * normal(rng))),
        }
    }

    /// The levels that the person ticks; another call is another day.
    fn ticks(&self, items: &[ItemId], rng: &mut Rng) -> Vec<Level> {
        let (_, noise) = spreads();
        items
            .iter()
            .map(|id| {
                let item = quiz().item(*id);
                let value = self.traits[item.trait_id as usize] + noise * normal(rng);
                let keyed = (value / 25.0).round().clamp(0.0, 4.0) as usize;
                Level::ALL[keyed].keyed(item.reversed)
            })
            .collect()
    }
}

fn answers(items: &[ItemId], ticks: &[Level]) -> Answers {
    let mut answers = Answers::none(quiz());
    for (id, level) in items.iter().zip(ticks) {
        answers.set_item(*id, Some(Response::Level(*level)));
    }
    answers
}

/// The share of these people in whom a flag is raised.
fn flagged(people: impl Iterator<Item = Answers>, seconds: Option<f64>) -> Flagged {
    let mut found = Flagged::default();
    for answers in people {
        let flags = quality::flags(quiz(), &answers, seconds);
        found.people += 1;
        found.any += usize::from(!flags.is_empty());
        found.contradiction += usize::from(flags.contains(&Flag::Contradiction));
        found.withheld += usize::from(quality::withholds(&flags));
    }
    found
}

#[derive(Default)]
struct Flagged {
    people: usize,
    any: usize,
    contradiction: usize,
    withheld: usize,
}

impl Flagged {
    fn share(&self, count: usize) -> f64 {
        count as f64 / self.people as f64
    }

    fn print(&self, name: &str) {
        println!(
            "{name:34} any flag {:5.1}%  contradiction {:5.1}%  withheld {:5.1}%",
            100.0 * self.share(self.any),
            100.0 * self.share(self.contradiction),
            100.0 * self.share(self.withheld)
        );
    }
}

#[test]
fn flags_catch_careless_answers_and_spare_honest_ones() {
    for (length, full) in [("quick", false), ("full", true)] {
        let items = items(full);
        let people = |seed: u64, make: &dyn Fn(&mut Rng) -> Vec<Level>, seconds| {
            let mut rng = Rng::with_seed(seed);
            flagged(
                (0..PEOPLE).map(|_| answers(&items, &make(&mut rng))),
                seconds,
            )
        };
        let honest = |rng: &mut Rng| Person::new(rng).ticks(&items, rng);
        let random = |rng: &mut Rng| items.iter().map(|_| Level::ALL[rng.usize(..5)]).collect();
        let shuffled = |rng: &mut Rng| {
            let mut ticks = honest(rng);
            rng.shuffle(&mut ticks);
            ticks
        };
        let straight = |rng: &mut Rng| vec![Level::ALL[rng.usize(..5)]; items.len()];
        let honest = people(1, &honest, Some(6.0));
        let random_slow = people(2, &random, None);
        let random_fast = people(2, &random, Some(1.5));
        let shuffled = people(3, &shuffled, None);
        let straight = people(4, &straight, None);
        println!("{length}:");
        honest.print("  consistent (false alarms)");
        random_slow.print("  random, time unknown");
        random_fast.print("  random, 1.5 s an item");
        shuffled.print("  shuffled within person");
        straight.print("  one option all the way");

        assert!(honest.share(honest.any) <= 0.05, "false alarms");
        assert!(
            honest.share(honest.withheld) <= 0.005,
            "an honest result held back"
        );
        assert!(random_slow.share(random_slow.any) >= 0.8, "random answers");
        assert!(
            random_fast.share(random_fast.withheld) >= 0.8,
            "fast random answers"
        );
        assert_eq!(straight.share(straight.withheld), 1.0, "straight lines");
    }
}

#[test]
fn bands_hold_on_another_day() {
    for (length, full, same_at_least, named_at_least) in
        [("quick", false, 0.62, 0.9), ("full", true, 0.72, 0.94)]
    {
        let items = items(full);
        let mut rng = Rng::with_seed(5);
        let (mut same, mut named) = (0, 0);
        for _ in 0..PEOPLE {
            let person = Person::new(&mut rng);
            let mut day = || {
                let ticks = person.ticks(&items, &mut rng);
                fit::score(quiz(), &answers(&items, &ticks))
                    .overall
                    .expect("a fit")
            };
            let (one, other) = (day(), day());
            let band = |fit| Band::of(&quiz().scoring.bands, fit);
            let share = |one: Bands, other: Bands| one.low <= other.high && other.low <= one.high;
            same += usize::from(band(one.fit) == band(other.fit));
            named += usize::from(share(one.bands, other.bands));
        }
        let share = |count: usize| count as f64 / PEOPLE as f64;
        println!(
            "{length}: the same band on two days {:.2} (aim {}); the headlines name a band in common {:.2}",
            share(same),
            if full { "0.80" } else { "0.70" },
            share(named)
        );
        assert!(share(same) >= same_at_least, "{length}: {}", share(same));
        assert!(share(named) >= named_at_least, "{length}: {}", share(named));
    }
}

/// The result's own range holds the fit of the true scores about eight times in ten, as the
/// traits' ranges do. Where a gate caps the fit, the range is capped too, and not counted.
#[test]
fn the_range_holds_the_true_fit_about_eight_times_in_ten() {
    for (length, full) in [("quick", false), ("full", true)] {
        let items = items(full);
        let mut rng = Rng::with_seed(7);
        let (mut inside, mut all, mut bias) = (0u32, 0u32, 0.0);
        for _ in 0..PEOPLE {
            let person = Person::new(&mut rng);
            let ticks = person.ticks(&items, &mut rng);
            let said = fit::score(quiz(), &answers(&items, &ticks))
                .overall
                .expect("a fit");
            if said.gated.is_empty() {
                let logs = quiz().traits.iter().map(|(id, each)| {
                    let truth = person.traits[id as usize].clamp(0.0, 100.0);
                    let counted = each.floor + truth * (1.0 - each.floor / 100.0);
                    each.weight * counted.max(1.0).ln()
                });
                let truth = logs.sum::<f64>().exp();
                inside += u32::from(said.low <= truth && truth <= said.high);
                bias += said.fit - truth;
                all += 1;
            }
        }
        let share = f64::from(inside) / f64::from(all);
        println!(
            "{length}: the range holds the true fit in {:.1}%, bias {:+.2} points",
            100.0 * share,
            bias / f64::from(all)
        );
        assert!((0.75..=0.87).contains(&share), "{length}: {share}");
    }
}

/// The range is what it says: true scores lie inside about eight times in ten.
#[test]
fn ranges_hold_the_true_score_about_eight_times_in_ten() {
    for (length, full) in [("quick", false), ("full", true)] {
        let items = items(full);
        let mut rng = Rng::with_seed(6);
        let (mut inside, mut all) = (0, 0);
        for _ in 0..PEOPLE {
            let person = Person::new(&mut rng);
            let ticks = person.ticks(&items, &mut rng);
            let fit = fit::score(quiz(), &answers(&items, &ticks));
            for id in TraitId::ALL {
                let score = fit.traits[id].expect("all answered");
                // Where the scale ends, a true score beyond it is at its end.
                let truth = person.traits[id as usize].clamp(0.0, 100.0);
                inside += usize::from(score.low <= truth && truth <= score.high);
                all += 1;
            }
        }
        let share = f64::from(inside as u32) / f64::from(all);
        println!(
            "{length}: the 80% range holds the true score in {:.1}%",
            100.0 * share
        );
        assert!((0.75..=0.87).contains(&share), "{length}: {share}");
    }
}
