//! The working conditions: beside the score, never inside it.

use crate::say::result as say;
use yew::prelude::*;

use crate::answers::{Answers, Stance};
use crate::builtin::content;
use crate::content::{ConditionId, Quiz};
use crate::ui::components::folded_facts;
use crate::ui::words::{self, Whose};

/// The conditions in one line.
pub fn in_short(quiz: &'static Quiz, whose: Whose, answers: &Answers) -> String {
    let [no, hard] = [Stance::No, Stance::Hard].map(|said| words::conditions(quiz, answers, said));
    match (no.is_empty(), hard.is_empty()) {
        (true, true) => say::all_fine().to_owned(),
        (true, false) => say::some_hard(&words::listed(&hard)),
        (false, _) => say::said_no(&words::listed(&no), whose),
    }
}

/// What would be a deal-breaker, and what would be hard.
pub fn conditions(quiz: &'static Quiz, answers: &Answers) -> Html {
    let said = |stance| -> Vec<ConditionId> {
        quiz.condition_ids()
            .filter(|id| answers.condition(*id) == Some(stance))
            .collect()
    };
    html! {
        <>
            <p>
                { say::beside_the_score() }
            </p>
            { condition_list(quiz, say::said_no_to(), &said(Stance::No)) }
            { condition_list(quiz, say::would_be_hard(), &said(Stance::Hard)) }
            { condition_list(quiz, say::fine(), &said(Stance::Fine)) }
        </>
    }
}

fn condition_list(quiz: &'static Quiz, heading: &'static str, ids: &[ConditionId]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ heading }</h3>
            <ul class="conditions">
                for id in ids.iter() {
                    <li>
                        <strong>{ &*quiz.condition(*id).short }</strong>
                        { folded_facts(content(), &[quiz.condition(*id).fact]) }
                    </li>
                }
            </ul>
        </>
    }
}
