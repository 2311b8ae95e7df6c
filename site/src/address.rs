//! What needs to know where the site will stand: addresses that must be whole.

use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;

use crate::preview::{HEIGHT, Preview, WIDTH};
use crate::shell::{LARGE_CARD, SMALL_CARD};

/// The address of the site's root, with a slash at its end.
///
/// The site works anywhere, so a build need not know it. Search engines want
/// whole addresses in a sitemap, though, and a page shown in place of a missing
/// one cannot know how deep it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address; `None` for what is neither `http` nor `https`, or has a query or a
    /// fragment.
    pub fn new(address: &str) -> Option<Self> {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme))?;
        let plain = !rest.is_empty() && !rest.starts_with('/');
        let safe = |c: char| c.is_ascii_alphanumeric() || "-._~:/%".contains(c);
        (plain && rest.chars().all(safe)).then(|| {
            let slash = if address.ends_with('/') { "" } else { "/" };
            Self([address, slash].concat())
        })
    }

    /// The path of the root, with a slash at both ends.
    pub fn root(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        let path = self.0[host..].find('/').map_or(0, |at| at + host);
        &self.0[path..]
    }

    /// The document with the page's whole address in its head, which search engines and
    /// previews go by, and with the picture that messengers show.
    pub fn mark(&self, html: &str, path: &str, preview: Preview) -> String {
        let Self(root) = self;
        let head = format!(
            "<link rel=\"canonical\" href=\"{root}{path}\">\n\
             <meta property=\"og:url\" content=\"{root}{path}\">\n\
             <meta property=\"og:image\" content=\"{root}{picture}\">\n\
             <meta property=\"og:image:type\" content=\"image/png\">\n\
             <meta property=\"og:image:width\" content=\"{WIDTH}\">\n\
             <meta property=\"og:image:height\" content=\"{HEIGHT}\">\n\
             <meta property=\"og:image:alt\" content=\"{alt}\">\n</head>",
            picture = preview.path(),
            alt = preview.alt(),
        );
        html.replacen("</head>", &head, 1)
            .replacen(SMALL_CARD, LARGE_CARD, 1)
    }

    /// `sitemap.xml`: every page that says the same to everyone.
    pub fn sitemap(&self) -> String {
        let app = [
            Page::Landing,
            Page::Quiz,
            Page::Try,
            Page::Group,
            Page::Handouts,
        ]
        .map(|page| page.path().to_owned());
        let pages = app
            .into_iter()
            .chain(StaticPage::all().map(StaticPage::path));
        let entries: String = pages
            .map(|path| format!("<url><loc>{}{path}</loc></url>\n", self.0))
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
        )
    }

    /// `robots.txt`, which counts only where the site has a host of its own.
    pub fn robots(&self) -> String {
        format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n",
            self.0
        )
    }
}
