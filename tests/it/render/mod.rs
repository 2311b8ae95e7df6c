//! Every view as HTML, without a browser.

mod results;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, mpsc};

use career_fit::ui::app::screen;
use career_fit::ui::screen::Screen;
use career_fit::ui::static_pages::{StaticPage, StaticScreen, StaticScreenProps};
use career_fit::visit::Visit;
use yew::platform::Runtime;
use yew::{Callback, LocalServerRenderer};

use crate::examples;
use crate::html::{parse, said, select, within};
/// Writes something on a thread that renders.
fn written(write: impl AsyncFnOnce() -> String + Send + 'static) -> String {
    let (done, result) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        done.send(write().await).expect("the test waits");
    });
    result.recv().expect("a page")
}

/// A page that needs no app, as HTML without its document.
pub fn static_page(page: StaticPage) -> String {
    written(async move || {
        let renderer = LocalServerRenderer::<StaticScreen>::with_props(StaticScreenProps { page });
        renderer.hydratable(false).render().await
    })
}

static VIEWS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let rendered = |example: examples::Example| {
        let name = example.name.clone();
        (name, written(async move || example.written().await))
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
fn examples_have_names_and_leave_no_view_out() {
    let (mut names, mut shown) = (BTreeSet::new(), BTreeSet::new());
    for (name, html) in views() {
        assert!(names.insert(name), "{name} stands twice");
        let html = parse(html);
        shown.insert(
            select(&html, "main")[0]
                .attr("data-view")
                .map(str::to_owned),
        );
    }
    let all = "bad-link compare group handouts landing nothing own quiz someone theirs try";
    let all = all.split(' ').map(|view| Some(view.to_owned()));
    assert_eq!(shown, all.collect());
}

#[test]
fn every_view_has_one_heading_that_can_take_the_focus() {
    for (name, html) in views() {
        let html = parse(html);
        for (css, count) in [
            ("h1", 1),
            (
                "main > h1#title[tabindex='-1'], main * > h1#title[tabindex='-1']",
                1,
            ),
            ("main", 1),
            // The policy drops them.
            ("[style]", 0),
            // What will be said there comes later.
            (
                "main :empty:is(p, li, h2, h3, dt, dd, td, th, button, a):not([role=status])",
                0,
            ),
        ] {
            assert_eq!(select(&html, css).len(), count, "{name}: {css}");
        }
        let mut seen = BTreeSet::new();
        for element in select(&html, "[id]") {
            assert!(seen.insert(element.attr("id")), "{name}: {element:?}");
        }
    }
}

/// The work is shown before anything is asked, and a screen reader says what the drawing
/// shows: which words become which code.
#[test]
fn the_landing_page_shows_the_work_before_it_asks() {
    let html = view("landing page");
    let page = parse(html);
    let lines: Vec<_> = select(&page, ".record__line")
        .into_iter()
        .map(said)
        .collect();
    let expected = [
        "Fever, cough. Chest X-ray: pneumonia. becomes J18.9 comes first",
        "Type 2 diabetes, blood sugar checked daily. becomes E11.9 coded too",
        "Day 3, short of breath: acute on chronic diastolic heart failure. becomes I50.33 came later",
    ];
    assert_eq!(lines, expected);
    let place = |words: &str| html.find(words).unwrap_or_else(|| panic!("no {words:?}"));
    let order = [
        "medical coding",
        "programming",
        "J18.9",
        "Start the quiz",
        "five minutes",
        "You get",
    ];
    assert!(order.map(place).is_sorted(), "{:?}", order.map(place));
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
        let Screen {
            title,
            name: screen,
            ..
        } = drawn(&visit);
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
        pages
            .entry(title)
            .or_default()
            .insert([screen, " ", &heading].concat());
    }
    for (title, pages) in pages {
        assert_eq!(pages.len(), 1, "{title}: {pages:?}");
    }
}

