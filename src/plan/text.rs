//! A plan in words, and as plain text.

use super::calendar::Day;
use super::{Income, IncomeOutlook, Plan, Planned, Span};
use crate::content::{Basis, Study, Takes};
use crate::say::plan as say;

/// A length as it is told: in months up to a year, and in years beyond, as nothing here is known
/// more exactly. As in "6 to 12 months", "6 months to 2 years", "2 to 3 years".
pub fn months(span: Span) -> String {
    let Span { least, most } = span;
    let [fewest, months] = [least, most].map(usize::from);
    if most <= YEAR {
        return match least {
            0 => say::up_to_months(months),
            least if least == most => say::months(months),
            _ => say::months_to_months(fewest, months),
        };
    }
    let years = usize::from(most.div_ceil(YEAR));
    match least {
        0 => say::up_to_years(years),
        1..YEAR => say::months_to_years(fewest, years),
        // The nearest whole year: nearly two years are not one.
        _ => match usize::from((least + YEAR / 2) / YEAR) {
            same if same == years => say::years(years),
            fewest => say::years_to_years(fewest, years),
        },
    }
}

const YEAR: u16 = 12;

/// How long a step takes.
pub fn takes(planned: &Planned<'_>) -> String {
    match planned.step.takes {
        Takes::Weekend(1) => say::first_weekend().to_owned(),
        Takes::Weekend(2) => say::second_weekend().to_owned(),
        Takes::Weekend(number) => say::weekend(number.into()),
        Takes::Months(..) | Takes::Study => months(planned.takes),
    }
}

/// When a time so many months on begins and ends: months by name within the first year, and years
/// beyond. As in "between June and September 2027", "in 2028", "between June 2027 and 2029".
pub fn dates(today: Day, span: Span) -> String {
    let (least, most) = (today.after(span.least), today.after(span.most));
    let is_near = span.most <= YEAR || least.year == most.year && span.least <= YEAR;
    if is_near && least.month_name() != most.month_name() {
        let to = most.month_name();
        if least.year == most.year {
            return say::between_dates(least.name(), &to);
        }
        return say::between_dates(&least.month_name(), &to);
    }
    let name = |day: Day, months| match months <= YEAR {
        true => day.month_name(),
        false => day.year.to_string(),
    };
    let (from, to) = (name(least, span.least), name(most, span.most));
    if from == to {
        return say::in_date(&to);
    }
    say::in_dates(&from, &to)
}

/// Whose estimate a step's length is.
pub fn basis(planned: &Planned<'_>, study: &Study, hours: Option<u8>) -> String {
    match (planned.step.takes, hours) {
        (Takes::Weekend(_), _) => say::basis_short().to_owned(),
        (Takes::Months(_, _, Basis::Ours), _) => say::basis_ours().to_owned(),
        (Takes::Months(_, _, Basis::Guide), _) | (Takes::Study, None) => {
            say::basis_common().to_owned()
        }
        (Takes::Study, Some(hours)) => {
            let (least, most) = study.months;
            say::basis_study(
                hours.into(),
                least.into(),
                most.into(),
                study.hours_a_week.into(),
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
    Some(say::with_more_hours(&then, more.into(), now.into()))
}

/// As in "Done between June 2027 and 2029." What takes weekends needs no date.
pub fn done_by(today: Day, planned: &Planned<'_>) -> String {
    match planned.step.takes {
        Takes::Weekend(_) => String::new(),
        Takes::Months(..) | Takes::Study => say::done(&dates(today, planned.ends)),
    }
}

/// How long a step takes and when it is done, as sentences.
pub fn timing(today: Day, planned: &Planned<'_>) -> String {
    let takes = takes(planned);
    match planned.step.takes {
        Takes::Weekend(_) => say::on_weekend(&takes),
        Takes::Months(..) | Takes::Study => {
            say::takes_and_done(&dates(today, planned.ends), &takes)
        }
    }
}

/// Whether the first pay comes in time, as two sentences.
pub fn income(today: Day, income: Income) -> String {
    let Income { within, first_pay } = income;
    let need = say::income(&dates(today, first_pay), &today.after(within).month_name());
    let so = match income.outlook() {
        IncomeOutlook::TooLate => say::income_too_late(),
        IncomeOutlook::Open => say::income_open(),
        IncomeOutlook::InTime => say::income_in_time(),
    };
    [&need, " ", so].concat()
}

/// The plan as plain text, with a line feed at the end of each line. `done` says
/// which action, by its id, was ticked off.
pub fn plain(today: Day, plan: &Plan<'_>, done: impl Fn(&str) -> bool) -> String {
    let mut text = say::plain_heading(&today.in_words()) + "\n";
    text += &["\n", &plan.way.opening, "\n"].concat();
    if let Some(need) = plan.income {
        text += &["\n", &income(today, need), "\n"].concat();
    }
    for reply in &plan.replies {
        text += &["\n", &say::plain_advice(&reply.title, &reply.text), "\n"].concat();
    }
    text += &["\n", say::this_week(), "\n"].concat();
    for action in &plan.actions {
        let tick = if done(&action.id) { "[x] " } else { "[ ] " };
        text += &[tick, &action.text, "\n"].concat();
    }
    for (index, planned) in plan.steps.iter().enumerate() {
        let step = planned.step;
        text += &["\n", &say::numbered(index + 1, &step.title), "\n"].concat();
        text += &["   ", &timing(today, planned), "\n"].concat();
        text += &["   ", &step.text, "\n"].concat();
        for line in &step.look_for {
            text += &["   + ", line, "\n"].concat();
        }
        for line in &step.avoid {
            text += &["   - ", &say::plain_avoid(line), "\n"].concat();
        }
    }
    for note in &plan.notes {
        text += &["\n", &say::plain_advice(&note.title, &note.text), "\n"].concat();
    }
    text
}
