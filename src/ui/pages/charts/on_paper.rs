//! The chart's part of the code book, for paper alone: whoever has the record on paper can find the
//! codes without a device.

use yew::prelude::*;

use super::book::{index, notes};
use crate::charts::content::{Chart, Procedure};

/// The index, the tabular list, the tables of the operation, and room to write.
pub fn on_paper(chart: &Chart) -> Html {
    html! {
        <section class="own-book paper-only">
            <h2>{ format!("Code book for \u{201c}{}\u{201d}", chart.title) }</h2>
            { index(chart, None) }
            <ul class="own-book__list">
                for entry in &chart.book {
                    <li class="own-book__entry">
                        <strong>{ &entry.code }</strong>{ " " }{ &entry.title }
                        if !entry.billable { { " (a heading, and no code for a claim)" } }
                        { notes(&entry.notes) }
                    </li>
                }
            </ul>
            if let Some(procedure) = &chart.procedure {
                { tables(procedure) }
            }
            <p>{ "Our codes, the one for the main reason first:" }</p>
            <ol>
                for _ in 0..6 { <li class="own-book__blank">{ "\u{a0}" }</li> }
            </ol>
        </section>
    }
}

/// Each row holds what goes together, sign by sign.
fn tables(procedure: &Procedure) -> Html {
    html! {
        <>
            <h3>{ "The operation: one sign from each column of a row" }</h3>
            <ul>
                for axis in &procedure.axes {
                    for value in axis.values.iter().filter(|value| !value.means.is_empty()) {
                        <li><strong>{ value.sign }{ " " }{ &value.name }</strong>{ ": " }{ &value.means }</li>
                    }
                }
            </ul>
            <table>
                <thead><tr>for axis in &procedure.axes { <th scope="col">{ &axis.name }</th> }</tr></thead>
                <tbody>
                    for row in &procedure.rows {
                        <tr>
                            for (axis, signs) in procedure.axes.iter().zip(row) {
                                <td>
                                    for value in axis.values.iter().filter(|value| signs.contains(value.sign)) {
                                        <div>{ value.sign }{ " " }{ &value.name }</div>
                                    }
                                </td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </>
    }
}
