use yew::prelude::*;

use crate::builtin::quiz;
use crate::content::Stage as ItemStage;
use crate::session::{Action, Stage};
use crate::ui::components::go;
use crate::ui::screen::Screen;
use crate::visit::{Event, Page, Visit};

/// The landing page: what the work is, shown before anything is asked, and what the quiz
/// gives, costs and cannot do.
pub fn landing(visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let quick = quiz.stage_ids(ItemStage::Quick).count();
    let begun = !visit.own.is_untouched(quiz);
    let body = html! {
        <>
            <section class="hero">
                <h1 id="title" tabindex="-1">{ "Would inpatient medical coding suit you?" }</h1>
                <p class="lead">
                    { "Coders read the record of a hospital stay and turn it into codes. " }
                    { "It has nothing to do with programming." }
                </p>
                { record() }
                { start_buttons(visit, begun, send) }
                <p class="hero__terms">
                    { format!("It takes about five minutes: {quick} quick questions, {} about the work, \
                               {} about you. ", quiz.conditions.len(), quiz.start.len()) }
                    { "You get your fit with its range, your seven traits and a plan. Free, with no sign-up." }
                </p>
                // This page has styles of its own, so it is loaded.
                <p><a href={visit.view.page().link(Page::Try)}>{ "Or try the work first: code a chart" }</a></p>
            </section>
            <section class="panel">
                <h2>{ "What you get" }</h2>
                <ul class="ticks">
                    <li class="ticks__line">{ "How well your answers fit the work, from 0 to 100, with the range in which your fit may lie." }</li>
                    <li class="ticks__line">{ "Seven traits, one by one, with what each means on the job." }</li>
                    <li class="ticks__line">{ "The parts of the work that you said no to, named beside the score." }</li>
                    <li class="ticks__line">{ "First steps that fit where you are now, with sources." }</li>
                    <li class="ticks__line">{ "A link to keep or to send, if you want one. No server ever sees your answers." }</li>
                </ul>
            </section>
            <section class="panel panel--plain">
                <h2>{ "What it cannot do" }</h2>
                <p>
                    { "This quiz compares what you say about yourself with what the work asks for. " }
                    { "It does not test coding skill, and it cannot know if you would be hired or do well. " }
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
pub const SITE_TITLE: &str = "Coder Fit – would inpatient medical coding suit you?";

/// A line of a record, and what a coder makes of it.
#[derive(Clone, Copy, Debug)]
pub struct RecordLine {
    /// What stands before the words that count.
    pub before: &'static str,
    /// The words that count.
    pub counts: &'static str,
    /// What stands after them.
    pub after: &'static str,
    /// The code that they become.
    pub code: &'static str,
    /// What is to say of the code.
    pub decision: &'static str,
}

/// An invented stay. The codes are those of ICD-10-CM as of April 2026. Nothing here may
/// change them: no organism and no "lobar" beside the pneumonia (J18.1), no complication
/// beside the diabetes, and no hypertension, which would make the heart failure I11.0 with
/// I50.33.
pub const RECORD: [RecordLine; 3] = [
    RecordLine {
        before: "Fever, cough. Chest X-ray: ",
        counts: "pneumonia",
        after: ".",
        code: "J18.9",
        decision: "comes first",
    },
    RecordLine {
        before: "",
        counts: "Type 2 diabetes",
        after: ", blood sugar checked daily.",
        code: "E11.9",
        decision: "coded too",
    },
    RecordLine {
        before: "Day 3, short of breath: ",
        counts: "acute on chronic diastolic heart failure",
        after: ".",
        code: "I50.33",
        decision: "came later",
    },
];

/// The work itself, drawn: a record, the words that count, and what they become.
fn record() -> Html {
    html! {
        <figure class="record">
            <ol class="record__lines">
                for line in RECORD {
                    <li class="record__line">
                        <span>{ line.before }<mark class="record__mark">{ line.counts }</mark>{ line.after }</span>
                        <span class="record__result">
                            <span class="visually-hidden">{ " becomes " }</span>
                            <code class="record__code">{ line.code }</code>
                            <span class="record__decision">{ " " }{ line.decision }</span>
                        </span>
                    </li>
                }
            </ol>
            <figcaption class="record__caption">
                { "A coder marks what counts, looks up its code, and decides which one comes first. \
                   Fever and cough belong to the pneumonia, so they get no code." }
            </figcaption>
        </figure>
    }
}

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
