//! The table of a group, with what it is filtered by.

use yew::prelude::*;

use super::board::{Board, Event, Scoring};
use crate::answers::Stance;
use crate::builtin::quiz;
use crate::content::{StartOptionId, TraitId};
use crate::group::export::look_twice;
use crate::group::{Column, Filter, Person, Row, charts, conditions, start, verdict};
use crate::say::{group as say, numbers, traits};
use crate::ui::words::capital;
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
                <span>{ say::filter(count, label) }</span>
            </label>
        }
    };
    let background = quiz
        .start_ids()
        .find(|id| quiz.start_question(*id).id == "background");
    html! {
        <div class="screen-only">
            <details class="filters">
                <summary>{ say::filters() }</summary>
                <div class="filters__all">
                    <fieldset>
                        <legend class="filters__legend">{ say::said_no_to() }</legend>
                        for id in quiz.condition_ids() {
                            { one(&quiz.condition(id).short, Filter::No(id)) }
                        }
                    </fieldset>
                    if let Some(question) = background {
                        <fieldset>
                            <legend class="filters__legend">{ say::background() }</legend>
                            for (option, place) in quiz.start_question(question).options.iter().zip(0..) {
                                { one(&option.text, Filter::Start(StartOptionId { question, option: place })) }
                            }
                        </fieldset>
                    }
                    <fieldset>
                        <legend class="filters__legend">{ say::look_at_twice() }</legend>
                        { one(say::filter_uncertain(), Filter::Uncertain) }
                        { one(say::filter_holds_less(), Filter::HoldsLess) }
                        { one(say::filter_remark(), Filter::LookTwice) }
                    </fieldset>
                </div>
                if !board.filters.is_empty() {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::NoFilter)}>
                        { say::no_filter() }
                    </button>
                }
            </details>
            <p class="filters__count" role="status">
                { say::showing(people.len(), shown) }
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
    let has_charts = people.iter().any(|(_, row)| row.has_charts);
    html! {
        <div class="table-scroll group-table" role="region" aria-label={say::table()} tabindex="0">
            <table>
                <caption class="visually-hidden">{ say::table_what() }</caption>
                <thead>
                    <tr>
                        { head(Column::Name, say::column_name()) }
                        { head(Column::Verdict, say::column_verdict()) }
                        { head(Column::Range, say::column_range()) }
                        for id in TraitId::ALL {
                            { head(Column::Trait(id), &capital(&quiz.traits[id].short)) }
                        }
                        { head(Column::No, say::said_no_to()) }
                        { head(Column::Start, say::column_start()) }
                        if has_charts {
                            { head(Column::Charts, say::column_charts()) }
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
    let unknown = || html! { <span class="soft">{ say::not_told() }</span> };
    let known = |text: Option<String>| text.map_or_else(unknown, Html::from);
    let no = conditions(quiz, row, Stance::No).map(|no| match no.is_empty() {
        true => say::nothing().to_owned(),
        false => no,
    });
    let remark = look_twice(person, row);
    html! {
        <tr key={person.link.clone()}>
            <th scope="row">
                <a href={address(person)} target="_blank" rel="noopener">
                    { say::opens_result(
                        &name(person),
                        |note: Html| html! { <span class="visually-hidden">{ note }</span> },
                        |name| html! { <bdi>{ name }</bdi> },
                    ) }
                </a>
                if !remark.is_empty() {
                    <span class="remark">{ remark }</span>
                }
            </th>
            <td>{ verdict(row.verdict) }</td>
            <td class="whole">{ row.headline.map_or_else(|| traits::none().to_owned(), |each| range(each.low, each.high)) }</td>
            for id in TraitId::ALL {
                <td>
                    if let Some(score) = row.traits[id] {
                        { score.score }{ " " }<span class="group-table__range">{ range(score.low, score.high) }</span>
                    } else {
                        { traits::none() }
                    }
                </td>
            }
            <td>{ known(no) }</td>
            <td>{ known(starting_point(row)) }</td>
            if has_charts {
                <td>{ known(charts(row)) }</td>
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
        true => say::person(person.place + 1),
        false => person.name.clone(),
    }
}

/// The page of a person's result.
pub fn address(person: &Person) -> String {
    [&Page::Group.link(Page::Result), "#", &person.link].concat()
}

fn range(low: u8, high: u8) -> String {
    numbers::range(&low.to_string(), &high.to_string())
}

/// In place of the table, while nothing can be scored.
pub fn waiting(scoring: Scoring, send: &Callback<Event>) -> Html {
    match scoring {
        Scoring::Missing => html! {
            <div class="notice notice--loud" role="alert">
                <p class="notice__text">
                    { say::missing() }
                </p>
                <button type="button" class="button" onclick={send.reform(|_: MouseEvent| Event::Ask)}>{ say::try_again() }</button>
            </div>
        },
        _ => html! { <p>{ say::one_moment() }</p> },
    }
}
