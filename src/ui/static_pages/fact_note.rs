//! A fact as the pages to be read show it: what holds, and below it, quietly, where that
//! comes from. An estimate has a badge instead.

use crate::say::sources as say;
use yew::prelude::*;

use crate::builtin::reference;
use crate::content::{Fact, FactId};
use crate::ui::components::{dated, estimate, record};

/// The facts of a passage, each with its source.
pub fn fact_notes(ids: &[FactId], root: &str) -> Html {
    html! {
        for id in ids.iter() {
            { fact_note(reference().fact(*id), root) }
        }
    }
}

/// The facts with these names, in this order, each with its source.
pub fn fact_notes_named(names: &[&str], root: &str) -> Html {
    let named = |name: &&str| reference().facts.iter().find(|fact| fact.id == *name);
    html! {
        for fact in names.iter().filter_map(named) {
            { fact_note(fact, root) }
        }
    }
}

fn fact_note(fact: &'static Fact, root: &str) -> Html {
    html! {
        <div class={classes!("fact", fact.source.is_none().then_some("fact--estimate"))} data-fact={&*fact.id}>
            <p class="fact__value">
                { &*fact.value }
                if fact.source.is_none() {
                    { " " }{ estimate(fact, root) }
                }
            </p>
            if fact.source.is_some() {
                <p class="fact__source">{ short_source(fact, root) }</p>
            }
        </div>
    }
}

/// The source in one line, which leads to the whole record.
pub fn short_source(fact: &'static Fact, root: &str) -> Html {
    match &fact.source {
        Some(source) => html! {
            { say::source(
                &dated(source, &fact.checked),
                &source.name,
                |name| html! { <a href={record(fact, root)}>{ name }</a> },
            ) }
        },
        None => estimate(fact, root),
    }
}
