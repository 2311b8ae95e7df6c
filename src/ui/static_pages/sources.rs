//! Every fact in one place, by where it comes from. This page alone speaks of the career
//! guide that the product was built from.

use crate::say::sources as say;
use crate::ui::marks::strong;
use yew::prelude::*;

use super::StaticPage;
use super::guide::{contents, onet_notice, to_the_quiz};
use crate::builtin::reference;
use crate::content::{Confidence, Fact, Source, Status};
use crate::ui::components::{date, dated};
use crate::ui::words;

pub fn sources(root: &str) -> Html {
    let sections = [
        ("corrected", say::corrected()),
        ("sources", say::sources()),
        ("pay", say::pay()),
        ("estimates", say::estimates()),
        ("contradictions", say::contradictions()),
        ("notices", say::notices()),
    ];
    html! {
        <>
            <article class="guide__text">
                <h1 id="title">{ say::title() }</h1>
                <p class="lead">
                    { say::lead() }
                </p>
                <p>
                    { say::older_guide() }
                </p>
                <nav class="guide__jump" aria-label={say::on_this_page()}>
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
                    <h2>{ say::notices() }</h2>
                    { onet_notice() }
                    <p class="guide__notice">
                        { say::older_release(|page| html! { <a href={root.to_owned() + "scoring/#references"}>{ page }</a> }) }
                    </p>
                </section>
                { to_the_quiz(say::quiz_why(), root) }
            </article>
            { contents(StaticPage::Sources, root) }
        </>
    }
}

fn corrected() -> Html {
    let wrong = |fact: &&Fact| matches!(fact.status, Status::Corrected | Status::Dated);
    html! {
        <section class="guide__section" id="corrected">
            <h2>{ say::corrected() }</h2>
            <p>{ say::corrected_what() }</p>
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
            <h2>{ say::sources() }</h2>
            for source in sources {
                <h3 class="sources__source">
                    if let Some(day) = &source.date {
                        { say::source(&date(day), &source.name, link(source)) }
                    } else {
                        { link(source)(source.name.as_str().into()) }
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
fn contradictions() -> Html {
    let all = [
        say::two_coder_pay(strong),
        say::two_senior_pay(strong),
        say::two_manager_pay(strong),
        say::two_supervisor_pay(strong),
        say::two_growth(strong),
        say::two_ccs_years(strong),
        say::two_certified_years(strong),
        say::two_on_the_job(strong),
        say::two_without_degree(strong),
        say::two_calm(strong),
        say::two_perfect(strong),
        say::two_changes(strong),
        say::two_patients(strong),
    ];
    html! {
        <section class="guide__section" id="contradictions">
            <h2>{ say::contradictions() }</h2>
            <p>{ say::contradictions_what() }</p>
            <details class="fact__claim">
                <summary class="fact__toggle">{ say::older_says() }</summary>
                <ul class="sources__older">
                    for each in all {
                        <li class="fact__older">{ each }</li>
                    }
                </ul>
            </details>
        </section>
    }
}

/// How the source was read, and when.
fn reading(fact: &'static Fact) -> String {
    let how = match fact.source.as_ref().map(|source| source.confidence) {
        None => say::none_found,
        Some(Confidence::Primary) => say::read_at_source,
        Some(Confidence::Secondary) => say::read_in_reports,
    };
    how(&words::month(&fact.checked))
}

/// What the older guide says. Numbers that are wrong must not be read in passing, so they
/// stand behind a fold.
fn claim(fact: &'static Fact) -> Html {
    let how = match fact.status {
        Status::Missing => return Html::default(),
        Status::Holds => say::agrees(),
        Status::Corrected => say::is_wrong(),
        Status::Dated => say::is_dated(),
        Status::Unsourced => say::names_no_source(),
    };
    html! {
        <details class="fact__claim">
            <summary class="fact__toggle">{ say::older_says() }</summary>
            <p class="fact__older">{ say::in_short(&fact.claim) }{ " " }{ how }</p>
        </details>
    }
}

fn pay() -> Html {
    let pay = &reference().pay;
    html! {
        <section class="guide__section" id="pay">
            <h2>{ say::pay() }</h2>
            <p>{ say::pay_what() }</p>
            <ul>
                for row in pay.rows.iter() {
                    <li>
                        { say::pay_row(
                            &dated(&row.source, &row.checked),
                            &words::month(&row.checked),
                            &row.name,
                            &row.source.name,
                            link(&row.source),
                        ) }
                        if let Some(jobs) = row.jobs {
                            { " " }{ say::jobs(&words::dollars(jobs).replace('$', "")) }
                        }
                    </li>
                }
                <li>
                    { say::growth(
                        &dated(&pay.projection.source, &pay.coders().checked),
                        &pay.projection.source.name,
                        link(&pay.projection.source),
                    ) }
                </li>
            </ul>
        </section>
    }
}

fn estimates() -> Html {
    let facts = reference().facts.iter();
    html! {
        <section class="guide__section" id="estimates">
            <h2>{ say::estimates() }</h2>
            <p>
                { say::estimates_what() }
            </p>
            <ul class="sources__facts">
                for fact in facts.filter(|fact| fact.source.is_none()) {
                    { record(fact) }
                }
            </ul>
        </section>
    }
}

/// What makes a link to a source of its name.
fn link(source: &'static Source) -> impl FnOnce(Html) -> Html {
    move |name| html! { <a href={&*source.address} rel="noreferrer">{ name }</a> }
}
