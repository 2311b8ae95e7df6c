//! The payment group of a set of codes, looked up in a chart's rows.

use super::content::{Chart, GroupTitle};

/// What can be said of a set's group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'a> {
    /// It comes to this group.
    Group(&'a GroupTitle),
    /// There is no principal diagnosis, so there is no group.
    NothingFirst,
    /// A row fits it and names no group, for this reason.
    Unnamed(&'a str),
    /// No row of the chart fits it, and nothing is guessed.
    Unknown,
}

/// The group of a principal diagnosis with other codes. `codes` begins with the principal
/// diagnosis.
///
/// Every set for which this gives a group has been put to the official grouper: see
/// `docs/charts.md`.
pub fn group<'a>(chart: &'a Chart, codes: &[&str], procedure: Option<&str>) -> Named<'a> {
    let Some(first) = codes.first() else {
        return Named::NothingFirst;
    };
    let groups = &chart.groups;
    let is_proved = |code: &str| {
        chart.procedure.as_ref().is_some_and(|procedure| {
            procedure.code == code || procedure.alikes.iter().any(|built| built.code == code)
        })
    };
    if procedure.is_some_and(|code| !is_proved(code)) {
        return Named::Unknown;
    }
    let has = |code: &String| codes.contains(&&**code) || procedure == Some(code);
    let by_first = groups.by_first.iter().find(|each| each.first == *first);
    let mut rows = by_first.into_iter().flat_map(|each| &each.rows);
    let Some(row) = rows.find(|row| row.with.iter().all(|some| some.iter().any(has))) else {
        return Named::Unknown;
    };
    let title = |number| groups.titles.iter().find(|each| each.group == number);
    match row.group.and_then(title) {
        Some(title) => Named::Group(title),
        None => Named::Unnamed(&groups.unnamed),
    }
}
