//! What of a group is shown, and in which order.

use std::cmp::Ordering;

use super::list::Person;
use super::row::{Holds, Row, Verdict};
use crate::answers::{Stance, StartAnswer};
use crate::content::{ConditionId, StartOptionId, TraitId};
use crate::fit::Band;

/// A column of the table by which it can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Name,
    /// The verdict, by the bands that the range touches.
    Verdict,
    /// The likely range, by its lower end.
    Range,
    /// A trait's score.
    Trait(TraitId),
    /// How many conditions got a "no".
    No,
    /// The starting point, by how far the person is.
    Start,
    /// How many charts were coded.
    Charts,
}

/// An order of the table. Without one, people stay as they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// What it is sorted by.
    pub column: Column,
    /// From the most to the least.
    pub descending: bool,
}

/// What people can be looked for by. Of one kind, any may be true of a person; of several kinds, one
/// of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// They said no to this condition.
    No(ConditionId),
    /// They chose this answer about the starting point.
    Start(StartOptionId),
    /// No verdict can be told.
    Uncertain,
    /// The link holds less than the answers, so conditions are not known.
    HoldsLess,
    /// Something about the row asks for a second look.
    LookTwice,
}

impl Filter {
    /// Whether a person is looked for.
    pub fn takes(self, person: &Person, row: &Row) -> bool {
        match self {
            Self::No(id) => row.said(Stance::No).any(|said| said == id),
            Self::Start(option) => {
                let said = StartAnswer::Option(option.option);
                row.start
                    .iter()
                    .flatten()
                    .any(|each| *each == (option.question, said))
            }
            Self::Uncertain => row.is_uncertain(),
            Self::HoldsLess => row.holds < Holds::Answers,
            Self::LookTwice => !person.notes.is_empty() || !row.flags.is_empty(),
        }
    }

    /// Whether two filters are of one kind.
    fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Start(one), Self::Start(other)) => one.question == other.question,
            (one, other) => std::mem::discriminant(&one) == std::mem::discriminant(&other),
        }
    }
}

/// The places of the people who are looked for, in the order that is wanted.
pub fn shown(people: &[(&Person, &Row)], filters: &[Filter], order: Option<Order>) -> Vec<usize> {
    let is_shown = |person: &Person, row: &Row| {
        filters.iter().all(|filter| {
            let mut alike = filters.iter().filter(|other| filter.is_like(**other));
            alike.any(|each| each.takes(person, row))
        })
    };
    let places = people.iter().enumerate();
    let places = places.filter(|(_, (person, row))| is_shown(person, row));
    let mut places: Vec<usize> = places.map(|(place, _)| place).collect();
    if let Some(Order { column, descending }) = order {
        let key = |place: &usize| {
            people
                .get(*place)
                .map(|(person, row)| key(column, person, row))
        };
        // It keeps the order of those who are alike.
        places.sort_by(|one, other| match (key(one), key(other)) {
            (Some(one), Some(other)) => one.compared(&other, descending),
            _ => Ordering::Equal,
        });
    }
    places
}

/// What a person is sorted by.
enum Key {
    /// A name, which comes last where it is empty.
    Text(String),
    /// A number; whoever has none comes last, whichever way.
    Number(Option<u32>),
}

impl Key {
    fn compared(&self, other: &Self, descending: bool) -> Ordering {
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one
                .is_empty()
                .cmp(&other.is_empty())
                .then_with(|| turned(one.cmp(other))),
            (Self::Number(Some(one)), Self::Number(Some(other))) => turned(one.cmp(other)),
            (Self::Number(one), Self::Number(other)) => one.is_none().cmp(&other.is_none()),
            _ => Ordering::Equal,
        }
    }
}

fn key(column: Column, person: &Person, row: &Row) -> Key {
    let band = |band: Band| match band {
        Band::Low => 0,
        Band::Partial => 1,
        Band::Strong => 2,
    };
    Key::Number(match column {
        Column::Name => return Key::Text(person.name.to_lowercase()),
        Column::Verdict => match row.verdict {
            Verdict::Bands(bands) => Some(band(bands.low) + band(bands.high)),
            Verdict::TooLittle | Verdict::HeldBack => None,
        },
        Column::Range => {
            let headline = row.headline;
            headline.map(|each| u32::from(each.low) * 1000 + u32::from(each.high))
        }
        Column::Trait(id) => row.traits[id].map(|score| score.score.into()),
        Column::No => {
            let holds = row.conditions.is_some();
            holds.then(|| u32::try_from(row.said(Stance::No).count()).unwrap_or(u32::MAX))
        }
        Column::Start => row.start.as_ref().map(|start| {
            // School, background and credential, each from the least to the most.
            let digits = start.iter().filter_map(|(id, said)| {
                let worth = [100, 10, 1].get(id.index())?;
                match said {
                    StartAnswer::Option(option) => Some(worth * (u32::from(*option) + 1)),
                    StartAnswer::Declined => None,
                }
            });
            digits.sum()
        }),
        Column::Charts => row
            .charts
            .map(|charts| u32::try_from(charts.seen).unwrap_or(u32::MAX)),
    })
}
