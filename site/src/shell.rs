//! `index.html`, the shell of every document.

use std::fmt;

use anyhow::{Result, ensure};

use crate::policy::policy;

const HEAD: &str = "<!-- site: policy and description -->";
const LOADED: &str = "<!-- site: styles and scripts -->";
const BODY: &str = "<!-- site: page -->";

/// How a preview looks that has no picture.
pub const SMALL_CARD: &str = "<meta name=\"twitter:card\" content=\"summary\">";
/// How a preview looks that has one.
pub const LARGE_CARD: &str = "<meta name=\"twitter:card\" content=\"summary_large_image\">";

/// A document that lacks what pages differ in.
pub struct Shell {
    html: String,
    strict: bool,
}

/// What a document adds to the shell.
pub struct Parts {
    /// The way from the page to the site's root.
    pub root: String,
    /// The title, with the site's name.
    pub title: String,
    /// A sentence or two for search engines and previews.
    pub description: &'static str,
    /// What else stands in the head: styles, scripts and blocks of data.
    pub loaded: String,
    /// What stands in the body.
    pub body: String,
}

impl Shell {
    /// Reads the shell. Where it is `strict`, its documents have a content security
    /// policy; without one, what Trunk adds while developing may run.
    ///
    /// # Errors
    ///
    /// Where a place for what is written into it is missing.
    pub fn new(html: &str, strict: bool) -> Result<Self> {
        for mark in [HEAD, LOADED, BODY] {
            ensure!(html.contains(mark), "index.html lacks {mark}");
        }
        // What is meant for Trunk is still there in a build without it.
        let lines = html.split_inclusive('\n');
        let html = lines.filter(|line| !line.contains("data-trunk")).collect();
        Ok(Self { html, strict })
    }

    /// The document of a page.
    pub fn document(&self, parts: &Parts) -> String {
        let Parts {
            root, loaded, body, ..
        } = parts;
        let html = self
            .html
            .replace("\"./", &format!("\"{root}"))
            .replace(LOADED, loaded)
            .replace(BODY, body);
        let policy = if self.strict {
            policy(&html) + "\n"
        } else {
            String::new()
        };
        html.replace(HEAD, &format!("{policy}{}", Description(parts)))
    }
}

/// The elements in which a document says what it is.
struct Description<'a>(&'a Parts);

impl fmt::Display for Description<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [title, description] = [&self.0.title, self.0.description].map(escape);
        write!(
            f,
            "<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:site_name\" content=\"Coder Fit\">\n\
             {SMALL_CARD}\n\
             <meta name=\"referrer\" content=\"no-referrer\">"
        )
    }
}

/// Text as it may stand between quotation marks in a tag, or inside an element.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
