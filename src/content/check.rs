//! From files to [`Content`]: resolves ids and collects every problem.

mod guide;
mod pay;
mod plan;

use std::collections::BTreeMap;
use std::fmt;

pub(super) use guide::guide;

use super::file::{ConditionPart, ConditionsPart, RolePart};
use super::{
    Condition, Content, Fact, FactId, FactsFile, Item, PayFile, PerTrait, PlanFile, PreviewFile,
    Quiz, QuizFile, Role, RolesFile, Scoring, Source, Stage, StartQuestion, Status, Trait, TraitId,
};

/// Something wrong with the content, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file and the place in it, as in `quiz.json: items: accuracy-2`.
    pub place: String,
    /// What is wrong there.
    pub what: String,
}

/// All that is wrong with the content; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Problem { place, what }) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{place}: {what}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Twenty words at the most keep an item to one idea.
const ITEM_WORDS: usize = 20;

/// The link code gives a starting-point answer one symbol out of eight:
/// unanswered, declined, and six options.
const START_OPTIONS: usize = 6;

pub(super) fn content(
    quiz: QuizFile,
    facts: FactsFile,
    plan_file: PlanFile,
    preview: PreviewFile,
    roles: RolesFile,
    pay: PayFile,
) -> Result<(Quiz, Content), Problems> {
    let mut found = Found::default();
    check_facts(&facts.0, &mut found);
    let fact_ids = Names::new(
        "facts.json",
        facts.0.iter().map(|fact| &fact.id),
        &mut found,
    );
    let quiz = check_quiz(quiz, &fact_ids, &mut found);
    let paths = plan::plan(plan_file, &quiz.start, &fact_ids, &mut found);
    let preview = plan::preview(preview, &quiz, &fact_ids, &mut found);
    let roles = check_roles(roles.0, &fact_ids, &mut found);
    let pay = pay::pay(pay, &roles, &mut found);
    if found.0.is_empty() {
        let content = Content {
            facts: facts.0,
            paths,
            preview,
            roles,
            pay,
        };
        Ok((quiz, content))
    } else {
        Err(Problems(found.0))
    }
}

#[derive(Default)]
pub(super) struct Found(Vec<Problem>);

impl Found {
    pub(super) fn add(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.0.push(Problem {
            place: place.into(),
            what: what.into(),
        });
    }

    pub(super) fn unless(&mut self, holds: bool, place: &str, what: impl FnOnce() -> String) {
        if !holds {
            self.add(place, what());
        }
    }
}

/// The ids of one list, by name.
pub(super) struct Names(BTreeMap<String, u8>);

impl Names {
    pub(super) fn new<'a>(
        place: &str,
        ids: impl Iterator<Item = &'a String>,
        found: &mut Found,
    ) -> Self {
        let mut names = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            let Ok(index) = u8::try_from(index) else {
                found.add(place, "more than 256 entries");
                break;
            };
            if names.insert(id.clone(), index).is_some() {
                found.add(place, format!("the id {id:?} stands twice"));
            }
        }
        Self(names)
    }

    /// The position of this name; 0, and a problem, where there is none.
    pub(super) fn resolve(&self, name: &str, place: &str, found: &mut Found) -> u8 {
        self.0.get(name).copied().unwrap_or_else(|| {
            let known: Vec<_> = self.0.keys().map(String::as_str).collect();
            found.add(
                place,
                format!("unknown id {name:?}; known are {}", known.join(", ")),
            );
            0
        })
    }
}

impl Names {
    /// The facts with these names.
    pub(super) fn facts(&self, names: &[String], place: &str, found: &mut Found) -> Vec<FactId> {
        names
            .iter()
            .map(|name| FactId::new(self.resolve(name, place, found)))
            .collect()
    }
}

fn check_facts(facts: &[Fact], found: &mut Found) {
    for fact in facts {
        let place = format!("facts.json: {}", fact.id);
        found.unless(!fact.value.trim().is_empty(), &place, || {
            "says nothing".to_owned()
        });
        found.unless(is_year_month(&fact.checked), &place, || {
            format!("checked {:?} is not a year and a month", fact.checked)
        });
        let unsourced = fact.status == Status::Unsourced;
        found.unless(unsourced == fact.source.is_none(), &place, || {
            "a source is missing exactly where the status is unsourced".to_owned()
        });
        found.unless(
            fact.claim.is_empty() == (fact.status == Status::Missing),
            &place,
            || "a claim is missing exactly where the status is missing".to_owned(),
        );
        if let Some(source) = &fact.source {
            check_source(source, &place, found);
        }
    }
}

