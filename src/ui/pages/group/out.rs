//! The way out: files, the clipboard and paper.

use yew::prelude::*;

use super::board::{Board, Event, Sheets};
use crate::browser::{files, share};
use crate::builtin::quiz;
use crate::group::export;
use crate::say::group as say;

/// Marks a text as UTF-8 for spreadsheets, which take it for something else without that.
const MARK: &str = "\u{feff}";

/// What can be done with the people who are shown. `places` are theirs, in their order.
pub fn out(board: &Board, places: &[usize], site: &str, send: &Callback<Event>) -> Html {
    let act = |does: Does| {
        let (board, places, site, send) = (
            board.clone(),
            places.to_vec(),
            site.to_owned(),
            send.clone(),
        );
        Callback::from(move |_: MouseEvent| does(&board, &places, &site, &send))
    };
    let print = |sheets: Sheets| send.reform(move |_: MouseEvent| Event::Print(sheets));
    let pages = places.len();
    html! {
        <section class="group__out screen-only" aria-labelledby="group-out">
            <h2 id="group-out">{ say::take_with_you() }</h2>
            <p>{ say::take_with_you_what() }</p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={act(csv)}>{ say::save_csv() }</button>
                <button type="button" class="button button--quiet" onclick={act(json)}>{ say::save_json() }</button>
                <button type="button" class="button button--quiet" onclick={act(copy)}>{ say::copy() }</button>
            </p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={print(Sheets::Group)}>{ say::print_group() }</button>
                <button type="button" class="button button--quiet" onclick={print(Sheets::Everyone)}>
                    { say::print_everyone(pages) }
                </button>
            </p>
        </section>
    }
}

type Does = fn(&Board, &[usize], &str, &Callback<Event>);

fn csv(board: &Board, places: &[usize], site: &str, send: &Callback<Event>) {
    let text = export::csv(quiz(), site, &chosen(board, places));
    files::save_text(
        "coder-fit-group.csv",
        "text/csv;charset=utf-8",
        &(MARK.to_owned() + &text),
    );
    send.emit(Event::Say(say::csv_saved()));
}

fn json(board: &Board, places: &[usize], site: &str, send: &Callback<Event>) {
    let text = export::json(quiz(), site, &chosen(board, places), &board.sorted.aside);
    files::save_text("coder-fit-group.json", "application/json", &text);
    send.emit(Event::Say(say::json_saved()));
}

fn copy(board: &Board, places: &[usize], site: &str, send: &Callback<Event>) {
    let text = export::tsv(quiz(), site, &chosen(board, places));
    let send = send.clone();
    share::copy(&text, "group-paste", move |copied| {
        send.emit(Event::Say(match copied {
            true => say::copied(),
            false => say::not_copied(),
        }));
    });
}

fn chosen<'a>(
    board: &'a Board,
    places: &[usize],
) -> Vec<(&'a crate::group::Person, &'a crate::group::Row)> {
    let people = board.people();
    places
        .iter()
        .filter_map(|place| people.get(*place).copied())
        .collect()
}
