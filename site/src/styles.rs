//! Styles: those of the first sight stand inside each page, so that it is painted
//! when the page itself has come.
//!
//! What belongs to one part stands beside the part, under the same name. Here is
//! the order in which the parts' styles follow each other: a page may change what a
//! component brings, so components come first, and of two components the one that
//! others build on.

/// Names sheets by their place in the project.
macro_rules! sheets {
    ($($path:literal),* $(,)?) => {
        &[$(include_str!(concat!("../../", $path))),*]
    };
}

/// What every page needs that has a masthead.
pub const SHARED: &[&str] = sheets![
    "assets/styles/tokens.css",
    "assets/styles/base.css",
    "src/ui/components/frame.css",
    "src/ui/components/logo.css",
    "src/ui/components/button.css",
    "src/ui/components/panel.css",
    "src/ui/components/ticks.css",
    "src/ui/components/steps.css",
    "src/ui/components/table.css",
    "src/ui/components/pay.css",
    "src/ui/components/estimate.css",
];

/// What the app's pages need besides.
pub const APP: &[&str] = sheets![
    "src/ui/components/tab.css",
    "src/ui/components/notice.css",
    "src/ui/components/radio.css",
    "src/ui/components/check.css",
    "src/ui/components/settings.css",
    "src/ui/components/link_box.css",
    "src/ui/components/qr.css",
    "src/ui/components/scale.css",
    "src/ui/components/fact.css",
    "src/ui/components/fold.css",
    "src/ui/pages/landing.css",
    "src/ui/pages/question.css",
    "src/ui/pages/task.css",
    "src/ui/pages/review.css",
    "src/ui/pages/result/mod.css",
    "src/ui/pages/result/verdict.css",
    "src/ui/pages/result/profile.css",
    "src/ui/pages/result/why.css",
    "src/ui/pages/result/traits.css",
    "src/ui/pages/result/preview.css",
    "src/ui/pages/result/plan.css",
    "src/ui/pages/result/directions.css",
    "src/ui/pages/result/share.css",
    "src/ui/pages/compare.css",
    "site/src/pages.css",
];

/// What the page of charts needs besides those.
pub const TRY: &[&str] = sheets![
    "src/ui/pages/charts/mod.css",
    "src/ui/pages/charts/record.css",
    "src/ui/pages/charts/book.css",
    "src/ui/pages/charts/build.css",
    "src/ui/pages/charts/decide.css",
    "src/ui/pages/charts/see.css",
];

/// What the page of a group needs besides those.
pub const GROUP: &[&str] = sheets!["src/ui/pages/group/mod.css"];

/// What the page of handouts needs besides those.
pub const HANDOUTS: &[&str] = sheets!["src/ui/pages/handouts/mod.css"];

/// What the pages to be read need besides.
pub const READING: &[&str] = sheets![
    "src/ui/static_pages/embed.css",
    "src/ui/static_pages/guide.css",
    "src/ui/static_pages/figures.css",
    "src/ui/static_pages/fact_note.css",
    "src/ui/static_pages/sources.css",
    "src/ui/static_pages/scoring.css",
    "src/ui/static_pages/lesson.css",
];

/// What the page in place of a missing one needs.
pub const MISSING: &[&str] = sheets!["assets/styles/tokens.css", "site/src/missing.css"];

/// What paper needs. It is a file of its own, which nobody waits for.
pub const PRINT: &str = include_str!("../../assets/styles/print.css");

/// Styles as an element.
pub fn element(lists: &[&[&str]]) -> String {
    let sheets: Vec<_> = lists
        .iter()
        .copied()
        .flatten()
        .map(|sheet| without_comments(sheet))
        .collect();
    format!("<style>{}</style>", sheets.join("\n"))
}

