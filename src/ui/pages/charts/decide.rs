use yew::prelude::*;

use crate::charts::content::{Chart, Doubt, Entry, Presence};
use crate::charts::{Act, Action, Chosen, Work};

/// The order, presence on admission, and what the record leaves open.
///
/// Codes are put in order by buttons alone. To drag them was looked at and left: at 390 pixels a code
/// with its question is up to 240 pixels high and six of them 1440, so a finger would have to hold one
/// at the edge of the screen while the page scrolls below it, where "Put first" is one tap.
pub fn decide(chart: &Chart, work: &Work, act: &Callback<Action>) -> Html {
    html! {
        <>
            <section aria-labelledby="order">
                <h2 id="order">{ "Your codes, in order" }</h2>
                <p>
                    { "The first one is the principal diagnosis: the main reason for the stay, after study. Say of each \
                       whether it was present on admission." }
                </p>
                if work.codes.is_empty() {
                    <p class="notice notice__text">{ "You have no diagnosis yet. You can go back and choose some." }</p>
                }
                <ol class="order">
                    for (place, chosen) in work.codes.iter().enumerate() {
                        if let Some(entry) = chart.book.get(chosen.code.0) {
                            <li key={entry.code.clone()} class="order__code">
                                { one(place, work.codes.len(), *chosen, entry, act) }
                            </li>
                        }
                    }
                </ol>
                if let Some(code) = work.procedure() {
                    <p><strong>{ code }</strong>{ " stands apart: operations have a list of their own." }</p>
                } else if chart.procedure.is_some() {
                    <p>{ "You have not finished the code of the operation." }</p>
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
                if place == 0 { <span class="order__principal">{ "Principal diagnosis" }</span> }
            </p>
            <p class="order__buttons">
                if place > 0 {
                    <button type="button" class="link" onclick={go(Action::First(code))}>
                        { "Put first" }<span class="visually-hidden">{ format!(": {}", entry.code) }</span>
                    </button>
                    <button type="button" class="link" onclick={go(Action::Earlier(code))}>
                        { "Up" }<span class="visually-hidden">{ format!(": {}", entry.code) }</span>
                    </button>
                }
                if place + 1 < count {
                    <button type="button" class="link" onclick={go(Action::Later(code))}>
                        { "Down" }<span class="visually-hidden">{ format!(": {}", entry.code) }</span>
                    </button>
                }
                <button type="button" class="link" onclick={go(Action::Remove(code))}>
                    { "Take back" }<span class="visually-hidden">{ format!(": {}", entry.code) }</span>
                </button>
            </p>
            <fieldset class="presence">
                <legend class="presence__legend">
                    { "Present on admission?" }<span class="visually-hidden">{ format!(" {}", entry.code) }</span>
                </legend>
                for each in Presence::ALL {
                    <label class="check">
                        <input class="check__box" type="radio" name={name.clone()} checked={presence == Some(each)}
                            onchange={act.reform(move |_: yew::Event| Action::Say(code, each))} />
                        <span>{ presence_word(each) }</span>
                    </label>
                }
            </fieldset>
        </>
    }
}

/// As it is offered.
pub fn presence_word(presence: Presence) -> &'static str {
    match presence {
        Presence::Yes => "Yes",
        Presence::No => "No",
        Presence::Exempt => "Exempt",
    }
}

fn open(chart: &Chart, doubt: &Doubt, work: &Work, act: &Callback<Action>) -> Html {
    html! {
        <section aria-labelledby="doubt">
            <h2 id="doubt">{ "Something the record leaves open" }</h2>
            <p>{ &doubt.found }</p>
            <ul class="quotes">
                for line in doubt.lines.iter().filter_map(|id| chart.line(id)) {
                    <li class="quotes__line">{ &line.text }</li>
                }
            </ul>
            <fieldset class="axis">
                <legend class="axis__name">{ "What do you do?" }</legend>
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
                    <legend class="axis__name">{ "Which question do you send?" }</legend>
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
        Act::Code => "Code it as it stands",
        Act::Leave => "Leave it out",
        Act::Ask => "Ask the doctor",
    }
}
