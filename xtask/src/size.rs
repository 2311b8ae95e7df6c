//! How much a visitor downloads.

use std::fmt;
use std::fs;
use std::io;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::{brotli_len, gzip_len};

/// The pages a visitor passes from the first one to a finished quiz.
const FIRST_VISIT: [&str; 2] = ["index.html", "quiz/index.html"];

/// How the files of the program begin that shows results, and of which alone a shared link's page
/// needs.
const RESULT: &str = "result-";
const RESULT_PAGE: &str = "result/index.html";

/// What is looked at, under these names in the table.
const PROGRAM: &str = "JS + wasm of the quiz";
const FINISHED: &str = "first visit, up to a finished quiz";
const WITH_RESULT: &str = "first visit, with the result";
const SHARED: &str = "first visit by a shared link";
const FIRST_VIEW: &str = "HTML + CSS of the first view";

/// What may travel, in bytes: a few percent above where we are.
const MOST_PROGRAM: usize = 86_000;
const MOST_FINISHED: usize = 102_000;
const MOST_SHARED: usize = 169_000;
/// The first view alone is measured by gzip: what a server sends before it hears back.
const MOST_FIRST_VIEW: usize = 14_000;

/// The service worker comes when the quiz is there already, and nobody waits for it.
const LATER: &str = "service-worker.js";

/// Bytes, by how they may travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(file: &Path) -> io::Result<Self> {
        let bytes = fs::read(file)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip_len(&bytes),
            brotli: brotli_len(&bytes),
        })
    }
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// The sizes of a site's files, by name.
pub struct Report(Vec<(String, Size)>);

impl Report {
    /// Measures every file below `directory`.
    pub fn of(directory: &Path) -> Result<Self> {
        let mut sizes = Vec::new();
        measure(directory, "", &mut sizes)
            .with_context(|| format!("cannot read the files of {}", directory.display()))?;
        sizes.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Self(sizes))
    }

    /// Fails where more travels than may.
    pub fn check(&self) -> Result<()> {
        for (label, size, most) in [
            (PROGRAM, self.program().brotli, MOST_PROGRAM),
            (FINISHED, self.first_visit().brotli, MOST_FINISHED),
            (SHARED, self.shared().brotli, MOST_SHARED),
            (FIRST_VIEW, self.first_view().gzip, MOST_FIRST_VIEW),
        ] {
            if size > most {
                bail!("{label}: {size} bytes, over {most}");
            }
        }
        Ok(())
    }

    fn program(&self) -> Size {
        self.total(|name| is_program(name) && !name.starts_with(RESULT))
    }

    fn first_visit(&self) -> Size {
        let rest = self.total(|name| is_style(name) || FIRST_VISIT.contains(&name));
        rest + self.program()
    }

    /// Of the two pages that people arrive at, the larger one.
    fn first_view(&self) -> Size {
        let page = |page| self.total(|name| is_style(name) || name == page);
        let [landing, quiz] = FIRST_VISIT.map(page);
        if landing.gzip > quiz.gzip {
            landing
        } else {
            quiz
        }
    }

    fn shared(&self) -> Size {
        self.total(|name| {
            is_style(name) || name == RESULT_PAGE || is_program(name) && name.starts_with(RESULT)
        })
    }

    fn total(&self, wanted: impl Fn(&str) -> bool) -> Size {
        let sizes = self.0.iter().filter(|(name, _)| wanted(name));
        sizes.fold(Size::default(), |sum, (_, size)| sum + *size)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let result = self.total(|name| is_program(name) && name.starts_with(RESULT));
        let labels = [
            ("all files", self.total(|_| true)),
            (PROGRAM, self.program()),
            (FINISHED, self.first_visit()),
            (WITH_RESULT, self.first_visit() + result),
            (SHARED, self.shared()),
            (FIRST_VIEW, self.first_view()),
        ];
        let names = self.0.iter().map(|(name, _)| name.as_str());
        let width = names
            .chain(labels.map(|(label, _)| label))
            .map(|name| name.chars().count())
            .max()
            .unwrap_or_default();
        writeln!(
            f,
            "{:width$}  {:>9}  {:>9}  {:>9}",
            "bytes", "raw", "gzip", "brotli"
        )?;
        for (name, size) in &self.0 {
            row(f, width, name, *size)?;
        }
        writeln!(f)?;
        for (label, size) in labels {
            row(f, width, label, size)?;
        }
        Ok(())
    }
}

fn row(f: &mut fmt::Formatter<'_>, width: usize, name: &str, size: Size) -> fmt::Result {
    let Size { raw, gzip, brotli } = size;
    writeln!(f, "{name:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}")
}

fn is_program(name: &str) -> bool {
    let ends = [".js", ".mjs", ".wasm"];
    name != LATER && ends.iter().any(|end| name.ends_with(end))
}

/// Styles that the app's pages load; those of the guide are for pages to be read.
fn is_style(name: &str) -> bool {
    name.ends_with(".css") && !name.starts_with("guide-")
}

fn measure(directory: &Path, prefix: &str, sizes: &mut Vec<(String, Size)>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            measure(&entry.path(), &format!("{name}/"), sizes)?;
        } else {
            sizes.push((name, Size::of(&entry.path())?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_visit_is_its_pages_and_what_they_load() {
        let size = |raw| Size {
            raw,
            gzip: raw,
            ..Size::default()
        };
        let files = [
            ("base.css", 1),
            ("guide-0123.css", 7),
            ("guide/index.html", 7),
            ("icon.svg", 7),
            ("index.html", 20),
            ("quiz-0123.js", 300),
            ("quiz-0123_bg.wasm", 4_000),
            ("quiz/index.html", 50_000),
            ("result-0123.js", 600_000),
            ("result-0123_bg.wasm", 7_000_000),
            ("result/index.html", 80_000_000),
            ("service-worker.js", 7),
        ];
        let report = Report(files.map(|(name, raw)| (name.to_owned(), size(raw))).into());
        let table = report.to_string();
        for (label, raw) in [
            ("all files", "87654349"),
            (PROGRAM, "4300"),
            (FINISHED, "54321"),
            (WITH_RESULT, "7654321"),
            (SHARED, "87600001"),
            (FIRST_VIEW, "50001"),
        ] {
            let line = table.lines().find_map(|line| line.strip_prefix(label));
            let size = line.and_then(|line| line.split_whitespace().next());
            assert_eq!(size, Some(raw), "{label}: {table}");
        }
    }

    #[test]
    fn too_much_is_too_much() {
        let check = |name: &str, size| Report(vec![(name.to_owned(), size)]).check();
        let by_brotli = |brotli| Size {
            brotli,
            ..Size::default()
        };
        let by_gzip = |gzip| Size {
            gzip,
            ..Size::default()
        };
        for (name, most) in [
            ("quiz-0123_bg.wasm", MOST_PROGRAM),
            ("quiz/index.html", MOST_FINISHED),
            ("result/index.html", MOST_SHARED),
        ] {
            assert!(check(name, by_brotli(most)).is_ok(), "{name}");
            assert!(check(name, by_brotli(most + 1)).is_err(), "{name}");
        }
        for name in ["base-0123.css", "index.html", "quiz/index.html"] {
            assert!(check(name, by_gzip(MOST_FIRST_VIEW)).is_ok(), "{name}");
            assert!(check(name, by_gzip(MOST_FIRST_VIEW + 1)).is_err(), "{name}");
        }
    }
}
