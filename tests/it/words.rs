//! Words are data: how messages are read, and that no word stands outside of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use career_fit::builtin::{content, quiz};
use career_fit::content::PerTrait;
use career_fit::group::export::{self, Value};
use career_fit::group::{List, Person, Row, Sorted, Spread, talk};
use career_fit::plan::calendar::Day;
use career_fit::plan::{brief, ics, plan, text};
use career_fit::share::{Disclosure, Shared};
use career_fit::ui::{card, words};
use scraper::{ElementRef, Selector};

use crate::examples::pseudo::{Language, Written, every_page, speaking};
use crate::examples::{group_of_all_kinds, quizzes};
use crate::html::{parse, select, texts};

#[path = "../../build/functions.rs"]
mod functions;
#[path = "../../build/message.rs"]
mod message;

/// What a message becomes, in one line.
fn written(message: &str) -> String {
    let said = message::parse(message).and_then(|parts| functions::function("f", message, &parts));
    let code = match said {
        Ok(code) => code,
        Err(problem) => return problem.to_string(),
    };
    let lines = code.lines().map(str::trim);
    let lines: Vec<_> = lines.filter(|line| !line.starts_with("///")).collect();
    lines.join(" ").trim().replace("super::", "")
}

#[test]
fn messages_become_functions() {
    for (message, code) in [
        (
            "Start again",
            r#"pub fn f() -> &'static str { said("Start again") }"#,
        ),
        (
            "It's '{'here'}', isn''t it?",
            r#"pub fn f() -> &'static str { said("It's {here}, isn't it?") }"#,
        ),
        (
            "{name}: {what}.",
            r#"pub fn f(name: &str, what: &str) -> String { [name, said(": "), what, said(".")].concat() }"#,
        ),
        // The order of the values is that of the alphabet, whatever the sentence does.
        (
            "{to} and before that {from}",
            r#"pub fn f(from: &str, to: &str) -> String { [to, said(" and before that "), from].concat() }"#,
        ),
        (
            "{n, number} of {of, number}",
            r#"pub fn f(n: usize, of: usize) -> String { [&*n.to_string(), said(" of "), &*of.to_string()].concat() }"#,
        ),
        (
            "{n, plural, =0 {None} one {# chart} other {# charts}}, made up",
            r#"pub fn f(n: usize) -> String { match n { 0 => { said("None, made up").to_owned() } 1 => { [&*n.to_string(), said(" chart, made up")].concat() } _ => { [&*n.to_string(), said(" charts, made up")].concat() } } }"#,
        ),
        // Where all cases begin or end alike, no more is chosen than what differs.
        (
            "{n, plural, one {# chart by {who}} other {# charts by {who}}}",
            r#"pub fn f(n: usize, who: &str) -> String { [&*n.to_string(), match n { 1 => said(" chart by "), _ => said(" charts by ") }, who].concat() }"#,
        ),
        (
            "{whose, select, own {Your plan} other {A plan}}",
            r#"pub fn f(whose: Whose) -> &'static str { match whose { Whose::Own => { said("Your plan") } _ => { said("A plan") } } }"#,
        ),
        (
            "{bad, select, true {Error: } other {}}{title}",
            r#"pub fn f(bad: bool, title: &str) -> String { [match bad { true => said("Error: "), _ => said("") }, title].concat() }"#,
        ),
        (
            "See <guide>the {n, plural, one {page} other {pages}}</guide>.",
            r#"pub fn f<T: Marked>(n: usize, guide: impl FnOnce(T) -> T) -> T { T::joined(vec![T::fixed(said("See ")), guide(T::made([said("the "), match n { 1 => said("page"), _ => said("pages") }].concat())), T::fixed(said("."))]) }"#,
        ),
        (
            "{n, plural, =0 {Nothing} other {See <b>#</b>}}",
            r#"pub fn f<T: Marked>(n: usize, b: impl FnOnce(T) -> T) -> T { match n { 0 => { T::fixed(said("Nothing")) } _ => { T::joined(vec![T::fixed(said("See ")), b(T::made(n.to_string()))]) } } }"#,
        ),
        (
            "<b>{fit}</b>, likely",
            r#"pub fn f<T: Marked>(fit: &str, b: impl FnOnce(T) -> T) -> T { T::joined(vec![b(T::made([fit].concat())), T::fixed(said(", likely"))]) }"#,
        ),
    ] {
        assert_eq!(written(message), code, "{message}");
    }
}

