//! The way out: files, the clipboard and paper.

use yew::prelude::*;

use super::board::{Board, Event, Sheets};
use crate::browser::{files, share};
use crate::builtin::quiz;
use crate::group::export;

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
            <h2 id="group-out">{ "Take it with you" }</h2>
            <p>
                { "These hold the people who are shown now, in this order, and say what each number is. They hold \
                   personal data, so treat them like the links." }
            </p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={act(csv)}>{ "Save as CSV" }</button>
                <button type="button" class="button button--quiet" onclick={act(json)}>{ "Save as JSON" }</button>
                <button type="button" class="button button--quiet" onclick={act(copy)}>{ "Copy for a spreadsheet" }</button>
            </p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={print(Sheets::Group)}>{ "Print the group" }</button>
                <button type="button" class="button button--quiet" onclick={print(Sheets::Everyone)}>
                    { format!("Print the group and a page for each ({pages})") }
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
    send.emit(Event::Say("The CSV file is saved."));
}

fn json(board: &Board, places: &[usize], site: &str, send: &Callback<Event>) {
    let text = export::json(quiz(), site, &chosen(board, places), &board.sorted.aside);
    files::save_text("coder-fit-group.json", "application/json", &text);
    send.emit(Event::Say("The JSON file is saved."));
}

fn copy(board: &Board, places: &[usize], site: &str, send: &Callback<Event>) {
    let text = export::tsv(quiz(), site, &chosen(board, places));
    let send = send.clone();
    share::copy(&text, "group-paste", move |copied| {
        send.emit(Event::Say(match copied {
            true => "The table is copied. Paste it into a spreadsheet.",
            false => "This browser does not let us copy. Save the CSV file instead.",
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
