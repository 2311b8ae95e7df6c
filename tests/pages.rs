//! What can be known of the built pages without a browser.
//!
//! `cargo xtask test` builds the site and starts this. By hand, for a site in `dist/`: `cargo test
//! --features journeys --test pages`.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;

use scraper::{ElementRef, Html, Selector};
use url::{ParseError, Url};
use xtask::brotli_len;

/// Sites may stand below any path. What leads to the root of this host, or to another folder, is
/// right in one place alone.
const ROOT: &str = "http://site.invalid/a/folder/";

/// What a page without scripts may weigh with its styles, in bytes by brotli.
const HEAVIEST: usize = 30_000;

/// The files of a site, by their addresses below its root.
type Files = BTreeMap<String, Vec<u8>>;

fn built() -> Result<Files, Box<dyn Error>> {
    let dist = env::var_os("CAREER_FIT_DIST").map(PathBuf::from);
    let dist = dist.unwrap_or_else(|| [env!("CARGO_MANIFEST_DIR"), "dist"].iter().collect());
    let files = server::files(&dist)
        .map_err(|error| format!("the built site: {error}; cargo xtask build"))?
        .into_iter();
    let read = files.map(|(address, file)| Ok((address, fs::read(file)?)));
    read.collect()
}

fn pages(files: &Files) -> BTreeMap<&str, Html> {
    let pages = files.iter().filter(|(name, _)| name.ends_with(".html"));
    let read = |bytes| Html::parse_document(&String::from_utf8_lossy(bytes));
    pages
        .map(|(name, bytes)| (name.as_str(), read(bytes)))
        .collect()
}

fn select<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).expect("a selector");
    page.select(&selector).collect()
}

/// How many links there are, and those that lead nowhere, in a site at this address.
fn follow(files: &Files, root: &str) -> Result<(usize, Vec<String>), ParseError> {
    let pages = pages(files);
    let root = Url::parse(root)?;
    let (mut count, mut broken) = (0, Vec::new());
    for (name, page) in &pages {
        let address = root.join(name)?;
        for element in select(page, "[href], [src]") {
            let link = element.attr("href").or(element.attr("src"));
            let link = link.unwrap_or_default();
            let url = address.join(link)?;
            if url.host() != address.host() {
                continue;
            }
            count += 1;
            let file = url.path().strip_prefix(root.path());
            let file = file.map(|file| match file.rsplit_once('/') {
                Some((_, "")) => format!("{file}index.html"),
                _ if file.is_empty() => "index.html".to_owned(),
                _ => file.to_owned(),
            });
            let place = url.fragment().unwrap_or_default();
            let has_place = |page: &Html| {
                let ids = select(page, "[id]").into_iter();
                place.is_empty() || ids.into_iter().any(|each| each.attr("id") == Some(place))
            };
            let why = match file {
                None => "leads out of the site",
                Some(file) if !files.contains_key(&file) => "leads to no file",
                Some(file) if !pages.get(&*file).is_none_or(has_place) => "leads to no such place",
                _ => continue,
            };
            broken.push(format!("{name}: {link:?} {why}"));
        }
    }
    Ok((count, broken))
}

#[test]
fn every_link_leads_somewhere() -> Result<(), Box<dyn Error>> {
    // A site that was built for an address has it on the page for what is missing.
    let root = env::var("CAREER_FIT_SITE").unwrap_or(ROOT.to_owned());
    let (count, broken) = follow(&built()?, &root)?;
    println!("{count} links");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    Ok(())
}

/// Who only reads waits for nothing.
#[test]
fn pages_without_scripts_are_small() -> Result<(), Box<dyn Error>> {
    let files = built()?;
    for (name, page) in pages(&files) {
        if !select(&page, "script:not([type*=json])").is_empty() {
            continue;
        }
        let address = Url::parse(ROOT)?.join(name)?;
        let mut size = brotli_len(&files[name]);
        for styles in select(&page, "link[rel=stylesheet]") {
            let url = address.join(styles.attr("href").unwrap_or_default())?;
            size += brotli_len(&files[&url.as_str()[ROOT.len()..]]);
        }
        println!("{name}: {size} bytes with its styles");
        assert!(size <= HEAVIEST, "{name}: {size} bytes, over {HEAVIEST}");
    }
    Ok(())
}

#[test]
fn broken_links_are_seen() -> Result<(), ParseError> {
    for (link, why) in [
        ("./", ""),
        ("../a.css", ""),
        ("#here", ""),
        ("../?from=mail#top", ""),
        ("https://example.org/x", ""),
        ("/guide/", "leads out of the site"),
        ("../../", "leads out of the site"),
        ("../guide", "leads to no file"),
        ("pay/", "leads to no file"),
        ("#there", "leads to no such place"),
    ] {
        let page = format!("<p id=here><a href='{link}'>x</a>");
        let files = [
            ("a.css", ""),
            ("index.html", "<p id=top>"),
            ("guide/index.html", &*page),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into()));
        let broken = (!why.is_empty()).then(|| format!("guide/index.html: {link:?} {why}"));
        assert_eq!(follow(&files.into(), ROOT)?.1, Vec::from_iter(broken));
    }
    Ok(())
}

/// What a host that reads `_headers` says of every file, whatever kind it is and even where there
/// is none.
#[test]
fn every_answer_has_the_headers() -> Result<(), Box<dyn Error>> {
    const HEADERS: [(&str, &str); 6] = [
        ("content-security-policy", "frame-ancestors 'none'"),
        ("strict-transport-security", "max-age=31536000"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    let dist = env::var_os("CAREER_FIT_DIST").map(PathBuf::from);
    let dist = dist.unwrap_or_else(|| [env!("CARGO_MANIFEST_DIR"), "dist"].iter().collect());
    let site = server::Server::new(dist).start()?;
    let mut paths: Vec<_> = built()?.into_keys().collect();
    paths.push("no/such/page".to_owned());
    for path in paths {
        let url = Url::parse(&site.url(&format!("/{path}")))?;
        let mut stream =
            TcpStream::connect((url.host_str().ok_or("a host")?, url.port().ok_or("a port")?))?;
        write!(
            stream,
            "GET {} HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n",
            url.path()
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).to_lowercase();
        let (head, _) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
        for (name, value) in HEADERS {
            let has = head.lines().any(|line| line == format!("{name}: {value}"));
            assert!(has, "{path} lacks {name}: {value}; it has\n{head}");
        }
    }
    Ok(())
}
