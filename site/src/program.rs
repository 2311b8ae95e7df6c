//! The program that pages load, as files for browsers.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256, Sha384};

/// The program's files as they stand in the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Starts the module, and fetches chunks when the module asks for them.
    pub script: File,
    /// What runs from the start.
    pub module: File,
    /// What comes when it is needed; none where all is part of the module.
    pub chunks: Vec<Chunk>,
}

/// A part of the program that comes when it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its file.
    pub file: File,
    /// The views that need it, by the names that `career_fit::ui::chunk` has for them.
    pub needed_by: Vec<String>,
}

/// A file, and the hash by which browsers check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with a hash of the whole program in it. So files of two versions never
    /// mix, and browsers may keep each for good.
    pub name: String,
    /// The hash of its bytes as browsers want it: `sha384-` and base64.
    pub integrity: String,
}

impl File {
    pub(crate) fn write(folder: &Path, name: String, bytes: &[u8]) -> Result<Self> {
        fs::write(folder.join(&name), bytes)?;
        let integrity = format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes)));
        Ok(Self { name, integrity })
    }
}

impl Program {
    /// The unsplit program, which Trunk has put into a folder under plain names. Its
    /// files get names with a hash.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, written or deleted.
    pub fn whole(folder: &Path) -> Result<Self> {
        let [script, module] = ["app.js", "app_bg.wasm"].map(|name| {
            let path = folder.join(name);
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            fs::remove_file(&path)?;
            Ok::<_, anyhow::Error>(bytes)
        });
        let (script, module) = (script?, module?);
        let hash = short_hash(&[&script, &module]);
        Ok(Self {
            script: File::write(folder, format!("app-{hash}.js"), &script)?,
            module: File::write(folder, format!("app-{hash}.wasm"), &module)?,
            chunks: Vec::new(),
        })
    }
}

/// A hash over all these files, cut to the 16 digits that a name needs.
pub(crate) fn short_hash(files: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file);
    }
    let hash = hash.finalize();
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
