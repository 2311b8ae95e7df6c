//! Pay, as official statistics have it.

use serde::{Deserialize, Serialize};

use super::{RoleId, Source};

/// What occupations pay, and how their jobs are projected to change.
///
/// There is deliberately no row for a career level or a credential: the
/// statistics know occupations alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// The years between which growth is projected, and who projects it.
    pub projection: Projection,
    /// Rows of the newest month first, the inpatient coder's own at the head;
    /// then earlier months of that one.
    pub rows: Vec<PayRow>,
}

/// Between which years growth is projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Projection {
    /// The year whose jobs were counted.
    pub from: u16,
    /// The year for which jobs are projected.
    pub to: u16,
    /// Who projects growth and openings.
    pub source: Source,
}

/// What one occupation paid in one month, nationally, in dollars a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayRow {
    /// What messages about the file call the row. Nothing else refers to it.
    pub id: String,
    /// The occupation, as the statistics name it.
    pub name: String,
    /// Its code in the Standard Occupational Classification.
    pub soc: String,
    /// Year and month of the figures, as in `2025-05`.
    pub month: String,
    /// How many people had such a job; `None` where we have not looked it up.
    pub jobs: Option<u32>,
    /// One in ten earned less.
    pub p10: u32,
    /// One in four earned less.
    pub p25: u32,
    /// Half earned less.
    pub median: u32,
    /// One in four earned more.
    pub p75: u32,
    /// One in ten earned more.
    pub p90: u32,
    /// Projected growth over the [`Projection`]'s years in percent.
    pub growth: Option<i8>,
    /// Projected openings a year.
    pub openings: Option<u32>,
    /// The usual way in; empty in rows of earlier months.
    pub entry: String,
    /// The neighboring roles that this occupation stands for.
    pub roles: Vec<RoleId>,
    /// Why the row says less than it seems to about those roles; empty where it
    /// is about them and nobody else.
    pub approximate: String,
    /// Where the pay comes from.
    pub source: Source,
    /// Year and month in which we looked.
    pub checked: String,
}

impl Pay {
    /// The newest row of the group in which the statistics count inpatient coders.
    pub fn coders(&self) -> &PayRow {
        // A file without rows is refused.
        &self.rows[0]
    }

    /// The rows of the newest month, one for each occupation.
    pub fn occupations(&self) -> impl Iterator<Item = &PayRow> {
        let newest = &self.coders().month;
        self.rows.iter().filter(move |row| row.month == *newest)
    }

    /// The coders' rows, the newest first.
    pub fn years(&self) -> impl Iterator<Item = &PayRow> {
        let soc = &self.coders().soc;
        self.rows.iter().filter(move |row| row.soc == *soc)
    }

    /// The row that stands for a neighboring role, given by its position in
    /// [`Content::roles`](super::Content::roles).
    pub fn of_role(&self, role: usize) -> Option<&PayRow> {
        let stands = |row: &&PayRow| row.roles.iter().any(|each| each.index() == role);
        self.rows.iter().find(stands)
    }
}
