//! The table of a group, with what it is filtered by.

use yew::prelude::*;

use super::board::{Board, Event, Scoring};
use crate::answers::Stance;
use crate::builtin::quiz;
use crate::content::{StartOptionId, TraitId};
use crate::group::export::look_twice;
use crate::group::{Column, Filter, Person, Row, charts, conditions, start, verdict};
use crate::visit::Page;

/// What can be looked for, each with how many people it is true of.
pub fn filters(board: &Board, shown: usize, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let people = board.people();
    let counted = |filter: Filter| {
        let takes = |(person, row): &&(&Person, &Row)| filter.takes(person, row);
        people.iter().filter(takes).count()
    };
    let one = |label: &str, filter: Filter| {
        let count = counted(filter);
        let is_on = board.filters.contains(&filter);
        if count == 0 && !is_on {
            return Html::default();
        }
        html! {
            <label class="check">
                <input class="check__box" type="checkbox" checked={is_on}
                    onchange={send.reform(move |_: yew::Event| Event::Filter(filter))} />
                <span>{ format!("{label} ({count})") }</span>
            </label>
        }
    };
    let background = quiz
        .start_ids()
        .find(|id| quiz.start_question(*id).id == "background");
    html! {
        <div class="screen-only">
            <details class="filters">
                <summary>{ "Show only some people" }</summary>
                <div class="filters__all">
                    <fieldset>
                        <legend class="filters__legend">{ "Said no to" }</legend>
                        for id in quiz.condition_ids() {
                            { one(&quiz.condition(id).short, Filter::No(id)) }
                        }
                    </fieldset>
                    if let Some(question) = background {
                        <fieldset>
                            <legend class="filters__legend">{ "Background" }</legend>
                            for (option, place) in quiz.start_question(question).options.iter().zip(0..) {
                                { one(&option.text, Filter::Start(StartOptionId { question, option: place })) }
                            }
                        </fieldset>
                    }
                    <fieldset>
                        <legend class="filters__legend">{ "To look at twice" }</legend>
                        { one("Too uncertain, or no verdict", Filter::Uncertain) }
                        { one("The link does not hold the answers", Filter::HoldsLess) }
                        { one("With a remark", Filter::LookTwice) }
                    </fieldset>
                </div>
                if !board.filters.is_empty() {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::NoFilter)}>
                        { "Show everyone again" }
                    </button>
                }
            </details>
            <p class="filters__count" role="status">
                { format!("Showing {shown} of {}.", people.len()) }
            </p>
        </div>
    }
}

/// The table. `places` are the people who are drawn, in their order.
pub fn table(board: &Board, places: &[usize], send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let people = board.people();
    let head = |column: Column, label: &str| {
        let (sorted, arrow) = match board.order {
            Some(order) if order.column == column && order.descending => ("descending", "▼"),
            Some(order) if order.column == column => ("ascending", "▲"),
            _ => ("none", ""),
        };
        html! {
            <th scope="col" aria-sort={sorted}>
                <button type="button" class="sort" onclick={send.reform(move |_: MouseEvent| Event::Sort(column))}>
                    { label }<span class="sort__arrow" aria-hidden="true">{ arrow }</span>
                </button>
            </th>
        }
    };
    let has_charts = people.iter().any(|(_, row)| row.charts.is_some());
    html! {
        <div class="table-scroll group-table" role="region" aria-label="Table of the group" tabindex="0">
            <table>
                <caption class="visually-hidden">{ "Everyone in the group, in the order in which the links came. Buttons in the head sort it." }</caption>
                <thead>
                    <tr>
                        { head(Column::Name, "Name") }
                        { head(Column::Verdict, "Verdict") }
                        { head(Column::Range, "Likely range") }
                        for id in TraitId::ALL {
                            { head(Column::Trait(id), &capital(&quiz.traits[id].short)) }
                        }
                        { head(Column::No, "Said no to") }
                        { head(Column::Start, "Starting point") }
                        if has_charts {
                            { head(Column::Charts, "Charts") }
                        }
                    </tr>
                </thead>
                <tbody>
                    for place in places.iter() {
                        if let Some((person, row)) = people.get(*place) {
                            { line(person, row, has_charts) }
                        }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn line(person: &Person, row: &Row, has_charts: bool) -> Html {
    let quiz = quiz();
    let unknown = || html! { <span class="soft">{ "not told" }</span> };
    let known = |text: Option<String>| text.map_or_else(unknown, Html::from);
    let no = conditions(quiz, row, Stance::No).map(|no| match no.is_empty() {
        true => "nothing".to_owned(),
        false => no,
    });
    let remark = look_twice(person, row);
    html! {
        <tr key={person.link.clone()}>
            <th scope="row">
                <a href={address(person)} target="_blank" rel="noopener">
                    <bdi>{ name(person) }</bdi><span class="visually-hidden">{ ", result in a new tab" }</span>
                </a>
                if !remark.is_empty() {
                    <span class="remark">{ remark }</span>
                }
            </th>
            <td>{ verdict(row.verdict) }</td>
            <td class="whole">{ row.headline.map_or_else(|| "–".to_owned(), |each| format!("{} to {}", each.low, each.high)) }</td>
            for id in TraitId::ALL {
                <td>
                    if let Some(score) = row.traits[id] {
                        { score.score }{ " " }<span class="group-table__range">{ format!("{} to {}", score.low, score.high) }</span>
                    } else {
                        { "–" }
                    }
                </td>
            }
            <td>{ known(no) }</td>
            <td>{ known(starting_point(row)) }</td>
            if has_charts {
                <td>{ known(row.charts.map(charts)) }</td>
            }
        </tr>
    }
}

/// Background and credential, which tell most of where somebody starts.
fn starting_point(row: &Row) -> Option<String> {
    let quiz = quiz();
    let ids = quiz.start_ids().filter(|id| {
        let question = &quiz.start_question(*id).id;
        question == "background" || question == "credential"
    });
    let said: Vec<_> = ids.filter_map(|id| start(quiz, row, id)).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// What a person is called: by their name, or by the place of their link.
pub fn name(person: &Person) -> String {
    match person.name.is_empty() {
        true => format!("Person {}", person.place + 1),
        false => person.name.clone(),
    }
}

/// The page of a person's result.
pub fn address(person: &Person) -> String {
    [&Page::Group.link(Page::Result), "#", &person.link].concat()
}

/// A phrase with its first letter large.
pub fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// In place of the table, while nothing can be scored.
pub fn waiting(scoring: Scoring, send: &Callback<Event>) -> Html {
    match scoring {
        Scoring::Missing => html! {
            <div class="notice notice--loud" role="alert">
                <p class="notice__text">
                    { "The part of this page that works out results did not load. Your connection may be down. \
                       Your list is not lost." }
                </p>
                <button type="button" class="button" onclick={send.reform(|_: MouseEvent| Event::Ask)}>{ "Try again" }</button>
            </div>
        },
        _ => html! { <p>{ "One moment: the results are being worked out on your device." }</p> },
    }
}
