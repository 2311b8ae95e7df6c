//! `cargo xtask build`: the site, ready for any static host.

use std::process::Command;

use anyhow::Result;

use crate::shell::{Shell, colours, run};
use crate::{size, tools};

/// Builds into `dist/` and tells how large the files are.
pub fn build() -> Result<()> {
    let mut shell = Shell::new();
    let needs = tools::for_building(&mut shell)?;
    let done = tools::ensure(&shell, &needs, 1)?;
    println!("[{0}/{0}] building the site into dist/", done + 1);
    release(&shell)?;
    print_sizes(&shell)
}

/// Builds for release; the tools must be there.
pub fn release(shell: &Shell) -> Result<()> {
    fetch(shell)?;
    run(trunk(shell).args(["build", "--release"]))
}

/// Tells how large the files in `dist/` are.
pub fn print_sizes(shell: &Shell) -> Result<()> {
    print!("\n{}", size::Report::of(&shell.file("dist"))?);
    Ok(())
}

/// Gets the crates, because Trunk runs offline: it must not fetch *tools*, and has one switch
/// for both.
pub fn fetch(shell: &Shell) -> Result<()> {
    run(&mut shell.words("cargo fetch --locked"))
}

/// Trunk, which can't read `NO_COLOR=1` and stops if it is set.
pub fn trunk(shell: &Shell) -> Command {
    let mut trunk = shell.command("trunk");
    trunk
        .env_remove("NO_COLOR")
        .args(["--color", if colours() { "always" } else { "never" }]);
    trunk
}
