use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::table::Event;
use crate::charts::content::{Chart, Entry, Note, NoteKind, Term};
use crate::charts::{Action, CodeAt, Found, Work, find};
use crate::say::chart_book as say;

/// The code book: a search, the index, and the tabular list with its notes.
pub fn book(
    chart: &Chart,
    work: &Work,
    typed: &str,
    send: &Callback<Event>,
    act: &Callback<Action>,
) -> Html {
    let found = find(chart, typed);
    let every = || (0..chart.book.len()).map(CodeAt).collect();
    let (told, shown) = match found {
        Found::NotAsked => (String::new(), every()),
        Found::Codes(codes) => (say::entries(codes.len()), codes),
        Found::NoSuchCode(near) if near.is_empty() => (say::no_such_code().to_owned(), near),
        Found::NoSuchCode(near) => (say::codes_near().to_owned(), near),
        Found::Nothing => (say::no_such_words().to_owned(), Vec::new()),
    };
    let oninput = send.reform(|input: InputEvent| {
        let field = input
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Event::Type(field.map(|field| field.value()).unwrap_or_default())
    });
    let is_one = shown.len() == 1;
    html! {
        <section class="book" aria-labelledby="book">
            <h2 id="book">{ say::code_book() }</h2>
            <label class="book__label" for="search">{ say::search() }</label>
            <input id="search" class="link-box__field" type="search" autocomplete="off" value={typed.to_owned()} {oninput} />
            <p class="book__told" role="status">{ told }</p>
            <details class="index">
                <summary>{ say::index() }</summary>
                { terms(chart, Some(send)) }
            </details>
            <ul class="book__list">
                for at in shown {
                    if let Some(entry) = chart.book.get(at.0) {
                        <li key={entry.code.clone()} class="book__entry">{ one(chart, work, at, entry, is_one, act) }</li>
                    }
                }
            </ul>
            if !typed.is_empty() {
                <p>
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::Type(String::new()))}>
                        { say::whole_book() }
                    </button>
                </p>
            }
            { chosen(chart, work, act) }
        </section>
    }
}

/// The index, from main terms by way of subterms to codes. A code leads to its entry, where there is
/// somebody to tell.
pub fn terms(chart: &Chart, send: Option<&Callback<Event>>) -> Html {
    let mut mains: Vec<(&str, Vec<&Term>)> = Vec::new();
    for term in &chart.index {
        let main = term.words.first().map_or("", String::as_str);
        match mains.iter_mut().find(|(each, _)| *each == main) {
            Some((_, terms)) => terms.push(term),
            None => mains.push((main, vec![term])),
        }
    }
    mains.sort_by_key(|(main, _)| *main);
    html! {
        <dl class="index__terms">
            for (main, terms) in mains {
                <dt class="index__main">{ main }</dt>
                for term in terms {
                    <dd class="index__sub">
                        { subterms(term) }
                        if let Some(send) = send {
                            <button type="button" class="link index__code" onclick={look(&term.code, send)}>{ &term.code }</button>
                        } else {
                            { &term.code }
                        }
                    </dd>
                }
            }
        </dl>
    }
}

fn subterms(term: &Term) -> String {
    let words: Vec<_> = term.words.iter().skip(1).map(String::as_str).collect();
    match words.is_empty() {
        true => String::new(),
        false => format!("{} ", words.join(" › ")),
    }
}

fn look(code: &str, send: &Callback<Event>) -> Callback<MouseEvent> {
    let code = code.to_owned();
    send.reform(move |_: MouseEvent| Event::Type(code.clone()))
}

fn one(
    chart: &Chart,
    work: &Work,
    at: CodeAt,
    entry: &Entry,
    is_open: bool,
    act: &Callback<Action>,
) -> Html {
    let is_chosen = work.place(at).is_some();
    let action = if is_chosen {
        Action::Remove(at)
    } else {
        Action::Add(at)
    };
    let label = if is_chosen {
        say::take_back(&entry.code)
    } else {
        say::choose(&entry.code)
    };
    // Notes of a category hold for all codes in it.
    let above = chart.book.iter().filter(|other| {
        other.code.len() < entry.code.len()
            && entry.code.starts_with(&other.code)
            && !other.notes.is_empty()
    });
    html! {
        <details class="entry" open={is_open}>
            <summary class="entry__head">
                <span class="entry__code">{ &entry.code }</span>
                <span>{ &entry.title }</span>
                if is_chosen { <span class="entry__chosen">{ say::chosen() }</span> }
            </summary>
            <div class="entry__body">
                { notes(&entry.notes) }
                for other in above {
                    <p class="entry__above">{ say::at_category(&other.code, &other.title) }</p>
                    { notes(&other.notes) }
                }
                if entry.billable {
                    <button type="button" class="button button--quiet" aria-pressed={is_chosen.to_string()}
                        onclick={act.reform(move |_: MouseEvent| action)}>
                        { label }
                    </button>
                } else {
                    <p class="entry__category">{ say::category() }</p>
                }
            </div>
        </details>
    }
}

pub fn notes(notes: &[Note]) -> Html {
    html! {
        for note in notes {
            <div class="note">
                <p class="note__kind">{ kind(note.kind) }</p>
                <ul class="note__lines">
                    for line in &note.lines {
                        <li>{ line.trim_start_matches([',', ' ']) }</li>
                    }
                </ul>
            </div>
        }
    }
}

fn kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Includes => say::includes(),
        NoteKind::InclusionTerm => say::also_called(),
        NoteKind::Excludes1 => say::excludes1(),
        NoteKind::Excludes2 => say::excludes2(),
        NoteKind::CodeFirst => say::code_first(),
        NoteKind::UseAdditionalCode => say::use_additional(),
        NoteKind::CodeAlso => say::code_also(),
    }
}

/// Words that screen readers alone say.
pub fn unseen(words: Html) -> Html {
    html! { <span class="visually-hidden">{ words }</span> }
}

fn chosen(chart: &Chart, work: &Work, act: &Callback<Action>) -> Html {
    html! {
        <div class="chosen">
            <h3>{ say::your_codes() }</h3>
            if work.codes.is_empty() {
                <p>{ say::no_codes() }</p>
            } else {
                <ul class="chosen__list">
                    for code in work.codes.iter().map(|chosen| chosen.code) {
                        if let Some(entry) = chart.book.get(code.0) {
                            <li class="chosen__code">
                                <span><strong>{ &entry.code }</strong>{ " " }{ &entry.title }</span>
                                <button type="button" class="link" onclick={act.reform(move |_: MouseEvent| Action::Remove(code))}>
                                    { say::take_back_this(&entry.code, unseen) }
                                </button>
                            </li>
                        }
                    }
                </ul>
            }
        </div>
    }
}
