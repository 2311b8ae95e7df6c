//! The messages of `assets/content/words` as the code of `career_fit::say`, a module for each file.

use std::fmt;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::functions::function;
use super::message::parse;

/// What only pages say that are written natively stands in this folder.
const STATIC: &str = "static";

/// The code, or every problem that there is.
///
/// # Errors
///
/// A line for each problem, with the file and the name of its message.
pub fn code(folder: &Path) -> Result<String, String> {
    let mut problems = Vec::new();
    let mut code = rooms(folder, "", &mut problems);
    let condition = "#[cfg(feature = \"ssr\")]\n";
    code += &rooms(&folder.join(STATIC), condition, &mut problems);
    match problems.is_empty() {
        true => Ok(code),
        false => Err(problems.join("\n")),
    }
}

fn rooms(folder: &Path, condition: &str, problems: &mut Vec<String>) -> String {
    let files = fs::read_dir(folder).map(|files| files.flatten().map(|file| file.path()));
    let mut files: Vec<_> = files.into_iter().flatten().collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    let mut code = String::new();
    for path in files {
        let room = path.file_stem().unwrap_or_default().to_string_lossy();
        let read = fs::read_to_string(&path).map_err(|error| error.to_string());
        let read = read.and_then(|text| {
            serde_json::from_str::<Messages>(&text).map_err(|error| error.to_string())
        });
        let messages = match read {
            Ok(Messages(messages)) => messages,
            Err(error) => {
                problems.push(format!("{}: {error}", path.display()));
                continue;
            }
        };
        code += &format!("{condition}pub mod {room} {{\n");
        for (place, (name, text)) in messages.iter().enumerate() {
            let is_new = messages.iter().take(place).all(|(known, _)| known != name);
            let function = match (is_name(name), is_new) {
                (false, _) => Err("is no name: small letters, digits and _ only".to_owned()),
                (_, false) => Err("stands twice".to_owned()),
                _ => parse(text)
                    .and_then(|parts| function(name, text, &parts))
                    .map_err(|problem| problem.to_string()),
            };
            match function {
                Ok(function) => code += &function,
                Err(problem) => problems.push(format!("{}: {name:?} {problem}", path.display())),
            }
        }
        code += "}\n\n";
    }
    code
}

fn is_name(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_part)
}

/// The messages of a file in its order, also those of one name.
struct Messages(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Messages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Messages;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of messages")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Messages, A::Error> {
                let mut messages = Vec::new();
                while let Some(message) = map.next_entry()? {
                    messages.push(message);
                }
                Ok(Messages(messages))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
