//! A plan in words, and as plain text.

use super::calendar::Day;
use super::{Income, IncomeOutlook, Plan, Planned, Span};
use crate::content::{Basis, Study, Takes};

/// As in "6 to 12 months".
pub fn months(span: Span) -> String {
    let Span { least, most } = span;
    let unit = if most == 1 { " month" } else { " months" };
    if least == most {
        [&most.to_string(), unit].concat()
    } else {
        [&least.to_string(), " to ", &most.to_string(), unit].concat()
    }
}

/// As in "between June 2027 and May 2028".
pub fn dates(today: Day, span: Span) -> String {
    let (least, most) = (today.after(span.least), today.after(span.most));
    if span.least == span.most {
        return ["in ", &least.month_name()].concat();
    }
    let mut from = least.month_name();
    if least.year == most.year {
        // "between June and September 2027".
        from.truncate(from.find(' ').unwrap_or(from.len()));
    }
    ["between ", &from, " and ", &most.month_name()].concat()
}

/// Whose estimate a step's length is.
pub fn basis(planned: &Planned<'_>, study: &Study, hours: Option<u8>) -> String {
    match (planned.step.takes, hours) {
        (Takes::Months(_, _, Basis::Ours), _) => "our estimate, no source".to_owned(),
        (Takes::Months(_, _, Basis::Guide), _) => "the guide's estimate, no source".to_owned(),
        (Takes::Study, None) => "the guide's estimate, no source".to_owned(),
        (Takes::Study, Some(hours)) => {
            let (least, most) = study.months;
            let more = if hours > study.hours_a_week {
                "; never below the fewest, as programs run to a calendar"
            } else {
                ""
            };
            format!(
                "our estimate: the guide's {least} to {most} months, taken as meant for {} hours a \
                 week, and counted for about {hours}{more}",
                study.hours_a_week,
            )
        }
    }
}

/// As in "Done between June 2027 and May 2028."
pub fn done_by(today: Day, planned: &Planned<'_>) -> String {
    format!("Done {}.", dates(today, planned.ends))
}

/// Whether the first pay comes in time, as two sentences.
pub fn income(today: Day, income: Income) -> String {
    let Income { within, first_pay } = income;
    let need = format!(
        "You need an income from this work by {}. On this path the first pay for coding comes {}.",
        today.after(within).month_name(),
        dates(today, first_pay)
    );
    let so = match income.outlook() {
        IncomeOutlook::TooLate => {
            " Even the quick way takes longer than you have. Plan for other pay until then."
        }
        IncomeOutlook::Open => {
            " The quick way would do; the slow way would not. Have other pay ready."
        }
        IncomeOutlook::InTime => " That is in time, if the estimates hold.",
    };
    need + so
}

/// The plan as plain text, with a line feed at the end of each line. `done` says
/// which action, by its id, was ticked off.
pub fn plain(today: Day, plan: &Plan<'_>, done: impl Fn(&str) -> bool) -> String {
    let mut text = format!("Your plan, if you start on {}\n", today.in_words());
    text += "Every length is an estimate.\n";
    if let Some(need) = plan.income {
        text += &["\n", &income(today, need), "\n"].concat();
    }
    text += "\nThis week\n";
    for action in &plan.actions {
        let tick = if done(&action.id) { "[x] " } else { "[ ] " };
        text += &[tick, &action.text, "\n"].concat();
    }
    for (index, planned) in plan.steps.iter().enumerate() {
        let step = planned.step;
        let number = (index + 1).to_string();
        text += &["\n", &number, ". ", &step.title, "\n"].concat();
        text += &[
            "   ",
            &months(planned.takes),
            ". ",
            &done_by(today, planned),
            "\n",
        ]
        .concat();
        text += &["   ", &step.text, "\n"].concat();
        for line in &step.look_for {
            text += &["   + ", line, "\n"].concat();
        }
        for line in &step.avoid {
            text += &["   - Avoid: ", line, "\n"].concat();
        }
    }
    for note in &plan.notes {
        text += &["\n", &note.title, ": ", &note.text, "\n"].concat();
    }
    text
}
