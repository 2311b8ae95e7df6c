use crate::say::{facts as say, numbers};
use yew::prelude::*;

use crate::content::{Confidence, Content, Fact, FactId, Source};
use crate::ui::words;
use crate::visit::Page;

/// Facts and sources behind one fold.
pub fn folded_facts(content: &'static Content, ids: &[FactId]) -> Html {
    html! {
        <details class="facts">
            <summary>{ say::facts_and_sources() }</summary>
            <ul class="facts__list">
                for fact in ids.iter().map(|id| content.fact(*id)) {
                    <li class="facts__fact">{ &*fact.value }{ " " }{ source(fact) }</li>
                }
            </ul>
        </details>
    }
}

/// The facts behind a statement, with their sources behind a fold.
pub fn facts(content: &'static Content, ids: &[FactId]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let facts = || ids.iter().map(|id| content.fact(*id));
    html! {
        <div class="facts">
            <ul class="facts__list">
                for fact in facts() {
                    <li class="facts__fact">
                        { &*fact.value }
                        if fact.source.is_none() {
                            { " " }{ estimate(fact, Page::Result.root()) }
                        }
                    </li>
                }
            </ul>
            if facts().any(|fact| fact.source.is_some()) {
                <details>
                    <summary>{ say::where_from(ids.len()) }</summary>
                    <ul class="facts__list">
                        for fact in facts().filter(|fact| fact.source.is_some()) {
                            <li class="facts__fact">{ source(fact) }</li>
                        }
                    </ul>
                </details>
            }
        </div>
    }
}

fn source(fact: &'static Fact) -> Html {
    match &fact.source {
        Some(source) => html! {
            { say::source(
                &dated(source, &fact.checked),
                &source.name,
                |name| html! { <a href={&*source.address} rel="noreferrer">{ name }</a> },
            ) }
        },
        None => estimate(fact, Page::Result.root()),
    }
}

/// The badge of a fact without a source. It leads to the page that says what is known
/// of it. `root` is the way to the site's root.
pub fn estimate(fact: &'static Fact, root: &str) -> Html {
    html! { <a class="estimate" href={record(fact, root)}>{ say::estimate() }</a> }
}

/// The address of the whole record of a fact.
pub fn record(fact: &'static Fact, root: &str) -> String {
    [root, "sources/#fact-", &fact.id].concat()
}

/// When the source is from, and whether it was read at second hand. A source without a
/// date of its own has the month in which it was read, and says so.
pub fn dated(source: &'static Source, read: &str) -> String {
    let when = match &source.date {
        Some(day) => date(day),
        None => say::as_read_in(&words::month(read)),
    };
    match source.confidence {
        Confidence::Primary => when,
        Confidence::Secondary => say::second_hand(&when),
    }
}

/// A date of the content as people write it: a year, a month or a day.
pub fn date(text: &str) -> String {
    let Some((month, day)) = text.split_once('-').and_then(|(year, rest)| {
        let (month, day) = rest.split_once('-')?;
        Some(([year, "-", month].concat(), day))
    }) else {
        return words::month(text);
    };
    let month = words::month(&month);
    let (name, year) = month.rsplit_once(' ').unwrap_or((&month, ""));
    numbers::day_in_words(day.trim_start_matches('0'), name, year)
}
