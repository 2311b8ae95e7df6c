//! The programs in WebAssembly that pages load.

use std::fs;
use std::io;
use std::path::Path;

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256, Sha384};

use super::BrokenShell;
use crate::ui::programs::{Asking, Program as _};
use crate::visit::{Page, View};

/// A program's two files, and the hashes by which browsers check them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    script: File,
    module: File,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    name: String,
    integrity: String,
}

impl Program {
    /// The program that Trunk has written into a shell.
    ///
    /// # Errors
    ///
    /// [`BrokenShell`] where the shell loads none, or loads it unchecked.
    pub fn in_shell(shell: &str) -> Result<Self, BrokenShell> {
        let file = |rel: &'static str| {
            let (_, link) = shell.split_once(rel).ok_or(BrokenShell(rel))?;
            let (link, _) = link.split_once('>').ok_or(BrokenShell(rel))?;
            Ok(File {
                name: attribute(link, "href=\"./").ok_or(BrokenShell(rel))?,
                integrity: attribute(link, "integrity=\"").ok_or(BrokenShell(rel))?,
            })
        };
        Ok(Self {
            script: file("rel=\"modulepreload\"")?,
            module: file("rel=\"preload\"")?,
        })
    }

    /// A program that Trunk has put into a folder under its plain name, as it
    /// does with workers. Here it gets a name by its contents.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or renamed.
    pub fn staged(folder: &Path, name: &str) -> io::Result<Self> {
        let script = fs::read(folder.join(format!("{name}.js")))?;
        let module = fs::read(folder.join(format!("{name}_bg.wasm")))?;
        let hash = Sha256::new()
            .chain_update(&script)
            .chain_update(&module)
            .finalize();
        let hash: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        let file = |end: &str, bytes: &[u8]| {
            let file = format!("{name}-{hash}{end}");
            fs::rename(folder.join(format!("{name}{end}")), folder.join(&file))?;
            Ok::<_, io::Error>(File {
                name: file,
                integrity: format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes))),
            })
        };
        Ok(Self {
            script: file(".js", &script)?,
            module: file("_bg.wasm", &module)?,
        })
    }

    /// The files as attributes for `assets/boot.js`, which starts the program.
    pub(super) fn attributes(&self, page: Page, prefix: &str) -> String {
        let root = page.root();
        let files = [("script", &self.script), ("module", &self.module)];
        let attributes = files.map(|(kind, File { name, integrity })| {
            format!(
                " data-{prefix}{kind}=\"{root}{name}\" \
                 data-{prefix}{kind}-integrity=\"{integrity}\""
            )
        });
        attributes.concat()
    }
}

fn attribute(link: &str, start: &str) -> Option<String> {
    let (_, value) = link.split_once(start)?;
    let (value, _) = value.split_once('"')?;
    Some(value.to_owned())
}

/// The programs of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programs {
    /// Of the pages that ask. Trunk's shell loads it.
    pub asking: Program,
    /// Of all others, and of these when they are done.
    pub whole: Program,
}

impl Programs {
    /// Whether a page starts with the program that only asks.
    pub fn asks(page: Page) -> bool {
        Asking::shows(&View::first(page))
    }
}
