//! Every page of the site as a document.

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
    let needed = match page {
        Page::Result => "result",
        Page::Try => "charts",
        Page::Landing | Page::Quiz | Page::Someone => "",
    };
    let early: String = chunks
        .iter()
        .filter(|chunk| chunk.needed_by.iter().any(|view| view == needed))
        .map(|Chunk { file, .. }| {
            let name = &file.name;
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{root}{name}\">\n")
        })
        .collect();
    // Whoever comes to this page loads it, so its styles are in no other one.
    let own: &[&str] = if page == Page::Try { styles::TRY } else { &[] };
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
             {OUTSIDE}",
            page.name(),
            script.name,
            script.integrity,
            module.name,
            module.integrity,
            without_scripts(page),
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
        title: format!("{} – Coder Fit", page.title()),
        description: page.description(),
        loaded,
        body: render::<StaticScreen>(StaticScreenProps { page })?,
        root,
    }))
}

fn of_app_page(page: Page) -> (String, &'static str) {
    let (title, description) = match page {
        Page::Landing => (
            site_title(),
            "A free quiz about a career in inpatient medical coding, not programming. It takes \
             five minutes, shows how sure it is, and asks for no sign-up.",
        ),
        Page::Quiz => (
            "The quiz – Coder Fit",
            "Short questions about what you like and how you work, to see if inpatient medical \
             coding suits you. Your answers stay on your device.",
        ),
        Page::Someone => (
            "About someone you know – Coder Fit",
            "Someone who is thinking about a career in inpatient medical coding asks how you see \
             them. The questions are short, and nothing is sent by itself.",
        ),
        Page::Try => (
            "Code a chart – Coder Fit",
            "Try the work of an inpatient coder: read an invented hospital stay, find the codes in the \
             real code book, and see what a coder would have chosen.",
        ),
        Page::Result => (
            "A result – Coder Fit",
            "How well someone's answers fit the work of an inpatient medical coder. Open the \
             link to see the result, or take the quiz yourself.",
        ),
    };
    (title.to_owned(), description)
}

/// What a page says where JavaScript is off.
fn without_scripts(page: Page) -> &'static str {
    match page {
        Page::Try => {
            "Here you can code an invented hospital stay, and for the code book JavaScript is needed. It is \
             switched off here. You can still read the record on this page, and print it with its key."
        }
        Page::Landing | Page::Quiz | Page::Someone | Page::Result => {
            "The quiz works out your result on your own device, and for that it needs JavaScript. It is \
             switched off here. Turn it on and reload the page. The guide to the work needs no JavaScript."
        }
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
fn script(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    let kept: String = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    format!("<script>{kept}</script>\n")
}

/// What stands outside the app, because it must work when the app is not there or has
/// crashed: the box for trouble, and the notice of a new version. `assets/boot.js` and
/// `assets/offline.js` show them.
const OUTSIDE: &str = "\
<div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>
<p class=\"trouble__text trouble__text--slow\">This is taking longer than it should. Your connection may be slow. You \
can wait, or reload the page. Nothing that you saved is lost.</p>
<p class=\"trouble__text trouble__text--failed\">This page could not start. Please reload it while you are online. Nothing \
that you saved is lost.</p>
<p class=\"trouble__text trouble__text--old\">This browser is too old for the quiz, or it has WebAssembly switched off. \
Please try a newer browser. You can still read the guide.</p>
<p class=\"trouble__text trouble__text--crashed\">Something went wrong in the quiz. Your answers are kept, as far as your \
browser allows. Please reload the page to go on. \
<a id=\"trouble-link\">This link holds your answers too. Copy it before you reload.</a></p>
<p class=\"trouble__reload\"><button type=\"button\" class=\"button\" id=\"reload\">Reload</button></p>
</div>
<div class=\"update\" role=\"status\"><div id=\"update\" class=\"notice update__notice\" hidden>
<p class=\"notice__text\">A new version is ready. Your answers will stay.</p>
<div><button type=\"button\" class=\"button button--quiet\" id=\"use-update\">Use it now</button>
<button type=\"button\" class=\"button button--quiet\" id=\"not-now\">Not now</button></div>
</div></div>";

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
