//! The content: what is shipped is sound, and what is unsound is refused.

use std::collections::BTreeMap;

use career_fit::answers::{Answers, StartAnswer};
use career_fit::builtin;
use career_fit::content::{self, Content, FactId, Guide, PerTrait, Quiz, Status};
use career_fit::plan::plan;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The files as they are shipped, to be changed and read.
struct Files(BTreeMap<&'static str, Value>);

const SHIPPED: [(&str, &str); 7] = [
    ("quiz.json", include_str!("../../assets/content/quiz.json")),
    (
        "facts.json",
        include_str!("../../assets/content/facts.json"),
    ),
    ("plan.json", include_str!("../../assets/content/plan.json")),
    (
        "preview.json",
        include_str!("../../assets/content/preview.json"),
    ),
    (
        "roles.json",
        include_str!("../../assets/content/roles.json"),
    ),
    ("pay.json", include_str!("../../assets/content/pay.json")),
    (
        "guide.json",
        include_str!("../../assets/content/guide.json"),
    ),
];

impl Files {
    fn shipped() -> Self {
        let read = |(name, text)| (name, serde_json::from_str(text).expect("JSON"));
        Self(SHIPPED.map(read).into())
    }

    /// Puts a value in the place of another, or where there was none.
    fn put(&mut self, file: &str, pointer: &str, value: Value) {
        let file = self.0.get_mut(file).expect("one of the files");
        if let Some(place) = file.pointer_mut(pointer) {
            *place = value;
        } else {
            let (parent, name) = pointer.rsplit_once('/').expect("a place");
            file.pointer_mut(parent).expect("a parent")[name] = value;
        }
    }

    fn read(&self) -> Result<(Quiz, Content, Guide), String> {
        content::read(self).map_err(|problems| problems.to_string())
    }
}

impl content::Files for Files {
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        let value = self.0.get(name).ok_or("there is no such file")?;
        // Through text, as the build has it.
        serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())
    }
}

#[test]
fn what_the_build_packed_is_what_the_files_say() {
    let (quiz, content, guide) = Files::shipped().read().expect("the files are sound");
    assert_eq!(&quiz, builtin::quiz());
    assert_eq!(&guide, builtin::guide());
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

/// Each row: where, the broken value, and what the error must say.
pub fn expect_refused(file: &str, rows: &[(&str, Value, &str)]) {
    for (pointer, value, expected) in rows {
        let mut files = Files::shipped();
        files.put(file, pointer, value.clone());
        match files.read() {
            Ok(_) => panic!("{file}: {pointer}: accepted"),
            Err(message) => assert!(message.contains(expected), "{pointer}: {message}"),
        }
    }
}

#[test]
fn each_mistake_in_the_quiz_is_named_with_its_place() {
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
            "/conditions/0/fact",
            json!("nonsense"),
            "quiz.json: unknown fact \"nonsense\"; known are desk-work, ",
        ),
        (
            "/conditions/0/id",
            json!("audit"),
            "quiz.json: conditions: the id \"audit\" stands twice",
        ),
        (
            "/start/0/options",
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
        ("/scales/agree", json!({}), "unknown field `agree`"),
        ("/surprise", json!(1), "unknown field `surprise`"),
    ];
    expect_refused("quiz.json", &rows);
}

#[test]
fn each_mistake_in_the_facts_is_named_with_its_place() {
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
    expect_refused("facts.json", &rows);
}

