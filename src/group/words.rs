//! What stands in the cells of a row.

use super::row::{Charts, Holds, Row, Verdict};
use crate::answers::{Stance, StartAnswer};
use crate::charts::Mood;
use crate::content::{Quiz, StartId};
use crate::fit::Band;

/// A verdict in a few words: how much the answers overlap with what the work asks for.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Bands(bands) => match (bands.low, bands.high) {
            (Band::Low, Band::Low) => "low overlap",
            (Band::Low, Band::Partial) => "low to partial overlap",
            (Band::Low, Band::Strong) => "too uncertain to call",
            (Band::Partial, Band::Partial) => "partial overlap",
            (Band::Partial, _) => "partial to strong overlap",
            (Band::Strong, _) => "strong overlap",
        },
        Verdict::TooLittle => "too little answered",
        Verdict::HeldBack => "held back: look at the answers first",
    }
}

/// How much a link holds.
pub const fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::Verdict => "the verdict alone",
        Holds::Traits => "verdict and traits",
        Holds::Answers => "all answers",
        Holds::Everything => "all answers and the starting point",
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

/// How charts went, as a sentence without its full stop.
pub fn charts(charts: Charts) -> String {
    let Charts {
        seen,
        found,
        wanted,
        unsupported,
        another,
    } = charts;
    let plural = if seen == 1 { "chart" } else { "charts" };
    let beside = match unsupported {
        0 => String::new(),
        many => format!(", and {many} the record does not support"),
    };
    let another = match another {
        None => "",
        Some(Mood::Yes) => "; would do another",
        Some(Mood::Unsure) => "; not sure about another",
        Some(Mood::No) => "; would not do another",
    };
    format!("{seen} {plural}: {found} of {wanted} codes{beside}{another}")
}
