//! What must be true of the content beyond its shape.

mod guide;
mod quiz;

use std::collections::BTreeSet;
use std::fmt;

use super::{
    Fact, Paths, Pay, PayRow, Role, Source, StartOptionId, Status, Takes, TraitId, Way, When,
};

pub(super) use guide::guide;
pub(super) use quiz::quiz;

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

/// The problems found so far.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Problem>);

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
}

pub(super) fn facts(facts: &[Fact], found: &mut Found) {
    ids("facts.json", facts.iter().map(|fact| &fact.id), found);
    for fact in facts {
        let place = format!("facts.json: {}", fact.id);
        found.unless(!fact.value.trim().is_empty(), &place, "says nothing");
        year_month("checked", &fact.checked, &place, found);
        let unsourced = fact.status == Status::Unsourced;
        found.unless(
            unsourced == fact.source.is_none(),
            &place,
            "a source is missing exactly where the status is unsourced",
        );
        found.unless(
            fact.claim.is_empty() == (fact.status == Status::Missing),
            &place,
            "a claim is missing exactly where the status is missing",
        );
        // That page alone may speak of the guide, which readers have never seen.
        let mut words = fact.value.split(|c: char| !c.is_alphabetic());
        found.unless(
            !words.any(|word| word == "guide") && !fact.value.contains("no source"),
            &place,
            "the value speaks of the guide; what it says belongs to the claim",
        );
        if let Some(each) = &fact.source {
            source(each, &place, found);
            found.unless(
                each.date.as_ref() != Some(&fact.checked),
                &place,
                "the source's date is the month of reading; leave it out where the source has none",
            );
        }
    }
}

/// What a score of 0 counts with; with 100 the trait would not count at all.
fn floor(floor: f64, place: &str, found: &mut Found) {
    found.unless(
        (0.0..100.0).contains(&floor),
        place,
        format!("a floor of {floor}; 0 to below 100 are allowed"),
    );
}

pub(super) fn roles(roles: &[Role], found: &mut Found) {
    ids("roles.json", roles.iter().map(|role| &role.id), found);
    for role in roles {
        let place = format!("roles.json: {}", role.id);
        let traits = role.traits.iter().map(|each| (each.trait_id, each.weight));
        weights(traits, &place, found);
        for each in &role.traits {
            floor(each.floor, &place, found);
            found.unless(
                !each.reason.is_empty() && !each.source.is_empty(),
                &format!("{place}: {}", each.trait_id.code()),
                "a reason and a source are needed",
            );
        }
    }
}

pub(super) fn pay(pay: &Pay, found: &mut Found) {
    let place = "pay.json";
    ids(place, pay.rows.iter().map(|row| &row.id), found);
    found.unless(!pay.rows.is_empty(), place, "has no rows");
    found.unless(
        pay.projection.from < pay.projection.to,
        place,
        "the projection's years must rise",
    );
    source(&pay.projection.source, place, found);
    for row in &pay.rows {
        pay_row(row, &format!("{place}: {}", row.id), found);
    }
}

fn pay_row(row: &PayRow, place: &str, found: &mut Found) {
    let rising = [row.p10, row.p25, row.median, row.p75, row.p90];
    found.unless(
        rising.is_sorted_by(|a, b| a < b) && row.p10 > 0,
        place,
        format!("the pay {rising:?} does not rise from p10 to p90"),
    );
    year_month("month", &row.month, place, found);
    year_month("checked", &row.checked, place, found);
    found.unless(
        !row.name.is_empty() && !row.soc.is_empty(),
        place,
        "a name and a code are needed",
    );
    source(&row.source, place, found);
}

