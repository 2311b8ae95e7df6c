//! From a request's path to a file of the site, by the rules static hosts share.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// This file.
    File(PathBuf),
    /// A directory asked for without its slash. Links on its page are relative to the slash, so
    /// the browser must be sent there: a relative reference, right under any prefix.
    Moved(String),
    /// Nothing, or nothing that may be shown.
    Missing,
}

/// Looks up `path`, as it stood in the request and without the query, below `root`.
pub fn find(root: &Path, path: &str) -> Found {
    let Some(relative) = relative_path(path) else {
        return Found::Missing;
    };
    let file = root.join(relative);
    if file.is_dir() {
        if path.ends_with('/') {
            let index = file.join("index.html");
            return if index.is_file() {
                Found::File(index)
            } else {
                Found::Missing
            };
        }
        let last = path.rsplit('/').next().unwrap_or_default();
        // Without `./` a name such as `a:b` would read as an address with the scheme `a`.
        return Found::Moved(format!("./{last}/"));
    }
    // `/page.html/` is not `/page.html`: its relative links would break.
    if file.is_file() && !path.ends_with('/') {
        Found::File(file)
    } else {
        Found::Missing
    }
}

/// The path below the root that `path` names, or nothing if it could lead out of it, or to
/// something hidden.
///
/// Every segment is checked after it is decoded, so `%2e%2e` and `%2f` gain nothing.
fn relative_path(path: &str) -> Option<PathBuf> {
    let inner = path.strip_prefix('/')?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    if inner.is_empty() {
        return Some(PathBuf::new());
    }
    inner.split('/').map(plain_segment).collect()
}

fn plain_segment(segment: &str) -> Option<String> {
    let name = percent_decode_str(segment).decode_utf8().ok()?;
    let shown = !name.is_empty() && (!name.starts_with('.') || name == ".well-known");
    // The backslash and the colon mean something in paths on Windows.
    (shown && !name.contains(['/', '\\', ':', '\0'])).then(|| name.into_owned())
}

/// The `Content-Type` of a file, by its name.
///
/// Browsers refuse to stream WebAssembly, and to run modules, that come under another type.
pub fn content_type(file: &Path) -> String {
    let guess = match file.extension().and_then(|extension| extension.to_str()) {
        Some("mjs") => "text/javascript",
        Some("map") => "application/json",
        _ => mime_guess::from_path(file)
            .first_raw()
            .unwrap_or("application/octet-stream"),
    };
    if guess.starts_with("text/") {
        format!("{guess}; charset=utf-8")
    } else {
        guess.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_root() {
        for (path, expected) in [
            ("/", Some("")),
            ("/quiz/", Some("quiz")),
            ("/guide/training/", Some("guide/training")),
            ("/a%20b.css", Some("a b.css")),
            ("/.well-known/x", Some(".well-known/x")),
            ("", None),
            ("quiz", None),
            ("//quiz", None),
            ("/a//b", None),
            ("/../secret", None),
            ("/%2e%2e/secret", None),
            ("/a/..%2f..%2fsecret", None),
            ("/a\\..\\secret", None),
            ("/a%5c..%5csecret", None),
            ("/C:/secret", None),
            ("/a%00.html", None),
            ("/.stage/index.html", None),
            ("/%ff", None),
        ] {
            let found = relative_path(path);
            assert_eq!(found.as_deref(), expected.map(Path::new), "{path:?}");
        }
    }

    #[test]
    fn names_have_the_types_browsers_insist_on() {
        for (name, expected) in [
            ("app_bg.wasm", "application/wasm"),
            ("app.js", "text/javascript; charset=utf-8"),
            ("axe.mjs", "text/javascript; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("base.css", "text/css; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("roles.json", "application/json"),
            ("app.js.map", "application/json"),
            ("font.woff2", "font/woff2"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(name)), expected, "{name}");
        }
    }
}
