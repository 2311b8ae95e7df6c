//! A plan in words, and as plain text.

use super::calendar::Day;
use super::{Income, IncomeOutlook, Plan, Planned, Span};
use crate::content::{Basis, Study, Takes};

/// A length as it is told: in months up to a year, and in years beyond, as nothing here is known
/// more exactly. As in "6 to 12 months", "6 months to 2 years", "2 to 3 years".
pub fn months(span: Span) -> String {
    let Span { least, most } = span;
    let count = |number: u16, unit: &str| {
        let plural = if number == 1 { "" } else { "s" };
        [&number.to_string(), " ", unit, plural].concat()
    };
    if most <= YEAR {
        return match least {
            0 => ["up to ", &count(most, "month")].concat(),
            least if least == most => count(most, "month"),
            _ => [&least.to_string(), " to ", &count(most, "month")].concat(),
        };
    }
    let years = most.div_ceil(YEAR);
    match least {
        0 => ["up to ", &count(years, "year")].concat(),
        1..YEAR => [&count(least, "month"), " to ", &count(years, "year")].concat(),
        // The nearest whole year: nearly two years are not one.
        _ => match (least + YEAR / 2) / YEAR {
            same if same == years => count(years, "year"),
            fewest => [&fewest.to_string(), " to ", &count(years, "year")].concat(),
        },
    }
}

const YEAR: u16 = 12;

/// How long a step takes.
pub fn takes(planned: &Planned<'_>) -> String {
    match planned.step.takes {
        Takes::Weekend(1) => "the first weekend".to_owned(),
        Takes::Weekend(2) => "the second weekend".to_owned(),
        Takes::Weekend(number) => ["weekend ", &number.to_string()].concat(),
        Takes::Months(..) | Takes::Study => months(planned.takes),
    }
}

/// When a time so many months on begins and ends: months by name within the first year, and years
/// beyond. As in "between June and September 2027", "in 2028", "between June 2027 and 2029".
pub fn dates(today: Day, span: Span) -> String {
    let (least, most) = (today.after(span.least), today.after(span.most));
    let is_near = span.most <= YEAR || least.year == most.year && span.least <= YEAR;
    if is_near && least.month_name() != most.month_name() {
        let mut from = least.month_name();
        if least.year == most.year {
            from.truncate(from.find(' ').unwrap_or(from.len()));
        }
        return ["between ", &from, " and ", &most.month_name()].concat();
    }
    let name = |day: Day, months| match months <= YEAR {
        true => day.month_name(),
        false => day.year.to_string(),
    };
    let (from, to) = (name(least, span.least), name(most, span.most));
    if from == to {
        return ["in ", &to].concat();
    }
    ["between ", &from, " and ", &to].concat()
}

/// Whose estimate a step's length is.
pub fn basis(planned: &Planned<'_>, study: &Study, hours: Option<u8>) -> String {
    match (planned.step.takes, hours) {
        (Takes::Weekend(_), _) => "as short as we could make it".to_owned(),
        (Takes::Months(_, _, Basis::Ours), _) => "our estimate".to_owned(),
        (Takes::Months(_, _, Basis::Guide), _) | (Takes::Study, None) => {
            "a common estimate without a source".to_owned()
        }
        (Takes::Study, Some(hours)) => {
            let (least, most) = study.months;
            format!(
                "our estimate. Programs are often said to take {least} to {most} months; we take that \
                 as meant for {} hours a week, and you have about {hours}",
                study.hours_a_week,
            )
        }
    }
}

/// What more hours a week would change, as in "With 8 hours a week instead of 4: 1 to 2 years.";
/// `None` where they would change nothing, or where a step does not depend on them.
pub fn with_more_hours(planned: &Planned<'_>, study: &Study, hours: Option<u8>) -> Option<String> {
    let (more, span) = match planned.step.takes {
        Takes::Study => super::with_more_hours(study, hours)?,
        Takes::Months(..) | Takes::Weekend(_) => return None,
    };
    let now = hours?;
    let then = months(span);
    Some(format!(
        "With {more} hours a week instead of {now}: {then}."
    ))
}

/// As in "Done between June 2027 and 2029." What takes weekends needs no date.
pub fn done_by(today: Day, planned: &Planned<'_>) -> String {
    match planned.step.takes {
        Takes::Weekend(_) => String::new(),
        Takes::Months(..) | Takes::Study => format!("Done {}.", dates(today, planned.ends)),
    }
}

/// How long a step takes and when it is done, as sentences.
pub fn timing(today: Day, planned: &Planned<'_>) -> String {
    let takes = takes(planned);
    match planned.step.takes {
        Takes::Weekend(_) => ["On ", &takes, "."].concat(),
        Takes::Months(..) | Takes::Study => [
            "Takes ",
            &takes,
            ", by estimate. ",
            &done_by(today, planned),
        ]
        .concat(),
    }
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
            " Even the quick way takes longer than you have. Keep the pay that you have, or plan for other pay until then."
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
    text += &["\n", &plan.way.opening, "\n"].concat();
    if let Some(need) = plan.income {
        text += &["\n", &income(today, need), "\n"].concat();
    }
    for reply in &plan.replies {
        text += &["\n", &reply.title, ": ", &reply.text, "\n"].concat();
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
        text += &["   ", &timing(today, planned), "\n"].concat();
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
