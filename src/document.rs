//! From the shell that Trunk makes to the documents of the site.

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use crate::visit::Page;

const HEAD: &str = "<!-- prerender: head -->";
const BODY: &str = "<!-- prerender: body -->";
const APP: &str = "<!-- prerender: app -->";
const END_OF_APP: &str = "<!-- prerender: end of app -->";

/// What a document says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title, with the site's name.
    pub title: &'static str,
    /// A sentence or two for search engines and previews.
    pub description: &'static str,
}

/// A page that needs no app: plain HTML without a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaticPage {
    /// How the quiz is scored.
    Scoring,
}

impl StaticPage {
    /// Every static page.
    pub const ALL: [Self; 1] = [Self::Scoring];

    /// The path below the site's root, with a slash at its end.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Scoring => "scoring/",
        }
    }

    /// What its document says of itself.
    pub const fn meta(self) -> Meta {
        match self {
            Self::Scoring => Meta {
                title: "How this is scored – Coder Fit",
                description: "Every item with its direction, every weight, every cut and every \
                              formula behind a Coder Fit result, and what it cannot say.",
            },
        }
    }
}

const fn meta(page: Page) -> Meta {
    match page {
        Page::Landing => Meta {
            title: crate::ui::app::SITE_TITLE,
            description: "A free career quiz about work as an inpatient coder. Five minutes, an \
                          honest range in place of one number, and no sign-up.",
        },
        Page::Quiz => Meta {
            title: "The quiz – Coder Fit",
            description: "Short questions about what you like and how you work. Your answers stay \
                          on your device.",
        },
        Page::Someone => Meta {
            title: "About someone you know – Coder Fit",
            description: "Someone who wonders about work as an inpatient coder asks how you see \
                          them. Short questions, no sign-up, and nothing is sent by itself.",
        },
        Page::Result => Meta {
            title: "A result – Coder Fit",
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
pub fn document(shell: &str, page: Page, app: &str, strict: bool) -> Result<String, BrokenShell> {
    write(shell, page.root(), meta(page), &body(page, app), strict)
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
    let (before, rest) = shell.split_once(APP).ok_or(BrokenShell(APP))?;
    let (_, after) = rest.split_once(END_OF_APP).ok_or(BrokenShell(END_OF_APP))?;
    let shell = without_preloads(&[before, after].concat());
    write(&shell, "../", page.meta(), html, strict)
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
    meta: Meta,
    body: &str,
    strict: bool,
) -> Result<String, BrokenShell> {
    for mark in [HEAD, BODY] {
        if !shell.contains(mark) {
            return Err(BrokenShell(mark));
        }
    }
    let html = shell
        .replace("\"./", &format!("\"{root}"))
        .replace("'./", &format!("'{root}"))
        .replace(APP, "")
        .replace(END_OF_APP, "")
        .replace(BODY, body);
    let policy = if strict { policy(&html) } else { String::new() };
    Ok(html.replace(HEAD, &[policy, head(meta)].concat()))
}

fn head(Meta { title, description }: Meta) -> String {
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

fn body(page: Page, app: &str) -> String {
    let name = page.name();
    format!(
        "<div id=\"app\" data-page=\"{name}\">{app}</div>\n\
         <noscript><div class=\"notice notice--loud\"><p>The quiz works out your result on your own \
         device, and for that it needs JavaScript. It is switched off here. Turn it on and reload \
         the page.</p></div></noscript>\n\
         <div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>\n\
         <p class=\"trouble__slow\">This is taking longer than it should. Your connection may be \
         slow. You can wait, or reload the page. Nothing you saved is lost.</p>\n\
         <p class=\"trouble__failed\">The quiz could not start. Reload the page while you are \
         online. Nothing you saved is lost.</p>\n\
         <p class=\"trouble__old\">This browser is too old for the quiz, or WebAssembly is switched \
         off. Try a newer browser.</p>\n\
         <p class=\"trouble__crashed\">Something went wrong in the quiz. Your answers are kept, as far as \
         your browser allows. Reload the page to go on. \
         <a id=\"trouble-link\" href=\"\">This link holds your answers too.</a></p>\n\
         <p><button type=\"button\" class=\"button\" id=\"reload\">Reload</button></p>\n\
         </div>"
    )
}

const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
/// What every page needs, with or without scripts.
const NO_SCRIPT: &str = "style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; \
                         form-action 'none'";

/// The content security policy: nothing but what the document itself brings.
/// Inline scripts are allowed by their hash.
fn policy(html: &str) -> String {
    // Where there is no script, none may run.
    if !html.contains("<script") {
        return format!("{META}default-src 'none'; {NO_SCRIPT}\">\n");
    }
    let hashes: String = inline_scripts(html)
        .map(|script| {
            format!(
                " 'sha256-{}'",
                Base64::encode_string(&Sha256::digest(script))
            )
        })
        .collect();
    format!(
        "{META}default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; \
         connect-src 'self'; {NO_SCRIPT}\">\n"
    )
}

/// The contents of the `script` elements without a `src`.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains(" src=")).then_some(script)
    })
}
