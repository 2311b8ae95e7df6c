//! What stands in the cells of a row.

use super::row::{Charts, Holds, Row, Verdict};
use crate::answers::{Stance, StartAnswer};
use crate::charts::Mood;
use crate::content::{Quiz, StartId};
use crate::fit::Band;
use crate::say::rows as say;

/// A verdict in a few words: how much the answers overlap with what the work asks for.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Bands(bands) => match (bands.low, bands.high) {
            (Band::Low, Band::Low) => say::low(),
            (Band::Low, Band::Partial) => say::low_to_partial(),
            (Band::Low, Band::Strong) => say::uncertain(),
            (Band::Partial, Band::Partial) => say::partial(),
            (Band::Partial, _) => say::partial_to_strong(),
            (Band::Strong, _) => say::strong(),
        },
        Verdict::TooLittle => say::too_little(),
        Verdict::HeldBack => say::held_back(),
    }
}

/// How much a link holds, in a few words.
pub fn holds(row: &Row) -> &'static str {
    match row.holds {
        Holds::Verdict => say::verdict_alone(),
        Holds::Traits => say::traits(),
        Holds::Answers => say::answers(row.has_charts),
        Holds::Everything => say::everything(row.has_charts),
    }
}

/// The same as a sentence.
pub fn holds_in_full(row: &Row) -> &'static str {
    match row.holds {
        Holds::Verdict => say::holds_verdict_alone(),
        Holds::Traits => say::holds_traits(),
        Holds::Answers => say::holds_answers(row.has_charts),
        Holds::Everything => say::holds_everything(row.has_charts),
    }
}

/// The conditions that got this answer, with semicolons between; `None` where the link does not say.
pub fn conditions(quiz: &Quiz, row: &Row, stance: Stance) -> Option<String> {
    row.conditions.as_ref()?;
    let names = row.said(stance).map(|id| &*quiz.condition(id).short);
    Some(names.collect::<Vec<_>>().join("; "))
}

/// What was said to a question about the starting point; `None` where nothing was.
pub fn start<'a>(quiz: &'a Quiz, row: &Row, question: StartId) -> Option<&'a str> {
    let mut said = row.start.iter().flatten();
    let (_, said) = said.find(|(id, _)| *id == question)?;
    match said {
        StartAnswer::Option(option) => {
            let options = &quiz.start_question(question).options;
            options
                .get(usize::from(*option))
                .map(|option| &*option.text)
        }
        StartAnswer::Declined => Some(&quiz.decline),
    }
}

/// How charts went, as a sentence without its full stop; `None` where the link does not say.
pub fn charts(row: &Row) -> Option<String> {
    match row.charts {
        Some(charts) => Some(how_they_went(charts)),
        None => row.has_charts.then(|| say::charts_newer().to_owned()),
    }
}

fn how_they_went(charts: Charts) -> String {
    let Charts {
        seen,
        found,
        wanted,
        unsupported,
        another,
    } = charts;
    let went = say::charts(seen, found, unsupported, wanted);
    match another {
        None => went,
        Some(Mood::Yes) => say::another_yes(&went),
        Some(Mood::Unsure) => say::another_unsure(&went),
        Some(Mood::No) => say::another_no(&went),
    }
}
