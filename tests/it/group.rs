//! The results of a group: links found in any text, read, set side by side and given out.

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer};
use career_fit::builtin::quiz;
use career_fit::charts::Summary;
use career_fit::content::{ConditionId, PerTrait, Stage, TraitId};
use career_fit::fit::{self, Headline};
use career_fit::group::{
    self, Aside, Column, EXAMPLE, Filter, Found, Holds, List, MOST_BYTES, NoText, Note, Order,
    Person, Reason, Row, Spread, Verdict, clean, decode, export, find, shown, talk,
};
use career_fit::session::Session;
use career_fit::share::{self, CodeError, Disclosure, Shared};
use proptest::prelude::*;

use crate::examples::quizzes::{
    another, careless, finished, levels, observed, uncertain, unsure, with_one_deal_breaker,
    with_two_deal_breakers,
};
use crate::examples::{LEVELS, OF_NEWER_CHARTS, bad_links, desks, seen, told, with_charts};
use crate::support::any_answers;

fn everything() -> String {
    told(&finished(), Disclosure::AnswersAndStart)
}

fn other() -> String {
    told(&another(), Disclosure::Traits)
}

/// What is found in a text: names with links.
fn found(text: &str) -> Vec<(String, String)> {
    let found = find(quiz(), text);
    found
        .into_iter()
        .map(|each| (each.name, each.link))
        .collect()
}

fn check(name: &str, text: &str, expected: &[(&str, &str)]) {
    let found = found(text);
    let found: Vec<_> = found
        .iter()
        .map(|(name, link)| (&**name, &**link))
        .collect();
    assert_eq!(found, expected, "{name}");
}

/// Texts as they come, each with a whole link.
#[test]
fn links_are_found_in_any_text() {
    let (link, other) = (everything(), other());
    let whole = format!("https://example.org/fit/result/#{link}");
    let second = format!("https://elsewhere.example/result/#{other}");
    let escaped = |link: &str| {
        format!(
            "https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fresult%2F%23{}&data=05%7C01&reserved=0",
            link.replace('=', "%3D")
        )
    };
    let (start, end) = link.split_at(14);
    type Texts<'a> = (&'a str, String, &'a [(&'a str, &'a str)]);
    let rows: &[Texts<'_>] = &[
        ("a link alone", whole.clone(), &[("", &link)]),
        ("its end alone", link.clone(), &[("", &link)]),
        ("its end with its sign", format!("#{link}"), &[("", &link)]),
        (
            "behind a name",
            format!("Jane Doe: {whole}"),
            &[("Jane Doe", &link)],
        ),
        (
            "before a name",
            format!("{whole} (Jane Doe)"),
            &[("Jane Doe", &link)],
        ),
        (
            "in a sentence",
            format!("Hi, this is mine: {whole}. Thanks!"),
            &[("", &link)],
        ),
        (
            "in brackets of a mail",
            format!("Jane <{whole}>"),
            &[("Jane", &link)],
        ),
        (
            "a name above",
            format!("Jane Doe\n{whole}\nJosé Núñez\n{second}\n"),
            &[("Jane Doe", &link), ("José Núñez", &other)],
        ),
        (
            "a sentence above",
            format!("Here is what I got.\n{whole}"),
            &[("", &link)],
        ),
        (
            "a mail",
            format!(
                "From: Jane Doe <jane@example.org>\nSubject: quiz\n\nHello there,\n\n{whole}\n"
            ),
            &[("Jane Doe", &link)],
        ),
        (
            "a quoted mail",
            format!("> Jane Doe\n> {whole}\n"),
            &[("Jane Doe", &link)],
        ),
        (
            "a list",
            format!("1. Jane Doe - {whole}\n2) Li Wei – {second}\n"),
            &[("Jane Doe", &link), ("Li Wei", &other)],
        ),
        (
            "two in a line",
            format!("Jane {whole} Bob {second}"),
            &[("Jane", &link), ("Bob", &other)],
        ),
        (
            "a chat",
            format!("[11/26/26, 10:11:12 AM] Jane Doe: {whole}"),
            &[("Jane Doe", &link)],
        ),
        (
            "HTML",
            format!("<p>Jane: <a href=\"{whole}\">{whole}</a></p>"),
            &[("Jane", &link)],
        ),
        ("Markdown", format!("* [Jane]({whole})"), &[("Jane", &link)]),
        (
            "CSV",
            format!("Jane Doe,{whole}\n\"Doe, John\",{second}\n"),
            &[("Jane Doe", &link), ("Doe, John", &other)],
        ),
        (
            "a form's export",
            format!(
                "Timestamp,Your name,Your link\n2026/11/26 10:00,\"Doe, Jane\",{whole}\n2026/11/26 10:01,=Bob,{second}\n"
            ),
            &[("Doe, Jane", &link), ("=Bob", &other)],
        ),
        (
            "names in two columns",
            format!("First name\tLast name\tMail\tLink\nJane\tDoe\tj@example.org\t{whole}\n"),
            &[("Jane Doe", &link)],
        ),
        (
            "a head without names",
            format!("Timestamp;Mail;Answer\n2026;j@example.org;{whole}\n"),
            &[("", &link)],
        ),
        (
            "a cell of several lines",
            format!("Name,Comment\r\nJane,\"Thanks!\nMine is {whole}\"\r\n"),
            &[("Jane", &link)],
        ),
        (
            "a quote that is never closed",
            format!("Name,Link\n\"Jane,{whole}\nBob,{second}\n"),
            &[("Jane", &link), ("Bob", &other)],
        ),
        (
            "JSON",
            format!(
                "[{{\"name\":\"Jane \\u0022J\\u0022 Doe\",\"link\":\"{whole}\"}},{{\"name\":\"Bob\",\"link\":\"{second}\"}}]"
            ),
            &[("Jane \"J\" Doe", &link), ("Bob", &other)],
        ),
        (
            "a link that is protected",
            format!("Jane: {}", escaped(&link)),
            &[("Jane", &link)],
        ),
        (
            "quoted-printable",
            format!(
                "Jane: https://example.org/result/#{}=\r\n{end}\r\n",
                start.replace('=', "=3D")
            ),
            &[("Jane", &link)],
        ),
        (
            "a broken line",
            format!("Jane: https://example.org/result/#{start}\n{end}\nBye"),
            &[("Jane", &link)],
        ),
        (
            "a broken line of a quoted mail",
            format!("> https://example.org/result/#{start}\n> {end}\n"),
            &[("", &link)],
        ),
        (
            "with what apps add",
            format!("{whole}&utm_source=mail"),
            &[("", &link)],
        ),
    ];
    for (name, text, expected) in rows {
        check(name, text, expected);
    }
}