fn check_source(source: &Source, place: &str, found: &mut Found) {
    found.unless(source.address.starts_with("https://"), place, || {
        format!("the address {:?} is not https", source.address)
    });
    found.unless(
        !source.name.is_empty() && !source.date.is_empty(),
        place,
        || "the source lacks its name or its date".to_owned(),
    );
}

fn is_year_month(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 7
        && bytes[4] == b'-'
        && bytes[..4].iter().chain(&bytes[5..]).all(u8::is_ascii_digit)
}

fn check_quiz(file: QuizFile, facts: &Names, found: &mut Found) -> Quiz {
    let items_place = "quiz.json: items";
    Names::new(items_place, file.items.iter().map(|item| &item.id), found);
    check_scoring(&file.scoring, found);
    check_items(&file.items, found);
    check_start(&file.start.list, found);
    let traits = check_traits(file.traits, found);
    let (conditions, conditions_prompt, stances) = check_conditions(file.conditions, facts, found);
    Quiz {
        edition: file.edition,
        traits,
        sections: file.sections,
        scales: [file.scales.like_me, file.scales.enjoy],
        not_sure: file.not_sure,
        items: file.items,
        conditions,
        conditions_prompt,
        stances,
        start: file.start.list,
        start_prompt: file.start.prompt,
        decline: file.start.decline,
        scoring: file.scoring,
    }
}

fn check_traits(traits: Vec<Trait>, found: &mut Found) -> PerTrait<Trait> {
    let place = "quiz.json: traits";
    let sum: f64 = traits.iter().map(|each| each.weight).sum();
    found.unless((sum - 1.0).abs() < 1e-9, place, || {
        format!("the weights sum to {sum}, not to 1")
    });
    for each in &traits {
        let place = format!("{place}: {}", each.id.code());
        found.unless(each.weight > 0.0 && each.weight <= 1.0, &place, || {
            format!("the weight {} is not above 0 and at most 1", each.weight)
        });
    }
    let ids: Vec<_> = traits.iter().map(|each| each.id).collect();
    let mut by_id: BTreeMap<_, _> = traits.into_iter().map(|each| (each.id, each)).collect();
    found.unless(ids == TraitId::ALL, place, || {
        "the seven traits must stand there once each, in order".to_owned()
    });
    PerTrait::from_fn(|id| by_id.remove(&id).unwrap_or_else(|| missing_trait(id)))
}

/// Stands in for a trait whose absence is already a problem, so that checking
/// can go on and find the other ones.
fn missing_trait(id: TraitId) -> Trait {
    Trait {
        id,
        section: super::SectionId::Detail,
        scale: super::ScaleId::LikeMe,
        weight: 0.0,
        gated: false,
        name: String::new(),
        short: String::new(),
        asks: String::new(),
        high: String::new(),
        middle: String::new(),
        low: String::new(),
    }
}

fn check_items(items: &[Item], found: &mut Found) {
    let place = "quiz.json: items";
    let mut texts = BTreeMap::new();
    for item in items {
        let place = format!("{place}: {}", item.id);
        let normal = item.text.trim().to_lowercase();
        if let Some(other) = texts.insert(normal, &item.id) {
            found.add(&place, format!("the same text as {other}"));
        }
        let words = item.text.split_whitespace().count();
        found.unless((1..=ITEM_WORDS).contains(&words), &place, || {
            format!("{words} words; 1 to {ITEM_WORDS} are allowed")
        });
        let quick = item.stage == Stage::Quick;
        found.unless(quick != item.other.is_empty(), &place, || {
            "words about somebody else are needed for quick items, and for no others".to_owned()
        });
    }
    let first_more = items.iter().position(|item| item.stage == Stage::More);
    let last_quick = items.iter().rposition(|item| item.stage == Stage::Quick);
    found.unless(
        first_more.is_none_or(|more| last_quick.is_some_and(|quick| quick < more)),
        place,
        || "the quick items must stand before the rest".to_owned(),
    );
    for id in TraitId::ALL {
        let place = format!("{place}: {}", id.code());
        let of = |stage| {
            let chosen: Vec<_> = items
                .iter()
                .filter(|item| item.trait_id == id && item.stage == stage)
                .collect();
            (chosen.len(), chosen.iter().filter(|i| i.reversed).count())
        };
        let (quick, quick_reversed) = of(Stage::Quick);
        let (more, more_reversed) = of(Stage::More);
        found.unless(quick == 3, &place, || {
            format!("{quick} quick items; three are needed")
        });
        found.unless((1..quick).contains(&quick_reversed), &place, || {
            format!("{quick_reversed} of {quick} quick items reversed; the keys are unbalanced")
        });
        let (all, reversed) = (quick + more, quick_reversed + more_reversed);
        found.unless(2 * reversed == all, &place, || {
            format!("{reversed} of {all} items reversed; half are needed")
        });
    }
}

