//! The content: what is shipped is sound, and what is unsound is refused.

use career_fit::builtin;
use career_fit::content::{Content, Quiz, Status};
use serde_json::{Value, json};

const QUIZ: &str = include_str!("../../assets/content/quiz.json");
const FACTS: &str = include_str!("../../assets/content/facts.json");
const PLAN: &str = include_str!("../../assets/content/plan.json");
const PREVIEW: &str = include_str!("../../assets/content/preview.json");
const ROLES: &str = include_str!("../../assets/content/roles.json");
const PAY: &str = include_str!("../../assets/content/pay.json");

/// The files by name.
#[derive(Clone)]
struct Files {
    quiz: Value,
    facts: Value,
    plan: Value,
    preview: Value,
    roles: Value,
    pay: Value,
}

fn parse(files: &Files) -> Result<(Quiz, Content), String> {
    fn part<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, String> {
        serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())
    }
    Content::from_files(
        part(&files.quiz)?,
        part(&files.facts)?,
        part(&files.plan)?,
        part(&files.preview)?,
        part(&files.roles)?,
        part(&files.pay)?,
    )
    .map_err(|problems| problems.to_string())
}

fn files() -> Files {
    let read = |text| serde_json::from_str(text).expect("JSON");
    Files {
        quiz: read(QUIZ),
        facts: read(FACTS),
        plan: read(PLAN),
        preview: read(PREVIEW),
        roles: read(ROLES),
        pay: read(PAY),
    }
}

#[test]
fn what_the_build_packed_is_what_the_files_say() {
    let (quiz, content) = parse(&files()).expect("the files are sound");
    assert_eq!(&quiz, builtin::quiz());
    assert_eq!(&content, builtin::reference());
    assert_eq!(&content.without_reference(&quiz), builtin::content());
}

#[test]
fn the_instrument_has_38_items_21_of_them_quick() {
    let quiz = &builtin::quiz();
    let quick = quiz.stage_ids(career_fit::content::Stage::Quick).count();
    assert_eq!((quiz.items.len(), quick), (38, 21));
    assert_eq!((quiz.conditions.len(), quiz.start.len()), (5, 5));
}

/// What is broken, where, the broken value, and what the error must say.
#[test]
fn each_mistake_is_named_with_its_place() {
    let rows = [
        ("/items/0/trait", json!("T9"), "unknown variant `T9`"),
        (
            "/items/0/id",
            json!("accuracy-2"),
            "quiz.json: items: the id \"accuracy-2\" stands twice",
        ),
        (
            "/items/1/reversed",
            json!(false),
            "quiz.json: items: T1: 0 of 3 quick items reversed",
        ),
        (
            "/items/21/reversed",
            json!(false),
            "quiz.json: items: T1: 2 of 6 items reversed",
        ),
        (
            "/items/2/text",
            json!(" I CHECK my work for small mistakes before I call it done."),
            "quiz.json: items: accuracy-3: the same text as accuracy-1",
        ),
        (
            "/items/3/text",
            json!("one ".repeat(21)),
            "quiz.json: items: structure-1: 21 words",
        ),
        (
            "/items/0/stage",
            json!("more"),
            "the quick items must stand before the rest",
        ),
        (
            "/traits/0/weight",
            json!(0.3),
            "quiz.json: traits: the weights sum to 1.05, not to 1",
        ),
        (
            "/traits/1/weight",
            json!(-0.16),
            "quiz.json: traits: T2: the weight -0.16",
        ),
        (
            "/traits/0/id",
            json!("T2"),
            "quiz.json: traits: the seven traits must stand there",
        ),
        (
            "/conditions/list/0/fact",
            json!("nonsense"),
            "quiz.json: conditions: screen: unknown id \"nonsense\"",
        ),
        (
            "/conditions/list/0/id",
            json!("audit"),
            "quiz.json: conditions: the id \"audit\" stands twice",
        ),
        (
            "/start/list/0/options",
            json!([]),
            "quiz.json: start: school: 0 options",
        ),
        (
            "/scoring/bands/strong",
            json!(40),
            "quiz.json: scoring: the band cuts must rise",
        ),
        (
            "/scoring/gate/cap",
            json!(60),
            "quiz.json: scoring: the gate must lie",
        ),
        (
            "/scoring/precision/prior_sd",
            json!(0),
            "quiz.json: scoring: the precision",
        ),
        (
            "/scoring/task/task",
            json!(0.5),
            "quiz.json: scoring: self-report and task",
        ),
        (
            "/scoring/answered_at_least",
            json!(2),
            "quiz.json: scoring: answered_at_least",
        ),
        (
            "/scoring/quality/spread",
            json!(3),
            "quiz.json: scoring: the quality's numbers",
        ),
        ("/surprise", json!(1), "unknown field `surprise`"),
    ];
    for (pointer, value, expected) in rows {
        let mut files = files();
        put(&mut files.quiz, pointer, value);
        expect_problem(pointer, &parse(&files), expected);
    }
}

