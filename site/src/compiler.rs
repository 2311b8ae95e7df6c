//! Has cargo compile the app for the browser.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// Compiles the app of the project in `root` for release, and gives the module,
/// with the relocations by which it can be split.
///
/// # Errors
///
/// Where cargo fails; it says why by itself.
pub fn compiled(root: &Path) -> Result<Vec<u8>> {
    // The tests compile the app with other flags. In one folder each would have the
    // other's work done again.
    let target = root.join("target/browser");
    let mut cargo = Command::new("cargo");
    // The `cargo` that runs us describes this package in the environment. Build scripts
    // of other crates look there, and would be run again.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    let status = cargo
        .args(["build", "--locked", "--profile", "wasm", "--bin", "app"])
        .args(["--features", "app,split", "--target", TARGET])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(root)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags())
        // To compile the standard library along is not stable yet. This allows it on the
        // stable compiler, whose version is pinned. A plain `trunk build` does without.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        // To strip the module would take its relocations away. Both parts are stripped
        // after it has been split.
        .env("CARGO_PROFILE_WASM_STRIP", "false")
        .status()
        .context("cannot start cargo")?;
    ensure!(status.success(), "the app does not compile");
    let module = target.join(TARGET).join("wasm/app.wasm");
    fs::read(&module).with_context(|| format!("cannot read {}", module.display()))
}

const TARGET: &str = "wasm32-unknown-unknown";

/// Leaves out what a panic would say: the texts, what formats them, and the names of
/// files. Together with a standard library that is compiled for size, this takes an
/// eighth off the download. A panic stops the program at once. `assets/boot.js` hears of
/// that as of any error, and shows the box for trouble.
const SMALL: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

fn flags() -> String {
    let mut flags = SMALL.map(str::to_owned).to_vec();
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    flags.extend(without_paths());
    flags.join(" ")
}

/// Has the compiler write `crates` for the folder of the crates' sources, wherever it
/// still names a file. The folder is in the builder's home: so the bytes are the same on
/// every machine, and tell nothing of the builder. A path with a space cannot be written
/// into such flags and is left out.
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
