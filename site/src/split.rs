//! From the compiled module to the program's files: the views of results are split off,
//! and wasm-bindgen writes the JavaScript. Both tools are libraries here, so nobody has
//! to install them.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::Parser;

use crate::program::{File, Program, short_hash};

/// Splits a module that was compiled with the feature `split` and with its
/// relocations, and writes what comes of it into a folder.
///
/// # Errors
///
/// Where the module has no such parts, or a file cannot be written.
pub fn split(compiled: &[u8], folder: &Path) -> Result<Program> {
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
        // The chunk imports them from the main module.
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
    Ok(Program {
        script: File::write(folder, format!("app-{hash}.js"), script.as_bytes())?,
        module: File::write(folder, format!("app-{hash}.wasm"), &module)?,
        chunk: Some(chunk),
    })
}

const MAIN: &str = "./app.js";
const LOADER: &str = "./split.js";
/// It is named by the argument of `wasm_split` in `career_fit::ui::chunk`.
const CHUNK: &str = "split_result.wasm";

/// The two scripts as one, so that the page has one file to check and to wait for. The
/// loader is changed in two ways: the browser checks the chunk's hash, and the chunk may
/// come with any content type, because not every host has the right one.
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
                (
                    "export const __wasm_split_load_result",
                    "const __wasm_split_load_result",
                ),
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

/// A module without its custom sections, which only tools read.
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
