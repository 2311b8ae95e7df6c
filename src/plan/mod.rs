//! What to do next and when: from where the person starts, how many hours a
//! week they have, when they need an income, and what they aim for.
//!
//! A plan counts in months from a day that the caller gives. No length in it has
//! a source, so each step has a fewest and a most, and says whose estimate it
//! is. The ranges add up: a step begins when the one before it ends.

#![warn(missing_docs)]

pub mod brief;
pub mod calendar;
pub mod ics;
pub mod text;

use crate::answers::{Answers, Stance};
use crate::content::{
    Advice, ConditionId, Content, Goal, Paths, PerTrait, Quiz, Said, StartOptionId, Step, Study,
    Takes, ToDo, TraitId, Way, WayId, When,
};
use crate::fit::{Band, TraitScore, combine};

/// Months, from the fewest to the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The fewest, where all goes quickly.
    pub least: u16,
    /// The most, where all goes slowly. Never below the fewest.
    pub most: u16,
}

impl Span {
    fn then(self, next: Self) -> Self {
        Self {
            least: self.least + next.least,
            most: self.most + next.most,
        }
    }
}

/// A step with its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned<'a> {
    /// What is to be done.
    pub step: &'a Step,
    /// Months from its beginning to its end.
    pub takes: Span,
    /// Months from today to its beginning.
    pub begins: Span,
    /// Months from today to its end.
    pub ends: Span,
}

/// The need for an income against the first pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Income {
    /// Months within which it is needed.
    pub within: u16,
    /// Months from today to the first pay for coding.
    pub first_pay: Span,
}

impl Income {
    /// How the need and the first pay lie to each other.
    pub const fn outlook(self) -> IncomeOutlook {
        if self.first_pay.least > self.within {
            IncomeOutlook::TooLate
        } else if self.first_pay.most > self.within {
            IncomeOutlook::Open
        } else {
            IncomeOutlook::InTime
        }
    }
}

/// Whether the first pay comes in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncomeOutlook {
    /// Even the shortest way takes longer.
    TooLate,
    /// The short way is in time, the long way is not.
    Open,
    /// Even the longest way is in time.
    InTime,
}

/// A way into the work for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'a> {
    /// The steps that apply, in the order in which they are taken.
    pub steps: Vec<Planned<'a>>,
    /// The way that it goes along.
    pub way: &'a Way,
    /// What is said to each condition that the person said no to, or that would be hard.
    pub replies: Vec<&'a Advice>,
    /// The other advice that applies, which has no date.
    pub notes: Vec<&'a Advice>,
    /// What can be done today.
    pub actions: Vec<&'a ToDo>,
    /// The need for an income; `None` where there is none by a certain time, or where
    /// no step of the plan brings pay.
    pub income: Option<Income>,
    /// Hours a week that the person has; `None` where they did not say.
    pub hours: Option<u8>,
}

impl Plan<'_> {
    /// Months from today to the end of the last step, at the most.
    pub fn length(&self) -> u16 {
        self.steps.last().map_or(0, |last| last.ends.most)
    }
}

/// Makes the plan. Traits that were not scored count as unknown.
pub fn plan<'a>(
    quiz: &Quiz,
    content: &'a Content,
    answers: &Answers,
    traits: &PerTrait<Option<TraitScore>>,
) -> Plan<'a> {
    let paths = &content.paths;
    let mut person = Person {
        quiz,
        answers,
        traits,
        way: None,
    };
    let way = way(paths, &person);
    person.way = way;
    // The last way applies to everyone, so there is one.
    let way = way.map_or(&paths.ways[0], |(_, way)| way);
    let applies = |when: &When| person.meets(when);
    let hours = by_answer(quiz, answers, &paths.study.by_answer);
    let mut begins = Span::default();
    let steps: Vec<_> = paths
        .steps
        .iter()
        .filter(|step| applies(&step.when))
        .map(|step| {
            let takes = match step.takes {
                Takes::Months(least, most, _) => Span {
                    least: u16::from(least),
                    most: u16::from(most),
                },
                // The weekends of a short plan are over within a month.
                Takes::Weekend(_) => Span { least: 0, most: 1 },
                Takes::Study => studying(&paths.study, hours),
            };
            let planned = Planned {
                step,
                takes,
                begins,
                ends: begins.then(takes),
            };
            begins = planned.ends;
            planned
        })
        .collect();
    let within = by_answer(quiz, answers, &paths.income);
    let advice = paths.notes.iter().filter(|each| applies(&each.when));
    let (replies, notes) = advice.partition(|each| !each.when.said.is_empty());
    let first_pay = steps.iter().find(|planned| planned.step.first_pay);
    Plan {
        income: within.zip(first_pay).map(|(within, planned)| Income {
            within: u16::from(within),
            first_pay: planned.ends,
        }),
        way,
        steps,
        replies,
        notes,
        actions: paths
            .actions
            .iter()
            .filter(|each| applies(&each.when))
            .collect(),
        hours,
    }
}

