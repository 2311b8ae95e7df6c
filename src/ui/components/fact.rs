use yew::prelude::*;

use crate::content::{Confidence, Content, Fact, FactId, Status};

/// Facts and sources behind one fold.
pub fn folded_facts(content: &'static Content, ids: &[FactId]) -> Html {
    html! {
        <details class="facts">
            <summary>{ "Facts and sources" }</summary>
            <ul class="facts__list">
                for fact in ids.iter().map(|id| content.fact(*id)) {
                    <li class="facts__fact">{ &*fact.value }{ " " }{ source(fact) }{ claim(fact) }</li>
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
                    <li class="facts__fact">{ &*fact.value }</li>
                }
            </ul>
            <details>
                <summary>{ if ids.len() == 1 { "Where this comes from" } else { "Where these come from" } }</summary>
                <ul class="facts__list">
                    for fact in facts() {
                        <li class="facts__fact">{ source(fact) }{ claim(fact) }</li>
                    }
                </ul>
            </details>
        </div>
    }
}

fn source(fact: &'static Fact) -> Html {
    match &fact.source {
        Some(source) => html! {
            <>
                <a href={&*source.address} rel="noreferrer">{ &*source.name }</a>
                { format!(", {}. Checked {}. ", source.date, fact.checked) }
                { match source.confidence {
                    Confidence::Primary => "",
                    Confidence::Secondary => "Read in reports of it, not at the source. ",
                } }
            </>
        },
        None => {
            html! { { "The guide's estimate, no source. The guide is the career guide that this quiz was built from. " } }
        }
    }
}

/// What the career guide says, where we say something else.
fn claim(fact: &'static Fact) -> Html {
    let how = match fact.status {
        Status::Corrected => {
            "The career guide that this quiz was built from has it wrong. In short, it says: "
        }
        Status::Dated => {
            "The career guide that this quiz was built from has an older number. In short, it says: "
        }
        Status::Holds | Status::Unsourced | Status::Missing => return Html::default(),
    };
    html! { <span class="facts__claim">{ how }{ &*fact.claim }</span> }
}
