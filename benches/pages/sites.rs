//! What is compared: the built site, and the same quick questions on a page without a framework.

use std::fs;
use std::path::Path;

use career_fit::builtin::quiz;
use career_fit::content::Stage;
use career_fit::session::{Question, Subject};
use server::{Fault, Running, Server};

use crate::driver::Outcome;

const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist");

/// A site on a server, and where things are in its pages.
pub struct Site {
    server: Running,
    /// An expression that holds when a page has done all that it does by itself.
    pub ready: &'static str,
    pub option: &'static str,
    pub next: &'static str,
    /// An expression that holds when the result is there.
    pub result: &'static str,
}

impl Site {
    /// Its worker is not to be had: what it fetches for later would be counted, or not, as it happens
    /// to be done in time.
    pub fn built() -> Outcome<Self> {
        Ok(Self {
            server: Server::new(DIST)
                .compressed()
                .faults(|path| (path == "/service-worker.js").then_some(Fault::Status(404)))
                .start()?,
            ready: "document.readyState === 'complete' \
                    && document.documentElement.dataset.app === 'ready'",
            option: ".option",
            next: ".button--large",
            result: "!!document.querySelector('#fit')",
        })
    }

    pub fn vanilla() -> Outcome<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vanilla");
        fs::create_dir_all(&folder)?;
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench");
        for name in ["quiz.js", "style.css"] {
            fs::copy(source.join(name), folder.join(name))?;
        }
        // Both are sent with the same headers.
        fs::copy(Path::new(DIST).join("_headers"), folder.join("_headers"))?;
        let page = fs::read_to_string(source.join("index.html"))?;
        fs::write(folder.join("index.html"), with_questions(&page))?;
        Ok(Self {
            server: Server::new(folder).compressed().start()?,
            ready: "document.readyState === 'complete'",
            option: "fieldset:not([hidden]) label",
            next: "#continue",
            result: "!document.querySelector('#result').hidden",
        })
    }

    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }
}

/// The page's template with the questions and traits of the quiz.
fn with_questions(page: &str) -> String {
    let quiz = quiz();
    let (mut questions, mut count) = (String::new(), 0);
    for id in quiz.stage_ids(Stage::Quick) {
        let item = quiz.item(id);
        let (text, name, of_trait) = (&item.text, &item.id, item.trait_id);
        let reversed = if item.reversed { " data-reversed" } else { "" };
        let hidden = if count == 0 { "" } else { " hidden" };
        let prompt = Question::Item(id).prompt(quiz, Subject::Me);
        questions += &format!(
            "<fieldset data-trait=\"{of_trait:?}\"{reversed}{hidden}>\n\
             <legend><h1 tabindex=\"-1\">{text}</h1></legend>\n<p>{prompt}</p>"
        );
        let options = Question::Item(id).options(quiz, Subject::Me).into_iter();
        questions.extend(options.enumerate().map(|(value, option)| {
            let radio = format!("<input type=\"radio\" name=\"{name}\" value=\"{value}\">");
            format!("<label>{radio}{option}</label>\n")
        }));
        questions += "</fieldset>\n";
        count += 1;
    }
    let traits = quiz.traits.iter().map(|(id, each)| {
        let name = &each.name;
        format!("\n<dt>{name}</dt><dd data-trait=\"{id:?}\"></dd>")
    });
    page.replace("<!-- bench: questions -->\n", &questions)
        .replace("<!-- bench: traits -->", &traits.collect::<String>())
        .replace("<!-- bench: count -->", &count.to_string())
}