fn check_start(questions: &[StartQuestion], found: &mut Found) {
    let place = "quiz.json: start";
    Names::new(place, questions.iter().map(|question| &question.id), found);
    for question in questions {
        let place = format!("{place}: {}", question.id);
        let options = question.options.len();
        found.unless((2..=START_OPTIONS).contains(&options), &place, || {
            format!("{options} options; 2 to {START_OPTIONS} are allowed")
        });
        Names::new(&place, question.options.iter().map(|o| &o.id), found);
    }
}

fn check_conditions(
    part: ConditionsPart,
    facts: &Names,
    found: &mut Found,
) -> (Vec<Condition>, String, super::StanceWords) {
    let place = "quiz.json: conditions";
    Names::new(place, part.list.iter().map(|each| &each.id), found);
    let conditions = part
        .list
        .into_iter()
        .map(
            |ConditionPart {
                 id,
                 text,
                 short,
                 fact,
             }| {
                let place = format!("{place}: {id}");
                let fact = FactId::new(facts.resolve(&fact, &place, found));
                Condition {
                    id,
                    text,
                    short,
                    fact,
                }
            },
        )
        .collect();
    (conditions, part.prompt, part.options)
}

fn check_scoring(scoring: &Scoring, found: &mut Found) {
    let place = "quiz.json: scoring";
    let between = |low: f64, value: f64, high: f64| low <= value && value <= high;
    let Scoring {
        bands,
        gate,
        precision,
        task,
        answered_at_least,
        quality,
    } = scoring;
    found.unless(
        0.0 < bands.partial && bands.partial < bands.strong && bands.strong < 100.0,
        place,
        || "the band cuts must rise inside 0 to 100".to_owned(),
    );
    found.unless(
        between(0.0, gate.below, 100.0) && between(0.0, gate.cap, bands.partial),
        place,
        || "the gate must lie in 0 to 100 and its cap inside the low band".to_owned(),
    );
    found.unless(
        between(0.0, precision.inter_item_correlation, 1.0)
            && precision.prior_sd > 0.0
            && precision.z80 > 0.0,
        place,
        || "the precision's numbers are out of range".to_owned(),
    );
    found.unless(
        (task.self_report + task.task - 1.0).abs() < 1e-9,
        place,
        || "self-report and task must sum to 1".to_owned(),
    );
    found.unless(between(0.0, *answered_at_least, 1.0), place, || {
        "answered_at_least is not a share".to_owned()
    });
    found.unless(
        0.0 < quality.hard_seconds
            && quality.hard_seconds < quality.soft_seconds
            && between(0.0, quality.spread, 1.0)
            && quality.longest_run > 1,
        place,
        || "the quality's numbers are out of range".to_owned(),
    );
}

fn check_roles(parts: Vec<RolePart>, facts: &Names, found: &mut Found) -> Vec<Role> {
    Names::new("roles.json", parts.iter().map(|part| &part.id), found);
    parts
        .into_iter()
        .map(|part| {
            let place = format!("roles.json: {}", part.id);
            let sum: f64 = part.traits.iter().map(|each| each.weight).sum();
            found.unless((sum - 1.0).abs() < 1e-9, &place, || {
                format!("the weights sum to {sum}, not to 1")
            });
            let ids: Vec<_> = part.traits.iter().map(|each| each.trait_id).collect();
            found.unless(ids == TraitId::ALL, &place, || {
                "the seven traits must stand there once each, in order".to_owned()
            });
            for each in &part.traits {
                let place = format!("{place}: {}", each.trait_id.code());
                found.unless(each.weight > 0.0, &place, || {
                    format!("the weight {} is not above 0", each.weight)
                });
                found.unless(
                    !each.reason.is_empty() && !each.source.is_empty(),
                    &place,
                    || "a reason and a source are needed".to_owned(),
                );
            }
            Role {
                facts: facts.facts(&part.facts, &place, found),
                id: part.id,
                name: part.name,
                text: part.text,
                entry: part.entry,
                traits: part.traits,
            }
        })
        .collect()
}
