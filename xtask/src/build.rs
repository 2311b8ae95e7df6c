//! `cargo xtask build`: the site, ready for any static host.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::needs;
use crate::shell::{Shell, bar_instead_of_lines, colours, run};
use crate::size;
use crate::steps::Length;
use crate::toolchain::Parts;

/// The title of the step that calls [`release`].
pub const TITLE: &str = "building the site into dist/";
/// How long the site takes the first time. Later, most of it is compiled already.
pub const LENGTH: Length = Length::Minutes(4);

/// Builds into `dist/` and tells how large the files are.
pub fn build() -> Result<()> {
    let shell = Shell::new();
    let mut steps = needs::ensure(&shell, &Parts::for_building(), 1)?;
    steps.take(TITLE, LENGTH, || release(&shell))?;
    sizes(&shell)?;
    Ok(())
}

/// Builds for release, where everything that this needs is installed already.
pub fn release(shell: &Shell) -> Result<()> {
    run(bar_instead_of_lines(
        &mut shell.words("cargo run --locked --package site -- build"),
    ))
}

/// Tells how large the files in `dist/` are.
pub fn sizes(shell: &Shell) -> Result<size::Report> {
    let report = size::Report::of(&shell.file("dist"))?;
    print!("\n{report}");
    Ok(report)
}

/// Gets the crates. Trunk could not: it runs offline because it must not fetch *tools*, and has one
/// switch for both.
pub fn fetch(shell: &Shell) -> Result<()> {
    run(bar_instead_of_lines(
        &mut shell.words("cargo fetch --locked"),
    ))
}

/// Has Trunk build the site as it does while developing, and looks whether all pages are there.
pub fn by_trunk(shell: &Shell) -> Result<()> {
    fetch(shell)?;
    let dist = shell.file("target/trunk");
    let mut trunk = trunk(shell);
    trunk.arg("build").arg("--dist").arg(&dist);
    if env::var_os("RUST_LOG").is_none() {
        // It would count its own steps aloud, and this is one of ours.
        trunk.env("RUST_LOG", "warn");
    }
    run(bar_instead_of_lines(&mut trunk))?;
    for page in ["", "quiz/", "result/", "guide/"] {
        let page = dist.join(page).join("index.html");
        let html = fs::read_to_string(&page)?;
        ensure!(html.contains("<h1"), "{}: no page", page.display());
    }
    Ok(())
}

/// Trunk, which can't read `NO_COLOR=1` and stops if it is set.
pub fn trunk(shell: &Shell) -> Command {
    let mut trunk = shell.command("trunk");
    trunk
        .env_remove("NO_COLOR")
        .args(["--color", if colours() { "always" } else { "never" }]);
    trunk
}
