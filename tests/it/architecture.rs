//! Who may use whom. Cargo cannot enforce it inside one crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A part of the crate, and the parts that it may name.
const MAY_USE: [(&str, &[&str]); 13] = [
    ("content", &[]),
    ("builtin", &["content"]),
    ("answers", &["content"]),
    ("code", &["content", "answers"]),
    ("fit", &["content", "answers"]),
    ("task", &["content", "answers"]),
    ("plan", &["content", "answers", "fit"]),
    ("share", &["content", "answers", "code", "fit"]),
    ("session", &["content", "answers", "code", "task"]),
    ("settings", &[]),
    (
        "visit",
        &[
            "content", "answers", "fit", "plan", "share", "session", "settings",
        ],
    ),
    (
        "browser",
        &["content", "answers", "plan", "share", "session", "visit"],
    ),
    (
        "ui",
        &[
            "content", "builtin", "answers", "code", "fit", "task", "plan", "share", "session",
            "settings", "visit", "browser", "document",
        ],
    ),
];

/// What the pure parts never name: the browser, the clock, chance, the target.
const IMPURE: [&str; 10] = [
    "yew",
    "gloo",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "std::time",
    "Instant",
    "SystemTime",
    "rand::",
    "cfg(target",
];

const PURE: [&str; 11] = [
    "content", "builtin", "answers", "code", "fit", "task", "plan", "share", "session", "settings",
    "visit",
];

fn sources(part: &str) -> Vec<(PathBuf, String)> {
    let (file, folder) = (format!("{part}.rs"), format!("{part}/"));
    let found: Vec<_> = server::files(Path::new("src"))
        .expect("a readable folder")
        .into_iter()
        .filter(|(name, _)| *name == file || name.starts_with(&folder))
        .map(|(_, path)| (path.clone(), fs::read_to_string(path).expect("a source")))
        .collect();
    assert!(!found.is_empty(), "no source of {part}");
    found
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn parts_use_only_what_stands_before_them() {
    for (part, may_use) in MAY_USE {
        for (path, text) in sources(part) {
            for line in code_lines(&text) {
                for (used, _) in line.match_indices("crate::").map(|(at, _)| {
                    let rest = &line[at + "crate::".len()..];
                    rest.split_at(
                        rest.find(|c: char| !c.is_alphanumeric() && c != '_')
                            .unwrap_or(rest.len()),
                    )
                }) {
                    assert!(
                        used == part || may_use.contains(&used),
                        "{}: {part} must not use {used}: {line}",
                        path.display()
                    );
                }
            }
        }
    }
}

/// The rooms whose files use one another in one direction only.
const ROOMS: [&str; 6] = ["code", "fit", "plan", "session", "share", "task"];

/// The files of a room, each with the files of the room that it uses.
fn uses(room: &str) -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources(room);
    let stem = |path: &Path| path.file_stem().map(|stem| stem.display().to_string());
    let files: BTreeSet<String> = sources.iter().filter_map(|(path, _)| stem(path)).collect();
    let name = |text: &str| -> String {
        let word = |c: &char| c.is_alphanumeric() || *c == '_';
        text.chars().take_while(word).collect()
    };
    let used_by = |(path, text): &(PathBuf, String)| {
        let file = stem(path).unwrap_or_default();
        let mut used = BTreeSet::new();
        for line in code_lines(text) {
            for (at, _) in line.match_indices("super::") {
                let named = name(&line[at + "super::".len()..]);
                // What is no file stands in `mod.rs`.
                let is_file = files.contains(&named);
                used.insert(if is_file { named } else { "mod".to_owned() });
            }
            if file == "mod" {
                let named = |other: &&String| {
                    let path = format!("{other}::");
                    line.match_indices(&path).any(|(at, _)| {
                        !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                    })
                };
                used.extend(files.iter().filter(named).cloned());
            }
        }
        (file, used)
    };
    sources.iter().map(used_by).collect()
}

#[test]
fn no_room_goes_in_a_circle() {
    for room in ROOMS {
        let mut left = uses(room);
        assert!(left.len() > 2, "{room} has files");
        // Whatever uses nothing that is left cannot be part of a circle.
        while !left.is_empty() {
            let files: BTreeSet<_> = left.keys().cloned().collect();
            left.retain(|_, used| !used.is_disjoint(&files));
            assert!(left.len() < files.len(), "a circle in {room}: {left:?}");
        }
    }
}

#[test]
fn pure_parts_know_no_browser_no_clock_no_chance() {
    for part in PURE {
        for (path, text) in sources(part) {
            for line in code_lines(&text) {
                for word in IMPURE {
                    let named = line.match_indices(word).any(|(at, _)| {
                        !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
                    });
                    assert!(!named, "{}: {word}: {line}", path.display());
                }
            }
        }
    }
}

#[test]
fn every_part_of_the_crate_is_in_the_table() {
    let lib = fs::read_to_string("src/lib.rs").expect("a readable source");
    for line in code_lines(&lib).filter_map(|line| line.strip_prefix("pub mod ")) {
        let part = line.trim_end_matches(';');
        let known = MAY_USE.iter().any(|(name, _)| *name == part) || part == "document";
        assert!(known, "{part} has no row in MAY_USE");
    }
}

#[test]
fn no_markup_is_made_from_strings() {
    for (path, text) in sources("ui") {
        for word in ["from_html_unchecked", "set_inner_html", "VRaw"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
