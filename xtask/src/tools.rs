//! What must be on the machine before anything is built, and how it gets there.
//!
//! Everything comes from the package sources people already use (crates.io, rustup, the system's
//! packages, npm), pinned where we can, and never in place of what the user has: our own tools go
//! into a cache directory that only these commands look into.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::shell::{Shell, run};

/// Something the machine must have.
pub trait Need {
    /// Whether it is there.
    fn met(&self, shell: &Shell) -> bool;
    /// What installing it is called, such as "installing trunk 0.21.14".
    fn task(&self) -> String;
    /// Installs it, or tells what the user must do.
    fn install(&self, shell: &Shell) -> Result<()>;
}

/// Meets every need, telling each one that takes work; `further` is how many steps the command
/// itself has after that.
///
/// Gives the number of steps taken, so that the command goes on counting.
pub fn ensure(shell: &Shell, needs: &[Box<dyn Need>], further: usize) -> Result<usize> {
    let missing = needs
        .iter()
        .filter(|need| !need.met(shell))
        .collect::<Vec<_>>();
    for (index, need) in missing.iter().enumerate() {
        let number = index + 1;
        println!("[{number}/{}] {}", missing.len() + further, need.task());
        need.install(shell)
            .with_context(|| format!("{} failed", need.task()))?;
        if !need.met(shell) {
            bail!("{}: done, yet it can't be found", need.task());
        }
    }
    Ok(missing.len())
}

/// What every build of the site needs. Also makes `shell` prefer our own tools where the user's
/// have another version.
pub fn for_building(shell: &mut Shell) -> Result<Vec<Box<dyn Need>>> {
    let lock = fs::read_to_string(shell.file("Cargo.lock")).context("cannot read Cargo.lock")?;
    let wasm_bindgen = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock has no entry for wasm-bindgen, so the site isn't set up yet")?;
    let mut needs: Vec<Box<dyn Need>> = vec![Box::new(WasmTarget)];
    let tools = [
        CargoTool {
            package: "trunk",
            version: "0.21.14".to_owned(),
            programs: &["trunk"],
            flags: "--no-default-features --features rustls",
        },
        CargoTool {
            package: "wasm-bindgen-cli",
            version: wasm_bindgen.to_owned(),
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            flags: "",
        },
    ];
    for tool in tools {
        tool.prefer_ours(shell)?;
        needs.push(Box::new(tool));
    }
    Ok(needs)
}

/// What checks `deny.toml`.
pub fn deny(shell: &mut Shell) -> Result<CargoTool> {
    let tool = CargoTool {
        package: "cargo-deny",
        version: "0.20.2".to_owned(),
        programs: &["cargo-deny"],
        flags: "",
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

    fn task(&self) -> String {
        format!(
            "installing {} {} (a few minutes, once)",
            self.package, self.version
        )
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        let directory = self.directory()?;
        fs::create_dir_all(&directory)?;
        let mut command = shell.words(&format!(
            "cargo install --locked --version {} {} {}",
            self.version, self.flags, self.package
        ));
        command.arg("--root").arg(&directory);
        // The tool is none of the project's crates: neither the settings in the project's
        // directory nor those in the environment are meant for it.
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
        run(&mut command)
    }
}

/// The standard library for WebAssembly.
struct WasmTarget;

const WASM: &str = "wasm32-unknown-unknown";

impl Need for WasmTarget {
    fn met(&self, shell: &Shell) -> bool {
        // Asking rustc, not rustup, is right for compilers from the system's packages as well.
        shell
            .read(&format!("rustc --print target-libdir --target {WASM}"))
            .and_then(|directory| fs::read_dir(directory.trim()).ok())
            .is_some_and(|mut files| files.next().is_some())
    }

    fn task(&self) -> String {
        format!("adding Rust's standard library for {WASM}")
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        if shell.find(&["rustup"]).is_none() {
            bail!(
                "this compiler didn't come from rustup; install its standard library for {WASM} \
                 from where it came (Debian: apt-get install libstd-rust-dev-wasm32; Fedora: dnf \
                 install rust-std-static-{WASM}), or use rustup"
            );
        }
        run(&mut shell.words(&format!("rustup target add {WASM}")))
    }
}

/// `cargo fmt` and `cargo clippy`.
pub struct Lints;

impl Need for Lints {
    fn met(&self, shell: &Shell) -> bool {
        shell.succeeds("cargo fmt --version") && shell.succeeds("cargo clippy --version")
    }

    fn task(&self) -> String {
        "adding rustfmt and clippy".to_owned()
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        if shell.find(&["rustup"]).is_none() {
            bail!("install rustfmt and clippy from where your compiler came, or use rustup");
        }
        run(&mut shell.words("rustup component add rustfmt clippy"))
    }
}

/// Per user and not per checkout, because the tools take minutes to compile.
fn cache_directory() -> Result<PathBuf> {
    let caches = match env::var_os("XDG_CACHE_HOME").map(PathBuf::from) {
        Some(directory) if directory.is_absolute() => directory,
        _ => env::home_dir()
            .context("there is no home directory to keep tools in; set XDG_CACHE_HOME")?
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
