//! The result page when there is no result to show.

use yew::prelude::*;

use crate::share::CodeError;
use crate::ui::app::go;
use crate::visit::{Event, Page};

/// The result page before the fragment has been read.
pub fn opening() -> Html {
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "Opening the result" }</h1>
            <p class="lead">{ "One moment. The result is worked out on your device." }</p>
        </>
    }
}

/// In place of what the other program will show.
pub fn one_moment() -> Html {
    html! { <h1 id="title" tabindex="-1">{ "One moment" }</h1> }
}

/// A link that is not a result: which kind of trouble it is, and what to do.
pub fn bad_link(error: CodeError, send: &Callback<Event>) -> Html {
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
    html! {
        <>
            <h1 id="title" tabindex="-1">{ heading }</h1>
            <p class="lead">{ what }</p>
            <p>{ todo }</p>
            <p>{ "Your own answers, if you have any on this device, are safe." }</p>
            { take_the_quiz("Take the quiz", send) }
        </>
    }
}

/// The result page without a link and without a finished quiz.
pub fn no_result(send: &Callback<Event>) -> Html {
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "There is no result here yet" }</h1>
            <p class="lead">{ "A result shows up here once you have answered the questions." }</p>
            { take_the_quiz("Go to the quiz", send) }
        </>
    }
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
