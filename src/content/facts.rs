//! Facts about the work, each with its source.

use serde::{Deserialize, Serialize};

/// A fact that the interface shows.
///
/// Every page says the [`value`](Self::value). What the career guide says, from which
/// the product was built, stands on the page of facts and sources alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The name by which other files refer to it.
    pub id: String,
    /// What the guide says, in short. Empty where the guide says nothing, and in the
    /// browser, which never shows it.
    pub claim: String,
    /// How the guide's claim compares with what we found.
    pub status: Status,
    /// What we say, with its numbers. It never speaks of the guide.
    pub value: String,
    /// Where it comes from. `None` exactly where the status is
    /// [`Status::Unsourced`].
    pub source: Option<Source>,
    /// Year and month in which we looked, as in `2026-11`.
    pub checked: String,
}

/// How a claim of the guide compares with what we found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A source says the same.
    Holds,
    /// It is wrong; the value is right.
    Corrected,
    /// It was right once; the value is newer.
    Dated,
    /// An estimate of the guide, for which no source was found.
    Unsourced,
    /// The guide is silent.
    Missing,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who says it, and where.
    pub name: String,
    /// The page's address; `https` only.
    pub address: String,
    /// The date of the figures or of the page: a year, a month or a day. `None` where
    /// the page has none; then all that is known is when it was read.
    #[serde(default)]
    pub date: Option<String>,
    /// Whether the source itself was read.
    pub confidence: Confidence,
}

/// How close to the origin the fact was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// At the origin.
    Primary,
    /// In somebody's report of it.
    Secondary,
}
