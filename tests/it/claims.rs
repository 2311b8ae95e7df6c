//! What we know to be wrong must not come back, in words or in numbers.
//!
//! A row for each statement that was found to be wrong, by what it looks like wherever
//! readers meet text. The fold on the page of facts and sources is left out: what the older
//! guide says stands there, labelled.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use career_fit::ui::static_pages::StaticPage;
use regex::{Regex, RegexBuilder};
use serde_json::Value;

use crate::content::SHIPPED;
use crate::html::text_without;
use crate::render::{static_page, views};

/// Each row: what is wrong; what it looks like, in any of several ways; and words which,
/// in the same paragraph, make it right.
const WRONG: &[(&str, &[&str], &str)] = &[
    (
        "The CCS is AAPC's",
        &[
            r"\bccs\b[^.]*\b(by|through|from|of|with) aapc([^'\w]|$)",
            r"aapc's (own )?ccs\b",
            r"ccs\W+aapc\b",
        ],
        "",
    ),
    (
        "Inpatient procedures are coded in CPT",
        &[
            r"inpatient coders?( \w+)? (assign|use|code)[^.]*\bcpt\b",
            r"hospital stays?[^.]*procedures?[^.]*\bcpt\b",
        ],
        "outpatient",
    ),
    (
        "A certificate leads to the RHIT",
        &[r"certificate[^.]*(leads? to|qualif\w+ for|earns?|then) (the |an )?rhit\b"],
        "",
    ),
    (
        "The CCS asks for years of work",
        &[
            r"\bccs\b[^.]*(asks? for|requires?|needs?|only after|takes) (about |at least )?(1|2|one|two)\+? years?",
            r"(1|2|one|two)\+? years?[^.]*before (the|you may sit the) ccs\b",
            r"1 year with a bachelor",
        ],
        "",
    ),
    (
        "BLS gave a median of $42,630 for May 2023, with a top tenth above $71,000",
        &[r"42,?630", r"71,000"],
        "",
    ),
    (
        "Growth of 8 to 10%, or of 8%",
        &[
            r"\b8%? ?(to|-|–|and) ?10 ?%",
            r"(grow|project)[^.]*\b8 ?%",
            r"\b8 ?% (growth|from 20)",
        ],
        "",
    ),
    (
        "Premiums that nobody has measured",
        &[
            r"15 ?(to|-|–) ?25 ?%",
            r"10 ?(to|-|–) ?20 ?%",
            r"\b5 ?(to|-|–) ?15 ?%",
            r"10 ?(to|-|–) ?15 ?%",
            r"\$1,500",
        ],
        "",
    ),
    (
        "An average of $55,000 to $72,000",
        &[r"55,000 (to|-|–) \$?72,000"],
        "",
    ),
    (
        "The whole path takes 4 to 6 years",
        &[r"\b(4|four) ?(to|-|–) ?(6|six) years"],
        "",
    ),
    (
        "Most people start with the CCA",
        &[r"(most|many)[^.]*(start|begin)s?\b[^.]*\bcca\b"],
        "",
    ),
    (
        "The CCS is for inpatient coding alone",
        &[
            r"\bccs\b[^.]*made for hospital",
            r"\bccs\b[^.]*(inpatient|hospital)[^.]*(alone|only|nothing else)",
        ],
        "outpatient",
    ),
    (
        "A CPC-A can only become a CPC by two years of work",
        &[
            r"cpc-a[^.]*\b(two|2) years",
            r"cpc-a[^.]*until[^.]*years? of work",
        ],
        r"education|practical program",
    ),
    (
        "The principal diagnosis is the reason for the stay",
        &[
            r"principal diagnosis[^.]*reason for (the|a) (stay|visit|admission)",
            r"(main|biggest|most serious) (illness|diagnosis)[^.]*first\b",
        ],
        "after study",
    ),
    (
        "Every diagnosis is marked as present on admission or not",
        &[r"\b(each|every|all) diagnos[ie]s[^.]*(marked|present on admission)"],
        "nearly every",
    ),
    (
        "Only a bachelor's degree leads to the RHIA and to director roles",
        &[r"bachelor's[^.]*(leads? to|opens?|to) (a )?director"],
        "post-bachelor|certificate",
    ),
    (
        "Only a PCAP-approved course is sound",
        &[
            r"\bonly\b[^.]*(pcap|ahima.approved|approved)[^.]*(program|course)",
            r"(take|choose|pick) an? (ahima.)?approved",
            r"program that ahima has approved",
        ],
        "",
    ),
    (
        "Nobody has counted who works from home",
        &[r"(found|find|is) no count"],
        "",
    ),
    (
        "Software has only begun to suggest codes",
        &[
            r"(has|have) begun to suggest",
            r"(begins|started|starts) to suggest",
        ],
        "",
    ),
    (
        "The guide never names DRGs",
        &[r"(leaves? out|never names?|does not name)[^.]*\bdrgs?\b"],
        "ms part",
    ),
    (
        "Three of the six related careers are approximate",
        &[r"\bthree of (the|these) six"],
        "",
    ),
    (
        "CAAHEP or AAPC accredits coding programs",
        &[r"accredited by[^.]*(caahep|aapc|ahima)"],
        "does not accredit",
    ),
    (
        "CPT changes on October 1",
        &[r"\bcpt\b[^.]*october 1\b", r"october 1\b[^.]*\bcpt\b"],
        "",
    ),
    (
        "An inpatient is who stays overnight",
        &[r"inpatients?[^.]*overnight", r"stay(s|ed)? overnight"],
        "without",
    ),
    (
        "95% is a legal rule",
        &[r"95 ?%[^.]*(law|legal|required)"],
        r"\bnot\b|\bno\b",
    ),
    (
        "The rules for keeping an AHIMA credential last changed in 2024",
        &[r"january 1, 2024"],
        "",
    ),
    (
        "The CPC is advanced",
        &[r"\bcpc\b[^.]*\badvanced", r"advanced[^.]*\bcpc\b"],
        "",
    ),
    (
        "The survey's 52% are people who will use AI, in the months to come",
        &[
            r"52 ?%[^.]*(expect|will use)",
            r"52 ?%[^.]*next (12|twelve) months",
        ],
        "2023",
    ),
    (
        "A coder's record has to be perfect",
        &[r"\bperfect\b[^.]*record"],
        r"\bnobody\b|\bno one\b",
    ),
    (
        "A date of reading stands as if it were the source's own",
        &[r"[a-z], november 2026"],
        r"\bread (in|at)\b|looked for",
    ),
];

