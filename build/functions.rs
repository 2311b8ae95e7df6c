//! From messages to Rust: a function for each, so that a gap without a value does not compile, and
//! that a message which nothing says is dead code.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::message::{Case, Part, Problem};

/// A function that says a message.
///
/// It takes a value for each gap, in the order of the alphabet, and then for each mark what makes
/// something of its words. The order in the sentence is not the functions' order: who turns a sentence
/// around must not swap two values.
///
/// What is said without a gap is `&'static str`, else a `String`; with marks it is any `Marked`.
///
/// # Errors
///
/// [`Problem`], where one name stands for two kinds of value.
pub fn function(name: &str, text: &str, parts: &[Part]) -> Result<String, Problem> {
    let mut values = BTreeMap::new();
    let mut marks = BTreeMap::new();
    collect(parts, &mut values, &mut marks)?;
    if let Some(both) = marks.keys().find(|mark| values.contains_key(**mark)) {
        return Err(Problem(format!(
            "has a gap and a mark by the name {both:?}"
        )));
    }
    let says = match (marks.is_empty(), chosen(&values)) {
        (false, _) => Says::Marked,
        (true, true) => Says::Fixed,
        (true, false) => Says::Made,
    };
    let mut code = String::new();
    for line in text.lines() {
        let _ = writeln!(code, "    /// {line}");
    }
    let _ = write!(code, "    pub fn {name}");
    if says == Says::Marked {
        code += "<T: super::Marked>";
    }
    let values = values.iter().map(|(gap, kind)| match kind {
        Kind::Text => format!("{gap}: &str"),
        Kind::Number => format!("{gap}: usize"),
        Kind::Truth => format!("{gap}: bool"),
        Kind::Name => format!("{gap}: super::{}", in_camels(gap)),
    });
    let marks = marks
        .keys()
        .map(|mark| format!("{mark}: impl FnOnce(T) -> T"));
    let arguments: Vec<_> = values.chain(marks).collect();
    let of = match says {
        Says::Fixed => "&'static str",
        Says::Made => "String",
        Says::Marked => "T",
    };
    let _ = writeln!(code, "({}) -> {of} {{", arguments.join(", "));
    // What is fixed as a whole is chosen as a whole.
    let parts = match says {
        Says::Fixed => parts.to_vec(),
        Says::Made | Says::Marked => narrowed(parts),
    };
    spoken(&parts, &mut Vec::new(), says, &mut code);
    code += "    }\n\n";
    Ok(code)
}

/// What a gap is filled with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Truth,
    Name,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Fixed,
    Made,
    Marked,
}

/// Whether the values only choose, so that what is said is fixed.
fn chosen(values: &BTreeMap<&str, Kind>) -> bool {
    values
        .values()
        .all(|kind| matches!(kind, Kind::Truth | Kind::Name))
}

fn collect<'a>(
    parts: &'a [Part],
    values: &mut BTreeMap<&'a str, Kind>,
    marks: &mut BTreeMap<&'a str, ()>,
) -> Result<(), Problem> {
    for part in parts {
        let (gap, kind) = match part {
            Part::Text(_) => continue,
            Part::Gap(gap) => (gap, Kind::Text),
            Part::Number(gap) => (gap, Kind::Number),
            Part::Choice {
                gap,
                plural,
                cases,
                other,
            } => {
                let is_truth = |(case, _): &(Case, _)| match case {
                    Case::Named(name) => name == "true" || name == "false",
                    Case::Exactly(_) => false,
                };
                for (_, parts) in cases {
                    collect(parts, values, marks)?;
                }
                collect(other, values, marks)?;
                let kind = match plural {
                    true => Kind::Number,
                    false if cases.iter().all(is_truth) => Kind::Truth,
                    false => Kind::Name,
                };
                (gap, kind)
            }
            Part::Mark(name, parts) => {
                collect(parts, values, marks)?;
                marks.insert(name, ());
                continue;
            }
        };
        if *values.entry(gap).or_insert(kind) != kind {
            return Err(Problem(format!("fills {gap:?} with two kinds of value")));
        }
    }
    Ok(())
}

/// The same parts, with what all cases of a choice begin and end with outside of it: what is left is
/// often a word or an ending, and the program is smaller that chooses no more than that.
fn narrowed(parts: &[Part]) -> Vec<Part> {
    let mut all = Vec::new();
    for part in parts {
        let Part::Choice {
            gap,
            plural,
            cases,
            other,
        } = part
        else {
            all.push(match part {
                Part::Mark(name, parts) => Part::Mark(name.clone(), narrowed(parts)),
                part => part.clone(),
            });
            continue;
        };
        let mut cases: Vec<_> = cases
            .iter()
            .map(|(case, parts)| (case.clone(), narrowed(parts)))
            .collect();
        let mut other = narrowed(other);
        let same =
            |one: Option<&Part>, cases: &[(Case, Vec<Part>)], end: fn(&[Part]) -> Option<&Part>| {
                one.is_some() && cases.iter().all(|(_, parts)| end(parts) == one)
            };
        while same(other.first(), &cases, <[Part]>::first) {
            cases
                .iter_mut()
                .for_each(|(_, parts)| drop(parts.remove(0)));
            all.push(other.remove(0));
        }
        let mut after = Vec::new();
        while same(other.last(), &cases, <[Part]>::last) {
            cases.iter_mut().for_each(|(_, parts)| drop(parts.pop()));
            after.extend(other.pop());
        }
        all.push(Part::Choice {
            gap: gap.clone(),
            plural: *plural,
            cases,
            other,
        });
        all.extend(after.into_iter().rev());
    }
    all
}

