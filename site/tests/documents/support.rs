//! The documents as the tests read them.

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding as _};
use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest as _, Sha256};
use site::pages::{Loaded, app_document, static_document};
use site::shell::Shell;
use site::{Chunk, File, Program};

pub const SHELL: &str = include_str!("../../../index.html");
pub const BOOT: &str = include_str!("../../../assets/boot.js");
pub const PRINT: &str = "print-0123.css";

pub fn select<'a>(html: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).expect("a selector");
    html.select(&selector).collect()
}

/// The one element that `css` selects.
pub fn one<'a>(html: &'a Html, css: &str) -> ElementRef<'a> {
    match select(html, css)[..] {
        [element] => element,
        ref found => panic!("{} of {css} in {}", found.len(), html.html()),
    }
}

pub fn attribute<'a>(html: &'a Html, css: &str, name: &str) -> &'a str {
    let value = one(html, css).attr(name);
    value.unwrap_or_else(|| panic!("{css} has no {name}"))
}

pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

pub fn shell(strict: bool) -> Shell {
    Shell::new(SHELL, strict).expect("a shell")
}

pub fn file(name: &str) -> File {
    File {
        name: name.to_owned(),
        integrity: format!("sha384-{name}"),
    }
}

/// A program in two parts.
pub fn program() -> Program {
    Program {
        script: file("app.js"),
        module: file("app.wasm"),
        chunks: [
            ("result.wasm", &["result"][..]),
            ("charts.wasm", &["charts"]),
            ("advisers.wasm", &["advisers"]),
            ("shared.wasm", &["charts", "result"]),
        ]
        .map(|(name, views)| Chunk {
            file: file(name),
            needed_by: views.iter().map(|view| (*view).to_owned()).collect(),
        })
        .into(),
    }
}

pub fn app(page: Page, program: &Program, strict: bool, offline: bool) -> Html {
    let loaded = Loaded {
        program,
        print: &file(PRINT),
        offline,
    };
    let html = app_document(&shell(strict), page, &loaded).expect("a document");
    Html::parse_document(&html)
}

/// The pages of the app, each with the way to the root.
pub fn app_pages() -> impl Iterator<Item = (Page, Html)> {
    Page::ALL
        .into_iter()
        .map(|page| (page, app(page, &program(), true, true)))
}

pub fn read(page: StaticPage) -> Html {
    let html = static_document(&shell(true), page, &file(PRINT)).expect("a document");
    Html::parse_document(&html)
}

/// Every document by its path, with the way to the root.
pub fn all() -> Vec<(String, String, Html)> {
    let app =
        app_pages().map(|(page, html)| (page.path().to_owned(), page.root().to_owned(), html));
    let read = StaticPage::all().map(|page| (page.path(), page.root(), read(page)));
    app.chain(read).collect()
}

/// What a document's policy says, by directive.
pub fn policy(html: &Html) -> BTreeMap<&str, Vec<&str>> {
    let policy = attribute(html, "meta[http-equiv=Content-Security-Policy]", "content");
    let directives = policy.split("; ").map(|directive| {
        let mut words = directive.split(' ');
        (words.next().unwrap_or_default(), words.collect())
    });
    directives.collect()
}

/// The hashes of elements as a policy names them.
pub fn hashes(elements: Vec<ElementRef<'_>>) -> Vec<String> {
    let hash = |element: ElementRef<'_>| {
        format!(
            "'sha256-{}'",
            Base64::encode_string(&Sha256::digest(text(element)))
        )
    };
    elements.into_iter().map(hash).collect()
}
