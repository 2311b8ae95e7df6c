use crate::say::{Marked, landing as say};
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
                <h1 id="title" tabindex="-1">{ say::heading() }</h1>
                <p class="lead">
                    { say::lead() }
                </p>
                { record() }
                { start_buttons(visit, begun, send) }
                <p class="hero__terms">
                    { say::terms(quiz.conditions.len(), quick, quiz.start.len()) }
                </p>
                // This page has styles of its own, so it is loaded.
                <p><a href={visit.view.page().link(Page::Try)}>{ say::try_first() }</a></p>
            </section>
            <section class="panel">
                <h2>{ say::you_get() }</h2>
                <ul class="ticks">
                    <li class="ticks__line">{ say::get_fit() }</li>
                    <li class="ticks__line">{ say::get_traits() }</li>
                    <li class="ticks__line">{ say::get_nos() }</li>
                    <li class="ticks__line">{ say::get_steps() }</li>
                    <li class="ticks__line">{ say::get_link() }</li>
                </ul>
            </section>
            <section class="panel panel--plain">
                <h2>{ say::cannot() }</h2>
                <p>
                    { say::limits() }
                </p>
            </section>
        </>
    };
    Screen {
        name: "landing",
        title: site_title().to_owned(),
        body,
    }
}

/// The landing page's title, which is the site's.
pub fn site_title() -> &'static str {
    say::site_title()
}

/// A line of a record, and what a coder makes of it.
#[derive(Clone, Debug)]
pub struct RecordLine<T> {
    /// What it says, with the words that count marked.
    pub words: T,
    /// The code that they become.
    pub code: &'static str,
    /// What is to say of the code.
    pub decision: &'static str,
}

/// An invented stay; `counts` marks the words that count. The codes are those of ICD-10-CM as of April
/// 2026. Nothing here may change them: no organism and no "lobar" beside the pneumonia (J18.1), no
/// complication beside the diabetes, and no hypertension, which would make the heart failure I11.0 with
/// I50.33.
fn record_lines<T: Marked>(counts: fn(T) -> T) -> [RecordLine<T>; 3] {
    [
        RecordLine {
            words: say::pneumonia(counts),
            code: "J18.9",
            decision: say::comes_first(),
        },
        RecordLine {
            words: say::diabetes(counts),
            code: "E11.9",
            decision: say::coded_too(),
        },
        RecordLine {
            words: say::heart_failure(counts),
            code: "I50.33",
            decision: say::came_later(),
        },
    ]
}

/// The same for a picture, in parts, each with whether it counts.
#[cfg(feature = "ssr")]
pub fn record_in_parts() -> [RecordLine<RecordParts>; 3] {
    record_lines(|RecordParts(parts)| {
        RecordParts(parts.into_iter().map(|(words, _)| (words, true)).collect())
    })
}

/// Words of a record, each with whether they count.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug)]
pub struct RecordParts(pub Vec<(String, bool)>);

#[cfg(feature = "ssr")]
impl Marked for RecordParts {
    fn fixed(words: &'static str) -> Self {
        Self::made(words.to_owned())
    }

    fn made(words: String) -> Self {
        Self(vec![(words, false)])
    }

    fn joined(parts: Vec<Self>) -> Self {
        Self(parts.into_iter().flat_map(|part| part.0).collect())
    }
}

/// The work itself, drawn: a record, the words that count, and what they become.
fn record() -> Html {
    html! {
        <figure class="record">
            <ol class="record__lines">
                for line in record_lines(|words| html! { <mark class="record__mark">{ words }</mark> }) {
                    <li class="record__line">
                        <span>{ line.words }</span>
                        <span class="record__result">
                            <span class="visually-hidden">{ " " }{ say::becomes() }{ " " }</span>
                            <code class="record__code">{ line.code }</code>
                            <span class="record__decision">{ " " }{ line.decision }</span>
                        </span>
                    </li>
                }
            </ol>
            <figcaption class="record__caption">
                { say::record_told() }
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
                        (false, _) => say::start_quiz(),
                        (true, Stage::Finished) => say::see_result(),
                        (true, _) => say::go_on(),
                    }
                }
            </a>
            if begun {
                <button type="button" class="button button--quiet button--large" onclick={restart}>
                    { say::start_again() }
                </button>
            }
        </p>
    }
}
