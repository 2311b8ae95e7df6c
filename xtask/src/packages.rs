//! Programs that come from the system's packages.

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::needs::Need;
use crate::shell::{Shell, line, run};
use crate::steps::Length;

/// A program, and how systems name the packages that it is in.
pub struct Program {
    /// Its name for people.
    pub name: &'static str,
    /// Debian's packages, then those of Debian's kin that differ; the first that are known are
    /// taken.
    pub apt: &'static [&'static str],
    pub dnf: &'static str,
    /// Empty where Homebrew has none.
    pub brew: &'static str,
    pub met: fn(&Shell) -> bool,
}

/// Programs that are installed together, so that the lists of packages are fetched only once.
pub struct Programs(pub Vec<Program>);

impl Programs {
    fn missing(&self, shell: &Shell) -> Vec<&Program> {
        let programs = self.0.iter();
        programs.filter(|program| !(program.met)(shell)).collect()
    }
}

impl Need for Programs {
    fn met(&self, shell: &Shell) -> bool {
        self.missing(shell).is_empty()
    }

    fn task(&self, shell: &Shell) -> String {
        let names = names(&self.missing(shell));
        format!("installing from the system's packages: {names}")
    }

    fn length(&self) -> Length {
        Length::Minutes(2)
    }

    fn obstacle(&self, shell: &Shell) -> Option<String> {
        let missing = self.missing(shell);
        if is_root(shell) && shell.find(&["apt-get"]).is_some() {
            return look_up(shell, &missing)
                .err()
                .map(|error| format!("{error:#}"));
        }
        let advice = advice(shell, &missing);
        Some(format!(
            "These are missing: {}. Only root on Debian and its kin can have them installed from \
             here; {advice}",
            names(&missing)
        ))
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        let missing = self.missing(shell);
        let packages = missing.iter().filter_map(|program| known(shell, program));
        let packages = packages.collect::<Vec<_>>().join(" ");
        unseen(&mut apt(shell, &installation(&packages))).map(drop)
    }
}

/// Fetches the lists of packages, and looks there for what is missing.
///
/// # Errors
/// If the lists cannot be had, or lack something.
fn look_up(shell: &Shell, missing: &[&Program]) -> Result<()> {
    // An installation that was interrupted has to be brought to its end before the next one.
    run(&mut shell.words("dpkg --configure -a"))?;
    // It succeeds even if it could get none of the lists, and only warns.
    let warnings = unseen(&mut apt(shell, "update"))?;
    let unknown = missing
        .iter()
        .filter(|program| known(shell, program).is_none());
    let unknown = names(&unknown.copied().collect::<Vec<_>>());
    ensure!(
        unknown.is_empty(),
        "{warnings}This system's packages have no {unknown}. Install what is missing in another \
         way, or name the browsers that you have after --browsers."
    );
    Ok(())
}

/// What to type where we can't install.
fn advice(shell: &Shell, missing: &[&Program]) -> String {
    let list = |of: fn(&Program) -> &'static str| {
        let packages = missing.iter().map(|program| of(program));
        let packages = packages.filter(|packages| !packages.is_empty());
        packages.collect::<Vec<_>>().join(" ")
    };
    if shell.find(&["apt-get"]).is_some() {
        let packages: Vec<_> = missing
            .iter()
            .filter_map(|program| known(shell, program).or(program.apt.first().copied()))
            .collect();
        let install = installation(&packages.join(" "));
        return format!("type: sudo apt-get update && sudo apt-get {install}");
    }
    if shell.find(&["dnf"]).is_some() {
        return format!("type: sudo dnf install {}", list(|program| program.dnf));
    }
    if shell.find(&["brew"]).is_some() {
        let without = missing.iter().filter(|program| program.brew.is_empty());
        let without: Vec<_> = without.map(|program| program.name).collect();
        let rest = if without.is_empty() {
            String::new()
        } else {
            let without = without.join(", ");
            format!(" (there is no {without}: name the other browsers after --browsers)")
        };
        let packages = list(|program| program.brew);
        return format!("type: brew install {packages}{rest}");
    }
    format!(
        "install them as this system does; Debian's packages are: {}",
        list(|program| program.apt.first().copied().unwrap_or_default())
    )
}

fn names(programs: &[&Program]) -> String {
    let names: Vec<_> = programs.iter().map(|program| program.name).collect();
    names.join(", ")
}

fn is_root(shell: &Shell) -> bool {
    shell.read("id -u").is_some_and(|id| id.trim() == "0")
}

/// The first of a program's packages that this system has.
fn known(shell: &Shell, program: &Program) -> Option<&'static str> {
    let mut groups = program.apt.iter().copied();
    groups.find(|group| {
        shell.succeeds(&format!(
            "apt-get install --simulate -y --no-install-recommends {group}"
        ))
    })
}

fn installation(packages: &str) -> String {
    format!("install -y --no-install-recommends {packages}")
}

/// `apt-get`, which asks nothing.
fn apt(shell: &Shell, arguments: &str) -> Command {
    // Another apt may be at work, as on machines that have just been started.
    let mut apt = shell.words(&format!(
        "apt-get -q -o DPkg::Lock::Timeout=120 {arguments}"
    ));
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// Runs a command whose hundreds of lines are shown only if it fails. Gives its warnings.
fn unseen(command: &mut Command) -> Result<String> {
    let typed = line(command);
    let output = command
        .output()
        .with_context(|| format!("cannot start `{typed}`"))?;
    let warnings = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return Ok(warnings.into_owned());
    }
    eprintln!("{}\n{warnings}", String::from_utf8_lossy(&output.stdout));
    bail!("`{typed}` failed ({})", output.status)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Program = Program {
        name: "one",
        apt: &["one one-driver", "one-kin"],
        dnf: "one-fedora",
        brew: "one-mac",
        met: |_| false,
    };
    const SECOND: Program = Program {
        name: "two",
        apt: &["two"],
        dnf: "two",
        brew: "",
        met: |_| true,
    };

    #[test]
    fn only_what_is_missing_is_named() {
        let programs = Programs(vec![FIRST, SECOND]);
        let shell = Shell::new();
        assert!(!programs.met(&shell));
        assert_eq!(
            programs.task(&shell),
            "installing from the system's packages: one"
        );
        assert!(Programs(vec![SECOND]).met(&shell));
    }
}
