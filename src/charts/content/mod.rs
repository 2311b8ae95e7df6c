//! Charts as typed data: invented records, the part of the code book that each needs, and
//! the key.
//!
//! A chart is a JSON file in `assets/charts`, in the shape of the types here, and nothing
//! in the code knows any chart by name. [`read`] gives charts only if every code, line and
//! rule that one names is in it, and if what can be told about each choice is complete.
//! What the code sets and the groups say is proved elsewhere, against the official data:
//! see `docs/charts.md`.
//!
//! `build.rs` compiles this module too, as it does `content`, so this module uses std and
//! serde alone. The browser carries no JSON parser.

#![warn(missing_docs)]

mod check;
mod read;

pub use read::{Problem, read};

use serde::{Deserialize, Serialize};

/// A stay in a hospital to be coded, with its code book and its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Its number, 1 to 63, by which a device remembers it. It never changes, and is not
    /// used again when a chart is dropped.
    pub number: u8,
    /// What it is called, which tells nothing of its key.
    pub title: String,
    /// What it is about, in a sentence.
    pub lead: String,
    /// Who was in the hospital.
    pub patient: Patient,
    /// What helps a beginner, step by step.
    #[serde(default)]
    pub guide: Vec<Hint>,
    /// The record, in the order in which it is read.
    pub documents: Vec<Document>,
    /// Words that would change the key, so they must not stand in the record.
    pub never: Vec<String>,
    /// The index: how the book leads from a word to a code.
    pub index: Vec<Term>,
    /// The tabular list, in the order of codes.
    pub book: Vec<Entry>,
    /// The operation; `None` where there was none to be coded.
    #[serde(default)]
    pub procedure: Option<Procedure>,
    /// The diagnoses that are right, the principal one first.
    pub key: Vec<Key>,
    /// What is said of a key that is right and does not stand first.
    pub order: Reason,
    /// The other codes of the book, and why each is not right.
    pub alikes: Vec<Alike>,
    /// What the record does not say; `None` where it says all.
    #[serde(default)]
    pub doubt: Option<Doubt>,
    /// The rules that reasons name.
    pub rules: Vec<Rule>,
    /// What the codes are worth.
    pub groups: Groups,
}

/// What of a person decides a payment group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patient {
    /// In years.
    pub age: u8,
    /// As the record has it.
    pub sex: Sex,
}

/// As groupers ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// A man.
    Male,
    /// A woman.
    Female,
}

/// A word for whoever does it for the first time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// Where it stands.
    pub step: Step,
    /// What it says.
    pub text: String,
}

/// A step of the way through a chart, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The record is read, and what counts is marked.
    Read,
    /// Codes are looked up.
    LookUp,
    /// The code of the operation is built.
    Build,
    /// Order, presence on admission, and what the record does not say.
    Decide,
    /// What was right, and why.
    See,
}

impl Step {
    /// All five, in order.
    pub const ALL: [Self; 5] = [
        Self::Read,
        Self::LookUp,
        Self::Build,
        Self::Decide,
        Self::See,
    ];
}

/// One document of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Such as `Progress note`.
    pub title: String,
    /// Such as `Day 3`.
    pub when: String,
    /// Its sentences, each on a line of its own.
    pub lines: Vec<Line>,
}

/// A sentence of the record, which can be marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its name in this chart.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Whether a code rests on it.
    #[serde(default)]
    pub counts: bool,
}

/// A line of the index: the words one below the other, and where they lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The main term, then subterms.
    pub words: Vec<String>,
    /// A code of the book.
    pub code: String,
}

/// A line of the tabular list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// With its dot.
    pub code: String,
    /// The official words.
    pub title: String,
    /// Whether it has all the characters that a claim needs.
    pub billable: bool,
    /// The official notes.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// An official note at a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Which kind.
    pub kind: NoteKind,
    /// The official words.
    pub lines: Vec<String>,
}

/// The kinds of notes in the tabular list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// What a category takes in.
    Includes,
    /// Other names for the very code.
    InclusionTerm,
    /// What can never be coded beside it.
    Excludes1,
    /// What is not part of it, and may be coded beside it.
    Excludes2,
    /// What has to stand before it.
    CodeFirst,
    /// What has to be added.
    UseAdditionalCode,
    /// What may have to be added, in any order.
    CodeAlso,
}

/// Why a choice is right or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// In a sentence or two.
    pub why: String,
    /// The rule behind it.
    pub rule: String,
    /// The lines of the record that decide it.
    #[serde(default)]
    pub lines: Vec<String>,
}

/// A diagnosis that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// A code of the book.
    pub code: String,
    /// Whether it was present on admission.
    pub poa: Presence,
    /// Why so; empty where nobody would doubt it.
    #[serde(default)]
    pub poa_why: String,
    /// Another one that has to stand before it.
    #[serde(default)]
    pub after: Option<String>,
    /// Why it is right.
    pub reason: Reason,
}

