//! `404.html`, which hosts show in place of a page that is not there.

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use super::{META, Site};

const STYLES: &str = concat!(
    include_str!("../../assets/styles/tokens.css"),
    include_str!("../../assets/styles/missing.css"),
);

/// The document. It stands at any depth below a root that it may not know, so
/// it loads nothing, and brings its few styles along.
///
/// Without the `site`, one link is left that is right wherever the page stands:
/// that to the folder which the missing address is in.
pub fn missing_document(site: Option<&Site>) -> String {
    let way = site.map_or_else(|| WAY_UP.to_owned(), |site| ways(site.root()));
    let hash = Base64::encode_string(&Sha256::digest(STYLES));
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         {META}default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n\
         <title>Page not found – Coder Fit</title>\n\
         <meta name=\"description\" content=\"There is no page at this address.\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <style>{STYLES}</style>\n</head>\n<body>\n<main id=\"main\">\n\
         <p class=\"site\">Coder Fit</p>\n\
         <h1>There is no page here</h1>\n\
         <p>The address may be mistyped, or the page has moved. Nothing that you saved is lost.</p>\n\
         {way}\n</main>\n</body>\n</html>\n"
    )
}

const WAY_UP: &str = "<p><a href=\"./\">Go one level up</a></p>\n\
    <p>If that leads back here, delete the last part of the address and try again.</p>";

fn ways(root: &str) -> String {
    format!(
        "<ul>\n<li><a href=\"{root}\">The first page</a></li>\n\
         <li><a href=\"{root}quiz/\">The quiz</a></li>\n\
         <li><a href=\"{root}guide/\">The guide</a></li>\n</ul>"
    )
}
