//! The working conditions: beside the score, never inside it.

use yew::prelude::*;

use crate::answers::{Answers, Stance};
use crate::builtin::content;
use crate::content::{ConditionId, Quiz};
use crate::ui::components::folded_facts;
use crate::ui::words::{self, Whose};

/// The conditions in one line.
pub fn in_short(quiz: &'static Quiz, whose: Whose, answers: &Answers) -> String {
    let [no, hard] = [Stance::No, Stance::Hard].map(|said| words::conditions(quiz, answers, said));
    let who = match whose {
        Whose::Own => "You said no to ",
        Whose::Theirs => "The person said no to ",
    };
    match (no.is_empty(), hard.is_empty()) {
        (true, true) => "No deal-breakers: every condition we asked about is fine.".to_owned(),
        (true, false) => {
            let would = words::listed(&hard) + " would be hard.";
            ["No deal-breakers, but ", &would].concat()
        }
        (false, _) => [who, &words::listed(&no), "."].concat(),
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
                { "These stand beside the score and never inside it: a good match on traits does not undo a \"no\"." }
            </p>
            { condition_list(quiz, "Said no to", &said(Stance::No)) }
            { condition_list(quiz, "Would be hard", &said(Stance::Hard)) }
            { condition_list(quiz, "Fine", &said(Stance::Fine)) }
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
