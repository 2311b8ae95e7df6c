//! Which other sites may show the quiz in a frame of theirs.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use career_fit::visit::Page;
use url::{Host, Url};

use crate::pages::script;
use crate::policy::with_script;

const EMBED: &str = include_str!("../../assets/embed.js");
/// Where the origins go in it.
const ORIGINS: &str = "/* site: frames */";

/// The header by which a site refuses every frame. One of its two ways to be said takes the other's
/// place in a browser: a page with its own `frame-ancestors` is not asked for the older header. That
/// is why the older one stands in for everything where some pages may be framed; two rules with the
/// same header would be joined, and the stricter one would win.
const NO_FRAMES: &str = "  Content-Security-Policy: frame-ancestors 'none'\n";
const NO_FRAMES_ELSEWHERE: &str = "  X-Frame-Options: DENY\n";

/// The pages through which an embedded visit goes. All others stay refused.
pub const FRAMED: [Page; 2] = [Page::Quiz, Page::Result];

/// The sites that may frame the quiz, by their origins, as browsers write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frames(Vec<String>);

impl Frames {
    /// Reads origins with spaces between them; `None` where there are none.
    ///
    /// # Errors
    ///
    /// Where one of them is no origin, is written in another way than browsers write it, or is
    /// neither `https` nor on this machine. The message says which one and why.
    pub fn read(text: &str) -> Result<Option<Self>> {
        let origins = text.split_whitespace().map(|origin| {
            check(origin).with_context(|| format!("{origin:?} may not frame the quiz"))?;
            Ok(origin.to_owned())
        });
        let origins = origins.collect::<Result<Vec<_>>>()?;
        Ok((!origins.is_empty()).then_some(Self(origins)))
    }

    /// Lets the pages of a built site be framed, which are in this folder with the `_headers`.
    ///
    /// # Errors
    ///
    /// Where a file is missing, or is not as `site` writes it.
    pub fn open(&self, folder: &Path) -> Result<()> {
        for page in FRAMED {
            let file = folder.join(page.path()).join("index.html");
            let html = fs::read_to_string(&file)?;
            fs::write(&file, self.document(&html)?)?;
        }
        let file = folder.join("_headers");
        let headers = fs::read_to_string(&file)?;
        fs::write(&file, self.headers(&headers)?)?;
        Ok(())
    }

    /// The document with the script that finds out who frames it. Not every host sends headers.
    fn document(&self, html: &str) -> Result<String> {
        let origins: Vec<_> = self.0.iter().map(|origin| format!("'{origin}'")).collect();
        let script = script(&EMBED.replace(ORIGINS, &origins.join(", ")));
        // The map of hashes has to come before all scripts, and has an attribute.
        let first = "<script>";
        ensure!(html.contains(first), "a document without a script");
        let html = html.replacen(first, &[&script, first].concat(), 1);
        with_script(&html, &script)
    }

    fn headers(&self, headers: &str) -> Result<String> {
        ensure!(headers.contains(NO_FRAMES), "_headers refuses no frames");
        let mut headers = headers.replacen(NO_FRAMES, NO_FRAMES_ELSEWHERE, 1);
        headers += "\n# These sites may show the quiz in a frame of theirs.\n";
        for page in FRAMED {
            headers += &format!(
                "/{}\n  Content-Security-Policy: frame-ancestors {}\n",
                page.path(),
                self.0.join(" ")
            );
        }
        Ok(headers)
    }
}

