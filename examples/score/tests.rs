//! The door and its schemas say the same: what one lets through the other does, and `docs/data.md` has
//! a row for all of it.

use std::collections::BTreeSet;

use career_fit::fit::Band;
use career_fit::fit::quality::Flag;
use serde_json::{Value, json};

use super::*;

const RESPONDENT: &str = include_str!("../../docs/respondent.schema.json");
const SCORED: &str = include_str!("../../docs/scored.schema.json");
const DOCUMENT: &str = include_str!("../../docs/data.md");
const PROFILES: &str = include_str!("../../tests/it/data/profiles.jsonl");

struct Schema {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Schema {
    fn new(text: &str) -> Self {
        const PLACE: &str = "file:///schema.json";
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        let text = serde_json::from_str(text).expect("JSON");
        compiler.add_resource(PLACE, text).expect("an address");
        let index = compiler.compile(PLACE, &mut schemas);
        Self {
            index: index.expect("a schema"),
            schemas,
        }
    }

    fn problem(&self, value: &Value) -> Option<String> {
        let told = self.schemas.validate(value, self.index);
        told.err().map(|error| error.to_string())
    }
}

fn ids() -> HashMap<&'static str, ItemId> {
    let quiz = quiz();
    let ids = quiz.item_ids().map(|id| (quiz.item(id).id.as_str(), id));
    ids.collect()
}

fn scored(line: &Value) -> Result<Value, String> {
    let (answers, seconds) = read(quiz(), &ids(), line.to_string().as_bytes())?;
    let scored = score(quiz(), &answers, seconds);
    serde_json::to_value(scored).map_err(|error| error.to_string())
}

/// All items of the quick quiz, those that are turned round with `turned`.
fn quick(level: u8, turned: u8) -> Value {
    let quiz = quiz();
    let answers = quiz.stage_ids(Stage::Quick).map(|id| {
        let item = quiz.item(id);
        let level = if item.reversed { turned } else { level };
        (item.id.clone(), json!(level))
    });
    Value::Object(answers.collect())
}

#[test]
fn what_is_read_and_written_fits_the_schemas() {
    let (respondent, written) = (Schema::new(RESPONDENT), Schema::new(SCORED));
    let mut rows: Vec<(String, Value, &str)> = PROFILES
        .lines()
        .enumerate()
        .map(|(place, line)| {
            let line = serde_json::from_str(line).expect("JSON");
            (format!("profile {}", place + 1), line, "\"fit\":")
        })
        .collect();
    let mut row = |name: &str, line: Value, part| rows.push((name.to_owned(), line, part));
    row("nothing", json!({"answers": {}}), "\"fit\":null");
    row(
        "one answer",
        json!({"answers": {"accuracy-1": 4}}),
        "\"reason\":\"too little",
    );
    row(
        "not sure of one",
        json!({"answers": {"accuracy-1": null}}),
        "\"traits\":{}",
    );
    row(
        "no task and no time",
        json!({"answers": {}, "task": null, "seconds_per_item": null}),
        "\"fit\":null",
    );
    row(
        "everything",
        json!({"answers": quick(5, 1), "task": {"right": 27, "wrong": 3}, "seconds_per_item": 4.5}),
        "\"bands\":[\"strong\"]",
    );
    row(
        "nothing suits",
        json!({"answers": quick(1, 5), "task": {"right": 0, "wrong": 30}}),
        "\"gated\":[\"T1\"",
    );
    row(
        "one option, in no time",
        json!({"answers": quick(3, 3), "task": {"right": 0, "wrong": 0}, "seconds_per_item": 0}),
        "\"flags\":[\"too_fast\",\"one_option\"]",
    );
    for (name, line, part) in rows {
        assert_eq!(respondent.problem(&line), None, "{name}");
        let out = scored(&line).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(written.problem(&out), None, "{name}: {out}");
        assert!(out.to_string().contains(part), "{name}: {out}");
    }
}

