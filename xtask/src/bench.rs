//! `cargo xtask bench`: how fast things are. Nothing fails for being slow.

use anyhow::Result;

use crate::shell::{Shell, run};

/// Runs the native benchmarks; each prints its own table.
pub fn bench() -> Result<()> {
    let shell = Shell::new();
    println!("[1/1] scoring, natively and on one core");
    run(&mut shell.words("cargo bench --quiet --bench scoring"))
}