/// Whether a browser would write a site's origin so. What it compares must be the same letter by
/// letter, and what stands in a header must have no room for more.
fn check(origin: &str) -> Result<()> {
    const FORM: &str = "write it as in https://example.org, or https://example.org:8443";
    let url = Url::parse(origin).with_context(|| format!("it is no address: {FORM}"))?;
    let host = url
        .host()
        .with_context(|| format!("it has no host: {FORM}"))?;
    let name = host.to_string();
    // The header has no words for addresses of IPv6 either.
    let is_plain = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
    ensure!(
        is_plain,
        "it must name one site by letters, digits, dots and hyphens: {FORM}"
    );
    let is_here = match &host {
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(_) => false,
    };
    ensure!(
        url.scheme() == "https" || (url.scheme() == "http" && is_here),
        "it must begin with https://, as anybody on the way could change a page that does not"
    );
    let written = url.origin().ascii_serialization();
    ensure!(
        written == origin,
        "browsers write this site as {written}; {FORM}"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each may frame the quiz, or may not, and the message has these words.
    const ORIGINS: [(&str, Option<&str>); 31] = [
        ("https://example.org", None),
        ("https://www.example.org:8443", None),
        ("https://xn--bcher-kva.example", None),
        ("https://192.0.2.1", None),
        ("http://localhost:8080", None),
        ("http://127.0.0.1:3000", None),
        ("http://school.localhost", None),
        ("http://example.org", Some("must begin with https://")),
        (
            "http://localhost.example.org",
            Some("must begin with https://"),
        ),
        ("http://128.0.0.1", Some("must begin with https://")),
        ("ftp://example.org", Some("must begin with https://")),
        ("example.org", Some("no address")),
        ("*", Some("no address")),
        ("'self'", Some("no address")),
        ("https://", Some("no address")),
        ("https:", Some("no address")),
        ("data:text/html,x", Some("no host")),
        ("https://*.example.org", Some("must name one site")),
        ("https://*", Some("must name one site")),
        ("https://[2001:db8::1]", Some("must name one site")),
        ("http://[::1]:3000", Some("must name one site")),
        ("https://example.org;script-src", Some("must name one site")),
        (
            "https://example.org,https://b.example",
            Some("must name one site"),
        ),
        ("https://example.org'", Some("must name one site")),
        ("https://example.org/", Some("as https://example.org;")),
        ("https://example.org/quiz", Some("as https://example.org;")),
        ("https://example.org?a", Some("as https://example.org;")),
        ("https://example.org:443", Some("as https://example.org;")),
        ("https://Example.org", Some("as https://example.org;")),
        ("https://me@example.org", Some("as https://example.org;")),
        (
            "https://bücher.example",
            Some("as https://xn--bcher-kva.example;"),
        ),
    ];

    #[test]
    fn one_site_is_named_as_browsers_write_it() {
        for (origin, why_not) in ORIGINS {
            let read = Frames::read(origin);
            match (read, why_not) {
                (Ok(frames), None) => assert_eq!(frames, Some(Frames(vec![origin.to_owned()]))),
                (Err(error), Some(why)) => {
                    let said = format!("{error:#}");
                    assert!(
                        said.contains(why) && said.contains(origin),
                        "{origin}: {said}"
                    );
                }
                (read, _) => panic!("{origin}: {read:?}"),
            }
        }
    }

    #[test]
    fn several_are_named_with_spaces_between_and_one_that_is_wrong_stops_the_build() {
        for (text, origins) in [
            ("", Some(&[][..])),
            ("  \n", Some(&[])),
            ("https://a.example", Some(&["https://a.example"])),
            (
                " https://a.example\n https://b.example ",
                Some(&["https://a.example", "https://b.example"]),
            ),
            ("https://a.example https://b.example/", None),
        ] {
            let read = Frames::read(text).ok();
            let read = read.map(|frames| frames.map_or_else(Vec::new, |Frames(origins)| origins));
            assert_eq!(
                read.as_deref().map(<[_]>::len),
                origins.map(<[_]>::len),
                "{text:?}"
            );
            assert!(
                read.iter().flatten().eq(origins.into_iter().flatten()),
                "{text:?}"
            );
        }
    }

    #[test]
    fn two_pages_may_be_framed_and_all_else_is_refused() {
        let frames = Frames::read("https://a.example https://b.example:8443");
        let frames = frames.expect("origins").expect("two of them");
        let before = include_str!("../../assets/public/_headers");
        let headers = frames.headers(before).expect("headers");
        let (everything, rest) = headers.split_once("\n\n").expect("a rule for everything");
        assert!(
            everything.contains("\n/*\n  X-Frame-Options: DENY\n"),
            "{everything}"
        );
        // A second policy for everything would forbid what the first one allows.
        assert!(
            !everything.contains("Content-Security-Policy"),
            "{everything}"
        );
        let allow =
            "  Content-Security-Policy: frame-ancestors https://a.example https://b.example:8443\n";
        let rules = ["/quiz/\n", allow, "/result/\n", allow].concat();
        assert!(rest.ends_with(&rules), "{rest}");
        assert_eq!(headers.matches("frame-ancestors").count(), 2, "{headers}");
        // Everything else stays as it was.
        let kept = before.replace(NO_FRAMES, NO_FRAMES_ELSEWHERE);
        assert!(headers.starts_with(&kept), "{headers}");
        assert!(
            frames.headers(&headers).is_err(),
            "there is nothing left to open"
        );
    }
}
