//! The state of the page of a group.

use std::rc::Rc;

use yew::prelude::*;

use crate::builtin::quiz;
use crate::group::{Column, EXAMPLE, Filter, List, NoText, Order, Person, Row, Sorted, find};
use crate::say::group as say;
use crate::share::Shared;
use crate::ui::scorer::Scorer;

/// The group, and how the reader looks at it.
#[derive(Clone)]
pub struct Board {
    /// The way to what scores.
    scorer: Scorer,
    /// The links, as they are kept.
    pub list: Rc<List>,
    /// The same, read.
    pub sorted: Rc<Sorted>,
    /// A row for each of the people; none before the part of the program is there that scores.
    pub rows: Rc<Vec<Row>>,
    pub scoring: Scoring,
    /// How often that part was asked for.
    pub asked: u32,
    pub order: Option<Order>,
    pub filters: Vec<Filter>,
    /// How many of those who are looked for are shown.
    pub most: usize,
    pub keeping: Keeping,
    /// How many pasted texts had a link.
    pub taken: u32,
    /// The group before it was erased, until something new is added.
    pub before: Option<Rc<List>>,
    /// What is being printed.
    pub prints: Option<Sheets>,
    /// What was last done, in a sentence.
    pub said: String,
}

/// Whether the part of the program is there that scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    OnItsWay,
    Here,
    Missing,
}

/// Whether the device keeps the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nobody asked for it.
    No,
    Yes,
    /// It was asked for, and the browser refuses.
    Refused,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheets {
    /// The group alone.
    Group,
    /// The group, and a page for each person.
    Everyone,
}

/// How many rows are drawn at first, and with each press for more. A thousand take a slow phone
/// seconds to draw, and nobody reads them at once.
pub const PAGE: usize = 50;

/// What happens at the board.
pub enum Event {
    /// Text was pasted.
    Paste(String),
    /// Text was read from a file.
    Add(String),
    /// A file is no text.
    NoText(String, NoText),
    /// The example is wanted.
    Example,
    Rename(usize, String),
    Remove(usize),
    Erase,
    BringBack,
    Keep(bool),
    Refused,
    /// Another tab has made this of the group.
    Hear(Vec<String>),
    /// The part that scores has come, or has not.
    Come(bool),
    /// It is asked for once more.
    Ask,
    Sort(Column),
    Filter(Filter),
    NoFilter,
    More,
    Print(Sheets),
    Printed,
    Say(&'static str),
}

impl Board {
    /// The board as the page begins.
    pub fn new(scorer: Scorer, list: List, is_kept: bool) -> Self {
        let board = Self {
            scorer,
            list: Rc::default(),
            sorted: Rc::default(),
            rows: Rc::default(),
            scoring: Scoring::OnItsWay,
            asked: 0,
            order: None,
            filters: Vec::new(),
            most: PAGE,
            keeping: if is_kept { Keeping::Yes } else { Keeping::No },
            taken: 0,
            before: None,
            prints: None,
            said: String::new(),
        };
        board.with(list)
    }

    /// The people with their rows.
    pub fn people(&self) -> Vec<(&Person, &Row)> {
        self.sorted.people.iter().zip(&*self.rows).collect()
    }

    /// Whether there is nothing to be seen.
    pub fn is_empty(&self) -> bool {
        self.list.0.is_empty()
    }

    fn with(mut self, list: List) -> Self {
        self.sorted = Rc::new(list.sorted(quiz()));
        self.list = Rc::new(list);
        self.scored()
    }

    fn scored(mut self) -> Self {
        let shared = |person: &Person| person.shared.clone();
        let results: Vec<Shared> = self.sorted.people.iter().map(shared).collect();
        if let Some(rows) = (self.scorer.rows)(&results) {
            // Every person has a result of their own, and so a row.
            self.rows = Rc::new(rows.into_iter().flatten().collect());
            self.scoring = Scoring::Here;
        }
        self
    }

