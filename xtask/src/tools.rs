//! Programs from crates.io, each in exactly one version.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::needs::Need;
use crate::shell::{Shell, bar_instead_of_lines, run};
use crate::steps::Length;

/// What developing with live reload needs. Where the user's own tools have another version, `shell` is
/// made to prefer ours.
pub fn for_developing(shell: &mut Shell) -> Result<Vec<Box<dyn Need>>> {
    let trunk = CargoTool {
        package: "trunk",
        version: "0.21.14".to_owned(),
        programs: &["trunk"],
        flags: "--no-default-features --features rustls",
        opt_level: "0",
        minutes: 4,
    };
    trunk.prefer_ours(shell)?;
    Ok(vec![Box::new(trunk), Box::new(wasm_bindgen(shell)?)])
}

/// What binds a module to JavaScript, for Trunk and for tests.
pub fn wasm_bindgen(shell: &mut Shell) -> Result<CargoTool> {
    let lock = fs::read_to_string(shell.file("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock has no entry for wasm-bindgen, so the site isn't set up yet")?;
    let tool = CargoTool {
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        flags: "",
        // It walks through every instruction of the tests' programs, which are large.
        opt_level: "1",
        minutes: 3,
    };
    tool.prefer_ours(shell)?;
    Ok(tool)
}

/// What checks `deny.toml`.
pub fn deny(shell: &mut Shell) -> Result<CargoTool> {
    let tool = CargoTool {
        package: "cargo-deny",
        version: "0.20.2".to_owned(),
        programs: &["cargo-deny"],
        flags: "",
        opt_level: "0",
        minutes: 2,
    };
    tool.prefer_ours(shell)?;
    Ok(tool)
}

/// A program from crates.io, in exactly this version.
pub struct CargoTool {
    pub package: &'static str,
    pub version: String,
    pub programs: &'static [&'static str],
    pub flags: &'static str,
    /// As low as it can be. The tool works for seconds, so the minutes that optimizing it would take
    /// are not won back.
    pub opt_level: &'static str,
    /// How long it takes to compile.
    pub minutes: u8,
}

impl CargoTool {
    /// Puts our own copy first, unless the user's is already the right one.
    pub fn prefer_ours(&self, shell: &mut Shell) -> Result<()> {
        if self.met(shell) {
            return Ok(());
        }
        shell.prefer(self.directory()?.join("bin"))
    }

    fn directory(&self) -> Result<PathBuf> {
        let name = format!("{}-{}", self.package, self.version);
        Ok(cache_directory()?.join("tools").join(name))
    }
}

impl Need for CargoTool {
    fn met(&self, shell: &Shell) -> bool {
        self.programs.iter().all(|program| {
            let answer = shell.read(&format!("{program} --version"));
            answer.is_some_and(|answer| version_in(&answer) == Some(&self.version))
        })
    }

    fn task(&self, _: &Shell) -> String {
        format!("compiling {} {}, once", self.package, self.version)
    }

    fn length(&self) -> Length {
        Length::Minutes(self.minutes)
    }

    fn obstacle(&self, _: &Shell) -> Option<String> {
        let made = self
            .directory()
            .and_then(|directory| Ok(fs::create_dir_all(directory)?));
        let error = made.err()?;
        Some(format!(
            "There is no place to keep tools in ({error:#}). Name one that can be written to: \
             export XDG_CACHE_HOME=\"$PWD/target/cache\""
        ))
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        let directory = self.directory()?;
        // Cargo would choose a temporary directory. In this one, what was compiled before somebody
        // interrupts is there the next time, and it is deleted when all is done.
        let build = directory.join("build");
        // By force, because cargo would not install again what it believes to be there, and somebody
        // may have deleted it.
        let mut command = shell.words(&format!(
            "cargo install --force --locked --version {} {} {}",
            self.version, self.flags, self.package
        ));
        command.arg("--root").arg(&directory);
        command.arg("--target-dir").arg(&build);
        // The settings in the project's directory and in the environment are meant for the
        // project's own crates, and not for this tool.
        command.current_dir(&directory);
        for setting in [
            "CARGO_TARGET_DIR",
            "CARGO_BUILD_TARGET",
            "CARGO_BUILD_TARGET_DIR",
            "CARGO_ENCODED_RUSTFLAGS",
            "RUSTFLAGS",
        ] {
            command.env_remove(setting);
        }
        for (setting, value) in [
            ("OPT_LEVEL", self.opt_level),
            ("LTO", "off"),
            ("CODEGEN_UNITS", "16"),
        ] {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        run(bar_instead_of_lines(&mut command))?;
        fs::remove_dir_all(&build).with_context(|| format!("cannot delete {}", build.display()))
    }
}

/// Per user and not per checkout, because the tools take minutes to compile.
pub fn cache_directory() -> Result<PathBuf> {
    let caches = match env::var_os("XDG_CACHE_HOME").map(PathBuf::from) {
        Some(directory) if directory.is_absolute() => directory,
        _ => env::home_dir()
            .context("there is no home directory")?
            .join(".cache"),
    };
    Ok(caches.join("career-fit"))
}

/// The version in what `--version` prints: "trunk 0.21.14", "wasm-bindgen 0.2.126 (4f1a2b3)".
fn version_in(answer: &str) -> Option<&str> {
    answer.split_whitespace().nth(1)
}

/// The version that `Cargo.lock` has for a package.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let entry = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != entry).skip(1);
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_tools_print() {
        for (answer, expected) in [
            ("trunk 0.21.14\n", Some("0.21.14")),
            ("wasm-bindgen 0.2.126 (4f1a2b3c4)\n", Some("0.2.126")),
            (
                "geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source",
                Some("0.37.1"),
            ),
            ("trunk", None),
            ("", None),
        ] {
            assert_eq!(version_in(answer), expected, "{answer:?}");
        }
    }

    #[test]
    fn versions_are_read_from_the_lock_file() {
        let lock = "version = 4\n\n\
            [[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\nsource = \"registry\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.126"));
        assert_eq!(locked_version(lock, "wasm"), None);
        assert_eq!(locked_version("name = \"wasm\"", "wasm"), None);
    }
}
