//! The reader's own result.

use std::rc::Rc;

use crate::say::result as say;
use crate::ui::marks::strong;
use yew::prelude::*;

use super::super::question::notices;
use super::parts::{
    Known, bad_paste, laid_out, look, open_all, paper_head, paste, questions, what_it_says,
};
use super::share::ShareBox;
use super::traits::Done;
use super::verdict::{self, Around};
use super::withheld;
use crate::browser::page;
use crate::builtin::quiz;
use crate::fit;
use crate::fit::quality::{self, Flag};
use crate::session::{Action, Question, Session, Stage};
use crate::ui::components::{LinkBox, PasteBox, fold};
use crate::ui::screen::Screen;
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Page, Visit};

/// The reader's own result.
pub fn own_result(visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let Session { answers, pace, .. } = &visit.own;
    let flags = quality::flags(quiz, answers, pace.seconds_per_item());
    let body = html! {
        <>
            { paper_head(visit) }
            { notices(visit, send) }
            { beside_what_was_sent(visit, send) }
            if quality::withholds(&flags) {
                { withheld::withheld(quiz, Whose::Own, answers, &flags) }
                { own_answers(send) }
            } else {
                { own(&flags, visit, send) }
            }
        </>
    };
    Screen::new("own", say::own_title(), body)
}

fn own(flags: &[Flag], visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let answers = &visit.own.answers;
    let fit = fit::score(quiz, answers);
    let quick = verdict::quick_alone(quiz, answers);
    let around = Around {
        quick,
        no: words::said_no(quiz, Whose::Own, answers),
        end: html! { <>{ next(send) }<ShareBox visit={visit.clone()} /></> },
    };
    let verdict = verdict::verdict(quiz, Whose::Own, &fit, around);
    let whole = {
        let known = Rc::new(Known {
            whose: Whose::Own,
            answers: answers.clone(),
            fit,
            quick,
            done: Done {
                run: visit.own.run,
                took: visit.own.pace.task_took(),
            },
            visit: visit.clone(),
            send: send.clone(),
        });
        let flags = flags.to_vec();
        Callback::from(move |()| {
            let Known {
                fit, visit, send, ..
            } = &*known;
            html! {
                <>
                    { withheld::look_twice(&flags) }
                    if !visit.own.can_sharpen(quiz) && let Some(edge) = words::on_the_edge(quiz, fit) {
                        <p class="result__edge">{ edge }</p>
                    }
                    { open_all() }
                    { questions(&known) }
                    { together(visit, send) }
                    { sharpen(&visit.own, send) }
                    { what_it_says() }
                    { to_print() }
                    { own_answers(send) }
                </>
            }
        })
    };
    laid_out(verdict, whole)
}

/// The one thing to do next, whatever the result: nothing tells more about the work than doing it.
fn next(send: &Callback<Event>) -> Html {
    html! {
        <p class="next">
            { say::next(
                |chart| html! { <a href={Page::Result.link(Page::Try)}>{ chart }</a> },
                |plan| html! { <a class="next__plan" href="#open=plan" onclick={look(send, "q-plan")}>{ plan }</a> },
                strong,
            ) }
        </p>
    }
}

/// Two ways to put it on paper. The first one fits on two sheets.
fn to_print() -> Html {
    html! {
        <p class="buttons screen-only">
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print_summary()}>
                { say::print_summary() }
            </button>
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print()}>
                { say::print_everything() }
            </button>
        </p>
    }
}

fn own_answers(send: &Callback<Event>) -> Html {
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <section class="panel panel--plain screen-only">
            <h2>{ say::own_answers() }</h2>
            <p>{ say::own_answers_what() }</p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={act(Action::Visit(Stage::Reviewing))}>
                    { say::change_answers() }
                </button>
                <button type="button" class="button button--quiet" onclick={act(Action::Restart)}>
                    { say::start_again() }
                </button>
            </p>
        </section>
    }
}

/// Whoever came by somebody's link and then took the quiz wants to see both.
fn beside_what_was_sent(visit: &Visit, send: &Callback<Event>) -> Html {
    if visit.device.sent.is_none() || !visit.can_compare(quiz()) {
        return Html::default();
    }
    html! {
        <div class="notice screen-only">
            <p class="notice__text">{ say::came_by_link() }</p>
            <div class="notice__ways">
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithSent)}>
                    { say::compare_with_sent() }
                </button>
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::ForgetSent)}>
                    { say::no_thanks() }
                </button>
            </div>
        </div>
    }
}

/// Two ways to look at oneself beside somebody else.
fn together(visit: &Visit, send: &Callback<Event>) -> Html {
    let whole = html! {
        <>
            <h3>{ say::ask_someone() }</h3>
            <p>
                { say::ask_how() }
            </p>
            <LinkBox id="ask-link" label={say::ask_link()} link={visit.ask_link()}
                text={say::ask_message()}
                share_sheet={visit.device.share_sheet} />
            <h3>{ say::compare_another() }</h3>
            <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
        </>
    };
    let line = say::others_line();
    html! { <div class="folds screen-only">{ fold("q-others", say::others(), line.into(), whole) }</div> }
}

/// The offer to answer more, for narrower ranges.
fn sharpen(own: &Session, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    if !own.can_sharpen(quiz) {
        return Html::default();
    }
    let more = Question::more(quiz);
    let left = more
        .iter()
        .filter(|question| question.chosen(quiz, &own.answers).is_none())
        .count();
    let begun = left < more.len();
    let onclick = send.reform(|_: MouseEvent| Event::Quiz(Action::Sharpen));
    html! {
        <section class="panel panel--accent sharpen">
            <h2>{ say::sharpen() }</h2>
            <p>
                { say::sharpen_left(left) }{ " " }{ say::sharpen_why() }
            </p>
            <button type="button" class="button" {onclick}>
                { if begun { say::go_on_sharpening() } else { say::sharpen_mine() } }
            </button>
        </section>
    }
}