/// Two results in one link, and one beside the reader's own.
#[test]
fn a_link_with_two_results_is_two_people() {
    let (link, other) = (everything(), other());
    let second = told(&levels(3, 4), Disclosure::Traits);
    for (name, fragment, people) in [
        ("two", format!("{link}/{other}"), 2),
        ("beside one's own", format!("{link}/mine"), 1),
        ("two, protected", format!("{link}%2F{second}"), 2),
    ] {
        let text = format!("Jane https://example.org/result/#{fragment}");
        let sorted = List(find(quiz(), &text)).sorted(quiz());
        assert_eq!(sorted.people.len(), people, "{name}");
        assert_eq!(sorted.aside, [], "{name}");
        let pair = sorted
            .people
            .iter()
            .all(|person| person.notes == [Note::OfTwo]);
        assert_eq!(pair, people == 2, "{name}");
    }
}

#[test]
fn what_is_no_link_of_ours_is_none() {
    for text in [
        "",
        "https://example.org/quiz/",
        "https://example.org/someone/",
        "r=5, t=3 and v=9",
        "x = r=12345",
        "https://example.org/#s=CAAAAAAAAAAAAA",
        "result/",
        "/result",
        "<a href=\"../result/\">",
        "%23",
        "#",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

/// Every way in which a link can be bad is told, and nothing is left out.
#[test]
fn bad_links_are_set_aside_with_the_reason() {
    let whole = everything();
    let seen = seen(&observed());
    let mut rows: Vec<(String, Reason)> = bad_links()
        .into_iter()
        .filter(|(error, _)| *error != CodeError::NotOurs)
        .map(|(error, link)| (format!("#{link}"), Reason::Unreadable(error)))
        .collect();
    rows.extend([
        ("https://example.org/result/".to_owned(), Reason::NoFragment),
        ("https://example.org/result.".to_owned(), Reason::NoFragment),
        (
            "https://example.org/result/#".to_owned(),
            Reason::NoFragment,
        ),
        (format!("#{seen}"), Reason::Observed),
        (format!("#{whole}"), Reason::Same(0)),
        (format!("#{whole}/mine"), Reason::Same(0)),
        ("#r=".to_owned(), Reason::Unreadable(CodeError::CutOff)),
        (
            format!("#r={}", "A".repeat(400)),
            Reason::Unreadable(CodeError::Damaged),
        ),
    ]);
    let texts: Vec<_> = rows.iter().map(|(text, _)| &**text).collect();
    let text = format!("#{whole}\n{}", texts.join("\n\n"));
    let list = List(find(quiz(), &text));
    let sorted = list.sorted(quiz());
    assert_eq!(sorted.people.len(), 1);
    let reasons: Vec<_> = sorted.aside.iter().map(|aside| aside.reason).collect();
    let expected: Vec<_> = rows.iter().map(|(_, reason)| *reason).collect();
    assert_eq!(reasons, expected);
    for Aside { reason, line, .. } in sorted.aside {
        assert!(line.is_some_and(|line| line > 1), "{reason:?}");
        assert!(export::reason(reason).ends_with('.'), "{reason:?}");
    }
}

#[test]
fn who_may_be_there_twice_is_told() {
    let verdict = told(&finished(), Disclosure::Verdict);
    let answers = told(&finished(), Disclosure::Answers);
    let text = format!(
        "Jane #{}\nJANE #{verdict}\nBob #{answers}\nEve #{}",
        everything(),
        other()
    );
    let sorted = List(find(quiz(), &text)).sorted(quiz());
    let notes: Vec<_> = sorted.people.iter().map(|person| &*person.notes).collect();
    let same: &[Note] = &[Note::SameName];
    assert_eq!(notes, [same, same, &[Note::SameAnswers(0)], &[]]);
    assert_eq!(sorted.aside, []);
}

/// What is kept is read again, whatever it was.
#[test]
fn a_list_is_kept_as_lines() {
    let text = format!(
        "Jane #{}\n\nhttps://example.org/result/\n\n李伟: #{}\n\n#r=ABC",
        everything(),
        other()
    );
    let mut list = List(find(quiz(), &text));
    list.rename(1, "  =cmd|' /C calc'!A0\u{202e}\tx ");
    let lines = list.to_lines();
    let again = List::from_lines(&lines);
    let bare = |list: &List| {
        let found = list.0.iter().cloned();
        found
            .map(|each| Found { line: None, ..each })
            .collect::<Vec<_>>()
    };
    assert_eq!(again.0, bare(&list));
    assert_eq!(again.to_lines(), lines);
    list.remove(0);
    list.remove(99);
    list.rename(99, "nobody");
    assert_eq!(list.0.len(), 3);
    assert_eq!(list.0[0].name, "=cmd|' /C calc'!A0 x");
}

#[test]
fn names_are_cleaned_and_kept() {
    let long = "a".repeat(200);
    let cut = format!("{}…", "a".repeat(80));
    for (text, name) in [
        ("  Jane \t Doe\r\n", "Jane Doe"),
        ("ישראל ישראלי", "ישראל ישראלי"),
        ("张伟 👩‍⚕️", "张伟 👩‍⚕️"),
        ("\u{202e}enaJ", "enaJ"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        (&long, &cut),
        ("\u{0}\u{7}", ""),
    ] {
        assert_eq!(clean(text), name);
        assert_eq!(clean(name), name, "twice");
    }
}

fn row(session: &Session, disclosure: Disclosure) -> Row {
    let shared = Shared::of(quiz(), &session.answers, disclosure).expect("a result");
    Row::of(quiz(), &shared).expect("a row")
}

/// A row has the numbers of the page of one result, and no more than the link holds.
#[test]
fn a_row_is_what_the_link_holds() {
    let session = with_two_deal_breakers();
    let overall = fit::score(quiz(), &session.answers).overall.expect("a fit");
    let headline = Headline::of(quiz(), &overall);
    for (place, disclosure) in LEVELS.into_iter().enumerate() {
        let row = row(&session, disclosure);
        assert_eq!(row.headline, Some(headline), "{disclosure:?}");
        assert_eq!(
            row.verdict,
            Verdict::Bands(headline.bands(&quiz().scoring.bands))
        );
        let traits = row
            .traits
            .iter()
            .filter(|(_, score)| score.is_some())
            .count();
        assert_eq!(traits, if place == 0 { 0 } else { 7 }, "{disclosure:?}");
        assert_eq!(row.conditions.is_some(), place > 1, "{disclosure:?}");
        let said_no = row.said(Stance::No).count();
        assert_eq!(said_no, if place > 1 { 2 } else { 0 }, "{disclosure:?}");
        assert_eq!(row.start.is_some(), place > 2, "{disclosure:?}");
    }
    let holds = LEVELS.map(|disclosure| row(&session, disclosure).holds);
    assert_eq!(
        holds,
        [
            Holds::Verdict,
            Holds::Traits,
            Holds::Answers,
            Holds::Everything
        ]
    );
}

/// How charts went is told beside the answers, and is no other result than the answers alone.
#[test]
fn a_row_tells_how_charts_went() {
    let session = finished();
    let summary = Summary::of(&desks::after_two()).expect("charts");
    let text = format!(
        "Jane #{}\nBob #{}\nEve #{OF_NEWER_CHARTS}",
        with_charts(&session),
        told(&session, Disclosure::AnswersAndStart),
    );
    let (people, rows, aside) = both(&text);
    assert_eq!(aside, []);
    let [jane, bob, eve] = &rows[..] else {
        panic!("{rows:?}");
    };
    let charts = jane.charts.expect("charts");
    assert_eq!(charts.seen, 2);
    assert_eq!(charts.wanted, summary.tally().wanted);
    assert_eq!(charts.found, summary.tally().found);
    assert_eq!(charts.unsupported, summary.tally().unsupported);
    assert_eq!(charts.another, summary.another());
    assert_eq!(
        Row {
            charts: None,
            has_charts: false,
            ..jane.clone()
        },
        *bob
    );
    assert_eq!(people[1].notes, [Note::SameAnswers(0)]);
    assert_eq!((eve.charts, eve.holds), (None, Holds::Everything));
    // What cannot be read is not passed over either.
    let newer = "in a newer form, which this version cannot read";
    assert_eq!(group::charts(eve).as_deref(), Some(newer));
    let holds = [jane, bob, eve].map(group::holds);
    let with = "all answers, the starting point, and how charts went";
    assert_eq!(holds, [with, "all answers and the starting point", with]);
    let alone = Shared::everything(&session.answers.without_start(), &summary);
    let alone = Row::of(quiz(), &alone).expect("a row");
    assert_eq!(group::holds(&alone), "all answers, and how charts went");

    let all: Vec<_> = people.iter().zip(&rows).collect();
    let by_charts = Order {
        column: Column::Charts,
        descending: true,
    };
    assert_eq!(shown(&all, &[], Some(by_charts)), [0, 1, 2]);
    let csv = export::csv(quiz(), "", &all);
    let mut read = csv::Reader::from_reader(csv.as_bytes());
    let place = read
        .headers()
        .expect("heads")
        .iter()
        .position(|head| head == "charts");
    let place = place.expect("a column");
    let cells: Vec<_> = read
        .records()
        .map(|record| record.expect("a record")[place].to_owned())
        .collect();
    let went = format!("2 charts: {} of {} codes", charts.found, charts.wanted);
    assert!(cells[0].starts_with(&went), "{cells:?}");
    assert_eq!(cells[1..], ["", newer]);
    let json: serde_json::Value =
        serde_json::from_str(&export::json(quiz(), "", &all, &[])).expect("JSON");
    assert_eq!(json["people"][0]["charts"], *cells[0]);
    assert!(json["people"][1]["charts"].is_null());
}

/// Where the page of one result shows no score, no table does.
#[test]
fn a_result_that_is_held_back_has_no_number() {
    let held = row(&careless(), Disclosure::Answers);
    assert_eq!((held.verdict, held.headline), (Verdict::HeldBack, None));
    assert!(held.traits.iter().all(|(_, score)| score.is_none()));
    assert!(held.is_uncertain());
    let little = row(&unsure(), Disclosure::Answers);
    assert_eq!(
        (little.verdict, little.headline),
        (Verdict::TooLittle, None)
    );
    assert!(row(&uncertain(), Disclosure::Answers).is_uncertain());
    assert!(!row(&levels(5, 5), Disclosure::Traits).is_uncertain());
    assert_eq!(Row::of(quiz(), &Shared::Observed(observed().answers)), None);
}

/// Known figures: R's `quantile(x)`, which is its type 7.
#[test]
fn quartiles_are_those_of_r() {
    for (numbers, expected) in [
        (&[7_u8][..], [7.0, 7.0, 7.0, 7.0, 7.0]),
        (&[1, 2], [1.0, 1.25, 1.5, 1.75, 2.0]),
        (&[1, 2, 3, 4], [1.0, 1.75, 2.5, 3.25, 4.0]),
        (&[3, 1, 2, 5, 4], [1.0, 2.0, 3.0, 4.0, 5.0]),
        (&[10, 20, 30, 40, 50, 60], [10.0, 22.5, 35.0, 47.5, 60.0]),
        (&[0, 100, 100, 100], [0.0, 75.0, 100.0, 100.0, 100.0]),
        (
            &[12, 47, 38, 59, 61, 61, 90],
            [12.0, 42.5, 59.0, 61.0, 90.0],
        ),
    ] {
        let spread = Spread::of(numbers.iter().copied()).expect("numbers");
        let five = [spread.min, spread.q1, spread.median, spread.q3, spread.max];
        assert_eq!(five, expected, "{numbers:?}");
        assert_eq!(spread.count, numbers.len());
    }
    assert_eq!(Spread::of([].into_iter()), None);
}

fn condition(id: &str) -> ConditionId {
    let mut ids = quiz().condition_ids();
    ids.find(|each| quiz().condition(*each).id == id)
        .expect("a condition")
}

/// A group as it is sorted and filtered: names, with rows.
fn group() -> (Vec<Person>, Vec<Row>) {
    let mut clinical = levels(4, 4);
    let background = quiz().start_ids().nth(1).expect("a question");
    clinical
        .answers
        .set_start(background, Some(StartAnswer::Option(2)));
    let mut no_targets = levels(3, 4);
    no_targets
        .answers
        .set_condition(condition("target"), Some(Stance::No));
    let text = [
        ("Mia", told(&levels(5, 5), Disclosure::Traits)),
        ("", told(&uncertain(), Disclosure::Answers)),
        ("amir", told(&clinical, Disclosure::AnswersAndStart)),
        ("Zoe", told(&no_targets, Disclosure::Answers)),
        ("Ben", told(&levels(1, 1), Disclosure::Verdict)),
    ]
    .map(|(name, link)| format!("{name} https://example.org/result/#{link}\n"))
    .concat();
    let sorted = List(find(quiz(), &text)).sorted(quiz());
    let rows = sorted
        .people
        .iter()
        .map(|person| Row::of(quiz(), &person.shared).expect("a row"));
    let rows = rows.collect();
    (sorted.people, rows)
}

#[test]
fn a_group_is_sorted_and_filtered() {
    let (people, rows) = group();
    let both: Vec<_> = people.iter().zip(&rows).collect();
    let clinical = {
        let question = quiz().start_ids().nth(1).expect("a question");
        let any = quiz().start_question(question);
        assert_eq!(any.options[2].id, "clinical");
        let asked_of = quiz().start_ids().find_map(|id| {
            let of = &quiz().start_question(id).asked_of;
            of.iter()
                .find(|option| option.question == question && option.option == 2)
                .copied()
        });
        asked_of.expect("an option that others refer to")
    };
    let by = |column, descending| Some(Order { column, descending });
    for (name, filters, order, expected) in [
        (
            "as they came",
            vec![],
            None,
            &["Mia", "", "amir", "Zoe", "Ben"][..],
        ),
        (
            "by name",
            vec![],
            by(Column::Name, false),
            &["amir", "Ben", "Mia", "Zoe", ""],
        ),
        (
            "by name, turned",
            vec![],
            by(Column::Name, true),
            &["Zoe", "Mia", "Ben", "amir", ""],
        ),
        (
            "by range",
            vec![],
            by(Column::Range, true),
            &["Mia", "amir", "Zoe", "", "Ben"],
        ),
        (
            "by a trait",
            vec![],
            by(Column::Trait(TraitId::T1), true),
            &["Mia", "", "amir", "Zoe", "Ben"],
        ),
        (
            "by no, unknown last",
            vec![],
            by(Column::No, true),
            &["Zoe", "", "amir", "Mia", "Ben"],
        ),
        (
            "no to targets",
            vec![Filter::No(condition("target"))],
            None,
            &["Zoe"],
        ),
        (
            "no to either",
            vec![
                Filter::No(condition("target")),
                Filter::No(condition("screen")),
            ],
            None,
            &["Zoe"],
        ),
        (
            "a background",
            vec![Filter::Start(clinical)],
            None,
            &["amir"],
        ),
        (
            "a background and a no",
            vec![Filter::Start(clinical), Filter::No(condition("target"))],
            None,
            &[],
        ),
        ("uncertain", vec![Filter::Uncertain], None, &[""]),
        ("holds less", vec![Filter::HoldsLess], None, &["Mia", "Ben"]),
    ] {
        let places = shown(&both, &filters, order);
        let names: Vec<_> = places.iter().map(|place| &*people[*place].name).collect();
        assert_eq!(names, expected, "{name}");
    }
}

#[test]
fn what_stands_out_becomes_a_question() {
    let about = |row: &Row| -> Vec<String> {
        let questions = talk::with_person(quiz(), row).into_iter();
        questions.map(|question| question.about).collect()
    };
    let no = about(&row(&with_one_deal_breaker(), Disclosure::Answers));
    assert!(no[0].starts_with("Said no to "), "{no:?}");
    let low = about(&row(&levels(1, 1), Disclosure::Traits));
    assert!(
        low[0].starts_with("Furthest from what the work asks for: "),
        "{low:?}"
    );
    let held = about(&row(&careless(), Disclosure::Answers));
    assert!(held[0].starts_with("The result is held back"), "{held:?}");
    let verdict = about(&row(&levels(5, 5), Disclosure::Verdict));
    assert_eq!(verdict.len(), 1, "{verdict:?}");

    let rows = [1, 1, 5, 5].map(|level| row(&levels(level, level), Disclosure::Answers));
    let rows: Vec<_> = rows.iter().collect();
    let spreads = PerTrait::from_fn(|id| {
        Spread::of(rows.iter().filter_map(|row| Some(row.traits[id]?.score)))
    });
    let questions = talk::with_group(quiz(), &spreads, &rows);
    let apart: Vec<_> = questions.iter().map(|question| &*question.about).collect();
    assert!(apart[0].starts_with("You differ most on "), "{apart:?}");
    let alike = PerTrait::from_fn(|_| Spread::of([60, 60, 61].into_iter()));
    assert_eq!(talk::with_group(quiz(), &alike, &[]), []);
}

/// Whatever a person says no to becomes a question, and each has its own.
#[test]
fn every_condition_and_every_trait_has_its_questions() {
    let mut answers = finished().answers;
    for id in quiz().condition_ids() {
        answers.set_condition(id, Some(Stance::No));
    }
    let row = Row::of(quiz(), &Shared::Answers(answers)).expect("a row");
    let mut asked: Vec<_> = talk::with_person(quiz(), &row)
        .into_iter()
        .filter(|question| question.about.starts_with("Said no to "))
        .map(|question| question.ask)
        .collect();
    assert_eq!(asked.len(), quiz().condition_ids().count());
    let first = Spread::of([0, 50, 100].into_iter());
    for id in TraitId::ALL {
        let spreads = PerTrait::from_fn(|each| first.filter(|_| each == id));
        let questions = talk::with_group(quiz(), &spreads, &[]);
        let name = &quiz().traits[id].short;
        assert_eq!(questions[0].about, format!("You differ most on {name}."),);
        asked.push(questions[0].ask);
        for pull in [-9.0, 9.0] {
            let mut row = row.clone();
            row.conditions = None;
            row.pulls = PerTrait::from_fn(|each| (each == id).then_some(pull));
            let questions = talk::with_person(quiz(), &row);
            let mut about = questions
                .iter()
                .filter(|each| each.about.ends_with(&format!(": {name}.")));
            asked.push(about.next().expect("a question").ask);
        }
    }
    let all = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), all, "two ask the same");
}

#[test]
fn no_cell_begins_a_formula() {
    for (text, safe) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("Jane", "Jane"),
        ("1-2", "1-2"),
        ("", ""),
    ] {
        assert_eq!(export::guarded(text), safe, "{text:?}");
    }
}