#[test]
fn what_is_no_message_is_refused() {
    for (message, why) in [
        ("", "has a space too many, or nothing at all"),
        ("Next ", "has a space too many, or nothing at all"),
        ("two  spaces", "has a space too many, or nothing at all"),
        ("{name", "lacks \",\" before \"\""),
        ("name}", "closes at \"}\" what was never opened"),
        ("{}", "has no name where one belongs, before \"}\""),
        ("{Name}", "has no name where one belongs, before \"Name}\""),
        (
            "{day, date}",
            "has a gap of a kind that is not known, \"date\"",
        ),
        (
            "{n, plural, one {x}}",
            "has no other for \"n\", or nothing else",
        ),
        (
            "{n, plural, other {x}}",
            "has no other for \"n\", or nothing else",
        ),
        (
            "{n, plural, few {x} other {y}}",
            "has a case that is none here, \"few\"",
        ),
        (
            "{n, plural, one {x} =1 {y} other {z}}",
            "has a case of \"n\" twice, or one after other",
        ),
        ("<b>open", "lacks \"</b>\" before \"\""),
        ("<b>one</i>", "lacks \"</b>\" before \"</i>\""),
        ("{n} of {n, number}", "fills \"n\" with two kinds of value"),
        ("<n>{n}</n>", "has a gap and a mark by the name \"n\""),
        (
            "an '{open quote",
            "has an apostrophe before a sign and none after it",
        ),
    ] {
        assert_eq!(written(message), why, "{message}");
    }
}

/// Where words still stand in code or in data of their own, by what selects their elements, and why.
/// A row that selects no such word any more has to go.
const OPEN: [(&str, &str, &str); 1] = [(
    "task",
    ".entries",
    "the records of the checking task are made from a seed",
)];

/// What no language translates: code to be copied, the names of people, addresses, and what somebody
/// has typed.
const NOT_WORDS: &str = "pre, bdi, .paper__address, .paper__line";

/// The words of a text in which no letter has a mark. Codes and addresses are none, because they
/// have more than letters, and a single letter is a formula's.
fn plain(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || "—–…/".contains(c));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
}

/// What is said in an element's attributes.
fn attributes<'a>(element: ElementRef<'a>) -> impl Iterator<Item = &'a str> {
    let names = ["aria-label", "title", "alt", "placeholder"];

    names
        .into_iter()
        .filter_map(move |name| element.value().attr(name))
}

/// Every word that a page says, with the elements around it.
fn said<'a>(html: &'a scraper::Html) -> Vec<(&'a str, Vec<ElementRef<'a>>)> {
    let silent = ["script, style", NOT_WORDS].join(", ");
    let silent = Selector::parse(&silent).expect("selectors");
    let shown = texts(html)
        .filter(move |(_, within)| !within.iter().any(|element| silent.matches(element)));
    let told = select(html, "*").into_iter().flat_map(|element| {
        attributes(element).map(move |text| {
            let around = element.ancestors().filter_map(ElementRef::wrap);
            (text, [element].into_iter().chain(around).collect())
        })
    });
    shown.chain(told).collect()
}

/// Words that are part of no message are seen by their letters, which have no marks.
#[test]
fn no_word_stands_in_code() {
    let open = OPEN.map(|(room, css, _)| (room, Selector::parse(css).expect("a selector")));
    let (mut found, mut still_open) = (BTreeSet::new(), BTreeSet::new());
    let pages = every_page(Language::Accented);
    for Written {
        name, title, html, ..
    } in &pages
    {
        let html = parse(html);
        // The title is that of what `main` holds.
        let of_title = (title.as_str(), select(&html, "main"));
        for (text, within) in said(&html).into_iter().chain([of_title]) {
            let is_in = |css: &Selector| within.iter().any(|element| css.matches(element));
            for word in plain(text) {
                match open.iter().find(|(_, css)| is_in(css)) {
                    Some((room, _)) => {
                        still_open.insert(*room);
                    }
                    None => {
                        found.insert(format!("{name}: {word:?} in {text:?}"));
                    }
                }
            }
        }
    }
    println!("{} pages", pages.len());
    let found: Vec<_> = found.into_iter().collect();
    assert!(
        found.is_empty(),
        "{} words in code or unknown content; they belong into assets/content/words:\n{}",
        found.len(),
        found.join("\n")
    );
    for (room, _, why) in OPEN {
        assert!(
            still_open.contains(room),
            "{room} has no plain word any more, though {why}"
        );
    }
}

