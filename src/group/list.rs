//! The links that were found, and what becomes of each.

use std::collections::BTreeMap;

use super::name;
use crate::code::CodeError;
use crate::content::Quiz;
use crate::share::{Link, Shared, parse_link, print};

/// A link as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The name beside it; empty where there is none.
    pub name: String,
    /// Its fragment without the `#`, good or bad; empty where the address has none.
    pub link: String,
    /// The line of the text where it stood, from 1; `None` where it was kept since.
    pub line: Option<usize>,
}

/// All links of a group, in the order in which they came. This is what is kept: no score is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List(pub Vec<Found>);

/// A person with a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The place in the list, from 0.
    pub place: usize,
    /// The name, which may be empty.
    pub name: String,
    /// The result.
    pub shared: Shared,
    /// The result as a fragment, in its one spelling.
    pub link: String,
    /// The line where the link stood.
    pub line: Option<usize>,
    /// What whoever reads the row should know.
    pub notes: Vec<Note>,
}

/// What is to be known of a person's link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Another link stands under the same name. It may be a second try, or another person.
    SameName,
    /// The answers are those of this other place in the list.
    SameAnswers(usize),
    /// It stood beside another result in one link.
    OfTwo,
}

/// A link that has no row, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The place in the list, from 0.
    pub place: usize,
    /// The name, which may be empty.
    pub name: String,
    /// Its fragment as it was found.
    pub link: String,
    /// The line where it stood.
    pub line: Option<usize>,
    /// Why it has no row.
    pub reason: Reason,
}

/// Why a link has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It cannot be read.
    Unreadable(CodeError),
    /// The address has lost what stands behind `#`.
    NoFragment,
    /// It is the same link as the one at this place in the list.
    Same(usize),
    /// It is what somebody else answered about a person, and no result of their own.
    Observed,
}

/// All links of a list, each in one of the two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sorted {
    /// Those with a result.
    pub people: Vec<Person>,
    /// Those without.
    pub aside: Vec<Aside>,
}

impl List {
    /// Adds what was found.
    pub fn add(&mut self, found: Vec<Found>) {
        self.0.extend(found);
    }

    /// Gives another name to the link at a place.
    pub fn rename(&mut self, place: usize, to: &str) {
        if let Some(found) = self.0.get_mut(place) {
            found.name = name::clean(to);
        }
    }

    /// Takes out the link at a place.
    pub fn remove(&mut self, place: usize) {
        if place < self.0.len() {
            self.0.remove(place);
        }
    }

    /// Each link as a line to be kept: the fragment, and behind a tab the name.
    pub fn to_lines(&self) -> Vec<String> {
        let line = |found: &Found| [&*found.link, "\t", &found.name].concat();
        self.0.iter().map(line).collect()
    }

    /// Reads lines that were kept. None of them is refused: what a link holds is seen later.
    pub fn from_lines(lines: &[String]) -> Self {
        let found = lines.iter().map(|line| {
            let (link, name) = line.split_once('\t').unwrap_or((line, ""));
            Found {
                name: name::clean(name),
                link: link.to_owned(),
                line: None,
            }
        });
        Self(found.collect())
    }

    /// Reads every link. Each comes out as at least one person, or aside.
    pub fn sorted(&self, quiz: &Quiz) -> Sorted {
        let mut sorted = Sorted::default();
        let mut links = BTreeMap::new();
        let mut answers = BTreeMap::new();
        let mut names = BTreeMap::<_, usize>::new();
        for (place, found) in self.0.iter().enumerate() {
            let mut aside = |reason| {
                sorted.aside.push(Aside {
                    place,
                    name: found.name.clone(),
                    link: found.link.clone(),
                    line: found.line,
                    reason,
                });
            };
            if found.link.is_empty() {
                aside(Reason::NoFragment);
                continue;
            }
            let (shared, other) = match parse_link(quiz, &found.link) {
                Ok(Link::One(shared) | Link::WithOwn(shared)) => (shared, None),
                Ok(Link::Two(one, other)) => (one, Some(other)),
                Err(error) => {
                    aside(Reason::Unreadable(error));
                    continue;
                }
            };
            let is_pair = other.is_some();
            let mut has_row = false;
            let mut why = Reason::Observed;
            for shared in [Some(shared), other].into_iter().flatten() {
                if matches!(shared, Shared::Observed(_)) {
                    continue;
                }
                let link = print(quiz, &shared);
                if let Some(first) = links.get(&link) {
                    why = Reason::Same(*first);
                    continue;
                }
                links.insert(link.clone(), place);
                let mut notes = Vec::new();
                if let Some(first) = same_answers(quiz, &shared, place, &mut answers) {
                    notes.push(Note::SameAnswers(first));
                }
                if is_pair {
                    notes.push(Note::OfTwo);
                }
                if !found.name.is_empty() {
                    *names.entry(found.name.to_lowercase()).or_default() += 1;
                }
                has_row = true;
                sorted.people.push(Person {
                    place,
                    name: found.name.clone(),
                    shared,
                    link,
                    line: found.line,
                    notes,
                });
            }
            if !has_row {
                aside(why);
            }
        }
        for person in &mut sorted.people {
            let is_pair = person.notes.contains(&Note::OfTwo);
            let same = names.get(&person.name.to_lowercase());
            if same.is_some_and(|times| *times > 1) && !is_pair {
                person.notes.insert(0, Note::SameName);
            }
        }
        sorted
    }
}

/// Where the same answers stand already, with or without the starting point.
fn same_answers(
    quiz: &Quiz,
    shared: &Shared,
    place: usize,
    known: &mut BTreeMap<String, usize>,
) -> Option<usize> {
    let answers = shared.answers()?;
    let answers = print(quiz, &Shared::Answers(answers.without_start()));
    let first = known.get(&answers).copied();
    if first.is_none() {
        known.insert(answers, place);
    }
    first
}
