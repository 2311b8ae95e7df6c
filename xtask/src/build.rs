//! `cargo xtask build`: the site, ready for any static host.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::needs;
use crate::shell::{Shell, bar_instead_of_lines, colours, run};
use crate::steps::Length;
use crate::{size, tools};

/// What the step is called that calls [`release`].
pub const TITLE: &str = "building the site into dist/";
/// How long the site takes; after the first time most of it is there.
pub const LENGTH: Length = Length::Minutes(4);

/// Builds into `dist/` and tells how large the files are.
pub fn build() -> Result<()> {
    let mut shell = Shell::new();
    let needs = tools::for_building(&mut shell)?;
    let mut steps = needs::ensure(&shell, &needs, 1)?;
    steps.take(TITLE, LENGTH, || release(&shell))?;
    sizes(&shell)?;
    Ok(())
}

/// Builds for release; the tools must be there.
pub fn release(shell: &Shell) -> Result<()> {
    let mut fetch = shell.words("cargo fetch --locked --target wasm32-unknown-unknown");
    run(bar_instead_of_lines(small(&mut fetch)))?;
    let mut trunk = trunk(shell);
    trunk.args(["build", "--release"]);
    if env::var_os("RUST_LOG").is_none() {
        // It tells of its own steps, which are a part of ours.
        trunk.env("RUST_LOG", "warn");
    }
    run(bar_instead_of_lines(small(&mut trunk)))
}

/// Builds the program that asks as it is in `dist/`, but for this: it panics where a test asks for
/// it. It comes to stand in `target/panics`.
pub fn panicking(shell: &Shell) -> Result<()> {
    let mut cargo = shell.words(
        "cargo build --locked --profile wasm --target wasm32-unknown-unknown --features panics \
         --bin quiz -Z unstable-options --artifact-dir target/panics",
    );
    run(bar_instead_of_lines(small(&mut cargo)))?;
    run(&mut shell.words(
        "wasm-bindgen --target web --no-typescript --out-dir target/panics target/panics/quiz.wasm",
    ))
}

/// Has the compiler leave out what a panic would say: the texts, what formats them, and the names
/// of files. A panic stops the program at once, and `assets/boot.js` hears of that.
const SMALL_FLAGS: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// Has cargo build the standard library too, for size, and without what [`SMALL_FLAGS`] leaves out.
/// That takes an eighth off the download. It is not stable yet, so the compiler has to be told that
/// we know; its version is pinned, and a plain `trunk build` does without.
fn small(command: &mut Command) -> &mut Command {
    let flags = [SMALL_FLAGS.map(str::to_owned).to_vec(), without_paths()].concat();
    command
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            flags.join(" "),
        )
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
}

/// What keeps the folder of the crates' sources, which is in the builder's home, out of the
/// WebAssembly: messages of panics name files. So the bytes are the same on every machine, and tell
/// nothing of the builder. A path with a space cannot be written into such flags and is left out.
fn without_paths() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    // One folder for each registry, named by a hash of its address.
    let registries = registries.into_iter().flatten().flatten();
    registries
        .filter_map(|registry| registry.path().into_os_string().into_string().ok())
        .filter(|path| !path.contains(' '))
        .map(|path| format!("--remap-path-prefix={path}=crates"))
        .collect()
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
    run(bar_instead_of_lines(
        &mut shell.words("cargo fetch --locked"),
    ))
}

/// Trunk, which can't read `NO_COLOR=1` and stops if it is set.
pub fn trunk(shell: &Shell) -> Command {
    let mut trunk = shell.command("trunk");
    trunk
        .env_remove("NO_COLOR")
        .args(["--color", if colours() { "always" } else { "never" }]);
    trunk
}
