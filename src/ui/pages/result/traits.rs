//! The seven traits, drawn and as a table.

use crate::say::traits as say;
use crate::ui::marks::strong;
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
            <h3>{ say::heading() }</h3>
            <p>
                { say::how_to_read() }
            </p>
            <ul class="traits">
                for (id, score) in traits.iter() {
                    { trait_row(quiz, whose, &quiz.traits[id], score.as_ref(), task, done) }
                }
            </ul>
            <details>
                <summary>{ say::as_table() }</summary>
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
                                { words::scored(cuts, score, strong) }
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
                        <p class="trait__meaning">{ say::too_few() }</p>
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
    let (judged, right) = (usize::from(judged), usize::from(right));
    let mut said = vec![match task.form {
        TaskForm::Timed => say::task_with_clock(judged, right),
        TaskForm::Untimed => say::task_without_clock(judged, right),
    }];
    said.push(match score.parts {
        Some(parts) => say::task_counts(
            &words::whole(cuts, parts.task),
            &words::whole(cuts, parts.self_report),
        ),
        None => say::task_too_few().to_owned(),
    });
    if done.took > 0 && judged > 0 {
        let each = f64::from(done.took) / 10.0 / judged as f64;
        said.push(say::task_took(&words::tenths(each)));
    }
    if let Some(run) = done.run {
        said.push(by_kind(run));
    }
    html! { <p class="trait__meaning">{ said.join(" ") }</p> }
}

/// What was right of each kind that was reached.
fn by_kind(run: Run) -> String {
    let reached = ProbeKind::ALL
        .into_iter()
        .filter(|kind| run.judged(*kind) > 0);
    let counts: Vec<_> = reached
        .map(|kind| {
            let judged = run.judged(kind);
            let right = usize::from(judged - run.missed(kind));
            let judged = usize::from(judged);
            match kind {
                ProbeKind::Pair(PairKind::Short) => say::of_short_pairs(judged, right),
                ProbeKind::Pair(PairKind::Long) => say::of_long_pairs(judged, right),
                ProbeKind::Pair(PairKind::TwoLines) => say::of_two_lines(judged, right),
                ProbeKind::Chart => say::of_charts(judged, right),
            }
        })
        .collect();
    say::by_kind(&words::listed(&counts))
}

fn trait_table(quiz: &'static Quiz, traits: &PerTrait<Option<TraitScore>>) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={say::scores()}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ say::trait_name() }</th>
                        <th scope="col">{ say::score() }</th>
                        <th scope="col">{ say::range() }</th>
                        <th scope="col">{ say::weight() }</th>
                    </tr>
                </thead>
                <tbody>
                    for (id, score) in traits.iter() {
                        <tr>
                            <th scope="row">{ &*quiz.traits[id].name }</th>
                            <td>{ score.as_ref().map_or_else(|| say::none().to_owned(), |score| words::whole(cuts, score.score)) }</td>
                            <td>{ score.as_ref().map_or_else(|| say::none().to_owned(), |score| words::range(cuts, score.low, score.high)) }</td>
                            <td>{ words::percent(quiz.traits[id].weight) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
