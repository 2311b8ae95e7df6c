use yew::prelude::*;

use super::see::place;
use crate::charts::content::{Chart, Reason};
use crate::charts::group::Named;
use crate::charts::{Work, judge};
use crate::say::{chart_key as say, charts};
use crate::ui::marks::strong;

/// The key of a chart, for paper alone: a class can be given the chart, and later this page.
pub fn key(chart: &Chart) -> Html {
    html! {
        <section class="key paper-only">
            <h2>{ say::key_to(&chart.title) }</h2>
            <ol>
                for key in &chart.key {
                    <li>
                        { say::diagnosis(&key.code, key.poa, title(chart, &key.code), &key.reason.why, strong) }
                        { rule(chart, &key.reason) }
                    </li>
                }
                if let Some(procedure) = &chart.procedure {
                    <li>
                        { say::operation(&procedure.code, &procedure.title, &procedure.reason.why, strong) }
                        { rule(chart, &procedure.reason) }
                    </li>
                }
            </ol>
            if let Named::Group(group) = judge(chart, &Work::new(chart)).keys {
                <p>{ say::group_why(group.group.into(), &group.title, &chart.groups.why, strong) }</p>
            }
            if let Some(doubt) = &chart.doubt {
                <p>{ &doubt.found }{ " " }{ &doubt.acts.ask }{ " " }{ say::after_this_answer(&doubt.answer, &doubt.becomes, &doubt.instead_of) }</p>
            }
            <h3>{ say::close() }</h3>
            <ul>
                for alike in &chart.alikes {
                    <li><strong>{ &alike.code }</strong>{ " " }{ &alike.reason.why }</li>
                }
            </ul>
            <p>{ charts::edition() }</p>
        </section>
    }
}

fn title<'a>(chart: &'a Chart, code: &str) -> &'a str {
    chart.entry(code).map_or("", |entry| &entry.title)
}

/// Where the rule behind it stands.
fn rule(chart: &Chart, reason: &Reason) -> Html {
    html! {
        if let Some(rule) = chart.rule(&reason.rule) {
            { " " }{ place(rule) }
        }
    }
}
