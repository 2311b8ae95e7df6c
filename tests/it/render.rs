//! Every view as HTML, without a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, mpsc};

use career_fit::session::{Question, Subject};
use career_fit::ui::app::{App, AppProps, screen};
use career_fit::ui::screen::Screen;
use career_fit::ui::static_pages::{StaticPage, StaticScreen, StaticScreenProps};
use career_fit::visit::Visit;
use scraper::ElementRef;
use yew::platform::Runtime;
use yew::{BaseComponent, Callback, LocalServerRenderer};

use crate::examples::{self, quizzes};
use crate::html::{parse, said, select, text_of, within};
use crate::support::quiz;

fn render<C>(props: C::Properties) -> String
where
    C: BaseComponent,
    C::Properties: Send,
{
    let (done, result) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
        done.send(renderer.render().await).expect("the test waits");
    });
    result.recv().expect("a page")
}

/// A page that needs no app, as HTML without its document.
pub fn static_page(page: StaticPage) -> String {
    render::<StaticScreen>(StaticScreenProps { page })
}

static VIEWS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let rendered = |example: examples::Example| {
        let visit = example.visit();
        let place = None;
        (example.name, render::<App>(AppProps { visit, place }))
    };
    examples::all().into_iter().map(rendered).collect()
});

/// Every example by name, as HTML.
pub fn views() -> impl Iterator<Item = (&'static str, &'static str)> {
    VIEWS.iter().map(|(name, html)| (&**name, &**html))
}

/// The example with this name, as HTML.
fn view(name: &str) -> &'static str {
    let found = views().find(|(each, _)| *each == name);
    found.unwrap_or_else(|| panic!("no example {name:?}")).1
}

fn drawn(visit: &Visit) -> Screen {
    screen(visit, &Callback::noop(), false, &Callback::noop())
}

#[test]
fn every_example_has_a_name_of_its_own() {
    let names: BTreeSet<_> = views().map(|(name, _)| name).collect();
    assert_eq!(names.len(), views().count());
}

#[test]
fn every_view_has_one_heading_that_can_take_the_focus() {
    for (name, html) in views() {
        let html = parse(html);
        for (css, count) in [
            ("h1", 1),
            ("main > h1#title[tabindex='-1'], main * > h1#title[tabindex='-1']", 1),
            ("main", 1),
            // The policy drops them.
            ("[style]", 0),
            ("main :empty:is(p, li, h2, h3, dt, dd, td, th, button, a)", 0),
        ] {
            assert_eq!(select(&html, css).len(), count, "{name}: {css}");
        }
        let mut seen = BTreeSet::new();
        for element in select(&html, "[id]") {
            assert!(seen.insert(element.attr("id")), "{name}: {element:?}");
        }
    }
}

/// Every `for`, `aria-labelledby` and `aria-describedby` names something that is there.
#[test]
fn every_reference_leads_somewhere() {
    for (name, html) in views() {
        let html = parse(html);
        for attribute in ["for", "aria-labelledby", "aria-describedby"] {
            for element in select(&html, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap_or_default().split(' ') {
                    let found = select(&html, &format!("[id='{id}']")).len();
                    assert_eq!(found, 1, "{name}: {attribute} {id:?}");
                }
            }
        }
    }
}

/// Whoever has many tabs open, or goes through the history, sees titles alone.
#[test]
fn a_title_tells_pages_apart() {
    let mut pages = BTreeMap::<String, BTreeSet<String>>::new();
    for example in examples::all() {
        let (name, visit) = (&example.name, example.visit());
        let Screen { title, name: screen, .. } = drawn(&visit);
        assert!(title.contains("Coder Fit"), "{name}: {title}");
        let is_error = title.starts_with("Error: ");
        assert_eq!(is_error, name == "missing answer", "{name}: {title}");
        let html = parse(view(name));
        let heading = match visit.view.asks() {
            true => said(select(&html, "h1")[0]),
            // Results are headed by what they come to.
            false => String::new(),
        };
        let shown = select(&html, "main")[0].attr("data-view");
        assert_eq!(shown, Some(screen), "{name}");
        pages.entry(title).or_default().insert([screen, " ", &heading].concat());
    }
    for (title, pages) in pages {
        assert_eq!(pages.len(), 1, "{title}: {pages:?}");
    }
}

