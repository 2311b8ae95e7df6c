//! A message as it stands in `assets/content/words`: the part of ICU MessageFormat that these pages
//! need.
//!
//! - `{name}` is a gap for a text, `{count, number}` one for a whole number.
//! - `{count, plural, =0 {No charts} one {# chart} other {# charts}}` chooses by a number, and `#` is
//!   that number.
//! - `{whose, select, own {Your answers} other {These answers}}` chooses by a name.
//! - `<guide>the guide</guide>` marks a part that the page makes something of: a link, emphasis.
//! - `'{'` is a brace as it is, and `''` an apostrophe; by itself an apostrophe needs nothing.
//!
//! The parsers on crates.io bring the whole of ICU4X with them, a minute of compiling for every
//! build; dates, currencies and offsets are what they have and this has not.

use std::fmt;

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Text(String),
    /// A gap for a text.
    Gap(String),
    /// A gap for a whole number, also where `#` stands for it.
    Number(String),
    /// One of several messages, by a number or by a name.
    Choice {
        /// The gap with the value that chooses.
        gap: String,
        /// Whether it is a number.
        plural: bool,
        /// The cases before `other`, in order.
        cases: Vec<(Case, Vec<Part>)>,
        /// What is said in every other case.
        other: Vec<Part>,
    },
    /// Words that the page makes something of.
    Mark(String, Vec<Part>),
}

/// When one of several messages is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// For this number, as in `=0`; `one` is 1, as it is in English.
    Exactly(u32),
    /// For this name.
    Named(String),
}

/// Why a message is none, as the rest of a sentence that begins with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(pub String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a message.
///
/// # Errors
///
/// [`Problem`], where it is not written as above, or where its spaces or its names would go wrong.
pub fn parse(text: &str) -> Result<Vec<Part>, Problem> {
    if text.is_empty() || text.trim() != text || text.contains("  ") {
        return problem("has a space too many, or nothing at all");
    }
    let mut reader = Reader {
        left: text,
        counted: None,
    };
    let parts = reader.parts()?;
    match reader.left {
        "" => Ok(parts),
        left => problem(&format!("closes at {left:?} what was never opened")),
    }
}

struct Reader<'a> {
    left: &'a str,
    /// The number for which `#` stands here.
    counted: Option<String>,
}

impl Reader<'_> {
    /// Parts up to the end, or up to what closes them.
    fn parts(&mut self) -> Result<Vec<Part>, Problem> {
        let (mut parts, mut text) = (Vec::new(), String::new());
        while let Some(next) = self.left.chars().next() {
            let part = match next {
                '}' => break,
                '<' if self.left.starts_with("</") => break,
                '{' => self.gap()?,
                '<' => self.mark()?,
                '#' if self.counted.is_some() => {
                    self.take("#");
                    Part::Number(self.counted.clone().unwrap_or_default())
                }
                '\'' => {
                    text.push_str(&self.apostrophe()?);
                    continue;
                }
                letter => {
                    self.left = &self.left[letter.len_utf8()..];
                    text.push(letter);
                    continue;
                }
            };
            if !text.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut text)));
            }
            parts.push(part);
        }
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        Ok(parts)
    }

    /// An apostrophe, or what stands between two because it would mean something without them.
    fn apostrophe(&mut self) -> Result<String, Problem> {
        self.take("'");
        if self.take("'") || !self.left.starts_with(['{', '}', '<', '>', '#']) {
            return Ok("'".to_owned());
        }
        let Some((quoted, rest)) = self.left.split_once('\'') else {
            return problem("has an apostrophe before a sign and none after it");
        };
        self.left = rest;
        Ok(quoted.to_owned())
    }

    fn gap(&mut self) -> Result<Part, Problem> {
        self.take("{");
        let gap = self.name()?;
        if self.skip("}") {
            return Ok(Part::Gap(gap));
        }
        self.wanted(",")?;
        let kind = self.name()?;
        if kind == "number" {
            self.wanted("}")?;
            return Ok(Part::Number(gap));
        }
        let plural = kind == "plural";
        if !plural && kind != "select" {
            return problem(&format!("has a gap of a kind that is not known, {kind:?}"));
        }
        self.wanted(",")?;
        let around = self.counted.clone();
        if plural {
            self.counted = Some(gap.clone());
        }
        let (mut cases, mut other) = (Vec::new(), None);
        while !self.skip("}") {
            let exact = self.skip("=");
            let name = if exact { self.digits() } else { self.name()? };
            self.wanted("{")?;
            let parts = self.parts()?;
            self.wanted("}")?;
            let case = match (&*name, plural, exact) {
                ("other", _, false) => {
                    other = Some(parts);
                    continue;
                }
                ("one", true, false) => Case::Exactly(1),
                (number, true, true) => match number.parse() {
                    Ok(number) => Case::Exactly(number),
                    Err(_) => return problem("has a case without a number after ="),
                },
                (_, false, false) => Case::Named(name),
                (name, _, _) => return problem(&format!("has a case that is none here, {name:?}")),
            };
            if other.is_some() || cases.iter().any(|(known, _)| *known == case) {
                return problem(&format!("has a case of {gap:?} twice, or one after other"));
            }
            cases.push((case, parts));
        }
        self.counted = around;
        match other {
            Some(other) if !cases.is_empty() => Ok(Part::Choice {
                gap,
                plural,
                cases,
                other,
            }),
            _ => problem(&format!("has no other for {gap:?}, or nothing else")),
        }
    }

    fn mark(&mut self) -> Result<Part, Problem> {
        self.take("<");
        let name = self.name()?;
        self.wanted(">")?;
        let parts = self.parts()?;
        self.wanted(&format!("</{name}>"))?;
        Ok(Part::Mark(name, parts))
    }

    /// A name that can be one in Rust too.
    fn name(&mut self) -> Result<String, Problem> {
        self.left = self.left.trim_start();
        let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let end = self.left.find(|c| !is_part(c)).unwrap_or(self.left.len());
        let (name, rest) = self.left.split_at(end);
        if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
            let near: String = self.left.chars().take(12).collect();
            return problem(&format!("has no name where one belongs, before {near:?}"));
        }
        self.left = rest.trim_start();
        Ok(name.to_owned())
    }

    fn digits(&mut self) -> String {
        let end = self.left.find(|c: char| !c.is_ascii_digit());
        let (digits, rest) = self.left.split_at(end.unwrap_or(self.left.len()));
        self.left = rest.trim_start();
        digits.to_owned()
    }

    /// Passes a sign, if it comes next.
    fn take(&mut self, sign: &str) -> bool {
        let rest = self.left.strip_prefix(sign);
        self.left = rest.unwrap_or(self.left);
        rest.is_some()
    }

    /// The same inside of a gap, where spaces say nothing.
    fn skip(&mut self, sign: &str) -> bool {
        self.left = self.left.trim_start();
        self.take(sign)
    }

    fn wanted(&mut self, sign: &str) -> Result<(), Problem> {
        if self.skip(sign) {
            return Ok(());
        }
        let near: String = self.left.chars().take(12).collect();
        problem(&format!("lacks {sign:?} before {near:?}"))
    }
}

fn problem<T>(text: &str) -> Result<T, Problem> {
    Err(Problem(text.to_owned()))
}
