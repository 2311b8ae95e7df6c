//! A lesson for one class period, to be read and to be printed.

use yew::prelude::*;

use super::advisers::{figures, link};
use super::fact_note::fact_notes_named;
use crate::builtin;
use crate::charts::content::Chart;
use crate::say::{advisers, charts, lesson as say, numbers};
use crate::ui::marks::strong;

/// A part of the lesson.
struct Part {
    /// How long it takes.
    minutes: usize,
    /// What it is.
    name: &'static str,
    /// What happens, a paragraph each.
    text: Vec<&'static str>,
    /// What the teacher may say.
    say: &'static str,
}

/// The timetable. The minutes add up to a class period.
fn parts() -> [Part; 6] {
    [
        Part {
            minutes: 5,
            name: say::warm_up(),
            text: vec![say::warm_up_board(), say::warm_up_wait()],
            say: say::warm_up_say(),
        },
        Part {
            minutes: 5,
            name: say::coder(),
            text: vec![say::coder_steps()],
            say: say::coder_say(),
        },
        Part {
            minutes: 15,
            name: say::first_chart(),
            text: vec![say::first_chart_pairs(), say::first_chart_compare()],
            say: say::first_chart_say(),
        },
        Part {
            minutes: 10,
            name: say::second_chart(),
            text: vec![say::second_chart_puzzle()],
            say: say::second_chart_say(),
        },
        Part {
            minutes: 10,
            name: say::like(),
            text: vec![say::like_talk()],
            say: say::like_say(),
        },
        Part {
            minutes: 5,
            name: say::who(),
            text: vec![say::who_handout()],
            say: say::who_say(),
        },
    ]
}

/// The charts of the lesson, and why those.
fn charts_of_lesson() -> impl Iterator<Item = (&'static Chart, &'static str)> {
    let chosen = [(1, say::first_chart_why()), (2, say::second_chart_why())];
    chosen.into_iter().filter_map(|(number, why)| {
        let mut charts = builtin::charts().iter();
        Some((charts.find(|chart| chart.number == number)?, why))
    })
}

/// What the class can talk about, and what a coder would say.
fn questions() -> [(&'static str, &'static str); 6] {
    [
        (say::fever(), say::fever_answer()),
        (say::order(), say::order_answer()),
        (say::presence(), say::presence_answer()),
        (say::whole(), say::whole_answer()),
        (say::left_out(), say::left_out_answer()),
        (say::lab_value(), say::lab_value_answer()),
    ]
}

/// What the teacher tells about the job.
const FACTS: [&str; 7] = [
    "two-code-sets",
    "entry-education",
    "first-job",
    "pay",
    "outlook",
    "ai",
    "accuracy-goal",
];

pub fn lesson(root: &str) -> Html {
    let minutes = parts().iter().map(|part| part.minutes).sum();
    html! {
        <article>
            <p class="guide__up"><a class="guide__way guide__way--up" href={root.to_owned() + "advisers/"}>{ advisers::title() }</a></p>
            <h1 id="title">{ say::heading(minutes, figures) }</h1>
            <p class="lead">{ say::lead() }</p>
            { prepare(root) }
            { timetable() }
            { talk() }
            <section class="guide__section" id="facts">
                <h2>{ say::facts() }</h2>
                { fact_notes_named(&FACTS, root) }
            </section>
            { early(root) }
            { answers() }
        </article>
    }
}

fn prepare(root: &str) -> Html {
    html! {
        <section class="guide__section" id="prepare">
            <h2>{ say::prepare() }</h2>
            <ul class="ticks">
                for (chart, why) in charts_of_lesson() {
                    <li class="ticks__line">
                        { say::prepare_chart(
                            charts::print(),
                            &chart.title,
                            why,
                            link(root, "try/"),
                        ) }
                    </li>
                }
                <li class="ticks__line">{ say::prepare_copies() }</li>
                <li class="ticks__line">{ say::prepare_try() }</li>
                <li class="ticks__line">{ say::prepare_handout(link(root, "handouts/")) }</li>
            </ul>
            <p>{ say::prepare_care() }</p>
        </section>
    }
}

fn timetable() -> Html {
    let mut from = 0;
    let rows = parts().map(|part| {
        let begins = from;
        from += part.minutes;
        let minutes = numbers::range(&begins.to_string(), &from.to_string());
        (minutes, part)
    });
    html! {
        <section class="guide__section" id="timetable">
            <h2>{ say::timetable() }</h2>
            <dl class="terms">
                for (minutes, part) in rows {
                    <div class="terms__row">
                        <dt class="terms__name">{ figures(minutes.into()) }<br />{ part.name }</dt>
                        <dd class="terms__text">
                            for paragraph in part.text {
                                <p>{ paragraph }</p>
                            }
                            <p class="lesson__say">{ say::you_might_say(part.say) }</p>
                        </dd>
                    </div>
                }
            </dl>
        </section>
    }
}

fn talk() -> Html {
    html! {
        <section class="guide__section" id="talk">
            <h2>{ say::talk() }</h2>
            <ol>
                for (question, _) in questions() {
                    <li>{ question }</li>
                }
            </ol>
            <p>{ say::no_right_answer() }</p>
        </section>
    }
}

fn early(root: &str) -> Html {
    html! {
        <section class="guide__section" id="early">
            <h2>{ say::early() }</h2>
            <ul class="ticks">
                <li class="ticks__line">{ say::early_question() }</li>
                <li class="ticks__line">{ say::early_charts(link(root, "try/")) }</li>
                <li class="ticks__line">{ say::early_first_job(link(root, "guide/first-job/")) }</li>
            </ul>
        </section>
    }
}

fn answers() -> Html {
    html! {
        <section class="guide__section" id="answers">
            <h2>{ say::answers() }</h2>
            <details>
                <summary>{ say::show_answers() }</summary>
                for (chart, _) in charts_of_lesson() {
                    <h3>{ &chart.title }</h3>
                    <ol class="lesson__codes">
                        for key in &chart.key {
                            <li>
                                {
                                    match chart.entry(&key.code) {
                                        Some(entry) => say::code(&key.code, &entry.title, &key.reason.why, strong),
                                        None => say::code_without_title(&key.code, &key.reason.why, strong),
                                    }
                                }
                            </li>
                        }
                        if let Some(procedure) = &chart.procedure {
                            <li>{ say::code(&procedure.code, &procedure.title, &procedure.reason.why, strong) }</li>
                        }
                    </ol>
                }
                <h3>{ say::answers_talk() }</h3>
                <ol>
                    for (question, answer) in questions() {
                        <li>{ say::answer(answer, question, strong) }</li>
                    }
                </ol>
            </details>
        </section>
    }
}
