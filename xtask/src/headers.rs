//! The headers that hosts are asked to send with every file of the site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The lines below `/*` of the site's `_headers` file, as names and values.
///
/// # Errors
///
/// Where there is no such file, or a line is no header.
pub fn of_site(dist: &Path) -> Result<Vec<(String, String)>> {
    let file = dist.join("_headers");
    let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let below = lines.skip_while(|line| *line != "/*").skip(1);
    below
        .take_while(|line| line.starts_with(' '))
        .map(|line| {
            let (name, value) = line
                .trim()
                .split_once(": ")
                .with_context(|| format!("{}: no header: {line}", file.display()))?;
            Ok((name.to_owned(), value.to_owned()))
        })
        .collect()
}
