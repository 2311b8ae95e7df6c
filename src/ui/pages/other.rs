//! The result page when there is no result to show.

use crate::say::links as say;
use yew::prelude::*;

use crate::session::{Action, Stage};
use crate::share::CodeError;
use crate::ui::components::go;
use crate::ui::screen::Screen;
use crate::visit::{Event, Page, View, Visit};

/// The result page while the result is on its way.
pub fn opening() -> Screen {
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ say::one_moment() }</h1>
            <p class="lead">{ say::worked_out() }</p>
        </>
    };
    Screen::new("opening", say::one_moment(), body)
}

/// In place of a result that the browser could not fetch the code for.
pub fn not_here(visit: &Visit, send: &Callback<Event>, again: &Callback<MouseEvent>) -> Screen {
    let to_answers = send.reform(|_: MouseEvent| Event::Quiz(Action::Visit(Stage::Reviewing)));
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ say::part_missing() }</h1>
            <p class="lead">
                { say::part_missing_why() }
            </p>
            <p class="buttons">
                <button type="button" class="button" onclick={again}>{ say::try_again() }</button>
                if matches!(visit.view, View::Own | View::Someone | View::Quiz) {
                    <button type="button" class="button button--quiet" onclick={to_answers}>
                        { say::back_to_answers() }
                    </button>
                }
            </p>
        </>
    };
    Screen::new("not-here", say::part_missing(), body)
}

/// A link that is not a result: which kind of trouble it is, and what to do.
pub fn bad_link(error: CodeError, send: &Callback<Event>) -> Screen {
    let (heading, what, todo) = match error {
        CodeError::Damaged => (say::damaged(), say::damaged_what(), say::damaged_todo()),
        CodeError::CutOff => (say::cut_off(), say::cut_off_what(), say::cut_off_todo()),
        CodeError::Older => (say::older(), say::older_what(), say::older_todo()),
        CodeError::Newer => (say::newer(), say::newer_what(), say::newer_todo()),
        CodeError::NotOurs => (say::not_ours(), say::not_ours_what(), say::not_ours_todo()),
    };
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ heading }</h1>
            <p class="lead">{ what }</p>
            <p>{ todo }</p>
            <p>{ say::own_are_safe() }</p>
            { take_the_quiz(say::take_quiz(), send) }
        </>
    };
    Screen::new("bad-link", say::bad_link_title(), body)
}

/// The result page without a link and without a finished quiz.
pub fn no_result(send: &Callback<Event>) -> Screen {
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ say::no_result() }</h1>
            <p class="lead">{ say::no_result_why() }</p>
            { take_the_quiz(say::go_to_quiz(), send) }
        </>
    };
    Screen::new("nothing", say::no_result_title(), body)
}

/// The way from the result page to the quiz.
pub(super) fn take_the_quiz(label: &'static str, send: &Callback<Event>) -> Html {
    html! {
        <p>
            <a class="button" href={Page::Result.link(Page::Quiz)}
                onclick={go(send, Event::Open(Page::Quiz))}>{ label }</a>
        </p>
    }
}
