//! The chart's part of the code book, for paper alone: whoever has the record on paper can find the
//! codes without a device.

use yew::prelude::*;

use super::book::{notes, terms};
use crate::charts::Work;
use crate::charts::content::{Axis, Chart, Procedure};
use crate::say::chart_book as say;
use crate::ui::marks::strong;

/// The index, the tabular list, the tables of the operation, and room to write.
pub fn on_paper(chart: &Chart) -> Html {
    html! {
        <section class="own-book paper-only">
            <h2>{ say::for_chart(&chart.title) }</h2>
            { terms(chart, None) }
            <ul class="own-book__list">
                for entry in &chart.book {
                    <li class="own-book__entry">
                        <strong>{ &entry.code }</strong>{ " " }{ &entry.title }
                        if !entry.billable { { " " }{ say::heading() } }
                        { notes(&entry.notes) }
                    </li>
                }
            </ul>
            if let Some(procedure) = &chart.procedure {
                { tables(procedure, &Work::given(chart)) }
            }
            <div class="own-book__ours">
                <p>{ say::our_codes() }</p>
                <ol>
                    for _ in 0..6 { <li class="own-book__blank">{ "\u{a0}" }</li> }
                </ol>
            </div>
        </section>
    }
}

/// Each row holds what goes together, sign by sign, behind what is the same in all of them.
fn tables(procedure: &Procedure, given: &str) -> Html {
    let same = given.chars().count();
    let axes = || procedure.axes.iter().skip(same);
    html! {
        <div>
            <h3>{ say::operation(given) }</h3>
            <table>
                <thead><tr>for axis in axes() { <th scope="col">{ &axis.name }</th> }</tr></thead>
                <tbody>
                    for row in &procedure.rows {
                        <tr>
                            for (axis, signs) in axes().zip(row.iter().skip(same)) {
                                <td>{ values(axis, signs) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
            for axis in axes() {
                for value in axis.values.iter().filter(|value| !value.means.is_empty()) {
                    <p>{ say::means(&value.means, &value.name, &value.sign.to_string(), strong) }</p>
                }
            }
            <p>{ &procedure.left_out }</p>
        </div>
    }
}

fn values(axis: &Axis, signs: &str) -> String {
    let values = axis
        .values
        .iter()
        .filter(|value| signs.contains(value.sign));
    let named: Vec<_> = values
        .map(|value| format!("{} {}", value.sign, value.name))
        .collect();
    named.join("; ")
}
