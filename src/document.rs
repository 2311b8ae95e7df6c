//! From the shell that Trunk makes to the documents of the site.

mod missing;
mod program;
mod site;
mod static_page;
mod structured;
mod worker;

pub use missing::missing_document;
pub use program::{Program, Programs};
pub use site::Site;
pub use static_page::StaticPage;
pub use worker::{NO_SERVICE_WORKER, SERVICE_WORKER, service_worker, without_worker};

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use crate::visit::Page;

const HEAD: &str = "<!-- prerender: head -->";
const BODY: &str = "<!-- prerender: body -->";
const APP: &str = "<!-- prerender: app -->";
const END_OF_APP: &str = "<!-- prerender: end of app -->";
const OFFLINE: &str = "<!-- prerender: offline -->";
const END_OF_OFFLINE: &str = "<!-- prerender: end of offline -->";
const PAGES: &str = "<!-- prerender: static pages -->";
const END_OF_PAGES: &str = "<!-- prerender: end of static pages -->";

/// What a document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title, with the site's name.
    pub title: String,
    /// A sentence or two for search engines and previews.
    pub description: &'static str,
}

fn meta(page: Page) -> Meta {
    match page {
        Page::Landing => Meta {
            title: crate::ui::app::SITE_TITLE.to_owned(),
            description: "A free career quiz about work as an inpatient coder. Five minutes, an \
                          honest range in place of one number, and no sign-up.",
        },
        Page::Quiz => Meta {
            title: "The quiz – Coder Fit".to_owned(),
            description: "Short questions about what you like and how you work. Your answers stay \
                          on your device.",
        },
        Page::Someone => Meta {
            title: "About someone you know – Coder Fit".to_owned(),
            description: "Someone who wonders about work as an inpatient coder asks how you see \
                          them. Short questions, no sign-up, and nothing is sent by itself.",
        },
        Page::Result => Meta {
            title: "A result – Coder Fit".to_owned(),
            description: "How far someone's answers overlap with what an inpatient coder's work \
                          asks for. Open the link to see the result, or take the quiz.",
        },
    }
}

/// A shell that lacks a place for what is written into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenShell(pub &'static str);

impl std::fmt::Display for BrokenShell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the shell lacks {:?}", self.0)
    }
}

impl std::error::Error for BrokenShell {}

/// The document of one of the app's pages: Trunk's shell with head and rendered
/// app, and with a content security policy where it is `strict`.
///
/// # Errors
///
/// [`BrokenShell`] where the shell lacks one of the marks.
pub fn document(
    shell: &str,
    programs: &Programs,
    page: Page,
    app: &str,
    strict: bool,
) -> Result<String, BrokenShell> {
    let Programs { asking, whole } = programs;
    let shell = unstarted(&without(shell, PAGES, END_OF_PAGES)?)?;
    let head = head(&meta(page));
    let programs = if Programs::asks(page) {
        asking.attributes(page, "") + &whole.attributes(page, "next-")
    } else {
        whole.attributes(page, "")
    };
    write(
        &shell,
        page.root(),
        &head,
        &body(page, &programs, app),
        strict,
    )
}

/// The document of a page that needs no app: the shell without its scripts.
///
/// # Errors
///
/// As [`document()`].
pub fn static_document(
    shell: &str,
    page: StaticPage,
    html: &str,
    strict: bool,
) -> Result<String, BrokenShell> {
    let shell = without_preloads(&without(shell, APP, END_OF_APP)?);
    let mut head = head(&page.meta());
    if let Some(data) = structured::data_block(page) {
        head.push('\n');
        head.push_str(&data);
    }
    write(&shell, &page.root(), &head, html, strict)
}

/// The shell without Trunk's own start. It would fetch the program before the
/// page is painted, and could not start the second one: `assets/boot.js` does both.
fn unstarted(shell: &str) -> Result<String, BrokenShell> {
    const START: &str = "<script type=\"module\"";
    const END: &str = "</script>";
    let (before, rest) = shell.split_once(START).ok_or(BrokenShell(START))?;
    let (_, after) = rest.split_once(END).ok_or(BrokenShell(END))?;
    Ok(without_preloads(&[before, after].concat()))
}

/// The shell without what stands between two marks.
fn without(shell: &str, from: &'static str, to: &'static str) -> Result<String, BrokenShell> {
    let (before, rest) = shell.split_once(from).ok_or(BrokenShell(from))?;
    let (_, after) = rest.split_once(to).ok_or(BrokenShell(to))?;
    Ok([before, after].concat())
}

/// Trunk's links that fetch scripts ahead of time stand outside the marks.
fn without_preloads(shell: &str) -> String {
    let mut kept = String::with_capacity(shell.len());
    for (index, part) in shell.split("<link").enumerate() {
        let (attributes, rest) = part.split_once('>').unwrap_or((part, ""));
        if index == 0 {
            kept.push_str(part);
        } else if attributes.contains("\"modulepreload\"") || attributes.contains("\"preload\"") {
            kept.push_str(rest);
        } else {
            kept.push_str("<link");
            kept.push_str(part);
        }
    }
    kept
}

