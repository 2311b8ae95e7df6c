use yew::prelude::*;

use crate::content::{Content, Fact, FactId, Status};

/// The facts behind a statement, each with its source.
pub fn facts(content: &'static Content, ids: &[FactId]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="facts">
            for id in ids.iter() {
                { fact(content.fact(*id)) }
            }
        </ul>
    }
}

fn fact(fact: &'static Fact) -> Html {
    let claim = matches!(fact.status, Status::Corrected | Status::Dated);
    html! {
        <li class="fact">
            <span>{ &*fact.value }</span>
            { " " }
            <span class="fact__source">{ source(fact) }</span>
            if claim {
                <details class="fact__claim">
                    <summary>{ "What the career guide says" }</summary>
                    <p>{ &*fact.claim }</p>
                </details>
            }
        </li>
    }
}

fn source(fact: &'static Fact) -> Html {
    match &fact.source {
        Some(source) => html! {
            <>
                { "Source: " }
                <a href={&*source.address} rel="noreferrer">{ &*source.name }</a>
                { format!(", {}. Checked {}.", source.date, fact.checked) }
            </>
        },
        None => html! { { "The guide's estimate, no source." } },
    }
}
