//! Writes every page as HTML. Trunk runs it over the staged bundle.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::{env, fs};

use career_fit::builtin::quiz;
use career_fit::document::{
    NO_SERVICE_WORKER, Program, Programs, SERVICE_WORKER, Site, StaticPage, document,
    missing_document, service_worker, static_document, without_worker,
};
use career_fit::ui::app::{App, AppProps};
use career_fit::ui::programs::{Asking, Whole};
use career_fit::ui::static_pages::{StaticScreen, StaticScreenProps};
use career_fit::visit::{Page, Visit};
use yew::platform::Runtime;
use yew::{BaseComponent, LocalServerRenderer};

fn main() -> Result<(), Box<dyn Error>> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: Trunk runs this program, see Trunk.toml")?;
    // While developing, Trunk adds a script of its own that reloads the page.
    let strict = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    // While developing, a worker would hide each change.
    let offline = strict && env::var_os("CAREER_FIT_NO_WORKER").is_none();
    let mut shell = fs::read_to_string(staging.join("index.html"))?;
    if !offline {
        shell = without_worker(&shell)?;
    }
    let site = site()?;
    let programs = Programs {
        asking: Program::in_shell(&shell)?,
        whole: Program::staged(&staging, "result")?,
    };
    for page in Page::ALL {
        let first = first_sight(page)?;
        let html = document(&shell, &programs, page, &first, strict)?;
        write(&staging, page.path(), &html, site.as_ref())?;
    }
    for page in StaticPage::all() {
        let body = render::<StaticScreen>(StaticScreenProps { page })?;
        let html = static_document(&shell, page, &body, strict)?;
        write(&staging, &page.path(), &html, site.as_ref())?;
    }
    fs::write(staging.join("404.html"), missing_document(site.as_ref()))?;
    if let Some(site) = &site {
        fs::write(staging.join("sitemap.xml"), site.sitemap())?;
        fs::write(staging.join("robots.txt"), site.robots())?;
    }
    // Last, because it lists the other files. Browsers that have a worker look
    // for the next one under its name, so there is always something.
    let worker = if offline {
        service_worker(&staging)?
    } else {
        NO_SERVICE_WORKER.to_owned()
    };
    fs::write(staging.join(SERVICE_WORKER), worker)?;
    Ok(())
}

/// Where the site will stand, if the one who builds it has said so.
fn site() -> Result<Option<Site>, Box<dyn Error>> {
    let Ok(address) = env::var("CAREER_FIT_SITE") else {
        return Ok(None);
    };
    let site = Site::new(&address);
    let error = || format!("CAREER_FIT_SITE is no address of a site: {address:?}");
    Ok(Some(site.ok_or_else(error)?))
}

/// What the page's program will draw first.
fn first_sight(page: Page) -> Result<String, Box<dyn Error>> {
    let props = AppProps {
        visit: Visit::new(quiz(), page),
        place: None,
    };
    if Programs::asks(page) {
        render::<App<Asking>>(props)
    } else {
        render::<App<Whole>>(props)
    }
}

/// Renders a component as HTML, without the marks that hydration would need.
fn render<C>(props: C::Properties) -> Result<String, Box<dyn Error>>
where
    C: BaseComponent,
    C::Properties: Send,
{
    let (done, result) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let html = LocalServerRenderer::<C>::with_props(props)
            .hydratable(false)
            .render()
            .await;
        // The receiver waits below.
        let _ = done.send(html);
    });
    Ok(result.recv()?)
}

fn write(
    staging: &Path,
    path: &str,
    html: &str,
    site: Option<&Site>,
) -> Result<(), Box<dyn Error>> {
    let marked = site.map(|site| site.mark(html, path));
    let html = marked.as_deref().unwrap_or(html);
    let folder = staging.join(path);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), html)?;
    Ok(())
}
