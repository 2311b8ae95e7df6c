//! The content: what is shipped is sound, and what is unsound is refused.

use std::collections::{BTreeMap, BTreeSet};

use career_fit::answers::{Answers, StartAnswer};
use career_fit::builtin;
use career_fit::content::{self, Content, FactId, Guide, PerTrait, Quiz, Status};
use career_fit::plan::plan;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The files as they are shipped, to be changed and read.
struct Files(BTreeMap<&'static str, Value>);

macro_rules! shipped {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../assets/content/", $name)))),*]
    };
}

pub const SHIPPED: [(&str, &str); 7] = shipped![
    "quiz.json",
    "facts.json",
    "plan.json",
    "preview.json",
    "roles.json",
    "pay.json",
    "guide.json"
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
    assert_eq!(&quiz, builtin::instrument());
    assert_eq!(&quiz.clone().without_reference(), builtin::quiz());
    assert_eq!(&guide, builtin::guide());
    assert_eq!(&content, builtin::reference());
    assert_eq!(&content.without_reference(&quiz), builtin::content());
}

#[test]
fn the_instrument_has_38_items_21_of_them_quick() {
    let quiz = &builtin::quiz();
    let quick = quiz.stage_ids(career_fit::content::Stage::Quick).count();
    assert_eq!((quiz.items.len(), quick), (38, 21));
    assert_eq!((quiz.conditions.len(), quiz.start.len()), (6, 6));
}

/// Each row: the file, the place in it, the broken value, and what the error must say.
#[test]
fn each_mistake_is_named_with_its_place() {
    let rows = include_str!("data/mistakes.tsv").lines().skip(1);
    let mut left = BTreeSet::from(SHIPPED.map(|(name, _)| name));
    for row in rows {
        let [file, place, value, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four cells: {row}");
        };
        let mut files = Files::shipped();
        files.put(file, place, serde_json::from_str(value).expect("JSON"));
        match files.read() {
            Ok(_) => panic!("accepted: {row}"),
            Err(message) => assert!(message.contains(expected), "{row}: {message}"),
        }
        left.remove(file);
    }
    assert!(left.is_empty(), "no mistake in {left:?}");
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
    files.put("plan.json", "/steps/0/when", json!({ "start": options }));
    let (quiz, content, _) = files.read().expect("sound files");
    let [school, _, _, hours, ..] = quiz.start_ids().collect::<Vec<_>>()[..] else {
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

/// A plan names no amount of money that a fact beside it does not name.
#[test]
fn amounts_in_plans_are_those_of_their_facts() {
    let content = builtin::content();
    let amounts = |text: &str| -> Vec<String> {
        let parts = text.split_whitespace();
        let parts = parts.filter_map(|part| part.strip_prefix('$'));
        let digits = |part: &str| {
            part.trim_end_matches(|c: char| !c.is_ascii_digit())
                .to_owned()
        };
        parts.map(digits).collect()
    };
    let notes = content.paths.notes.iter().map(|n| (&n.text, &n.facts));
    let steps = content.paths.steps.iter().map(|s| (&s.text, &s.facts));
    let mut count = 0;
    for (text, facts) in notes.chain(steps) {
        for amount in amounts(text) {
            let mut facts = facts.iter().map(|id| &content.fact(*id).value);
            assert!(facts.any(|fact| fact.contains(&amount)), "{amount}: {text}");
            count += 1;
        }
    }
    assert!(
        count >= 4,
        "{count} amounts, where nurses are told of two at least"
    );
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
