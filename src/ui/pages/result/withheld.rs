//! The result that is held back: kindly, with the answers as they are.

use crate::say::result as say;
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
                    <h1 id="title" tabindex="-1">{ say::held_back() }</h1>
                    <p>{ say::held_back_why() }</p>
                    <ul>
                        for flag in flags.iter() {
                            <li>{ reason(*flag) }</li>
                        }
                    </ul>
                    if whose == Whose::Own {
                        <p>{ say::take_your_time() }</p>
                    }
                </div>
            </section>
            <section class="panel">
                <h2>{ if whose == Whose::Own { say::what_you_answered() } else { say::what_was_answered() } }</h2>
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
                <p class="notice__text">{ reason(*flag) }{ " " }{ say::read_with_care() }</p>
            </div>
        }
    }
}

fn reason(flag: Flag) -> &'static str {
    match flag {
        Flag::TooFast => say::too_fast(),
        Flag::OneOption => say::one_option(),
        Flag::Fast => say::fast(),
        Flag::SameRun => say::same_run(),
        Flag::Contradiction => say::contradiction(),
    }
}
