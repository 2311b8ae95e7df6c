//! The seven traits, drawn and as a table.

use yew::prelude::*;

use crate::answers::{TaskForm, TaskOutcome};
use crate::content::{PerTrait, Quiz, Trait, TraitId};
use crate::fit::TraitScore;
use crate::task::{PairKind, ProbeKind, Run};
use crate::ui::components::trait_scale;
use crate::ui::words::{self, Whose};

/// What the device alone knows of the checking task, of which no link tells.
#[derive(Clone, Copy, Default)]
pub struct Done {
    /// The task with what was missed.
    pub run: Option<Run>,
    /// How long it took, in tenths of a second; 0 where that is unknown.
    pub took: u32,
}

/// Every trait with its score, its range and what it means on the job.
pub fn traits(
    quiz: &'static Quiz,
    whose: Whose,
    traits: &PerTrait<Option<TraitScore>>,
    task: Option<TaskOutcome>,
    done: Done,
) -> Html {
    html! {
        <section class="panel">
            <h3>{ "The seven traits, one by one" }</h3>
            <p>
                { "The line is the score. No short quiz can hit it exactly. The shaded part is where \
                   the real score lies about eight times in ten." }
            </p>
            <ul class="traits">
                for (id, score) in traits.iter() {
                    { trait_row(quiz, whose, &quiz.traits[id], score.as_ref(), task, done) }
                }
            </ul>
            <details>
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
    done: Done,
) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <li class="trait" data-trait={each.id.code()}>
            <h4 class="trait__name">{ &*each.name }</h4>
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
                                { task_line(quiz, score, task, done) }
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
    done: Done,
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
                        "Guessing would get half of them right, so that counts as {}. What was said \
                         comes to {}, and the task counts for a quarter of this trait. ",
                        words::whole(cuts, parts.task), words::whole(cuts, parts.self_report),
                    ),
                    None => "That is too few to count. ".to_owned(),
                }
            }
            if done.took > 0 && judged > 0 {
                { format!("It took {} seconds each. Speed is not scored. ",
                    words::tenths(f64::from(done.took) / 10.0 / f64::from(judged))) }
            }
            if let Some(run) = done.run {
                { by_kind(run) }
            }
        </p>
    }
}

/// What was right of each kind that was reached.
fn by_kind(run: Run) -> String {
    let reached = ProbeKind::ALL
        .into_iter()
        .filter(|kind| run.judged(*kind) > 0);
    let counts: Vec<_> = reached
        .map(|kind| {
            let judged = run.judged(kind);
            let name = match kind {
                ProbeKind::Pair(PairKind::Short) => "short pairs",
                ProbeKind::Pair(PairKind::Long) => "long pairs",
                ProbeKind::Pair(PairKind::TwoLines) => "pairs of two lines",
                ProbeKind::Chart => "charts",
            };
            format!("{} of {judged} {name}", judged - run.missed(kind))
        })
        .collect();
    let counts: Vec<_> = counts.iter().map(String::as_str).collect();
    format!("By kind: {} right.", words::list(&counts))
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
