//! Neighboring roles: where else the same answers might lead.

use serde::{Deserialize, Serialize};

use super::{FactId, TraitId};

/// A role beside the inpatient coder's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its name in the data.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub text: String,
    /// What it takes to enter.
    pub entry: String,
    /// The facts behind the two.
    pub facts: Vec<FactId>,
    /// What the role asks of each trait. The weights sum to 1.
    pub traits: Vec<RoleTrait>,
}

/// What a role asks of one trait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleTrait {
    /// A role lists all seven, in order.
    #[serde(rename = "trait")]
    pub trait_id: TraitId,
    /// Share, above 0 and at most 1.
    pub weight: f64,
    /// What a score of 0 counts with, as in a trait of the quiz, after the sign.
    #[serde(default)]
    pub floor: f64,
    /// Whether the role asks for more or for less of the trait.
    pub sign: Sign,
    /// Whether a clearly low score keeps the role in the low band.
    pub gated: bool,
    /// Why.
    pub reason: String,
    /// What the reason rests on.
    pub source: String,
}

/// Whether a role asks for more or for less of a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// More of it fits the role better.
    More,
    /// Less of it fits the role better.
    Less,
}
