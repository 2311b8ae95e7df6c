//! What is seen before the app is there, or in its place.

use career_fit::builtin::quiz;
use career_fit::visit::Page;
use scraper::Html;
use site::{Address, Program, missing_document};

use crate::support::{app, app_pages, attribute, hashes, one, policy, program, select, text};

#[test]
fn a_page_names_its_program() {
    let whole = Program {
        chunks: Vec::new(),
        ..program()
    };
    for (page, html) in app_pages() {
        let root = page.root();
        for (name, expected) in [
            ("data-page", page.name().to_owned()),
            ("data-script", format!("{root}app.js")),
            ("data-script-integrity", "sha384-app.js".to_owned()),
            ("data-module", format!("{root}app.wasm")),
            ("data-module-integrity", "sha384-app.wasm".to_owned()),
        ] {
            assert_eq!(attribute(&html, "#app", name), expected, "{page:?}: {name}");
        }
        // These pages do nothing before their chunks are there.
        let early = select(&html, "link[rel=preload]").into_iter();
        let early: Vec<_> = early.filter_map(|link| link.attr("href")).collect();
        let expected: &[&str] = match page {
            Page::Result => &["../result.wasm", "../shared.wasm"],
            Page::Try => &["../charts.wasm", "../shared.wasm"],
            Page::Group => &["../result.wasm", "../advisers.wasm", "../shared.wasm"],
            Page::Handouts => &["../advisers.wasm"],
            Page::Landing | Page::Quiz | Page::Someone => &[],
        };
        assert_eq!(early, expected, "{page:?}");
        let unsplit = app(page, &whole, true, true);
        assert_eq!(select(&unsplit, "link[rel=preload]"), [], "{page:?}");
    }
}

/// What is fetched before the page is painted keeps the reader from it.
#[test]
fn a_page_is_painted_before_its_program_is_fetched() {
    for (page, html) in app_pages() {
        let early = "script[src], script[type=module], link[rel=modulepreload], \
                     link[rel=stylesheet]:not([media=print])";
        assert_eq!(select(&html, early), [], "{page:?}");
    }
}

/// The first sight is what the app will draw, for each page.
#[test]
fn pages_show_their_first_sight_and_no_more() {
    for (page, heading, radios) in [
        (Page::Landing, "Would inpatient medical coding suit you?", 0),
        (Page::Quiz, &*quiz().items[0].text, 6),
        (Page::Someone, &*quiz().items[0].other, 6),
        (Page::Result, "One moment", 0),
        (Page::Try, "Code a chart", 0),
        (Page::Group, "The results of a group", 0),
        (Page::Handouts, "What to hand out", 0),
    ] {
        let html = app(page, &program(), true, true);
        assert_eq!(text(one(&html, "#app h1")), heading, "{page:?}");
        assert_eq!(
            select(&html, "#app .options [type=radio]").len(),
            radios,
            "{page:?}"
        );
        assert_eq!(
            select(&html, "#app .options [checked]"),
            [],
            "{page:?}: none preselected"
        );
        assert_eq!(select(&html, "#app .notice"), [], "{page:?}");
        // What must work without the app stands outside of it.
        let outside = "body > noscript, body > #trouble[hidden][role=alert] #trouble-link, \
                       #trouble #reload, body > [role=status] > #update[hidden] #use-update";
        assert_eq!(select(&html, outside).len(), 4, "{page:?}");
    }
}

/// It stands at any depth: it may load nothing, and link only to what is there from everywhere.
#[test]
fn the_page_in_place_of_a_missing_one_needs_nothing() {
    let site = Address::new("https://example.org/repo/").expect("an address");
    for (site, links) in [
        (None, &["./"][..]),
        (Some(&site), &["/repo/", "/repo/quiz/", "/repo/guide/"]),
    ] {
        let html = Html::parse_document(&missing_document(site));
        let found = select(&html, "[href]").into_iter();
        let found: Vec<_> = found.filter_map(|link| link.attr("href")).collect();
        assert_eq!(found, links);
        assert_eq!(select(&html, "[src], link, script, [style]"), []);
        let styles = one(&html, "style");
        assert!(!text(styles).contains("url("));
        let policy = policy(&html);
        assert_eq!(policy["style-src"], hashes(vec![styles]));
        assert_eq!(policy["default-src"], ["'none'"]);
    }
}