/// All that a text has, as the rows of a table would have it.
fn both(text: &str) -> (Vec<Person>, Vec<Row>, Vec<Aside>) {
    let sorted = List(find(quiz(), text)).sorted(quiz());
    let rows = sorted
        .people
        .iter()
        .map(|person| Row::of(quiz(), &person.shared).expect("a row"));
    let rows = rows.collect();
    (sorted.people, rows, sorted.aside)
}

const HOSTILE: [&str; 8] = [
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "+cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)>",
    "Doe, \"Jane\"; J.",
    "@SUM(1;2)",
    "محمد علي",
    "-2+3",
    "O'Neil",
];

/// Read back by a reader that somebody else wrote.
#[test]
fn csv_is_read_by_others() {
    let mut list = List::default();
    for (place, name) in HOSTILE.into_iter().enumerate() {
        let level = u8::try_from(place % 5 + 1).expect("a level");
        let disclosure = LEVELS[place % 4];
        let session = levels(level, u8::try_from(place / 5 + 2).expect("a level"));
        list.add(vec![Found {
            name: clean(name),
            link: told(&session, disclosure),
            line: None,
        }]);
    }
    let sorted = list.sorted(quiz());
    assert_eq!(sorted.aside, []);
    let rows: Vec<_> = sorted
        .people
        .iter()
        .filter_map(|person| Row::of(quiz(), &person.shared))
        .collect();
    let people: Vec<_> = sorted.people.iter().zip(&rows).collect();
    let site = "https://example.org/fit/";
    let text = export::csv(quiz(), site, &people);
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let expected = export::heads(quiz());
    let names: Vec<_> = expected.iter().map(|head| &*head.name).collect();
    assert_eq!(heads.iter().collect::<Vec<_>>(), names);
    let records: Vec<_> = reader
        .records()
        .map(|record| record.expect("a record"))
        .collect();
    assert_eq!(records.len(), HOSTILE.len());
    for ((record, name), (person, row)) in records.iter().zip(HOSTILE).zip(&people) {
        let cell = |name: &str| {
            let place = heads
                .iter()
                .position(|head| head == name)
                .expect("a column");
            &record[place]
        };
        assert_eq!(cell("name").trim_start_matches('\''), name);
        assert_eq!(
            cell("fit").parse().ok(),
            row.headline.map(|headline| headline.fit),
            "{name}"
        );
        assert_eq!(
            cell("T7_high").parse().ok(),
            row.traits[TraitId::T7].map(|score| score.high),
            "{name}"
        );
        assert_eq!(cell("link"), format!("{site}result/#{}", person.link));
        assert_eq!(cell("about_the_numbers"), export::about());
        for cell in record {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
    }
    // What was given out is taken in again, with names and links.
    let again = List(find(quiz(), &text)).sorted(quiz());
    let links = |people: &[Person]| {
        people
            .iter()
            .map(|each| each.link.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(links(&again.people), links(&sorted.people));
    // The clipboard has no quotes to lose, so its rows are lines.
    let table = export::tsv(quiz(), site, &people);
    assert_eq!(table.lines().count(), HOSTILE.len() + 1);
    let cells = table.lines().map(|line| line.split('\t').count());
    assert!(cells.into_iter().all(|count| count == names.len()));
}

#[test]
fn json_says_what_each_value_is() {
    let text = format!(
        "Jane <b> \"J\" #{}\n\n#r=ABC\n\nBob #{}",
        everything(),
        other()
    );
    let (people, rows, aside) = both(&text);
    let both: Vec<_> = people.iter().zip(&rows).collect();
    let text = export::json(quiz(), "", &both, &aside);
    let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let person = read["people"][0].as_object().expect("a person");
    let legend = read["legend"].as_object().expect("a legend");
    assert!(person.keys().all(|key| legend.contains_key(key)));
    assert_eq!(person.len(), legend.len());
    let fit = rows[0].headline.expect("a headline").fit;
    assert_eq!(person["fit"], fit);
    assert_eq!(read["people"][1]["said_no"], serde_json::Value::Null);
    assert_eq!(read["without_a_row"].as_array().map(Vec::len), Some(1));
    // It is taken in again.
    let again = List(find(quiz(), &text)).sorted(quiz());
    let names = |people: &[Person]| {
        people
            .iter()
            .map(|each| each.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&again.people), names(&people));
}

#[test]
fn files_of_every_kind_are_read_or_told() {
    let name = "José;x";
    let windows: Vec<u8> = name.chars().map(|letter| u32::from(letter) as u8).collect();
    let wide = |order: fn(u16) -> [u8; 2]| name.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let little = [&[0xff, 0xfe][..], &wide(u16::to_le_bytes)].concat();
    let big = [&[0xfe, 0xff][..], &wide(u16::to_be_bytes)].concat();
    for (kind, bytes, expected) in [
        ("UTF-8", name.as_bytes().to_vec(), Ok(name)),
        (
            "UTF-8, marked",
            [b"\xef\xbb\xbf", name.as_bytes()].concat(),
            Ok(name),
        ),
        ("Windows-1252", windows, Ok(name)),
        ("UTF-16", little, Ok(name)),
        ("UTF-16, turned", big, Ok(name)),
        ("UTF-16, cut", vec![0xff, 0xfe, b'a'], Ok("")),
        ("euro sign", vec![0x80], Ok("€")),
        ("nothing", vec![], Ok("")),
        (
            "a workbook",
            b"PK\x03\x04rest".to_vec(),
            Err(NoText::Packed),
        ),
        (
            "an old workbook",
            vec![0xd0, 0xcf, 0x11, 0xe0],
            Err(NoText::Packed),
        ),
        ("a PDF", b"%PDF-1.7".to_vec(), Err(NoText::Pdf)),
        ("a picture", b"\x89PNG\0\0".to_vec(), Err(NoText::Other)),
        (
            "too much",
            vec![b'a'; MOST_BYTES + 1],
            Err(NoText::TooLarge),
        ),
    ] {
        let text = decode(&bytes);
        assert_eq!(text.as_deref().map_err(|error| *error), expected, "{kind}");
    }
}

/// A person who does not exist: the name, how the seven traits are answered, the conditions that got
/// a "no", the options of the starting point, and how much the link holds.
type Invented = (
    &'static str,
    [u8; 7],
    &'static [&'static str],
    [u8; 6],
    Disclosure,
);

const INVENTED: [Invented; 12] = {
    use Disclosure::{Answers, AnswersAndStart, Traits, Verdict};
    [
        (
            "Amara",
            [5, 4, 4, 5, 3, 5, 4],
            &[],
            [2, 1, 0, 1, 1, 2],
            AnswersAndStart,
        ),
        (
            "Bao",
            [4, 5, 3, 4, 2, 4, 5],
            &["target"],
            [1, 0, 0, 0, 2, 1],
            AnswersAndStart,
        ),
        (
            "Carmen",
            [3, 2, 5, 3, 4, 4, 1],
            &["alone"],
            [3, 2, 0, 1, 1, 3],
            AnswersAndStart,
        ),
        (
            "Dmitri",
            [2, 3, 2, 2, 5, 2, 4],
            &["audit", "screen"],
            [4, 1, 0, 2, 1, 0],
            AnswersAndStart,
        ),
        (
            "Esther",
            [4, 4, 5, 4, 3, 5, 3],
            &[],
            [3, 2, 2, 1, 2, 2],
            AnswersAndStart,
        ),
        (
            "Farid",
            [5, 3, 4, 5, 4, 4, 4],
            &["remote"],
            [2, 3, 1, 2, 0, 1],
            AnswersAndStart,
        ),
        (
            "Grace",
            [3, 3, 3, 4, 2, 5, 3],
            &["target"],
            [1, 0, 0, 0, 1, 0],
            Answers,
        ),
        ("Hana", [4, 5, 4, 3, 3, 3, 5], &[], [0; 6], Answers),
        (
            "Isaac",
            [1, 2, 2, 1, 3, 3, 2],
            &["target", "change"],
            [0, 0, 0, 1, 0, 0],
            AnswersAndStart,
        ),
        ("Jun", [4, 3, 4, 4, 5, 3, 4], &[], [0; 6], Traits),
        ("Kateri", [5, 5, 4, 4, 3, 4, 5], &[], [0; 6], Verdict),
        (
            "Luis",
            [3, 4, 3, 3, 3, 4, 2],
            &["screen"],
            [2, 4, 3, 3, 2, 3],
            AnswersAndStart,
        ),
    ]
};

/// The text of the example: two links go wrong as they do.
fn example() -> String {
    let mut text = String::new();
    for (seed, (name, traits, no, start, disclosure)) in INVENTED.iter().enumerate() {
        let mut answers = Answers::none(quiz());
        for (place, id) in quiz().stage_ids(Stage::Quick).enumerate() {
            let item = quiz().item(id);
            let level = traits[item.trait_id as usize] + [0, 1, 2, 1][(place * 5 + seed) % 4];
            let level = Level::new(level.saturating_sub(1).clamp(1, 5)).expect("a level");
            answers.set_item(id, Some(Response::Level(level.keyed(item.reversed))));
        }
        for (place, id) in quiz().condition_ids().enumerate() {
            let stance = match no.contains(&&*quiz().condition(id).id) {
                true => Stance::No,
                false if (place + seed) % 4 == 0 => Stance::Hard,
                false => Stance::Fine,
            };
            answers.set_condition(id, Some(stance));
        }
        for (id, option) in quiz().start_ids().zip(start) {
            answers.set_start(id, Some(StartAnswer::Option(*option)));
        }
        let shared = Shared::of(quiz(), &answers, *disclosure).expect("a result");
        let link = share::print(quiz(), &shared);
        text += &format!("{name}, https://example.org/result/#{link}\n");
        if *name == "Carmen" {
            text += &format!("Carmen (sent it again), https://example.org/result/#{link}\n");
        }
    }
    text += "Mateo, https://example.org/result/\n";
    let (_, cut) = bad_links()
        .into_iter()
        .find(|(error, _)| *error == CodeError::CutOff)
        .expect("one");
    text += &format!("Noor, https://example.org/result/#{cut}\n");
    text
}

#[test]
fn the_example_is_of_this_edition() {
    let example = example();
    assert_eq!(
        EXAMPLE, example,
        "EXAMPLE in src/group/example.rs is to be:\n{example}"
    );
    let (people, rows, aside) = both(EXAMPLE);
    assert_eq!((people.len(), rows.len(), aside.len()), (12, 12, 3));
    assert!(rows.iter().all(|row| row.verdict != Verdict::HeldBack));
}

/// Ten thousand lines of rubbish, with one link in them.
#[test]
fn rubbish_hides_no_link() {
    let mut text = String::new();
    for line in 0..10_000 {
        text += &format!("{line},\"=r=x\",#,%23,r=,t=;v= o=\t#q={line}, ;\"\n");
        if line == 7_000 {
            text += &format!("Jane #{}\n", everything());
        }
    }
    let (people, _, aside) = both(&text);
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].line, Some(7_002));
    assert_eq!(aside, []);
}

