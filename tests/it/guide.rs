//! The guide: all that the source covers is there, no number stands without a
//! record, and what is wrong stays behind its fold.

use std::collections::{BTreeMap, BTreeSet};

use career_fit::builtin::{self, guide, instrument, quiz, reference};
use career_fit::content::{Fact, GuidePage, Source, Status};
use career_fit::ui::static_pages::StaticPage;
use scraper::ElementRef;

use crate::html::{parse, select, text_of, text_without, texts, within};
use crate::reading::grade_of;
use crate::render::static_page;

const GUIDE: &str = include_str!("../../assets/content/guide.json");

fn page(id: &str) -> &'static GuidePage {
    let page = guide().pages.iter().find(|page| page.id == id);
    page.unwrap_or_else(|| panic!("no page {id:?}"))
}

/// The source's sections, where ours are, and how many things each lists.
#[test]
fn everything_that_the_source_lists_is_there() {
    let rows = [
        ("Quick Facts", "", "quick", 8),
        ("Why This Career Matters", "work", "why", 5),
        ("Key Responsibilities", "work", "tasks", 12),
        ("what the source leaves out", "work", "left-out", 4),
        ("Salary Expectations", "pay", "levels", 4),
        ("Factors That Affect Salary", "pay", "factors", 8),
        ("Educational Foundation", "training", "school", 4),
        ("certifications and their exams", "training", "exams", 6),
        ("questions to ask a program", "training", "ask", 8),
        ("Training Programs", "training", "programs", 5),
        ("Continuing Education", "training", "keep-up", 5),
        ("Technical Skills", "skills", "technical", 6),
        ("Clinical Knowledge", "skills", "clinical", 5),
        ("Soft Skills", "skills", "soft", 7),
        ("Knowledge Areas", "skills", "knowledge", 5),
        ("Where Inpatient Coders Work", "day", "where", 5),
        ("Typical Work Schedule", "day", "when", 6),
        ("Work Conditions", "day", "conditions", 7),
        ("Direct Advancement Path", "advancing", "up", 5),
        ("Specialization Options", "advancing", "deeper", 5),
        ("Lateral Career Moves", "advancing", "sideways", 5),
        ("How to Advance", "advancing", "how", 8),
        ("Demand Trends", "outlook", "demand", 5),
        ("Geographic Opportunities", "outlook", "places", 4),
        ("Industry Factors", "outlook", "industry", 5),
        ("the first job", "first-job", "ways", 6),
        ("titles to search for", "first-job", "titles", 4),
        ("the whole cost", "cost", "whole", 7),
        ("who pays", "cost", "help", 6),
        ("pay near you", "pay", "local", 4),
        ("working from home", "remote", "needs", 4),
        ("its other side", "remote", "other-side", 4),
        ("fake jobs", "remote", "scams", 4),
        ("skills that last", "outlook", "last", 5),
        ("audits", "ethics", "who", 3),
        ("being asked to code higher", "ethics", "higher", 5),
        ("Your Path", "path", "steps", 6),
        ("Action Items Today", "path", "today", 6),
        ("Frequently Asked Questions", "questions", "answers", 12),
    ];
    for (source, id, section, count) in rows {
        let sections = &page(id).sections;
        let found = sections.iter().find(|each| each.id == section);
        let found = found.unwrap_or_else(|| panic!("{source}: no section {section:?}"));
        let list = found.list.as_ref();
        let entries = list.map_or(0, |list| list.entries.len());
        assert_eq!(entries, count, "{source}");
    }
    // Prose, and what comes from other data.
    let rows = [
        ("What Is an Inpatient Coder?", "work", "what"),
        ("Who Should Consider This Career?", "work", "suits"),
        ("BLS on salary", "pay", "official"),
        ("Salary Growth Potential", "pay", "later"),
        ("BLS Employment Outlook", "outlook", "growth"),
        ("what the source leaves out: AI", "outlook", "ai"),
        (
            "what the source leaves out: offshoring",
            "outlook",
            "offshoring",
        ),
        ("what the source leaves out: denials", "ethics", "denials"),
        ("what the source leaves out: probable", "ethics", "probable"),
        ("Related Healthcare Careers", "related", "careers"),
    ];
    for (source, id, section) in rows {
        let sections = &page(id).sections;
        let found = sections.iter().find(|each| each.id == section);
        let found = found.unwrap_or_else(|| panic!("{source}: no section {section:?}"));
        let shown = found.text.len() + found.facts.len() + usize::from(found.figure.is_some());
        assert!(shown > 0, "{source}");
    }
    let credentials: Vec<_> = guide()
        .credentials
        .iter()
        .map(|each| &*each.short)
        .collect();
    assert_eq!(credentials, ["CCS", "CIC", "CCA", "CPC", "RHIT", "RHIA"]);
    assert_eq!(quiz().traits.iter().count(), 7);
    assert_eq!(reference().roles.len(), 6);
}

