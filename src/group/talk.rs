//! Questions for a talk: with one person, and with the group.
//!
//! A result is where a talk begins. So whatever stands out becomes a question, and none of them
//! can be answered by a number.

use super::row::{Row, Verdict};
use super::spread::Spread;
use crate::answers::Stance;
use crate::content::{PerTrait, Quiz, TraitId};

/// What to ask a person whose answers lie far from what the work asks for in a trait.
const FAR: [&str; 7] = [
    "When did you last have to check something line by line? What was that like?",
    "Think of a long, messy text you had to work through. What kept you going, or made you stop?",
    "What do you know about hospitals so far, and what would make you want to know more?",
    "How do you feel at the end of a day that was just like the one before?",
    "Would you be content to do the same work well for many years?",
    "How much does a secure job weigh for you, beside what else you want?",
    "When you picture yourself helping people, are you with them? Could you do without that?",
];

/// What to ask a person whose answers lie close to it.
const CLOSE: [&str; 7] = [
    "Where has being exact paid off for you, and where did it slow you down?",
    "What is the best puzzle you ever solved at work or in school?",
    "Which part of health care would you like to read about all day?",
    "Which rules help you do good work, and which would bother you?",
    "What would you like to be responsible for one day?",
    "What makes a job feel safe to you?",
    "What would you miss if you never met the people you help?",
];

/// What to ask a group that lies far apart in a trait.
const APART: [&str; 7] = [
    "Who likes to check things twice, and who would rather get on with it? What do you each gain by that?",
    "Who enjoys a long, tangled document? What do the others do with one?",
    "Who is drawn to medical words and hospitals, and who is here for other reasons?",
    "Who likes a fixed routine, and who needs change? Where have you had each?",
    "Who would want to lead or audit one day, and who would not? Both are fine in this work.",
    "How much should a job be safe, and how much new? Ask each other why.",
    "Who wants to be with the people they help? What would make up for it if you could not be?",
];

/// What to ask somebody who said no to a condition, or that it would be hard; in the order of the
/// conditions.
const CONDITIONS: [&str; 6] = [
    "Have you ever sat at a screen all day? What did you do about it?",
    "What is it like for you when someone finds a mistake in your work?",
    "Have you worked with a daily target before? What would make one bearable?",
    "How long do you like to work on your own before you want company?",
    "What helped you the last time you had to study beside a job?",
    "Could you get to a hospital or an office each day, at least for the first year?",
];

/// A question, and what it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What stands out, as a phrase.
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
            about: "The result is held back, as the answers do not fit together".to_owned(),
            ask: "How was it to take the quiz? Would you like to take it once more, with time?",
        }),
        Verdict::TooLittle => questions.push(Question {
            about: "Too much was left out or “Not sure”".to_owned(),
            ask: "Which questions were hard to answer, and what would you need to know to answer them?",
        }),
        Verdict::Bands(_) if row.is_uncertain() => questions.push(Question {
            about: "The range touches low, partial and strong".to_owned(),
            ask: "Would you like to answer the rest of the questions? They usually make the range narrower.",
        }),
        Verdict::Bands(_) => {}
    }
    let condition = |stance: Stance, said: &str| {
        let ids = row.said(stance);
        let asked = ids.filter_map(|id| {
            Some(Question {
                about: [said, &small(&quiz.condition(id).short)].concat(),
                ask: CONDITIONS.get(id.index())?,
            })
        });
        asked.collect::<Vec<_>>()
    };
    questions.extend(condition(Stance::No, "Said no to "));
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
            about: [
                "Furthest from what the work asks for: ",
                &quiz.traits[*id].short,
            ]
            .concat(),
            ask: FAR[*id as usize],
        });
    }
    if let Some((id, _)) = pulls.last().filter(|(_, pull)| *pull >= LEAST_PULL) {
        questions.push(Question {
            about: ["Closest to it: ", &quiz.traits[*id].short].concat(),
            ask: CLOSE[*id as usize],
        });
    }
    questions.extend(
        condition(Stance::Hard, "Would be hard: ")
            .into_iter()
            .take(2),
    );
    if row.conditions.is_none() {
        questions.push(Question {
            about: "The link does not say which conditions got a “no”".to_owned(),
            ask: "Screen work, checks, daily targets, hours alone, yearly study, a first job on site: \
                  is there one you could not live with?",
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
    let apart = spreads.iter().filter_map(|(id, spread)| {
        let spread = spread.filter(|spread| spread.count >= FEWEST)?;
        Some((id, spread)).filter(|(_, spread)| spread.middle_half() >= LEAST_APART)
    });
    let mut apart: Vec<(TraitId, Spread)> = apart.collect();
    apart.sort_by(|(_, one), (_, other)| other.middle_half().total_cmp(&one.middle_half()));
    for (place, (id, _)) in apart.into_iter().take(2).enumerate() {
        let most = if place == 0 {
            "You differ most on "
        } else {
            "You also differ on "
        };
        questions.push(Question {
            about: [most, &quiz.traits[id].short].concat(),
            ask: APART[id as usize],
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
        let about = match times {
            1 => ["One of you said no to ", &short].concat(),
            times => [&times.to_string(), " of you said no to ", &short].concat(),
        };
        questions.extend(
            CONDITIONS
                .get(id.index())
                .map(|ask| Question { about, ask }),
        );
    }
    questions
}

/// A phrase with its first letter in lower case.
fn small(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
