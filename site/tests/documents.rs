//! Every document of the site, read as browsers read it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding as _};
use career_fit::builtin::quiz;
use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use sha2::{Digest as _, Sha256, Sha384};
use site::pages::{Loaded, app_document, static_document};
use site::preview::Preview;
use site::shell::{Parts, Shell};
use site::{
    Address, Chunk, FRAMED, File, Frames, Program, SERVICE_WORKER, missing_document,
    service_worker, styles,
};

const SHELL: &str = include_str!("../../index.html");
const BOOT: &str = include_str!("../../assets/boot.js");
const PRINT: &str = "print-0123.css";

fn select<'a>(html: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).expect("a selector");
    html.select(&selector).collect()
}

/// The one element that `css` selects.
fn one<'a>(html: &'a Html, css: &str) -> ElementRef<'a> {
    match select(html, css)[..] {
        [element] => element,
        ref found => panic!("{} of {css} in {}", found.len(), html.html()),
    }
}

fn attribute<'a>(html: &'a Html, css: &str, name: &str) -> &'a str {
    let value = one(html, css).attr(name);
    value.unwrap_or_else(|| panic!("{css} has no {name}"))
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn shell(strict: bool) -> Shell {
    Shell::new(SHELL, strict).expect("a shell")
}

fn file(name: &str) -> File {
    File {
        name: name.to_owned(),
        integrity: format!("sha384-{name}"),
    }
}

/// A program in two parts.
fn program() -> Program {
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

fn app(page: Page, program: &Program, strict: bool, offline: bool) -> Html {
    let loaded = Loaded {
        program,
        print: &file(PRINT),
        offline,
    };
    let html = app_document(&shell(strict), page, &loaded).expect("a document");
    Html::parse_document(&html)
}

/// The pages of the app, each with the way to the root.
fn app_pages() -> impl Iterator<Item = (Page, Html)> {
    Page::ALL
        .into_iter()
        .map(|page| (page, app(page, &program(), true, true)))
}

fn read(page: StaticPage) -> Html {
    let html = static_document(&shell(true), page, &file(PRINT)).expect("a document");
    Html::parse_document(&html)
}

/// Every document by its path, with the way to the root.
fn all() -> Vec<(String, String, Html)> {
    let app =
        app_pages().map(|(page, html)| (page.path().to_owned(), page.root().to_owned(), html));
    let read = StaticPage::all().map(|page| (page.path(), page.root(), read(page)));
    app.chain(read).collect()
}

/// What a document's policy says, by directive.
fn policy(html: &Html) -> BTreeMap<&str, Vec<&str>> {
    let policy = attribute(html, "meta[http-equiv=Content-Security-Policy]", "content");
    let directives = policy.split("; ").map(|directive| {
        let mut words = directive.split(' ');
        (words.next().unwrap_or_default(), words.collect())
    });
    directives.collect()
}

/// The hashes of elements as a policy names them.
fn hashes(elements: Vec<ElementRef<'_>>) -> Vec<String> {
    let hash = |element: ElementRef<'_>| {
        format!(
            "'sha256-{}'",
            Base64::encode_string(&Sha256::digest(text(element)))
        )
    };
    elements.into_iter().map(hash).collect()
}

/// `import()` gives no hash itself. The map has to stand before all that loads scripts.
#[test]
fn the_script_is_checked_by_a_map_at_the_head_of_all_scripts() {
    for (page, html) in app_pages() {
        let first = select(&html, "script")[0];
        assert_eq!(first.attr("type"), Some("importmap"), "{page:?}");
        let map: Value = serde_json::from_str(&text(first)).expect("JSON");
        let File { name, integrity } = program().script;
        let address = page.root().to_owned() + &name;
        assert_eq!(map["integrity"][&address], integrity, "{page:?}");
        let loads = attribute(&html, "#app", "data-script");
        assert_eq!(loads, address, "{page:?}");
    }
}

#[test]
fn a_document_runs_and_wears_what_stands_in_it_and_nothing_else() {
    for (path, _, html) in all() {
        let policy = policy(&html);
        let styles = hashes(select(&html, "style"));
        assert_eq!(styles.len(), 1, "{path}");
        assert_eq!(policy["style-src"], ["'self'", &styles[0]], "{path}");
        let scripts = hashes(select(&html, "script:not([type='application/ld+json'])"));
        let allowed = policy.get("script-src").map_or(&[][..], |sources| sources);
        let own = allowed
            .iter()
            .filter(|source| source.starts_with("'sha256-"));
        assert_eq!(
            own.collect::<Vec<_>>(),
            scripts.iter().collect::<Vec<_>>(),
            "{path}"
        );
        let elsewhere = allowed
            .iter()
            .filter(|source| !source.starts_with("'sha256-"));
        let elsewhere: Vec<_> = elsewhere.copied().collect();
        let expected = if scripts.is_empty() {
            &[][..]
        } else {
            &["'self'", "'wasm-unsafe-eval'"]
        };
        assert_eq!(elsewhere, expected, "{path}");
        for (directive, source) in [
            ("default-src", "'none'"),
            ("base-uri", "'none'"),
            ("form-action", "'none'"),
            ("require-trusted-types-for", "'script'"),
            (
                "trusted-types",
                if scripts.is_empty() {
                    "'none'"
                } else {
                    "coder-fit-worker"
                },
            ),
        ] {
            assert_eq!(policy[directive], [source], "{path}: {directive}");
        }
        assert_eq!(
            select(&html, "[style]"),
            [],
            "{path}: the policy drops them"
        );
        let handlers = select(&html, "[onclick], [onload], [onerror], [onsubmit]");
        assert_eq!(handlers, [], "{path}: the policy drops them");
    }
    // What Trunk adds while developing may run.
    let loose = app(Page::Quiz, &program(), false, true);
    assert_eq!(select(&loose, "meta[http-equiv]"), []);
}

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

