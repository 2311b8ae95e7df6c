//! The service worker: which files are one version of the site.

use std::fs;
use std::io;
use std::path::Path;

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use super::{BrokenShell, END_OF_OFFLINE, OFFLINE, without};

const WORKER: &str = include_str!("../../assets/service-worker.js");
/// In place of the worker, it takes leave of the ones that are out there.
pub const NO_SERVICE_WORKER: &str = include_str!("../../assets/no-service-worker.js");

/// The worker's name. It must never change: browsers look there for the next.
pub const SERVICE_WORKER: &str = "service-worker.js";

const VERSION: &str = "prerender: version";
const FILES: &str = "/* prerender: files */";

/// What no page of the app needs offline, or what is not for browsers at all.
const NOT_KEPT: [&str; 5] = [
    SERVICE_WORKER,
    "404.html",
    "_headers",
    "robots.txt",
    "sitemap.xml",
];
/// Copies of files, compressed ahead of time.
const COPIES: [&str; 2] = [".br", ".gz"];

/// The worker for the site in a folder, which has all its files by now.
///
/// # Errors
///
/// Where the folder cannot be read.
pub fn service_worker(site: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(site, "", &mut files)?;
    files.sort();
    // The worker's own code is part of the version: a changed worker must not
    // fill, or empty, the cache of the one before it.
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

/// Each file's address as seen from the site's root, and the hash of its bytes
/// as browsers want to have it. A page's address is its folder.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else if !(NOT_KEPT.contains(&name.as_str())
            || COPIES.iter().any(|end| name.ends_with(end)))
        {
            let hash = Base64::encode_string(&Sha256::digest(fs::read(entry.path())?));
            let page = name.strip_suffix("index.html");
            let address = page.filter(|path| path.is_empty() || path.ends_with('/'));
            files.push((
                address.unwrap_or(&name).to_owned(),
                format!("sha256-{hash}"),
            ));
        }
    }
    Ok(())
}

/// The shell of a site whose pages start no worker.
///
/// # Errors
///
/// [`BrokenShell`] where the shell lacks one of the marks.
pub fn without_worker(shell: &str) -> Result<String, BrokenShell> {
    without(shell, OFFLINE, END_OF_OFFLINE)
}
