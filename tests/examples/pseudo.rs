//! Every example and every page to be read, in a language that nobody speaks.
//!
//! What is written in it shows which words are part of no message, and which boxes have no room for
//! the words of another language. The content is read anew from its files, with its words turned.

use std::fs;
use std::path::Path;
use std::sync::mpsc;

use career_fit::charts::content as charts;
use career_fit::content::{self, Files};
use career_fit::pseudo::{Pseudo, speak};
use career_fit::ui::app::screen;
use career_fit::ui::every_sheet;
use career_fit::ui::static_pages::{StaticPage, StaticScreen, StaticScreenProps};
use serde::de::DeserializeOwned;
use serde_json::Value;
use yew::LocalServerRenderer;
use yew::platform::{Runtime, RuntimeBuilder};
use yew::prelude::*;

use super::{SITE, all};

/// A language that nobody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Every letter has a mark, so that a plain one is no part of a message.
    Accented,
    /// Every word is about 40% longer, as it can be in German or Finnish.
    Long,
    /// Every letter is a Hebrew one, so that lines run from right to left.
    Mirrored,
}

/// A page in such a language.
#[derive(Clone, Debug)]
pub struct Written {
    /// The name of the example, or the page's path.
    pub name: String,
    /// The document's title.
    pub title: String,
    /// What is inside of the body.
    pub html: String,
    /// Whether it is a page to be read, without the app.
    pub is_static: bool,
}

/// The keys of the content under which words stand that readers meet.
const WORDS: &str = "approximate asks avoid claim conditions_prompt decline description entry facet fine \
                     good hard heading held high lead look_for low middle name no not_sure opening \
                     options other owner page price prompt quiz reason renewal short source start_prompt \
                     text time title usual value cpt";

/// The same for charts; behind a point where the name by itself stands for something else too.
const WORDS_OF_CHARTS: &str = "title lead text when words notes.lines why poa_why name section says term see \
                               means left_out found acts.code leave ask answer unnamed";

/// What becomes of a text.
pub fn turned(language: Language, text: &str) -> String {
    let turn: fn(&str) -> String = match language {
        Language::Accented => |word| word.chars().map(accented).collect(),
        Language::Long => longer,
        Language::Mirrored => |word| word.chars().map(mirrored).collect(),
    };
    let pieces = text.split_inclusive(char::is_whitespace);
    pieces
        .map(|piece| match piece {
            // A code or a number with its unit is the same in every language.
            code if code.contains(|c: char| c.is_ascii_digit()) => code.to_owned(),
            words => with_each_word(words, turn),
        })
        .collect()
}

fn with_each_word(text: &str, turn: fn(&str) -> String) -> String {
    let (mut turned, mut word) = (String::new(), String::new());
    for letter in text.chars() {
        if letter.is_ascii_alphabetic() {
            word.push(letter);
            continue;
        }
        turned += &turn(&word);
        word.clear();
        turned.push(letter);
    }
    turned + &turn(&word)
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "áƀçđéƒĝĥíĵķłɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶŁṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
    let place = PLAIN.chars().position(|plain| plain == letter);
    let marked = place.and_then(|place| MARKED.chars().nth(place));
    marked.unwrap_or(letter)
}

fn mirrored(letter: char) -> char {
    const HEBREW: [char; 22] = [
        'א', 'ב', 'ג', 'ד', 'ה', 'ו', 'ז', 'ח', 'ט', 'י', 'כ', 'ל', 'מ', 'נ', 'ס', 'ע', 'פ', 'צ',
        'ק', 'ר', 'ש', 'ת',
    ];
    let place = letter.to_ascii_lowercase() as usize - 'a' as usize;
    HEBREW[place % HEBREW.len()]
}

fn longer(word: &str) -> String {
    let more = (word.len() * 2).div_ceil(5);
    let again = word
        .chars()
        .rev()
        .take(more)
        .map(|c| c.to_ascii_lowercase());
    word.chars().chain(again).collect()
}

/// The folder of the content, whose words are turned while they are read.
struct Folder(Language);

