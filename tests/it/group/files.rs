//! Files that are read, and files that are given out.

use career_fit::builtin::quiz;
use career_fit::content::TraitId;
use career_fit::group::{
    Found, List, MOST_BYTES, NoText, Person, Row, clean, decode, export, find,
};
use proptest::prelude::*;

use super::{both, everything, other};
use crate::examples::quizzes::levels;
use crate::examples::{LEVELS, told};

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

proptest! {
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
