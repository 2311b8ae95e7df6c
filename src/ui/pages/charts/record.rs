use yew::prelude::*;

use crate::charts::content::{Chart, Step};
use crate::charts::{Action, LineAt, Work};
use crate::say::charts as say;

/// The record. Each line is a button that marks it, but for beside the key.
pub fn record(chart: &Chart, work: &Work, step: Step, act: &Callback<Action>) -> Html {
    let mut at = 0;
    let documents = chart.documents.iter().map(|document| {
        let first = at;
        at += document.lines.len();
        (first, document)
    });
    html! {
        <section class="stay" aria-labelledby="record">
            <h2 id="record">{ say::record() }</h2>
            for (first, document) in documents {
                <div class="stay__document">
                    <h3 class="stay__title">
                        { &document.title }{ " " }<span class="stay__when">{ &document.when }</span>
                    </h3>
                    <ul class="stay__lines">
                        for (place, line) in document.lines.iter().enumerate() {
                            <li class="stay__line">
                                if step == Step::See {
                                    <p class="sentence sentence--still">{ &line.text }</p>
                                } else {
                                    { one(LineAt(first + place), &line.text, work, act) }
                                }
                            </li>
                        }
                    </ul>
                </div>
            }
        </section>
    }
}

fn one(at: LineAt, text: &str, work: &Work, act: &Callback<Action>) -> Html {
    let is_marked = work.is_marked(at);
    html! {
        <button type="button" class="sentence" aria-pressed={is_marked.to_string()}
            onclick={act.reform(move |_: MouseEvent| Action::Mark(at))}>
            { text }
        </button>
    }
}
