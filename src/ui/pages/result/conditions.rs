//! The working conditions: beside the score, never inside it.

use yew::prelude::*;

use crate::answers::{Answers, Stance};
use crate::builtin::content;
use crate::content::{ConditionId, Quiz};
use crate::ui::components::folded_facts;
use crate::ui::words::Whose;

/// What would be a deal-breaker, and what would be hard.
pub fn conditions(quiz: &'static Quiz, whose: Whose, answers: &Answers) -> Html {
    let said = |stance| -> Vec<ConditionId> {
        quiz.condition_ids()
            .filter(|id| answers.condition(*id) == Some(stance))
            .collect()
    };
    let (no, hard) = (said(Stance::No), said(Stance::Hard));
    let heading = match (whose, no.len()) {
        (_, 0) => "No deal-breakers",
        (Whose::Own, 1) => "One deal-breaker for you",
        (Whose::Own, _) => "Deal-breakers for you",
        (Whose::Theirs, _) => "Deal-breakers",
    };
    html! {
        <section class={classes!("panel", (!no.is_empty()).then_some("panel--alert"))}>
            <h2 id="deal-breakers" tabindex="-1">{ heading }</h2>
            <p>
                { "These stand beside the score and never inside it: a good match on traits does not undo a \"no\"." }
            </p>
            if said(Stance::Fine).len() == quiz.conditions.len() {
                <p>{ "Every condition of the work that we asked about is fine." }</p>
            }
            { condition_list(quiz, "Said no to", &no) }
            { condition_list(quiz, "Would be hard", &hard) }
        </section>
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
