//! `cargo xtask reproduce`: one commit, one site, wherever it is built.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result, bail};

use crate::shell::Shell;
use crate::steps::Steps;
use crate::toolchain::Parts;
use crate::{build, needs};

/// Two folders. Their names differ in length too, because a path that is written into a file moves all
/// that follows it.
const FOLDERS: [&str; 2] = ["here", "somewhere/else"];

/// Builds the working copy's files in two folders, each with its own target directory, and compares
/// every byte of the two sites.
pub fn reproduce() -> Result<()> {
    let shell = Shell::new();
    let mut steps = needs::ensure(&shell, &Parts::for_building(), FOLDERS.len())?;
    let root = env::temp_dir().join(format!("career-fit-reproduce-{}", process::id()));
    let outcome = compare(&shell, &root, &mut steps);
    // Two builds take gigabytes, so they go even where something failed.
    fs::remove_dir_all(&root).with_context(|| format!("cannot delete {}", root.display()))?;
    outcome
}

fn compare(shell: &Shell, root: &Path, steps: &mut Steps) -> Result<()> {
    let mut sites = Vec::new();
    for name in FOLDERS {
        let folder = root.join(name);
        let title = format!("building in {}", folder.display());
        steps.take(&title, build::LENGTH, || {
            copy(shell, &folder)?;
            build::release(&shell.at(&folder))
        })?;
        let mut files = BTreeMap::new();
        read(&folder.join("dist"), Path::new(""), &mut files)?;
        sites.push(files);
    }
    let [one, other] = &sites[..] else {
        bail!("two sites were built");
    };
    let names = one.keys().chain(other.keys());
    let mut differ: Vec<_> = names
        .filter(|name| one.get(*name) != other.get(*name))
        .map(|name| name.display().to_string())
        .collect();
    differ.sort();
    differ.dedup();
    if !differ.is_empty() {
        bail!("these files differ:\n{}", differ.join("\n"));
    }
    let bytes: usize = one.values().map(Vec::len).sum();
    println!(
        "\nThe same {} files, {bytes} bytes, in both folders.",
        one.len()
    );
    Ok(())
}

/// Copies what git knows or would add: what a clone of the next commit has.
fn copy(shell: &Shell, to: &Path) -> Result<()> {
    let files = shell
        .read("git ls-files --cached --others --exclude-standard")
        .context("git cannot list the project's files")?;
    for name in files.lines() {
        let from = shell.file(name);
        // A file that was deleted, but not committed so yet, is still in git's list.
        if !from.exists() {
            continue;
        }
        let to = to.join(name);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

fn read(folder: &Path, prefix: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = prefix.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &name, files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
