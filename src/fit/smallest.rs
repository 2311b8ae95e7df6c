//! The smallest change of answers that would change the band. Exact.

use std::cmp::Reverse;
use std::iter;

use crate::answers::{Answers, Level, Response};
use crate::content::{ItemId, Quiz, TraitId};

use super::overall::{Band, gates, scored_weight};
use super::score::score;
use super::trait_score::{self, Tally, tallies};

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

#[derive(Clone, Copy)]
enum Direction {
    Up,
    Down,
}

impl Direction {
    /// The last band in this direction: a fit that lies there can go no further.
    const fn end(self) -> Band {
        match self {
            Self::Up => Band::Strong,
            Self::Down => Band::Low,
        }
    }

    /// 1 where a higher fit is what is looked for, −1 where a lower one is.
    const fn sign(self) -> f64 {
        match self {
            Self::Up => 1.0,
            Self::Down => -1.0,
        }
    }

    /// Turns a level as the person ticked it so that a step in this direction is
    /// always a step up. To turn it twice gives the ticked level back.
    const fn facing(self, level: Level, reversed: bool) -> Level {
        level.keyed(reversed != matches!(self, Self::Down))
    }

    /// A sum of levels after this many steps.
    const fn moved(self, sum: u8, steps: u8) -> u8 {
        match self {
            Self::Up => sum + steps,
            Self::Down => sum - steps,
        }
    }
}

/// What can be changed inside one trait: its items, and what each number of steps
/// comes to.
///
/// A trait's score depends on its answers through their sum alone, so all that
/// matters is how many steps are taken in it. The fewest answers that can take so
/// many are those with the most steps left.
struct Room {
    /// Items with the steps that each has left to the end of its scale, most first.
    items: Vec<(ItemId, u8)>,
    /// The outcome of 0, 1, 2 and more steps, at these positions.
    by_steps: Vec<Outcome>,
}

/// What a number of steps in one trait comes to.
struct Outcome {
    /// The fewest answers that take them.
    answers: usize,
    /// The weighted logarithm of the score, times the direction's sign, so that more
    /// is always further.
    reach: f64,
    /// Whether the trait then caps the fit.
    gates: bool,
}

impl Room {
    fn new(
        quiz: &Quiz,
        answers: &Answers,
        (id, tally): (TraitId, Tally),
        weight: f64,
        direction: Direction,
    ) -> Self {
        let of_trait = quiz
            .item_ids()
            .filter(|item| quiz.item(*item).trait_id == id);
        let mut items: Vec<_> = of_trait
            .filter_map(|item| match answers.item(item)? {
                Response::Level(level) => {
                    let facing = direction.facing(level, quiz.item(item).reversed);
                    Some((item, 5 - facing.number()))
                }
                Response::NotSure => None,
            })
            .collect();
        items.sort_by_key(|(_, left)| Reverse(*left));
        let mut room = Self {
            items,
            by_steps: Vec::new(),
        };
        let most: u8 = room.items.iter().map(|(_, left)| left).sum();
        for steps in 0..=most {
            let sum = direction.moved(tally.sum, steps);
            let score = trait_score::one(quiz, id, Tally { sum, ..tally }, answers.task);
            room.by_steps.push(Outcome {
                answers: room.taken(steps).count(),
                reach: direction.sign() * weight * score.counted(quiz.traits[id].floor).log(),
                gates: gates(quiz, &quiz.traits[id], &score),
            });
        }
        room
    }

    /// The fewest items that take this many steps, with what each then has left.
    fn taken(&self, mut steps: u8) -> impl Iterator<Item = (ItemId, u8)> {
        self.items.iter().map_while(move |(item, left)| {
            let now = steps.min(*left);
            steps -= now;
            (now > 0).then_some((*item, left - now))
        })
    }
}

/// A choice of steps for each of the traits that were looked at so far.
#[derive(Clone, Copy, Default)]
struct Way {
    steps: [u8; TraitId::ALL.len()],
    /// Answers changed, then steps taken: what is to be smallest, in this order.
    cost: (usize, usize),
    reach: f64,
    gates: bool,
}

