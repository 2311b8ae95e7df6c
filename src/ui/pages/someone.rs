//! The end of the questions about somebody else: the link to send back.

use crate::say::links as say;
use yew::prelude::*;

use crate::builtin::quiz;
use crate::session::{Action, Stage};
use crate::share::{Link, Shared};
use crate::ui::components::{LinkBox, go};
use crate::ui::screen::Screen;
use crate::visit::{Event, Page, Visit};

/// The link with these answers, and what becomes of it.
pub fn link_back(visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    let answers = visit.someone.answers.clone();
    let link = visit.link_to(quiz, &Link::One(Shared::Observed(answers)));
    let body = html! {
        <>
            <button type="button" class="back" onclick={act(Action::Visit(Stage::Reviewing))}>
                { say::back_to_answers() }
            </button>
            <h1 id="title" tabindex="-1">{ say::thank_you() }</h1>
            <p class="lead">
                { say::thank_you_how() }
            </p>
            <section class="panel">
                <LinkBox id="back-link" label={say::to_send_back()} {link}
                    text={say::back_message()} share_sheet={visit.device.share_sheet} />
            </section>
            <p>
                <a class="button button--quiet" href={Page::Someone.link(Page::Quiz)}
                    onclick={go(send, Event::Open(Page::Quiz))}>{ say::quiz_about_yourself() }</a>
            </p>
            <p>
                <button type="button" class="link" onclick={act(Action::Restart)}>
                    { say::about_another() }
                </button>
            </p>
        </>
    };
    Screen::new("someone", say::to_send_back_title(), body)
}
