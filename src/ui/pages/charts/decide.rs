use yew::prelude::*;

use crate::charts::content::{Chart, Doubt, Entry, Presence};
use crate::charts::{Act, Action, Chosen, Work};
use crate::say::chart_book as say;
use crate::ui::marks::strong;

use super::book::unseen;

/// The order, presence on admission, and what the record leaves open.
///
/// Codes are put in order by buttons alone. To drag them was looked at and left: at 390 pixels a code
/// with its question is up to 240 pixels high and six of them 1440, so a finger would have to hold one
/// at the edge of the screen while the page scrolls below it, where "Put first" is one tap.
pub fn decide(chart: &Chart, work: &Work, act: &Callback<Action>) -> Html {
    html! {
        <>
            <section aria-labelledby="order">
                <h2 id="order">{ say::in_order() }</h2>
                <p>{ say::in_order_how() }</p>
                if work.codes.is_empty() {
                    <p class="notice notice__text">{ say::no_diagnosis() }</p>
                }
                <ol class="order">
                    for (place, chosen) in work.codes.iter().enumerate() {
                        if let Some(entry) = chart.book.get(chosen.code.0) {
                            <li key={entry.code.clone()} class="order__code numbered">
                                { one(place, work.codes.len(), *chosen, entry, act) }
                            </li>
                        }
                    }
                </ol>
                if let Some(code) = work.procedure() {
                    <p>{ say::stands_apart(code, strong) }</p>
                } else if chart.procedure.is_some() {
                    <p>{ say::not_built() }</p>
                }
            </section>
            if let Some(doubt) = &chart.doubt {
                { open(chart, doubt, work, act) }
            }
        </>
    }
}

fn one(place: usize, count: usize, chosen: Chosen, entry: &Entry, act: &Callback<Action>) -> Html {
    let Chosen { code, presence } = chosen;
    let go = |action: Action| act.reform(move |_: MouseEvent| action);
    let name = format!("presence-{}", code.0);
    html! {
        <>
            <p class="order__head">
                <strong>{ &entry.code }</strong>{ " " }{ &entry.title }
                if place == 0 { <span class="order__principal">{ say::principal() }</span> }
            </p>
            <p class="order__buttons">
                if place > 0 {
                    <button type="button" class="link" onclick={go(Action::First(code))}>
                        { say::put_first(&entry.code, unseen) }
                    </button>
                    <button type="button" class="link" onclick={go(Action::Earlier(code))}>
                        { say::up(&entry.code, unseen) }
                    </button>
                }
                if place + 1 < count {
                    <button type="button" class="link" onclick={go(Action::Later(code))}>
                        { say::down(&entry.code, unseen) }
                    </button>
                }
                <button type="button" class="link" onclick={go(Action::Remove(code))}>
                    { say::take_back_this(&entry.code, unseen) }
                </button>
            </p>
            <fieldset class="presence">
                <legend class="presence__legend">
                    { say::present(&entry.code, unseen) }
                </legend>
                for each in Presence::ALL {
                    <label class="check">
                        <input class="check__box" type="radio" name={name.clone()} checked={presence == Some(each)}
                            onchange={act.reform(move |_: yew::Event| Action::Say(code, each))} />
                        <span>{ say::presence(each) }</span>
                    </label>
                }
            </fieldset>
        </>
    }
}

fn open(chart: &Chart, doubt: &Doubt, work: &Work, act: &Callback<Action>) -> Html {
    html! {
        <section aria-labelledby="doubt">
            <h2 id="doubt">{ say::open() }</h2>
            <p>{ &doubt.found }</p>
            <ul class="quotes">
                for line in doubt.lines.iter().filter_map(|id| chart.line(id)) {
                    <li class="quotes__line">{ &line.text }</li>
                }
            </ul>
            <fieldset class="axis">
                <legend class="axis__name">{ say::what_do_you_do() }</legend>
                <div class="options">
                    for each in Act::ALL {
                        <label class="option">
                            <input class="option__radio" type="radio" name="act" checked={work.act == Some(each)}
                                onchange={act.reform(move |_: yew::Event| Action::Decide(each))} />
                            <span>{ act_words(each) }</span>
                        </label>
                    }
                </div>
            </fieldset>
            if work.act == Some(Act::Ask) {
                <fieldset class="axis">
                    <legend class="axis__name">{ say::which_question() }</legend>
                    <div class="options options--long">
                        for (place, question) in doubt.questions.iter().enumerate() {
                            <label class="option">
                                <input class="option__radio" type="radio" name="inquiry" checked={work.inquiry == Some(place)}
                                    onchange={act.reform(move |_: yew::Event| Action::Inquire(place))} />
                                <span>{ &question.text }</span>
                            </label>
                        }
                    </div>
                </fieldset>
            }
        </section>
    }
}

/// As it is offered.
pub fn act_words(act: Act) -> &'static str {
    match act {
        Act::Code => say::code_it(),
        Act::Leave => say::leave_out(),
        Act::Ask => say::ask_doctor(),
    }
}