pub(super) fn paths(paths: &Paths, found: &mut Found) {
    let place = "plan.json: study";
    let study = &paths.study;
    rising(study.months, place, found);
    found.unless(study.months.0 > 0, place, "a program without months");
    found.unless(study.hours_a_week > 0, place, "a week without hours");
    by_answer(&study.by_answer, place, found);
    by_answer(&paths.income, "plan.json: income", found);
    ways(&paths.ways, found);
    ids(
        "plan.json: steps",
        paths.steps.iter().map(|each| &each.id),
        found,
    );
    ids(
        "plan.json: notes",
        paths.notes.iter().map(|each| &each.id),
        found,
    );
    ids(
        "plan.json: actions",
        paths.actions.iter().map(|each| &each.id),
        found,
    );
    for step in &paths.steps {
        if let Takes::Months(least, most, _) = step.takes {
            rising((least, most), &format!("plan.json: {}", step.id), found);
        }
    }
    for action in &paths.actions {
        found.unless(
            !action.id.contains(' '),
            &format!("plan.json: {}", action.id),
            "ids of actions are kept with spaces between them, so none may have one",
        );
    }
}

fn ways(ways: &[Way], found: &mut Found) {
    let place = "plan.json: ways";
    ids(place, ways.iter().map(|each| &each.id), found);
    for Way {
        id, opening, when, ..
    } in ways
    {
        let place = format!("plan.json: {id}");
        found.unless(!opening.trim().is_empty(), &place, "opens with nothing");
        found.unless(
            when.ways.is_empty() && when.short.is_none(),
            &place,
            "a way is chosen by what the person said and not by another way",
        );
    }
    found.unless(
        ways.last().is_some_and(|way| way.when == When::default()),
        place,
        "the last way must apply to everyone",
    );
}

fn rising((least, most): (u8, u8), place: &str, found: &mut Found) {
    found.unless(
        least <= most,
        place,
        format!("{least} to {most} is no range of months"),
    );
}

fn by_answer(numbers: &[(StartOptionId, u8)], place: &str, found: &mut Found) {
    let mut questions = numbers.iter().map(|(id, _)| id.question);
    let first = questions.next();
    found.unless(
        questions.all(|each| Some(each) == first),
        place,
        "the answers must be options of one question",
    );
    found.unless(
        numbers.iter().all(|(_, number)| *number > 0),
        place,
        "an answer with 0; those without a number are left out",
    );
}

fn source(source: &Source, place: &str, found: &mut Found) {
    found.unless(
        source.address.starts_with("https://"),
        place,
        format!("the address {:?} is not https", source.address),
    );
    found.unless(!source.name.is_empty(), place, "the source lacks its name");
    if let Some(date) = &source.date {
        found.unless(
            is_date(date),
            place,
            format!("the source's date {date:?} is no year, month or day"),
        );
    }
}

/// Whether a text is a date as in `2025`, `2025-05` or `2025-08-28`.
fn is_date(text: &str) -> bool {
    let digits = |(part, length): (&str, usize)| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts = text.split('-');
    parts.clone().count() <= 3 && parts.zip([4, 2, 2]).all(digits)
}

fn year_month(name: &str, text: &str, place: &str, found: &mut Found) {
    let digits = text.bytes().enumerate().all(|(at, byte)| match at {
        4 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    found.unless(
        text.len() == 7 && digits,
        place,
        format!("{name} {text:?} is not a year and a month"),
    );
}

/// What the seven traits count for: each above 0, and 1 together.
fn weights(traits: impl Iterator<Item = (TraitId, f64)> + Clone, place: &str, found: &mut Found) {
    found.unless(
        traits.clone().map(|(id, _)| id).eq(TraitId::ALL),
        place,
        "the seven traits must stand there once each, in order",
    );
    let sum: f64 = traits.clone().map(|(_, weight)| weight).sum();
    found.unless(
        (sum - 1.0).abs() < 1e-9,
        place,
        format!("the weights sum to {sum}, not to 1"),
    );
    for (id, weight) in traits {
        found.unless(
            weight > 0.0,
            &format!("{place}: {}", id.code()),
            format!("the weight {weight} is not above 0"),
        );
    }
}

/// A list's ids must differ, and an id of [`super::ids`] holds 256 positions.
fn ids<'a>(place: &str, ids: impl Iterator<Item = &'a String> + Clone, found: &mut Found) {
    found.unless(ids.clone().count() <= 256, place, "more than 256 entries");
    let mut seen = BTreeSet::new();
    for id in ids {
        found.unless(
            seen.insert(id),
            place,
            format!("the id {id:?} stands twice"),
        );
    }
}
