//! The shapes of the JSON files, before ids are resolved.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Basis, Fact, Figure, Goal, Item, Projection, RoleTrait, Scale, Scoring, Section, Shape, Source,
    StanceWords, StartQuestion, Trait, TraitId,
};

/// `quiz.json`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuizFile {
    pub(super) edition: u8,
    pub(super) scales: Scales,
    pub(super) not_sure: String,
    pub(super) sections: Vec<Section>,
    pub(super) traits: Vec<Trait>,
    pub(super) items: Vec<Item>,
    pub(super) conditions: ConditionsPart,
    pub(super) start: StartPart,
    pub(super) scoring: Scoring,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scales {
    pub(super) like_me: Scale,
    pub(super) enjoy: Scale,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionsPart {
    pub(super) prompt: String,
    pub(super) options: StanceWords,
    pub(super) list: Vec<ConditionPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionPart {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) short: String,
    pub(super) fact: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StartPart {
    pub(super) prompt: String,
    pub(super) decline: String,
    pub(super) list: Vec<StartQuestion>,
}

/// `facts.json`
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct FactsFile(pub(super) Vec<Fact>);

/// `plan.json`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    pub(super) study: StudyPart,
    pub(super) outlook: Vec<String>,
    pub(super) income: IncomePart,
    pub(super) steps: Vec<StepPart>,
    pub(super) notes: Vec<AdvicePart>,
    pub(super) actions: Vec<ToDoPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StudyPart {
    pub(super) months: (u8, u8),
    pub(super) hours_a_week: u8,
    pub(super) question: String,
    pub(super) options: BTreeMap<String, u8>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IncomePart {
    pub(super) question: String,
    pub(super) options: BTreeMap<String, u8>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepPart {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) look_for: Vec<String>,
    pub(super) avoid: Vec<String>,
    pub(super) facts: Vec<String>,
    pub(super) takes: TakesPart,
    #[serde(default)]
    pub(super) first_pay: bool,
    #[serde(default)]
    pub(super) when: WhenPart,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TakesPart {
    pub(super) months: Option<(u8, u8)>,
    pub(super) basis: Option<Basis>,
    #[serde(default)]
    pub(super) study: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AdvicePart {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) facts: Vec<String>,
    pub(super) when: WhenPart,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ToDoPart {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) when: WhenPart,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhenPart {
    #[serde(default)]
    pub(super) start: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) unless: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) goals: BTreeMap<TraitId, Vec<Goal>>,
}

/// `preview.json`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviewFile {
    pub(super) day: Vec<MomentPart>,
    pub(super) good: Vec<String>,
    pub(super) hard: Vec<String>,
    pub(super) facts: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MomentPart {
    pub(super) time: String,
    pub(super) text: String,
    pub(super) condition: Option<String>,
}

/// `roles.json`
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct RolesFile(pub(super) Vec<RolePart>);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RolePart {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) text: String,
    pub(super) entry: String,
    pub(super) facts: Vec<String>,
    pub(super) traits: Vec<RoleTrait>,
}

/// `pay.json`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayFile {
    pub(super) projection: Projection,
    pub(super) rows: Vec<PayRowPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PayRowPart {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) soc: String,
    pub(super) month: String,
    pub(super) jobs: Option<u32>,
    pub(super) p10: u32,
    pub(super) p25: u32,
    pub(super) median: u32,
    pub(super) p75: u32,
    pub(super) p90: u32,
    pub(super) growth: Option<i8>,
    pub(super) openings: Option<u32>,
    pub(super) entry: String,
    pub(super) roles: Vec<String>,
    pub(super) approximate: String,
    pub(super) source: Source,
    pub(super) checked: String,
}

/// `guide.json`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideFile {
    pub(super) pages: Vec<GuidePagePart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuidePagePart {
    pub(super) id: String,
    pub(super) short: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) lead: String,
    pub(super) quiz: String,
    pub(super) sections: Vec<GuideSectionPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideSectionPart {
    pub(super) id: String,
    pub(super) heading: String,
    pub(super) text: Vec<String>,
    pub(super) facts: Vec<String>,
    pub(super) figure: Option<Figure>,
    pub(super) list: Option<GuideListPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideListPart {
    pub(super) shape: Shape,
    pub(super) entries: Vec<GuideEntryPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuideEntryPart {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) facts: Vec<String>,
    pub(super) span: Option<SpanPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpanPart {
    pub(super) text: String,
    pub(super) fact: Option<String>,
}
