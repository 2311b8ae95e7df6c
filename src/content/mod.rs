//! What the product says and asks, as typed data.
//!
//! The words, weights, cuts and facts live in `assets/content/*.json`, in the
//! shape of the types here. [`read`] gives a [`Quiz`] with its [`Content`] and
//! [`Guide`] only if every id resolves, every trait's items are balanced, and
//! the weights sum to 1. Nothing downstream checks again.
//!
//! `build.rs` compiles this module too. It reads the JSON, refuses a file with
//! a problem in it, and packs the rest for the binaries, so that the browser
//! carries no JSON parser. For that reason this module uses std and serde
//! alone, and nothing from the rest of the crate.

#![warn(missing_docs)]

mod check;
mod facts;
mod guide;
mod ids;
mod pay;
mod plan;
mod preview;
mod quiz;
mod read;
mod roles;

pub use check::{Problem, Problems};
pub use facts::{Confidence, Fact, Source, Status};
pub use guide::{
    Credential, Figure, Guide, GuideEntry, GuideList, GuidePage, GuideSection, Shape, Told,
};
pub use ids::{
    ConditionId, FactId, ItemId, PerTrait, RoleId, StartId, StartOptionId, TraitId, WayId,
};
pub use pay::{Pay, PayRow, Projection};
pub use plan::{Advice, Basis, Goal, Paths, Said, Step, Study, Takes, ToDo, Way, When};
pub use preview::{Moment, Preview};
pub use quiz::{
    BandCuts, Condition, Gate, GateKind, Item, Precision, Quality, Quiz, Scale, ScaleId,
    ScaleWords, Scales, Scoring, Section, SectionId, Stage, StanceWords, StartOption,
    StartQuestion, TaskRule, Trait,
};
pub use read::{Files, read};
pub use roles::{Role, RoleTrait, Sign};

use serde::{Deserialize, Serialize};

/// Everything that is said besides the [`Quiz`], and that nobody needs who is still
/// answering: what results, and the pages to be read, rest on. It has been checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The facts that the interface shows, each with its source.
    pub facts: Vec<Fact>,
    /// What a plan is made from.
    pub paths: Paths,
    /// A day of the work, and the good with the hard.
    pub preview: Preview,
    /// Other roles to which the same answers might lead.
    pub roles: Vec<Role>,
    /// What the work and its neighbors pay.
    pub pay: Pay,
}

impl Content {
    /// The content without what only the pages that need no app say: the
    /// reasons for the roles' weights, pay in earlier years, what the career guide
    /// claims, and the facts that stand behind the last one that the rest needs. It is
    /// what the browser downloads.
    ///
    /// Ids are positions, so facts can only be dropped from the end of the list. The
    /// guide's own stand last in `facts.json` for that reason.
    pub fn without_reference(mut self, quiz: &Quiz) -> Self {
        let needed = self.needed_facts(quiz).map(|id| id.index() + 1).max();
        self.facts.truncate(needed.unwrap_or_default());
        self.facts.iter_mut().for_each(|fact| fact.claim.clear());
        let newest = self.pay.coders().month.clone();
        self.pay.rows.retain(|row| row.month == newest);
        for part in self.roles.iter_mut().flat_map(|role| &mut role.traits) {
            part.reason.clear();
            part.source.clear();
        }
        self
    }

    /// The facts that everything but the guide rests on.
    fn needed_facts(&self, quiz: &Quiz) -> impl Iterator<Item = FactId> {
        // Taken apart in full, so that a new list of facts cannot be forgotten.
        let Self {
            facts: _,
            paths,
            preview,
            roles,
            pay: _,
        } = self;
        let Paths {
            study: _,
            ways: _,
            income: _,
            outlook,
            steps,
            notes,
            actions: _,
        } = paths;
        let conditions = quiz.conditions.iter().map(|each| each.fact);
        let steps = steps.iter().flat_map(|step| &step.facts);
        let notes = notes.iter().flat_map(|note| &note.facts);
        let roles = roles.iter().flat_map(|role| &role.facts);
        let lists = outlook.iter().chain(&preview.facts);
        conditions.chain(lists.chain(steps).chain(notes).chain(roles).copied())
    }

    /// The fact with this id. A fact that only the guide needs is found in the whole
    /// content alone, and not after [`without_reference`](Self::without_reference).
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[id.index()]
    }
}
