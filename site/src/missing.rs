//! `404.html`, which hosts show in place of a page that is not there.

use crate::address::Address;
use crate::policy::policy_of_styles_alone;
use crate::say::missing as say;
use crate::styles;

/// The document. A host shows it at any depth below a root that a build need not know,
/// so a relative address would lead anywhere. That is why it loads nothing, and has its
/// few styles in it.
///
/// With an `address` it links to the real pages. Without one, a single link is right
/// wherever the page stands: that to the folder in which the missing page would be.
pub fn missing_document(address: Option<&Address>) -> String {
    let way = address.map_or_else(way_up, |address| ways(address.root()));
    let styles = styles::element(&[styles::MISSING]);
    let policy = policy_of_styles_alone(&styles);
    let [title, about, site, heading, why] = [
        say::title(),
        say::about(),
        say::site(),
        say::heading(),
        say::why(),
    ];
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         {policy}\n\
         <title>{title}</title>\n\
         <meta name=\"description\" content=\"{about}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {styles}\n</head>\n<body>\n<main id=\"main\">\n\
         <p class=\"site\">{site}</p>\n\
         <h1>{heading}</h1>\n\
         <p>{why}</p>\n\
         {way}\n</main>\n</body>\n</html>\n"
    )
}

fn way_up() -> String {
    let [up, again] = [say::up(), say::up_again()];
    format!("<p><a href=\"./\">{up}</a></p>\n<p>{again}</p>")
}

fn ways(root: &str) -> String {
    let [first, quiz, guide] = [say::first_page(), say::quiz(), say::guide()];
    format!(
        "<ul>\n<li><a href=\"{root}\">{first}</a></li>\n\
         <li><a href=\"{root}quiz/\">{quiz}</a></li>\n\
         <li><a href=\"{root}guide/\">{guide}</a></li>\n</ul>"
    )
}
