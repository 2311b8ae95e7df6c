//! The smallest change of answers that would change the band. Exact.

use crate::answers::{Answers, Level, Response};
use crate::content::{ItemId, Quiz, TraitId};

use super::order::descending;
use super::overall::{Band, scored_weight};
use super::score::score;

/// A set of answers that, changed, would change the band of the fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The band that the fit would then lie in.
    pub to: Band,
    /// The answers to change, each with the level that it would have to be.
    pub answers: Vec<(ItemId, Level)>,
}

/// The smallest change that lifts the fit into a higher band.
///
/// Smallest means the fewest answers, and among those sets the fewest steps on
/// their scales. Answers of "Not sure" stay as they are. `None` where the fit is
/// strong already, where there is none, or where no change of answers does it.
pub fn smallest_rise(quiz: &Quiz, answers: &Answers) -> Option<Change> {
    smallest(quiz, answers, Direction::Up)
}

/// The smallest change that drops the fit into a lower band; otherwise as
/// [`smallest_rise`].
pub fn smallest_fall(quiz: &Quiz, answers: &Answers) -> Option<Change> {
    smallest(quiz, answers, Direction::Down)
}

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Up,
    Down,
}

impl Direction {
    /// The furthest level in this direction, as seen from the trait.
    const fn end(self) -> u8 {
        match self {
            Self::Up => 5,
            Self::Down => 1,
        }
    }

    /// The level this many steps on.
    const fn step(self, level: u8, steps: u8) -> u8 {
        match self {
            Self::Up => level + steps,
            Self::Down => level - steps,
        }
    }
}

/// What can be done inside one trait: its items and what each number of steps
/// comes to.
///
/// A trait's score depends on its answers through their sum alone, so all that
/// matters is how many steps are taken in it; and the fewest answers that can
/// take them are those with the most room.
struct Room {
    /// Items with the steps that each has left, most first.
    items: Vec<(ItemId, u8)>,
    /// By number of steps: the fewest answers that take them, the weighted
    /// logarithm of the score, and whether the trait then gates the fit.
    by_steps: Vec<Outcome>,
}

#[derive(Clone, Copy)]
struct Outcome {
    answers: usize,
    log: f64,
    gates: bool,
}

fn room(quiz: &Quiz, answers: &Answers, id: TraitId, weight: f64, direction: Direction) -> Room {
    let keyed = |item: ItemId| match answers.item(item)? {
        Response::Level(level) => Some(level.keyed(quiz.item(item).reversed).number()),
        Response::NotSure => None,
    };
    let items: Vec<_> = quiz
        .item_ids()
        .filter(|item| quiz.item(*item).trait_id == id)
        .filter_map(|item| Some((item, direction.end().abs_diff(keyed(item)?))))
        .collect();
    let left: Vec<_> = items.iter().map(|(_, left)| f64::from(*left)).collect();
    let items: Vec<_> = descending(&left)
        .into_iter()
        .map(|place| items[place])
        .collect();
    let most: u8 = items.iter().map(|(_, left)| left).sum();
    let by_steps = (0..=most)
        .map(|steps| {
            let taken = take(&items, steps);
            let mut changed = answers.clone();
            apply(quiz, &mut changed, &taken, direction);
            let score = score(quiz, &changed).traits[id];
            Outcome {
                answers: taken.len(),
                log: score.map_or(0.0, |score| weight * score.score.max(1.0).ln()),
                gates: score.is_some_and(|score| {
                    quiz.traits[id].gated && score.high < quiz.scoring.gate.below
                }),
            }
        })
        .collect();
    Room { items, by_steps }
}

/// The fewest items that take this many steps, with the steps of each.
fn take(items: &[(ItemId, u8)], mut steps: u8) -> Vec<(ItemId, u8)> {
    let mut taken = Vec::new();
    for (item, left) in items {
        let now = steps.min(*left);
        if now == 0 {
            break;
        }
        taken.push((*item, now));
        steps -= now;
    }
    taken
}

fn apply(quiz: &Quiz, answers: &mut Answers, taken: &[(ItemId, u8)], direction: Direction) {
    for (item, steps) in taken {
        if let Some(level) = target(quiz, answers, *item, *steps, direction) {
            answers.set_item(*item, Some(Response::Level(level)));
        }
    }
}