/// The first way that applies.
fn way<'a>(paths: &'a Paths, person: &Person<'_>) -> Option<(WayId, &'a Way)> {
    let mut ways = paths.way_ids().map(|id| (id, paths.way(id)));
    ways.find(|(_, way)| person.meets(&way.when))
}

/// How long a program would take with the next more hours a week that can be chosen, where that is
/// quicker: the hours and the time. `None` where the person did not say how many they have.
pub fn with_more_hours(study: &Study, hours: Option<u8>) -> Option<(u8, Span)> {
    let hours = hours?;
    let more = study.by_answer.iter().map(|(_, hours)| *hours);
    let more = more.filter(|more| *more > hours).min()?;
    let [now, then] = [hours, more].map(|hours| studying(study, Some(hours)));
    (then != now).then_some((more, then))
}

/// How long a program takes with these hours a week; see [`Study`].
fn studying(study: &Study, hours: Option<u8>) -> Span {
    let (least, most) = study.months;
    let hours = u16::from(hours.unwrap_or(study.hours_a_week));
    let stretched = |months: u8| {
        let at_this_pace = (u16::from(months) * u16::from(study.hours_a_week)).div_ceil(hours);
        at_this_pace.max(u16::from(least))
    };
    Span {
        least: stretched(least),
        most: stretched(most),
    }
}

/// The number that goes with a chosen option.
fn by_answer(quiz: &Quiz, answers: &Answers, numbers: &[(StartOptionId, u8)]) -> Option<u8> {
    let chosen = |(id, _): &&(StartOptionId, u8)| chosen(quiz, answers, *id);
    numbers.iter().find(chosen).map(|(_, number)| *number)
}

/// Whether an option was chosen, of a question that was asked.
fn chosen(quiz: &Quiz, answers: &Answers, id: StartOptionId) -> bool {
    answers.are_asked(quiz, id.question) && answers.chose(id)
}

/// For whom a plan is made.
struct Person<'a> {
    quiz: &'a Quiz,
    answers: &'a Answers,
    traits: &'a PerTrait<Option<TraitScore>>,
    /// Their way into the work; none while it is being chosen.
    way: Option<(WayId, &'a Way)>,
}

impl Person<'_> {
    fn meets(&self, when: &When) -> bool {
        let chosen = |id: &StartOptionId| chosen(self.quiz, self.answers, *id);
        let met = |of: &StartOptionId| {
            let mut options = when.start.iter();
            options.any(|id| id.question == of.question && chosen(id))
        };
        let came_out = |(id, goals): &(TraitId, Vec<Goal>)| goals.contains(&self.goal(*id));
        let said = |(id, wanted): &(ConditionId, Said)| self.said(*id) == Some(*wanted);
        let goes = |wanted: &WayId| self.way.is_some_and(|(id, _)| id == *wanted);
        let is_short = |short: bool| self.way.is_some_and(|(_, way)| way.short == short);
        (when.ways.is_empty() || when.ways.iter().any(goes))
            && when.short.is_none_or(is_short)
            && when.start.iter().all(met)
            && !when.unless.iter().any(chosen)
            && when.goals.iter().all(came_out)
            && (when.said.is_empty() || when.said.iter().any(said))
            && (!when.low || self.is_low())
    }

    fn is_low(&self) -> bool {
        combine(self.quiz, self.traits).is_ok_and(|overall| overall.bands.high == Band::Low)
    }

    fn goal(&self, id: TraitId) -> Goal {
        let cuts = &self.quiz.scoring.bands;
        match self.traits[id].map(|score| Band::of(cuts, score.score)) {
            Some(Band::Low) => Goal::Low,
            Some(Band::Partial) => Goal::Partial,
            Some(Band::Strong) => Goal::Strong,
            None => Goal::Unknown,
        }
    }

    fn said(&self, id: ConditionId) -> Option<Said> {
        Some(match self.answers.condition(id)? {
            Stance::Fine => Said::Fine,
            Stance::Hard => Said::Hard,
            Stance::No => Said::No,
        })
    }
}
