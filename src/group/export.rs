//! The rows of a group, given out: CSV, a table for spreadsheets, and JSON.
//!
//! Each of them says what its numbers are: CSV and the table in a column of their own, JSON in a
//! `legend`. A name that a spreadsheet could take for a formula gets an apostrophe in front, as it is
//! somebody else's text that would be run there.

use super::list::{Aside, Note, Person, Reason};
use super::row::{Row, Verdict};
use super::words;
use crate::answers::Stance;
use crate::content::{Quiz, TraitId};
use crate::say::rows as say;
use crate::share::CodeError;

/// What every number is, in one cell.
pub fn about() -> &'static str {
    say::about()
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    None,
    /// A whole number.
    Number(u32),
    /// Words.
    Text(String),
}

impl Value {
    fn number(number: Option<impl Into<u32>>) -> Self {
        number.map_or(Self::None, |number| Self::Number(number.into()))
    }

    fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::None, |text| Self::Text(text.into()))
    }
}

/// A column: its name, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The name, in letters, digits and `_`. It is the same in every language, as programs look for it.
    pub name: String,
    /// What stands in it, with its unit or its range.
    pub meaning: String,
}

/// The columns, in their order.
pub fn heads(quiz: &Quiz) -> Vec<Head> {
    let mut heads = Vec::new();
    let mut add = |name: &str, meaning: &str| {
        heads.push(Head {
            name: name.to_owned(),
            meaning: meaning.to_owned(),
        });
    };
    add("name", say::name_means());
    add("verdict", say::verdict_means());
    add("fit", say::fit_means());
    add("fit_low", say::low_means());
    add("fit_high", say::high_means());
    for (id, each) in quiz.traits.iter() {
        let code = id.code();
        add(code, &say::trait_means(&each.name));
        add(&[code, "_low"].concat(), say::low_means());
        add(&[code, "_high"].concat(), say::high_means());
    }
    add("held_down_by", say::held_down_by_means());
    add("said_no", say::said_no_means());
    add("would_be_hard", say::would_be_hard_means());
    for id in quiz.start_ids() {
        let question = quiz.start_question(id);
        add(&["start_", &question.id].concat(), &question.text);
    }
    add("checking_task", say::checking_task_means());
    add("charts", say::charts_means());
    add("link_holds", say::link_holds_means());
    add("look_twice", say::look_twice_means());
    add("link", say::link_means());
    add("about_the_numbers", say::about_the_numbers_means());
    heads
}

/// A person's values, one for each of the [`heads`]. `site` is the site's root as a whole address,
/// or empty.
pub fn values(quiz: &Quiz, site: &str, person: &Person, row: &Row) -> Vec<Value> {
    let mut values = vec![
        Value::text(Some(&*person.name).filter(|name| !name.is_empty())),
        Value::text(Some(words::verdict(row.verdict))),
        Value::number(row.headline.map(|headline| headline.fit)),
        Value::number(row.headline.map(|headline| headline.low)),
        Value::number(row.headline.map(|headline| headline.high)),
    ];
    for id in TraitId::ALL {
        let score = row.traits[id];
        values.push(Value::number(score.map(|score| score.score)));
        values.push(Value::number(score.map(|score| score.low)));
        values.push(Value::number(score.map(|score| score.high)));
    }
    let gated = row.gated.iter().map(|id| &*quiz.traits[*id].short);
    let gated = gated.collect::<Vec<_>>().join("; ");
    values.push(Value::text(row.headline.map(|_| gated)));
    for stance in [Stance::No, Stance::Hard] {
        values.push(Value::text(words::conditions(quiz, row, stance)));
    }
    for id in quiz.start_ids() {
        values.push(Value::text(words::start(quiz, row, id)));
    }
    let task = row
        .task
        .map(|task| say::task(task.right().into(), task.wrong().into()));
    values.push(Value::text(task));
    values.push(Value::text(words::charts(row)));
    values.push(Value::text(Some(words::holds(row))));
    values.push(Value::Text(look_twice(person, row)));
    values.push(Value::Text(address(site, &person.link)));
    values.push(Value::text(Some(about())));
    values
}

/// The address of a result.
pub fn address(site: &str, link: &str) -> String {
    match site {
        "" => ["#", link].concat(),
        site => [site, "result/#", link].concat(),
    }
}

/// What to know about a row, as short sentences; empty where there is nothing.
pub fn look_twice(person: &Person, row: &Row) -> String {
    let mut said: Vec<String> = person.notes.iter().map(note).collect();
    if row.verdict != Verdict::HeldBack && !row.flags.is_empty() {
        said.push(say::weak_sign().to_owned());
    }
    said.join(" ")
}

fn note(note: &Note) -> String {
    match note {
        Note::SameName => say::same_name().to_owned(),
        Note::SameAnswers(place) => say::same_answers(place + 1),
        Note::OfTwo => say::of_two().to_owned(),
    }
}

/// Why a link has no row, as sentences.
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::Unreadable(error) => match error {
            CodeError::Damaged => say::damaged(),
            CodeError::CutOff => say::cut_off(),
            CodeError::Older => say::older(),
            CodeError::Newer => say::newer(),
            CodeError::NotOurs => say::not_ours(),
        }
        .to_owned(),
        Reason::NoFragment => say::no_fragment().to_owned(),
        Reason::Same(place) => say::same_link(place + 1),
        Reason::Observed => say::observed().to_owned(),
    }
}

