//! The results of a group: a page with its own state, for whoever advises the people in it.

mod board;
mod inbox;
mod out;
mod person;
mod picture;
mod table;

use yew::prelude::*;

use crate::browser::page;
use crate::group::export::reason;
use crate::group::{Aside, shown};
use crate::say::group as say;
use crate::ui::effects::{Kept, first_group, use_group, use_printing, use_scoring};
use crate::ui::scorer::Scorer;
use crate::ui::screen::Screen;
use crate::visit::Visit;

use board::{Board, Event, Keeping, Sheets};
use inbox::Inbox;
use person::Sheet;

/// The page.
pub fn group(visit: &Visit, scorer: Scorer) -> Screen {
    let body = html! { <Group site={visit.device.site.clone()} {scorer} /> };
    Screen::new("group", say::title(), body)
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    /// The site's root as a whole address; empty while the page is written.
    site: AttrValue,
    scorer: Scorer,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let site = props.site.clone();
    let first = use_memo((), move |()| first_group(&site));
    let board = use_reducer({
        let first = first.clone();
        let scorer = props.scorer;
        move || Board::new(scorer, first.list.clone(), first.is_kept)
    });
    let send = use_callback((), {
        let dispatch = board.dispatcher();
        move |event: Event, ()| dispatch.dispatch(event)
    });
    use_scoring(props.scorer, board.asked, send.reform(Event::Come));
    use_group(
        &first.hold,
        &board.list,
        board.keeping == Keeping::Yes,
        send.reform(|kept| match kept {
            Kept::As(lines) => Event::Hear(lines),
            Kept::Refused => Event::Refused,
        }),
    );
    // What says so stands below the button that did it, and that may be gone by now.
    use_effect_with(board.said.clone(), |said| {
        if !said.is_empty() {
            page::focus_if_lost("group-said");
        }
    });
    use_printing(board.prints.is_some(), send.reform(|()| Event::Printed));
    html! {
        <div class="group">
            <h1 id="title" tabindex="-1">{ say::title() }</h1>
            <p class="lead screen-only">{ say::lead() }</p>
            { frame() }
            <Inbox is_empty={board.is_empty()} taken={board.taken} send={send.clone()} />
            <p id="group-said" class="group__said" role="status" tabindex="-1">{ &board.said }</p>
            { inbox::keeping(&board, &send) }
            if !board.is_empty() {
                { found(&board, &props.site, &send) }
            }
        </div>
    }
}

/// What the results are for, where they are read.
fn frame() -> Html {
    html! {
        <section class="group__frame" aria-labelledby="group-frame">
            <h2 id="group-frame">{ say::frame() }</h2>
            <p>{ say::frame_what() }</p>
        </section>
    }
}

fn found(board: &Board, site: &str, send: &Callback<Event>) -> Html {
    let people = board.people();
    let places = shown(&people, &board.filters, board.order);
    let everyone = board.prints.is_some();
    let most = if everyone { places.len() } else { board.most };
    let drawn = places.get(..most).unwrap_or(&places);
    let hidden = places.len() - drawn.len();
    let is_scored = people.len() == board.sorted.people.len();
    html! {
        <>
            if !is_scored {
                { table::waiting(board.scoring, send) }
            } else if !people.is_empty() {
                { picture::picture(&board.rows) }
                <section class="group__table" aria-labelledby="group-people">
                    <h2 id="group-people">{ say::people(people.len()) }</h2>
                    { table::filters(board, places.len(), send) }
                    { table::table(board, drawn, send) }
                    if hidden > 0 {
                        <p class="screen-only">
                            <button type="button" class="button button--quiet" onclick={send.reform(|_: MouseEvent| Event::More)}>
                                { say::show_more(hidden) }
                            </button>
                        </p>
                    }
                </section>
                { out::out(board, &places, site, send) }
                <section class={if board.prints == Some(Sheets::Everyone) { "group__people" } else { "group__people screen-only" }}
                    aria-labelledby="group-talk">
                    <h2 id="group-talk" class="screen-only">{ say::talk_with_each() }</h2>
                    for place in drawn.iter() {
                        if let Some((person, row)) = people.get(*place) {
                            <Sheet key={person.link.clone()} person={(*person).clone()} row={(*row).clone()}
                                for_paper={board.prints == Some(Sheets::Everyone)} send={send.clone()} />
                        }
                    }
                </section>
            }
            { aside(&board.sorted.aside, send) }
        </>
    }
}

/// The most links without a row that are drawn.
const MOST_ASIDE: usize = 100;

/// The links without a row, each with its reason.
fn aside(aside: &[Aside], send: &Callback<Event>) -> Html {
    if aside.is_empty() {
        return Html::default();
    }
    let left = aside.len().saturating_sub(MOST_ASIDE);
    html! {
        <section class="panel" aria-labelledby="group-aside">
            <h2 id="group-aside">{ say::without_row(aside.len()) }</h2>
            <ul>
                for each in aside.iter().take(MOST_ASIDE) {
                    <li>
                        { why_no_row(each) }{ " " }
                        <button type="button" class="link" onclick={send.reform({
                            let place = each.place;
                            move |_: MouseEvent| Event::Remove(place)
                        })}>
                            { say::take_out(
                                each.place + 1,
                                |which: Html| html! { <span class="visually-hidden">{ which }</span> },
                            ) }
                        </button>
                    </li>
                }
            </ul>
            if left > 0 {
                <p>{ say::more_without_row(left) }</p>
            }
        </section>
    }
}

fn why_no_row(aside: &Aside) -> Html {
    let is_named = !aside.name.is_empty();
    let name = match is_named {
        true => aside.name.clone(),
        false => say::link(aside.place + 1),
    };
    say::why_no_row(
        // Lines are counted from 1.
        aside.line.unwrap_or_default(),
        &name,
        &reason(aside.reason),
        |who: Html| match is_named {
            true => html! { <strong><bdi>{ who }</bdi></strong> },
            false => html! { <strong>{ who }</strong> },
        },
    )
}
