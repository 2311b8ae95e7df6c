//! Somebody else's result, by how much of it their link holds.

use std::rc::Rc;

use crate::say::result as say;
use yew::prelude::*;

use super::super::other::take_the_quiz;
use super::parts::{
    Known, bad_paste, laid_out, like, open_all, paper_head, paste, pay, questions, trait_section,
    what_it_says,
};
use super::traits::Done;
use super::verdict::{self, Around};
use super::{directions, why, withheld};
use crate::answers::Answers;
use crate::browser::page;
use crate::builtin::quiz;
use crate::content::TraitId;
use crate::fit::{self, Headline, explain, quality};
use crate::share::{Shared, Tallies};
use crate::ui::components::{PasteBox, fold};
use crate::ui::screen::Screen;
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Notice, Visit};

/// Somebody else's result, to read and no more: what it comes to, and what the reader can do.
/// Whatever else the link holds is folded.
pub fn their_result(shared: &Shared, visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let you = and_you(visit, send);
    let body = html! {
        <>
            { paper_head(visit) }
            <div class="notice">
                <p class="notice__text">
                    { say::shared_with_you() }
                </p>
                <div class="notice__ways">
                if visit.can_compare(quiz) {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithOwn)}>
                        { say::compare_with_mine() }
                    </button>
                }
                if shared.answers().is_some() {
                    <button id="go-on-here" type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::GoOnHere)}>
                        { say::this_is_mine() }
                    </button>
                }
                </div>
                if shared.charts().is_some() {
                    <p class="notice__text">
                        { say::charts_stay() }
                    </p>
                }
            </div>
            { would_replace(visit, send) }
            {
                match shared {
                    Shared::Verdict(headline) => verdict_alone(*headline, you),
                    Shared::Traits(tallies) => scores_alone(tallies, you),
                    Shared::Answers(answers) | Shared::Everything(answers, _) => theirs(answers, visit, send, you),
                    Shared::Observed(answers) => observed(answers, you),
                }
            }
        </>
    };
    Screen::new("theirs", say::shared_title(), body)
}

/// The question before answers of this device are replaced. It is there at all times, so that
/// screen readers hear what comes into it.
fn would_replace(visit: &Visit, send: &Callback<Event>) -> Html {
    let replace = send.reform(|_: MouseEvent| Event::Replace);
    let leave_alone = send.reform(|_: MouseEvent| {
        // The button that has the focus goes.
        page::focus("go-on-here");
        Event::LeaveAlone
    });
    html! {
        <div role="alert">
            if visit.notice == Some(Notice::WouldReplace) {
                <div class="notice notice--loud">
                    <p class="notice__text">
                        { say::would_replace() }
                    </p>
                    <p class="buttons notice__ways">
                        <button type="button" class="button" onclick={replace}>{ say::replace() }</button>
                        <button type="button" class="button button--quiet" onclick={leave_alone}>{ say::leave() }</button>
                    </p>
                </div>
            }
        </div>
    }
}

/// What a link with all answers can say.
fn theirs(answers: &Answers, visit: &Visit, send: &Callback<Event>, you: Html) -> Html {
    let quiz = quiz();
    // A link holds no times, so careless answering shows in the answers alone.
    let flags = quality::flags(quiz, answers, None);
    if quality::withholds(&flags) {
        return html! {
            <>
                { withheld::withheld(quiz, Whose::Theirs, answers, &flags) }
                { you }
            </>
        };
    }
    let fit = fit::score(quiz, answers);
    let quick = verdict::quick_alone(quiz, answers);
    let around = Around {
        quick,
        no: words::said_no(quiz, Whose::Theirs, answers),
        end: Html::default(),
    };
    let verdict = verdict::verdict(quiz, Whose::Theirs, &fit, around);
    let whole = {
        let known = Rc::new(Known {
            whose: Whose::Theirs,
            answers: answers.clone(),
            fit,
            quick,
            done: Done::default(),
            visit: visit.clone(),
            send: send.clone(),
        });
        let you = you.clone();
        Callback::from(move |()| {
            html! {
                <>
                    { withheld::look_twice(&flags) }
                    { you.clone() }
                    { open_all() }
                    { questions(&known) }
                    { what_it_says() }
                </>
            }
        })
    };
    laid_out(verdict, whole)
}

/// The two smaller kinds of link have no room for conditions, and a result must not look as if
/// there were none.
fn no_conditions() -> Html {
    html! {
        <p class="verdict__gate">
            { say::no_conditions() }
        </p>
    }
}

/// What a link with the verdict alone can say.
fn verdict_alone(headline: Headline, you: Html) -> Html {
    let end = html! {
        <>
            <p class="verdict__gate">{ say::holds_no_more() }</p>
            { no_conditions() }
        </>
    };
    let around = Around {
        end,
        ..Around::default()
    };
    html! {
        <div class="result">
            <div class="result__summary">{ verdict::headline(quiz(), Whose::Theirs, headline, around) }</div>
            <div>
                { you }
                <div class="folds">{ like(None) }{ pay() }</div>
                { what_it_says() }
            </div>
        </div>
    }
}

/// What a link with the seven scores can say.
fn scores_alone(tallies: &Tallies, you: Html) -> Html {
    let quiz = quiz();
    let fit = fit::score_tallies(quiz, &tallies.traits, tallies.task);
    let around = Around {
        end: no_conditions(),
        ..Around::default()
    };
    let lifts = explain::pulls(quiz, &fit).map(|pulls| words::lifts(quiz, &pulls));
    html! {
        <div class="result">
            <div class="result__summary">{ verdict::verdict(quiz, Whose::Theirs, &fit, around) }</div>
            <div>
                { you }
                <div class="folds">
                    { fold("q-why", say::why(), lifts.unwrap_or_default().into(), html! {
                        <>{ why::weights(quiz, &fit) }{ trait_section(&fit, tallies.task) }</>
                    }) }
                    { like(fit.traits[TraitId::T4].as_ref()) }
                    { pay() }
                    if let Some(nearest) = directions::in_short(&fit) {
                        { fold("q-else", say::where_else(), nearest.into(), directions::directions(&fit)) }
                    }
                </div>
                { what_it_says() }
            </div>
        </div>
    }
}

/// How somebody sees a person, for a reader who is not that person or has no
/// result here.
fn observed(answers: &Answers, end: Html) -> Html {
    let quiz = quiz();
    html! {
        <>
            <h1 id="title" tabindex="-1">{ say::seen_by_someone() }</h1>
            <p class="lead">
                { say::seen_lead() }
            </p>
            <h2>{ say::how_they_see_it() }</h2>
            { trait_section(&fit::score(quiz, answers), None) }
            { end }
        </>
    }
}

fn and_you(visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let begun = !visit.own.is_untouched(quiz);
    html! {
        <section class="panel panel--accent screen-only">
            <h2>{ say::and_you() }</h2>
            <p>{ say::and_you_what() }</p>
            { take_the_quiz(if begun { say::go_on_with_own() } else { say::take_quiz() }, send) }
            <details>
                <summary>{ say::compare_another() }</summary>
                <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
            </details>
        </section>
    }
}
