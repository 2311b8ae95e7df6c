//! The service worker: which files are one version of the site.
//!
//! The worker has a list of files and no rules. It answers what is on the list and
//! nothing else, so it cannot keep what it should not, and to be without it changes
//! nothing but the need for a network.

use std::fs;
use std::path::Path;

use anyhow::Result;
use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use crate::preview;

const WORKER: &str = include_str!("../../assets/service-worker.js");
/// What stands in the worker's place where there is to be none. It deletes what earlier
/// workers kept, and unregisters itself.
pub const NO_SERVICE_WORKER: &str = include_str!("../../assets/no-service-worker.js");

/// The worker's name, which must never change: browsers that have a worker look there
/// for the next one.
pub const SERVICE_WORKER: &str = "service-worker.js";

const VERSION: &str = "site: version";
const FILES: &str = "/* site: files */";

/// What no page of the app needs offline, or what is not for browsers at all.
const NOT_KEPT: [&str; 5] = [
    SERVICE_WORKER,
    "404.html",
    "_headers",
    "robots.txt",
    "sitemap.xml",
];

/// The worker for the site in a folder, which has all its files by now.
///
/// # Errors
///
/// Where the folder cannot be read.
pub fn service_worker(site: &Path) -> Result<String> {
    let mut files = Vec::new();
    for entry in WalkDir::new(site).sort_by_file_name() {
        let entry = entry?;
        let name = entry
            .path()
            .strip_prefix(site)?
            .to_string_lossy()
            .replace('\\', "/");
        let is_kept = !NOT_KEPT.contains(&&*name) && !name.starts_with(preview::FOLDER);
        if entry.file_type().is_dir() || !is_kept {
            continue;
        }
        // A page's address is its folder.
        let page = name.strip_suffix("index.html");
        let page = page.filter(|path| path.is_empty() || path.ends_with('/'));
        let address = page.unwrap_or(&name).to_owned();
        let hash = Base64::encode_string(&Sha256::digest(fs::read(entry.path())?));
        files.push((address, format!("sha256-{hash}")));
    }
    files.sort();
    // The worker's own code is part of the version, because a changed worker must not
    // fill or empty the cache of the one before it.
    let mut version = Sha256::new_with_prefix(WORKER);
    let mut list = String::from("[");
    for (address, hash) in files {
        version.update(format!("{address} {hash}\n"));
        list += &format!("\n  ['{address}', '{hash}'],");
    }
    list += "\n]";
    let version = Base64::encode_string(&version.finalize()[..12]);
    Ok(WORKER.replace(VERSION, &version).replace(FILES, &list))
}
