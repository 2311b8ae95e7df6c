//! Rules of `guide.json`.

use super::super::{Credential, Fact, Guide, GuideEntry, GuidePage, GuideSection, Told};
use super::{Found, ids};

/// Names that have digits in them and count nothing.
const NAMES: [&str; 3] = ["ICD-10-CM", "ICD-10-PCS", "ICD-10"];

pub fn guide(guide: &Guide, facts: &[Fact], found: &mut Found) {
    let place = "guide.json";
    ids(place, guide.pages.iter().map(|page| &page.id), found);
    found.unless(
        guide.pages.first().is_some_and(|page| page.id.is_empty()),
        place,
        "the first page must be the one without an id",
    );
    for each in &guide.pages {
        page(each, facts, found);
    }
    ids(
        place,
        guide.credentials.iter().map(|each| &each.short),
        found,
    );
    for each in &guide.credentials {
        credential(each, facts, found);
    }
}

fn credential(credential: &Credential, facts: &[Fact], found: &mut Found) {
    let place = format!("guide.json: credentials: {}", credential.short);
    for text in [&credential.short, &credential.name, &credential.owner] {
        says(text, &place, found);
    }
    let Credential {
        price,
        entry,
        cpt,
        renewal,
        ..
    } = credential;
    for each in [price, entry, cpt, renewal] {
        told(each, &place, facts, found);
    }
}

fn page(page: &GuidePage, facts: &[Fact], found: &mut Found) {
    let place = format!("guide.json: {:?}", page.id);
    found.unless(
        page.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
        &place,
        "an id is part of an address: small letters and hyphens",
    );
    let words = [&page.short, &page.title, &page.description, &page.lead];
    for text in words.into_iter().chain([&page.quiz]) {
        says(text, &place, found);
    }
    ids(&place, page.sections.iter().map(|each| &each.id), found);
    for each in &page.sections {
        section(each, &format!("{place}: {}", each.id), facts, found);
    }
}

fn section(section: &GuideSection, place: &str, facts: &[Fact], found: &mut Found) {
    for text in [&section.id, &section.heading]
        .into_iter()
        .chain(&section.text)
    {
        says(text, place, found);
    }
    let Some(list) = &section.list else { return };
    found.unless(!list.entries.is_empty(), place, "a list without entries");
    ids(place, list.entries.iter().map(|each| &each.name), found);
    for each in &list.entries {
        entry(each, &format!("{place}: {}", each.name), facts, found);
    }
}

fn entry(entry: &GuideEntry, place: &str, facts: &[Fact], found: &mut Found) {
    says(&entry.name, place, found);
    if !entry.text.is_empty() || entry.facts.is_empty() {
        says(&entry.text, place, found);
    }
    if let Some(span) = &entry.span {
        told(span, place, facts, found);
    }
}

/// There must be words, and each number among them is the fact's.
fn told(Told { text, fact }: &Told, place: &str, facts: &[Fact], found: &mut Found) {
    found.unless(!text.trim().is_empty(), place, "says nothing");
    let value = fact.map_or("", |id| &facts[id.index()].value);
    for number in numbers(text) {
        found.unless(
            numbers(value).any(|each| each == number),
            place,
            format!("the fact behind {text:?} has no {number}"),
        );
    }
}

/// There must be words, and no number among them: numbers belong to facts.
fn says(text: &str, place: &str, found: &mut Found) {
    found.unless(!text.trim().is_empty(), place, "says nothing");
    if let Some(number) = numbers(text).next() {
        found.add(
            place,
            format!("the number {number} belongs to a fact: {text:?}"),
        );
    }
}

/// The numbers in a text, apart from those in [`NAMES`].
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "()/\u{2013}".contains(c))
        .filter(|word| !NAMES.iter().any(|name| word.starts_with(name)))
        .flat_map(|word| word.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.'))
        .map(|word| word.trim_matches([',', '.']))
        .filter(|word| !word.is_empty())
}
