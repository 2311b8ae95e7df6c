//! How much a visitor downloads.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The pages a visitor passes from the first one to a finished quiz.
const FIRST_VISIT: [&str; 3] = ["index.html", "quiz/index.html", "result/index.html"];

/// Bytes, by how they may travel. Both compressions are at their strongest, as static hosts have
/// them done ahead of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli(bytes)?,
        })
    }
}

/// How many bytes these are by brotli at its strongest.
pub fn brotli(bytes: &[u8]) -> io::Result<usize> {
    let mut compressed = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &strongest)?;
    Ok(compressed.len())
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

    fn total(&self, wanted: impl Fn(&str) -> bool) -> Size {
        let sizes = self.0.iter().filter(|(name, _)| wanted(name));
        sizes.fold(Size::default(), |sum, (_, size)| sum + *size)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let programs = self.total(is_program);
        let first =
            self.total(|name| is_program(name) || is_style(name) || FIRST_VISIT.contains(&name));
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
    [".js", ".mjs", ".wasm"]
        .iter()
        .any(|end| name.ends_with(end))
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
        } else {
            sizes.push((name, Size::of(&fs::read(entry.path())?)?));
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
        assert_eq!(row("all files"), Some("4342"), "{table}");
    }

    #[test]
    fn compression_is_measured() -> io::Result<()> {
        let size = Size::of(&[b'a'; 10_000])?;
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 50, "{size:?}");
        assert_eq!(kilobytes(12_345), "12.3 KB");
        Ok(())
    }
}
