//! Passing the result on: as much of it as the person chooses.

use yew::prelude::*;

use crate::answers::Answers;
use crate::browser::{picture, share};
use crate::builtin::quiz;
use crate::fit::Headline;
use crate::share::{Charts, Disclosure, Link, Shared};
use crate::ui::card;
use crate::ui::components::{LinkBox, Radio, qr, radio};
use crate::ui::words::{self, Whose};
use crate::visit::Visit;

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
    // Where too little was answered for a verdict, the scores are the least that there is.
    let least = match headline {
        Some(_) => Disclosure::Verdict,
        None => Disclosure::Traits,
    };
    let level = (*chosen).unwrap_or(least);
    let option = |disclosure: Disclosure, label: &'static str, says: String| {
        let (chosen, copied) = (chosen.clone(), copied.clone());
        let onchange = Callback::from(move |_: yew::Event| {
            copied.set(None);
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
                <summary class="button share__button">{ "Share" }</summary>
                if *is_asked {
                    <div class="share__box">
                        { handing_on(visit, level, &copied, html! {
                            <details class="share__what">
                                <summary>{ "What does it hold? " }{ in_a_word(level) }</summary>
                                <fieldset class="share__levels">
                                    <legend class="share__question">{ "How much should the link hold?" }</legend>
                                    <div class="options options--long">
                                        if let Some(headline) = headline {
                                            { option(Disclosure::Verdict, "The verdict.", in_short(headline)) }
                                        }
                                        { option(Disclosure::Traits, "My trait scores.", "The verdict and the seven scores, without a single answer.".to_owned()) }
                                        { option(Disclosure::Answers, "My answers.", answers_without_start(answers)) }
                                        { option(Disclosure::AnswersAndStart, "Everything, to keep for myself.", everything(visit)) }
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

const fn in_a_word(level: Disclosure) -> &'static str {
    match level {
        Disclosure::Verdict => "The verdict alone.",
        Disclosure::Traits => "The verdict and the seven scores.",
        Disclosure::Answers => "All answers but the starting point.",
        Disclosure::AnswersAndStart => "Everything.",
    }
}

fn in_short(headline: Headline) -> String {
    let fit = headline.fit.to_string();
    [
        &fit,
        ", likely between ",
        &words::between(headline),
        ". Nothing else.",
    ]
    .concat()
}

fn answers_without_start(answers: &Answers) -> String {
    let quiz = quiz();
    let items = quiz
        .item_ids()
        .filter(|id| answers.item(*id).is_some())
        .count();
    format!(
        "Your {items} answers about you and your answers about the work itself. Others see the whole page, \
         with a general plan."
    )
}

fn everything(visit: &Visit) -> String {
    let charts = match Charts::of(&visit.device.charts) {
        None => "",
        Some(_) => " It also says how your charts went.",
    };
    format!(
        "All of that and your starting point (school, time, money). Open the link on another device to go \
         on there, or give it to someone who plans with you.{charts}"
    )
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
        || "My quiz about inpatient medical coding".to_owned(),
        |headline| words::verdict(Whose::Theirs, headline.bands(&quiz.scoring.bands)) + ".",
    );
    html! {
        <>
            <LinkBox id="share-link" label="Link to this result" link={link.clone()} text={sentence}
                share_sheet={visit.device.share_sheet} />
            <p class="share__warning">{ "Anyone who has this link can read what it holds, and you cannot take it back." }</p>
            { levels }
            <div class="share__more">
                { qr(&link, "QR code with the same link") }
                <div class="share__beside">
                    <p>{ "Scan the code to open the link on another device." }</p>
                    <div class="buttons">
                        <button type="button" class="button button--quiet" onclick={save_picture}>{ "Save a picture" }</button>
                        <button type="button" class="button button--quiet" onclick={copy_text}>{ "Copy as text" }</button>
                    </div>
                    <p class="link-box__status" role="status">{
                        match **copied {
                            None => "",
                            Some(true) => "Text copied.",
                            Some(false) => "We could not copy the text. The link above is ready to be copied.",
                        }
                    }</p>
                </div>
            </div>
        </>
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
                { qr(&link, "QR code with the link to this result") }
                <p class="paper-only__text">
                    { "This result on the web: " }<span id="paper-link">{ link }</span>
                </p>
            </div>
        }
    }
}
