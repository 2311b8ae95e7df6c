//! Every page of the site as a document.

use crate::say::documents as say;
use std::sync::mpsc;

use anyhow::Result;
use career_fit::builtin::quiz;
use career_fit::ui::app::{App, AppProps};
use career_fit::ui::site_title;
use career_fit::ui::static_pages::{StaticPage, StaticScreen, StaticScreenProps};
use career_fit::visit::{Page, Visit};
use yew::platform::Runtime;
use yew::{BaseComponent, LocalServerRenderer};

use crate::program::{Chunk, File, Program};
use crate::shell::{Parts, Shell};
use crate::structured::data_block;
use crate::styles;

const BOOT: &str = include_str!("../../assets/boot.js");
const OFFLINE: &str = include_str!("../../assets/offline.js");

/// What every document loads.
pub struct Loaded<'a> {
    pub program: &'a Program,
    /// The file of the styles for paper.
    pub print: &'a File,
    /// Whether a worker keeps the site on the device.
    pub offline: bool,
}

/// The document of one of the app's pages, with what the app will draw first.
///
/// # Errors
///
/// Where the page cannot be rendered.
pub fn app_document(shell: &Shell, page: Page, loaded: &Loaded<'_>) -> Result<String> {
    let root = page.root();
    let (title, description) = of_app_page(page);
    let first = render::<App>(AppProps {
        visit: Visit::new(quiz(), page),
        place: None,
        keeper: None,
    })?;
    let mut scripts = integrity(root, &loaded.program.script) + &script(BOOT);
    if loaded.offline {
        scripts += &script(OFFLINE).replace("'./", &format!("'{root}"));
    }
    let Program {
        script,
        module,
        chunks,
    } = loaded.program;
    // Such a page does nothing before its chunk is there, and the program that asks for
    // that has to be fetched itself.
    let needed: &[&str] = match page {
        Page::Result => &["result"],
        Page::Try => &["charts"],
        // Results of others are worked out there as they are on the page of one result.
        Page::Group => &["advisers", "result"],
        Page::Handouts => &["advisers"],
        Page::Landing | Page::Quiz | Page::Someone => &[],
    };
    let early: String = chunks
        .iter()
        .filter(|chunk| chunk.needed_by.iter().any(|view| needed.contains(&&**view)))
        .map(|Chunk { file, .. }| {
            let name = &file.name;
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{root}{name}\">\n")
        })
        .collect();
    // Whoever comes to such a page loads it, so its styles are in no other one.
    let own = match page {
        Page::Try => styles::TRY,
        Page::Group => styles::GROUP,
        Page::Handouts => styles::HANDOUTS,
        Page::Landing | Page::Quiz | Page::Someone | Page::Result => &[],
    };
    Ok(shell.document(&Parts {
        root: root.to_owned(),
        title,
        description,
        loaded: format!(
            "{early}{}\n{}\n{scripts}",
            styles::element(&[styles::SHARED, styles::APP, own]),
            print(root, loaded.print),
        ),
        body: format!(
            "<div id=\"app\" data-page=\"{}\" \
             data-script=\"{root}{}\" data-script-integrity=\"{}\" \
             data-module=\"{root}{}\" data-module-integrity=\"{}\">{first}</div>\n\
             <noscript><div class=\"notice notice--loud\"><p class=\"notice__text\">{}</p></div></noscript>\n\
             {}",
            page.name(),
            script.name,
            script.integrity,
            module.name,
            module.integrity,
            without_scripts(page),
            outside(),
        ),
    }))
}

/// The document of a page that needs no app, and has no script.
///
/// # Errors
///
/// Where the page cannot be rendered.
pub fn static_document(shell: &Shell, page: StaticPage, print_styles: &File) -> Result<String> {
    let root = page.root();
    let styles = styles::element(&[styles::SHARED, styles::READING]);
    let mut loaded = styles + "\n" + &print(&root, print_styles);
    if let Some(data) = data_block(page) {
        loaded = loaded + "\n" + &data;
    }
    Ok(shell.document(&Parts {
        title: say::title(page.title()),
        description: page.description(),
        loaded,
        body: render::<StaticScreen>(StaticScreenProps { page })?,
        root,
    }))
}

fn of_app_page(page: Page) -> (String, &'static str) {
    let (title, description) = match page {
        Page::Landing => (site_title(), say::about_landing()),
        Page::Quiz => (say::title_quiz(), say::about_quiz()),
        Page::Someone => (say::title_someone(), say::about_someone()),
        Page::Try => (say::title_try(), say::about_try()),
        Page::Group => (say::title_group(), say::about_group()),
        Page::Handouts => (say::title_handouts(), say::about_handouts()),
        Page::Result => (say::title_result(), say::about_result()),
    };
    (title.to_owned(), description)
}

/// What a page says where JavaScript is off.
fn without_scripts(page: Page) -> &'static str {
    match page {
        Page::Try => say::no_script_try(),
        Page::Group => say::no_script_group(),
        Page::Handouts => say::no_script_handouts(),
        Page::Landing | Page::Quiz | Page::Someone | Page::Result => say::no_script(),
    }
}

fn print(root: &str, File { name, integrity }: &File) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{root}{name}\" integrity=\"{integrity}\" media=\"print\">"
    )
}

/// The hash of a script that another one imports, which can't give it itself. It has to come
/// before all that loads scripts.
fn integrity(root: &str, File { name, integrity }: &File) -> String {
    format!(
        "<script type=\"importmap\">{{\"integrity\":{{\"{root}{name}\":\"{integrity}\"}}}}</script>\n"
    )
}

/// A script as it stands in a document, without its comments, which are for us.
pub(crate) fn script(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    let kept: String = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    format!("<script>{kept}</script>\n")
}

/// What stands outside the app, because it must work when the app is not there or has
/// crashed: the box for trouble, the notice of a new version, and what is shown in place of all where
/// another site frames the page. `assets/boot.js` and `assets/offline.js` show them.
fn outside() -> String {
    [
        "<template id=\"framed\"><main class=\"page\"><a target=\"_blank\" rel=\"noopener\">",
        say::framed(),
        "</a></main></template>\n",
        "<div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>\n\
         <p class=\"trouble__text trouble__text--slow\">",
        say::trouble_slow(),
        "</p>\n<p class=\"trouble__text trouble__text--failed\">",
        say::trouble_failed(),
        "</p>\n<p class=\"trouble__text trouble__text--old\">",
        say::trouble_old(),
        "</p>\n<p class=\"trouble__text trouble__text--crashed\">",
        say::trouble_crashed(),
        " <a id=\"trouble-link\">",
        say::trouble_link(),
        "</a></p>\n\
         <p class=\"trouble__reload\"><button type=\"button\" class=\"button\" id=\"reload\">",
        say::reload(),
        "</button></p>\n</div>\n\
         <div class=\"update\" role=\"status\"><div id=\"update\" class=\"notice update__notice\" hidden>\n\
         <p class=\"notice__text\">",
        say::update(),
        "</p>\n<div><button type=\"button\" class=\"button button--quiet\" id=\"use-update\">",
        say::use_update(),
        "</button>\n<button type=\"button\" class=\"button button--quiet\" id=\"not-now\">",
        say::not_now(),
        "</button></div>\n</div></div>",
    ]
    .concat()
}

/// Renders a component as HTML. It has none of the marks that hydration would need: the
/// app replaces the page, see `career_fit::browser::place`.
fn render<C>(props: C::Properties) -> Result<String>
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