#[test]
fn comments_in_scripts_stay_at_home() {
    let lines = BOOT.split_inclusive('\n');
    let boot: String = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    assert!(boot.len() < BOOT.len());
    for (page, html) in app_pages() {
        let scripts = select(&html, "script:not([type])").into_iter().map(text);
        let scripts: Vec<_> = scripts.collect();
        assert_eq!(scripts[0], boot, "{page:?}");
        let comments = scripts[1]
            .lines()
            .filter(|line| line.trim_start().starts_with("//"));
        assert_eq!(comments.count(), 0, "{page:?}");
    }
}

#[test]
fn pages_without_a_worker_start_none() {
    for page in Page::ALL {
        let address = format!("'{}{SERVICE_WORKER}'", page.root());
        for offline in [true, false] {
            let html = app(page, &program(), true, offline);
            let scripts: String = select(&html, "script").into_iter().map(text).collect();
            assert_eq!(scripts.contains(&address), offline, "{page:?}");
            assert_eq!(scripts.contains(SERVICE_WORKER), offline, "{page:?}");
        }
    }
}

/// Each has the styles of its own kind behind those that all have, and none of the other kind.
#[test]
fn a_page_wears_what_it_needs() {
    for (path, _, html) in all() {
        let is_read = StaticPage::all().any(|page| page.path() == path);
        let own = match &*path {
            _ if is_read => styles::element(&[styles::SHARED, styles::READING]),
            "try/" => styles::element(&[styles::SHARED, styles::APP, styles::TRY]),
            "group/" => styles::element(&[styles::SHARED, styles::APP, styles::GROUP]),
            "handouts/" => styles::element(&[styles::SHARED, styles::APP, styles::HANDOUTS]),
            _ => styles::element(&[styles::SHARED, styles::APP]),
        };
        let worn = text(one(&html, "style"));
        assert_eq!(format!("<style>{worn}</style>"), own, "{path}");
    }
}

