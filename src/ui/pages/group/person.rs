//! One person of a group, for the talk with them.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::board::Event;
use super::picture::asked;
use super::table::{address, name};
use crate::answers::Stance;
use crate::builtin::quiz;
use crate::content::TraitId;
use crate::fit::Headline;
use crate::group::export::look_twice;
use crate::group::talk::with_person;
use crate::group::{Person, Row, charts, conditions, holds_in_full, start, verdict};
use crate::say::group as say;
use crate::ui::words::capital;

#[derive(PartialEq, Properties)]
pub struct SheetProps {
    pub person: Person,
    pub row: Row,
    /// It is drawn for paper, whatever is open.
    pub for_paper: bool,
    pub send: Callback<Event>,
}

/// What is written natively cannot be opened later, so it has everything.
const IS_WRITTEN: bool = cfg!(feature = "ssr");

/// A person's sheet, which is drawn when it is opened.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let is_open = use_state_eq(|| false);
    let SheetProps {
        person,
        row,
        for_paper,
        send,
    } = props;
    let open = {
        let is_open = is_open.clone();
        Callback::from(move |_: yew::Event| is_open.set(!*is_open))
    };
    html! {
        <details class="person" ontoggle={open}>
            <summary class="person__line">
                <bdi class="person__name">{ name(person) }</bdi>
                { " " }<span class="soft">{ verdict(row.verdict) }</span>
            </summary>
            if *is_open || *for_paper || IS_WRITTEN {
                <div class="person__sheet">{ whole(person, row, send) }</div>
            }
        </details>
    }
}

fn whole(person: &Person, row: &Row, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let questions = with_person(quiz, row);
    let remark = look_twice(person, row);
    let said = |stance: Stance| conditions(quiz, row, stance).filter(|said| !said.is_empty());
    let start = quiz
        .start_ids()
        .filter_map(|id| Some((&*quiz.start_question(id).text, start(quiz, row, id)?)));
    let place = person.place;
    let rename = send.reform(move |change: yew::Event| {
        let field = change
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        Event::Rename(place, field.map(|field| field.value()).unwrap_or_default())
    });
    let comes_to = capital(verdict(row.verdict));
    let comes_to = match row.headline {
        Some(Headline { low, high, .. }) => say::likely_between(high.into(), low.into(), &comes_to),
        None => say::verdict(&comes_to),
    };
    // Two people may have come in one link, and so have one place.
    let id = ["group-name-", &person.link].concat();
    html! {
        <>
            <h3 class="paper-only"><bdi>{ name(person) }</bdi></h3>
            <p>{ comes_to }{ " " }{ holds_in_full(row) }</p>
            if !remark.is_empty() {
                <p class="remark">{ remark }</p>
            }
            if !questions.is_empty() {
                <h3>{ say::talk() }</h3>
                { asked(&questions) }
            }
            <dl class="facts-list">
                for id in TraitId::ALL {
                    if let Some(score) = row.traits[id] {
                        <div>
                            <dt>{ &*quiz.traits[id].name }</dt>
                            <dd>{ say::score(score.high.into(), score.low.into(), score.score.into()) }</dd>
                        </div>
                    }
                }
                if let Some(no) = said(Stance::No) {
                    <div><dt>{ say::said_no_to() }</dt><dd>{ no }</dd></div>
                }
                if let Some(hard) = said(Stance::Hard) {
                    <div><dt>{ say::would_be_hard() }</dt><dd>{ hard }</dd></div>
                }
                for (question, answer) in start {
                    <div><dt>{ question }</dt><dd>{ answer }</dd></div>
                }
                if let Some(went) = charts(row) {
                    <div><dt>{ say::charts_coded() }</dt><dd>{ went }</dd></div>
                }
            </dl>
            <p class="paper-only">{ say::no_choice() }</p>
            <div class="person__ways screen-only">
                <a href={address(person)} target="_blank" rel="noopener">{ say::open_result() }</a>
                <label for={id.clone()}>{ say::name_in_list() }</label>
                <input {id} class="link-box__field" type="text" autocomplete="off" value={person.name.clone()}
                    onchange={rename} />
                <button type="button" class="link" onclick={send.reform(move |_: MouseEvent| Event::Remove(place))}>
                    { say::take_out_of_list() }
                </button>
            </div>
        </>
    }
}