/// The texts that leave the page: a plan to keep, a calendar, a summary, a picture.
#[test]
fn no_word_of_a_file_stands_in_code() {
    let said = speaking(Language::Accented, async || {
        let mut said = Vec::new();
        for session in [
            quizzes::finished(),
            quizzes::wants_patients(),
            quizzes::sharpened(),
        ] {
            let answers = &session.answers;
            let fit = career_fit::fit::score(quiz(), answers);
            let plan = plan(quiz(), content(), answers, &fit.traits);
            let today = Day::new(2026, 11, 22).expect("a day");
            said.push(("plan", text::plain(today, &plan, |_| false)));
            said.push(("brief", brief::line(&plan)));
            let calendar = ics::ics(today, &plan, "20261122T080000Z").replace("\r\n ", "");
            let lines = calendar.lines().filter_map(|line| line.split_once(':'));
            let lines = lines.filter(|(name, _)| matches!(*name, "SUMMARY" | "DESCRIPTION"));
            said.extend(lines.map(|(_, text)| ("calendar", text.replace("\\n", " "))));
            for level in [Disclosure::Verdict, Disclosure::Traits, Disclosure::Answers] {
                let Some(shared) = Shared::of(quiz(), answers, level) else {
                    continue;
                };
                said.push(("summary", words::summary(quiz(), &shared, "")));
                let marks = card::card(quiz(), &shared);
                said.push(("picture", format!("{marks:?}")));
            }
        }
        said.extend(of_group().map(|text| ("group", text)));
        said
    });
    for (what, text) in said {
        let text = match what {
            // The marks are values, of which only the texts are read.
            "picture" => text
                .split("text: \"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect::<Vec<_>>()
                .join(" "),
            _ => text,
        };
        let words: Vec<_> = plain(&text).collect();
        assert!(words.is_empty(), "{what}: {words:?} in {text:?}");
    }
}

/// What stands in a table of a group and in what is given out of it, without names and addresses, and
/// everything that a talk can be about. The names of columns are no words: programs look for them.
fn of_group() -> impl Iterator<Item = String> {
    let lines = group_of_all_kinds();
    let lines: Vec<_> = lines.lines().map(str::to_owned).collect();
    let Sorted { people, aside } = List::from_lines(&lines).sorted(quiz());
    let row = |person: &Person| Row::of(quiz(), &person.shared);
    let rows: Vec<_> = people.iter().filter_map(row).collect();
    let heads = export::heads(quiz());
    let is_words = |name: &str| !matches!(name, "name" | "link" | "about_the_numbers");
    let mut said: Vec<_> = heads.iter().map(|head| head.meaning.clone()).collect();
    for (person, row) in people.iter().zip(&rows) {
        let values = export::values(quiz(), "", person, row);
        for (head, value) in heads.iter().zip(values) {
            if let Value::Text(text) = value
                && is_words(&head.name)
            {
                said.push(text);
            }
        }
    }
    said.extend(aside.iter().map(|each| export::reason(each.reason)));
    let all: Vec<_> = rows.iter().collect();
    let spreads = PerTrait::from_fn(|id| {
        Spread::of(rows.iter().filter_map(|row| Some(row.traits[id]?.score)))
    });
    let mut questions = talk::with_group(quiz(), &spreads, &all);
    questions.extend(rows.iter().flat_map(|row| talk::with_person(quiz(), row)));
    said.extend(
        questions
            .into_iter()
            .flat_map(|question| [question.about, question.ask.to_owned()]),
    );
    said.into_iter()
}

/// What a rule says of left or right, which is not where lines begin and end in every language.
fn sides(style: &str) -> Vec<&str> {
    let without_comments = style.split("*/").filter_map(|part| part.split("/*").next());
    let lines = without_comments.flat_map(str::lines).map(str::trim);
    let declarations = lines.filter_map(|line| {
        let (property, value) = line.split_once(':')?;
        Some((line, property, value.trim().trim_end_matches(';')))
    });
    let has_side = |(_, property, value): &(&str, &str, &str)| {
        let words = property.split('-').chain(value.split_whitespace());
        let named = words
            .into_iter()
            .any(|word| matches!(word, "left" | "right"));
        let values: Vec<_> = value.split_whitespace().collect();
        let unequal = match (*property, &*values) {
            ("padding" | "margin" | "inset", [_, right, _, left]) => right != left,
            _ => false,
        };
        named || unequal
    };
    declarations
        .filter(has_side)
        .map(|(line, ..)| line)
        .collect()
}

#[test]
fn styles_speak_of_start_and_end() {
    for (style, found) in [
        ("margin-inline-start: 1rem;", false),
        ("margin-left: 1rem;", true),
        ("right: 0;", true),
        ("text-align: left;", true),
        ("padding: 0 1rem;", false),
        ("padding: 0 1rem 0 1rem;", false),
        ("padding: 0 1rem 0 2rem;", true),
        (
            "/* On paper: it is\nleft out: all of it */\ncolor: red;",
            false,
        ),
        ("/* On paper: it is left out */\nright: 0;", true),
    ] {
        assert_eq!(!sides(style).is_empty(), found, "{style}");
    }
    for folder in ["src", "assets", "site/src"] {
        for (name, path) in server::files(Path::new(folder)).expect("a readable folder") {
            if !name.ends_with(".css") {
                continue;
            }
            let style = fs::read_to_string(path).expect("a style");
            let found = sides(&style);
            assert!(found.is_empty(), "{folder}/{name}: {found:?}");
        }
    }
}