    fn add(self, text: &str) -> Self {
        let found = find(quiz(), text);
        if found.is_empty() {
            return Self {
                said: say::no_link().to_owned(),
                ..self
            };
        }
        let (people, aside) = (self.sorted.people.len(), self.sorted.aside.len());
        let count = found.len();
        let mut list = (*self.list).clone();
        list.add(found);
        let next = self.with(list);
        let new = next.sorted.people.len() - people;
        let more_aside = next.sorted.aside.len() - aside;
        Self {
            said: say::found(more_aside, count, new),
            before: None,
            ..next
        }
    }
}

impl Reducible for Board {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let next = (*self).clone();
        let said = |said: &str, next: Self| Self {
            said: said.to_owned(),
            ..next
        };
        match event {
            Event::Paste(text) => {
                let links = next.list.0.len();
                let next = next.add(&text);
                let has_link = next.list.0.len() > links;
                Self {
                    taken: next.taken + u32::from(has_link),
                    ..next
                }
            }
            Event::Add(text) => next.add(&text),
            Event::Example => next.add(EXAMPLE),
            Event::NoText(name, why) => Self {
                said: no_text(why, &name),
                ..next
            },
            Event::Rename(place, name) => {
                let mut list = (*next.list).clone();
                list.rename(place, &name);
                said(say::renamed(), next.with(list))
            }
            Event::Remove(place) => {
                let mut list = (*next.list).clone();
                list.remove(place);
                let before = Some(next.list.clone());
                let next = said(say::taken_out(), next.with(list));
                Self { before, ..next }
            }
            Event::Erase => {
                let before = Some(next.list.clone());
                let next = said(say::erased(), next.with(List::default()));
                Self {
                    before,
                    keeping: Keeping::No,
                    filters: Vec::new(),
                    order: None,
                    most: PAGE,
                    ..next
                }
            }
            Event::BringBack => match next.before.clone() {
                Some(before) => {
                    let next = said(say::back(), next.with((*before).clone()));
                    Self {
                        before: None,
                        ..next
                    }
                }
                None => next,
            },
            Event::Keep(true) => Self {
                keeping: Keeping::Yes,
                ..said(say::kept(), next)
            },
            Event::Keep(false) => Self {
                keeping: Keeping::No,
                ..said(say::not_kept(), next)
            },
            Event::Refused => Self {
                keeping: Keeping::Refused,
                ..next
            },
            Event::Hear(lines) => {
                let next = next.with(List::from_lines(&lines));
                let keeping = match next.is_empty() {
                    true => Keeping::No,
                    false => next.keeping,
                };
                let next = said(say::other_tab(), next);
                Self { keeping, ..next }
            }
            Event::Come(true) => next.scored(),
            Event::Come(false) => Self {
                scoring: Scoring::Missing,
                ..next
            },
            Event::Ask => Self {
                scoring: Scoring::OnItsWay,
                asked: next.asked + 1,
                ..next
            },
            Event::Sort(column) => Self {
                order: turned(next.order, column),
                ..next
            },
            Event::Filter(filter) => {
                let mut filters = next.filters.clone();
                match filters.iter().position(|each| *each == filter) {
                    Some(place) => drop(filters.remove(place)),
                    None => filters.push(filter),
                }
                Self {
                    filters,
                    most: PAGE,
                    ..next
                }
            }
            Event::NoFilter => Self {
                filters: Vec::new(),
                ..next
            },
            Event::More => Self {
                most: next.most + PAGE,
                ..next
            },
            Event::Print(sheets) => Self {
                prints: Some(sheets),
                ..next
            },
            Event::Printed => Self {
                prints: None,
                ..next
            },
            Event::Say(words) => said(words, next),
        }
        .into()
    }
}

/// Up, down, and as they came, one press after the other.
fn turned(order: Option<Order>, column: Column) -> Option<Order> {
    match order {
        Some(Order {
            column: same,
            descending,
        }) if same == column => (!descending).then_some(Order {
            column,
            descending: true,
        }),
        _ => Some(Order {
            column,
            descending: false,
        }),
    }
}

fn no_text(why: NoText, file: &str) -> String {
    match why {
        NoText::TooLarge => say::too_large(file),
        NoText::Packed => say::packed(file),
        NoText::Pdf => say::pdf(file),
        NoText::Other => say::no_text(file),
    }
}
