use yew::prelude::*;

use super::see::place;
use crate::charts::content::{Chart, Reason};
use crate::charts::group::Named;
use crate::charts::{Work, judge};

use super::decide::presence_word;

/// The key of a chart, for paper alone: a class can be given the chart, and later this page.
pub fn key(chart: &Chart) -> Html {
    html! {
        <section class="key paper-only">
            <h2>{ format!("Key to \u{201c}{}\u{201d}", chart.title) }</h2>
            <ol>
                for key in &chart.key {
                    <li>
                        <strong>{ &key.code }</strong>{ " " }{ chart.entry(&key.code).map(|entry| entry.title.clone()).unwrap_or_default() }
                        { format!(". Present on admission: {}. ", presence_word(key.poa).to_lowercase()) }
                        { why(chart, &key.reason) }
                    </li>
                }
                if let Some(procedure) = &chart.procedure {
                    <li>
                        <strong>{ &procedure.code }</strong>{ " " }{ &procedure.title }{ ". " }
                        { why(chart, &procedure.reason) }
                    </li>
                }
            </ol>
            if let Named::Group(group) = judge(chart, &Work::new(chart)).keys {
                <p><strong>{ format!("MS-DRG {}", group.group) }</strong>{ " " }{ &group.title }{ ". " }{ &chart.groups.why }</p>
            }
            if let Some(doubt) = &chart.doubt {
                <p>{ &doubt.found }{ " " }{ &doubt.acts.ask }{ " " }{ format!("After the answer \u{201c}{}\u{201d} {} is right in place of {}.", doubt.answer, doubt.becomes, doubt.instead_of) }</p>
            }
            <h3>{ "Close, and not right" }</h3>
            <ul>
                for alike in &chart.alikes {
                    <li><strong>{ &alike.code }</strong>{ " " }{ &alike.reason.why }</li>
                }
            </ul>
            <p>{ EDITION }</p>
        </section>
    }
}

fn why(chart: &Chart, reason: &Reason) -> Html {
    html! {
        <>
            { &reason.why }{ " " }
            if let Some(rule) = chart.rule(&reason.rule) { { place(rule) } }
        </>
    }
}

/// Which books these are. Of the rules no program could compare an edition.
pub const EDITION: &str = "Every person and every word in these records is invented. The codes, titles and notes \
                       are those of ICD-10-CM of April 2026 and ICD-10-PCS of 2025, the groups those of \
                       MS-DRG version 44 (October 1, 2026). The rules are told in our own words and named by their \
                       topic in the official guidelines, so look them up in this year's edition.";
