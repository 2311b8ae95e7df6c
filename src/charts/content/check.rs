//! What must be true of a chart before it is built into the product.

use std::collections::BTreeSet;

use super::{AXES, Alike, Chart, Doubt, Groups, Key, NoteKind, Procedure, Reason};

/// What a device can remember of a chart: see `charts::saved`.
const MOST_LINES: usize = 60;
const MOST_CODES: usize = 30;
const MOST_WANTED: usize = 7;

/// How long a record may be, in words.
const WORDS: std::ops::RangeInclusive<usize> = 250..=450;

/// Tells everything that is wrong with a chart.
pub fn chart(chart: &Chart, add: &mut dyn FnMut(String)) {
    if !(1..=63).contains(&chart.number) {
        add(format!("number: {} is not 1 to 63", chart.number));
    }
    record(chart, add);
    book(chart, add);
    choices(chart, add);
    if let Some(procedure) = &chart.procedure {
        operation(chart, procedure, add);
    }
    if let Some(doubt) = &chart.doubt {
        open(chart, doubt, add);
    }
    groups(chart, &chart.groups, add);
    twice("rules", chart.rules.iter().map(|rule| &*rule.id), add);
    for rule in &chart.rules {
        if !reasons(chart).any(|(_, reason)| reason.rule == rule.id)
            && chart
                .doubt
                .as_ref()
                .is_none_or(|doubt| doubt.rule != rule.id)
        {
            add(format!("rules: nothing names {:?}", rule.id));
        }
    }
    for (place, reason) in reasons(chart) {
        if chart.rule(&reason.rule).is_none() {
            add(format!("{place}: there is no rule {:?}", reason.rule));
        }
        lines(chart, &place, &reason.lines, add);
        filled(&place, &reason.why, add);
    }
}

/// All reasons, each with its place.
fn reasons(chart: &Chart) -> impl Iterator<Item = (String, &Reason)> {
    let keys = chart
        .key
        .iter()
        .map(|Key { code, reason, .. }| (format!("key: {code}"), reason));
    let alikes = chart
        .alikes
        .iter()
        .map(|Alike { code, reason, .. }| (format!("alikes: {code}"), reason));
    let procedure = chart.procedure.iter().flat_map(|procedure| {
        let built = procedure
            .alikes
            .iter()
            .map(|built| (format!("procedure: {}", built.code), &built.reason));
        built.chain([
            ("procedure".to_owned(), &procedure.reason),
            ("procedure: otherwise".to_owned(), &procedure.otherwise),
        ])
    });
    let order = [("order".to_owned(), &chart.order)];
    keys.chain(alikes).chain(procedure).chain(order)
}

fn record(chart: &Chart, add: &mut dyn FnMut(String)) {
    for (place, text) in [("title", &chart.title), ("lead", &chart.lead)] {
        filled(place, text, add);
    }
    let count = chart.lines().count();
    if count > MOST_LINES {
        add(format!(
            "documents: {count} lines are more than {MOST_LINES}"
        ));
    }
    let wanted = chart.wanted();
    if wanted > MOST_WANTED {
        add(format!("key: {wanted} codes are more than {MOST_WANTED}"));
    }
    if !chart.lines().any(|line| line.counts) {
        add("documents: no line counts".to_owned());
    }
    twice("documents", chart.lines().map(|line| &*line.id), add);
    let words: usize = chart
        .lines()
        .map(|line| line.text.split_whitespace().count())
        .sum();
    if !WORDS.contains(&words) {
        let (least, most) = (WORDS.start(), WORDS.end());
        add(format!(
            "documents: {words} words are not {least} to {most}"
        ));
    }
    for line in chart.lines() {
        filled(&format!("documents: {}", line.id), &line.text, add);
        let text = line.text.to_lowercase();
        for never in &chart.never {
            if text.contains(&never.to_lowercase()) {
                add(format!(
                    "documents: {}: {never:?} would change the key",
                    line.id
                ));
            }
        }
    }
}

