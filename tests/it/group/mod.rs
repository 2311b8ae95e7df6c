//! The results of a group: links found in any text, read, set side by side and given out.

mod example;
mod files;
mod links;
mod questions;
mod table;

use career_fit::builtin::quiz;
use career_fit::group::{Aside, List, Person, Row, find};
use career_fit::session::Session;
use career_fit::share::{Disclosure, Shared};

use crate::examples::quizzes::{another, finished};
use crate::examples::told;

fn everything() -> String {
    told(&finished(), Disclosure::AnswersAndStart)
}

fn other() -> String {
    told(&another(), Disclosure::Traits)
}

/// What is found in a text: names with links.
fn found(text: &str) -> Vec<(String, String)> {
    let found = find(quiz(), text);
    found
        .into_iter()
        .map(|each| (each.name, each.link))
        .collect()
}

fn row(session: &Session, disclosure: Disclosure) -> Row {
    let shared = Shared::of(quiz(), &session.answers, disclosure).expect("a result");
    Row::of(quiz(), &shared).expect("a row")
}

/// All that a text has, as the rows of a table would have it.
fn both(text: &str) -> (Vec<Person>, Vec<Row>, Vec<Aside>) {
    let sorted = List(find(quiz(), text)).sorted(quiz());
    let rows = sorted
        .people
        .iter()
        .map(|person| Row::of(quiz(), &person.shared).expect("a row"));
    let rows = rows.collect();
    (sorted.people, rows, sorted.aside)
}
