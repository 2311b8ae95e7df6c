//! The files of a built site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding as _};
use career_fit::visit::Page;
use scraper::Html;
use sha2::{Digest as _, Sha256, Sha384};
use site::pages::{Loaded, app_document};
use site::{FRAMED, Frames, Program, SERVICE_WORKER, service_worker};

use crate::support::{PRINT, file, hashes, policy, program, select, shell, text};

/// An empty folder for a test with this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is not there in the first run.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_program_is_named_by_its_contents() {
    let folder = folder("program");
    let staged = |script: &str, module: &str| {
        fs::write(folder.join("app.js"), script).expect("a file");
        fs::write(folder.join("app_bg.wasm"), module).expect("a file");
        let program = Program::whole(&folder).expect("a program");
        for (file, bytes) in [(&program.script, script), (&program.module, module)] {
            assert_eq!(
                fs::read_to_string(folder.join(&file.name)).expect("a file"),
                bytes
            );
            let hash = Base64::encode_string(&Sha384::digest(bytes));
            assert_eq!(file.integrity, format!("sha384-{hash}"));
        }
        for gone in ["app.js", "app_bg.wasm"] {
            assert!(!folder.join(gone).exists(), "{gone}");
        }
        program
    };
    let one = staged("script", "module");
    assert_eq!(staged("script", "module"), one);
    for other in [staged("script", "another"), staged("another", "module")] {
        assert_ne!(other.script.name, one.script.name);
        assert_ne!(other.module.name, one.module.name);
    }
    assert!(
        Program::whole(&folder).is_err(),
        "there is nothing left to name"
    );
}

#[test]
fn a_worker_lists_the_files_of_its_version() {
    let site = folder("worker");
    fs::create_dir_all(site.join("quiz")).expect("a folder");
    let put = |name: &str, text: &str| fs::write(site.join(name), text).expect("a file");
    for name in [
        "index.html",
        "quiz/index.html",
        "app-0123.js",
        "result-0123.wasm",
        "404.html",
        "_headers",
        "robots.txt",
        "sitemap.xml",
    ] {
        put(name, name);
    }
    let one = service_worker(&site).expect("a worker");
    let hash = |name: &str| Base64::encode_string(&Sha256::digest(name));
    let list: String = [
        ("", "index.html"),
        ("app-0123.js", "app-0123.js"),
        ("quiz/", "quiz/index.html"),
        ("result-0123.wasm", "result-0123.wasm"),
    ]
    .map(|(address, name)| format!("\n  ['{address}', 'sha256-{}'],", hash(name)))
    .concat();
    assert!(one.contains(&format!("[{list}\n]")), "{one}");
    assert_eq!(one.matches("', 'sha256-").count(), 4, "{one}");
    // `printf index.html | openssl dgst -sha256 -binary | base64`
    assert!(one.contains("['', 'sha256-DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=']"));
    assert!(!one.contains("site: "), "{one}");
    // The worker is not part of its own version, and every other file is.
    put(SERVICE_WORKER, &one);
    assert_eq!(service_worker(&site).expect("a worker"), one);
    put("quiz/index.html", "another");
    assert_ne!(service_worker(&site).expect("a worker"), one);
}

/// The one script more stands before the one that starts the app, knows the sites that were named, and
/// is allowed by its hash. Everything else of the document stays as it is.
#[test]
fn pages_that_may_be_framed_look_who_does_it() {
    let folder = folder("frames");
    let loaded = |page| {
        let (program, print) = (program(), file(PRINT));
        let loaded = Loaded {
            program: &program,
            print: &print,
            offline: true,
        };
        app_document(&shell(true), page, &loaded).expect("a document")
    };
    for page in Page::ALL {
        let path = folder.join(page.path());
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("index.html"), loaded(page)).expect("a file");
    }
    let headers = include_str!("../../../assets/public/_headers");
    fs::write(folder.join("_headers"), headers).expect("a file");
    let frames = Frames::read("https://a.example https://b.example:8443");
    let frames = frames.expect("origins").expect("two of them");
    frames.open(&folder).expect("a site");
    for page in Page::ALL {
        let before = loaded(page);
        let after = fs::read_to_string(folder.join(page.path()).join("index.html"));
        let after = after.expect("a file");
        if !FRAMED.contains(&page) {
            assert_eq!(after, before, "{page:?}");
            continue;
        }
        let (before, after) = (Html::parse_document(&before), Html::parse_document(&after));
        let scripts = |html| {
            let scripts = select(html, "script").into_iter().map(text);
            scripts.collect::<Vec<_>>()
        };
        let mut now = scripts(&after);
        let added = now.remove(1);
        assert_eq!(now, scripts(&before), "{page:?}");
        let list = "['https://a.example', 'https://b.example:8443']";
        assert!(added.contains(list), "{page:?}: {added}");
        let allowed = policy(&after)["script-src"].clone();
        let mut hashed = hashes(select(&after, "script"));
        hashed.extend(["'self'", "'wasm-unsafe-eval'"].map(str::to_owned));
        let hashed: BTreeSet<_> = hashed.iter().map(String::as_str).collect();
        assert_eq!(
            allowed.into_iter().collect::<BTreeSet<_>>(),
            hashed,
            "{page:?}"
        );
    }
    let headers = fs::read_to_string(folder.join("_headers")).expect("a file");
    assert!(headers.contains("frame-ancestors https://a.example https://b.example:8443"));
}

/// The journeys run the lines that owners of sites copy, and the page that explains them has the same.
#[test]
fn the_lines_to_copy_are_the_same_everywhere() {
    let lines = career_fit::ui::static_pages::embed::SNIPPET;
    let document = include_str!("../../../docs/embedding.md");
    let (_, rest) = document.split_once("```html\n").expect("lines of HTML");
    let (copied, _) = rest.split_once("```").expect("an end of them");
    let copied: String = copied
        .lines()
        .map(|line| [line.strip_prefix("   ").unwrap_or_default(), "\n"].concat())
        .collect();
    assert_eq!(copied.trim_end(), lines.trim_end());
}
