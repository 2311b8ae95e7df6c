//! What the table of a group shows, its order and its filters.

use career_fit::answers::{Stance, StartAnswer};
use career_fit::builtin::quiz;
use career_fit::charts::Summary;
use career_fit::content::{ConditionId, TraitId};
use career_fit::fit::{self, Headline};
use career_fit::group::{
    self, Column, Filter, Holds, List, Note, Order, Person, Row, Spread, Verdict, export, find,
    shown,
};
use career_fit::share::{Disclosure, Shared};

use super::{both, row};
use crate::examples::quizzes::{
    careless, finished, levels, observed, uncertain, unsure, with_two_deal_breakers,
};
use crate::examples::{LEVELS, OF_NEWER_CHARTS, desks, told, with_charts};

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
