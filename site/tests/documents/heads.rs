//! What a document says of itself, and where its addresses lead.

use std::collections::BTreeSet;

use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;
use scraper::Html;
use site::Address;
use site::pages::static_document;
use site::preview::Preview;
use site::shell::{Parts, Shell};

use crate::support::{PRINT, SHELL, all, attribute, file, one, read, select, shell, text};

#[test]
fn every_address_starts_at_the_root() {
    for (path, root, html) in all() {
        for (css, name) in [("link[href]", "href"), ("script[src], img[src]", "src")] {
            for element in select(&html, css) {
                let address = element.attr(name).unwrap_or_default();
                let file = address.strip_prefix(&*root).unwrap_or(".");
                assert!(!file.starts_with(['.', '/']), "{path}: {address}");
            }
        }
        let print = attribute(&html, "link[rel=stylesheet]", "href");
        assert_eq!(print, [&root, PRINT].concat(), "{path}");
        let checked = attribute(&html, "link[media=print]", "integrity");
        assert_eq!(checked, file(PRINT).integrity, "{path}");
        assert_eq!(
            attribute(&html, "link[rel=stylesheet]", "media"),
            "print",
            "{path}"
        );
    }
}

#[test]
fn a_document_says_what_it_is() {
    let mut seen = BTreeSet::new();
    for (path, _, html) in all() {
        let title = text(one(&html, "title"));
        let description = attribute(&html, "meta[name=description]", "content").to_owned();
        for (css, expected) in [
            ("meta[property='og:title']", &title),
            ("meta[property='og:description']", &description),
        ] {
            assert_eq!(attribute(&html, css, "content"), expected, "{path}: {css}");
        }
        assert!(
            title.contains("Coder Fit") && title.chars().count() <= 77,
            "{path}: {title}"
        );
        let length = description.chars().count();
        assert!(
            (50..=170).contains(&length),
            "{path}: {length}: {description}"
        );
        assert!(
            seen.insert(title) && seen.insert(description),
            "{path}: said before"
        );
        assert_eq!(
            select(&html, "html[lang], meta[charset], h1#title, main#main").len(),
            4,
            "{path}"
        );
        assert_eq!(
            attribute(&html, "meta[name=referrer]", "content"),
            "no-referrer",
            "{path}"
        );
        assert!(!html.html().contains("<!--"), "{path}: marks are left");
        assert!(!html.html().contains("data-trunk"), "{path}");
    }
}

#[test]
fn words_of_a_document_are_words() {
    let title = "\"Code\" & <b>bold</b>";
    let parts = Parts {
        root: "../".to_owned(),
        title: title.to_owned(),
        description: "\"Quick\" <i>&amp;",
        loaded: String::new(),
        body: String::new(),
    };
    let html = Html::parse_document(&shell(true).document(&parts));
    assert_eq!(text(one(&html, "title")), title);
    let description = attribute(&html, "meta[name=description]", "content");
    assert_eq!(description, parts.description);
}

#[test]
fn a_shell_without_a_place_is_refused() {
    let marks: Vec<_> = SHELL
        .split("<!-- ")
        .skip(1)
        .filter_map(|rest| rest.split_once(" -->"))
        .collect();
    assert_eq!(marks.len(), 3);
    for (mark, _) in marks {
        let mark = format!("<!-- {mark} -->");
        let refused = Shell::new(&SHELL.replace(&mark, ""), true)
            .err()
            .expect(&mark);
        assert!(refused.to_string().contains(&mark), "{refused}");
    }
}

#[test]
fn a_site_has_an_address() {
    for (address, root) in [
        ("https://example.org", Some("/")),
        ("https://example.org/", Some("/")),
        ("https://example.org/repo", Some("/repo/")),
        ("http://localhost:8080/a/b/", Some("/a/b/")),
        ("example.org", None),
        ("https://", None),
        ("https:///repo", None),
        ("https://example.org/?a", None),
        ("https://example.org/\"><script>", None),
    ] {
        let site = Address::new(address);
        assert_eq!(site.as_ref().map(Address::root), root, "{address}");
    }
}

#[test]
fn a_known_site_has_whole_addresses() {
    let site = Address::new("https://example.org/repo").expect("an address");
    let map = site.sitemap();
    let paths = ["", "quiz/", "try/", "group/", "handouts/"].map(str::to_owned);
    let paths: Vec<_> = paths
        .into_iter()
        .chain(StaticPage::all().map(StaticPage::path))
        .collect();
    for path in &paths {
        let entry = format!("<loc>https://example.org/repo/{path}</loc>");
        assert!(map.contains(&entry), "{entry}: {map}");
    }
    // Results and questions about somebody are different for everyone.
    assert_eq!(map.matches("<loc>").count(), paths.len(), "{map}");
    assert!(
        site.robots()
            .contains("Sitemap: https://example.org/repo/sitemap.xml")
    );
    let page = StaticPage::all().find(|page| page.path() == "guide/");
    let page = page.expect("the guide");
    let document = static_document(&shell(true), page, &file(PRINT)).expect("a document");
    let marked = site.mark(&document, "guide/", Preview::of_static_page(page));
    let html = Html::parse_document(&marked);
    let address = "https://example.org/repo/guide/";
    assert_eq!(
        attribute(&html, "head > link[rel=canonical]", "href"),
        address
    );
    assert_eq!(
        attribute(&html, "head > meta[property='og:url']", "content"),
        address
    );
    for (css, content) in [
        (
            "[property='og:image']",
            "https://example.org/repo/previews/guide.png",
        ),
        ("[property='og:image:width']", "1200"),
        ("[property='og:image:height']", "630"),
        ("[property='og:image:alt']", Preview::Guide.alt()),
        ("[name='twitter:card']", "summary_large_image"),
    ] {
        let found = attribute(&html, &format!("head > meta{css}"), "content");
        assert_eq!(found, content, "{css}");
    }
    // Without an address there is no picture to point to.
    let html = read(page);
    assert_eq!(select(&html, "[property^='og:image']"), []);
    assert_eq!(
        attribute(&html, "[name='twitter:card']", "content"),
        "summary"
    );
}

/// A messenger asks for the picture of a result without what stands in the link, so it can
/// only be the same for all.
#[test]
fn each_page_has_the_picture_of_its_kind() {
    let app = Page::ALL.map(|page| (page.path().to_owned(), Preview::of_app_page(page)));
    let read = StaticPage::all().map(|page| (page.path(), Preview::of_static_page(page)));
    for (path, preview) in app.into_iter().chain(read) {
        let expected = match &*path {
            "" | "quiz/" | "someone/" | "try/" | "group/" | "handouts/" => Preview::Landing,
            "result/" => Preview::Result,
            _ => Preview::Guide,
        };
        assert_eq!(preview, expected, "{path}");
    }
}
