//! `site build` and `site pages`: see the library.

use std::env;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("the project has no folder")?;
    let command = env::args().nth(1).unwrap_or_default();
    match &*command {
        #[cfg(feature = "split")]
        "build" => site::build(root),
        "pages" => {
            let staging = env::var_os("TRUNK_STAGING_DIR")
                .context("TRUNK_STAGING_DIR is not set: Trunk runs this, see Trunk.toml")?;
            let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
            site::pages_for_trunk(root, Path::new(&staging), release)
        }
        other => bail!("neither `build` nor `pages`: {other:?}"),
    }
}