fn write(
    shell: &str,
    root: &str,
    head: &str,
    body: &str,
    strict: bool,
) -> Result<String, BrokenShell> {
    for mark in [HEAD, BODY] {
        if !shell.contains(mark) {
            return Err(BrokenShell(mark));
        }
    }
    let mut html = without_comments(shell)
        .replace("\"./", &format!("\"{root}"))
        .replace("'./", &format!("'{root}"));
    for mark in [
        APP,
        END_OF_APP,
        OFFLINE,
        END_OF_OFFLINE,
        PAGES,
        END_OF_PAGES,
    ] {
        html = html.replace(mark, "");
    }
    let html = html.replace(BODY, body);
    let policy = if strict { policy(&html) } else { String::new() };
    Ok(html.replace(HEAD, &[&policy, head].concat()))
}

/// The shell without the lines that are comments in its scripts: they are for us,
/// and every page would carry them.
fn without_comments(shell: &str) -> String {
    let lines = shell.split_inclusive('\n');
    lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect()
}

fn head(Meta { title, description }: &Meta) -> String {
    let [title, description] = [title, *description].map(escape);
    format!(
        "<title>{title}</title>\n\
         <meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"website\">\n\
         <meta property=\"og:site_name\" content=\"Coder Fit\">\n\
         <meta name=\"twitter:card\" content=\"summary\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">"
    )
}

/// Text as it stands between quotation marks in a tag.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

fn body(page: Page, programs: &str, app: &str) -> String {
    let name = page.name();
    format!(
        "<div id=\"app\" data-page=\"{name}\"{programs}>{app}</div>\n\
         <noscript><div class=\"notice notice--loud\"><p>The quiz works out your result on your own \
         device, and for that it needs JavaScript. It is switched off here. Turn it on and reload \
         the page.</p></div></noscript>\n\
         <div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>\n\
         <p class=\"trouble__slow\">This is taking longer than it should. Your connection may be \
         slow. You can wait, or reload the page. Nothing you saved is lost.</p>\n\
         <p class=\"trouble__failed\">This page could not start. Reload it while you are \
         online. Nothing you saved is lost.</p>\n\
         <p class=\"trouble__old\">This browser is too old for the quiz, or WebAssembly is switched \
         off. Try a newer browser.</p>\n\
         <p class=\"trouble__crashed\">Something went wrong in the quiz. Your answers are kept, as far as \
         your browser allows. Reload the page to go on. \
         <a id=\"trouble-link\" href=\"\">This link holds your answers too.</a></p>\n\
         <p><button type=\"button\" class=\"button\" id=\"reload\">Reload</button></p>\n\
         </div>\n\
         <div class=\"update\" role=\"status\"><div id=\"update\" class=\"notice\" hidden>\n\
         <p>A new version is ready. Your answers stay.</p>\n\
         <div><button type=\"button\" class=\"button button--quiet\" id=\"use-update\">Use it now</button>\n\
         <button type=\"button\" class=\"button button--quiet\" id=\"not-now\">Not now</button></div>\n\
         </div></div>"
    )
}

const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
/// What every page needs, with or without scripts. Without them nothing on a page connects, but
/// tools that look at it from inside ask for `robots.txt` in its name.
const NO_SCRIPT: &str = "style-src 'self'; img-src 'self'; manifest-src 'self'; \
                         connect-src 'self'; base-uri 'none'; form-action 'none'; \
                         require-trusted-types-for 'script'; trusted-types";
/// The one policy that `assets/offline.js` makes, for the one address of the
/// service worker.
const WORKER_POLICY: &str = "coder-fit-worker";

/// The content security policy: nothing but what the document itself brings.
/// Inline scripts are allowed by their hash. A block of data is no script: the
/// browser does not run it, so it needs no permission and gives none.
fn policy(html: &str) -> String {
    // Where there is no script, none may run.
    if scripts(html).next().is_none() {
        return format!("{META}default-src 'none'; {NO_SCRIPT} 'none'\">\n");
    }
    let hashes: String = scripts(html)
        .filter(|(attributes, _)| !attributes.contains(" src="))
        .map(|(_, script)| {
            format!(
                " 'sha256-{}'",
                Base64::encode_string(&Sha256::digest(script))
            )
        })
        .collect();
    format!(
        "{META}default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; \
         worker-src 'self'; {NO_SCRIPT} {WORKER_POLICY}\">\n"
    )
}

/// The scripts that a browser would run: their attributes and their contents.
fn scripts(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split("<script")
        .skip(1)
        .filter_map(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (script, _) = rest.split_once("</script>")?;
            Some((attributes, script))
        })
        .filter(|(attributes, _)| !attributes.contains("type=\"application/ld+json\""))
}