#[test]
fn each_kind_of_bad_link_has_words_of_its_own() {
    let mut texts = BTreeSet::new();
    for (error, _) in examples::bad_links() {
        let html = parse(view(&format!("bad link, {error:?}")));
        let [main] = select(&html, "main[data-view=bad-link]")[..] else {
            panic!("{error:?} is not what its link is: {html:?}");
        };
        for css in ["h1", ".lead", "h1 ~ p:not(.lead)"] {
            assert!(texts.insert(said(select(&html, css)[0])), "{error:?}: {css}: {}", said(main));
        }
    }
}

#[test]
fn a_result_shows_what_it_must() {
    let rows: [(&str, &[&str]); 8] = [
        (
            "own result, high",
            &[
                "strongly",
                "100",
                "No deal-breakers",
                "Structure came out strong here",
                "The queue is open",
                "What wears people out",
                "Your plan",
                "Take an approved certificate program",
                "may affect the demand for these workers",
                "Pay a year, May 2025",
                "Ask someone who knows you",
            ],
        ),
        ("own result, middle", &["partly"]),
        (
            "own result, low",
            &["a little", "We hold the result at 49 or below", "accuracy"],
        ),
        ("own result, too little", &["not enough here for a result"]),
        (
            "own result, sharpened",
            &["The quick quiz alone came to", "Checking task, with a clock: 30 of 30 right"],
        ),
        (
            "shared AnswersAndStart",
            &["someone shared", "Your own answers are not touched", "A plan"],
        ),
        ("shared Traits", &["someone shared", "Why this result"]),
        ("shared Verdict", &["The link holds no more than this"]),
    ];
    for (name, needles) in rows {
        let text = text_of(view(name));
        let always = ["It knows nothing of coding skill", "must not be used to choose"];
        for needle in needles.iter().chain(&always) {
            assert!(text.contains(needle), "{name} lacks {needle:?}:\n{text}");
        }
        for never in ["percent match", "% match", "percentile", "you will succeed"] {
            assert!(!text.to_lowercase().contains(never), "{name} says {never:?}");
        }
    }
}

