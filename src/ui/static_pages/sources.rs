//! Every fact in one place, by where it comes from. This page alone speaks of the career
//! guide that the product was built from.

use yew::prelude::*;

use super::StaticPage;
use super::guide::{contents, onet_notice, to_the_quiz};
use crate::builtin::reference;
use crate::content::{Confidence, Fact, Source, Status};
use crate::ui::components::{date, dated};
use crate::ui::words;

pub fn sources(root: &str) -> Html {
    let sections = [
        ("corrected", "What we corrected"),
        ("sources", "Sources and their facts"),
        ("pay", "Pay figures"),
        ("estimates", "Estimates without a source"),
        (
            "contradictions",
            "Where the older guide disagrees with itself",
        ),
        ("notices", "Notices"),
    ];
    html! {
        <>
            <article class="guide__text">
                <h1 id="title">{ "Facts and sources" }</h1>
                <p class="lead">
                    { "Here is every fact that these pages and your result show, with its source and \
                       its date." }
                </p>
                <p>
                    { "We began with an older career guide for inpatient coders. We checked what it \
                       says and wrote everything anew. Where it says something else, you find that \
                       on this page, behind a fold. The other pages say only what holds." }
                </p>
                <nav class="guide__jump" aria-label="On this page">
                    <ul class="guide__ways guide__ways--row">
                        for (id, heading) in sections {
                            <li class="guide__ways-item"><a class="guide__way" href={["#", id].concat()}>{ heading }</a></li>
                        }
                    </ul>
                </nav>
                { corrected() }
                { by_source() }
                { pay() }
                { estimates() }
                { contradictions() }
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
            <p>{ "The older guide is wrong or out of date on these points. Follow one to see who says so." }</p>
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
                    if let Some(day) = &source.date {
                        { ", " }{ date(day) }
                    }
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
    html! {
        <li class={classes!("fact", fact.source.is_none().then_some("fact--estimate"))}
            id={format!("fact-{}", fact.id)} data-fact={&*fact.id}>
            <p class="fact__value">{ &*fact.value }</p>
            <p class="fact__source">{ reading(fact) }</p>
            { claim(fact) }
        </li>
    }
}

/// Where the older guide says two things, and what we show in their place.
const CONTRADICTIONS: [(&str, &str); 13] = [
    (
        "Pay of a coder: $55,000 to $72,000 on average, $42,000 to $52,000 at first, and $42,630 as an official figure.",
        "We show the official figures.",
    ),
    (
        "Pay of a senior coder: $60,000 to $78,000, and $65,000 to $78,000.",
        "No source; we show neither.",
    ),
    (
        "Pay of a manager: $70,000 to $110,000, and $80,000 to $110,000.",
        "No source; we show official figures for managers of health services.",
    ),
    (
        "Supervisors earn more than $85,000 to $95,000, and auditors up to $82,000 to $85,000.",
        "No source; we show neither.",
    ),
    (
        "Growth: 8 to 10% through 2032, and 8% from 2023 to 2033.",
        "We show the official projection.",
    ),
    (
        "The CCS: after two years and more, within two to three years, and after one to two years and then two to three more.",
        "There is no such rule: the exam asks for a diploma.",
    ),
    (
        "Fully certified in 4 to 6 years, though its own steps add up to 3.5 to 6.",
        "We add up the steps that are yours.",
    ),
    (
        "Learning on the job is less common, and many hospitals hire beginners.",
        "Some hospitals do.",
    ),
    (
        "CCS or RHIT, on a way without a degree.",
        "The RHIT needs a degree.",
    ),
    (
        "Calm and structured, and fast-paced with moderate to high stress.",
        "Both are told: the room is quiet, and the target adds pressure.",
    ),
    (
        "Perfect records, and 95% with mistakes that are normal.",
        "We say 95%, which is a convention.",
    ),
    (
        "Codes change once a year, and throughout the year.",
        "They change on October 1, and some on April 1.",
    ),
    (
        "No contact with patients, and little; 80 to 90% in an office, and all of it remote.",
        "It depends on the employer. We show what was counted, and by whom.",
    ),
];

fn contradictions() -> Html {
    html! {
        <section class="guide__section" id="contradictions">
            <h2>{ "Where the older guide disagrees with itself" }</h2>
            <p>{ "It says two things in some places. We show what has a source, and say so where nothing has." }</p>
            <details class="fact__claim">
                <summary class="fact__toggle">{ "What the older guide says" }</summary>
                <ul class="sources__older">
                    for (claims, instead) in CONTRADICTIONS {
                        <li class="fact__older">{ claims }{ " " }<strong>{ instead }</strong></li>
                    }
                </ul>
            </details>
        </section>
    }
}

/// How the source was read, and when.
fn reading(fact: &'static Fact) -> String {
    let how = match fact.source.as_ref().map(|source| source.confidence) {
        None => "We looked for a source and found none",
        Some(Confidence::Primary) => "Read at the source",
        Some(Confidence::Secondary) => "Read in reports of it, not at the source",
    };
    format!("{how}, {}.", words::month(&fact.checked))
}

/// What the older guide says. Numbers that are wrong must not be read in passing, so they
/// stand behind a fold.
fn claim(fact: &'static Fact) -> Html {
    let how = match fact.status {
        Status::Missing => return Html::default(),
        Status::Holds => "It agrees.",
        Status::Corrected => "That is wrong.",
        Status::Dated => "That is out of date.",
        Status::Unsourced => "It names no source.",
    };
    html! {
        <details class="fact__claim">
            <summary class="fact__toggle">{ "What the older guide says" }</summary>
            <p class="fact__older">{ "In short: " }{ &*fact.claim }{ " " }{ how }</p>
        </details>
    }
}

fn pay() -> Html {
    let pay = &reference().pay;
    html! {
        <section class="guide__section" id="pay">
            <h2>{ "Pay figures" }</h2>
            <p>{ "Here is each row of the pay tables, with the page that has it. The figures are for the whole United States." }</p>
            <ul>
                for row in pay.rows.iter() {
                    <li>
                        { &*row.name }{ ": " }
                        <a href={&*row.source.address} rel="noreferrer">{ &*row.source.name }</a>
                        { ", " }{ dated(&row.source, &row.checked) }
                        { format!(". Read at the source, {}.", words::month(&row.checked)) }
                        if let Some(jobs) = row.jobs {
                            { format!(" It counts {} jobs.", words::dollars(jobs).replace('$', "")) }
                        }
                    </li>
                }
                <li>
                    { "Growth and openings: " }
                    <a href={&*pay.projection.source.address} rel="noreferrer">{ &*pay.projection.source.name }</a>
                    { ", " }{ dated(&pay.projection.source, &pay.coders().checked) }{ "." }
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
            <p>
                { "The older guide gives a number or a reason here, and nobody else that we found does. \
                   Where other pages use such a number, it has the badge \"estimate\". None of them \
                   enters a score." }
            </p>
            <ul class="sources__facts">
                for fact in facts.filter(|fact| fact.source.is_none()) {
                    { record(fact) }
                }
            </ul>
        </section>
    }
}
