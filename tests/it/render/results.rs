//! What the pages of a result show.

use std::collections::BTreeMap;

use scraper::Selector;

use super::{view, views};
use crate::examples;
use crate::html::{parse, said, select, text_of, within};

#[test]
fn a_result_shows_what_it_must() {
    let rows: [(&str, &[&str]); 13] = [
        (
            "own result, strong",
            &[
                "100",
                "No deal-breakers",
                "Structure came out strong here",
                "You open your list of charts",
                "What is hardest about it",
                "Your plan",
                "Take a program with whole hospital charts",
                "may affect the demand for these workers",
                "Pay a year, May 2025",
                "Ask someone who knows you",
            ],
        ),
        (
            "own result, low",
            &["That holds the result at 49 or below", "Close checking"],
        ),
        (
            "own result, patients wanted",
            &[
                "this work has almost none",
                "Without the hold it would be 61, likely between 53 and 70: partial to strong overlap",
                "the other traits come to 76, likely between 70 and 83: strong overlap",
            ],
        ),
        ("own result, too little", &["not enough here for a result"]),
        (
            "own result, sharpened",
            &[
                "The quick quiz alone came to",
                "Checking task, with a clock: 30 of 30 right",
            ],
        ),
        (
            "shared AnswersAndStart",
            &[
                "Someone shared",
                "Your own answers are not touched",
                "A plan",
            ],
        ),
        (
            "shared Traits",
            &[
                "Someone shared",
                "Why this result",
                "does not say if the person said no to a condition",
            ],
        ),
        (
            "shared Verdict",
            &[
                "It holds no more than this",
                "does not say if the person said no to a condition",
            ],
        ),
        (
            "own result, one deal-breaker",
            &[
                "But you said no to a daily target. Many employers set a number of charts to finish each day.",
            ],
        ),
        (
            "own result, two deal-breakers",
            &["But you said no to a day at a screen and having your work checked."],
        ),
        (
            "shared, with one deal-breaker",
            &["But the person said no to a daily target."],
        ),
        (
            "own result, sharpened",
            &[
                "What sharpening changed",
                "Most of the change is in one trait",
            ],
        ),
        (
            "own result, sharpened and on the edge",
            &[
                "so more questions would not settle it",
                "edge from partial to strong overlap",
            ],
        ),
    ];
    for (name, needles) in rows {
        let text = text_of(view(name));
        let always = [
            "Result: inpatient medical coding",
            "It knows nothing of coding skill",
            "must not be used to choose",
        ];
        for needle in needles.iter().chain(&always) {
            assert!(text.contains(needle), "{name} lacks {needle:?}:\n{text}");
        }
        for never in ["percent match", "% match", "percentile", "you will succeed"] {
            assert!(
                !text.to_lowercase().contains(never),
                "{name} says {never:?}"
            );
        }
    }
}

/// What a person sees first, in this order, is inside of the verdict; a "no" stands above the
/// number. Below are the questions, each with a line that answers it, and all of them closed.
#[test]
fn the_first_screen_answers() {
    for (name, has_no) in [
        ("own result", false),
        ("own result, patients wanted", false),
        ("own result, two deal-breakers", true),
    ] {
        let html = parse(view(name));
        let parts = "h1, .verdict__no, #fit-range, .fit-scale, .profile, .next, #share";
        let order: Vec<_> = select(&html, ".verdict")[0]
            .select(&Selector::parse(parts).expect("a selector"))
            .map(|part| part.attr("id").or(part.attr("class")).unwrap_or_default())
            .collect();
        let no = has_no.then_some("verdict__no");
        let wanted: Vec<_> = ["title"]
            .into_iter()
            .chain(no)
            .chain(["fit-range", "fit-scale", "profile", "next", "share"])
            .collect();
        assert_eq!(order, wanted, "{name}");
        assert_eq!(
            select(&html, ".profile__row .trait-scale").len(),
            7,
            "{name}"
        );
        for row in select(&html, ".profile__row") {
            let [score, range] = ["strong", ".profile__range"].map(|css| said(within(row, css)[0]));
            assert!(range.starts_with(" (") && range.contains(" to ") && !score.is_empty());
        }
        let questions = select(&html, ".fold__question");
        let questions: Vec<_> = questions.into_iter().map(said).collect();
        let six = [
            "Why this result?",
            "What could stop me?",
            "What is it like?",
            "How do I start?",
            "What does it pay?",
            "Where else?",
        ];
        assert_eq!(questions[..6], six, "{name}");
        for fold in select(&html, ".fold") {
            assert_eq!(fold.attr("open"), None, "{name}");
            assert!(said(within(fold, ".fold__answer")[0]).len() > 10, "{name}");
        }
        // There is no link before somebody makes one.
        assert_eq!(
            select(&html, "#share-link, #paper-link, .qr").len(),
            0,
            "{name}"
        );
    }
}