fn book(chart: &Chart, add: &mut dyn FnMut(String)) {
    let codes: Vec<_> = chart.book.iter().map(|entry| &*entry.code).collect();
    twice("book", codes.iter().copied(), add);
    if !codes.is_sorted() {
        add("book: the codes are not in order".to_owned());
    }
    if codes.len() > MOST_CODES {
        add(format!(
            "book: {} codes are more than {MOST_CODES}",
            codes.len()
        ));
    }
    for entry in &chart.book {
        let place = format!("book: {}", entry.code);
        filled(&place, &entry.title, add);
        let mut kinds: Vec<NoteKind> = Vec::new();
        for note in &entry.notes {
            if kinds.contains(&note.kind) {
                add(format!("{place}: two notes of the kind {:?}", note.kind));
            }
            kinds.push(note.kind);
            if note.lines.is_empty() || note.lines.iter().any(String::is_empty) {
                add(format!(
                    "{place}: an empty note of the kind {:?}",
                    note.kind
                ));
            }
        }
        if !chart.index.iter().any(|term| term.code == entry.code) && entry.billable {
            add(format!("{place}: the index does not lead there"));
        }
    }
    for term in &chart.index {
        let place = format!("index: {}", term.words.join(", "));
        known(chart, &place, &term.code, add);
        if term.words.is_empty() || term.words.iter().any(String::is_empty) {
            add(format!("{place}: a word is missing"));
        }
    }
}

fn choices(chart: &Chart, add: &mut dyn FnMut(String)) {
    if chart.key.is_empty() {
        add("key: no code is right".to_owned());
    }
    let keys = chart.key.iter().map(|key| &*key.code);
    let alikes = chart.alikes.iter().map(|alike| &*alike.code);
    twice("key and alikes", keys.clone().chain(alikes.clone()), add);
    let told: BTreeSet<_> = keys.clone().chain(alikes).collect();
    for code in &told {
        known(chart, "key and alikes", code, add);
    }
    for entry in &chart.book {
        if entry.billable != told.contains(&*entry.code) {
            add(match entry.billable {
                true => format!("book: {}: nothing is said about it", entry.code),
                false => format!("{}: it is not billable", entry.code),
            });
        }
    }
    for alike in &chart.alikes {
        if let Some(better) = &alike.less_than
            && !keys.clone().any(|key| key == better)
        {
            add(format!(
                "alikes: {}: {better} is not in the key",
                alike.code
            ));
        }
    }
    for (place, key) in chart.key.iter().enumerate() {
        if key.reason.lines.is_empty() {
            add(format!("key: {}: no line decides it", key.code));
        }
        if let Some(before) = &key.after
            && !chart.key.iter().take(place).any(|key| key.code == *before)
        {
            add(format!(
                "key: {}: {before} does not stand before it",
                key.code
            ));
        }
        for line in key.reason.lines.iter().filter_map(|id| chart.line(id)) {
            if !line.counts {
                add(format!(
                    "key: {}: the line {:?} is said not to count",
                    key.code, line.id
                ));
            }
        }
    }
}

fn operation(chart: &Chart, procedure: &Procedure, add: &mut dyn FnMut(String)) {
    if procedure.axes.len() != AXES {
        add(format!(
            "procedure: {} axes are not 7",
            procedure.axes.len()
        ));
    }
    for (row, values) in procedure.rows.iter().enumerate() {
        for (axis, signs) in procedure.axes.iter().zip(values) {
            for sign in signs.chars() {
                if !axis.values.iter().any(|value| value.sign == sign) {
                    add(format!(
                        "procedure: row {row}: {}: no value {sign}",
                        axis.name
                    ));
                }
            }
            if signs.is_empty() {
                add(format!("procedure: row {row}: {}: no values", axis.name));
            }
        }
    }
    for axis in &procedure.axes {
        let signs: Vec<_> = axis
            .values
            .iter()
            .map(|value| value.sign.to_string())
            .collect();
        twice(&axis.name, signs.iter().map(|sign| &**sign), add);
        if signs.len() > 62 {
            add(format!("procedure: {}: too many values", axis.name));
        }
    }
    let alikes = procedure.alikes.iter().map(|built| &*built.code);
    for code in alikes.chain([&*procedure.code]) {
        let builds = |row: &[String; AXES]| {
            code.chars().count() == AXES
                && row
                    .iter()
                    .zip(code.chars())
                    .all(|(signs, sign)| signs.contains(sign))
        };
        if !procedure.rows.iter().any(builds) {
            add(format!("procedure: {code} cannot be built"));
        }
    }
    if chart.procedure.is_some() && procedure.reason.lines.is_empty() {
        add("procedure: no line decides it".to_owned());
    }
}

