//! Questions for a talk: with one person, and with the group.
//!
//! A result is where a talk begins. So whatever stands out becomes a question, and none of them
//! can be answered by a number.

use super::row::{Row, Verdict};
use super::spread::Spread;
use crate::answers::Stance;
use crate::content::{ConditionId, PerTrait, Quiz, TraitId};
use crate::say::talk as say;

/// What to ask a person whose answers lie far from what the work asks for in a trait.
fn far(id: TraitId) -> &'static str {
    match id {
        TraitId::T1 => say::far_accuracy(),
        TraitId::T2 => say::far_documents(),
        TraitId::T3 => say::far_health_care(),
        TraitId::T4 => say::far_structure(),
        TraitId::T5 => say::far_advancing(),
        TraitId::T6 => say::far_stability(),
        TraitId::T7 => say::far_behind_the_scenes(),
    }
}

/// What to ask a person whose answers lie close to it.
fn close(id: TraitId) -> &'static str {
    match id {
        TraitId::T1 => say::close_accuracy(),
        TraitId::T2 => say::close_documents(),
        TraitId::T3 => say::close_health_care(),
        TraitId::T4 => say::close_structure(),
        TraitId::T5 => say::close_advancing(),
        TraitId::T6 => say::close_stability(),
        TraitId::T7 => say::close_behind_the_scenes(),
    }
}

/// What to ask a group that lies far apart in a trait.
fn apart(id: TraitId) -> &'static str {
    match id {
        TraitId::T1 => say::apart_accuracy(),
        TraitId::T2 => say::apart_documents(),
        TraitId::T3 => say::apart_health_care(),
        TraitId::T4 => say::apart_structure(),
        TraitId::T5 => say::apart_advancing(),
        TraitId::T6 => say::apart_stability(),
        TraitId::T7 => say::apart_behind_the_scenes(),
    }
}

/// What to ask somebody who said no to a condition, or that it would be hard. A test asks for each
/// condition of the quiz, so that a new one is not passed over.
fn about(quiz: &Quiz, id: ConditionId) -> Option<&'static str> {
    Some(match &*quiz.condition(id).id {
        "screen" => say::about_screen(),
        "audit" => say::about_audit(),
        "target" => say::about_target(),
        "alone" => say::about_alone(),
        "change" => say::about_change(),
        "remote" => say::about_remote(),
        _ => return None,
    })
}

/// A question, and what it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What stands out, as a sentence.
    pub about: String,
    /// What to ask.
    pub ask: &'static str,
}

/// Less than this many points is no difference to speak of.
const LEAST_PULL: f64 = 0.5;

/// Questions for a talk with one person: about each condition that got a "no", the two traits that
/// pull the fit down most, the trait that lifts it most, and whatever keeps us from a verdict.
pub fn with_person(quiz: &Quiz, row: &Row) -> Vec<Question> {
    let mut questions = Vec::new();
    match row.verdict {
        Verdict::HeldBack => questions.push(Question {
            about: say::held_back().to_owned(),
            ask: say::held_back_ask(),
        }),
        Verdict::TooLittle => questions.push(Question {
            about: say::too_little(&quiz.not_sure),
            ask: say::too_little_ask(),
        }),
        Verdict::Bands(_) if row.is_uncertain() => questions.push(Question {
            about: say::uncertain().to_owned(),
            ask: say::uncertain_ask(),
        }),
        Verdict::Bands(_) => {}
    }
    let conditions = |stance: Stance, said: fn(&str) -> String| {
        let ids = row.said(stance);
        let asked = ids.filter_map(|id| {
            Some(Question {
                about: said(&small(&quiz.condition(id).short)),
                ask: about(quiz, id)?,
            })
        });
        asked.collect::<Vec<_>>()
    };
    questions.extend(conditions(Stance::No, say::said_no));
    let pulls = row
        .pulls
        .iter()
        .filter_map(|(id, pull)| Some((id, (*pull)?)));
    let mut pulls: Vec<(TraitId, f64)> = pulls.collect();
    pulls.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let lowest = pulls
        .iter()
        .take(2)
        .filter(|(_, pull)| *pull <= -LEAST_PULL);
    for (id, _) in lowest {
        questions.push(Question {
            about: say::furthest(&quiz.traits[*id].short),
            ask: far(*id),
        });
    }
    if let Some((id, _)) = pulls.last().filter(|(_, pull)| *pull >= LEAST_PULL) {
        questions.push(Question {
            about: say::closest(&quiz.traits[*id].short),
            ask: close(*id),
        });
    }
    questions.extend(
        conditions(Stance::Hard, say::would_be_hard)
            .into_iter()
            .take(2),
    );
    if row.conditions.is_none() {
        questions.push(Question {
            about: say::conditions_unknown().to_owned(),
            ask: say::conditions_unknown_ask(),
        });
    }
    questions
}

/// The fewest people of whom it is said where they differ most.
const FEWEST: usize = 3;

/// A middle half that is narrower than this many points is no difference to speak of: a single
/// score's own range is wider.
const LEAST_APART: f64 = 15.0;

/// Questions for a talk with the group: about the two traits in which its middle half lies furthest
/// apart, and the condition that got a "no" most often.
pub fn with_group(quiz: &Quiz, spreads: &PerTrait<Option<Spread>>, rows: &[&Row]) -> Vec<Question> {
    let mut questions = Vec::new();
    let wide = spreads.iter().filter_map(|(id, spread)| {
        let spread = spread.filter(|spread| spread.count >= FEWEST)?;
        Some((id, spread)).filter(|(_, spread)| spread.middle_half() >= LEAST_APART)
    });
    let mut wide: Vec<(TraitId, Spread)> = wide.collect();
    wide.sort_by(|(_, one), (_, other)| other.middle_half().total_cmp(&one.middle_half()));
    for (place, (id, _)) in wide.into_iter().take(2).enumerate() {
        let name = &quiz.traits[id].short;
        questions.push(Question {
            about: match place {
                0 => say::differ_most(name),
                _ => say::also_differ(name),
            },
            ask: apart(id),
        });
    }
    let counted = quiz.condition_ids().map(|id| {
        let times = rows
            .iter()
            .filter(|row| row.said(Stance::No).any(|said| said == id));
        (times.count(), id)
    });
    // Of equals, the first.
    let most = counted.rev().max_by_key(|(times, _)| *times);
    if let Some((times, id)) = most.filter(|(times, _)| *times > 0) {
        let short = small(&quiz.condition(id).short);
        questions.extend(about(quiz, id).map(|ask| Question {
            about: say::group_said_no(&short, times),
            ask,
        }));
    }
    questions
}

/// A phrase with its first letter in lower case.
fn small(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
