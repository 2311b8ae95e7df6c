//! Messages become functions, as in `career-fit`, whose own readers of messages these are.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "../build/functions.rs"]
mod functions;
#[path = "../build/message.rs"]
mod message;
#[path = "../build/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../assets/content/words/site");
    println!("cargo::rerun-if-changed=../build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    match words::code(Path::new("../assets/content/words/site")) {
        Ok(code) => fs::write(out.join("words.rs"), code)?,
        Err(problems) => {
            for line in problems.lines() {
                println!("cargo::error={line}");
            }
        }
    }
    Ok(())
}
