//! From the JSON files to the checked content.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check::{Found, Problems};
use super::ids::Names;
use super::{
    ConditionId, Content, Fact, FactId, Guide, Quiz, Role, RoleId, StartId, StartOptionId, WayId,
    check,
};

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

/// A file comes after those whose lists it names. Each is checked before the
/// next one is read: where an id stands twice, that is told, and not only that
/// the id in whose place it stands is unknown to other files.
fn read_in_turn(files: &impl Files, found: &mut Found) -> Option<(Quiz, Content, Guide)> {
    let names = Names::none_yet();
    let facts: Vec<Fact> = one(files, "facts.json", found)?;
    check::facts(&facts, found);
    names.add(FactId::KIND, facts.iter().map(|fact| &fact.id));
    let guide = one(files, "guide.json", found);
    let guide = guide.inspect(|guide| check::guide(guide, &facts, found));
    let roles: Option<Vec<Role>> = one(files, "roles.json", found);
    let pay = roles.as_deref().and_then(|roles| {
        check::roles(roles, found);
        names.add(RoleId::KIND, roles.iter().map(|role| &role.id));
        one(files, "pay.json", found)
    });
    let pay = pay.inspect(|pay| check::pay(pay, found));
    // Some questions of the quiz name others, so their names are read before the rest.
    let StartNames { start } = one(files, "quiz.json", found)?;
    names.add(StartId::KIND, start.iter().map(|each| &each.id));
    for question in &start {
        let options = question.options.iter().map(|option| &option.id);
        names.add(&StartOptionId::kind(&question.id), options);
    }
    let quiz: Quiz = one(files, "quiz.json", found)?;
    check::quiz(&quiz, found);
    names.add(
        ConditionId::KIND,
        quiz.conditions.iter().map(|each| &each.id),
    );
    // What stands in the plan says for which of its ways it does.
    let paths = one(files, "plan.json", found).and_then(|WayNames { ways }| {
        names.add(WayId::KIND, ways.iter().map(|each| &each.id));
        one(files, "plan.json", found)
    });
    let paths = paths.inspect(|paths| check::paths(paths, found));
    let preview = one(files, "preview.json", found);
    let content = Content {
        facts,
        paths: paths?,
        preview: preview?,
        roles: roles?,
        pay: pay?,
    };
    Some((quiz, content, guide?))
}

/// The names of the starting-point questions, as `quiz.json` has them.
#[derive(Deserialize)]
struct StartNames {
    start: Vec<StartName>,
}

#[derive(Deserialize)]
struct StartName {
    id: String,
    options: Vec<OptionName>,
}

#[derive(Deserialize)]
struct OptionName {
    id: String,
}

/// The names of the ways into the work, as `plan.json` has them.
#[derive(Deserialize)]
struct WayNames {
    ways: Vec<WayName>,
}

#[derive(Deserialize)]
struct WayName {
    id: String,
}

fn one<T: DeserializeOwned>(files: &impl Files, name: &str, found: &mut Found) -> Option<T> {
    let read = files.read(name);
    read.map_err(|why| found.add(name, why)).ok()
}