proptest! {
    /// Any text is read without a panic, and each link comes out once, as people or aside.
    #[test]
    fn nothing_is_left_out(
        pieces in prop::collection::vec(
            prop_oneof![
                Just("#r=".to_owned()), Just("%23t%3D".to_owned()), Just("=\r\n".to_owned()),
                Just("\n> ".to_owned()), Just("\"".to_owned()), Just("name,link\n".to_owned()),
                Just("https://x.example/result/".to_owned()), Just("/mine".to_owned()),
                Just("From: ".to_owned()), Just("<a href=\"".to_owned()), Just("\"name\":\"\\".to_owned()),
                Just(everything()), Just(other()), "\\PC{0,12}", "[A-Za-z0-9_-]{0,40}",
            ],
            0..24,
        ),
    ) {
        let text = pieces.concat();
        let list = List(find(quiz(), &text));
        let sorted = list.sorted(quiz());
        let mut places: Vec<_> = sorted.people.iter().map(|person| person.place).collect();
        places.extend(sorted.aside.iter().map(|aside| aside.place));
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places, (0..list.0.len()).collect::<Vec<_>>());
        let again = List::from_lines(&list.to_lines());
        prop_assert_eq!(again.to_lines(), list.to_lines());
        for found in &list.0 {
            prop_assert_eq!(clean(&found.name), found.name.clone());
        }
    }

    /// Whatever stands around a link, it is found.
    #[test]
    fn a_link_is_found_between_other_words(answers in any_answers(), before in "[^\\n]{0,40}", after in "[ \\n)>\",].{0,40}") {
        let link = share::print(quiz(), &Shared::Answers(answers));
        let text = format!("{before} https://example.org/result/#{link}{after}");
        let found = found(&text);
        prop_assert!(found.iter().any(|(_, each)| *each == link), "{text:?}: {found:?}");
    }

    /// No name makes a cell that a spreadsheet runs, or a table that others read otherwise.
    #[test]
    fn any_name_is_given_out_whole(name in "\\PC{0,30}|[=+@\t\r\n\"',;-]{1,5}.{0,9}") {
        let mut list = List::default();
        list.add(vec![Found { name: clean(&name), link: everything(), line: None }]);
        let sorted = list.sorted(quiz());
        let row = Row::of(quiz(), &sorted.people[0].shared).expect("a row");
        let people = [(&sorted.people[0], &row)];
        let text = export::csv(quiz(), "", &people);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let record = reader.records().next().expect("a record").expect("a readable one");
        let cell = &record[0];
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        let guarded = ["'", &list.0[0].name].concat();
        prop_assert!([&list.0[0].name, &guarded].contains(&&cell.to_owned()));
        let json = export::json(quiz(), "", &people, &[]);
        let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let given = read["people"][0]["name"].as_str().unwrap_or_default();
        prop_assert_eq!(given, &list.0[0].name);
    }
}
