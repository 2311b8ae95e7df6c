//! A picture of the group: how far it lies apart in each trait.

use yew::prelude::*;

use crate::answers::Stance;
use crate::builtin::quiz;
use crate::content::{PerTrait, TraitId};
use crate::group::talk::{Question, with_group};
use crate::group::{Row, Spread};
use crate::say::group as say;
use crate::ui::words;

/// The spread of each trait.
pub fn spreads(rows: &[Row]) -> PerTrait<Option<Spread>> {
    PerTrait::from_fn(|id| {
        let scores = rows.iter().filter_map(|row| row.traits[id]);
        Spread::of(scores.map(|score| score.score))
    })
}

/// The picture with its table, what the group said no to, and what to talk about.
pub fn picture(rows: &[Row]) -> Html {
    let quiz = quiz();
    let spreads = spreads(rows);
    let all: Vec<_> = rows.iter().collect();
    let questions = with_group(quiz, &spreads, &all);
    let with_answers = rows.iter().filter(|row| row.conditions.is_some()).count();
    let said_no = |id| {
        rows.iter()
            .filter(|row| row.said(Stance::No).any(|said| said == id))
            .count()
    };
    let mut no: Vec<_> = quiz.condition_ids().map(|id| (said_no(id), id)).collect();
    no.retain(|(count, _)| *count > 0);
    let with_scores = spreads
        .iter()
        .filter_map(|(_, spread)| Some(spread.as_ref()?.count))
        .max();
    html! {
        <section class="panel" aria-labelledby="group-picture">
            <h2 id="group-picture">{ say::at_a_glance() }</h2>
            if with_scores.unwrap_or_default() > 0 {
                <p>{ say::drawing_what() }</p>
                for (id, spread) in spreads.iter() {
                    if let Some(spread) = spread {
                        <div class="spread">
                            <span class="spread__name">{ &*quiz.traits[id].name }</span>
                            { drawing(id, spread, rows) }
                        </div>
                    }
                }
                <p class="spread__ends" aria-hidden="true"><span>{ "0" }</span><span>{ "50" }</span><span>{ "100" }</span></p>
                <details>
                    <summary>{ say::in_numbers() }</summary>
                    { in_numbers(&spreads) }
                </details>
            } else {
                <p>{ say::nothing_to_draw() }</p>
            }
            if !no.is_empty() {
                <h3>{ say::group_said_no(with_answers) }</h3>
                <ul>
                    for (count, id) in no {
                        <li>{ say::said_no_times(&quiz.condition(id).short, count) }</li>
                    }
                </ul>
            }
            if !questions.is_empty() {
                <h3>{ say::talk_with_group() }</h3>
                { asked(&questions) }
            }
        </section>
    }
}

/// Questions as a list.
pub fn asked(questions: &[Question]) -> Html {
    html! {
        <ul class="asked">
            for question in questions.iter() {
                <li>
                    <span class="asked__about">{ question.about.clone() }</span>
                    { " " }{ question.ask }
                </li>
            }
        </ul>
    }
}

fn drawing(id: TraitId, spread: &Spread, rows: &[Row]) -> Html {
    let at = |value: f64| words::number((10.0 * value).round());
    let mut scores: Vec<u8> = rows
        .iter()
        .filter_map(|row| Some(row.traits[id]?.score))
        .collect();
    scores.sort_unstable();
    // People with one score stand above each other, as far as there is room. All dots are one path,
    // as a phone is slow to draw an element for each of a thousand people.
    let mut dots = String::new();
    let mut same = 0_u8;
    for (place, score) in scores.iter().enumerate() {
        let is_same = place > 0 && scores.get(place - 1) == Some(score);
        same = if is_same { same + 1 } else { 0 };
        if same < ROOM {
            dots += &format!("M{} {}h0", 10 * u32::from(*score), 32 - 7 * same);
        }
    }
    html! {
        <svg class="spread__drawing" viewBox="-12 0 1024 64" preserveAspectRatio="none" aria-hidden="true">
            <line class="spread__line" x1="0" x2="1000" y1="50" y2="50" />
            <rect class="spread__half" x={at(spread.q1)} y="42" height="16"
                width={at((spread.q3 - spread.q1).max(0.4))} />
            <line class="spread__median" x1={at(spread.median)} x2={at(spread.median)} y1="38" y2="62" />
            <path class="spread__dots" d={dots} />
        </svg>
    }
}

/// How many dots stand above each other.
const ROOM: u8 = 5;

fn in_numbers(spreads: &PerTrait<Option<Spread>>) -> Html {
    let shown = |number: f64| match number.fract() == 0.0 {
        true => words::number(number),
        false => words::tenths(number),
    };
    html! {
        <div class="table-scroll" role="region" aria-label={say::spread()} tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ say::column_trait() }</th>
                        <th scope="col">{ say::column_people() }</th>
                        <th scope="col">{ say::column_least() }</th>
                        <th scope="col">{ say::column_quarter_below() }</th>
                        <th scope="col">{ say::column_median() }</th>
                        <th scope="col">{ say::column_quarter_above() }</th>
                        <th scope="col">{ say::column_most() }</th>
                    </tr>
                </thead>
                <tbody>
                    for (id, spread) in spreads.iter() {
                        if let Some(spread) = spread {
                            <tr>
                                <th scope="row">{ &*quiz().traits[id].name }</th>
                                <td>{ spread.count }</td>
                                for number in [spread.min, spread.q1, spread.median, spread.q3, spread.max] {
                                    <td>{ shown(number) }</td>
                                }
                            </tr>
                        }
                    }
                </tbody>
            </table>
        </div>
    }
}