#[test]
fn each_mistake_in_the_other_files_is_named_with_its_place() {
    let rows = [
        (
            "/0/value",
            json!(" "),
            "facts.json: desk-work: says nothing",
        ),
        (
            "/0/checked",
            json!("today"),
            "facts.json: desk-work: checked \"today\"",
        ),
        (
            "/0/status",
            json!("holds"),
            "facts.json: desk-work: a source is missing exactly where",
        ),
        (
            "/3/source",
            json!(null),
            "facts.json: code-updates: a source is missing exactly where",
        ),
        (
            "/3/source/address",
            json!("http://x"),
            "facts.json: code-updates: the address",
        ),
        (
            "/3/claim",
            json!(""),
            "facts.json: code-updates: a claim is missing",
        ),
        (
            "/1/id",
            json!("desk-work"),
            "facts.json: the id \"desk-work\" stands twice",
        ),
    ];
    for (pointer, value, expected) in rows {
        let mut files = files();
        put(&mut files.facts, pointer, value);
        expect_problem(pointer, &parse(&files), expected);
    }
    let rows = [
        (
            "/steps/0/facts/0",
            json!("nonsense"),
            "plan.json: finish-school: unknown id \"nonsense\"",
        ),
        (
            "/steps/0/when/start",
            json!({"school": ["kindergarten"]}),
            "plan.json: finish-school: unknown id \"kindergarten\"",
        ),
        (
            "/steps/0/when/start",
            json!({"age": ["7"]}),
            "plan.json: finish-school: unknown id \"age\"",
        ),
        (
            "/steps/1/id",
            json!("finish-school"),
            "plan.json: steps: the id \"finish-school\" stands twice",
        ),
        (
            "/steps/0/takes",
            json!({"months": [5, 3], "basis": "ours"}),
            "plan.json: finish-school: takes either fewest and most months",
        ),
        (
            "/study/hours_a_week",
            json!(0),
            "plan.json: study: a week without hours",
        ),
        (
            "/actions/0/id",
            json!("two words"),
            "plan.json: two words: ids of actions are kept with spaces",
        ),
    ];
    for (pointer, value, expected) in rows {
        let mut files = files();
        put(&mut files.plan, pointer, value);
        expect_problem(pointer, &parse(&files), expected);
    }
    let rows = [
        (
            "/0/traits/0/weight",
            json!(0.5),
            "roles.json: medical-coder: the weights sum to 1.25",
        ),
        (
            "/0/traits/0/trait",
            json!("T2"),
            "roles.json: medical-coder: the seven traits",
        ),
        ("/0/traits/0/sign", json!("none"), "unknown variant `none`"),
        (
            "/0/traits/0/reason",
            json!(""),
            "roles.json: medical-coder: T1: a reason and a source",
        ),
        (
            "/0/facts/0",
            json!("nonsense"),
            "roles.json: medical-coder: unknown id \"nonsense\"",
        ),
        (
            "/1/id",
            json!("medical-coder"),
            "roles.json: the id \"medical-coder\" stands twice",
        ),
    ];
    for (pointer, value, expected) in rows {
        let mut files = files();
        put(&mut files.roles, pointer, value);
        expect_problem(pointer, &parse(&files), expected);
    }
    let rows = [
        ("/rows", json!([]), "pay.json: has no rows"),
        (
            "/rows/0/p25",
            json!(36_000),
            "pay.json: records: the pay [37000, 36000, 51140, 64820, 81150] does not rise",
        ),
        (
            "/rows/0/roles/0",
            json!("nonsense"),
            "pay.json: records: unknown id \"nonsense\"",
        ),
        (
            "/rows/0/month",
            json!("May"),
            "pay.json: records: \"May\" is not a year",
        ),
        (
            "/rows/0/source/address",
            json!("http://x"),
            "pay.json: records: the address",
        ),
        (
            "/rows/1/id",
            json!("records"),
            "pay.json: the id \"records\" stands twice",
        ),
        (
            "/projection/to",
            json!(2024),
            "pay.json: the projection's years",
        ),
    ];
    for (pointer, value, expected) in rows {
        let mut files = files();
        put(&mut files.pay, pointer, value);
        expect_problem(pointer, &parse(&files), expected);
    }
}