/// The paragraphs that readers may meet anywhere, each with the places where it stands.
static MET: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut met = BTreeMap::<_, BTreeSet<_>>::new();
    let mut add = |place: &str, text: &str| {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let places = met.entry(line.to_owned()).or_default();
            places.insert(place.to_owned());
        }
    };
    for page in StaticPage::all() {
        let text = text_without(&static_page(page), ".fact__claim");
        add(&page.path(), &text);
    }
    for (name, html) in views() {
        add(name, &text_without(html, "script"));
    }
    // Not every plan and every answer is among the examples.
    for (name, json) in SHIPPED {
        let mut text = String::new();
        strings(&serde_json::from_str(json).expect("JSON"), &mut text);
        add(name, &text);
    }
    met
});

/// All strings of a file, but for what the older guide claims and when we read it.
fn strings(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => {
            into.push_str(text);
            into.push('\n');
        }
        Value::Array(list) => list.iter().for_each(|each| strings(each, into)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "claim")
            .for_each(|(_, each)| strings(each, into)),
        _ => {}
    }
}

fn pattern(text: &str) -> Regex {
    let built = RegexBuilder::new(text).case_insensitive(true).build();
    built.unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn no_statement_that_is_known_to_be_wrong_stands_anywhere() {
    let mut found = Vec::new();
    for (wrong, looks, right) in WRONG {
        let looks: Vec<_> = looks.iter().map(|each| pattern(each)).collect();
        let right = (!right.is_empty()).then(|| pattern(right));
        for (line, places) in MET.iter() {
            let is_right = right.as_ref().is_some_and(|right| right.is_match(line));
            if !is_right && looks.iter().any(|look| look.is_match(line)) {
                found.push((wrong, line, places));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// A row that no longer knows what it is about would be green for good.
#[test]
fn every_row_knows_its_statement() {
    let statements = [
        "Sit for the CCS through AAPC.",
        "Inpatient coders assign CPT codes to procedures.",
        "A certificate of 6 to 12 months leads to the RHIT.",
        "The CCS asks for two years of coding work.",
        "The median was $42,630.",
        "Jobs will grow 8-10% through 2032.",
        "Credentialed coders earn 15 to 25% more.",
        "The average is $55,000 to $72,000.",
        "Expect 4-6 years in all.",
        "Most people start with AHIMA's CCA.",
        "The CCS is made for hospital coding.",
        "Passers are CPC-A until they can show two years of work.",
        "Settle on the principal diagnosis, the reason for the stay.",
        "Each diagnosis is marked as present on admission.",
        "A bachelor's leads to director roles.",
        "Choose an approved program.",
        "We found no count of them.",
        "Software has begun to suggest codes.",
        "The guide leaves out the MS-DRG.",
        "Three of the six have no group of their own.",
        "Make sure that it is accredited by AAPC.",
        "ICD-10-CM and CPT change on October 1.",
        "Inpatients stay overnight or longer.",
        "95% is required by law.",
        "The rules changed on January 1, 2024.",
        "The CPC is an advanced credential.",
        "52% expected to use more AI.",
        "Maintain perfect compliance records.",
        "AHIMA, November 2026",
    ];
    assert_eq!(statements.len(), WRONG.len());
    for (statement, (wrong, looks, right)) in statements.iter().zip(WRONG) {
        let seen = looks.iter().any(|look| pattern(look).is_match(statement));
        assert!(seen, "{wrong}: {statement}");
        let excused = !right.is_empty() && pattern(right).is_match(statement);
        assert!(!excused, "{wrong}: {statement}");
    }
}

/// One thing has one name: each row is the name, and what else it must not be called. The
/// page of words says what each name means.
const NAMES: &[(&str, &str)] = &[
    ("daily target", r"\bquotas?\b"),
    ("related careers", r"\bneighbo(u?)rs?\b|neighboring"),
    ("principal diagnosis", r"\b(main|primary) diagnosis"),
    ("other conditions", r"\badded (illness|diagnos)"),
    ("credential", r"\bcertifications?\b"),
    ("job", r"\bposts?\b"),
    ("payment group", r"\b(payment|billing) class"),
    ("certificate program", r"\b(diploma|certification) program"),
    ("pay", r"\bsalar(y|ies)\b"),
];

/// Names that others have given, which we cannot change.
const GIVEN: &str = r"certification exam|salary (survey|report|finder)|certifications-overview";

#[test]
fn one_thing_has_one_name() {
    let given = pattern(GIVEN);
    let ours = |place: &String| {
        place.starts_with("guide/")
            || ["landing page", "roles.json", "preview.json"].contains(&&**place)
    };
    let names: Vec<_> = NAMES
        .iter()
        .map(|(name, other)| (name, pattern(other)))
        .collect();
    let mut found = Vec::new();
    for (line, places) in MET.iter().filter(|(_, places)| places.iter().any(ours)) {
        let text = given.replace_all(line, "");
        for (name, other) in &names {
            if other.is_match(&text) {
                found.push((name, line, places));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn words_are_spelled_as_in_the_united_states() {
    let british = pattern(
        r"\b(judgement|licence|colour|neighbour|programme|behaviour|favour|centre|practis|organis[aei]|recognis|whilst|labelled|cancelled|enrol\b|learnt)",
    );
    let found: Vec<_> = MET
        .iter()
        .filter(|(line, _)| british.is_match(line))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
