//! The instrument: traits, items, conditions, starting point, scoring rules.

use serde::{Deserialize, Serialize};

use super::{ConditionId, FactId, ItemId, PerTrait, StartId, StartOptionId, TraitId};

/// The instrument: everything that is asked, and the numbers that score it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// Raised when items are added, removed or reordered; links carry it.
    pub edition: u8,
    /// Their weights sum to 1.
    pub traits: PerTrait<Trait>,
    /// The sections, in the order in which they are asked.
    pub sections: Vec<Section>,
    /// The two scales that items are answered on.
    pub scales: Scales,
    /// The sixth option of every item: leaves the item out of the average.
    pub not_sure: String,
    /// Quick items first, then the rest, each in the order of asking.
    pub items: Vec<Item>,
    /// What the work brings with it; never averaged into the fit.
    pub conditions: Vec<Condition>,
    /// The prompt above every condition.
    pub conditions_prompt: String,
    /// The three answers to a condition.
    pub stances: StanceWords,
    /// Where the person starts from. It picks the steps of the plan and is never
    /// scored.
    pub start: Vec<StartQuestion>,
    /// The prompt below every starting-point question.
    pub start_prompt: String,
    /// The last option of every starting-point question.
    pub decline: String,
    /// Weights aside, the numbers that turn answers into a fit.
    pub scoring: Scoring,
}

impl Quiz {
    /// The instrument without what only the page about scoring says.
    pub fn without_reference(mut self) -> Self {
        for item in &mut self.items {
            item.facet.clear();
        }
        self
    }

    /// Every item's id, in the order of asking.
    pub fn item_ids(&self) -> impl DoubleEndedIterator<Item = ItemId> + ExactSizeIterator + use<> {
        let count = u8::try_from(self.items.len()).unwrap_or(u8::MAX);
        (0..count).map(ItemId::new)
    }

    /// Ids of the items of one stage, in the order of asking.
    pub fn stage_ids(&self, stage: Stage) -> impl Iterator<Item = ItemId> + '_ {
        self.item_ids()
            .filter(move |id| self.item(*id).stage == stage)
    }

    /// Every condition's id, in the order of asking, which links keep to.
    pub fn condition_ids(&self) -> impl DoubleEndedIterator<Item = ConditionId> + use<> {
        let count = u8::try_from(self.conditions.len()).unwrap_or(u8::MAX);
        (0..count).map(ConditionId::new)
    }

    /// Every starting-point question's id, in the order of asking, which links keep
    /// to.
    pub fn start_ids(&self) -> impl DoubleEndedIterator<Item = StartId> + use<> {
        let count = u8::try_from(self.start.len()).unwrap_or(u8::MAX);
        (0..count).map(StartId::new)
    }

    /// The item with this id. None is missing, as ids are made from this very list.
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.index()]
    }

    /// The condition with this id; as with items, none is missing.
    pub fn condition(&self, id: ConditionId) -> &Condition {
        &self.conditions[id.index()]
    }

    /// The starting-point question with this id; as with items, none is missing.
    pub fn start_question(&self, id: StartId) -> &StartQuestion {
        &self.start[id.index()]
    }

    /// The answer scale of an item, which is its trait's.
    pub fn scale(&self, id: ItemId) -> &Scale {
        match self.traits[self.item(id).trait_id].scale {
            ScaleId::LikeMe => &self.scales.like_me,
            ScaleId::Enjoy => &self.scales.enjoy,
        }
    }

    /// The section that a trait names. A file without it shows the first one.
    pub fn section(&self, id: SectionId) -> &Section {
        self.sections
            .iter()
            .find(|section| section.id == id)
            .unwrap_or(&self.sections[0])
    }
}

/// One of the seven traits: its share of the fit and what is said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trait {
    /// Which of the seven it is. The list has all of them, in their order.
    pub id: TraitId,
    /// The section above its items.
    pub section: SectionId,
    /// The scale that all its items are answered on.
    pub scale: ScaleId,
    /// Share of the fit, above 0 and at most 1; the seven sum to 1. Judgement,
    /// not measurement, and published as such.
    pub weight: f64,
    /// What a score of 0 counts with, `0.0..100.0`. It is 0 where the work cannot do
    /// without the trait. It is more for a goal: a person who wants to stay a coder is no
    /// worse a coder, so not having the goal must not drag the fit down.
    pub floor: f64,
    /// How it is told that a clearly low score caps the fit; `None` where none does.
    pub gate: Option<GateKind>,
    /// What is said where it does; empty for a trait without a gate.
    #[serde(default)]
    pub held: String,
    /// Its name above its score.
    pub name: String,
    /// A few words that fit inside a sentence.
    pub short: String,
    /// What the work asks for here.
    pub asks: String,
    /// What a score at or above the strong cut means.
    pub high: String,
    /// What a score between the cuts means.
    pub middle: String,
    /// What a score below the partial cut means.
    pub low: String,
}

/// Why a clearly low score in a trait caps the fit, which decides how that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateKind {
    /// The person lacks something that the work depends on.
    Lack,
    /// The person wants something that the work does not give. They may decide to give it
    /// up, so the fit without the cap is told as well.
    TradeOff,
}

