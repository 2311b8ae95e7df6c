//! Checks of `guide.json`.

use super::super::file::{GuideEntryPart, GuideListPart, GuidePagePart, GuideSectionPart};
use super::super::{
    Content, Fact, FactId, Guide, GuideEntry, GuideFile, GuideList, GuidePage, GuideSection, Span,
};
use super::{Found, Names, Problems};

/// Names that have digits in them and count nothing.
const NAMES: [&str; 3] = ["ICD-10-CM", "ICD-10-PCS", "ICD-10"];

pub fn guide(file: GuideFile, content: &Content) -> Result<Guide, Problems> {
    let mut found = Found::default();
    let place = "guide.json";
    let facts = Facts {
        // The list was checked by itself; its problems are known.
        names: Names::new(
            "facts.json",
            content.facts.iter().map(|fact| &fact.id),
            &mut Found::default(),
        ),
        list: &content.facts,
    };
    Names::new(place, file.pages.iter().map(|page| &page.id), &mut found);
    found.unless(
        file.pages.first().is_some_and(|page| page.id.is_empty()),
        place,
        || "the first page must be the one without an id".to_owned(),
    );
    let pages = file
        .pages
        .into_iter()
        .map(|part| page(part, &facts, &mut found))
        .collect();
    if found.0.is_empty() {
        Ok(Guide { pages })
    } else {
        Err(Problems(found.0))
    }
}

struct Facts<'a> {
    names: Names,
    list: &'a [Fact],
}

fn page(part: GuidePagePart, facts: &Facts, found: &mut Found) -> GuidePage {
    let place = format!("guide.json: {:?}", part.id);
    found.unless(
        part.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
        &place,
        || "an id is part of an address: small letters and hyphens".to_owned(),
    );
    let words = [&part.short, &part.title, &part.description, &part.lead];
    for text in words.into_iter().chain([&part.quiz]) {
        says(text, &place, found);
    }
    Names::new(&place, part.sections.iter().map(|each| &each.id), found);
    GuidePage {
        sections: part
            .sections
            .into_iter()
            .map(|each| section(each, &place, facts, found))
            .collect(),
        id: part.id,
        short: part.short,
        title: part.title,
        description: part.description,
        lead: part.lead,
        quiz: part.quiz,
    }
}

fn section(part: GuideSectionPart, page: &str, facts: &Facts, found: &mut Found) -> GuideSection {
    let place = format!("{page}: {}", part.id);
    for text in [&part.id, &part.heading].into_iter().chain(&part.text) {
        says(text, &place, found);
    }
    GuideSection {
        facts: facts.names.facts(&part.facts, &place, found),
        list: part.list.map(|part| list(part, &place, facts, found)),
        id: part.id,
        heading: part.heading,
        text: part.text,
        figure: part.figure,
    }
}

fn list(part: GuideListPart, place: &str, facts: &Facts, found: &mut Found) -> GuideList {
    found.unless(!part.entries.is_empty(), place, || {
        "a list without entries".to_owned()
    });
    Names::new(place, part.entries.iter().map(|each| &each.name), found);
    GuideList {
        shape: part.shape,
        entries: part
            .entries
            .into_iter()
            .map(|each| entry(each, place, facts, found))
            .collect(),
    }
}

fn entry(part: GuideEntryPart, place: &str, facts: &Facts, found: &mut Found) -> GuideEntry {
    let place = format!("{place}: {}", part.name);
    says(&part.name, &place, found);
    if part.text.is_empty() {
        found.unless(!part.facts.is_empty(), &place, || "says nothing".to_owned());
    } else {
        says(&part.text, &place, found);
    }
    let span = part.span.map(|span| {
        let fact = span
            .fact
            .map(|name| facts.names.resolve(&name, &place, found));
        let value = fact.and_then(|id| Some(&facts.list.get(usize::from(id))?.value));
        for number in numbers(&span.text) {
            found.unless(
                value.is_some_and(|value| numbers(value).any(|each| each == number)),
                &place,
                || format!("the fact behind {:?} has no {number}", span.text),
            );
        }
        Span {
            text: span.text,
            fact: fact.map(FactId::new),
        }
    });
    GuideEntry {
        facts: facts.names.facts(&part.facts, &place, found),
        name: part.name,
        text: part.text,
        span,
    }
}

/// There must be words, and no number among them: numbers belong to facts.
fn says(text: &str, place: &str, found: &mut Found) {
    found.unless(!text.trim().is_empty(), place, || "says nothing".to_owned());
    let number = numbers(text).next().map(str::to_owned);
    if let Some(number) = number {
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
