//! Every fact in one place, by where it comes from.

use yew::prelude::*;

use super::StaticPage;
use super::fact_note::{claim, date, reading};
use super::guide::{contents, onet_notice, to_the_quiz};
use crate::builtin::reference;
use crate::content::{Fact, Source, Status};
use crate::ui::words;

pub fn sources(root: &str) -> Html {
    html! {
        <>
            <article class="guide__text">
                <h1 id="title">{ "Facts and sources" }</h1>
                <p class="lead">
                    { "Every fact that these pages and your result show. First what we corrected, then \
                       each source with the facts that rest on it, then what has no source." }
                </p>
                <nav class="guide__jump" aria-label="On this page">
                    <ul class="guide__ways guide__ways--row">
                        <li class="guide__ways-item"><a class="guide__way" href="#corrected">{ "What we corrected" }</a></li>
                        <li class="guide__ways-item"><a class="guide__way" href="#sources">{ "Sources and their facts" }</a></li>
                        <li class="guide__ways-item"><a class="guide__way" href="#pay">{ "Pay figures" }</a></li>
                        <li class="guide__ways-item"><a class="guide__way" href="#estimates">{ "Estimates without a source" }</a></li>
                        <li class="guide__ways-item"><a class="guide__way" href="#notices">{ "Notices" }</a></li>
                    </ul>
                </nav>
                { corrected() }
                { by_source() }
                { pay() }
                { estimates() }
                <section class="guide__section" id="notices">
                    <h2>{ "Notices" }</h2>
                    { onet_notice() }
                    <p class="guide__notice">
                        { "Where the quiz uses an older O*NET release, the page on " }
                        <a href={root.to_owned() + "scoring/#references"}>{ "how it is scored" }</a>
                        { " says so." }
                    </p>
                </section>
                { to_the_quiz("Facts can tell you what the work is. Only you know whether you would like it.", root) }
            </article>
            { contents(StaticPage::Sources, root) }
        </>
    }
}

fn corrected() -> Html {
    let wrong = |fact: &&Fact| matches!(fact.status, Status::Corrected | Status::Dated);
    html! {
        <section class="guide__section" id="corrected">
            <h2>{ "What we corrected" }</h2>
            <p>{ "The older guide is wrong or out of date on these points. Follow one to see what is right and who says so." }</p>
            <ul>
                for fact in reference().facts.iter().filter(wrong) {
                    <li data-fact={&*fact.id}>
                        <a href={format!("#fact-{}", fact.id)}>{ sentence(&fact.value) }</a>
                    </li>
                }
            </ul>
        </section>
    }
}

/// The first sentence of a text: enough to find a fact in a list.
fn sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

fn by_source() -> Html {
    let facts = &reference().facts;
    let same = |one: &Source, other: &Source| one.name == other.name && one.date == other.date;
    let mut sources: Vec<&Source> = Vec::new();
    for source in facts.iter().filter_map(|fact| fact.source.as_ref()) {
        if !sources.iter().any(|each| same(each, source)) {
            sources.push(source);
        }
    }
    sources.sort_by_key(|source| &source.name);
    html! {
        <section class="guide__section" id="sources">
            <h2>{ "Sources and their facts" }</h2>
            for source in sources {
                <h3 class="sources__source">
                    <a href={&*source.address} rel="noreferrer">{ &*source.name }</a>
                    { ", " }{ date(&source.date) }
                </h3>
                <ul class="sources__facts">
                    for fact in facts.iter() {
                        if fact.source.as_ref().is_some_and(|each| same(each, source)) {
                            { record(fact) }
                        }
                    }
                </ul>
            }
        </section>
    }
}

/// A fact under the anchor that other pages link to.
fn record(fact: &'static Fact) -> Html {
    let guess = fact.status == Status::Unsourced;
    html! {
        <li class={classes!("fact", guess.then_some("fact--guess"))} id={format!("fact-{}", fact.id)}
            data-fact={&*fact.id}>
            <p class="fact__value">{ &*fact.value }</p>
            <p class="fact__source">{ standing(fact.status) }{ reading(fact) }</p>
            { claim(fact) }
        </li>
    }
}

const fn standing(status: Status) -> &'static str {
    match status {
        Status::Holds => "The guide has it right. ",
        Status::Corrected => "The guide has it wrong. ",
        Status::Dated => "The guide is out of date. ",
        Status::Missing => "The guide is silent. ",
        Status::Unsourced => "",
    }
}

fn pay() -> Html {
    let pay = &reference().pay;
    html! {
        <section class="guide__section" id="pay">
            <h2>{ "Pay figures" }</h2>
            <p>{ "Each row of the pay tables, with the page that has it. The figures are for the whole United States." }</p>
            <ul>
                for row in pay.rows.iter() {
                    <li>
                        { &*row.name }{ ": " }
                        <a href={&*row.source.address} rel="noreferrer">{ &*row.source.name }</a>
                        { format!(", {}. Read at the source, {}.", date(&row.source.date), words::month(&row.checked)) }
                        if let Some(jobs) = row.jobs {
                            { format!(" {} jobs.", words::dollars(jobs).replace('$', "")) }
                        }
                    </li>
                }
                <li>
                    { "Growth and openings: " }
                    <a href={&*pay.projection.source.address} rel="noreferrer">{ &*pay.projection.source.name }</a>
                    { format!(", {}.", date(&pay.projection.source.date)) }
                </li>
            </ul>
        </section>
    }
}

fn estimates() -> Html {
    let facts = reference().facts.iter();
    html! {
        <section class="guide__section" id="estimates">
            <h2>{ "Estimates without a source" }</h2>
            <p>{ "The older guide says these things. We looked for who else says so, and found no one. None of them enters a score." }</p>
            <ul class="sources__facts">
                for fact in facts.filter(|fact| fact.status == Status::Unsourced) {
                    { record(fact) }
                }
            </ul>
        </section>
    }
}
