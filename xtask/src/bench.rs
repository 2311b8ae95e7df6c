//! `cargo xtask bench`: how fast things are. Nothing fails for being slow.

use anyhow::Result;

use crate::browsers::Browser;
use crate::shell::{Shell, run};
use crate::{build, tools};

/// Runs the benchmarks; each prints its own table.
pub fn bench() -> Result<()> {
    let mut shell = Shell::new();
    let mut needs = tools::for_building(&mut shell)?;
    needs.push(Box::new(Browser::Chromium));
    let done = tools::ensure(&shell, &needs, 3)?;
    let all = done + 3;
    println!("[{}/{all}] scoring, natively and on one core", done + 1);
    run(&mut shell.words("cargo bench --quiet --bench scoring"))?;
    println!("[{}/{all}] building the site into dist/", done + 2);
    build::release(&shell)?;
    println!("[{all}/{all}] pages in chromium (takes minutes)");
    let mut pages = shell.words("cargo bench --quiet --features journeys --bench pages");
    if let Some(driver) = Browser::Chromium.driver(&shell) {
        pages.env(Browser::Chromium.variable(), driver);
    }
    run(&mut pages)
}
