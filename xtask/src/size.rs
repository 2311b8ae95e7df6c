//! How much a visitor downloads.

use std::fmt;
use std::fs;
use std::io;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::compress::{BROTLI, GZIP, copy_of, is_copy};

/// The pages a visitor passes from the first one to a finished quiz.
const FIRST_VISIT: [&str; 3] = ["index.html", "quiz/index.html", "result/index.html"];

/// What may travel, in bytes by brotli. The aim is 85 KB for JS and wasm, and 110 KB for the first
/// visit; this gate stands a few percent above where we are, and is to be lowered with each step.
const MOST_PROGRAMS: usize = 188_000;
const MOST_FIRST_VISIT: usize = 205_000;

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
    /// A file without a compressed copy travels as it is.
    fn of(file: &Path) -> io::Result<Self> {
        let length = |file: &Path| fs::read(file).map(|bytes| bytes.len());
        let raw = length(file)?;
        let copy = |ending| {
            let copy = copy_of(file, ending);
            if copy.exists() {
                length(&copy)
            } else {
                Ok(raw)
            }
        };
        Ok(Self {
            raw,
            gzip: copy(GZIP)?,
            brotli: copy(BROTLI)?,
        })
    }
}

/// How many bytes of a file travel by brotli.
pub fn brotli(file: &Path) -> io::Result<usize> {
    Ok(Size::of(file)?.brotli)
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
            ("JS + wasm", self.programs(), MOST_PROGRAMS),
            ("the first visit", self.first_visit(), MOST_FIRST_VISIT),
        ] {
            if size.brotli > most {
                bail!("{label}: {} bytes by brotli, over {most}", size.brotli);
            }
        }
        Ok(())
    }

    fn programs(&self) -> Size {
        self.total(is_program)
    }

    fn first_visit(&self) -> Size {
        self.total(|name| is_program(name) || is_style(name) || FIRST_VISIT.contains(&name))
    }

    fn total(&self, wanted: impl Fn(&str) -> bool) -> Size {
        let sizes = self.0.iter().filter(|(name, _)| wanted(name));
        sizes.fold(Size::default(), |sum, (_, size)| sum + *size)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let programs = self.programs();
        let first = self.first_visit();
        let all = self.total(|_| true);
        let labels = [
            ("all files", all),
            ("JS + wasm", programs),
            ("first visit, up to a finished quiz", first),
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
        writeln!(
            f,
            "\nFirst visit, everything needed to finish the quiz (three pages, styles, JS, wasm): \
             {} by brotli.\nJS + wasm: {} by brotli. 1 KB is 1000 bytes.",
            kilobytes(first.brotli),
            kilobytes(programs.brotli),
        )
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

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1000.0)
}

fn measure(directory: &Path, prefix: &str, sizes: &mut Vec<(String, Size)>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            measure(&entry.path(), &format!("{name}/"), sizes)?;
        } else if !is_copy(&name) {
            sizes.push((name, Size::of(&entry.path())?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_visit_is_three_pages_and_what_they_load() {
        let size = |raw| Size {
            raw,
            ..Size::default()
        };
        let report = Report(vec![
            ("app.js".to_owned(), size(1)),
            ("app_bg.wasm".to_owned(), size(20)),
            ("base.css".to_owned(), size(300)),
            ("guide-0123.css".to_owned(), size(7)),
            ("guide/index.html".to_owned(), size(7)),
            ("icon.svg".to_owned(), size(7)),
            ("quiz/index.html".to_owned(), size(4000)),
            ("service-worker.js".to_owned(), size(7)),
        ]);
        let table = report.to_string();
        let row = |label: &str| {
            let line = table.lines().find(|line| line.starts_with(label));
            line.and_then(|line| line.strip_prefix(label)?.split_whitespace().next())
        };
        assert_eq!(row("JS + wasm  "), Some("21"), "{table}");
        assert_eq!(
            row("first visit, up to a finished quiz "),
            Some("4321"),
            "{table}"
        );
        assert_eq!(row("all files"), Some("4349"), "{table}");
    }

    #[test]
    fn too_much_is_too_much() {
        let report = |brotli| {
            let size = Size {
                brotli,
                ..Size::default()
            };
            Report(vec![("app_bg.wasm".to_owned(), size)])
        };
        assert!(report(MOST_PROGRAMS).check().is_ok());
        assert!(report(MOST_PROGRAMS + 1).check().is_err());
        assert_eq!(kilobytes(12_345), "12.3 KB");
    }
}