#[test]
fn every_page_shows_what_its_data_says() {
    for page in &guide().pages {
        let text = text_of(&static_page(StaticPage::Guide(page)));
        let sections = page.sections.iter();
        let lists = sections.clone().filter_map(|each| each.list.as_ref());
        let entries = lists.flat_map(|list| &list.entries);
        let words = entries
            .clone()
            .flat_map(|entry| [&entry.name, &entry.text])
            .chain(sections.clone().flat_map(|each| &each.text))
            .chain([&page.title, &page.lead, &page.quiz]);
        let facts = entries
            .flat_map(|entry| &entry.facts)
            .chain(sections.flat_map(|each| &each.facts))
            .map(|id| &reference().fact(*id).value);
        for needle in words.chain(facts) {
            assert!(text.contains(needle.as_str()), "{:?}: {needle:?}", page.id);
        }
    }
    for (id, trait_id) in quiz().traits.iter() {
        let text = static_page(StaticPage::Guide(page("work")));
        assert!(text.contains(&trait_id.name), "{id:?}");
    }
}

/// The browser downloads facts that the quiz needs and none of the guide's.
#[test]
fn the_browser_gets_nothing_of_the_guide() {
    let (browser, whole) = (builtin::content(), reference());
    println!(
        "facts: {} in all, {} in the browser",
        whole.facts.len(),
        browser.facts.len()
    );
    assert!(browser.facts.len() < whole.facts.len());
    for (browser, whole) in browser.facts.iter().zip(&whole.facts) {
        assert_eq!((&browser.id, &browser.value), (&whole.id, &whole.value));
        assert_eq!(browser.claim, "", "{}: what the guide says", browser.id);
    }
}

/// Every fact of the list is shown somewhere in the guide or the app. Only what nobody but
/// the older guide says may stand on the page of facts and sources alone.
#[test]
fn no_fact_is_left_over() {
    let pages = StaticPage::all().filter(|page| *page != StaticPage::Sources);
    let html: String = pages.map(static_page).collect();
    let needed = builtin::content().facts.len();
    let facts = &reference().facts[needed..];
    for fact in facts.iter().filter(|fact| fact.source.is_some()) {
        let mark = format!("data-fact=\"{}\"", fact.id);
        assert!(html.contains(&mark), "{} is on no page", fact.id);
    }
}

/// The numbers of a text. Those in the names of code sets count nothing.
fn numbers(text: &str) -> BTreeSet<String> {
    text.replace("ICD-10", "ICD")
        .split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .map(|word| word.trim_matches([',', '.']))
        .filter(|word| !word.is_empty())
        .map(|word| word.trim_start_matches('0').to_owned())
        .collect()
}

fn of_source(source: &Source) -> String {
    let date = source.date.as_deref().unwrap_or_default();
    format!("{} {date}", source.name)
}

fn of_fact(fact: &Fact) -> BTreeSet<String> {
    let source = fact.source.as_ref().map(of_source).unwrap_or_default();
    numbers(&[&fact.value, &*fact.claim, &source, &fact.checked].join(" "))
}

