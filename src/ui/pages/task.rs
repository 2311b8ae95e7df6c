//! The checking task: its offer, and one probe a page.

use crate::say::task as say;
use yew::prelude::*;

use crate::answers::TaskForm;
use crate::session::Action;
use crate::task::{self, CHARTS, Chart, PAIRS, Pair, Probe, Run};
use crate::visit::{Event, Visit};

/// What the task is, and the choice of its form.
pub fn offer(send: &Callback<Event>) -> Html {
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <>
            <button type="button" class="back" onclick={act(Action::Back)}>{ say::back() }</button>
            <h1 id="title" tabindex="-1">{ say::offer() }</h1>
            <p class="lead">
                { say::offer_what(CHARTS, PAIRS) }
            </p>
            <p>{ say::four_minutes() }</p>
            <p>{ say::what_counts() }</p>
            <ul class="choices">
                <li class="panel choices__choice">
                    <h2>{ say::with_clock() }</h2>
                    <p>{ say::with_clock_how() }</p>
                    <button type="button" class="button choices__button" onclick={act(Action::BeginTask(TaskForm::Timed))}>
                        { say::start_with_clock() }
                    </button>
                </li>
                <li class="panel choices__choice">
                    <h2>{ say::without_clock() }</h2>
                    <p>{ say::without_clock_how() }</p>
                    <button type="button" class="button choices__button" onclick={act(Action::BeginTask(TaskForm::Untimed))}>
                        { say::start_without_clock() }
                    </button>
                </li>
            </ul>
            <p>
                <button type="button" class="link" onclick={act(Action::Finish)}>
                    { say::skip() }
                </button>
            </p>
        </>
    }
}

/// What stands above a probe, and in the document's title.
pub fn heading(run: Option<Run>) -> String {
    let next = run.map_or(0, Run::next);
    match next.checked_sub(PAIRS) {
        None => say::pair(next + 1, PAIRS),
        Some(chart) => say::chart(chart + 1, CHARTS),
    }
}

/// The next probe; nothing where none is left.
pub fn probe(visit: &Visit, send: &Callback<Event>) -> Html {
    let number_keys = visit.device.settings.number_keys;
    let probes = task::probes();
    let next = visit.own.run.map(|run| (run, probes.get(run.next())));
    let Some((run, Some(probe))) = next else {
        return Html::default();
    };
    let judge =
        |says_sound| send.reform(move |_: MouseEvent| Event::Quiz(Action::Judge(says_sound)));
    let (prompt, sound, unsound, shown) = match probe {
        Probe::Pair(shown) => (
            say::same_or_different(),
            say::same(),
            say::different(),
            pair(shown, run.form),
        ),
        Probe::Chart(shown) => (
            say::fits_together(),
            say::it_fits(),
            say::something_off(),
            chart(shown, run.form),
        ),
    };
    let finish = send.reform(|_: MouseEvent| Event::Quiz(Action::Finish));
    html! {
        <section onkeydown={keys(number_keys, send)}>
            <div class="progress">
                <p class="tab">{ say::checking_task() }</p>
                <progress class="progress__bar" aria-label={say::done_so_far()}
                    max={task::ALL.to_string()} value={run.next().to_string()} />
            </div>
            <div class="task__sheet sheet sheet--under-bar">
                <h1 id="title" class="task__title" tabindex="-1">
                    { say::asked(&heading(Some(run)), prompt, |prompt| html! { <span class="task__prompt">{ prompt }</span> }) }
                </h1>
                { shown }
                <div class="task__buttons">
                    <button type="button" class="button button--large" onclick={judge(true)}>
                        if number_keys { <span class="task__key" aria-hidden="true">{ "1" }</span> }
                        { sound }
                    </button>
                    <button type="button" class="button button--large" onclick={judge(false)}>
                        if number_keys { <span class="task__key" aria-hidden="true">{ "2" }</span> }
                        { unsound }
                    </button>
                </div>
            </div>
            <p>
                <button type="button" class="link" onclick={finish}>{ say::stop_here() }</button>
            </p>
            if number_keys {
                <p class="question__keys">{ say::keys() }</p>
            }
        </section>
    }
}

fn pair(pair: &Pair, form: TaskForm) -> Html {
    html! {
        <dl class="entries">
            <div class="entries__row"><dt class="entries__label">{ say::first(pair.label) }</dt><dd>{ entry(&pair.one, form) }</dd></div>
            <div class="entries__row"><dt class="entries__label">{ say::second(pair.label) }</dt><dd>{ entry(&pair.other, form) }</dd></div>
        </dl>
    }
}

fn chart(chart: &Chart, form: TaskForm) -> Html {
    html! {
        <dl class="entries">
            for line in chart.lines.iter() {
                // Words can be heard as they are; only codes need spelling.
                <div class="entries__row">
                    <dt class="entries__label">{ line.label }</dt>
                    <dd>{ if line.label.starts_with("Code") { entry(&line.text, form) } else { html! { { &line.text } } } }</dd>
                </div>
            }
        </dl>
    }
}

/// An entry as it stands in a record; spelled out for whoever hears it, in the
/// form without a clock.
fn entry(text: &str, form: TaskForm) -> Html {
    match form {
        TaskForm::Timed => html! { <span class="entries__entry">{ text }</span> },
        TaskForm::Untimed => html! {
            <>
                <span class="entries__entry" aria-hidden="true">{ text }</span>
                <span class="visually-hidden">{ task::spelled(text) }</span>
            </>
        },
    }
}

/// Keys 1 and 2 judge. A key that is held down judges once.
fn keys(wanted: bool, send: &Callback<Event>) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |press: KeyboardEvent| {
        let held = press.ctrl_key() || press.alt_key() || press.meta_key() || press.repeat();
        let says_sound = match press.key().as_str() {
            "1" => true,
            "2" => false,
            _ => return,
        };
        if wanted && !held {
            press.prevent_default();
            send.emit(Event::Quiz(Action::Judge(says_sound)));
        }
    })
}
