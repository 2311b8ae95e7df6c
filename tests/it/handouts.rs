//! What an adviser hands out.

use career_fit::ui::OwnLine;

use crate::html::{parse, select};
use crate::render::views;

/// Rows: what was typed, what is printed of it, and how many characters are not.
#[test]
fn a_line_is_printed_as_far_as_there_is_room() {
    let most = OwnLine::MOST;
    let x = |count: usize| "x".repeat(count);
    let wide = |count: usize| "\u{6c34}".repeat(count);
    let two_words = [x(most - 10), x(20)].join(" ");
    let rows = [
        ("nothing", String::new(), String::new(), 0),
        ("spaces alone", " \t ".to_owned(), String::new(), 0),
        (
            "spaces around",
            "  Room 12 ".to_owned(),
            "Room 12".to_owned(),
            0,
        ),
        ("as much as there is room for", x(most), x(most), 0),
        ("one more", x(most + 1), x(most), 1),
        ("of three bytes each", wide(most + 2), wide(most), 2),
        ("with a word across the edge", two_words, x(most - 10), 21),
        (
            "with a word that ends at the edge",
            format!("{} and more", x(most)),
            x(most),
            9,
        ),
        (
            "with its only space at the front",
            format!("a {}", x(most)),
            format!("a {}", x(most - 2)),
            2,
        ),
    ];
    for (name, typed, printed, left_out) in &rows {
        let line = OwnLine::of(typed);
        assert_eq!(
            (line.printed, line.left_out),
            (&**printed, *left_out),
            "{name}"
        );
    }
}

/// What stands on the sheet before anything was chosen: the code leads where the address says.
#[test]
fn the_first_sheet_is_a_poster_for_the_quiz() {
    let (_, html) = views()
        .find(|(name, _)| *name == "what to hand out")
        .expect("an example");
    let html = parse(html);
    assert_eq!(select(&html, ".paper--poster svg.qr").len(), 1);
    let address: String = select(&html, ".paper__address")[0].text().collect();
    assert_eq!(address, crate::examples::SITE);
    assert_eq!(select(&html, ".paper__line").len(), 0);
}

/// Whoever has a chart on paper finds its codes there too, and not which of them are right.
#[test]
fn a_chart_on_paper_has_its_book_and_keeps_the_key_apart() {
    let (_, html) = views()
        .find(|(name, _)| *name == "chart to be coded")
        .expect("an example");
    let html = parse(html);
    let chart = &career_fit::builtin::charts()[0];
    let codes: Vec<String> = select(&html, ".own-book__entry > strong")
        .into_iter()
        .map(|code| code.text().collect())
        .collect();
    let expected: Vec<_> = chart.book.iter().map(|entry| entry.code.clone()).collect();
    assert_eq!(codes, expected);
    let book: String = select(&html, ".own-book")[0].text().collect();
    assert!(
        book.contains("drug or chemical induced diabetes mellitus"),
        "{book}"
    );
    for key in &chart.key {
        assert!(!book.contains(&key.reason.why), "{}", key.code);
    }
    assert_eq!(select(&html, ".own-book + .key").len(), 1);
}