/// A data block is no script: the policy neither hashes it nor lets scripts in.
#[test]
fn pages_to_be_read_have_no_script() {
    let mut blocks = BTreeMap::new();
    for page in StaticPage::all() {
        let html = read(page);
        assert!(!policy(&html).contains_key("script-src"), "{}", page.path());
        for script in select(&html, "script") {
            assert_eq!(
                script.attr("type"),
                Some("application/ld+json"),
                "{}",
                page.path()
            );
            let data: Value = serde_json::from_str(&text(script)).expect("JSON");
            blocks.insert(page.path(), data);
        }
    }
    assert_eq!(
        blocks.keys().collect::<Vec<_>>(),
        ["guide/", "guide/questions/"]
    );
    let occupation = &blocks["guide/"];
    assert_eq!(occupation["@type"], "Occupation");
    assert_eq!(occupation["estimatedSalary"]["median"], 51_140);
    let questions = &blocks["guide/questions/"];
    assert_eq!(questions["@type"], "FAQPage");
    let questions = questions["mainEntity"].as_array().expect("questions");
    assert_eq!(questions.len(), 12);
    for question in questions {
        assert_eq!(question["@type"], "Question");
        assert_eq!(question["acceptedAnswer"]["@type"], "Answer");
        for text in [&question["name"], &question["acceptedAnswer"]["text"]] {
            assert!(
                text.as_str().is_some_and(|text| !text.is_empty()),
                "{question}"
            );
        }
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

/// An empty folder for a test with this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is not there in the first run.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_program_is_named_by_its_contents() {
    let folder = folder("program");
    let staged = |script: &str, module: &str| {
        fs::write(folder.join("app.js"), script).expect("a file");
        fs::write(folder.join("app_bg.wasm"), module).expect("a file");
        let program = Program::whole(&folder).expect("a program");
        for (file, bytes) in [(&program.script, script), (&program.module, module)] {
            assert_eq!(
                fs::read_to_string(folder.join(&file.name)).expect("a file"),
                bytes
            );
            let hash = Base64::encode_string(&Sha384::digest(bytes));
            assert_eq!(file.integrity, format!("sha384-{hash}"));
        }
        for gone in ["app.js", "app_bg.wasm"] {
            assert!(!folder.join(gone).exists(), "{gone}");
        }
        program
    };
    let one = staged("script", "module");
    assert_eq!(staged("script", "module"), one);
    for other in [staged("script", "another"), staged("another", "module")] {
        assert_ne!(other.script.name, one.script.name);
        assert_ne!(other.module.name, one.module.name);
    }
    assert!(
        Program::whole(&folder).is_err(),
        "there is nothing left to name"
    );
}

#[test]
fn a_worker_lists_the_files_of_its_version() {
    let site = folder("worker");
    fs::create_dir_all(site.join("quiz")).expect("a folder");
    let put = |name: &str, text: &str| fs::write(site.join(name), text).expect("a file");
    for name in [
        "index.html",
        "quiz/index.html",
        "app-0123.js",
        "result-0123.wasm",
        "404.html",
        "_headers",
        "robots.txt",
        "sitemap.xml",
    ] {
        put(name, name);
    }
    let one = service_worker(&site).expect("a worker");
    let hash = |name: &str| Base64::encode_string(&Sha256::digest(name));
    let list: String = [
        ("", "index.html"),
        ("app-0123.js", "app-0123.js"),
        ("quiz/", "quiz/index.html"),
        ("result-0123.wasm", "result-0123.wasm"),
    ]
    .map(|(address, name)| format!("\n  ['{address}', 'sha256-{}'],", hash(name)))
    .concat();
    assert!(one.contains(&format!("[{list}\n]")), "{one}");
    assert_eq!(one.matches("', 'sha256-").count(), 4, "{one}");
    // `printf index.html | openssl dgst -sha256 -binary | base64`
    assert!(one.contains("['', 'sha256-DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=']"));
    assert!(!one.contains("site: "), "{one}");
    // The worker is not part of its own version, and every other file is.
    put(SERVICE_WORKER, &one);
    assert_eq!(service_worker(&site).expect("a worker"), one);
    put("quiz/index.html", "another");
    assert_ne!(service_worker(&site).expect("a worker"), one);
}

/// The one script more stands before the one that starts the app, knows the sites that were named, and
/// is allowed by its hash. Everything else of the document stays as it is.
#[test]
fn pages_that_may_be_framed_look_who_does_it() {
    let folder = folder("frames");
    let loaded = |page| {
        let (program, print) = (program(), file(PRINT));
        let loaded = Loaded {
            program: &program,
            print: &print,
            offline: true,
        };
        app_document(&shell(true), page, &loaded).expect("a document")
    };
    for page in Page::ALL {
        let path = folder.join(page.path());
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("index.html"), loaded(page)).expect("a file");
    }
    let headers = include_str!("../../assets/public/_headers");
    fs::write(folder.join("_headers"), headers).expect("a file");
    let frames = Frames::read("https://a.example https://b.example:8443");
    let frames = frames.expect("origins").expect("two of them");
    frames.open(&folder).expect("a site");
    for page in Page::ALL {
        let before = loaded(page);
        let after = fs::read_to_string(folder.join(page.path()).join("index.html"));
        let after = after.expect("a file");
        if !FRAMED.contains(&page) {
            assert_eq!(after, before, "{page:?}");
            continue;
        }
        let (before, after) = (Html::parse_document(&before), Html::parse_document(&after));
        let scripts = |html| {
            let scripts = select(html, "script").into_iter().map(text);
            scripts.collect::<Vec<_>>()
        };
        let mut now = scripts(&after);
        let added = now.remove(1);
        assert_eq!(now, scripts(&before), "{page:?}");
        let list = "['https://a.example', 'https://b.example:8443']";
        assert!(added.contains(list), "{page:?}: {added}");
        let allowed = policy(&after)["script-src"].clone();
        let mut hashed = hashes(select(&after, "script"));
        hashed.extend(["'self'", "'wasm-unsafe-eval'"].map(str::to_owned));
        let hashed: BTreeSet<_> = hashed.iter().map(String::as_str).collect();
        assert_eq!(
            allowed.into_iter().collect::<BTreeSet<_>>(),
            hashed,
            "{page:?}"
        );
    }
    let headers = fs::read_to_string(folder.join("_headers")).expect("a file");
    assert!(headers.contains("frame-ancestors https://a.example https://b.example:8443"));
}

/// The journeys run the lines that owners of sites copy, and the page that explains them has the same.
#[test]
fn the_lines_to_copy_are_the_same_everywhere() {
    let lines = career_fit::ui::static_pages::embed::SNIPPET;
    let document = include_str!("../../docs/embedding.md");
    let (_, rest) = document.split_once("```html\n").expect("lines of HTML");
    let (copied, _) = rest.split_once("```").expect("an end of them");
    let copied: String = copied
        .lines()
        .map(|line| [line.strip_prefix("   ").unwrap_or_default(), "\n"].concat())
        .collect();
    assert_eq!(copied.trim_end(), lines.trim_end());
}