#[test]
fn each_mistake_in_the_plan_is_named_with_its_place() {
    let rows = [
        (
            "/steps/0/facts/0",
            json!("nonsense"),
            "plan.json: unknown fact \"nonsense\"",
        ),
        (
            "/steps/0/when/start",
            json!(["school/kindergarten"]),
            "plan.json: unknown option of school \"kindergarten\"; known are none, diploma, ",
        ),
        (
            "/steps/0/when/start",
            json!(["age/7"]),
            "plan.json: unknown starting-point question \"age\"; known are school, ",
        ),
        (
            "/steps/0/when/start",
            json!(["school"]),
            "plan.json: unknown option of school \"\"",
        ),
        (
            "/steps/1/id",
            json!("finish-school"),
            "plan.json: steps: the id \"finish-school\" stands twice",
        ),
        (
            "/steps/0/takes",
            json!({"months": [5, 3, "ours"]}),
            "plan.json: finish-school: 5 to 3 is no range of months",
        ),
        (
            "/steps/0/takes",
            json!({"months": [3, 5]}),
            "plan.json: invalid length 2",
        ),
        (
            "/study/months/0",
            json!(0),
            "plan.json: study: a program without months",
        ),
        (
            "/study/by_answer/0/0",
            json!("school/none"),
            "plan.json: study: the answers must be options of one question",
        ),
        (
            "/income/0/1",
            json!(0),
            "plan.json: income: an answer with 0",
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
    expect_refused("plan.json", &rows);
}

#[test]
fn each_mistake_in_the_roles_is_named_with_its_place() {
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
            "roles.json: unknown fact \"nonsense\"",
        ),
        (
            "/1/id",
            json!("medical-coder"),
            "roles.json: the id \"medical-coder\" stands twice",
        ),
    ];
    expect_refused("roles.json", &rows);
}

#[test]
fn each_mistake_in_the_pay_is_named_with_its_place() {
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
            "pay.json: unknown role \"nonsense\"; known are medical-coder, ",
        ),
        (
            "/rows/0/month",
            json!("May"),
            "pay.json: records: month \"May\" is not a year",
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
    expect_refused("pay.json", &rows);
}

#[test]
fn each_mistake_in_the_preview_is_named_with_its_file() {
    let rows = [
        (
            "/day/0/condition",
            json!("nonsense"),
            "preview.json: unknown condition \"nonsense\"; known are screen, ",
        ),
        ("/day/0/surprise", json!(1), "unknown field `surprise`"),
    ];
    expect_refused("preview.json", &rows);
}

#[test]
fn mistakes_in_several_files_are_told_at_once() {
    let mut files = Files::shipped();
    files.put("plan.json", "/steps/0/facts/0", json!("nonsense"));
    files.put("guide.json", "/pages/1/lead", json!(" "));
    files.put("pay.json", "/rows/0/roles/0", json!("nonsense"));
    files.0.remove("preview.json");
    let told = files.read().expect_err("four mistakes");
    let told: Vec<_> = told.lines().map(|line| line.split(':').next()).collect();
    let expected = ["guide.json", "pay.json", "plan.json", "preview.json"];
    assert_eq!(told, expected.map(Some));
}

/// An id that could be read at any time would point into whatever was read last.
#[test]
fn names_are_known_while_the_files_are_read_and_no_longer() {
    Files::shipped().read().expect("the files are sound");
    let read = serde_json::from_str::<FactId>("\"desk-work\"");
    let told = read.expect_err("no names").to_string();
    assert!(told.contains("unknown fact \"desk-work\""), "{told}");
}

/// School alone decides nothing here, and neither do hours.
#[test]
fn options_of_two_questions_need_an_answer_to_both() {
    let mut files = Files::shipped();
    let options = json!(["school/none", "hours/few", "hours/some"]);
    files.put("plan.json", "/steps/0/when/start", options);
    let (quiz, content, _) = files.read().expect("sound files");
    let [school, _, hours, ..] = quiz.start_ids().collect::<Vec<_>>()[..] else {
        panic!("questions are missing");
    };
    let rows = [
        (Some(0), Some(0), true),
        (Some(0), Some(1), true),
        (Some(0), Some(2), false),
        (Some(0), None, false),
        (Some(1), Some(0), false),
        (None, Some(0), false),
    ];
    for (of_school, of_hours, expected) in rows {
        let mut answers = Answers::none(&quiz);
        answers.set_start(school, of_school.map(StartAnswer::Option));
        answers.set_start(hours, of_hours.map(StartAnswer::Option));
        let plan = plan(&quiz, &content, &answers, &PerTrait::default());
        let applies = plan.steps[0].step.id == content.paths.steps[0].id;
        assert_eq!(
            applies, expected,
            "school {of_school:?}, hours {of_hours:?}"
        );
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
        for (file, text) in SHIPPED {
            let may_say_it = file != "plan.json" && file != "quiz.json";
            assert!(may_say_it || !text.contains(words), "{file}: {words}");
        }
    }
}
