//! The way in: a box to paste into, and files.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::board::{Board, Event};
use crate::browser::files;
use crate::group::{MOST_BYTES, NoText, decode};
use crate::say::group as say;

/// The id of the box.
const BOX: &str = "group-paste";

#[derive(PartialEq, Properties)]
pub struct InboxProps {
    /// Whether there is no link yet.
    pub is_empty: bool,
    /// How many pasted texts had a link.
    pub taken: u32,
    pub send: Callback<Event>,
}

/// The box with what can be done with it.
#[component]
pub fn Inbox(props: &InboxProps) -> Html {
    let field = use_node_ref();
    let pasted = use_mut_ref(String::new);
    let send = props.send.clone();
    let submit = {
        let (field, pasted, send) = (field.clone(), pasted.clone(), send.clone());
        Callback::from(move |submit: SubmitEvent| {
            submit.prevent_default();
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let text = field.value();
                if !text.trim().is_empty() {
                    pasted.borrow_mut().clone_from(&text);
                    send.emit(Event::Paste(text));
                }
            }
        })
    };
    // A text without a link stays where it can be put right, and so does what was typed since.
    use_effect_with(props.taken, {
        let field = field.clone();
        move |_| {
            let pasted = pasted.take();
            if let Some(field) = field.cast::<HtmlTextAreaElement>()
                && !pasted.is_empty()
                && field.value() == pasted
            {
                field.set_value("");
            }
        }
    });
    let onchange = {
        let send = send.clone();
        Callback::from(move |change: yew::Event| {
            let field = change
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let send = send.clone();
            if let Some(field) = field {
                files::read(&field, MOST_BYTES, move |name, bytes| {
                    let text = bytes.map_or(Err(NoText::TooLarge), |bytes| decode(&bytes));
                    send.emit(match text {
                        Ok(text) => Event::Add(text),
                        Err(why) => Event::NoText(name, why),
                    });
                });
            }
        })
    };
    html! {
        <form class="inbox screen-only" method="dialog" onsubmit={submit}>
            <label class="inbox__label" for={BOX}>{ if props.is_empty { say::paste() } else { say::paste_more() } }</label>
            <p class="inbox__hint" id="group-hint">{ say::paste_hint() }</p>
            <textarea ref={field} id={BOX} class="inbox__field" rows={if props.is_empty { "6" } else { "3" }}
                spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="group-hint" />
            <div class="buttons">
                <button class="button">{ say::find() }</button>
                if props.is_empty {
                    <button type="button" class="button button--quiet" onclick={send.reform(|_: MouseEvent| Event::Example)}>
                        { say::show_example() }
                    </button>
                }
            </div>
            <p class="inbox__file">
                <label for="group-file">{ say::open_file() }</label>
                <input id="group-file" type="file" multiple=true {onchange}
                    accept=".csv,.tsv,.txt,.eml,.mbox,.json,.html,text/*" />
            </p>
        </form>
    }
}

/// What is kept, and how it goes.
pub fn keeping(board: &Board, send: &Callback<Event>) -> Html {
    use super::board::Keeping;
    let is_kept = board.keeping == Keeping::Yes;
    html! {
        <div class="keep screen-only">
            if !board.is_empty() {
                <label class="check">
                    <input class="check__box" type="checkbox" checked={is_kept}
                        onchange={send.reform(move |_: yew::Event| Event::Keep(!is_kept))} />
                    <span>{ say::keep() }</span>
                </label>
                <p class="keep__text">
                    {
                        match board.keeping {
                            Keeping::No => say::keep_no(),
                            Keeping::Yes => say::keep_yes(),
                            Keeping::Refused => say::keep_refused(),
                        }
                    }
                </p>
                <button type="button" class="button button--quiet" onclick={send.reform(|_: MouseEvent| Event::Erase)}>
                    { say::erase() }
                </button>
            }
            if board.before.is_some() {
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::BringBack)}>
                    { say::bring_back() }
                </button>
            }
        </div>
    }
}