/// Found by reading the pages again: a result began with "Welcome back", and where a link that lacked
/// answers took the place of what was there, nothing offered that again.
#[test]
fn what_was_replaced_is_offered_again() {
    for (name, html) in views().filter(|(name, _)| name.contains("own result")) {
        let text = said(parse(html).root_element());
        assert!(!text.contains("Welcome back"), "{name}");
        assert_eq!(
            text.contains("Bring them back"),
            name == "own result, in place of another one"
        );
    }
    let html = parse(view("check page, in place of another result"));
    assert!(said(html.root_element()).contains("Bring them back"));
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
            assert!(
                texts.insert(said(select(&html, css)[0])),
                "{error:?}: {css}: {}",
                said(main)
            );
        }
    }
}

#[test]
fn the_form_without_a_clock_spells_every_entry() {
    for (name, is_spelled, asks) in [
        ("pair with a clock", false, "Same or different?"),
        ("pair without a clock", true, "Same or different?"),
        (
            "chart with a clock",
            false,
            "Does everything in this chart fit together?",
        ),
        (
            "chart without a clock",
            true,
            "Does everything in this chart fit together?",
        ),
    ] {
        let html = parse(view(name));
        let is_pair = name.starts_with("pair");
        // The words of a chart can be heard as they are.
        let entries = select(&html, ".entries > div").into_iter();
        let spelled: Vec<_> = entries
            .map(|entry| {
                (
                    said(within(entry, "dt")[0]),
                    within(entry, ".visually-hidden").len(),
                )
            })
            .filter(|(label, _)| is_pair || label.starts_with("Code"))
            .collect();
        assert!(!spelled.is_empty(), "{name}");
        let expected = usize::from(is_spelled);
        assert!(
            spelled.iter().all(|(_, count)| *count == expected),
            "{name}: {spelled:?}"
        );
        // Whoever hears it hears it once.
        let hidden = select(&html, ".entries [aria-hidden=true] + .visually-hidden").len();
        assert_eq!(hidden, expected * spelled.len(), "{name}");
        assert_eq!(said(select(&html, ".task__prompt")[0]), asks, "{name}");
    }
}

/// What a page says about the device it is on.
#[test]
fn the_reader_is_told_what_became_of_their_answers() {
    for (name, needle) in [
        (
            "answers refused by the browser",
            "This browser does not let us save",
        ),
        (
            "answers to an earlier edition",
            "The questions have changed since you were here",
        ),
        (
            "unreadable answers",
            "We found saved answers that this version cannot read",
        ),
        ("item, come again", "Welcome back"),
        ("item, after another tab", "went on in another tab"),
        (
            "item, after all was erased",
            "Your earlier answers were erased",
        ),
        ("item with its answer", ""),
        ("item", ""),
    ] {
        let html = parse(view(name));
        let told: Vec<_> = select(&html, "main .notice[role=status]")
            .into_iter()
            .map(said)
            .collect();
        assert_eq!(
            told.len(),
            usize::from(!needle.is_empty()),
            "{name}: {told:?}"
        );
        assert!(
            told.iter().all(|told| told.contains(needle)),
            "{name}: {told:?}"
        );
    }
}

/// What the device keeps is on the page that shows it.
#[test]
fn what_the_device_keeps_is_shown() {
    for (name, css, count) in [
        ("own result", ".plan__actions input[checked]", 2),
        ("own result, strong", ".plan__actions input[checked]", 0),
        ("item with its answer", ".options input[checked]", 1),
        ("item", ".options input[checked]", 0),
        ("item", ".options input[type=radio]", 6),
        ("item", ".question__keys", 1),
        ("item, still and without keys", ".question__keys", 0),
        ("check page", ".answers__change", 33),
        ("answers about somebody", ".answers__change", 21),
        ("missing answer", "#problem[role=alert] a[href]", 1),
        ("missing answer", "fieldset[aria-describedby~=problem]", 1),
        ("check page with a gap", ".notice", 1),
        ("check page", ".notice", 0),
    ] {
        assert_eq!(
            select(&parse(view(name)), css).len(),
            count,
            "{name}: {css}"
        );
    }
}