/// What the pay table carries, as it is printed.
fn of_pay() -> BTreeSet<String> {
    let grouped = |number: u32| match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    };
    let pay = &reference().pay;
    let mut all = numbers(&of_source(&pay.projection.source));
    all.extend([pay.projection.from, pay.projection.to].map(|year| year.to_string()));
    for row in &pay.rows {
        all.extend([row.p10, row.p25, row.median, row.p75, row.p90].map(grouped));
        all.extend(row.jobs.into_iter().chain(row.openings).map(grouped));
        all.extend(
            row.growth
                .map(|growth| numbers(&growth.to_string()))
                .unwrap_or_default(),
        );
        all.extend(numbers(
            &[&of_source(&row.source), &*row.month, &row.checked].join(" "),
        ));
    }
    all.insert(String::new());
    all
}

/// Each number stands within the record that carries it, or is the pay table's.
#[test]
fn every_number_has_a_record() {
    let facts: BTreeMap<_, _> = reference()
        .facts
        .iter()
        .map(|f| (&*f.id, of_fact(f)))
        .collect();
    let pay = of_pay();
    let sources: BTreeSet<_> = reference()
        .facts
        .iter()
        .filter_map(|fact| fact.source.as_ref())
        .flat_map(|source| numbers(&of_source(source)))
        .collect();
    // The release and the licence that the notice must name.
    let notice = numbers("29.3 4.0");
    let mut count = 0;
    for page in StaticPage::all().filter(|page| *page != StaticPage::Scoring) {
        let html = parse(&static_page(page));
        for (text, within) in texts(&html) {
            let stands_in = |class: &&str| {
                let has =
                    |element: &ElementRef| element.value().classes().any(|each| each == *class);
                within.iter().any(has)
            };
            let fact = within.iter().find_map(|element| element.attr("data-fact"));
            let known = if [
                "pay__axis",
                "lesson__minutes",
                "lesson__codes",
                "sources__older",
                "snippet",
            ]
            .iter()
            .any(stands_in)
            {
                // The scale of a drawing says nothing about anyone's pay, a lesson's times are its own,
                // and the codes are those of the charts. Where the older guide says two
                // things, neither is ours. Lines to be copied are a program.
                continue;
            } else if let Some(id) = fact {
                &facts[id]
            } else if stands_in(&"guide__notice") {
                &notice
            } else if stands_in(&"sources__source") {
                &sources
            } else {
                &pay
            };
            for number in numbers(text) {
                count += 1;
                assert!(
                    known.contains(&number),
                    "{}: no record carries {number} in {text:?} ({fact:?})",
                    page.path()
                );
            }
        }
    }
    println!("{count} numbers, each with its record");
}

/// Number words that count time or money slip past the digits.
#[test]
fn no_number_is_spelled_out_to_get_by() {
    const COUNTS: [&str; 10] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    ];
    const UNITS: [&str; 6] = ["years", "months", "percent", "hours", "dollars", "charts"];
    let text = GUIDE.to_lowercase();
    for count in COUNTS {
        for unit in UNITS {
            let phrase = format!("{count} {unit}");
            assert!(!text.contains(&phrase), "{phrase}");
        }
    }
}

/// An estimate has its badge wherever it stands, and everything else its source.
#[test]
fn a_fact_has_its_source_and_an_estimate_its_badge() {
    let mut count = 0;
    for page in &guide().pages {
        let html = parse(&static_page(StaticPage::Guide(page)));
        for shown in select(&html, ".fact") {
            let id = shown.attr("data-fact").expect("a name");
            let fact = reference().facts.iter().find(|fact| fact.id == id);
            let fact = fact.expect("a fact");
            let marks = [".estimate", ".fact__source"].map(|css| within(shown, css).len());
            let expected = if fact.source.is_none() {
                [1, 0]
            } else {
                [0, 1]
            };
            assert_eq!(marks, expected, "{:?}: {id}", page.id);
            count += 1;
        }
    }
    assert!(count > 100, "{count} facts");
}

