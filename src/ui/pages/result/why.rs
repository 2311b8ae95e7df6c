//! Why the result is what it is, and what would change it.

use crate::say::why as say;
use crate::ui::marks::strong;
use yew::prelude::*;

use crate::answers::{Answers, Response};
use crate::content::{ItemId, PerTrait, Quiz, TraitId};
use crate::fit::explain::{self, Moved};
use crate::fit::{Band, Change, Fit, Headline, score};
use crate::session::{Question, Subject};
use crate::ui::words::{self, Whose};

/// How many of the answers that moved the fit are named.
const MOVED: usize = 3;

/// The explanation; nothing where there is no fit to explain.
pub fn why(quiz: &'static Quiz, whose: Whose, answers: &Answers, fit: &Fit) -> Html {
    let Some(explanation) = explain::explain(quiz, answers, fit) else {
        return Html::default();
    };
    html! {
        <section class="panel why">
            { moved_list(quiz, answers, &explanation.moved) }
            <details>
                <summary>{ say::adds_up() }</summary>
                { pull_table(quiz, fit, &explanation.pulls) }
                { held(quiz, fit) }
            </details>
            <h3>{ say::what_would_change() }</h3>
            { change(quiz, whose, answers, explanation.rise.as_ref(), true) }
            { change(quiz, whose, answers, explanation.fall.as_ref(), false) }
            { other_weights(quiz, explanation.other_weights) }
        </section>
    }
}

/// What more answers have changed since the quick quiz, and through which trait most of it came;
/// nothing where there are no more.
pub fn since_the_quick_quiz(
    quiz: &'static Quiz,
    answers: &Answers,
    fit: &Fit,
    quick: Option<Headline>,
) -> Html {
    let (Some(quick), Ok(overall)) = (quick, &fit.overall) else {
        return Html::default();
    };
    let now = Headline::of(quiz, overall);
    let before = score(quiz, &answers.quick_alone(quiz));
    let shift = |id: TraitId| {
        let (now, before) = (fit.traits[id]?, before.traits[id]?);
        Some((id, now.score - before.score))
    };
    let weighed = |(id, by): &(TraitId, f64)| quiz.traits[*id].weight * by.abs();
    let moved = TraitId::ALL.into_iter().filter_map(shift);
    let most = moved.max_by(|one, other| weighed(one).total_cmp(&weighed(other)));
    html! {
        <section class="panel">
            <h3>{ say::sharpening_changed() }</h3>
            <p>
                { say::quick_and_now(
                    &now.fit.to_string(),
                    &words::between(now),
                    &quick.fit.to_string(),
                    &words::between(quick),
                ) }
                if let Some((id, by)) = most {
                    { " " }{ say::most_of_change(by < 0.0, &words::points(by.abs()), &quiz.traits[id].short) }
                }
            </p>
        </section>
    }
}

/// As much of the explanation as the seven scores give.
pub fn weights(quiz: &'static Quiz, fit: &Fit) -> Html {
    let pulls = explain::pulls(quiz, fit);
    let Some((pulls, bounds)) = pulls.zip(explain::under_other_weights(quiz, fit)) else {
        return Html::default();
    };
    html! {
        <section class="panel why">
            { pull_table(quiz, fit, &pulls) }
            { held(quiz, fit) }
            { other_weights(quiz, bounds) }
        </section>
    }
}

fn other_weights(quiz: &Quiz, (low, high): (f64, f64)) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <p>
            { say::other_weights(&words::whole(cuts, low), &words::whole(cuts, high)) }
        </p>
    }
}

fn pull_table(quiz: &'static Quiz, fit: &Fit, pulls: &PerTrait<Option<f64>>) -> Html {
    let pulls = pulls.iter().filter_map(|(id, pull)| Some((id, (*pull)?)));
    let pulls = words::highest_first(pulls);
    html! {
        <>
            <p>
                { say::from_the_middle(&words::whole(&quiz.scoring.bands, explain::neutral(quiz, fit))) }
            </p>
            <table class="pulls">
                <caption class="visually-hidden">{ say::pulls() }</caption>
                <thead class="visually-hidden">
                    <tr><th scope="col">{ say::trait_name() }</th><th scope="col">{ say::points() }</th></tr>
                </thead>
                <tbody>
                    for (id, pull) in pulls {
                        <tr>
                            <th scope="row" class="pulls__trait">{ words::capital(&quiz.traits[id].short) }</th>
                            <td class={if pull < 0.0 { "pulls__points pulls__points--down" } else { "pulls__points pulls__points--up" }}>
                                { words::signed(pull) }
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
        </>
    }
}

/// The pulls add up to the fit before it is held down, so where it is, that is said.
fn held(quiz: &'static Quiz, fit: &Fit) -> Html {
    let Ok(overall) = &fit.overall else {
        return Html::default();
    };
    if overall.gated.is_empty() || overall.uncapped <= overall.fit {
        return Html::default();
    }
    let cuts = &quiz.scoring.bands;
    html! {
        <p>
            { say::held(&words::whole(cuts, overall.fit), &words::whole(cuts, overall.uncapped)) }
        </p>
    }
}

fn moved_list(quiz: &'static Quiz, answers: &Answers, moved: &[Moved]) -> Html {
    if moved.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ say::moved_most() }</h3>
            <ul>
                for Moved { item, points } in most_of_each_trait(quiz, moved).take(MOVED) {
                    <li>
                        { quoted(quiz, answers, *item) }{ " " }
                        { say::moved(*points < 0.0, &words::points(points.abs())) }
                    </li>
                }
            </ul>
        </>
    }
}

/// At most one answer for each trait: two that ask nearly the same would say it twice.
fn most_of_each_trait<'a>(
    quiz: &'a Quiz,
    moved: &'a [Moved],
) -> impl Iterator<Item = &'a Moved> + 'a {
    let of = |moved: &Moved| quiz.item(moved.item).trait_id;
    moved.iter().enumerate().filter_map(move |(place, each)| {
        let before = moved.iter().take(place);
        let is_first = before.into_iter().all(|other| of(other) != of(each));
        is_first.then_some(each)
    })
}

/// An item with the answer that was given to it.
fn quoted(quiz: &'static Quiz, answers: &Answers, item: ItemId) -> Html {
    let question = Question::Item(item);
    say::quoted(
        question.answer(quiz, answers).unwrap_or_default(),
        question.text(quiz, Subject::Me),
        |question| html! { <q>{ question }</q> },
        strong,
    )
}

fn change(
    quiz: &'static Quiz,
    whose: Whose,
    answers: &Answers,
    change: Option<&Change>,
    is_up: bool,
) -> Html {
    let Some(Change {
        to,
        answers: changes,
    }) = change
    else {
        return Html::default();
    };
    let mut changed = answers.clone();
    for (item, level) in changes {
        changed.set_item(*item, Some(Response::Level(*level)));
    }
    let count = changes.len();
    let told = match (is_up, to) {
        (true, Band::Strong) => say::up_to_strong(count, whose),
        (true, _) => say::up_to_partial(count, whose),
        (false, Band::Low) => say::down_to_low(count, whose),
        (false, _) => say::down_to_partial(count, whose),
    };
    html! {
        <details>
            <summary class="why__change">{ told }</summary>
            <div>
                <ul class="why__answers">
                    for (item, _) in changes.iter() {
                        <li>
                            { quoted(quiz, answers, *item) }{ " " }
                            { say::would_have_to_be(Question::Item(*item).answer(quiz, &changed).unwrap_or_default()) }
                        </li>
                    }
                </ul>
                <p>{ say::no_smaller() }</p>
            </div>
        </details>
    }
}
