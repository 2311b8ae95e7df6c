//! Pay drawn as bars. The drawing is hidden from assistive technology: the same
//! numbers stand below it in a table.

use crate::say::pay as say;
use crate::ui::marks::strong;
use yew::prelude::*;

use super::fact::dated;
use crate::content::PayRow;
use crate::ui::words;

/// What each row stands for beside its bar and in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayLabel {
    /// The occupation: the rows are of one month.
    Occupation,
    /// The month: the rows are of one occupation.
    #[cfg_attr(
        not(feature = "ssr"),
        allow(
            dead_code,
            reason = "only the guide shows one occupation over the years"
        )
    )]
    Month,
}

impl PayLabel {
    fn of(self, row: &PayRow) -> String {
        match self {
            Self::Occupation => row.name.clone(),
            Self::Month => words::month(&row.month),
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Occupation => say::occupation(),
            Self::Month => say::month(),
        }
    }
}

/// Pay from the lowest tenth to the highest, a bar for each row, with a table
/// behind a fold. `title` is the caption, without a full stop.
pub fn pay_chart(title: &str, label: PayLabel, rows: &[&'static PayRow]) -> Html {
    let highest = rows.iter().map(|row| row.p90).max().unwrap_or_default();
    let axis = Axis::up_to(highest);
    html! {
        <figure class="pay">
            <figcaption class="pay__caption">{ title.to_owned() }</figcaption>
            <div aria-hidden="true">
                for row in rows.iter() {
                    <p class="pay__label">
                        <span>{ label.of(row) }</span>
                        <strong class="pay__amount">{ words::dollars(row.median) }</strong>
                    </p>
                    { bar(&axis, row) }
                }
                <div class="pay__axis">
                    for tick in axis.ticks() {
                        <span class="pay__dollars">{ tick }</span>
                    }
                </div>
            </div>
            <p class="pay__legend">
                { say::legend() }
            </p>
            { notes(rows) }
            <details>
                <summary>{ say::same_numbers() }</summary>
                { table(title, label, rows) }
            </details>
        </figure>
    }
}

/// Dollars along the drawing's 1000 units.
struct Axis {
    step: u32,
    steps: u32,
}

impl Axis {
    fn up_to(highest: u32) -> Self {
        let step = if highest > 100_000 { 50_000 } else { 20_000 };
        Self {
            step,
            steps: highest.div_ceil(step).max(1),
        }
    }

    fn at(&self, dollars: u32) -> u32 {
        dollars * 1000 / (self.step * self.steps)
    }

    /// What stands below the left end of each step.
    fn ticks(&self) -> impl Iterator<Item = String> {
        let step = self.step / 1000;
        (0..self.steps).map(move |index| match index {
            0 => say::no_dollars().to_owned(),
            _ => say::thousand_dollars(&(index * step).to_string()),
        })
    }
}

/// The drawing is stretched to its box; lines keep their width.
fn bar(axis: &Axis, row: &PayRow) -> Html {
    let span = |class: &'static str, y: &'static str, height: &'static str, (from, to)| {
        let (from, to) = (axis.at(from), axis.at(to));
        html! {
            <rect {class} x={from.to_string()} {y} width={(to - from).to_string()} {height} />
        }
    };
    let line = |class: &'static str, at: u32| {
        let at = at.to_string();
        html! { <line {class} x1={at.clone()} x2={at} y1="0" y2="20" /> }
    };
    html! {
        <svg class="pay__bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            for index in 0..axis.steps {
                { line("pay__tick", axis.at(index * axis.step)) }
            }
            { span("pay__range", "5", "10", (row.p10, row.p90)) }
            { span("pay__half", "5", "10", (row.p25, row.p75)) }
            { line("pay__gap", axis.at(row.median)) }
            { line("pay__median", axis.at(row.median)) }
        </svg>
    }
}

/// Why some rows say less than they seem to: an occupation may stand for a role only
/// roughly.
fn notes(rows: &[&'static PayRow]) -> Html {
    let rows = || rows.iter().filter(|row| !row.approximate.is_empty());
    if rows().next().is_none() {
        return Html::default();
    }
    html! {
        <ul class="pay__notes">
            for row in rows() {
                <li>{ say::approximate(&row.name, &row.approximate, strong) }</li>
            }
        </ul>
    }
}

fn table(title: &str, label: PayLabel, rows: &[&'static PayRow]) -> Html {
    let label_of_table = say::as_table(title);
    html! {
        <>
            <div class="table-scroll" tabindex="0" role="region" aria-label={label_of_table}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ label.heading() }</th>
                            <th scope="col">{ say::tenth_below() }</th>
                            <th scope="col">{ say::quarter_below() }</th>
                            <th scope="col">{ say::median() }</th>
                            <th scope="col">{ say::quarter_above() }</th>
                            <th scope="col">{ say::tenth_above() }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for row in rows.iter() {
                            <tr>
                                <th scope="row">{ label.of(row) }</th>
                                for amount in [row.p10, row.p25, row.median, row.p75, row.p90] {
                                    <td>{ words::dollars(amount) }</td>
                                }
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            <p class="pay__sources">
                { say::sources(|_: Html| html! {
                    for (index, row) in rows.iter().enumerate() {
                        if index > 0 {
                            { "; " }
                        }
                        { say::source(
                            &dated(&row.source, &row.checked),
                            &row.source.name,
                            |name| html! { <a href={&*row.source.address} rel="noreferrer">{ name }</a> },
                        ) }
                    }
                }) }
            </p>
        </>
    }
}
