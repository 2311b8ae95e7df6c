//! A lesson for one class period, to be read and to be printed.

use yew::prelude::*;

use super::fact_note::fact_notes_named;
use crate::builtin;
use crate::charts::content::Chart;

/// A part of the lesson.
struct Part {
    /// How long it takes.
    minutes: u8,
    /// What it is.
    name: &'static str,
    /// What happens, a paragraph each.
    text: &'static [&'static str],
    /// What the teacher may say.
    say: &'static str,
}

/// The timetable. The minutes add up to a class period.
const PARTS: [Part; 6] = [
    Part {
        minutes: 5,
        name: "Warm-up",
        text: &[
            "Write on the board: \"Fever, cough. Chest X-ray: pneumonia. Day 3, short of breath: heart \
             failure.\" Everybody picks one thing that the hospital should be paid for, and says why.",
            "Do not say who is right. They will find out with the first chart.",
        ],
        say: "Nearly every hospital stay in this country is turned into codes, and the hospital is paid by \
              them. Today you do that work.",
    },
    Part {
        minutes: 5,
        name: "What a coder does",
        text: &[
            "Hand out the first chart. Explain the three steps: mark what counts, look up the code, and \
             decide which code stands first.",
        ],
        say: "You need no medical knowledge. Read it like a stranger's mail, and ask of each line: was this \
              treated, watched or tested?",
    },
    Part {
        minutes: 15,
        name: "The first chart",
        text: &[
            "In pairs, the class marks the lines and finds the codes. With devices they do it on the page; \
             without, in the book that is printed with the chart.",
            "For the last few minutes, compare. Which code did each pair put first? Then tell them the answer.",
        ],
        say: "Nobody gets all of this right the first time. People learn it for months.",
    },
    Part {
        minutes: 10,
        name: "The second chart",
        text: &[
            "This one has an operation, and its code is built sign by sign out of a table. That is a puzzle, \
             and some who did not care for the first chart like this one.",
        ],
        say: "The report never says the word in the table. You have to find out what was really done.",
    },
    Part {
        minutes: 10,
        name: "What it is like",
        text: &[
            "Talk about the questions below. Then tell the class about pay, the way in and the future of the \
             job. The facts below have their sources.",
        ],
        say: "What was it like to read that closely? Who lost track of the time, and who looked at the clock?",
    },
    Part {
        minutes: 5,
        name: "Who might like it",
        text: &[
            "Hand out the sheet with the code for the quiz. Those who are curious take it at home. Nobody has \
             to, and nobody has to show a result.",
        ],
        say: "If this was dull to you, you have learned something about yourself. That is worth as much.",
    },
];

/// The charts of the lesson, by their numbers, and why those.
const CHARTS: [(u8, &str); 2] = [
    (
        1,
        "It needs no knowledge, it has hints for beginners, and its question is the one that every coder \
         meets every day: what comes first?",
    ),
    (
        2,
        "It is short, and it has an operation. Building that code is a different kind of work.",
    ),
];

/// What the class can talk about, and what a coder would say.
const TALK: [(&str, &str); 6] = [
    (
        "Why does the fever get no code?",
        "It belongs to the pneumonia. What usually comes with an illness is not coded beside it.",
    ),
    (
        "The heart failure was serious. Why does the pneumonia stand first?",
        "What stands first is what, after study, was chiefly responsible for the admission. The heart \
         failure turned acute later, in the hospital.",
    ),
    (
        "She has had heart failure for years. Why is it marked as not present when she came in?",
        "The code says \"acute on chronic\", and the acute part began at night on the second day. If any part \
         of a code came later, the answer is no.",
    ),
    (
        "In the second chart, how do you know that all of the appendix was taken out?",
        "The operative report says that the whole appendix was taken out, and the lab got it whole. To \
         cut out all of a body part is a resection, whatever the surgeon calls it.",
    ),
    (
        "What if somebody leaves the code of the operation out?",
        "Then the claim says that he lay in bed with a sore belly. The operating room is not paid for.",
    ),
    (
        "A lab value is high, and no doctor says anything about it. May a coder code it?",
        "No. A code rests on what the doctor wrote. A coder can ask, with a question that does not hint at \
         the answer.",
    ),
];

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
    let total: u8 = PARTS.iter().map(|part| part.minutes).sum();
    html! {
        <article>
            <p class="guide__up"><a class="guide__way guide__way--up" href={root.to_owned() + "advisers/"}>{ "For advisers and teachers" }</a></p>
            <h1 id="title">{ "A lesson of " }<span class="lesson__minutes">{ total }</span>{ " minutes" }</h1>
            <p class="lead">
                { "A class reads two invented hospital stays, codes them, and finds out who might like such work. \
                   It suits high school and adults. You can print this page as it is." }
            </p>
            { prepare(root) }
            { timetable() }
            { talk() }
            <section class="guide__section" id="facts">
                <h2>{ "Facts to have at hand" }</h2>
                { fact_notes_named(&FACTS, root) }
            </section>
            { early(root) }
            { answers() }
        </article>
    }
}