/// A sheet without what is only for us.
pub fn without_comments(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use walkdir::WalkDir;

    use super::*;

    #[test]
    fn comments_and_indentation_do_not_travel() {
        for (sheet, kept) in [
            ("a { b: c }", "a { b: c }"),
            ("/* for us */\na {\n  b: c;\n}\n", "a {\nb: c;\n}"),
            ("a {} /* one */ b {} /* two */", "a {}  b {}"),
        ] {
            assert_eq!(without_comments(sheet), kept);
        }
    }

    /// The texts of the project's files that end so.
    fn texts(folders: &[&str], end: &str) -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let files = folders
            .iter()
            .flat_map(|folder| WalkDir::new(root.join(folder)));
        let files = files.map(|file| file.expect("a file").into_path());
        let files = files.filter(|file| file.to_string_lossy().ends_with(end));
        files
            .map(|file| fs::read_to_string(file).expect("a text"))
            .collect()
    }

    /// What is left of a text after each place where `mark` stands.
    fn after<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
        text.match_indices(mark)
            .map(move |(at, _)| &text[at + mark.len()..])
    }

    /// The sheets of all lists.
    fn every_sheet() -> Vec<&'static str> {
        let lists = [
            SHARED,
            APP,
            TRY,
            GROUP,
            HANDOUTS,
            READING,
            MISSING,
            &[PRINT],
        ];
        lists.concat()
    }

    #[test]
    fn every_sheet_is_listed() {
        let listed = every_sheet();
        for sheet in texts(&["assets/styles", "src", "site/src"], ".css") {
            assert!(listed.contains(&&*sheet), "in no list: {sheet}");
        }
    }

    fn is_end(c: char) -> bool {
        !(c.is_ascii_alphanumeric() || c == '-' || c == '_')
    }

    fn styled(sheets: &str) -> BTreeSet<&str> {
        after(sheets, ".")
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|rest| rest.split(is_end).next())
            .collect()
    }

    /// All literals' words that could be classes. Some are written into no element.
    fn words(rust: &str) -> BTreeSet<&str> {
        let literals = rust.split('"');
        let words = literals.filter(|text| text.split(' ').all(|word| !word.contains(is_end)));
        words.flat_map(str::split_whitespace).collect()
    }

    /// The words that surely are classes: what is written into elements, and what has
    /// two hyphens or low lines.
    fn used(rust: &str) -> BTreeSet<&str> {
        let written = after(rust, r#"class=""#).chain(after(rust, r#"class=\""#));
        let written = written.filter_map(|rest| rest.split(['"', '\\']).next());
        let others = words(rust).into_iter();
        let others = others.filter(|word| word.contains("__") || word.contains("--"));
        written
            .flat_map(str::split_whitespace)
            .chain(others)
            .collect()
    }

    /// Tests find these parts by their classes, and nothing about them needs a style.
    const FOR_TESTS: [&str; 5] = [
        "gaps",
        "next__plan",
        "profile__row",
        "share__what",
        "sharpen",
    ];

    #[test]
    fn every_class_in_the_styles_is_used() {
        let sheets = every_sheet();
        let sheets = sheets.into_iter().map(without_comments).collect::<String>();
        let rust = texts(
            &["src/ui", "site/src/pages.rs", "site/src/missing.rs"],
            ".rs",
        )
        .concat();
        let used: BTreeSet<_> = &words(&rust) | &used(&rust);
        // `assets/boot.js` puts these together.
        let used = &used | &["kept-quiz", "kept-someone"].into();
        let left: Vec<_> = styled(&sheets).difference(&used).copied().collect();
        assert!(left.is_empty(), "{left:?}");
    }

    /// The pages to be read get fewer styles than the app, and must not use what they
    /// have not got.
    #[test]
    fn every_class_in_the_markup_has_a_style() {
        let app = every_sheet().concat();
        let of_app = texts(
            &["src/ui", "site/src/pages.rs", "site/src/missing.rs"],
            ".rs",
        );
        let reading = [SHARED, READING, &[PRINT]].concat().concat();
        let parts = ["frame", "logo", "pay"].map(|part| format!("src/ui/components/{part}.rs"));
        let of_reading = [
            texts(&["src/ui/static_pages"], ".rs"),
            texts(&parts.each_ref().map(|part| &**part), ".rs"),
        ];
        for (sheets, rust) in [(app, of_app), (reading, of_reading.concat())] {
            let (styled, rust) = (styled(&sheets), rust.concat());
            // A block may have no style of its own as long as its elements have one.
            let is_block = |class: &str| {
                styled
                    .iter()
                    .any(|each| each.starts_with(&format!("{class}__")))
            };
            let bare: Vec<_> = used(&rust)
                .into_iter()
                .filter(|class| !styled.contains(class) && !is_block(class))
                .filter(|class| !FOR_TESTS.contains(class))
                .collect();
            assert!(bare.is_empty(), "{bare:?}");
        }
    }
}
