//! Folders as a whole.

use std::fs;
use std::path::Path;

use crate::driver::Outcome;

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    for (name, file) in server::files(from)? {
        let to = to.join(name);
        fs::create_dir_all(to.parent().ok_or("no folder")?)?;
        fs::copy(file, to)?;
    }
    Ok(())
}
