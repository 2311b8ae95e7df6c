//! From the shell that Trunk makes to the documents of the site.

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use crate::visit::Page;

const HEAD: &str = "<!-- prerender: head -->";
const BODY: &str = "<!-- prerender: body -->";

/// What a page's document says of itself.
struct Meta {
    title: &'static str,
    description: &'static str,
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

/// The document of a page: Trunk's shell with head and rendered app, and with a
/// content security policy where it is `strict`.
///
/// # Errors
///
/// [`BrokenShell`] where the shell lacks one of the two marks.
pub fn document(shell: &str, page: Page, app: &str, strict: bool) -> Result<String, BrokenShell> {
    for mark in [HEAD, BODY] {
        if !shell.contains(mark) {
            return Err(BrokenShell(mark));
        }
    }
    let html = shell
        .replace("\"./", &format!("\"{}", page.root()))
        .replace("'./", &format!("'{}", page.root()))
        .replace(BODY, &body(page, app));
    let policy = if strict { policy(&html) } else { String::new() };
    Ok(html.replace(HEAD, &[policy, head(page)].concat()))
}

fn head(page: Page) -> String {
    let Meta { title, description } = meta(page);
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
         <div id=\"trouble\" class=\"notice notice--loud\" role=\"alert\" hidden>\n\
         <p class=\"trouble__slow\">This is taking longer than it should. Your connection may be \
         slow. You can wait, or reload the page. Nothing you saved is lost.</p>\n\
         <p class=\"trouble__failed\">The quiz could not start. Reload the page while you are \
         online. Nothing you saved is lost.</p>\n\
         <p class=\"trouble__old\">This browser is too old for the quiz, or WebAssembly is switched \
         off. Try a newer browser.</p>\n\
         <p class=\"trouble__crashed\">Something went wrong in the quiz. Your answers are saved. \
         Reload the page to go on.</p>\n\
         <p><a class=\"button\" href=\"\">Reload</a></p>\n\
         </div>"
    )
}

/// The content security policy: nothing but what the document itself brings.
/// Inline scripts are allowed by their hash.
fn policy(html: &str) -> String {
    let hashes: String = inline_scripts(html)
        .map(|script| {
            format!(
                " 'sha256-{}'",
                Base64::encode_string(&Sha256::digest(script))
            )
        })
        .collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\
         default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; \
         img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
         form-action 'none'\">\n"
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
