//! The end of the questions about somebody else: the link to send back.

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
                { "Back to your answers" }
            </button>
            <h1 id="title" tabindex="-1">{ "Thank you. Now send this link back." }</h1>
            <p class="lead">
                { "Send it to the person who asked you, and to nobody else: it holds your answers about them. \
                   When they open it, they see how you see them beside how they see themselves." }
            </p>
            <section class="panel">
                <LinkBox id="back-link" label="Link to send back" {link}
                    text="You asked how I see you, for the quiz Coder Fit about inpatient medical coding. Here is my view." share_sheet={visit.device.share_sheet} />
            </section>
            <p>
                <a class="button button--quiet" href={Page::Someone.link(Page::Quiz)}
                    onclick={go(send, Event::Open(Page::Quiz))}>{ "Take the quiz about yourself" }</a>
            </p>
            <p>
                <button type="button" class="link" onclick={act(Action::Restart)}>
                    { "Answer about another person" }
                </button>
            </p>
        </>
    };
    Screen::new("someone", "Your link to send back", body)
}