/// Whether a diagnosis was there when the patient came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It was.
    Yes,
    /// It came later.
    No,
    /// Nobody is asked for this code.
    Exempt,
}

impl Presence {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Exempt];
}

/// A code that is close, and not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alike {
    /// A code of the book.
    pub code: String,
    /// A code of the key that says the same, and more; `None` where the record does not
    /// support this one at all.
    #[serde(default)]
    pub less_than: Option<String>,
    /// Why it is not right.
    pub reason: Reason,
}

/// A public rule, in our words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name in this chart.
    pub id: String,
    /// What it is about.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Which part of it, by its topic: numbers of sections change, and nothing here could prove them.
    pub section: String,
    /// What it says.
    pub says: String,
}

/// The public texts that have rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The official guidelines for diagnoses.
    Guidelines,
    /// The official guidelines for procedures.
    ProcedureGuidelines,
    /// The code book itself.
    Book,
    /// The practice brief of AHIMA and ACDIS on questions to doctors.
    QueryBrief,
}

/// An operation, whose code is built from tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Where the index leads to.
    pub index: Vec<Pointer>,
    /// The seven characters.
    pub axes: Vec<Axis>,
    /// The tables' rows: for each axis the values that go together.
    pub rows: Vec<[String; AXES]>,
    /// What of the tables is left out, in a sentence.
    pub left_out: String,
    /// The code that is right.
    pub code: String,
    /// Its official words.
    pub title: String,
    /// Why it is right.
    pub reason: Reason,
    /// Others that can be built, and why they are not right.
    pub alikes: Vec<Built>,
    /// What is said of all the rest.
    pub otherwise: Reason,
}

/// Characters of a procedure code.
pub const AXES: usize = 7;

/// A line of the index of procedures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pointer {
    /// The word that is looked up.
    pub term: String,
    /// Where it leads, a line each.
    pub see: Vec<String>,
}

/// What one character of a procedure code is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// Such as `Root operation`.
    pub name: String,
    /// The values of the tables here.
    pub values: Vec<Value>,
}

/// A character with its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The character.
    pub sign: char,
    /// Its official name.
    pub name: String,
    /// Its official definition; empty where there is none.
    #[serde(default)]
    pub means: String,
}

/// A procedure code that is close, and not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Built {
    /// All seven characters.
    pub code: String,
    /// Its official words.
    pub title: String,
    /// Why it is not right.
    pub reason: Reason,
}

/// Something that the record leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// What is found, in a few sentences.
    pub found: String,
    /// The lines of the record where it is found.
    pub lines: Vec<String>,
    /// What is said of each thing that can be done.
    pub acts: Acts,
    /// The questions that could be asked.
    pub questions: Vec<Inquiry>,
    /// What the doctor answers.
    pub answer: String,
    /// The code of the key that the answer replaces.
    pub instead_of: String,
    /// A code of the book that is right after the answer.
    pub becomes: String,
    /// The rule about such questions.
    pub rule: String,
}

/// What is said of each thing that can be done about a [`Doubt`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acts {
    /// It is coded as it stands, and nobody is asked.
    pub code: String,
    /// It is left out.
    pub leave: String,
    /// The doctor is asked.
    pub ask: String,
}

/// A question to the doctor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    /// Its words.
    pub text: String,
    /// Whether it may be asked.
    #[serde(default)]
    pub allowed: bool,
    /// Why, or why not.
    pub why: String,
}

/// Payment groups by codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// The official words of each group that a row names.
    pub titles: Vec<GroupTitle>,
    /// For each principal diagnosis that has a group here.
    pub by_first: Vec<ByFirst>,
    /// Why a hospital cares, in a sentence or two.
    pub why: String,
    /// Why some rows name no group, in a sentence or two; empty where all do.
    #[serde(default)]
    pub unnamed: String,
}

/// A payment group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupTitle {
    /// Its number.
    pub group: u16,
    /// Its official words.
    pub title: String,
}

/// The groups of all sets of codes with the same principal diagnosis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByFirst {
    /// The principal diagnosis.
    pub first: String,
    /// The first row that fits a set gives its group. The last one fits every set.
    pub rows: Vec<Row>,
}

/// Which sets have a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// It fits a set that has a code of each of these lists.
    #[serde(default)]
    pub with: Vec<Vec<String>>,
    /// The group; `None` where we name none.
    pub group: Option<u16>,
}

impl Chart {
    /// The lines of the record, from the first to the last.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.documents.iter().flat_map(|document| &document.lines)
    }

    /// The line with this name.
    pub fn line(&self, id: &str) -> Option<&Line> {
        self.lines().find(|line| line.id == id)
    }

    /// The entry of the book at a code.
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.book.iter().find(|entry| entry.code == code)
    }

    /// The rule with this name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Codes that are right in all, with that of the operation.
    pub fn wanted(&self) -> usize {
        self.key.len() + usize::from(self.procedure.is_some())
    }
}