/// Rows: a bad line, what the door says of it, and whether the schema sees it too. A sum of two fields
/// is beyond a schema, and so is the difference between 4 and 4.0.
#[test]
fn what_the_door_refuses_the_schema_refuses() {
    let schema = Schema::new(RESPONDENT);
    let rows = [
        ("no object", json!([]), "invalid", true),
        ("no answers", json!({}), "missing field `answers`", true),
        (
            "an unknown field",
            json!({"answers": {}, "age": 40}),
            "unknown field `age`",
            true,
        ),
        (
            "an unknown item",
            json!({"answers": {"accuracy-99": 3}}),
            "unknown item \"accuracy-99\"",
            true,
        ),
        (
            "a level of 0",
            json!({"answers": {"accuracy-1": 0}}),
            "0 is not 1 to 5",
            true,
        ),
        (
            "a level of 6",
            json!({"answers": {"accuracy-1": 6}}),
            "6 is not 1 to 5",
            true,
        ),
        (
            "half a level",
            json!({"answers": {"accuracy-1": 3.5}}),
            "floating point",
            true,
        ),
        (
            "a level with a point",
            json!({"answers": {"accuracy-1": 4.0}}),
            "floating point",
            false,
        ),
        (
            "a level as words",
            json!({"answers": {"accuracy-1": "4"}}),
            "string",
            true,
        ),
        (
            "half a task",
            json!({"answers": {}, "task": {"right": 9}}),
            "missing field `wrong`",
            true,
        ),
        (
            "31 things to judge",
            json!({"answers": {}, "task": {"right": 31, "wrong": 0}}),
            "31 and 0",
            true,
        ),
        (
            "31 things in all",
            json!({"answers": {}, "task": {"right": 30, "wrong": 1}}),
            "30 and 1",
            false,
        ),
        (
            "time that runs backward",
            json!({"answers": {}, "seconds_per_item": -1}),
            "not a time",
            true,
        ),
    ];
    for (name, line, says, seen) in rows {
        let error = scored(&line).expect_err(name);
        assert!(error.contains(says), "{name}: {error}");
        assert_eq!(schema.problem(&line).is_some(), seen, "{name}");
    }
}

/// Rows: what the door never writes.
#[test]
fn the_schema_of_what_is_written_is_no_open_door() {
    let schema = Schema::new(SCORED);
    let whole = scored(&json!({"answers": quick(4, 2)})).expect("a line");
    assert_eq!(schema.problem(&whole), None);
    for (field, value) in [
        ("fit", json!(0.5)),
        ("fit", json!(null)),
        ("se", json!(-1)),
        ("low", json!(null)),
        ("bands", json!([])),
        ("bands", json!(["middling"])),
        ("gated", json!(["T8"])),
        (
            "traits",
            json!({"T1": {"score": 101, "low": 0, "high": 100}}),
        ),
        ("traits", json!({"T1": {"score": 50}})),
        ("flags", json!(["lazy"])),
        ("reason", json!("too little answered")),
        ("rank", json!(1)),
    ] {
        let mut line = whole.clone();
        line[field] = value.clone();
        assert!(schema.problem(&line).is_some(), "{field}: {value}");
    }
}

#[test]
fn schemas_and_document_name_all_that_there_is() {
    let read = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let names = |list: &Value| -> BTreeSet<String> {
        let list = list.as_array().expect("a list").iter();
        list.map(|name| name.as_str().expect("a name").to_owned())
            .collect()
    };
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let (respondent, written) = (read(RESPONDENT), read(SCORED));
    let items: BTreeSet<_> = quiz().items.iter().map(|item| item.id.clone()).collect();
    let fields = &respondent["properties"];
    assert_eq!(names(&fields["answers"]["propertyNames"]["enum"]), items);
    let fields = &written["properties"];
    let traits: BTreeSet<_> = TraitId::ALL.iter().map(|id| id.code().to_owned()).collect();
    assert_eq!(names(&fields["traits"]["propertyNames"]["enum"]), traits);
    assert_eq!(names(&fields["gated"]["items"]["enum"]), traits);
    let bands = [Band::Low, Band::Partial, Band::Strong].map(Band::code);
    assert_eq!(names(&fields["bands"]["items"]["enum"]), set(&bands));
    let flags = [
        Flag::TooFast,
        Flag::OneOption,
        Flag::Fast,
        Flag::SameRun,
        Flag::Contradiction,
    ];
    let flags = flags.map(Flag::code);
    assert_eq!(names(&fields["flags"]["items"]["enum"]), set(&flags));
    let all = [&respondent, &written].map(|schema| schema["properties"].as_object());
    let all = all.into_iter().flatten().flat_map(|fields| fields.keys());
    let all = all.map(String::as_str).chain(bands).chain(flags);
    for name in all.chain(TraitId::ALL.map(TraitId::code)) {
        assert!(DOCUMENT.contains(&format!("`{name}`")), "no word on {name}");
    }
}
