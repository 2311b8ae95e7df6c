//! Checks the content and packs it: there is no build with a problem in its content,
//! and the browser needs no JSON parser. Sentences become functions, see `build/`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::de::DeserializeOwned;

// The library's own module: the same types that the product reads.
#[allow(dead_code, unused_imports)]
#[path = "src/content/mod.rs"]
mod content;

// Likewise.
#[allow(dead_code, unused_imports)]
#[path = "src/charts/content/mod.rs"]
mod charts;

#[path = "build/functions.rs"]
mod functions;
#[path = "build/message.rs"]
mod message;
#[path = "build/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/content");
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=assets/charts");
    println!("cargo::rerun-if-changed=src/charts/content");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for packed in [pack(&out), pack_charts(&out), write_words(&out)] {
        if let Err(error) = packed {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
        }
    }
    Ok(())
}

fn pack(out: &Path) -> Result<(), Box<dyn Error>> {
    let write = |name: &str, packed: postcard::Result<Vec<u8>>| -> Result<(), Box<dyn Error>> {
        Ok(fs::write(out.join(name), packed?)?)
    };
    let (quiz, content, guide) = content::read(&Folder)?;
    write("instrument.postcard", postcard::to_allocvec(&quiz))?;
    write("guide.postcard", postcard::to_allocvec(&guide))?;
    write("reference.postcard", postcard::to_allocvec(&content))?;
    let content = content.without_reference(&quiz);
    let quiz = quiz.without_reference();
    write("quiz.postcard", postcard::to_allocvec(&quiz))?;
    write("content.postcard", postcard::to_allocvec(&content))
}

/// Every file of `assets/charts` is a chart.
fn pack_charts(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for file in fs::read_dir("assets/charts")? {
        let path = file?.path();
        let chart = fs::read_to_string(&path).map_err(|error| error.to_string());
        let chart =
            chart.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
        files.push((path.display().to_string(), chart));
    }
    let charts = charts::read(files).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    let packed = postcard::to_allocvec(&charts)?;
    Ok(fs::write(out.join("charts.postcard"), packed)?)
}

/// Every message becomes a function.
fn write_words(out: &Path) -> Result<(), Box<dyn Error>> {
    let code = words::code(Path::new("assets/content/words"))?;
    Ok(fs::write(out.join("words.rs"), code)?)
}

/// `assets/content`, from where cargo starts this program.
struct Folder;

impl content::Files for Folder {
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        let text = fs::read_to_string(Path::new("assets/content").join(name));
        let text = text.map_err(|error| error.to_string())?;
        serde_json::from_str(&text).map_err(|error| error.to_string())
    }
}