/// The rows as CSV by RFC 4180.
pub fn csv(quiz: &Quiz, site: &str, people: &[(&Person, &Row)]) -> String {
    table(quiz, site, people, ",", "\r\n", in_csv)
}

/// The rows as a table that spreadsheets take from the clipboard.
pub fn tsv(quiz: &Quiz, site: &str, people: &[(&Person, &Row)]) -> String {
    table(quiz, site, people, "\t", "\n", in_tsv)
}

fn table(
    quiz: &Quiz,
    site: &str,
    people: &[(&Person, &Row)],
    between: &str,
    end: &str,
    cell: fn(&str) -> String,
) -> String {
    let heads: Vec<_> = heads(quiz).into_iter().map(|head| head.name).collect();
    let mut text = heads.join(between) + end;
    for (person, row) in people {
        for (place, value) in values(quiz, site, person, row).into_iter().enumerate() {
            if place > 0 {
                text += between;
            }
            match value {
                Value::None => {}
                Value::Number(number) => text += &number.to_string(),
                Value::Text(value) => text += &cell(&guarded(&value)),
            }
        }
        text += end;
    }
    text
}

/// A text that no spreadsheet runs: an apostrophe in front makes it a text again.
pub fn guarded(text: &str) -> String {
    // Some spreadsheets pass over blanks, and some take wide signs of other scripts for theirs.
    let starts = |letter: char| "=+-@\t\r\n＝＋－＠|%".contains(letter);
    let is_formula = text.starts_with(starts) || text.trim_start().starts_with(starts);
    match is_formula {
        true => ["'", text].concat(),
        false => text.to_owned(),
    }
}

fn in_csv(text: &str) -> String {
    let is_plain = !text.contains(['"', ',', '\n', '\r', ';', '\t']) && text.trim() == text;
    match is_plain {
        true => text.to_owned(),
        false => ["\"", &text.replace('"', "\"\""), "\""].concat(),
    }
}

fn in_tsv(text: &str) -> String {
    text.replace(['\t', '\r', '\n'], " ").replace('"', "”")
}

/// The rows, the links without a row, and what each value is, as JSON (RFC 8259). Each row is on a
/// line of its own.
pub fn json(quiz: &Quiz, site: &str, people: &[(&Person, &Row)], aside: &[Aside]) -> String {
    let heads = heads(quiz);
    let last = heads.len().saturating_sub(1);
    let legend = heads
        .get(..last)
        .unwrap_or_default()
        .iter()
        .map(|head| ["\n    ", &quoted(&head.name), ": ", &quoted(&head.meaning)].concat());
    let legend: Vec<_> = legend.collect();
    let rows: Vec<_> = people
        .iter()
        .map(|(person, row)| ["\n    ", &json_row(quiz, site, person, row)].concat())
        .collect();
    let aside: Vec<_> = aside
        .iter()
        .map(|each| ["\n    ", &json_aside(each)].concat())
        .collect();
    [
        "{\n  \"about\": ",
        &quoted(about()),
        ",\n  \"legend\": {",
        &legend.join(","),
        "\n  },\n  \"people\": [",
        &rows.join(","),
        "\n  ],\n  \"without_a_row\": [",
        &aside.join(","),
        "\n  ]\n}\n",
    ]
    .concat()
}

/// A row as one JSON object on one line. What is not known is `null`.
pub fn json_row(quiz: &Quiz, site: &str, person: &Person, row: &Row) -> String {
    let heads = heads(quiz);
    let values = values(quiz, site, person, row);
    let fields = heads.iter().zip(values);
    // What the numbers are is told once for all rows.
    let fields = fields.filter(|(head, _)| head.name != "about_the_numbers");
    let fields = fields.map(|(head, value)| {
        let value = match value {
            Value::None => "null".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => quoted(&text),
        };
        [&quoted(&head.name), ":", &*value].concat()
    });
    ["{", &fields.collect::<Vec<_>>().join(","), "}"].concat()
}

/// A link without a row as one JSON object on one line.
pub fn json_aside(aside: &Aside) -> String {
    let line = aside
        .line
        .map_or_else(|| "null".to_owned(), |line| line.to_string());
    [
        "{\"name\":",
        &quoted(&aside.name),
        ",\"line\":",
        &line,
        ",\"link\":",
        &quoted(&["#", &aside.link].concat()),
        ",\"reason\":",
        &quoted(&reason(aside.reason)),
        "}",
    ]
    .concat()
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            // Two that old programs take for the end of a line, and what begins an element of HTML.
            '\u{2028}' | '\u{2029}' | '<' => quoted += &escape(letter),
            letter if letter.is_control() => quoted += &escape(letter),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn escape(letter: char) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let number = u32::from(letter);
    let digits = [12, 8, 4, 0].map(|shift| {
        let digit = (number >> shift & 15) as usize;
        DIGITS.get(digit).map_or('0', |digit| char::from(*digit))
    });
    digits.iter().fold("\\u".to_owned(), |text, digit| {
        text + digit.to_string().as_str()
    })
}