/// Readers have never seen the guide that this was made from. One page speaks of it, and
/// what it claims is folded away there.
#[test]
fn one_page_speaks_of_the_older_guide() {
    let audit = [
        "older guide",
        "career guide",
        "the guide says",
        "the guide\u{2019}s",
        "no source",
    ];
    for page in &guide().pages {
        let text = text_of(&static_page(StaticPage::Guide(page))).to_lowercase();
        for words in audit {
            assert!(!text.contains(words), "{:?}: {words}", page.id);
        }
        assert!(!text.contains("what the older guide says"), "{:?}", page.id);
    }
    let html = parse(&static_page(StaticPage::Sources));
    for fact in &reference().facts {
        let record = select(&html, &format!(".fact[data-fact='{}']", fact.id));
        let [record] = record[..] else {
            panic!("{}: {} records", fact.id, record.len());
        };
        let folds = within(record, "details.fact__claim:not([open])").len();
        let expected = usize::from(fact.status != Status::Missing);
        assert_eq!(folds, expected, "{}", fact.id);
    }
}

/// Body text: what is written as sentences, without names of sources, tables
/// and navigation.
fn body(html: &str) -> String {
    text_without(
        html,
        "nav, table, svg, footer, header, .fact__source, .guide__notice, .sources__source, .pay__sources",
    )
}

#[test]
fn every_page_is_at_grade_8_or_lower() {
    for page in StaticPage::all().filter(|page| *page != StaticPage::Scoring) {
        let text = body(&static_page(page));
        let grade = grade_of(&text);
        println!("{}: grade {grade:.1}", page.path());
        assert!(grade <= 8.0, "{}: grade {grade:.1}\n{text}", page.path());
    }
}

#[test]
fn the_scoring_page_names_everything_that_scores() {
    let text = text_of(&static_page(StaticPage::Scoring));
    let roles = || reference().roles.iter();
    let items = instrument().items.iter();
    let items = items.flat_map(|item| [&item.text, &item.facet]);
    let traits = quiz().traits.iter().map(|(_, each)| &each.name);
    let reasons = roles().flat_map(|role| role.traits.iter().map(|part| &part.reason));
    let names = roles().map(|role| &role.name);
    for needle in items.chain(traits).chain(names).chain(reasons) {
        assert!(text.contains(needle.as_str()), "the page lacks {needle:?}");
    }
    for needle in [
        "0.33",
        "SEM = 18",
        "1.28",
        "held at 49",
        "65 and up",
        "0.75 ·",
        "V = F + S",
        "trade-off",
    ] {
        assert!(text.contains(needle), "the page lacks {needle:?}");
    }
}

/// A lesson that ran over would lose the end, which is what it is for.
#[test]
fn the_lesson_fills_its_period_without_a_gap() {
    let html = parse(&static_page(StaticPage::Lesson));
    let mut ends = 0;
    for time in select(&html, ".terms .lesson__minutes") {
        let time: String = time.text().collect();
        let (from, to) = time.split_once(" to ").expect("from and to");
        assert_eq!(from, ends.to_string(), "{time}");
        ends = to.parse().expect("minutes");
    }
    let title: String = select(&html, "h1")[0].text().collect();
    assert_eq!(title, format!("A lesson of {ends} minutes"));
    assert_eq!(title, StaticPage::Lesson.title());
}

/// A teacher gets both charts by name, the codes of their keys, and facts with their sources.
#[test]
fn the_lesson_has_its_charts_and_its_facts() {
    let page = static_page(StaticPage::Lesson);
    let html = parse(&page);
    let codes: Vec<String> = select(&html, ".lesson__codes strong")
        .into_iter()
        .map(|code| code.text().collect())
        .collect();
    let expected: Vec<_> = career_fit::builtin::charts()[..2]
        .iter()
        .flat_map(|chart| {
            assert_eq!(page.matches(&chart.title).count(), 2, "{}", chart.title);
            let keys = chart.key.iter().map(|key| key.code.clone());
            keys.chain(chart.procedure.iter().map(|each| each.code.clone()))
        })
        .collect();
    assert_eq!(codes, expected);
    assert_eq!(select(&html, "#facts .fact").len(), 7);
    // The answers are not read in passing.
    assert_eq!(
        select(&html, "#answers details:not([open]) .lesson__codes").len(),
        2
    );
}
