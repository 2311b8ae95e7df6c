//! Styles: those of the first sight stand inside each page, so that it is painted
//! when the page itself has come.

/// What the app's pages need.
pub const APP: [&str; 3] = [
    include_str!("../../assets/styles/tokens.css"),
    include_str!("../../assets/styles/base.css"),
    include_str!("../../assets/styles/components.css"),
];

/// What the pages to be read need besides.
pub const READING: &str = include_str!("../../assets/styles/guide.css");

/// What the page in place of a missing one needs.
pub const MISSING: [&str; 2] = [
    include_str!("../../assets/styles/tokens.css"),
    include_str!("../../assets/styles/missing.css"),
];

/// What paper needs. It is a file of its own, which nobody waits for.
pub const PRINT: &str = include_str!("../../assets/styles/print.css");

/// Styles as an element.
pub fn element<'a>(sheets: impl IntoIterator<Item = &'a str>) -> String {
    let sheets: String = sheets.into_iter().map(without_comments).collect();
    format!("<style>{sheets}</style>")
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
}