impl Files for Folder {
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/content");
        let text = fs::read_to_string(folder.join(name)).map_err(|error| error.to_string())?;
        let mut value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        turn_value(self.0, WORDS, &mut value, "");
        serde_json::from_value(value).map_err(|error| error.to_string())
    }
}

/// The charts with their words turned.
fn charts(language: Language) -> Vec<charts::Chart> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/charts");
    let files = server::files(&folder).expect("a readable folder");
    let charts = files.into_iter().map(|(name, path)| {
        let text = fs::read_to_string(path).expect("a chart");
        let mut value = serde_json::from_str(&text).expect("a chart");
        turn_value(language, WORDS_OF_CHARTS, &mut value, "");
        (
            name,
            serde_json::from_value(value).map_err(|error| error.to_string()),
        )
    });
    charts::read(charts.collect()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Turns the texts at these keys; `place` is where the value stands, its key behind that of what is
/// around it.
fn turn_value(language: Language, words: &str, value: &mut Value, place: &str) {
    let key = |place: &str| place.rsplit('.').next().unwrap_or_default().to_owned();
    match value {
        Value::String(text) => {
            let mut words = words.split_whitespace();
            if words.any(|word| word == place || word == key(place)) {
                *text = turned(language, text);
            }
        }
        Value::Array(all) => {
            for each in all {
                turn_value(language, words, each, place);
            }
        }
        Value::Object(all) => {
            for (own, each) in all {
                let place = [&*key(place), ".", own].concat();
                turn_value(language, words, each, &place);
            }
        }
        _ => {}
    }
}

/// The language, as the library speaks it.
fn pseudo(language: Language) -> Pseudo {
    let read = || content::read(&Folder(language)).unwrap_or_else(|problems| panic!("{problems}"));
    let (quiz, content, guide) = read();
    let (instrument, reference, _) = read();
    Pseudo {
        turn: match language {
            Language::Accented => |text| turned(Language::Accented, text),
            Language::Long => |text| turned(Language::Long, text),
            Language::Mirrored => |text| turned(Language::Mirrored, text),
        },
        content: Box::leak(Box::new(content.without_reference(&quiz))),
        quiz: Box::leak(Box::new(quiz.without_reference())),
        instrument: Box::leak(Box::new(instrument)),
        reference: Box::leak(Box::new(reference)),
        guide: Box::leak(Box::new(guide)),
        charts: charts(language).leak(),
    }
}

/// Does something in such a language, on a thread that speaks nothing else.
pub fn speaking<T: Send + 'static>(
    language: Language,
    deed: impl AsyncFnOnce() -> T + Send + 'static,
) -> T {
    let (done, result) = mpsc::channel();
    let runtime: Runtime = RuntimeBuilder::new()
        .worker_threads(1)
        .build()
        .expect("a runtime");
    runtime.spawn_pinned(move || async move {
        speak(Some(pseudo(language)));
        done.send(deed().await).expect("somebody waits");
    });
    result.recv().expect("what comes of it")
}

/// All sheets to hand out, of which the page shows one at a time.
#[component]
fn Sheets() -> Html {
    html! { <main class="page" data-view="handouts">{ every_sheet(SITE) }</main> }
}

/// Every example and every page to be read.
pub fn every_page(language: Language) -> Vec<Written> {
    speaking(language, async || {
        let mut pages = Vec::new();
        for example in all() {
            let visit = example.visit();
            let title = screen(&visit, &Callback::noop(), false, &Callback::noop()).title;
            pages.push(Written {
                html: example.written().await,
                name: example.name,
                title,
                is_static: false,
            });
        }
        let renderer = LocalServerRenderer::<Sheets>::new();
        pages.push(Written {
            name: "every sheet to hand out".to_owned(),
            title: String::new(),
            html: renderer.hydratable(false).render().await,
            is_static: false,
        });
        for page in StaticPage::all() {
            let props = StaticScreenProps { page };
            let renderer = LocalServerRenderer::<StaticScreen>::with_props(props);
            pages.push(Written {
                name: page.path(),
                title: page.title().to_owned(),
                html: renderer.hydratable(false).render().await,
                is_static: true,
            });
        }
        pages
    })
}
