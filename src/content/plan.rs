//! The way into the work: dated steps, advice, and what can be done today.

use serde::{Deserialize, Serialize};

use super::{ConditionId, FactId, StartOptionId, TraitId, WayId};

/// Everything that a plan is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paths {
    /// How long a program takes.
    pub study: Study,
    /// The ways into the work. A plan is made along the first one that applies; the last one
    /// applies to everyone.
    pub ways: Vec<Way>,
    /// Facts about the work's future, which stand beside the pay.
    pub outlook: Vec<FactId>,
    /// By when an income is needed, in months from today, by the answer that
    /// says so. With any other answer there is time.
    pub income: Vec<(StartOptionId, u8)>,
    /// The steps, in the order in which they are taken.
    pub steps: Vec<Step>,
    /// Advice that has no date.
    pub notes: Vec<Advice>,
    /// What can be done today.
    pub actions: Vec<ToDo>,
}

impl Paths {
    /// Every way's id, in order.
    pub fn way_ids(&self) -> impl Iterator<Item = WayId> + use<> {
        let count = u8::try_from(self.ways.len()).unwrap_or(u8::MAX);
        (0..count).map(WayId::new)
    }

    /// The way with this id. None is missing, as ids are made from this very list.
    pub fn way(&self, id: WayId) -> &Way {
        &self.ways[id.index()]
    }
}

/// A way into the work, for everyone who starts from about the same place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// The name by which steps, notes and actions say that they are part of it.
    pub id: String,
    /// What the plan opens with: what the person brings, and what is missing.
    pub opening: String,
    /// It is the short plan that tests the work before it costs anything.
    #[serde(default)]
    pub short: bool,
    /// Whose way it is. It names no ways.
    #[serde(default)]
    pub when: When,
}

/// How long a program takes, by the hours a week that go into it.
///
/// The career guide's months are taken as meant for
/// [`hours_a_week`](Self::hours_a_week); with fewer hours they stretch. Programs
/// run to a calendar, so more hours never bring them below the fewest months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Fewest and most months.
    pub months: (u8, u8),
    /// The hours a week for which these hold.
    pub hours_a_week: u8,
    /// Hours a week that a person has, by the answer that says so.
    pub by_answer: Vec<(StartOptionId, u8)>,
}

/// A step on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name in the data, and in the calendar file, where a second import finds
    /// it by this name.
    pub id: String,
    /// What to do, as a short order.
    pub title: String,
    /// How, and why.
    pub text: String,
    /// Signs that it is done well.
    pub look_for: Vec<String>,
    /// Signs of trouble.
    pub avoid: Vec<String>,
    /// The facts that it rests on.
    pub facts: Vec<FactId>,
    /// Its length in months, or that it is a program.
    pub takes: Takes,
    /// Its end brings the first pay for coding.
    #[serde(default)]
    pub first_pay: bool,
    /// Whose plan it is part of.
    #[serde(default)]
    pub when: When,
}

/// How long a step takes. No length has a source; each says whose estimate it
/// is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// Fewest and most months.
    Months(u8, u8, Basis),
    /// On the weekend with this number from now, from 1, which is soon enough to need no
    /// estimate.
    Weekend(u8),
    /// As long as [`Study`] says.
    Study,
}

/// Whose estimate a length is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The career guide's, which has no source for it.
    Guide,
    /// Our own, where the guide is silent.
    Ours,
}

/// Advice without a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// What messages about the file call it. Nothing else refers to it.
    pub id: String,
    /// What it is about, in a few words.
    pub title: String,
    /// What to do or to know, in a few sentences.
    pub text: String,
    /// The facts that it rests on.
    pub facts: Vec<FactId>,
    /// Whose plan it is part of.
    pub when: When,
}

/// Something that can be done today and ticked off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToDo {
    /// Its name in the data, under which its tick is kept.
    pub id: String,
    /// What to do, in a sentence.
    pub text: String,
    /// The page of this site on which it is done, as in `try`, and what a link to it says; `None`
    /// where it is done elsewhere.
    #[serde(default)]
    pub page: Option<(String, String)>,
    /// Whose plan it is part of.
    pub when: When,
}

/// To whom something applies.
///
/// Without conditions it applies to everyone. A question that was not
/// answered, or that the person would rather not answer, meets no `start`
/// condition and breaks no `unless`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The person goes one of these ways, where there are any here.
    #[serde(default)]
    pub ways: Vec<WayId>,
    /// Whether the way is a short one; any way where this is `None`.
    #[serde(default)]
    pub short: Option<bool>,
    /// Of each question that has options here, one of them must have been
    /// chosen.
    #[serde(default)]
    pub start: Vec<StartOptionId>,
    /// None of these may have been chosen.
    #[serde(default)]
    pub unless: Vec<StartOptionId>,
    /// Each trait must have come out in one of these ways.
    #[serde(default)]
    pub goals: Vec<(TraitId, Vec<Goal>)>,
    /// One of these must have been said of a condition, where there are any here.
    #[serde(default)]
    pub said: Vec<(ConditionId, Said)>,
    /// The whole range of the fit must lie in the low band.
    #[serde(default)]
    pub low: bool,
}

/// An answer to a condition, for [`When`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// Fine.
    Fine,
    /// It would be hard.
    Hard,
    /// A deal-breaker.
    No,
}

/// How a trait came out, for [`When`]: the band of its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Below the partial cut.
    Low,
    /// Between the cuts.
    Partial,
    /// At or above the strong cut.
    Strong,
    /// Too little was answered to say.
    Unknown,
}
