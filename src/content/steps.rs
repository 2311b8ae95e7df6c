//! The first next steps and when each applies.

use serde::{Deserialize, Serialize};

use super::{FactId, StartId};

/// Something that the person could do next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its name in the data.
    pub id: String,
    /// What to do, as a short order.
    pub title: String,
    /// How, and why.
    pub text: String,
    /// The facts that it rests on.
    pub facts: Vec<FactId>,
    /// When it applies.
    pub when: When,
}

/// The starting points to which a step applies.
///
/// A step without conditions applies to everyone. A question that was not
/// answered, or that the person would rather not answer, meets no `start`
/// condition and breaks no `unless`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct When {
    /// Each question must have been answered with one of these options.
    pub start: Vec<(StartId, Vec<u8>)>,
    /// None of these questions may have been answered with these options.
    pub unless: Vec<(StartId, Vec<u8>)>,
}
