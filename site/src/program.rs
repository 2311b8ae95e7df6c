//! The program that pages load: from what the compiler gives to files for browsers.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, ensure};
use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256, Sha384};
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::Parser;

/// The program's files as they stand in the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Starts the module, and fetches the chunk when the module asks for it.
    pub script: File,
    /// What runs from the start.
    pub module: File,
    /// The views of results; `None` where they are part of the module.
    pub chunk: Option<File>,
}

/// A file, and the hash by which browsers check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, which has a hash of all of the program in it: so files of two
    /// versions never mix, and each may be kept for ever.
    pub name: String,
    /// As browsers want it: `sha384-` and the hash in base64.
    pub integrity: String,
}

impl File {
    fn write(folder: &Path, name: String, bytes: &[u8]) -> Result<Self> {
        fs::write(folder.join(&name), bytes)?;
        let integrity = format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes)));
        Ok(Self { name, integrity })
    }
}

impl Program {
    /// Splits a module that was compiled with the feature `split` and with its
    /// relocations, and writes what comes of it into a folder.
    ///
    /// # Errors
    ///
    /// Where the module has no such parts, or a file cannot be written.
    pub fn split(compiled: &[u8], folder: &Path) -> Result<Self> {
        let work = folder.join("split");
        fs::create_dir_all(&work)?;
        let main = work.join("app.wasm");
        let mut options = Options::new(compiled);
        options.output_dir = &work;
        options.main_out_path = &main;
        options.main_module = MAIN;
        options.link_name = LOADER;
        transform(options).map_err(|error| anyhow!("{error:#}"))?;
        let mut bound = Bindgen::new()
            .input_path(&main)
            .web(true)?
            .typescript(false)
            // The chunk uses them.
            .keep_lld_exports(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate_output()?;
        let loader = fs::read_to_string(work.join(LOADER))?;
        let chunk = without_custom_sections(&fs::read(work.join(CHUNK))?)?;
        let module = bound.wasm_mut().emit_wasm();
        fs::remove_dir_all(&work)?;

        let hash = short_hash(&[bound.js().as_bytes(), &module, &chunk]);
        let chunk = File::write(folder, format!("result-{hash}.wasm"), &chunk)?;
        let script = joined(bound.js(), &loader, &chunk)?;
        Ok(Self {
            script: File::write(folder, format!("app-{hash}.js"), script.as_bytes())?,
            module: File::write(folder, format!("app-{hash}.wasm"), &module)?,
            chunk: Some(chunk),
        })
    }

    /// The whole program as Trunk has put it into a folder, under plain names. Here
    /// it gets names by its contents.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, written or deleted.
    pub fn whole(folder: &Path) -> Result<Self> {
        let [script, module] = ["app.js", "app_bg.wasm"].map(|name| {
            let path = folder.join(name);
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            fs::remove_file(&path)?;
            Ok::<_, anyhow::Error>(bytes)
        });
        let (script, module) = (script?, module?);
        let hash = short_hash(&[&script, &module]);
        Ok(Self {
            script: File::write(folder, format!("app-{hash}.js"), &script)?,
            module: File::write(folder, format!("app-{hash}.wasm"), &module)?,
            chunk: None,
        })
    }
}

const MAIN: &str = "./app.js";
const LOADER: &str = "./split.js";
/// Named by the argument of `wasm_split` in `career_fit::ui::chunk`.
const CHUNK: &str = "split_result.wasm";

fn short_hash(files: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file);
    }
    let hash = hash.finalize();
    hash[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The two scripts as one, so that the page has one file to check and to wait for.
/// The loader is made to check the chunk as well, and to need no certain type of
/// its answer, which not every host gives.
fn joined(script: &str, loader: &str, chunk: &File) -> Result<String> {
    let File { name, integrity } = chunk;
    let fetch = format!("new URL(\"./{name}\", import.meta.url), {{ integrity: \"{integrity}\" }}");
    let mut joined = String::new();
    for (text, changes) in [
        (
            script,
            &[("import * as import1 from \"./split.js\"\n", "")][..],
        ),
        (
            loader,
            &[
                ("import { initSync } from \"./app.js\";\n", ""),
                ("export const __wasm_split_load_result", "const __wasm_split_load_result"),
                ("new URL(\"./split_result.wasm\", import.meta.url)", &fetch),
                (
                    "WebAssembly.instantiateStreaming(src, imports)",
                    "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
                ),
            ],
        ),
    ] {
        let mut text = text.to_owned();
        for (old, new) in changes {
            ensure!(
                text.matches(old).count() == 1,
                "the scripts of this version of wasm-bindgen or wasm_split are not as expected: {old}"
            );
            text = text.replace(old, new);
        }
        joined.push_str(&text);
    }
    joined.push_str("const import1 = { __wasm_split_load_result };\n");
    Ok(joined)
}

/// A module without what only tools read.
fn without_custom_sections(bytes: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Some((id, range)) = payload?.as_section()
            && id != CUSTOM
        {
            module.section(&RawSection {
                id,
                data: &bytes[usize::try_from(range.start)?..usize::try_from(range.end)?],
            });
        }
    }
    Ok(module.finish())
}
