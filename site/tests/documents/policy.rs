//! What a document may run and wear.

use std::collections::BTreeMap;

use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;
use serde_json::Value;
use site::{File, SERVICE_WORKER, styles};

use crate::support::{
    BOOT, all, app, app_pages, attribute, hashes, one, policy, program, read, select, text,
};

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

/// Whoever wants more contrast gets soft ink and thin lines as strong as others, and nothing else: axe
/// looks at no page in that look, as it has no color that it has not seen.
#[test]
fn more_contrast_takes_two_colors_from_others() {
    for (path, _, html) in all() {
        let styles: String = text(one(&html, "style")).split_whitespace().collect();
        let rules: Vec<_> = styles.split("prefers-contrast").skip(1).collect();
        assert_eq!(rules.len(), 1, "{path}");
        let changes = ":more){:root{--ink-soft:var(--ink);--line:var(--line-strong);}}";
        assert!(rules[0].starts_with(changes), "{path}: {:.90}", rules[0]);
    }
}
