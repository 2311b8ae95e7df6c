//! From the compiled module to the program's files: the views of results are split off,
//! and wasm-bindgen writes the JavaScript. Both tools are libraries here, so nobody has
//! to install them.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::Parser;

use crate::program::{Chunk, File, Program, short_hash};

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
    let parts = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let mut bound = Bindgen::new()
        .input_path(&main)
        .web(true)?
        .typescript(false)
        // The chunks import them from the main module.
        .keep_lld_exports(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let loader = fs::read_to_string(work.join(LOADER))?;
    let mut found = Vec::new();
    for path in &parts.split_modules {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let stem = stem.context("a chunk has no name")?.to_owned();
        // Some parts turn out to be empty, and the loader does not ask for those.
        if loader.contains(&address(&stem)) {
            found.push((stem, without_custom_sections(&fs::read(path)?)?));
        }
    }
    found.sort();
    let module = bound.wasm_mut().emit_wasm();
    fs::remove_dir_all(&work)?;

    let bytes = found.iter().map(|(_, bytes)| &**bytes);
    let all: Vec<_> = [bound.js().as_bytes(), &module]
        .into_iter()
        .chain(bytes)
        .collect();
    let hash = short_hash(&all);
    let mut chunks = Vec::new();
    let mut stems = Vec::new();
    for (stem, bytes) in &found {
        let needed_by = parts.prefetch_map.iter();
        let needed_by = needed_by.filter(|(_, stems)| stems.contains(stem));
        let mut needed_by: Vec<_> = needed_by.map(|(view, _)| view.clone()).collect();
        needed_by.sort();
        // A part that several views need is named by a number, which says nothing.
        let name = match stem.strip_prefix(OWN) {
            Some(own) => own.to_owned(),
            None => ["shared", &needed_by.join("-")].join("-"),
        };
        stems.push(stem);
        chunks.push(Chunk {
            file: File::write(folder, format!("{name}-{hash}.wasm"), bytes)?,
            needed_by,
        });
    }
    let named: Vec<_> = stems.into_iter().zip(&chunks).collect();
    let script = joined(bound.js(), &loader, &named)?;
    Ok(Program {
        script: File::write(folder, format!("app-{hash}.js"), script.as_bytes())?,
        module: File::write(folder, format!("app-{hash}.wasm"), &module)?,
        chunks,
    })
}

const MAIN: &str = "./app.js";
const LOADER: &str = "./split.js";
/// What the splitter writes before the arguments of `wasm_split` in `career_fit::ui::chunk`.
const OWN: &str = "split_";
/// What it writes before the functions that load those parts.
const LOADS: &str = "__wasm_split_load_";

/// How the loader names a part.
fn address(stem: &str) -> String {
    format!("new URL(\"./{stem}.wasm\", import.meta.url)")
}

/// The two scripts as one, so that the page has one file to check and to wait for. The
/// loader is changed in two ways: the browser checks the chunks' hashes, and chunks may
/// come with any content type, because not every host has the right one.
fn joined(script: &str, loader: &str, chunks: &[(&String, &Chunk)]) -> Result<String> {
    // There is an import for each function that is loaded so.
    let (imports, rest): (Vec<_>, Vec<_>) = script
        .split_inclusive('\n')
        .partition(|line| line.ends_with(&format!(" from \"{LOADER}\"\n")));
    let mut joined = rest.concat();
    let mut loader = replaced(loader, "import { initSync } from \"./app.js\";\n", "", 1)?;
    for (stem, chunk) in chunks {
        let File { name, integrity } = &chunk.file;
        let fetched =
            format!("new URL(\"./{name}\", import.meta.url), {{ integrity: \"{integrity}\" }}");
        loader = replaced(&loader, &address(stem), &fetched, 1)?;
    }
    loader = replaced(
        &loader,
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
        chunks.len(),
    )?;
    let own = chunks.iter().filter_map(|(stem, _)| stem.strip_prefix(OWN));
    let loads: Vec<_> = own.map(|view| [LOADS, view].concat()).collect();
    loader = replaced(
        &loader,
        &["export const ", LOADS].concat(),
        &["const ", LOADS].concat(),
        loads.len(),
    )?;
    joined.push_str(&loader);
    ensure!(
        imports.len() == loads.len(),
        "an import of the loader is missing"
    );
    for import in imports {
        let name = import.strip_prefix("import * as ");
        let name = name.and_then(|rest| rest.split(' ').next());
        let name = name.context("an import of the loader has no name")?;
        joined.push_str(&format!("const {name} = {{ {} }};\n", loads.join(", ")));
    }
    Ok(joined)
}

fn replaced(text: &str, old: &str, new: &str, times: usize) -> Result<String> {
    ensure!(
        text.matches(old).count() == times,
        "the scripts of this version of wasm-bindgen or wasm_split are not as expected: {old}"
    );
    Ok(text.replace(old, new))
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
