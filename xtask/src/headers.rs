//! The headers that hosts are asked to send with the files of the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// A header's name and value.
pub type Header = (String, String);

/// The site's `_headers` file: patterns of paths, each with its headers.
pub struct Rules(Vec<(String, Vec<Header>)>);

impl Rules {
    /// The rules of a built site.
    ///
    /// # Errors
    ///
    /// Where there is no such file, or a line is no header.
    pub fn of_site(dist: &Path) -> Result<Self> {
        let file = dist.join("_headers");
        let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
        Self::of_text(&text).with_context(|| format!("{}", file.display()))
    }

    fn of_text(text: &str) -> Result<Self> {
        let mut rules: Vec<(String, Vec<Header>)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.trim().is_empty() {
                continue;
            }
            if !line.starts_with(' ') {
                rules.push((line.to_owned(), Vec::new()));
                continue;
            }
            let (name, value) = line
                .trim()
                .split_once(": ")
                .with_context(|| format!("no header: {line}"))?;
            let (_, headers) = rules.last_mut().context("a header of no path")?;
            headers.push((name.to_owned(), value.to_owned()));
        }
        Ok(Self(rules))
    }

    /// The headers of every rule that a path matches.
    pub fn of(&self, path: &str) -> Vec<Header> {
        let matching = self.0.iter().filter(|(pattern, _)| matches(pattern, path));
        matching.flat_map(|(_, headers)| headers.clone()).collect()
    }
}

/// A star stands at the end of a pattern, or not at all.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == pattern,
    }
}

/// The headers of every file of the site.
///
/// # Errors
///
/// Where there is no such file, or a line is no header.
pub fn of_site(dist: &Path) -> Result<Vec<Header>> {
    Ok(Rules::of_site(dist)?.of("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_add_up() -> Result<()> {
        let text = "# For hosts\n/*\n  A: 1\n  B: 2\n\n/app-*\n  C: 3\n/quiz/\n  D: 4\n";
        let rules = Rules::of_text(text)?;
        let names = |path| {
            let headers = rules.of(path).into_iter();
            headers.map(|(name, _)| name).collect::<String>()
        };
        assert_eq!(names("/"), "AB");
        assert_eq!(names("/app-0123.js"), "ABC");
        assert_eq!(names("/quiz/"), "ABD");
        assert_eq!(names("/quiz/more"), "AB");
        for text in ["  A: 1\n", "/*\n  A\n"] {
            assert!(Rules::of_text(text).is_err(), "{text:?}");
        }
        Ok(())
    }
}
