//! Copies of the site's files, compressed ahead of time: for hosts that send them in place of the
//! files, and to tell what travels.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

/// What shrinks. Pictures are compressed already.
const KINDS: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// The ending of a copy by gzip, which stands behind that of the file.
pub const GZIP: &str = ".gz";
/// The ending of a copy by brotli.
pub const BROTLI: &str = ".br";

/// Writes the copies beside every file below `directory` that shrinks.
///
/// # Errors
/// Where a file cannot be read, or a copy not be written.
pub fn copies(directory: &Path) -> Result<()> {
    beside(directory).with_context(|| format!("cannot compress {}", directory.display()))
}

fn beside(directory: &Path) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let file = entry.path();
        if entry.file_type()?.is_dir() {
            beside(&file)?;
        } else if shrinks(&file) {
            let bytes = fs::read(&file)?;
            for (ending, copy) in [(GZIP, gzip(&bytes)?), (BROTLI, brotli(&bytes)?)] {
                if copy.len() < bytes.len() {
                    fs::write(copy_of(&file, ending), copy)?;
                }
            }
        }
    }
    Ok(())
}

fn shrinks(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str());
    kind.is_some_and(|kind| KINDS.contains(&kind))
}

/// Where a file's copy is.
pub fn copy_of(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether this is the name of a copy.
pub fn is_copy(name: &str) -> bool {
    [GZIP, BROTLI].iter().any(|ending| name.ends_with(ending))
}

/// Gzip at its strongest, without the time, so that the same bytes give the same copy.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// Brotli at its strongest.
fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &strongest)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shrinks_has_copies() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("career-fit-copies-{}", std::process::id()));
        fs::create_dir_all(folder.join("quiz"))?;
        fs::write(folder.join("quiz/index.html"), [b'a'; 1000])?;
        fs::write(folder.join("tiny.css"), "a")?;
        fs::write(folder.join("icon.png"), [b'a'; 1000])?;
        beside(&folder)?;
        let mut names = Vec::new();
        for place in [&folder, &folder.join("quiz")] {
            for entry in fs::read_dir(place)? {
                names.push(entry?.file_name().to_string_lossy().into_owned());
            }
        }
        names.retain(|name| is_copy(name));
        names.sort();
        assert_eq!(names, ["index.html.br", "index.html.gz"]);
        let size = |ending| fs::metadata(copy_of(&folder.join("quiz/index.html"), ending));
        assert!(size(GZIP)?.len() < 100 && size(BROTLI)?.len() < 50);
        fs::remove_dir_all(folder)
    }
}
