//! The parts of Rust that a compiler can be without.
//!
//! `rust-toolchain.toml` names them, but rustup reads it for them only where it installs by itself,
//! which machines can have switched off, and never for a toolchain that is named in another way.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::needs::Need;
use crate::shell::{Shell, run};
use crate::steps::Length;

const WASM: &str = "wasm32-unknown-unknown";

/// A part of the toolchain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The standard library's source, which every build of the site compiles for size.
    Source,
    /// The standard library for WebAssembly.
    WasmTarget,
    Clippy,
    Rustfmt,
}

impl Part {
    /// Its name at rustup.
    fn name(self) -> &'static str {
        match self {
            Self::Source => "rust-src",
            Self::WasmTarget => WASM,
            Self::Clippy => "clippy",
            Self::Rustfmt => "rustfmt",
        }
    }

    /// The command that adds it.
    fn command(self) -> String {
        let kind = match self {
            Self::WasmTarget => "target",
            Self::Source | Self::Clippy | Self::Rustfmt => "component",
        };
        format!("rustup {kind} add {}", self.name())
    }

    /// Whether it is there. Asking rustc, not rustup, is right for compilers from the system's packages as well.
    fn met(self, shell: &Shell) -> bool {
        let answer = |line: &str| shell.read(line).map(|answer| answer.trim().to_owned());
        match self {
            Self::Source => answer("rustc --print sysroot").is_some_and(|root| {
                Path::new(&root)
                    .join("lib/rustlib/src/rust/library/Cargo.lock")
                    .is_file()
            }),
            Self::WasmTarget => answer(&format!("rustc --print target-libdir --target {WASM}"))
                .and_then(|directory| fs::read_dir(directory).ok())
                .is_some_and(|mut files| files.next().is_some()),
            Self::Clippy => shell.succeeds("cargo clippy --version"),
            Self::Rustfmt => shell.succeeds("cargo fmt --version"),
        }
    }
}

/// Parts that are added together, so that an obstacle that they share is told once.
pub struct Parts(pub &'static [Part]);

impl Parts {
    /// What every build of the site needs.
    const FOR_BUILDING: Self = Self(&[Part::Source, Part::WasmTarget]);
    /// What the tests need besides.
    pub const FOR_TESTING: Self = Self(&[Part::Clippy, Part::Rustfmt]);

    /// What every build of the site needs, to which the needs of a command can be added.
    pub fn for_building() -> Vec<Box<dyn Need>> {
        vec![Box::new(Self::FOR_BUILDING)]
    }

    fn missing(&self, shell: &Shell) -> Vec<Part> {
        let parts = self.0.iter().copied();
        parts.filter(|part| !part.met(shell)).collect()
    }

    fn names(&self, shell: &Shell) -> String {
        let names: Vec<_> = self.missing(shell).iter().map(|part| part.name()).collect();
        names.join(" and ")
    }
}

impl Need for Parts {
    fn met(&self, shell: &Shell) -> bool {
        self.missing(shell).is_empty()
    }

    fn task(&self, shell: &Shell) -> String {
        format!("adding {} to Rust", self.names(shell))
    }

    fn length(&self) -> Length {
        Length::Seconds
    }

    fn obstacle(&self, shell: &Shell) -> Option<String> {
        let names = self.names(shell);
        if shell.find(&["rustup"]).is_none() {
            return Some(format!(
                "This Rust lacks {names} and didn't come from rustup, which could add it. Install \
                 rustup (https://rustup.rs), or {names} from where your compiler came."
            ));
        }
        // This only finds out whether rustup can add to the toolchain at all. One of rustup's own
        // has rustc, so to add that again changes nothing and needs no connection. A toolchain that
        // rustup only links to refuses.
        if shell.succeeds("rustup component add rustc") {
            return None;
        }
        let active = shell.read("rustup show active-toolchain");
        let active = active.as_deref().and_then(|text| text.split(' ').next());
        let pinned = pinned(shell).unwrap_or_else(|| "stable".to_owned());
        let typed: Vec<_> = env::args().skip(1).collect();
        Some(format!(
            "The toolchain {:?} lacks {names}, and rustup can't add to it. Use the pinned one: \
             rustup toolchain install {pinned} --profile minimal && cargo +{pinned} xtask {}",
            active.unwrap_or_default(),
            typed.join(" ")
        ))
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        for part in self.missing(shell) {
            run(&mut shell.words(&part.command()))?;
        }
        Ok(())
    }
}

/// The toolchain that the project asks for: "1.95.0".
fn pinned(shell: &Shell) -> Option<String> {
    let file = fs::read_to_string(shell.file("rust-toolchain.toml")).ok()?;
    let line = file.lines().find_map(|line| line.strip_prefix("channel"))?;
    Some(line.split('"').nth(1)?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_toolchain_file_names_the_same_parts() {
        let shell = Shell::new();
        let file = fs::read_to_string(shell.file("rust-toolchain.toml")).unwrap_or_default();
        for part in [Parts::FOR_BUILDING.0, Parts::FOR_TESTING.0].concat() {
            assert!(file.contains(&format!("\"{}\"", part.name())), "{part:?}");
        }
        let version = pinned(&shell).unwrap_or_default();
        assert_eq!(version.split('.').count(), 3, "{version:?}");
    }
}