impl Way {
    fn with(mut self, place: usize, steps: usize, outcome: &Outcome) -> Self {
        // A trait has fewer items than would take a byte of steps.
        self.steps[place] = steps as u8;
        self.cost = (self.cost.0 + outcome.answers, self.cost.1 + steps);
        self.reach += outcome.reach;
        self.gates |= outcome.gates;
        self
    }
}

fn smallest(quiz: &Quiz, answers: &Answers, direction: Direction) -> Option<Change> {
    let fit = score(quiz, answers);
    let cuts = &quiz.scoring.bands;
    let now = Band::of(cuts, fit.overall.as_ref().ok()?.fit);
    if now == direction.end() {
        return None;
    }
    let weight = scored_weight(quiz, &fit.traits);
    let tallies = tallies(quiz, answers);
    let scored = tallies
        .iter()
        .filter_map(|(id, tally)| Some((id, (*tally)?)));
    let rooms: Vec<_> = scored
        .map(|(id, tally)| {
            let weight = quiz.traits[id].weight / weight;
            Room::new(quiz, answers, (id, tally), weight, direction)
        })
        .collect();
    let reached = |way: &Way| {
        let fit = (direction.sign() * way.reach).exp();
        let cap = if way.gates {
            quiz.scoring.gate.cap
        } else {
            100.0
        };
        let band = Band::of(cuts, fit.min(cap));
        let other = match direction {
            Direction::Up => band > now,
            Direction::Down => band < now,
        };
        other.then_some(band)
    };
    let most: usize = rooms.iter().map(|room| room.items.len()).sum();
    // A few answers are mostly enough, and a search among them is quick. So the limit
    // is low at first, and doubled until something is found.
    let mut limits = iter::successors(Some(2), |limit| (*limit < most).then_some(2 * limit));
    let (to, way) = limits.find_map(|limit| {
        let ways = worthwhile_ways(&rooms, limit).into_iter();
        let reaching = ways.filter_map(|way| Some((reached(&way)?, way)));
        reaching.min_by_key(|(_, way)| way.cost)
    })?;
    let taken = rooms
        .iter()
        .zip(way.steps)
        .flat_map(|(room, steps)| room.taken(steps));
    let level = |(item, left)| {
        let facing = Level::new(5 - left)?;
        Some((item, direction.facing(facing, quiz.item(item).reversed)))
    };
    Some(Change {
        to,
        answers: taken.filter_map(level).collect(),
    })
}

/// The ways to change at most `limit` answers, without those that are part of no
/// smallest change: of two ways that are gated alike, one is dropped if the other costs
/// no more and leads as far.
///
/// This is a multiple-choice knapsack over the traits, solved exactly. Whatever is
/// added to a way costs the same and leads as far, no matter how the way began. So a
/// way that is dropped now would have to be dropped later.
fn worthwhile_ways(rooms: &[Room], limit: usize) -> Vec<Way> {
    let mut ways = vec![Way::default()];
    for (place, room) in rooms.iter().enumerate() {
        // One list for the ways that no trait gates and one for those that a trait
        // does, each with the cheapest way first.
        let mut fronts = [Vec::new(), Vec::new()];
        for way in &ways {
            for (steps, outcome) in room.by_steps.iter().enumerate() {
                let way = way.with(place, steps, outcome);
                if way.cost.0 > limit {
                    break;
                }
                insert(&mut fronts[usize::from(way.gates)], way);
            }
        }
        ways = fronts.concat();
    }
    ways
}

/// Puts a way in its place, unless one that costs no more already leads as far. Ways
/// that cost no less and lead no further than the new one are taken out.
fn insert(front: &mut Vec<Way>, way: Way) {
    let end = front.partition_point(|each| each.cost <= way.cost);
    if front[..end]
        .last()
        .is_some_and(|each| each.reach >= way.reach)
    {
        return;
    }
    let start = front[..end].partition_point(|each| each.cost < way.cost);
    let beaten = front[start..].partition_point(|each| each.reach <= way.reach);
    front.splice(start..start + beaten, [way]);
}
