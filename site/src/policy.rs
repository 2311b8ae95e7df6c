//! The content security policy: a page may use what its own site brings, and
//! nothing else.

use anyhow::{Result, ensure};
use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

/// The policy of a document as an element of its head. Scripts and styles that
/// stand in the document are allowed by their hashes.
pub fn policy(html: &str) -> String {
    let styles = hashes(html, "style");
    let scripts = hashes(html, "script");
    // Where there is no script, none may run.
    let (scripts, worker) = if scripts.is_empty() {
        (String::new(), "'none'")
    } else {
        (
            format!("script-src 'self' 'wasm-unsafe-eval'{scripts}; worker-src 'self'; "),
            // `assets/offline.js` makes this one policy, which gives the address of the
            // service worker and no other.
            "coder-fit-worker",
        )
    };
    // A page without scripts connects to nothing by itself. Lighthouse asks for
    // `robots.txt` in the page's name, though.
    element(&format!(
        "default-src 'none'; {scripts}style-src 'self'{styles}; img-src 'self'; \
         manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types {worker}"
    ))
}

/// The document whose policy allows one more script, which stands in it by now.
///
/// # Errors
///
/// Where the document has no policy for scripts. One without any policy, as while developing, stays
/// as it is.
pub fn with_script(html: &str, script: &str) -> Result<String> {
    const SCRIPTS: &str = "; script-src 'self' 'wasm-unsafe-eval'";
    if !html.contains("http-equiv=\"Content-Security-Policy\"") {
        return Ok(html.to_owned());
    }
    ensure!(html.contains(SCRIPTS), "a policy without scripts");
    let allowed = [SCRIPTS, &hashes(script, "script")].concat();
    Ok(html.replacen(SCRIPTS, &allowed, 1))
}

/// The policy of a document that loads nothing: its own styles alone.
pub fn policy_of_styles_alone(html: &str) -> String {
    let styles = hashes(html, "style");
    element(&format!(
        "default-src 'none'; style-src{styles}; base-uri 'none'; form-action 'none'"
    ))
}

fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// The hashes of all elements of this kind in the document, each after a space. A block
/// of data is left out: the browser does not run it, so no script need be allowed for
/// its sake.
fn hashes(html: &str, element: &str) -> String {
    let (begin, end) = (format!("<{element}"), format!("</{element}>"));
    html.split(&begin)
        .skip(1)
        .filter_map(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (content, _) = rest.split_once(&end)?;
            let is_data = attributes.contains("type=\"application/ld+json\"");
            let hash = Base64::encode_string(&Sha256::digest(content));
            (!is_data).then(|| format!(" 'sha256-{hash}'"))
        })
        .collect()
}
