//! The guide: what the work is, pays and asks, for reading.
//!
//! Its words carry no numbers of their own. A number belongs to a fact, with
//! its source or the label that it has none, and the facts stand beside the
//! words. The browser never loads any of this.

use serde::{Deserialize, Serialize};

use super::FactId;

/// Everything that is there to be read about the work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The pages in reading order; the first one stands for the whole.
    pub pages: Vec<GuidePage>,
    /// The credentials that a reader will meet, those for hospital coding first.
    pub credentials: Vec<Credential>,
}

/// Letters that a coder earns by an exam, as a row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credential {
    /// The letters.
    pub short: String,
    /// What they stand for.
    pub name: String,
    /// Who gives the exam.
    pub owner: String,
    /// What the exam costs.
    pub price: Told,
    /// Who may sit it.
    pub entry: Told,
    /// Whether it asks for CPT, the code set that inpatient coding does not need.
    pub cpt: Told,
    /// What it takes to keep the letters.
    pub renewal: Told,
}

/// One page of the guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidePage {
    /// Its folder below `guide/`, and its name in the data; empty for the first page.
    pub id: String,
    /// What lists of pages call it.
    pub short: String,
    /// Its heading, and the title of its document.
    pub title: String,
    /// A sentence or two for search engines and previews.
    pub description: String,
    /// What stands below the heading.
    pub lead: String,
    /// Why someone who has read it might take the quiz.
    pub quiz: String,
    /// In reading order; no two on a page have the same id.
    pub sections: Vec<GuideSection>,
}

/// A part of a page, with a heading of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideSection {
    /// Its name in the data, and the fragment of links that lead to it.
    pub id: String,
    /// What stands above it, and in the page's list of sections.
    pub heading: String,
    /// Paragraphs, without numbers of their own.
    pub text: Vec<String>,
    /// The facts that belong to the section as a whole.
    pub facts: Vec<FactId>,
    /// What stands between the paragraphs and the list.
    pub figure: Option<Figure>,
    /// What stands last.
    pub list: Option<GuideList>,
}

/// A drawing or a list that is made from other data than the guide's own, so that
/// it cannot say anything else than they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// The guide's pages but the first, which shows this.
    Pages,
    /// The seven traits of the quiz.
    Traits,
    /// The coders' pay, month by month.
    PayYears,
    /// Every occupation's pay.
    PayOccupations,
    /// The pay that stands for the related roles.
    PayRoles,
    /// The related roles.
    Roles,
    /// The table of credentials.
    Credentials,
    /// The section's steps on a line.
    Timeline,
}

/// Entries of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideList {
    /// What the entries are, which decides how they are drawn.
    pub shape: Shape,
    /// At least one; their names differ.
    pub entries: Vec<GuideEntry>,
}

/// What a list's entries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Names with what is to say of each, in no order.
    Terms,
    /// Steps, in the order in which they are taken.
    Steps,
    /// Questions with their answers.
    Questions,
    /// Things to do.
    Checklist,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideEntry {
    /// What it is called, or asked.
    pub name: String,
    /// What is to say of it. Empty only where facts say it.
    pub text: String,
    /// The facts that it rests on.
    pub facts: Vec<FactId>,
    /// How long it takes; `None` outside of the path.
    pub span: Option<Told>,
}

/// A few words that may carry numbers, because a fact stands behind them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// In words. Its numbers are the fact's.
    pub text: String,
    /// The fact that says so; `None` where there is nothing to say.
    pub fact: Option<FactId>,
}
