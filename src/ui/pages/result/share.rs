//! Passing the result on: as much of it as the person chooses.

use crate::say::share as say;
use yew::prelude::*;

use crate::answers::Answers;
use crate::browser::{picture, share};
use crate::builtin::quiz;
use crate::fit::Headline;
use crate::share::{Charts, Disclosure, Link, Shared};
use crate::ui::card;
use crate::ui::components::{LinkBox, Radio, qr, radio};
use crate::ui::words::{self, Whose};
use crate::visit::{Host, Visit};

#[derive(Clone, PartialEq, Properties)]
pub struct ShareBoxProps {
    /// With the reader's own finished quiz.
    pub visit: Visit,
}

/// Sharing, behind a button. What a verdict tells is chosen at first, so that nobody passes on
/// more than they meant to; and before the button was pressed there is no link, not on paper either.
#[component]
pub fn ShareBox(props: &ShareBoxProps) -> Html {
    let quiz = quiz();
    let visit = &props.visit;
    let answers = &visit.own.answers;
    let headline =
        Shared::of(quiz, answers, Disclosure::Verdict).and_then(|shared| shared.headline(quiz));
    let is_asked = use_state_eq(|| false);
    let chosen = use_state_eq(|| None::<Disclosure>);
    let copied = use_state_eq(|| None::<bool>);
    let sent = use_state_eq(|| false);
    // Where too little was answered for a verdict, the scores are the least that there is.
    let least = match headline {
        Some(_) => Disclosure::Verdict,
        None => Disclosure::Traits,
    };
    let level = (*chosen).unwrap_or(least);
    let option = |disclosure: Disclosure, label: &'static str, says: String| {
        let (chosen, copied, sent) = (chosen.clone(), copied.clone(), sent.clone());
        let onchange = Callback::from(move |_: yew::Event| {
            copied.set(None);
            sent.set(false);
            chosen.set(Some(disclosure));
        });
        radio(Radio {
            name: "level",
            id: format!("level-{}", disclosure as usize),
            position: disclosure as usize,
            label: html! { <><strong>{ label }</strong>{ " " }{ says }</> },
            is_chosen: level == disclosure,
            onchange,
            onclick: None,
        })
    };
    let ontoggle = {
        let is_asked = is_asked.clone();
        Callback::from(move |_: yew::Event| is_asked.set(true))
    };
    html! {
        <>
            <details id="share" class="share screen-only" {ontoggle}>
                <summary class="button share__button">{ say::share() }</summary>
                if *is_asked {
                    <div class="share__box">
                        { handing_on(visit, level, &copied, &sent, html! {
                            <details class="share__what">
                                <summary>{ say::holds_what() }{ " " }{ in_a_word(level) }</summary>
                                <fieldset class="share__levels">
                                    <legend class="share__question">{ say::how_much() }</legend>
                                    <div class="options options--long">
                                        if let Some(headline) = headline {
                                            { option(Disclosure::Verdict, say::level_verdict(), in_short(headline)) }
                                        }
                                        { option(Disclosure::Traits, say::level_traits(), say::level_traits_what().to_owned()) }
                                        { option(Disclosure::Answers, say::level_answers(), answers_without_start(answers)) }
                                        { option(Disclosure::AnswersAndStart, say::level_everything(), everything(visit)) }
                                    </div>
                                </fieldset>
                            </details>
                        }) }
                    </div>
                }
            </details>
            { on_paper(visit, is_asked.then_some(level)) }
        </>
    }
}

fn in_a_word(level: Disclosure) -> &'static str {
    match level {
        Disclosure::Verdict => say::word_verdict(),
        Disclosure::Traits => say::word_traits(),
        Disclosure::Answers => say::word_answers(),
        Disclosure::AnswersAndStart => say::word_everything(),
    }
}

fn in_short(headline: Headline) -> String {
    say::level_verdict_what(&headline.fit.to_string(), &words::between(headline))
}

fn answers_without_start(answers: &Answers) -> String {
    let quiz = quiz();
    let items = quiz
        .item_ids()
        .filter(|id| answers.item(*id).is_some())
        .count();
    say::level_answers_what(items)
}

fn everything(visit: &Visit) -> String {
    let what = say::level_everything_what();
    match Charts::of(&visit.device.charts) {
        None => what.to_owned(),
        Some(_) => [what, " ", say::level_everything_charts()].concat(),
    }
}

