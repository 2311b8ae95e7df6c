//! Builds the static site: the app's program, split for browsers, and every page
//! as a document.
//!
//! `build` goes from the compiler to the folder `dist` and needs no tools beside cargo.
//! Trunk, which is for developing, compiles the app by itself and has
//! [`pages_for_trunk`] write the pages.

mod address;
#[cfg(feature = "split")]
mod compiler;
mod frames;
mod missing;
pub mod pages;
mod policy;
pub mod preview;
mod program;
mod say;
pub mod shell;
#[cfg(feature = "split")]
mod split;
mod structured;
pub mod styles;
mod worker;

pub use address::Address;
pub use frames::{FRAMED, Frames};
pub use missing::missing_document;
pub use program::{Chunk, File, Program};
pub use worker::{NO_SERVICE_WORKER, SERVICE_WORKER, service_worker};

use std::env::{self, VarError};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use pages::{Loaded, app_document, static_document};
use preview::Preview;
use shell::Shell;

/// Builds the project in `root` for release, into its folder `dist`. What stood
/// there before is exchanged at the very end.
///
/// # Errors
///
/// Where the app does not compile, or a file cannot be written.
#[cfg(feature = "split")]
pub fn build(root: &Path) -> Result<()> {
    // What is wrong with these is said before minutes have gone by.
    address()?;
    frames()?;
    let compiled = compiler::compiled(root)?;
    let staging = root.join("target/site");
    remove(&staging)?;
    fs::create_dir_all(&staging)?;
    let program = split::split(&compiled, &staging)?;
    let shell = Shell::new(&fs::read_to_string(root.join("index.html"))?, true)?;
    // Such a build takes the worker back from readers' devices: see the README, under
    // "Hosting".
    let offline = env::var_os("CAREER_FIT_NO_WORKER").is_none();
    write(root, &staging, &shell, &program, offline)?;
    let dist = root.join("dist");
    remove(&dist)?;
    fs::rename(&staging, &dist).context("cannot put the site into dist/")
}

/// Writes the pages into the folder where Trunk has put the app, unsplit. A build that
/// is not for release has no policy, because Trunk adds a script that reloads the page,
/// and no worker, because that would hide each change.
///
/// # Errors
///
/// Where a file cannot be read or written.
pub fn pages_for_trunk(root: &Path, staging: &Path, release: bool) -> Result<()> {
    let program = Program::whole(staging)?;
    // Trunk's own document starts the app in Trunk's way. Nothing of it is needed but the
    // script that reloads the page.
    let staged = fs::read_to_string(staging.join("index.html"))?;
    let html = fs::read_to_string(root.join("index.html"))?;
    let html = html.replace("</body>", &format!("{}</body>", reloader(&staged)));
    write(
        root,
        staging,
        &Shell::new(&html, release)?,
        &program,
        release,
    )
}

/// The script with which Trunk reloads a page; empty where Trunk has written none.
fn reloader(staged: &str) -> String {
    let scripts = staged.split("<script").skip(1);
    scripts
        .filter_map(|rest| rest.split_once("</script>"))
        .find(|(script, _)| script.contains("trunk/ws"))
        .map(|(script, _)| format!("<script{script}</script>\n"))
        .unwrap_or_default()
}

/// Writes everything but the program into a folder.
fn write(
    root: &Path,
    folder: &Path,
    shell: &Shell,
    program: &Program,
    offline: bool,
) -> Result<()> {
    let address = address()?;
    copy(&root.join("assets/public"), folder)?;
    let sheet = styles::without_comments(styles::PRINT);
    let hash = Sha256::digest(&sheet);
    let hash: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let print = File::write(folder, format!("print-{hash}.css"), sheet.as_bytes())?;

    let loaded = Loaded {
        program,
        print: &print,
        offline,
    };
    let mut documents = Vec::new();
    for page in Page::ALL {
        let document = app_document(shell, page, &loaded)?;
        documents.push((page.path().to_owned(), Preview::of_app_page(page), document));
    }
    for page in StaticPage::all() {
        let document = static_document(shell, page, &print)?;
        documents.push((page.path(), Preview::of_static_page(page), document));
    }
    for (path, preview, document) in documents {
        let marked = address
            .as_ref()
            .map(|address| address.mark(&document, &path, preview));
        let folder = folder.join(&path);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), marked.unwrap_or(document))?;
    }
    fs::write(folder.join("404.html"), missing_document(address.as_ref()))?;
    if let Some(address) = &address {
        fs::write(folder.join("sitemap.xml"), address.sitemap())?;
        fs::write(folder.join("robots.txt"), address.robots())?;
        fs::create_dir_all(folder.join(preview::FOLDER))?;
        for preview in Preview::ALL {
            fs::write(folder.join(preview.path()), preview.png()?)?;
        }
    }
    if let Some(frames) = frames()? {
        frames.open(folder)?;
    }
    // It comes last because it lists the other files. A browser that has a worker asks
    // for the next one by its name, so without one there is a file that takes it back.
    let worker = if offline {
        service_worker(folder)?
    } else {
        NO_SERVICE_WORKER.to_owned()
    };
    fs::write(folder.join(SERVICE_WORKER), worker)?;
    Ok(())
}

/// Where the site will stand, if whoever builds it says so.
fn address() -> Result<Option<Address>> {
    let Ok(text) = env::var("CAREER_FIT_SITE") else {
        return Ok(None);
    };
    let address = Address::new(&text);
    let address =
        address.with_context(|| format!("CAREER_FIT_SITE is no address of a site: {text:?}"))?;
    Ok(Some(address))
}

/// Who may show the quiz in a frame, if whoever builds the site lets anybody.
fn frames() -> Result<Option<Frames>> {
    match env::var("CAREER_FIT_FRAMES") {
        Err(VarError::NotPresent) => Ok(None),
        text => Frames::read(&text?).context("CAREER_FIT_FRAMES"),
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry?;
        let to = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

#[cfg(feature = "split")]
fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Ok(())
}
