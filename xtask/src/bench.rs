//! `cargo xtask bench`: how fast things are. Nothing fails for being slow.

use anyhow::Result;

use crate::browsers::Browser;
use crate::packages::Programs;
use crate::shell::{Shell, run};
use crate::steps::Length;
use crate::toolchain::Parts;
use crate::{build, needs};

/// Runs the benchmarks; each prints its own table.
pub fn bench() -> Result<()> {
    let shell = Shell::new();
    let mut needs = Parts::for_building();
    needs.push(Box::new(Programs(vec![Browser::Chromium.packaged()])));
    let mut steps = needs::ensure(&shell, &needs, 3)?;
    steps.take(
        "scoring, natively and on one core",
        Length::Minutes(2),
        || run(&mut shell.words("cargo bench --quiet --bench scoring")),
    )?;
    steps.take(build::TITLE, build::LENGTH, || build::release(&shell))?;
    let mut pages = shell.words("cargo bench --quiet --features journeys --bench pages");
    if let Some(driver) = Browser::Chromium.driver(&shell) {
        pages.env(Browser::Chromium.variable(), driver);
    }
    steps.take("pages in Chromium", Length::Minutes(20), || run(&mut pages))
}
