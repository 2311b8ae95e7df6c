//! Writes every page as HTML. Trunk runs it over the staged bundle.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::{env, fs};

use career_fit::document::document;
use career_fit::ui::app::{App, AppProps};
use career_fit::visit::Page;
use yew::LocalServerRenderer;
use yew::platform::Runtime;

fn main() -> Result<(), Box<dyn Error>> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: Trunk runs this program, see Trunk.toml")?;
    // While developing, Trunk adds a script of its own that reloads the page.
    let strict = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let shell = fs::read_to_string(staging.join("index.html"))?;
    for page in Page::ALL {
        let html = document(&shell, page, &render(page)?, strict)?;
        write(&staging, page, &html)?;
    }
    Ok(())
}

/// Renders the app as the page shows it before anything is known.
fn render(page: Page) -> Result<String, Box<dyn Error>> {
    let (done, result) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let props = AppProps {
            page,
            early: Default::default(),
        };
        let html = LocalServerRenderer::<App>::with_props(props).render().await;
        // The receiver waits below.
        let _ = done.send(html);
    });
    Ok(result.recv()?)
}

fn write(staging: &Path, page: Page, html: &str) -> Result<(), Box<dyn Error>> {
    let folder = staging.join(page.path());
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), html)?;
    Ok(())
}