fn open(chart: &Chart, doubt: &Doubt, add: &mut dyn FnMut(String)) {
    lines(chart, "doubt", &doubt.lines, add);
    if chart.rule(&doubt.rule).is_none() {
        add(format!("doubt: there is no rule {:?}", doubt.rule));
    }
    if !chart.key.iter().any(|key| key.code == doubt.instead_of) {
        add(format!("doubt: {} is not in the key", doubt.instead_of));
    }
    if !chart.alikes.iter().any(|alike| alike.code == doubt.becomes) {
        add(format!("doubt: {} is not among the others", doubt.becomes));
    }
    let allowed = doubt.questions.iter().filter(|each| each.allowed).count();
    if allowed != 1 || !(2..=6).contains(&doubt.questions.len()) {
        add("doubt: one of two to six questions has to be allowed".to_owned());
    }
}

fn groups(chart: &Chart, groups: &Groups, add: &mut dyn FnMut(String)) {
    filled("groups: why", &groups.why, add);
    let mut rows = groups.by_first.iter().flat_map(|each| &each.rows);
    if rows.any(|row| row.group.is_none()) == groups.unnamed.is_empty() {
        add("groups: \"unnamed\" says why a row names no group, and nothing else".to_owned());
    }
    let is_known = |code: &str| {
        chart.entry(code).is_some_and(|entry| entry.billable)
            || chart.procedure.as_ref().is_some_and(|procedure| {
                procedure.code == code || procedure.alikes.iter().any(|built| built.code == code)
            })
    };
    twice(
        "groups",
        groups.by_first.iter().map(|each| &*each.first),
        add,
    );
    for by_first in &groups.by_first {
        let place = format!("groups: {}", by_first.first);
        known(chart, &place, &by_first.first, add);
        if by_first.rows.last().is_none_or(|row| !row.with.is_empty()) {
            add(format!("{place}: the last row has to fit every set"));
        }
        for row in &by_first.rows {
            for code in row.with.iter().flatten() {
                if !is_known(code) {
                    add(format!("{place}: {code} can be neither chosen nor built"));
                }
            }
            if let Some(group) = row.group
                && !groups.titles.iter().any(|title| title.group == group)
            {
                add(format!("{place}: the group {group} has no title"));
            }
        }
    }
    let first = chart.key.first().map(|key| &key.code);
    if !groups
        .by_first
        .iter()
        .any(|each| Some(&each.first) == first)
    {
        add("groups: the key itself has none".to_owned());
    }
}

fn lines(chart: &Chart, place: &str, ids: &[String], add: &mut dyn FnMut(String)) {
    for id in ids {
        if chart.line(id).is_none() {
            add(format!("{place}: there is no line {id:?}"));
        }
    }
}

fn known(chart: &Chart, place: &str, code: &str, add: &mut dyn FnMut(String)) {
    if chart.entry(code).is_none() {
        add(format!("{place}: {code} is not in the book"));
    }
}

fn filled(place: &str, text: &str, add: &mut dyn FnMut(String)) {
    if text.trim().is_empty() {
        add(format!("{place}: nothing is said"));
    }
}

fn twice<'a>(place: &str, names: impl Iterator<Item = &'a str>, add: &mut dyn FnMut(String)) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            add(format!("{place}: {name} is there twice"));
        }
    }
}