/// A choice between texts alone, as an expression; `None` for any other part.
fn text_chosen(part: &Part) -> Option<String> {
    let Split(Some((on, arms))) = split(part, <[Part]>::to_vec) else {
        return None;
    };
    let arms = arms.iter().map(|(pattern, parts)| {
        let text = text_of(parts)?;
        Some(format!("{pattern} => {}", said(&text)))
    });
    let arms: Option<Vec<_>> = arms.collect();
    Some(format!("match {on} {{ {} }}", arms?.join(", ")))
}

/// Writes what says these parts, after those that were said before. A choice between more than texts
/// is made first, for the sentence as a whole, so that each of its forms is said in one go.
fn spoken(parts: &[Part], before: &mut Vec<Part>, says: Says, code: &mut String) {
    let Some((first, rest)) = parts.split_first() else {
        let leaf = match says {
            Says::Fixed => fixed(before),
            Says::Made => made(before),
            Says::Marked => marked(before),
        };
        let _ = writeln!(code, "        {leaf}");
        return;
    };
    let split = match first {
        _ if says != Says::Fixed && text_chosen(first).is_some() => Split::default(),
        Part::Choice { .. } => split(first, <[Part]>::to_vec),
        // A choice inside of a mark is one between two marks.
        Part::Mark(name, inner) => match inner.iter().position(is_choice) {
            Some(at) => split(&inner[at], |parts| {
                let inner = [&inner[..at], parts, &inner[at + 1..]].concat();
                vec![Part::Mark(name.clone(), inner)]
            }),
            None => Split::default(),
        },
        _ => Split::default(),
    };
    let Some((on, arms)) = split.0 else {
        before.push(first.clone());
        spoken(rest, before, says, code);
        before.pop();
        return;
    };
    let _ = writeln!(code, "        match {on} {{");
    for (pattern, parts) in arms {
        let _ = writeln!(code, "        {pattern} => {{");
        spoken(&[&parts, rest].concat(), before, says, code);
        *code += "        }\n";
    }
    *code += "        }\n";
}

/// Whether a choice is one between more than texts.
fn is_choice(part: &Part) -> bool {
    matches!(part, Part::Choice { .. }) && text_chosen(part).is_none()
}

/// What is said in each case, by its pattern.
type Arms = Vec<(String, Vec<Part>)>;

/// What is chosen by, and between what, where anything is.
#[derive(Default)]
struct Split<'a>(Option<(&'a str, Arms)>);

fn split<'a>(choice: &'a Part, around: impl Fn(&[Part]) -> Vec<Part>) -> Split<'a> {
    let Part::Choice {
        gap, cases, other, ..
    } = choice
    else {
        return Split(None);
    };
    let arms = cases.iter().map(|(case, parts)| {
        let pattern = match case {
            Case::Exactly(number) => number.to_string(),
            Case::Named(name) if name == "true" || name == "false" => name.clone(),
            Case::Named(name) => format!("super::{}::{}", in_camels(gap), in_camels(name)),
        };
        (pattern, around(parts))
    });
    let rest = ("_".to_owned(), around(other));
    Split(Some((gap, arms.chain([rest]).collect())))
}

fn text_of(parts: &[Part]) -> Option<String> {
    parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn fixed(parts: &[Part]) -> String {
    said(&text_of(parts).unwrap_or_default())
}

fn said(text: &str) -> String {
    format!("super::said({text:?})")
}

fn made(parts: &[Part]) -> String {
    if let Some(text) = text_of(parts) {
        return format!("{}.to_owned()", said(&text));
    }
    let mut pieces: Vec<String> = Vec::new();
    for part in joined(parts) {
        pieces.push(match part {
            Part::Text(text) => said(&text),
            Part::Number(gap) => format!("&*{gap}.to_string()"),
            Part::Gap(gap) => gap,
            // Any other choice was taken apart before, and so were marks.
            part @ (Part::Choice { .. } | Part::Mark(..)) => {
                pieces.extend(text_chosen(&part));
                continue;
            }
        });
    }
    match &*pieces {
        [one] if one.starts_with("&*") => one[2..].to_owned(),
        _ => format!("[{}].concat()", pieces.join(", ")),
    }
}

/// Texts that a choice has put beside each other are one.
fn joined(parts: &[Part]) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    for part in parts {
        match (all.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(text),
            _ => all.push(part.clone()),
        }
    }
    all
}

fn marked(parts: &[Part]) -> String {
    let mut pieces: Vec<String> = Vec::new();
    let mut run: Vec<Part> = Vec::new();
    let say = |run: &mut Vec<Part>| {
        let chosen = match &**run {
            [one] => text_chosen(one),
            _ => None,
        };
        let fixed = text_of(run).map(|text| said(&text)).or(chosen);
        let piece = match fixed {
            Some(fixed) => format!("T::fixed({fixed})"),
            None => format!("T::made({})", made(run)),
        };
        run.clear();
        piece
    };
    for part in parts {
        let Part::Mark(name, inner) = part else {
            run.push(part.clone());
            continue;
        };
        if !run.is_empty() {
            pieces.push(say(&mut run));
        }
        pieces.push(format!("{name}({})", marked(inner)));
    }
    if !run.is_empty() {
        pieces.push(say(&mut run));
    }
    match &*pieces {
        [one] => one.clone(),
        _ => format!("T::joined(vec![{}])", pieces.join(", ")),
    }
}

/// A name as that of a type or of one of its values.
fn in_camels(name: &str) -> String {
    let capital = |word: &str| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_ascii_uppercase() + rest,
        None => String::new(),
    };
    name.split('_').map(capital).collect()
}
