use yew::prelude::*;

use crate::charts::content::{Axis, Chart, Procedure};
use crate::charts::{Action, Work};
use crate::say::{chart_book as say, charts};

/// The code of the operation, a character at a time.
pub fn build(chart: &Chart, work: &Work, act: &Callback<Action>) -> Html {
    let Some(procedure) = &chart.procedure else {
        return Html::default();
    };
    // Nobody has to choose what is the same in all tables here.
    let built = match work.built.is_empty() {
        true => Work::given(chart),
        false => work.built.clone(),
    };
    let length = built.chars().count();
    html! {
        <section class="tables" aria-labelledby="tables">
            <h2 id="tables">{ say::code_tables() }</h2>
            { index(procedure) }
            <p class="cells" aria-label={say::code_so_far(&built)} role="img">
                for axis in 0..procedure.axes.len() {
                    <span class="cells__cell">{ built.chars().nth(axis).unwrap_or('\u{a0}') }</span>
                }
            </p>
            for (place, axis) in procedure.axes.iter().enumerate().take(length + 1) {
                { one(chart, place, axis, &built, act) }
            }
            if length > 0 && !work.built.is_empty() {
                <p>
                    <button type="button" class="link" onclick={act.reform(|_: MouseEvent| Action::TakeApart)}>
                        { say::begin_again() }
                    </button>
                </p>
            }
            <p class="tables__left-out">{ &procedure.left_out }</p>
        </section>
    }
}

fn index(procedure: &Procedure) -> Html {
    html! {
        <>
            <h3>{ say::in_index() }</h3>
            <dl class="index__terms">
                for pointer in &procedure.index {
                    <dt class="index__main">{ &pointer.term }</dt>
                    for line in &pointer.see {
                        <dd class="index__sub">{ line }</dd>
                    }
                }
            </dl>
        </>
    }
}

fn one(chart: &Chart, place: usize, axis: &Axis, built: &str, act: &Callback<Action>) -> Html {
    let before: String = built.chars().take(place).collect();
    let signs = Work::next_values(chart, &before);
    let values: Vec<_> = axis
        .values
        .iter()
        .filter(|value| signs.contains(&value.sign))
        .collect();
    let legend = charts::numbered(&axis.name, place + 1);
    if let [only] = values[..] {
        return html! {
            <p class="axis">
                <span class="axis__name">{ legend }</span>
                <span class="axis__sign">{ only.sign }</span>
                { &only.name }
                if !only.means.is_empty() { <span class="axis__means">{ &only.means }</span> }
            </p>
        };
    }
    let name = format!("axis-{place}");
    html! {
        <fieldset class="axis" key={place}>
            <legend class="axis__name">{ legend }</legend>
            <div class="options">
                for value in values {
                    <label class="option">
                        <input class="option__radio" type="radio" name={name.clone()}
                            checked={built.chars().nth(place) == Some(value.sign)}
                            onchange={act.reform({ let sign = value.sign; move |_: yew::Event| Action::Build(place, sign) })} />
                        <span>
                            <span class="axis__sign">{ value.sign }</span>{ &value.name }
                            if !value.means.is_empty() { <span class="axis__means">{ &value.means }</span> }
                        </span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