/// Every role has pay beside it, and a role without a group of its own is
/// labelled so.
#[test]
fn pay_stands_for_every_role() {
    let content = builtin::content();
    for (index, role) in content.roles.iter().enumerate() {
        let row = content.pay.of_role(index);
        let row = row.unwrap_or_else(|| panic!("{} has no pay", role.id));
        let exact = role.id == "biller";
        assert_eq!(row.approximate.is_empty(), exact, "{}", role.id);
    }
    assert_eq!(content.pay.coders().median, 51_140);
    assert_eq!(builtin::reference().pay.years().count(), 3);
}

/// What facts say about pay is what the table has.
#[test]
fn facts_about_pay_agree_with_the_table() {
    let content = builtin::reference();
    let rows = [
        ("pay", "records"),
        ("billing-entry", "billing"),
        ("manager-entry", "managers"),
    ];
    for (fact, row) in rows {
        let fact = content.facts.iter().find(|each| each.id == fact);
        let row = content.pay.rows.iter().find(|each| each.id == row);
        let (fact, row) = fact.zip(row).expect("both are there");
        let median = row.median.to_string();
        let (thousands, rest) = median.split_at(median.len() - 3);
        let median = format!("${thousands},{rest}");
        assert!(fact.value.contains(&median), "{}: {median}", fact.id);
    }
}

fn put(file: &mut Value, pointer: &str, value: Value) {
    if let Some(place) = file.pointer_mut(pointer) {
        *place = value;
    } else {
        let name = pointer.trim_start_matches('/').to_owned();
        file.as_object_mut().expect("an object").insert(name, value);
    }
}

fn expect_problem(pointer: &str, found: &Result<(Quiz, Content), String>, expected: &str) {
    match found {
        Ok(_) => panic!("{pointer}: accepted"),
        Err(message) => assert!(message.contains(expected), "{pointer}: {message}"),
    }
}

/// The corrections that must never be missing, by what they must and must not
/// say.
#[test]
fn the_facts_are_the_corrected_ones() {
    let facts = &builtin::content().facts;
    let rows = [
        ("ccs-owner", "belongs to AHIMA"),
        ("two-code-sets", "ICD-10-PCS"),
        ("rhit-degree", "CAHIIM"),
        ("ccs-entry", "high school diploma"),
        ("pay", "$51,140"),
        ("ai", "may affect the demand"),
        ("outlook", "7%"),
        ("pcap", "PCAP"),
        ("code-updates", "April 1"),
    ];
    for (id, words) in rows {
        let fact = facts.iter().find(|fact| fact.id == id);
        let fact = fact.unwrap_or_else(|| panic!("no fact {id}"));
        assert!(fact.value.contains(words), "{id}: {}", fact.value);
        assert_ne!(fact.status, Status::Unsourced, "{id}");
    }
    let wrong = [
        "42,630",
        "8-10%",
        "8 to 10%",
        "4-6 years",
        "4 to 6 years",
        "15-25%",
    ];
    for words in wrong {
        let shown = facts.iter().find(|fact| fact.value.contains(words));
        assert!(shown.is_none(), "{words}: {shown:?}");
        assert!(!PLAN.contains(words) && !QUIZ.contains(words), "{words}");
    }
}
