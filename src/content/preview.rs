//! A realistic preview of the work: a day, and the good with the hard.

use serde::{Deserialize, Serialize};

use super::{ConditionId, FactId};

/// What the work is like, for somebody who has only read of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// An invented day, from morning to evening.
    pub day: Vec<Moment>,
    /// What people may like.
    pub good: Vec<String>,
    /// What wears people out.
    pub hard: Vec<String>,
    /// The facts behind it.
    pub facts: Vec<FactId>,
}

/// One thing that happens in the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The time of day, as it is printed.
    pub time: String,
    /// What happens then.
    pub text: String,
    /// The condition of the work that shows in it.
    pub condition: Option<ConditionId>,
}
