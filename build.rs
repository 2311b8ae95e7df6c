//! Checks the content and packs it, so that a build with a problem in its
//! content does not exist and the browser needs no JSON parser.

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
    let (quiz, content) = content::Content::from_files(
        read("quiz.json")?,
        read("facts.json")?,
        read("plan.json")?,
        read("preview.json")?,
        read("roles.json")?,
        read("pay.json")?,
    )?;
    fs::write(
        out.join("reference.postcard"),
        postcard::to_allocvec(&content)?,
    )?;
    let guide = content::Guide::from_file(read("guide.json")?, &content)?;
    fs::write(out.join("guide.postcard"), postcard::to_allocvec(&guide)?)?;
    fs::write(out.join("quiz.postcard"), postcard::to_allocvec(&quiz)?)?;
    let content = content.without_reference(&quiz);
    fs::write(
        out.join("content.postcard"),
        postcard::to_allocvec(&content)?,
    )?;
    Ok(())
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T, Box<dyn Error>> {
    let path = Path::new("assets/content").join(name);
    let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{name}: {error}").into())
}