/// The three parts of the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionId {
    /// The items about accuracy (T1).
    Detail,
    /// The items about how the person likes to work (T2, T3, T4 and T7).
    Work,
    /// The items about what the person wants from work (T5 and T6).
    Goals,
}

/// A part of the quiz, which is named above each of its questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What a trait calls the section that asks its items.
    pub id: SectionId,
    /// The name that is shown.
    pub name: String,
}

/// Which of the two scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaleId {
    /// How much a statement describes the person.
    LikeMe,
    /// How much the person would enjoy a task.
    Enjoy,
}

/// The scales, by [`ScaleId`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scales {
    /// How much a statement describes the person.
    pub like_me: Scale,
    /// How much the person would enjoy a task.
    pub enjoy: Scale,
}

/// A five-point scale, from least to most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The question that the five options answer.
    pub prompt: String,
    /// The labels of levels 1 to 5.
    pub options: [String; 5],
    /// The same words for answers about somebody else.
    pub other: ScaleWords,
}

/// The words of a scale, without those for somebody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleWords {
    /// The question that the five options answer.
    pub prompt: String,
    /// The labels of levels 1 to 5.
    pub options: [String; 5],
}

/// When an item is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// In the quick quiz.
    Quick,
    /// When the person sharpens the result.
    More,
}

/// One statement that the person rates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The name that researchers use for it.
    pub id: String,
    /// The trait that it measures.
    #[serde(rename = "trait")]
    pub trait_id: TraitId,
    /// When it is asked.
    pub stage: Stage,
    /// Reverse-keyed: a high answer lowers the trait's score.
    pub reversed: bool,
    /// Which side of the trait it asks about, in a few words.
    pub facet: String,
    /// The statement, in 1 to 20 words; no two items have the same.
    pub text: String,
    /// The statement about somebody else, for the quick items: those are what
    /// somebody who knows the person is asked. Empty for the rest.
    #[serde(default)]
    pub other: String,
}

/// A condition of the work, answered fine / would be hard / no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The name by which a moment of the preview refers to it.
    pub id: String,
    /// The condition as a statement.
    pub text: String,
    /// A few words for lists.
    pub short: String,
    /// The fact that says that the work is so.
    pub fact: FactId,
}

/// The words of the three answers to a condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StanceWords {
    /// What "fine" is called.
    pub fine: String,
    /// What "it would be hard" is called.
    pub hard: String,
    /// What a deal-breaker is called.
    pub no: String,
}

/// A question about where the person starts from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartQuestion {
    /// The name by which steps of the plan refer to it, as in `hours/few`.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// It is asked of those alone who chose one of these options of an earlier question,
    /// and of everyone where there are none.
    #[serde(default)]
    pub asked_of: Vec<StartOptionId>,
    /// The answers, 2 to 6; a link has no room for more.
    pub options: Vec<StartOption>,
}

/// One answer to a starting-point question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartOption {
    /// The name by which steps of the plan refer to it, behind the question's.
    pub id: String,
    /// The answer, as the person would give it.
    pub text: String,
}

/// The rules that turn answers into a fit. `crate::fit` gives the formulas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Where the bands begin.
    pub bands: BandCuts,
    /// When and how the fit is capped.
    pub gate: Gate,
    /// What the ranges are computed from.
    pub precision: Precision,
    /// How the checking task enters T1.
    pub task: TaskRule,
    /// The share that must be answered, in both places where too little can be: of
    /// what was asked of a trait, for its score, and of the weight, in traits that
    /// could be scored, for the fit.
    pub answered_at_least: f64,
    /// When the answers themselves are in doubt.
    pub quality: Quality,
}

/// Lower ends of the two upper bands, on the fit's scale of 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandCuts {
    /// At or above: strong overlap.
    pub strong: f64,
    /// At or above, and below `strong`: partial overlap. Below: low.
    pub partial: f64,
}

/// The rule that a clearly low gated trait caps the fit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Applies where the upper end of the trait's 80% range is below this.
    pub below: f64,
    /// The highest fit that is then given.
    pub cap: f64,
}

/// Where the ranges come from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precision {
    /// Mean correlation between two items of one trait.
    pub inter_item_correlation: f64,
    /// Standard deviation of trait scores in the population, 0 to 100 scale.
    pub prior_sd: f64,
    /// Half-width of the central 80% of a standard normal distribution.
    pub z80: f64,
}

/// How the checking task enters T1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskRule {
    /// Weight of what the person says of themselves.
    pub self_report: f64,
    /// Weight of what the person did. The two weights sum to 1.
    pub task: f64,
    /// From this many judgements on, what was done counts. A task that was left
    /// early is not begun again, so whatever there is has to do.
    pub attempted_at_least: u8,
}

/// The rules behind the quality flags.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// Hard flag below this mean, in seconds an item.
    pub hard_seconds: f64,
    /// Soft flag below this mean, in seconds an item.
    pub soft_seconds: f64,
    /// Soft flag from this many identical options in a row.
    pub longest_run: usize,
    /// Soft flag where answers to items of one trait lie further apart than this
    /// share of the range.
    pub spread: f64,
}
