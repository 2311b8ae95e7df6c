//! From the JSON files to the checked content.

use std::fmt;

use serde::de::DeserializeOwned;

use super::ids::Names;
use super::{ConditionId, Content, Fact, FactId, Guide, Quiz, Role, RoleId, StartId};
use super::{StartOptionId, check};

/// Where the JSON files are.
pub trait Files {
    /// Reads one of the files, as in `quiz.json`.
    ///
    /// # Errors
    ///
    /// Says why that cannot be: the file is missing, is no JSON, or is not what
    /// `T` says.
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String>;
}

/// Something wrong with the content, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file and the place in it, as in `quiz.json: items: accuracy-2`.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

/// All that is wrong with the content; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Problem { place, what }) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{place}: {what}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Reads the files and checks them against each other.
///
/// # Errors
///
/// Problems are collected, so that an author mends the files in one go: every
/// rule that is broken, and the first thing in each file that cannot be read,
/// such as an unknown id. A file is left out where one that it rests on cannot
/// be read.
pub fn read(files: &impl Files) -> Result<(Quiz, Content, Guide), Problems> {
    let mut found = Found::default();
    match read_in_turn(files, &mut found) {
        Some(all) if found.0.is_empty() => Ok(all),
        _ => Err(Problems(found.0)),
    }
}

/// A file comes after those whose lists it names, and its rules before what
/// rests on it: an id that stands twice also makes another one unknown.
fn read_in_turn(files: &impl Files, found: &mut Found) -> Option<(Quiz, Content, Guide)> {
    let names = Names::none_yet();
    let facts: Vec<Fact> = found.read(files, "facts.json")?;
    check::facts(&facts, found);
    names.add(FactId::KIND, facts.iter().map(|fact| &fact.id));
    let guide = found.read(files, "guide.json");
    let guide = guide.inspect(|guide| check::guide(guide, &facts, found));
    let roles: Option<Vec<Role>> = found.read(files, "roles.json");
    let pay = roles.as_deref().and_then(|roles| {
        check::roles(roles, found);
        names.add(RoleId::KIND, roles.iter().map(|role| &role.id));
        found.read(files, "pay.json")
    });
    let pay = pay.inspect(|pay| check::pay(pay, found));
    let quiz: Quiz = found.read(files, "quiz.json")?;
    check::quiz(&quiz, found);
    names.add(
        ConditionId::KIND,
        quiz.conditions.iter().map(|each| &each.id),
    );
    names.add(StartId::KIND, quiz.start.iter().map(|each| &each.id));
    for question in &quiz.start {
        let options = question.options.iter().map(|option| &option.id);
        names.add(&StartOptionId::kind(&question.id), options);
    }
    let paths = found.read(files, "plan.json");
    let paths = paths.inspect(|paths| check::paths(paths, found));
    let preview = found.read(files, "preview.json");
    let content = Content {
        facts,
        paths: paths?,
        preview: preview?,
        roles: roles?,
        pay: pay?,
    };
    Some((quiz, content, guide?))
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Found(Vec<Problem>);

impl Found {
    pub(super) fn unless(&mut self, holds: bool, place: &str, what: impl Into<String>) {
        if !holds {
            self.add(place, what);
        }
    }

    pub(super) fn add(&mut self, place: &str, what: impl Into<String>) {
        self.0.push(Problem {
            place: place.to_owned(),
            what: what.into(),
        });
    }

    fn read<T: DeserializeOwned>(&mut self, files: &impl Files, name: &str) -> Option<T> {
        let read = files.read(name);
        read.map_err(|why| self.add(name, why)).ok()
    }
}