fn chart(number: u8) -> Option<&'static Chart> {
    builtin::charts()
        .iter()
        .find(|chart| chart.number == number)
}

fn prepare(root: &str) -> Html {
    html! {
        <section class="guide__section" id="prepare">
            <h2>{ "Before the lesson" }</h2>
            <ul class="ticks">
                for (number, why) in CHARTS {
                    if let Some(chart) = chart(number) {
                        <li class="ticks__line">
                            { "Open the " }<a href={root.to_owned() + "try/"}>{ "charts" }</a>
                            { format!(", choose \u{201c}{}\u{201d}, and press \u{201c}Print this chart and its key\u{201d}. ", chart.title) }
                            { why }
                        </li>
                    }
                }
                <li class="ticks__line">
                    { "Each print has the record, the part of the code book that it needs, and the key. Copy the \
                       first two for each pair. The key begins on a sheet of its own: keep it for yourself." }
                </li>
                <li class="ticks__line">{ "If the class has devices, open the page on one of them and try the first chart yourself. It takes about five minutes." }</li>
                <li class="ticks__line">
                    <a href={root.to_owned() + "handouts/"}>{ "Print the handout" }</a>
                    { " with the code for the quiz, one for each person." }
                </li>
            </ul>
            <p>{ "The people in the charts are invented. If somebody in class has just had such an illness in the family, choose another chart." }</p>
        </section>
    }
}

fn timetable() -> Html {
    let mut from = 0;
    let rows: Vec<_> = PARTS
        .iter()
        .map(|part| {
            let begins = from;
            from += part.minutes;
            (format!("{begins} to {from}"), part)
        })
        .collect();
    html! {
        <section class="guide__section" id="timetable">
            <h2>{ "The timetable, in minutes" }</h2>
            <dl class="terms">
                for (minutes, part) in rows {
                    <div class="terms__row">
                        <dt class="terms__name"><span class="lesson__minutes">{ minutes }</span><br />{ part.name }</dt>
                        <dd class="terms__text">
                            for paragraph in part.text {
                                <p>{ *paragraph }</p>
                            }
                            <p class="lesson__say">{ "You might say: \u{201c}" }{ part.say }{ "\u{201d}" }</p>
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
            <h2>{ "Questions for the talk" }</h2>
            <ol>
                for (question, _) in TALK {
                    <li>{ question }</li>
                }
            </ol>
            <p>{ "And two without a right answer: what did you like about it, and would you like it on a Monday morning in the rain?" }</p>
        </section>
    }
}

fn early(root: &str) -> Html {
    html! {
        <section class="guide__section" id="early">
            <h2>{ "If somebody is done early" }</h2>
            <ul class="ticks">
                <li class="ticks__line">{ "Let them write the question that they would send to the doctor. It must not hint at an answer." }</li>
                <li class="ticks__line">
                    { "There are more " }<a href={root.to_owned() + "try/"}>{ "charts" }</a>
                    { " on the page. In one of them, a word is missing that would change the codes." }
                </li>
                <li class="ticks__line">{ "Let them read how coders " }<a href={root.to_owned() + "guide/first-job/"}>{ "get their first job" }</a>{ ", and tell the class." }</li>
            </ul>
        </section>
    }
}

fn answers() -> Html {
    html! {
        <section class="guide__section" id="answers">
            <h2>{ "Answers for the teacher" }</h2>
            <details>
                <summary>{ "Show the answers" }</summary>
                for (number, _) in CHARTS {
                    if let Some(chart) = chart(number) {
                        <h3>{ &chart.title }</h3>
                        <ol class="lesson__codes">
                            for key in &chart.key {
                                <li>
                                    <strong>{ &key.code }</strong>{ " " }
                                    if let Some(entry) = chart.entry(&key.code) { { &entry.title }{ ". " } }
                                    { &key.reason.why }
                                </li>
                            }
                            if let Some(procedure) = &chart.procedure {
                                <li><strong>{ &procedure.code }</strong>{ " " }{ &procedure.title }{ ". " }{ &procedure.reason.why }</li>
                            }
                        </ol>
                    }
                }
                <h3>{ "The questions for the talk" }</h3>
                <ol>
                    for (question, answer) in TALK {
                        <li><strong>{ question }</strong>{ " " }{ answer }</li>
                    }
                </ol>
            </details>
        </section>
    }
}
