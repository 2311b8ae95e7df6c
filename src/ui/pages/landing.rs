use yew::prelude::*;

use crate::builtin::quiz;
use crate::content::Stage as ItemStage;
use crate::session::{Action, Stage};
use crate::ui::components::go;
use crate::ui::screen::Screen;
use crate::visit::{Event, Page, Visit};

/// The landing page: what this is, what it costs, what it cannot do.
pub fn landing(visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let quick = quiz.stage_ids(ItemStage::Quick).count();
    let begun = !visit.own.is_untouched(quiz);
    let body = html! {
        <>
            <section class="hero">
                <p class="tab hero__tab">{ "A career quiz that shows its doubt" }</p>
                <h1 id="title" tabindex="-1">{ "Would work as an inpatient coder suit you?" }</h1>
                <p class="lead">
                    { "Inpatient coders read the record of a hospital stay and turn it into codes, " }
                    { "one for each illness and each procedure. It is exact work, with a target for each day." }
                </p>
                { start_buttons(visit, begun, send) }
                <p class="hero__terms">
                    { format!("{quick} quick questions, {} about the work itself, {} about you. ",
                        quiz.conditions.len(), quiz.start.len()) }
                    { "About five minutes. Free, with no sign-up." }
                </p>
            </section>
            <section class="panel">
                <h2>{ "What you get" }</h2>
                <ul class="ticks">
                    <li class="ticks__line">{ "How far your answers overlap with what the work asks for, as a range and not as one bold number." }</li>
                    <li class="ticks__line">{ "Seven traits, one by one, with what each means on the job." }</li>
                    <li class="ticks__line">{ "The parts of the work that you could not accept, set apart from the score." }</li>
                    <li class="ticks__line">{ "First next steps that fit where you are now, with sources." }</li>
                    <li class="ticks__line">{ "A link to keep or send. No server ever sees your answers." }</li>
                </ul>
            </section>
            <section class="panel panel--plain">
                <h2>{ "What it cannot do" }</h2>
                <p>
                    { "This quiz compares what you say about yourself with what the work asks for. " }
                    { "It does not test coding skill. It does not know if you would be hired or do well. " }
                    { "No one has studied the later careers of people who took it. " }
                    { "Please never use it to choose or turn down other people." }
                </p>
            </section>
        </>
    };
    Screen {
        name: "landing",
        title: SITE_TITLE.to_owned(),
        body,
    }
}

/// The landing page's title, which is the site's.
pub const SITE_TITLE: &str = "Coder Fit – would inpatient coding suit you?";

fn start_buttons(visit: &Visit, begun: bool, send: &Callback<Event>) -> Html {
    let href = visit.view.page().link(Page::Quiz);
    let restart = send.reform(|_: MouseEvent| Event::Quiz(Action::Restart));
    html! {
        <p class="hero__start">
            <a class="button button--large" {href} onclick={go(send, Event::Open(Page::Quiz))}>
                {
                    match (begun, visit.own.stage) {
                        (false, _) => "Start the quiz",
                        (true, Stage::Finished) => "See your result",
                        (true, _) => "Go on with your quiz",
                    }
                }
            </a>
            if begun {
                <button type="button" class="button button--quiet button--large" onclick={restart}>
                    { "Start again" }
                </button>
            }
        </p>
    }
}
