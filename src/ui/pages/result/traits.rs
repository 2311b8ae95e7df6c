//! The seven traits, drawn and as a table.

use yew::prelude::*;

use crate::answers::{TaskForm, TaskOutcome};
use crate::content::{PerTrait, Quiz, Trait, TraitId};
use crate::fit::TraitScore;
use crate::ui::components::trait_scale;
use crate::ui::words::{self, Whose};

/// Every trait with its score, its range and what it means on the job.
pub fn traits(
    quiz: &'static Quiz,
    whose: Whose,
    traits: &PerTrait<Option<TraitScore>>,
    task: Option<TaskOutcome>,
    task_took: u32,
) -> Html {
    html! {
        <section class="panel">
            <h2>{ "The seven traits, one by one" }</h2>
            <p>
                { "The line is the score. No short quiz can hit it exactly: the shaded part is where \
                   the real score lies about eight times in ten." }
            </p>
            <ul class="traits">
                for (id, score) in traits.iter() {
                    { trait_row(quiz, whose, &quiz.traits[id], score.as_ref(), task, task_took) }
                }
            </ul>
            <details class="as-table">
                <summary>{ "The same as a table" }</summary>
                { trait_table(quiz, traits) }
            </details>
        </section>
    }
}

fn trait_row(
    quiz: &'static Quiz,
    whose: Whose,
    each: &'static Trait,
    score: Option<&TraitScore>,
    task: Option<TaskOutcome>,
    task_took: u32,
) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <li class="trait" data-trait={each.id.code()}>
            <h3 class="trait__name">{ &*each.name }</h3>
            {
                match score {
                    Some(score) => html! {
                        <>
                            <p class="trait__score">
                                <strong>{ words::whole(cuts, score.score) }</strong>
                                { format!(" ({})", words::range(cuts, score.low, score.high)) }
                            </p>
                            { trait_scale(cuts, score) }
                            <p class="trait__meaning">
                                {
                                    match whose {
                                        Whose::Own => words::meaning(quiz, each, score),
                                        Whose::Theirs => &each.asks,
                                    }
                                }
                            </p>
                            if each.id == TraitId::T1 {
                                { task_line(quiz, score, task, task_took) }
                            }
                        </>
                    },
                    None => html! {
                        <p class="trait__meaning">{ "Too few answers to say. It is left out of the result." }</p>
                    },
                }
            }
        </li>
    }
}

/// What the checking task came to: accuracy and speed apart, and the form.
fn task_line(
    quiz: &'static Quiz,
    score: &TraitScore,
    task: Option<TaskOutcome>,
    task_took: u32,
) -> Html {
    let Some(task) = task else {
        return Html::default();
    };
    let right = task.right();
    let judged = right + task.wrong();
    let cuts = &quiz.scoring.bands;
    let form = match task.form {
        TaskForm::Timed => "with a clock",
        TaskForm::Untimed => "without a clock",
    };
    html! {
        <p class="trait__meaning">
            { format!("Checking task, {form}: {right} of {judged} right. ") }
            {
                match score.parts {
                    Some(parts) => format!(
                        "What was said comes to {}, what was done to {}. ",
                        words::whole(cuts, parts.self_report), words::whole(cuts, parts.task),
                    ),
                    None => "That is too few to count. ".to_owned(),
                }
            }
            if task_took > 0 && judged > 0 {
                { format!("It took {} seconds each. Speed is not scored.",
                    words::tenths(f64::from(task_took) / 10.0 / f64::from(judged))) }
            }
        </p>
    }
}

fn trait_table(quiz: &'static Quiz, traits: &PerTrait<Option<TraitScore>>) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Trait scores">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ "Trait" }</th>
                        <th scope="col">{ "Score" }</th>
                        <th scope="col">{ "Range" }</th>
                        <th scope="col">{ "Weight" }</th>
                    </tr>
                </thead>
                <tbody>
                    for (id, score) in traits.iter() {
                        <tr>
                            <th scope="row">{ &*quiz.traits[id].name }</th>
                            <td>{ score.as_ref().map_or_else(|| "–".to_owned(), |score| words::whole(cuts, score.score)) }</td>
                            <td>{ score.as_ref().map_or_else(|| "–".to_owned(), |score| words::range(cuts, score.low, score.high)) }</td>
                            <td>{ words::percent(quiz.traits[id].weight) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
