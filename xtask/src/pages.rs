//! What can be known of the built pages without a browser: that their links lead somewhere, and
//! that pages to be read are small and run nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::size;

/// Where a site may stand: at the root of its host, and below a path of it.
const ROOTS: [&str; 2] = ["/", "/repo/"];

/// What a page without scripts may weigh with its styles, in bytes by brotli.
const HEAVIEST: usize = 30_000;

/// Checks every page below `dist` and prints what it found.
pub fn check(dist: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    read(dist, "", &mut files)
        .with_context(|| format!("cannot read the files of {}", dist.display()))?;
    let pages = Pages::of(&files);
    let mut wrong = Vec::new();
    for root in ROOTS {
        let broken = pages.broken(root);
        println!(
            "{} pages at {root}: {} links, {} broken",
            pages.pages.len(),
            pages.links(),
            broken.len()
        );
        wrong.extend(broken);
    }
    for (name, page) in &pages.pages {
        if page.runs_scripts {
            continue;
        }
        let mut loaded: Vec<_> = page.styles().map(|link| beside(name, link)).collect();
        loaded.push(name.clone());
        let sizes = loaded.iter().map(|name| size::brotli(&dist.join(name)));
        let brotli: usize = sizes.sum::<io::Result<usize>>()?;
        println!("{name}: no scripts, {brotli} bytes with its styles by brotli");
        if brotli > HEAVIEST {
            wrong.push(format!("{name}: {brotli} bytes, over {HEAVIEST}"));
        }
    }
    if !wrong.is_empty() {
        bail!("\n{}", wrong.join("\n"));
    }
    Ok(())
}

/// The pages of a site, and the names of all its files.
struct Pages {
    files: BTreeSet<String>,
    pages: BTreeMap<String, Page>,
}

#[derive(Default)]
struct Page {
    /// What it links to and loads: element, address.
    links: Vec<(String, String)>,
    anchors: BTreeSet<String>,
    runs_scripts: bool,
}

impl Page {
    fn of(html: &str) -> Self {
        let mut page = Self::default();
        // The contents of scripts and styles are no tags.
        let mut rest = html;
        while let Some((_, tag)) = rest.split_once('<') {
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            rest = after;
            let element = tag.split([' ', '\n']).next().unwrap_or_default();
            for name in ["href", "src"] {
                if let Some(address) = attribute(tag, name) {
                    page.links.push((element.to_owned(), address));
                }
            }
            page.anchors.extend(attribute(tag, "id"));
            if ["script", "style"].contains(&element) {
                let data = attribute(tag, "type").is_some_and(|kind| kind.contains("json"));
                page.runs_scripts |= element == "script" && !data;
                let end = format!("</{element}");
                rest = after.find(&end).map_or("", |at| &after[at..]);
            }
        }
        page
    }

    fn styles(&self) -> impl Iterator<Item = &str> {
        let styles =
            |(element, link): &(String, String)| element == "link" && link.ends_with(".css");
        let links = self.links.iter().filter(move |link| styles(link));
        links.map(|(_, link)| &**link)
    }
}

impl Pages {
    fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let pages = files.iter().filter(|(name, _)| name.ends_with(".html"));
        Self {
            files: files.keys().cloned().collect(),
            pages: pages
                .map(|(name, bytes)| (name.clone(), Page::of(&String::from_utf8_lossy(bytes))))
                .collect(),
        }
    }

    fn links(&self) -> usize {
        self.pages.values().map(|page| page.links.len()).sum()
    }

    /// The links that lead nowhere if the site stands at `root`.
    fn broken(&self, root: &str) -> Vec<String> {
        let mut broken = Vec::new();
        for (name, page) in &self.pages {
            for (_, link) in &page.links {
                if let Err(why) = self.follow(root, name, link) {
                    broken.push(format!("{name} at {root}: {link:?} {why}"));
                }
            }
        }
        broken
    }

    fn follow(&self, root: &str, from: &str, link: &str) -> Result<(), &'static str> {
        if link.starts_with("https://") || link.starts_with("http://") {
            return Ok(());
        }
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        let path = path.split('?').next().unwrap_or_default();
        let target = if path.is_empty() {
            from.to_owned()
        } else if path.starts_with('/') {
            let below = path.strip_prefix(root).ok_or("leads out of the site")?;
            below.to_owned()
        } else {
            let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
            resolve(folder, path).ok_or("leads out of the site")?
        };
        let file = if target.is_empty() || target.ends_with('/') {
            target + "index.html"
        } else {
            target
        };
        if !self.files.contains(&file) {
            return Err("leads to no file");
        }
        let known = |page: &Page| anchor.is_empty() || page.anchors.contains(anchor);
        match self.pages.get(&file) {
            Some(page) if !known(page) => Err("leads to no such place in its page"),
            _ => Ok(()),
        }
    }
}

/// The file that a page's relative link names.
fn beside(page: &str, link: &str) -> String {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    resolve(folder, link).unwrap_or_default()
}

/// A relative path from a folder of the site; `None` if it leads out of it.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let segments: Vec<_> = path.split('/').collect();
    let (last, folders) = segments.split_last()?;
    for segment in folders {
        match *segment {
            "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    let mut file = parts
        .iter()
        .map(|part| format!("{part}/"))
        .collect::<String>();
    file.push_str(last);
    Some(file)
}

/// The value of an attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(value.replace("&amp;", "&"))
}

fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Pages {
        let files = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        Pages::of(&files.collect())
    }

    #[test]
    fn links_are_followed() {
        for (link, at_root, below) in [
            ("./", None, None),
            ("../", None, None),
            ("../a.css", None, None),
            ("#here", None, None),
            ("../#top", None, None),
            ("../guide/#here", None, None),
            ("https://example.org/x", None, None),
            ("/guide/", None, Some("leads out of the site")),
            ("/repo/guide/", Some("leads to no file"), None),
            (
                "../../",
                Some("leads out of the site"),
                Some("leads out of the site"),
            ),
            ("pay/", Some("leads to no file"), Some("leads to no file")),
            (
                "../guide",
                Some("leads to no file"),
                Some("leads to no file"),
            ),
            (
                "#there",
                Some("leads to no such place in its page"),
                Some("leads to no such place in its page"),
            ),
        ] {
            let page = format!("<p id=\"here\"><a class=\"x\" href=\"{link}\">x</a></p>");
            let pages = site(&[
                ("a.css", ""),
                ("index.html", "<p id=\"top\">"),
                ("guide/index.html", &page),
            ]);
            for (root, expected) in ROOTS.into_iter().zip([at_root, below]) {
                let found = pages.broken(root);
                let expected: Vec<_> = expected
                    .map(|why| format!("guide/index.html at {root}: {link:?} {why}"))
                    .into_iter()
                    .collect();
                assert_eq!(found, expected, "{link}");
            }
        }
    }

    #[test]
    fn data_is_no_script_and_no_markup() {
        let data = "<script type=\"application/ld+json\">{\"a\":\"<a href=\\\"x\\\">\"}</script>";
        let page = Page::of(&format!(
            "{data}<link rel=\"stylesheet\" href=\"../a.css\">"
        ));
        assert!(!page.runs_scripts);
        assert_eq!(page.styles().collect::<Vec<_>>(), ["../a.css"]);
        assert_eq!(page.links.len(), 1);
        assert!(Page::of("<script type=\"module\">import 'x'</script>").runs_scripts);
    }
}
