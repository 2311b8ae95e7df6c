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
    Screen::new("group", "The results of a group", body)
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
            <h1 id="title" tabindex="-1">{ "The results of a group" }</h1>
            <p class="lead screen-only">
                { "Paste the result links that people gave you, and see them side by side. All of it stays on this \
                   device: there is no account, and nothing is sent." }
            </p>
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
            <h2 id="group-frame">{ "For a talk, not for a choice" }</h2>
            <p>
                { "Each link was given to you by a person. Use it to begin a talk with them. It is not a test of skill, \
                   and it ranks nobody: scores this close are the same, and no one has studied how people with one score \
                   or another do later. It must not be used to pick people or to turn them down. That is why the list \
                   stays in the order in which it came until you sort it." }
            </p>
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
                    <h2 id="group-people">{ counted(people.len(), "person", "people") }</h2>
                    { table::filters(board, places.len(), send) }
                    { table::table(board, drawn, send) }
                    if hidden > 0 {
                        <p class="screen-only">
                            <button type="button" class="button button--quiet" onclick={send.reform(|_: MouseEvent| Event::More)}>
                                { format!("Show more ({hidden} left)") }
                            </button>
                        </p>
                    }
                </section>
                { out::out(board, &places, site, send) }
                <section class={if board.prints == Some(Sheets::Everyone) { "group__people" } else { "group__people screen-only" }}
                    aria-labelledby="group-talk">
                    <h2 id="group-talk" class="screen-only">{ "For the talk with each person" }</h2>
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
            <h2 id="group-aside">{ counted(aside.len(), "link without a row", "links without a row") }</h2>
            <ul>
                for each in aside.iter().take(MOST_ASIDE) {
                    <li>
                        <strong>
                            if each.name.is_empty() {
                                { format!("Link {}", each.place + 1) }
                            } else {
                                <bdi>{ &each.name }</bdi>
                            }
                        </strong>
                        if let Some(line) = each.line {
                            { format!(" (line {line} of what you pasted)") }
                        }
                        { ": " }{ reason(each.reason) }{ " " }
                        <button type="button" class="link" onclick={send.reform({
                            let place = each.place;
                            move |_: MouseEvent| Event::Remove(place)
                        })}>
                            { "Take it out" }
                            <span class="visually-hidden">{ format!(": link {}", each.place + 1) }</span>
                        </button>
                    </li>
                }
            </ul>
            if left > 0 {
                <p>{ format!("And {left} more. The JSON file has all of them.") }</p>
            }
        </section>
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
