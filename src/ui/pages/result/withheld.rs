//! The result that is held back: kindly, with the answers as they are.

use yew::prelude::*;

use crate::answers::Answers;
use crate::content::Quiz;
use crate::fit::quality::Flag;
use crate::session::{Question, Subject};
use crate::ui::words::Whose;

/// Why there is no headline, and what was said.
pub fn withheld(quiz: &'static Quiz, whose: Whose, answers: &Answers, flags: &[Flag]) -> Html {
    let given: Vec<_> = quiz
        .item_ids()
        .map(Question::Item)
        .filter_map(|question| {
            Some((
                question.text(quiz, Subject::Me),
                question.answer(quiz, answers)?,
            ))
        })
        .collect();
    html! {
        <>
            <section class="verdict" aria-labelledby="title">
                { super::verdict::tab() }
                <div class="verdict__sheet sheet sheet--under-tab">
                    <h1 id="title" tabindex="-1">{ "We hold this result back for now." }</h1>
                    <p>{ "Something in the answers makes us doubt that a score would be fair. It happens easily, and it says nothing about the person." }</p>
                    <ul>
                        for flag in flags.iter() {
                            <li>{ reason(*flag) }</li>
                        }
                    </ul>
                    if whose == Whose::Own {
                        <p>{ "Take your time and start again, or go back to your answers and think each one over." }</p>
                    }
                </div>
            </section>
            <section class="panel">
                <h2>{ if whose == Whose::Own { "What you answered" } else { "What was answered" } }</h2>
                <dl class="answers">
                    for (text, answer) in given {
                        <div class="answers__row"><dt class="answers__question">{ text }</dt><dd class="answers__answer">{ answer }</dd></div>
                    }
                </dl>
            </section>
        </>
    }
}

/// One weak sign does not change the result, and the reader is told of it.
pub fn look_twice(flags: &[Flag]) -> Html {
    html! {
        for flag in flags.iter() {
            <div class="notice">
                <p class="notice__text">{ reason(*flag) }{ " The result stands, but read it with care." }</p>
            </div>
        }
    }
}

const fn reason(flag: Flag) -> &'static str {
    match flag {
        Flag::TooFast => "The questions went by faster than most people can read them.",
        Flag::OneOption => {
            "Every question of the quick quiz got the same option, also where questions ask for opposite things."
        }
        Flag::Fast => "The questions went by very fast.",
        Flag::SameRun => {
            "The same option was picked many times in a row, also where questions ask for opposite things."
        }
        Flag::Contradiction => {
            "Questions that ask the same thing the other way round got answers that do not fit together."
        }
    }
}