/// Two results with one number can differ in a "no" alone, and a link that does not say is not one
/// without any.
#[test]
fn comparing_shows_what_no_score_says() {
    for (name, sides) in [
        (
            "own result with two deal-breakers, beside a verdict",
            [
                ["A day at a screen and having your work checked.", "", "No."],
                ["This link does not say."; 3],
            ],
        ),
        (
            "own result, held back, beside trait scores",
            [
                ["", "", "At 49 or below, by records over patients."],
                ["This link does not say.", "This link does not say.", "No."],
            ],
        ),
    ] {
        let html = parse(view(name));
        for (side, wanted) in select(&html, ".compare__side").into_iter().zip(sides) {
            let told: Vec<_> = within(side, "dd").into_iter().map(said).collect();
            for (told, wanted) in told.iter().zip(wanted) {
                assert!(wanted.is_empty() || told == wanted, "{name}: {told:?}");
            }
        }
    }
}

/// The whole way is told where it begins and where its longest part ends.
#[test]
fn the_way_is_told() {
    for (name, told) in [
        ("item", "Two short parts follow: 6 about the work itself"),
        (
            "last item",
            "Two short parts to go: 6 about the work itself",
        ),
        ("condition", ""),
        ("item with its answer", ""),
    ] {
        let html = parse(view(name));
        let way: Vec<_> = select(&html, ".question__way")
            .into_iter()
            .map(said)
            .collect();
        assert_eq!(way.len(), usize::from(!told.is_empty()), "{name}");
        assert!(way.iter().all(|way| way.contains(told)), "{name}: {way:?}");
    }
}

/// Whoever came by a link and then took the quiz is offered both, until they have said what they want.
#[test]
fn what_was_sent_is_offered_beside_ones_own() {
    use career_fit::visit::Event;

    let quiz = crate::support::quiz();
    let theirs = examples::named("shared, with a quiz begun").visit();
    let mut came = theirs.after(quiz, Event::Open(career_fit::visit::Page::Quiz));
    assert!(came.device.sent.is_some());
    came.own = examples::quizzes::finished();
    let at_result = came.after(quiz, Event::Open(career_fit::visit::Page::Result));
    for (event, is_compared) in [(Event::CompareWithSent, true), (Event::ForgetSent, false)] {
        let after = at_result.after(quiz, event);
        assert_eq!(after.device.sent, None);
        let is_shown = matches!(after.view, career_fit::visit::View::Compare(_));
        assert_eq!(is_shown, is_compared);
    }
    // Whoever starts again gives up this too.
    assert_eq!(at_result.after(quiz, Event::Erase).device.sent, None);
}

#[test]
fn each_band_has_words_of_its_own() {
    let heading = "Your answers are too uncertain to call: the overlap with this work could be low, \
                   partial or strong.";
    let html = parse(view("own result, too uncertain"));
    assert_eq!(said(select(&html, "h1")[0]), heading);
    for (name, how_far) in [
        ("own result, strong", "strongly"),
        ("own result, partial to strong", "partly to strongly"),
        ("own result, partial", "partly"),
        ("own result, low to partial", "a little to partly"),
        ("own result, low", "a little"),
    ] {
        let heading = format!("Your answers overlap {how_far} with what this work asks for.");
        assert_eq!(said(select(&parse(view(name)), "h1")[0]), heading, "{name}");
    }
}

