//! Checks the content and packs it: there is no build with a problem in its content,
//! and the browser needs no JSON parser.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::de::DeserializeOwned;

// The library's own module: the same types that the product reads.
#[allow(dead_code, unused_imports)]
#[path = "src/content/mod.rs"]
mod content;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/content");
    println!("cargo::rerun-if-changed=src/content");
    if let Err(error) = pack(&PathBuf::from(env::var("OUT_DIR")?)) {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
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

/// `assets/content`, from where cargo starts this program.
struct Folder;

impl content::Files for Folder {
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        let text = fs::read_to_string(Path::new("assets/content").join(name));
        let text = text.map_err(|error| error.to_string())?;
        serde_json::from_str(&text).map_err(|error| error.to_string())
    }
}
