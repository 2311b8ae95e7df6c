//! The result page when there is no result to show.

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
            <h1 id="title" tabindex="-1">{ "One moment" }</h1>
            <p class="lead">{ "This is being worked out on your device." }</p>
        </>
    };
    Screen::new("opening", "One moment", body)
}

/// In place of a result that the browser could not fetch the code for.
pub fn not_here(visit: &Visit, send: &Callback<Event>, again: &Callback<MouseEvent>) -> Screen {
    let to_answers = send.reform(|_: MouseEvent| Event::Quiz(Action::Visit(Stage::Reviewing)));
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ "This part did not load" }</h1>
            <p class="lead">
                { "A part of this page is still missing. Your connection may be down. Nothing you saved is lost." }
            </p>
            <p class="buttons">
                <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                if matches!(visit.view, View::Own | View::Someone | View::Quiz) {
                    <button type="button" class="button button--quiet" onclick={to_answers}>
                        { "Back to your answers" }
                    </button>
                }
            </p>
        </>
    };
    Screen::new("not-here", "This part did not load", body)
}

/// A link that is not a result: which kind of trouble it is, and what to do.
pub fn bad_link(error: CodeError, send: &Callback<Event>) -> Screen {
    let (heading, what, todo) = match error {
        CodeError::Damaged => (
            "This link is damaged",
            "Something in the link has changed since it was made. It may have been typed by hand, \
             or an app may have added to it.",
            "Ask for the link again, and open it without typing.",
        ),
        CodeError::CutOff => (
            "The end of this link is missing",
            "The link is shorter than it was when it was made. Some apps cut off long links.",
            "Copy the whole link and open it again.",
        ),
        CodeError::Older => (
            "This link was made for an earlier version of the quiz",
            "The link is fine, but the questions have changed since. The old answers would not \
             mean the same today, so we do not show a result for them.",
            "Ask for a new link, or take the quiz again. It takes about five minutes.",
        ),
        CodeError::Newer => (
            "This link comes from a newer version",
            "The link is fine, but this copy of the quiz is too old to read it.",
            "Reload the page while you are online, then open the link again.",
        ),
        CodeError::NotOurs => (
            "This is not a link to a result",
            "We cannot find a result in this address.",
            "Check where the link came from. You can also take the quiz yourself.",
        ),
    };
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ heading }</h1>
            <p class="lead">{ what }</p>
            <p>{ todo }</p>
            <p>{ "Your own answers, if you have any on this device, are safe." }</p>
            { take_the_quiz("Take the quiz", send) }
        </>
    };
    Screen::new("bad-link", "This link does not work", body)
}

/// The result page without a link and without a finished quiz.
pub fn no_result(send: &Callback<Event>) -> Screen {
    let body = html! {
        <>
            <h1 id="title" tabindex="-1">{ "There is no result here yet" }</h1>
            <p class="lead">{ "A result shows up here once you have answered the questions." }</p>
            { take_the_quiz("Go to the quiz", send) }
        </>
    };
    Screen::new("nothing", "No result yet", body)
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