/// What was felt at a chart stands beside what was said of such work, and never in the score. It is
/// told where a person coded charts and wanted so, and nowhere else.
#[test]
fn how_charts_went_is_told_beside_the_result() {
    const STAY: &str = "Charts stay on the device where they were coded.";
    let needles = ["coded one chart", "coded 2 charts", "Charts coded", STAY];
    let rows: [(&str, &[&str]); 10] = [
        (
            "own result, after a chart",
            &[
                "You coded one chart: 2 of 2 codes, and none that the record does not support. You would do another.",
                "In the quiz you said of looking up codes:",
                "After one chart you would do another.",
                "None of this is part of the score",
            ],
        ),
        (
            "shared, with charts",
            &[
                "The person coded 2 charts: 3 of 8 codes, and 2 that the record does not support. They would do another.",
                "In the quiz they said of looking up codes:",
                "After 2 charts they would do another.",
                "None of this is part of the score",
                STAY,
            ],
        ),
        (
            "shared, with charts of a newer version",
            &[
                "This link also says how charts went, in a way that this version of the page cannot read.",
                "Why this result?",
                STAY,
            ],
        ),
        (
            "own result beside another one, both with charts",
            &[
                "Charts coded One chart: 2 of 2 codes, and none that the record does not support. You would do another.",
                "Charts coded 2 charts: 3 of 8 codes, and 2 that the record does not support. They would do another.",
            ],
        ),
        (
            "two links, with charts",
            &[
                "Charts coded 2 charts: 3 of 8 codes",
                "Charts coded A newer version of this page can read them.",
            ],
        ),
        ("own result, sharing AnswersAndStart", &[]),
        ("own result, strong", &[]),
        ("shared Answers", &[]),
        ("shared AnswersAndStart", &[]),
        ("own result beside another one", &[]),
    ];
    for (name, told) in rows {
        let text = text_of(view(name));
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for needle in told {
            assert!(words.contains(needle), "{name} lacks {needle:?}:\n{text}");
        }
        for needle in needles {
            let is_wanted = told.iter().any(|told| told.contains(needle));
            assert_eq!(words.contains(needle), is_wanted, "{name}: {needle:?}");
        }
    }
}

/// What a link does not hold cannot be on its page. That of the whole answers shows all of it, so
/// that these words are known to be the right ones.
#[test]
fn a_shared_result_shows_no_more_than_its_link_holds() {
    let of_answers = ["A plan", "Would be hard", "The answers that moved"];
    let rows = [
        (
            "shared Answers",
            vec![],
            [&of_answers[..], &["Why this result"]].concat(),
        ),
        (
            "shared Traits",
            of_answers.to_vec(),
            vec!["Why this result"],
        ),
        (
            "shared Verdict",
            [&of_answers[..], &["Why this result"]].concat(),
            vec![],
        ),
    ];
    for (name, nevers, needles) in rows {
        let html = view(name);
        let shown = text_of(html);
        for never in nevers {
            assert!(!shown.contains(never), "{name}: {never}");
        }
        for needle in needles {
            assert!(shown.contains(needle), "{name}: {needle}");
        }
        let traits = if name == "shared Verdict" { 0 } else { 7 };
        assert_eq!(select(&parse(html), ".trait").len(), traits, "{name}");
    }
}

#[test]
fn a_withheld_result_shows_answers_and_no_number() {
    for (name, more) in [
        ("own result, withheld", "Start again"),
        ("shared, and withheld", "Your own answers are not touched"),
    ] {
        let text = text_of(view(name));
        for needle in ["We hold this result back", "Very much like me", more] {
            assert!(text.contains(needle), "{name} lacks {needle:?}:\n{text}");
        }
        let html = parse(view(name));
        let numbers = select(&html, "#fit, .trait-scale, .fit-scale, #share-link, #share");
        assert_eq!(numbers, [], "{name}");
    }
}

/// Drawings are hidden from those who cannot see them, so what they show stands in a table too.
#[test]
fn every_drawing_has_its_numbers_in_a_table() {
    let mut drawn = BTreeMap::<_, usize>::new();
    for (name, html) in views() {
        let html = parse(html);
        for element in select(&html, "[data-trait]:has(svg), .pay__label") {
            let of_name = if element.attr("data-trait").is_some() {
                ":is(h3, h4)"
            } else {
                "span"
            };
            let texts =
                |element, css| -> Vec<_> { within(element, css).into_iter().map(said).collect() };
            let [label, numbers] = [of_name, "strong"].map(|css| texts(element, css));
            let mut rows = select(&html, "tr").into_iter();
            let row = rows.find(|row| texts(*row, "th") == label[..1]);
            let row = row.unwrap_or_else(|| panic!("{name}: no row of {label:?}"));
            let cells = texts(row, "td");
            assert!(!numbers.is_empty(), "{name}: {label:?}");
            for number in &numbers {
                let has =
                    |cell: &String| cell == number || cell.starts_with(&format!("{number} ("));
                assert!(
                    cells.iter().any(has),
                    "{name}: {label:?}: {number} of {cells:?}"
                );
            }
            *drawn.entry(of_name).or_default() += 1;
        }
        let scales = select(&html, ".fit-scale").len();
        let beside = select(&html, ":is(.verdict, .compare__side):has(.fit-scale)").into_iter();
        let told = beside.filter(|part| said(*part).to_lowercase().contains("likely between"));
        assert_eq!(told.count(), scales, "{name}");
    }
    assert!(drawn.len() == 2, "{drawn:?}");
}
