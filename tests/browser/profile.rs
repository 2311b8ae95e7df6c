//! Fresh profiles for Firefox that need not be made from nothing.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tokio::sync::OnceCell;

use crate::driver::{Outcome, Session};
use crate::folders::copy;

/// Puts a profile that has seen no page into a folder. What Firefox writes down of itself at its
/// first start takes it longer than all the rest of one, and is the same each time, so it is
/// written once. A Firefox of another version writes it anew, as at an update.
pub async fn put_into(folder: &Path) -> Outcome {
    static MADE: OnceCell<PathBuf> = OnceCell::const_new();
    copy(MADE.get_or_try_init(make).await?, folder)
}

async fn make() -> Outcome<PathBuf> {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let made = root.join("firefox");
    if made.exists() {
        return Ok(made);
    }
    let making = root.join("firefox-new");
    if let Err(error) = fs::remove_dir_all(&making)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(error.into());
    }
    fs::create_dir_all(&making)?;
    Session::open_in(&making).await?.close().await;
    // One whose making was cut short is not taken for one.
    fs::rename(&making, &made)?;
    Ok(made)
}
