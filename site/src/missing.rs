//! `404.html`, which hosts show in place of a page that is not there.

use crate::address::Address;
use crate::policy::policy_of_styles_alone;
use crate::styles;

/// The document. A host shows it at any depth below a root that a build need not know,
/// so a relative address would lead anywhere. That is why it loads nothing, and has its
/// few styles in it.
///
/// With an `address` it links to the real pages. Without one, a single link is right
/// wherever the page stands: that to the folder in which the missing page would be.
pub fn missing_document(address: Option<&Address>) -> String {
    let way = address.map_or_else(|| WAY_UP.to_owned(), |address| ways(address.root()));
    let styles = styles::element(&[styles::MISSING]);
    let policy = policy_of_styles_alone(&styles);
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         {policy}\n\
         <title>Page not found – Coder Fit</title>\n\
         <meta name=\"description\" content=\"There is no page at this address.\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {styles}\n</head>\n<body>\n<main id=\"main\">\n\
         <p class=\"site\">Coder Fit</p>\n\
         <h1>There is no page here</h1>\n\
         <p>The address may have a typo in it, or the page may have moved. Nothing that you saved is lost.</p>\n\
         {way}\n</main>\n</body>\n</html>\n"
    )
}

const WAY_UP: &str = "<p><a href=\"./\">Go one level up</a></p>\n\
    <p>If that leads back here, delete the last part of the address and try again.</p>";

fn ways(root: &str) -> String {
    format!(
        "<ul>\n<li><a href=\"{root}\">The first page, with what this is about</a></li>\n\
         <li><a href=\"{root}quiz/\">The quiz about inpatient medical coding</a></li>\n\
         <li><a href=\"{root}guide/\">The guide to the work</a></li>\n</ul>"
    )
}
