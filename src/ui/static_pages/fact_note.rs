//! A fact as the guide shows it: what holds first, then where it comes from,
//! then, behind a fold, what the older guide says.

use yew::prelude::*;

use crate::builtin::reference;
use crate::content::{Confidence, Fact, FactId, Status};
use crate::ui::words;

/// The facts of a passage, each with its source.
pub fn fact_notes(ids: &[FactId], root: &str) -> Html {
    html! {
        for id in ids.iter() {
            { fact_note(reference().fact(*id), root) }
        }
    }
}

fn fact_note(fact: &'static Fact, root: &str) -> Html {
    let guess = fact.status == Status::Unsourced;
    html! {
        <div class={classes!("fact", guess.then_some("fact--guess"))} data-fact={&*fact.id}>
            <p class="fact__value">{ &*fact.value }</p>
            <p class="fact__source">{ short_source(fact, root) }</p>
            { claim(fact) }
        </div>
    }
}

/// The source in one line, which leads to the whole record.
pub fn short_source(fact: &'static Fact, root: &str) -> Html {
    let record = format!("{root}sources/#fact-{}", fact.id);
    match &fact.source {
        Some(source) => html! {
            <>
                <a href={record}>{ &*source.name }</a>
                { ", " }{ date(&source.date) }
                if source.confidence == Confidence::Secondary {
                    { ", second-hand" }
                }
            </>
        },
        None => html! {
            <a href={record}>{ "The guide's estimate, no source" }</a>
        },
    }
}

/// How the source was read, and when.
pub fn reading(fact: &'static Fact) -> String {
    let how = match fact.source.as_ref().map(|source| source.confidence) {
        None => "The guide's estimate, no source. Looked for",
        Some(Confidence::Primary) => "Read at the source",
        Some(Confidence::Secondary) => "Read in reports of it, not at the source",
    };
    format!("{how}, {}.", words::month(&fact.checked))
}

/// What the older guide says, where we say something else.
pub fn claim(fact: &'static Fact) -> Html {
    let how = match fact.status {
        Status::Corrected => " That is wrong.",
        Status::Dated => " That is out of date.",
        Status::Holds | Status::Unsourced | Status::Missing => return Html::default(),
    };
    html! {
        <details class="fact__claim">
            <summary class="fact__toggle">{ "What the guide says" }</summary>
            <p class="fact__older">{ "In short, the older guide says: " }{ &*fact.claim }{ how }</p>
        </details>
    }
}

/// A date of the content as people write it: a year, a month or a day.
pub fn date(text: &str) -> String {
    match text.splitn(3, '-').collect::<Vec<_>>()[..] {
        [year, month, day] => {
            let month = words::month(&format!("{year}-{month}"));
            let day = day.trim_start_matches('0');
            month.replace(&format!(" {year}"), &format!(" {day}, {year}"))
        }
        _ => words::month(text),
    }
}
