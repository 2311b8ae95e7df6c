//! Links and names, found in whatever text they come in.

use career_fit::builtin::quiz;
use career_fit::group::{Aside, Found, List, Note, Reason, clean, export, find};
use career_fit::share::{self, CodeError, Disclosure, Shared};
use proptest::prelude::*;

use super::{both, everything, found, other};
use crate::examples::quizzes::{finished, levels, observed};
use crate::examples::{bad_links, seen, told};
use crate::support::any_answers;

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
}
