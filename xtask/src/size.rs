//! How much a visitor downloads.

use std::fmt;
use std::fs;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::{brotli_len, gzip_len};

/// A way through the site, and how many bytes it may take by brotli: a few percent above where we
/// are.
struct Visit {
    label: &'static str,
    loads: fn(&str) -> bool,
    most: usize,
}

const VISITS: [Visit; 6] = [
    Visit {
        label: "JS + wasm of the quiz",
        loads: is_program,
        most: 108_000,
    },
    Visit {
        label: "first visit, up to a finished quiz",
        loads: |name| is_program(name) || is_style(name) || FIRST_PAGES.contains(&name),
        most: 128_000,
    },
    Visit {
        label: "first visit, with the result",
        loads: |name| {
            is_program(name) || is_chunk(name) || is_style(name) || FIRST_PAGES.contains(&name)
        },
        most: 245_000,
    },
    Visit {
        label: "first visit by a shared link",
        loads: |name| {
            is_program(name) || is_chunk(name) || is_style(name) || name == "result/index.html"
        },
        most: 235_000,
    },
    Visit {
        label: "first visit to the charts",
        loads: |name| {
            is_program(name) || is_charts(name) || is_style(name) || name == "try/index.html"
        },
        most: 192_000,
    },
    Visit {
        label: "first visit with a group's results",
        loads: |name| {
            is_program(name)
                || is_chunk(name)
                || is_part(name, "advisers")
                || is_style(name)
                || name == "group/index.html"
        },
        most: 303_000,
    },
];

/// The pages a visitor passes from the first one to a finished quiz.
const FIRST_PAGES: [&str; 2] = ["index.html", "quiz/index.html"];

/// A page holds all that it needs to be painted, and this is about as much as a server sends before it
/// has to wait for an answer. It is measured by gzip, which every host has.
const MOST_OF_A_PAGE: usize = 14_000;
const PAGE: &str = "the larger of the first two pages";

fn is_program(name: &str) -> bool {
    name.starts_with("app-")
}

/// The views of results, with what others share with them.
fn is_chunk(name: &str) -> bool {
    is_part(name, "result")
}

/// The charts with their views, and what they share with others.
fn is_charts(name: &str) -> bool {
    is_part(name, "charts")
}

/// A part of the program by its name, with what it shares with others: the name of such a file has
/// those of all that need it.
fn is_part(name: &str, part: &str) -> bool {
    let mut names = name.split('-');
    match names.next() {
        Some("shared") => names.any(|of| of == part),
        own => own == Some(part) && names.next().is_some(),
    }
}

/// Those for paper; the others stand in the pages.
fn is_style(name: &str) -> bool {
    name.starts_with("print-")
}

/// Bytes, by how they may travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Self {
        Self {
            raw: bytes.len(),
            gzip: gzip_len(bytes),
            brotli: brotli_len(bytes),
        }
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
        let files = server::files(directory)
            .with_context(|| format!("cannot list the files of {}", directory.display()))?;
        let sizes = files.into_iter().map(|(name, file)| {
            let bytes = fs::read(&file);
            let bytes = bytes.with_context(|| format!("cannot read {}", file.display()))?;
            Ok((name, Size::of(&bytes)))
        });
        Ok(Self(sizes.collect::<Result<_>>()?))
    }

    /// Fails where a visit takes more bytes than its limit.
    pub fn check(&self) -> Result<()> {
        let visits = VISITS.map(|visit| (visit.label, self.total(visit.loads).brotli, visit.most));
        let page = (PAGE, self.page().gzip, MOST_OF_A_PAGE);
        for (label, size, most) in visits.into_iter().chain([page]) {
            if size > most {
                bail!("{label}: {size} bytes, over {most}");
            }
        }
        Ok(())
    }

    fn page(&self) -> Size {
        let pages = FIRST_PAGES.map(|page| self.total(|name| name == page));
        let largest = pages.into_iter().max_by_key(|size| size.gzip);
        largest.unwrap_or_default()
    }

    fn total(&self, wanted: impl Fn(&str) -> bool) -> Size {
        let sizes = self.0.iter().filter(|(name, _)| wanted(name));
        sizes.fold(Size::default(), |sum, (_, size)| sum + *size)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let visits = VISITS.map(|visit| (visit.label, self.total(visit.loads)));
        let sums = [("all files", self.total(|_| true)), (PAGE, self.page())];
        let files = self.0.iter().map(|(name, size)| (&**name, *size));
        let rows: Vec<_> = files.chain(sums).chain(visits).collect();
        let width = rows.iter().map(|(name, _)| name.chars().count()).max();
        let width = width.unwrap_or_default();
        writeln!(
            f,
            "{:width$}  {:>9}  {:>9}  {:>9}",
            "bytes", "raw", "gzip", "brotli"
        )?;
        for (name, Size { raw, gzip, brotli }) in rows {
            writeln!(f, "{name:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_visit_is_its_pages_and_what_they_load() {
        let size = |brotli| Size {
            brotli,
            ..Size::default()
        };
        let report = Report(
            [
                ("404.html", 7),
                ("app-0123.js", 1),
                ("app-0123.wasm", 20),
                ("guide/index.html", 7),
                ("index.html", 300),
                ("print-0123.css", 4_000),
                ("quiz/index.html", 50_000),
                ("result-0123.wasm", 600_000),
                ("result/index.html", 7_000_000),
                ("service-worker.js", 7),
                ("charts-0123.wasm", 80_000_000),
                ("shared-charts-result-0123.wasm", 900_000_000),
                ("try/index.html", 5),
                ("advisers-0123.wasm", 2_000_000_000),
                ("shared-advisers-charts-0123.wasm", 30_000_000_000),
                ("group/index.html", 6),
            ]
            .map(|(name, brotli)| (name.to_owned(), size(brotli)))
            .into(),
        );
        let sums = VISITS.map(|visit| report.total(visit.loads).brotli);
        assert_eq!(
            sums,
            [
                21,
                54_321,
                900_654_321,
                907_604_021,
                30_980_004_026,
                32_900_604_027,
            ]
        );
    }

    #[test]
    fn too_much_is_too_much() {
        for (name, by_brotli, by_gzip, may) in [
            ("app-0123.wasm", VISITS[0].most, 0, true),
            ("app-0123.wasm", VISITS[0].most + 1, 0, false),
            ("result/index.html", VISITS[3].most + 1, 0, false),
            ("quiz/index.html", 0, MOST_OF_A_PAGE, true),
            ("quiz/index.html", 0, MOST_OF_A_PAGE + 1, false),
        ] {
            let size = Size {
                raw: 0,
                gzip: by_gzip,
                brotli: by_brotli,
            };
            let report = Report(vec![(name.to_owned(), size)]);
            assert_eq!(report.check().is_ok(), may, "{name}");
        }
    }
}