/// As much as is to be told.
fn told(visit: &Visit, disclosure: Disclosure) -> Option<Shared> {
    let answers = &visit.own.answers;
    match disclosure {
        Disclosure::AnswersAndStart => Some(Shared::everything(answers, &visit.device.charts)),
        less => Shared::of(quiz(), answers, less),
    }
}

/// The link and what else can be taken along, once it is clear how much.
fn handing_on(
    visit: &Visit,
    disclosure: Disclosure,
    copied: &UseStateHandle<Option<bool>>,
    sent: &UseStateHandle<bool>,
    levels: Html,
) -> Html {
    let quiz = quiz();
    let Some(shared) = told(visit, disclosure) else {
        return Html::default();
    };
    let link = visit.link_to(quiz, &Link::One(shared.clone()));
    let save_picture = {
        let shared = shared.clone();
        Callback::from(move |_: MouseEvent| {
            let marks = card::card(quiz, &shared);
            picture::save("coder-fit.png", card::WIDTH, card::HEIGHT, &marks);
        })
    };
    let copy_text = {
        let (copied, text) = (copied.clone(), words::summary(quiz, &shared, &link));
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            share::copy(&text, "share-link", move |done| copied.set(Some(done)));
        })
    };
    let sentence = shared.headline(quiz).map_or_else(
        || say::my_quiz().to_owned(),
        |headline| words::verdict_sentence(Whose::Theirs, headline.bands(&quiz.scoring.bands)),
    );
    html! {
        <>
            <LinkBox id="share-link" label={say::link()} link={link.clone()} text={sentence}
                share_sheet={visit.device.share_sheet} />
            <p class="share__warning">{ say::warning() }</p>
            if let Some(host) = visit.device.host.as_ref().filter(|host| host.takes_results()) {
                { send_to_host(host, &link, disclosure, sent) }
            }
            { levels }
            <div class="share__more">
                { qr(&link, say::qr()) }
                <div class="share__beside">
                    <p>{ say::scan() }</p>
                    <div class="buttons">
                        <button type="button" class="button button--quiet" onclick={save_picture}>{ say::save_picture() }</button>
                        <button type="button" class="button button--quiet" onclick={copy_text}>{ say::copy_text() }</button>
                    </div>
                    <p class="link-box__status" role="status">{
                        match **copied {
                            None => "",
                            Some(true) => say::text_copied(),
                            Some(false) => say::text_not_copied(),
                        }
                    }</p>
                </div>
            </div>
        </>
    }
}

/// The same link for the site in whose frame the page stands. That site gets nothing before this was
/// pressed, and nothing but this.
fn send_to_host(
    host: &Host,
    link: &str,
    disclosure: Disclosure,
    sent: &UseStateHandle<bool>,
) -> Html {
    let level = match disclosure {
        Disclosure::Verdict => "verdict",
        Disclosure::Traits => "scores",
        Disclosure::Answers => "answers",
        Disclosure::AnswersAndStart => "everything",
    };
    let send = {
        let (origin, link, sent) = (host.origin.clone(), link.to_owned(), sent.clone());
        Callback::from(move |_: MouseEvent| {
            share::send_to(&origin, &link, level);
            sent.set(true);
        })
    };
    let strong = |words: Html| html! { <strong>{ words }</strong> };
    html! {
        <div class="panel panel--plain">
            <p>
                { say::shown_by(host.name(), in_a_word(disclosure), strong, strong) }
            </p>
            <button type="button" class="button button--quiet" onclick={send}>{ say::send_to_host(host.name()) }</button>
            <p class="link-box__status" role="status">
                if **sent {
                    { say::sent_to_host(host.name()) }
                }
            </p>
        </div>
    }
}

/// What paper needs to lead back here. Paper lies around, so it says no more than was
/// chosen, and without a choice it has no link.
fn on_paper(visit: &Visit, chosen: Option<Disclosure>) -> Html {
    let quiz = quiz();
    let shared = chosen.and_then(|chosen| told(visit, chosen));
    let link = shared.map(|shared| visit.link_to(quiz, &Link::One(shared)));
    html! {
        if let Some(link) = link {
            <div class="paper-only">
                { qr(&link, say::qr_paper()) }
                <p class="paper-only__text">
                    { say::on_the_web(&link, |link| html! { <span id="paper-link">{ link }</span> }) }
                </p>
            </div>
        }
    }
}
