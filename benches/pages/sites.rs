//! What is compared: the built site, the same without its scripts, and a page without a framework.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use career_fit::builtin::quiz;
use career_fit::content::Stage;
use career_fit::session::{Question, Subject};
use serde_json::{Value, json};
use server::{Fault, Running, Server};

use crate::driver::Outcome;

/// A site on a server, and where things are in its pages.
pub struct Site {
    server: Running,
    /// An expression that holds when a page has done all that it does by itself.
    pub ready: &'static str,
    pub options: &'static str,
    pub next: &'static str,
    title: &'static str,
    result: &'static str,
}

impl Site {
    /// The built site, whose worker is not to be had: what it fetches for later would be counted, or
    /// not, as it happens to be done in time.
    pub fn built() -> Outcome<Self> {
        let fault = |path: &str| (path == WORKER).then_some(Fault::Status(404));
        Ok(Self {
            ready: "document.documentElement.dataset.app === 'ready'",
            ..Self::of(&dist(), fault)?
        })
    }

    /// The built site with its worker.
    pub fn offline() -> Outcome<Self> {
        Ok(Self {
            ready: "navigator.serviceWorker.ready.then(() => \
                    document.documentElement.dataset.app === 'ready')",
            ..Self::of(&dist(), |_| None)?
        })
    }

    /// The built site behind something that lets no WebAssembly through.
    pub fn without_wasm() -> Outcome<Self> {
        Self::of(&dist(), |path| {
            (path == WORKER || path.ends_with(".wasm")).then_some(Fault::Status(403))
        })
    }

    /// The built site with no scripts in its pages.
    pub fn without_scripts() -> Outcome<Self> {
        let folder = fresh("without-scripts")?;
        strip(&dist(), &folder)?;
        Self::of(&folder, |_| None)
    }

    /// The same quick questions on a page without a framework.
    pub fn vanilla() -> Outcome<Self> {
        let folder = fresh("vanilla")?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench");
        for name in ["quiz.js", "style.css"] {
            fs::copy(source.join(name), folder.join(name))?;
        }
        let page = fs::read_to_string(source.join("index.html"))?;
        fs::write(folder.join("index.html"), with_questions(&page)?)?;
        Ok(Self {
            options: "fieldset:not([hidden]) label",
            next: "#continue",
            title: "fieldset:not([hidden]) h1, #result:not([hidden]) h1",
            result: "#result:not([hidden])",
            ..Self::of(&folder, |_| None)?
        })
    }

    fn of(
        folder: &Path,
        fault: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static,
    ) -> Outcome<Self> {
        let server = Server::new(folder).compressed().faults(fault);
        Ok(Self {
            server: server.start()?,
            ready: "document.readyState === 'complete'",
            options: ".option",
            next: ".button--large",
            title: "#title",
            result: "#fit",
        })
    }

    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// What `observe.js` must know. A hasty reader ticks an option as soon as there is one.
    pub fn described(&self, hasty: bool) -> Value {
        json!({
            "options": self.options, "title": self.title, "result": self.result, "hasty": hasty,
        })
    }
}

const WORKER: &str = "/service-worker.js";

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// An empty folder.
fn fresh(name: &str) -> Outcome<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies a site, its pages without scripts.
fn strip(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (file, copy) = (entry.path(), to.join(entry.file_name()));
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&copy)?;
            strip(&file, &copy)?;
        } else if name.ends_with(".html") {
            fs::write(copy, without_scripts(&fs::read_to_string(file)?))?;
        } else {
            fs::copy(file, copy)?;
        }
    }
    Ok(())
}

/// A page without what runs, and without what is loaded ahead for it. Data blocks do not run.
fn without_scripts(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let tag = &rest[..rest.find('>').map_or(rest.len(), |end| end + 1)];
        let end = if tag.starts_with("<script") && !tag.contains("application/ld+json") {
            "</script>"
        } else if tag.starts_with("<link") && tag.contains("preload") {
            ">"
        } else {
            kept.push_str(tag);
            rest = &rest[tag.len()..];
            continue;
        };
        rest = rest.split_once(end).map_or("", |(_, rest)| rest);
    }
    kept + rest
}

/// The page's template with the questions and traits of the quiz.
fn with_questions(page: &str) -> Outcome<String> {
    let quiz = quiz();
    let (mut questions, mut count) = (String::new(), 0);
    for id in quiz.stage_ids(Stage::Quick) {
        let item = quiz.item(id);
        let question = Question::Item(id);
        let reversed = if item.reversed { " data-reversed" } else { "" };
        let hidden = if count == 0 { "" } else { " hidden" };
        writeln!(
            questions,
            "<fieldset data-trait=\"{:?}\"{reversed}{hidden}>\n\
             <legend><h1 tabindex=\"-1\">{}</h1></legend>\n<p>{}</p>",
            item.trait_id,
            item.text,
            question.prompt(quiz, Subject::Me)
        )?;
        let options = question.options(quiz, Subject::Me);
        for (value, option) in options.into_iter().enumerate() {
            writeln!(
                questions,
                "<label><input type=\"radio\" name=\"{}\" value=\"{value}\">{option}</label>",
                item.id
            )?;
        }
        questions.push_str("</fieldset>\n");
        count += 1;
    }
    let mut traits = String::new();
    for (id, each) in quiz.traits.iter() {
        write!(
            traits,
            "\n<dt>{}</dt><dd data-trait=\"{id:?}\"></dd>",
            each.name
        )?;
    }
    Ok(page
        .replace("<!-- bench: questions -->\n", &questions)
        .replace("<!-- bench: traits -->", &traits)
        .replace("<!-- bench: count -->", &count.to_string()))
}