/// The level, as the person would tick it, this many steps on.
fn target(
    quiz: &Quiz,
    answers: &Answers,
    item: ItemId,
    steps: u8,
    direction: Direction,
) -> Option<Level> {
    let Some(Response::Level(level)) = answers.item(item) else {
        return None;
    };
    let reversed = quiz.item(item).reversed;
    let keyed = direction.step(level.keyed(reversed).number(), steps);
    Some(Level::new(keyed)?.keyed(reversed))
}

/// A way through the first few traits: the steps taken in each.
#[derive(Clone, Copy)]
struct Way {
    log: f64,
    gates: bool,
    steps: [u8; TraitId::ALL.len()],
}

impl Way {
    fn all_steps(&self) -> u32 {
        self.steps.iter().map(|steps| u32::from(*steps)).sum()
    }
}

fn smallest(quiz: &Quiz, answers: &Answers, direction: Direction) -> Option<Change> {
    let fit = score(quiz, answers);
    let overall = fit.overall.as_ref().ok()?;
    let cuts = &quiz.scoring.bands;
    let now = Band::of(cuts, overall.fit);
    let weight = scored_weight(quiz, &fit.traits);
    let rooms: Vec<_> = fit
        .traits
        .iter()
        .filter(|(_, score)| score.is_some())
        .map(|(id, _)| {
            room(
                quiz,
                answers,
                id,
                quiz.traits[id].weight / weight,
                direction,
            )
        })
        .collect();
    let reached = |way: &Way| {
        let fit = way.log.exp();
        let capped = if way.gates {
            fit.min(quiz.scoring.gate.cap)
        } else {
            fit
        };
        let band = Band::of(cuts, capped);
        match direction {
            Direction::Up => band > now,
            Direction::Down => band < now,
        }
        .then_some(band)
    };
    let most: usize = rooms.iter().map(|room| room.items.len()).sum();
    // The fewest answers first: the search is wider by one answer each time.
    (1..=most).find_map(|limit| {
        let ways = furthest_ways(&rooms, limit, direction);
        let reaching = ways.iter().filter_map(|way| Some((reached(way)?, way)));
        let (to, way) = reaching.min_by_key(|(_, way)| way.all_steps())?;
        let taken = rooms.iter().zip(&way.steps).flat_map(|(room, steps)| {
            let taken = take(&room.items, *steps).into_iter();
            taken.filter_map(|(item, steps)| {
                Some((item, target(quiz, answers, item, steps, direction)?))
            })
        });
        Some(Change {
            to,
            answers: taken.collect(),
        })
    })
}

/// The furthest ways that change at most `limit` answers, for each number of
/// steps.
///
/// A multiple-choice knapsack over the traits, solved exactly: for each number
/// of answers and of steps, and for each state of the gate, the way that leads
/// furthest is kept. No other can be part of a better one, because the
/// logarithms add up and the gate depends on the trait's own answers alone.
fn furthest_ways(rooms: &[Room], limit: usize, direction: Direction) -> Vec<Way> {
    let further = |new: f64, old: f64| match direction {
        Direction::Up => new > old,
        Direction::Down => new < old,
    };
    // Four steps an answer at the most.
    let widest = 4 * limit;
    let place = |answers: usize, steps: usize, gates: bool| {
        (answers * (widest + 1) + steps) * 2 + usize::from(gates)
    };
    let mut best: Vec<Option<Way>> = vec![None; place(limit, widest, true) + 1];
    best[0] = Some(Way {
        log: 0.0,
        gates: false,
        steps: [0; TraitId::ALL.len()],
    });
    for (index, room) in rooms.iter().enumerate() {
        let mut next: Vec<Option<Way>> = vec![None; best.len()];
        for answers in 0..=limit {
            for steps in 0..=widest {
                for gates in [false, true] {
                    let Some(way) = best[place(answers, steps, gates)] else {
                        continue;
                    };
                    for (more, outcome) in (0..=u8::MAX).zip(&room.by_steps) {
                        let answers = answers + outcome.answers;
                        let steps = steps + usize::from(more);
                        if answers > limit {
                            break;
                        }
                        let gates = gates || outcome.gates;
                        let log = way.log + outcome.log;
                        let slot = &mut next[place(answers, steps, gates)];
                        if slot.as_ref().is_none_or(|old| further(log, old.log)) {
                            let mut steps = way.steps;
                            steps[index] = more;
                            *slot = Some(Way { log, gates, steps });
                        }
                    }
                }
            }
        }
        best = next;
    }
    best.into_iter().flatten().collect()
}