/// What a link does not hold cannot be on its page. That of the whole answers shows all of it, so
/// that these words are known to be the right ones.
#[test]
fn a_shared_result_shows_no_more_than_its_link_holds() {
    let answers = quizzes::finished().answers;
    let said = Question::Condition(quiz().condition_ids().next().expect("a condition"))
        .answer_about(quiz(), Subject::Me, &answers)
        .expect("an answer");
    let of_answers = ["A plan", "Deal-breakers", "The answers that moved", said];
    let rows = [
        ("shared Answers", vec![], [&of_answers[..], &["Why this result"]].concat()),
        ("shared Traits", of_answers.to_vec(), vec!["Why this result"]),
        ("shared Verdict", [&of_answers[..], &["Why this result"]].concat(), vec![]),
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

#[test]
fn the_form_without_a_clock_spells_every_entry() {
    for (name, spelled) in [
        ("pair with a clock", 0),
        ("pair without a clock", 2),
        ("chart with a clock", 0),
        ("chart without a clock", 0),
    ] {
        let html = parse(view(name));
        // Whoever hears it hears it once.
        let pairs = ".entries [aria-hidden=true] + .visually-hidden";
        assert_eq!(select(&html, pairs).len(), spelled, "{name}");
        let asks = text_of(view(name)).contains("Does everything in this chart fit together?");
        assert_eq!(asks, name.starts_with("chart"), "{name}");
    }
}

/// Drawings are hidden from those who cannot see them, so what they show stands in a table too.
#[test]
fn every_drawing_has_its_numbers_in_a_table() {
    let mut drawn = BTreeMap::<_, usize>::new();
    for (name, html) in views() {
        let html = parse(html);
        for element in select(&html, "[data-trait]:has(svg), .pay__label") {
            let of_name = if element.attr("data-trait").is_some() { "h3" } else { "span" };
            let texts = |element, css| -> Vec<_> { within(element, css).into_iter().map(said).collect() };
            let [label, numbers] = [of_name, "strong"].map(|css| texts(element, css));
            let mut rows = select(&html, "tr").into_iter();
            let row = rows.find(|row| texts(*row, "th") == label[..1]);
            let row = row.unwrap_or_else(|| panic!("{name}: no row of {label:?}"));
            let cells = texts(row, "td");
            assert!(!numbers.is_empty(), "{name}: {label:?}");
            for number in &numbers {
                let has = |cell: &String| cell == number || cell.starts_with(&format!("{number} ("));
                assert!(cells.iter().any(has), "{name}: {label:?}: {number} of {cells:?}");
            }
            *drawn.entry(of_name).or_default() += 1;
        }
        for scale in select(&html, ".fit-scale") {
            let before = scale.prev_siblings().filter_map(ElementRef::wrap).next();
            let told = before.map(said).unwrap_or_default();
            assert!(told.to_lowercase().contains("likely range"), "{name}: {told}");
        }
    }
    assert!(drawn.len() == 2, "{drawn:?}");
}

/// What a page says about the device it is on.
#[test]
fn the_reader_is_told_what_became_of_their_answers() {
    for (name, needle) in [
        ("answers refused by the browser", "This browser does not let us save"),
        ("unreadable answers", "We found saved answers that this version cannot read"),
        ("item, come again", "Welcome back"),
        ("item, after another tab", "went on in another tab"),
        ("item, after all was erased", "Your answers were erased"),
        ("item with its answer", ""),
        ("item", ""),
    ] {
        let html = parse(view(name));
        let told: Vec<_> = select(&html, "main .notice[role=status]").into_iter().map(said).collect();
        assert_eq!(told.len(), usize::from(!needle.is_empty()), "{name}: {told:?}");
        assert!(told.iter().all(|told| told.contains(needle)), "{name}: {told:?}");
    }
}

/// What the device keeps is on the page that shows it.
#[test]
fn what_the_device_keeps_is_shown() {
    for (name, css, count) in [
        ("own result", ".actions input:checked", 2),
        ("own result, high", ".actions input:checked", 0),
        ("item with its answer", ".options input:checked", 1),
        ("item", ".options input:checked", 0),
        ("item", ".options input[type=radio]", 6),
        ("item", ".question__keys", 1),
        ("item, still and without keys", ".question__keys", 0),
        ("check page", ".answers__change", 31),
        ("answers about somebody", ".answers__change", 21),
        ("missing answer", "#problem[role=alert] a[href]", 1),
        ("missing answer", "fieldset[aria-describedby~=error]", 1),
        ("check page with a gap", ".notice", 1),
        ("check page", ".notice", 0),
    ] {
        assert_eq!(select(&parse(view(name)), css).len(), count, "{name}: {css}");
    }
}

#[test]
fn zz_bands() {
    use career_fit::content::Stage as S;
    use career_fit::fit;
    for stage in ["quick", "all"] {
        for a in 1..=5u8 { for b in a..=5u8 {
            let mut answers = quizzes::whole_quiz(a);
            let other = quizzes::keyed(S::Quick, b);
            for (i, id) in quiz().stage_ids(S::Quick).enumerate() { if i % 2 == 1 { answers.set_item(id, other.item(id)); } }
            if stage == "all" {
                let (x, y) = (quizzes::keyed(S::More, a), quizzes::keyed(S::More, b));
                for (i, id) in quiz().stage_ids(S::More).enumerate() { answers.set_item(id, if i % 2 == 1 { y.item(id) } else { x.item(id) }); }
            }
            let fit = fit::score(quiz(), &answers);
            let head = fit.overall.as_ref().map(|o| career_fit::fit::Headline::of(quiz(), o));
            let flags = fit::quality::flags(quiz(), &answers, None);
            println!("{stage} {a} {b} {head:?} {flags:?} {}", fit::quality::withholds(&flags));
        } }
    }
    for (n, s) in [("finished", quizzes::finished()), ("another", quizzes::another()), ("sharpened", quizzes::sharpened()), ("two", quizzes::with_two_deal_breakers()), ("careless", quizzes::careless()), ("unsure", quizzes::unsure())] {
        let fit = fit::score(quiz(), &s.answers);
        println!("{n} {:?} {:?}", fit.overall.as_ref().map(|o| career_fit::fit::Headline::of(quiz(), o)), fit::quality::flags(quiz(), &s.answers, None));
    }
    for (n, h) in views() { let h = parse(h); println!("{n}: {}", said(select(&h, "h1")[0])); 
      for e in select(&h, "main :empty:is(p, li, h2, h3, dt, dd, td, th, button, a)") { println!("   empty {}", e.html()); } }
}
