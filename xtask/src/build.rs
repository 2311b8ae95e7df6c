//! `cargo xtask build`: the site, ready for any static host.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use xtask::compress;

use crate::shell::{Shell, colours, run};
use crate::{size, tools};

/// Builds into `dist/` and tells how large the files are.
pub fn build() -> Result<()> {
    let mut shell = Shell::new();
    let needs = tools::for_building(&mut shell)?;
    let done = tools::ensure(&shell, &needs, 1)?;
    println!("[{0}/{0}] building the site into dist/", done + 1);
    release(&shell)?;
    sizes(&shell)?;
    Ok(())
}

/// Builds for release; the tools must be there.
pub fn release(shell: &Shell) -> Result<()> {
    fetch(shell)?;
    let mut trunk = trunk(shell);
    if let Some(flags) = without_paths() {
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    run(trunk.args(["build", "--release"]))?;
    compress::copies(&shell.file("dist"))
}

/// What keeps the folder of the crates' sources, which is in the builder's home, out of the
/// WebAssembly: messages of panics name files. So the bytes are the same on every machine, and tell
/// nothing of the builder. `None` where there is nothing to keep out, or where the path has a space,
/// which cannot be written into such flags.
fn without_paths() -> Option<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let mut flags = Vec::new();
    // One folder for each registry, named by a hash of its address.
    for registry in fs::read_dir(home.join("registry/src")).ok()? {
        let registry = registry.ok()?.path();
        let path = registry.to_str().filter(|path| !path.contains(' '))?;
        flags.push(format!("--remap-path-prefix={path}=crates"));
    }
    Some(flags.join(" "))
}

/// Tells how large the files in `dist/` are.
pub fn sizes(shell: &Shell) -> Result<size::Report> {
    let report = size::Report::of(&shell.file("dist"))?;
    print!("\n{report}");
    Ok(report)
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
