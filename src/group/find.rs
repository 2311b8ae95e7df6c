//! Links in any text.

use super::cells::{Record, cells, records};
use super::list::Found;
use super::name;
use crate::code::CodeError;
use crate::content::Quiz;
use crate::share::parse_link;

/// Every link in a text, in its order, with the name that stands beside it.
///
/// A link is known by its fragment, since the site may have moved: `#` and one of `r=`, `t=`, `v=`
/// and `o=`. A fragment may also stand alone, begin as mail programs write it that protect their
/// readers from links (`%23r%3D`) or that write only ASCII (`#r=3D`), and be broken over lines: it is
/// put together where its seal then proves that nothing else was meant. An address of a result page
/// whose fragment is missing is found too, so that it can be told.
pub fn find(quiz: &Quiz, text: &str) -> Vec<Found> {
    if let Some((table, records)) = table(text) {
        return table.find(quiz, &records);
    }
    in_lines(quiz, text)
}

/// Text that is not a table, line by line.
fn in_lines(quiz: &Quiz, text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut sender = None;
    let mut above = "";
    // A link that was broken ends in a later line.
    let mut read_up_to = 0;
    let mut at = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let begins = at;
        at += line.len();
        let links = links(
            quiz,
            text,
            begins.max(read_up_to),
            begins + line.trim_end().len(),
        );
        if links.is_empty() {
            if let Some(name) = name::of_sender(line) {
                sender = Some(name);
            }
            above = line;
            continue;
        }
        let beside = names(line.trim_end(), begins, &links);
        for (link, beside) in links.into_iter().zip(beside) {
            read_up_to = link.end;
            let name = Some(beside).filter(|name| !name.is_empty());
            let name = name
                .or_else(|| name::above(above))
                .or_else(|| sender.clone());
            found.push(Found {
                name: name.unwrap_or_default(),
                link: link.fragment,
                line: Some(number),
            });
        }
        above = "";
    }
    found
}

/// What stands beside each link of a line.
fn names(line: &str, begins: usize, links: &[Link]) -> Vec<String> {
    let is_json = line.contains(name::IN_JSON);
    for between in ['\t', ',', ';'] {
        if is_json || !line.contains(between) {
            continue;
        }
        let cells = cells(line, between);
        let is_link = |cell: &String| is_address(cell);
        if let Some(place) = cells.iter().position(is_link)
            && cells.len() > 1
        {
            let name = nearest(&cells, place);
            return links.iter().map(|_| name.clone()).collect();
        }
    }
    let mut from = 0;
    let mut names = Vec::new();
    for (place, link) in links.iter().enumerate() {
        let starts = link.starts.saturating_sub(begins).clamp(from, line.len());
        let ends = link.end.saturating_sub(begins).clamp(starts, line.len());
        let before = line.get(from..starts).unwrap_or_default();
        // What stands behind the last link of a line may belong to it.
        let after = match place + 1 == links.len() {
            true => line.get(ends..).unwrap_or_default(),
            false => "",
        };
        names.push(match is_json {
            true => name::in_json(before)
                .or_else(|| name::in_json(after))
                .unwrap_or_default(),
            false => name::beside(before, after),
        });
        from = ends;
    }
    names
}

/// Whether a cell is a link and nothing else.
fn is_address(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.contains(char::is_whitespace)
        && (is_bare(cell)
            || start_of(cell, 0).is_some_and(|(start, _)| {
                start == 0 || cell.contains("://") || cell.starts_with(['#', '%'])
            }))
}

/// The cell beside a link that is most likely a name.
fn nearest(cells: &[String], place: usize) -> String {
    let may_be = |cell: &&String| name::may_be(cell);
    let (before, rest) = cells.split_at_checked(place).unwrap_or((cells, &[]));
    let before = before.iter().rev().find(may_be);
    let name = before.or_else(|| rest.iter().skip(1).find(may_be));
    name.map(|name| name::clean(name)).unwrap_or_default()
}

/// Where names stand in a table.
struct Table {
    /// The columns whose heads say so.
    names: Vec<usize>,
}

/// A text as a table: its first line has cells, and some line has a cell with a link alone.
fn table(text: &str) -> Option<(Table, Vec<Record>)> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let between = ['\t', ',', ';'];
    let between = between.into_iter().find(|each| first.contains(*each))?;
    let heads = cells(first, between);
    let has_link = heads.iter().any(|cell| is_address(cell));
    let names: Vec<_> = (0..heads.len())
        .filter(|place| heads.get(*place).is_some_and(|head| name::is_head(head)))
        .collect();
    // Without a head, a line is as good as a line of any text, and has its own columns.
    if has_link || names.is_empty() {
        return None;
    }
    let records = records(text, between)?;
    let has_link = |cell: &String| start_of(cell, 0).is_some() || is_bare(cell.trim());
    let is_row =
        |record: &Record| record.cells.len() == heads.len() && record.cells.iter().any(has_link);
    records
        .iter()
        .any(is_row)
        .then_some((Table { names }, records))
}

impl Table {
    fn find(&self, quiz: &Quiz, records: &[Record]) -> Vec<Found> {
        let mut found = Vec::new();
        for Record { line, cells } in records {
            for (place, cell) in cells.iter().enumerate() {
                for link in links(quiz, cell, 0, cell.len()) {
                    let named = self.names.iter().filter(|name| **name != place);
                    let named = named.filter_map(|name| cells.get(*name));
                    let name = named.map(|cell| cell.trim()).collect::<Vec<_>>().join(" ");
                    let name = name::clean(&name);
                    let name = match name.is_empty() {
                        true => nearest(cells, place),
                        false => name,
                    };
                    found.push(Found {
                        name,
                        link: link.fragment,
                        line: Some(*line),
                    });
                }
            }
        }
        found
    }
}

/// A link in a text.
struct Link {
    /// Where its address begins.
    starts: usize,
    /// Where it ends.
    end: usize,
    /// The fragment without its `#`; empty where it is missing.
    fragment: String,
}

/// The links that begin between two places of a text. The same one twice in a line, as mails in HTML
/// have it, counts once.
fn links(quiz: &Quiz, text: &str, from: usize, to: usize) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let Some(line) = text.get(from..to) else {
        return found;
    };
    // Most lines of most texts end here.
    if !line.contains(['=', '%']) && !line.contains(PAGE) {
        return found;
    }
    let mut at = from;
    while let Some((mark, code)) = text.get(..to).and_then(|text| start_of(text, at)) {
        let fragment = fragment(quiz, text, code);
        let starts = address_start(text, from, mark);
        at = behind_appendix(text, fragment.end.max(code));
        let is_new = found
            .iter()
            .rev()
            .take(NEAR)
            .all(|link| link.fragment != fragment.text);
        if is_new {
            found.push(Link {
                starts,
                end: at,
                fragment: fragment.text,
            });
        } else if let Some(link) = found.last_mut() {
            link.end = at;
        }
    }
    // Addresses whose end is missing. They matter only where no whole one stands.
    let mut at = from;
    for word in line.split(|letter: char| letter.is_whitespace() || "<>\"'".contains(letter)) {
        if is_bare(word.trim_end_matches(['.', ',', ';', ')'])) {
            let starts = text.get(at..to).and_then(|rest| rest.find(word));
            let starts = starts.map_or(at, |place| at + place);
            at = starts + word.len();
            if found.iter().all(|link| !link.fragment.is_empty()) {
                found.push(Link {
                    starts,
                    end: at,
                    fragment: String::new(),
                });
            }
        }
    }
    found
}

/// Where the parameters end that apps hang on to a link.
fn behind_appendix(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    if !rest.starts_with('&') {
        return at;
    }
    let ends = |letter: char| letter.is_whitespace() || "<>\"'#".contains(letter);
    at + rest.find(ends).unwrap_or(rest.len())
}

/// How many links back in a line the same one counts once.
const NEAR: usize = 3;

/// The page of a result, in every address of one.
const PAGE: &str = "/result";

/// Whether a word is the address of a result page without a fragment.
fn is_bare(word: &str) -> bool {
    let word = word.strip_suffix('#').unwrap_or(word);
    let word = word.strip_suffix('/').unwrap_or(word);
    word.ends_with(PAGE) && word.contains("://") && !word.contains(['#', '?'])
}

/// The next fragment from a place on: where its `#` stands, and where its code begins.
fn start_of(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let is_kind = |pair: &[u8]| matches!(pair, [b'r' | b't' | b'v' | b'o', b'=' | b'%']);
        let kind = at + rest.windows(2).position(is_kind)?;
        at = kind + 1;
        let Some(code) = behind_equals(bytes, kind + 1) else {
            continue;
        };
        let before = bytes.get(from.min(kind)..kind)?;
        if before.ends_with(b"#") {
            return Some((kind - 1, kind));
        }
        if before.ends_with(b"%23") {
            return Some((kind - 3, kind));
        }
        // Alone: at the beginning of a word, and as long as any code is.
        let is_first = match before.last() {
            Some(byte) => byte.is_ascii_whitespace() || b"<>(\"',;:|".contains(byte),
            None => true,
        };
        let symbols = bytes
            .get(code..)?
            .iter()
            .take_while(|byte| is_symbol(**byte));
        if is_first && symbols.count() >= LEAST {
            return Some((kind, kind));
        }
    }
}

/// As many symbols as the shortest code has behind its `=`.
const LEAST: usize = 8;

/// The place behind `=`, however it is written.
fn behind_equals(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let forms: [&[u8]; 4] = [b"=3D", b"%3D", b"%3d", b"="];
    let form = forms.into_iter().find(|form| rest.starts_with(form))?;
    Some(at + form.len())
}

const fn is_symbol(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Where the address begins that a fragment belongs to: after the last blank before it.
fn address_start(text: &str, from: usize, mark: usize) -> usize {
    let before = text.get(from..mark).unwrap_or_default();
    let ends = |letter: char| letter.is_whitespace() || "<>\"'(),;|".contains(letter);
    match before.rfind(ends) {
        Some(place) => {
            let letter = before.get(place..).and_then(|rest| rest.chars().next());
            from + place + letter.map_or(1, char::len_utf8)
        }
        None => from,
    }
}

struct Fragment {
    text: String,
    end: usize,
}

/// The most characters of a fragment that are kept: two codes of the most that a code may have, and
/// a few more, so that what is too long is seen to be so.
const MOST: usize = 300;

/// How often a code may be broken: a line of a mail has 70 characters and more.
const MOST_BREAKS: usize = 4;

/// Reads the fragment that begins at a place, with its second code where it has one.
fn fragment(quiz: &Quiz, text: &str, at: usize) -> Fragment {
    let first = code(quiz, text, at);
    let rest = text.get(first.end..).unwrap_or_default();
    let behind = ["/", "%2F", "%2f"];
    let behind = behind.into_iter().find(|form| rest.starts_with(form));
    let Some(second) = behind.map(|form| first.end + form.len()) else {
        return first;
    };
    let rest = text.get(second..).unwrap_or_default();
    if rest.starts_with("mine") {
        return Fragment {
            text: first.text + "/mine",
            end: second + "mine".len(),
        };
    }
    match start_of(rest, 0) {
        Some((0, 0)) => {
            let other = code(quiz, text, second);
            Fragment {
                text: [&*first.text, "/", &other.text].concat(),
                end: other.end,
            }
        }
        _ => first,
    }
}

/// Reads one code. Where a line breaks it, the next lines are tried.
fn code(quiz: &Quiz, text: &str, at: usize) -> Fragment {
    let bytes = text.as_bytes();
    let kind = text.get(at..=at).unwrap_or_default();
    let from = behind_equals(bytes, at + 1).unwrap_or(at);
    let run = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        let symbols = rest.iter().take_while(|byte| is_symbol(**byte));
        from + symbols.count()
    };
    let mut end = run(from);
    let as_it_stands = Fragment {
        text: [
            kind,
            "=",
            text.get(from..end.min(from + MOST)).unwrap_or_default(),
        ]
        .concat(),
        end,
    };
    let is_broken = |text: &str| {
        matches!(
            parse_link(quiz, text),
            Err(CodeError::CutOff | CodeError::Damaged)
        )
    };
    let mut joined = as_it_stands.text.clone();
    for _ in 0..MOST_BREAKS {
        // Where no line ends, there is nothing to be put together.
        let Some(next) = behind_break(bytes, end) else {
            break;
        };
        if !is_broken(&joined) {
            return Fragment { text: joined, end };
        }
        end = run(next);
        let more = text.get(next..end).unwrap_or_default();
        if more.is_empty() || joined.len() + more.len() > MOST {
            break;
        }
        joined += more;
    }
    match joined.len() > as_it_stands.text.len() && !is_broken(&joined) {
        true => Fragment { text: joined, end },
        false => as_it_stands,
    }
}

/// The place behind a line break, and behind the marks of a quoted mail; `None` where there is no
/// break.
fn behind_break(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let mut behind = rest.strip_prefix(b"=").unwrap_or(rest);
    behind = behind.strip_prefix(b"\r").unwrap_or(behind);
    behind = behind.strip_prefix(b"\n")?;
    while let [b' ' | b'>' | b'\t', more @ ..] = behind {
        behind = more;
    }
    Some(bytes.len() - behind.len())
}
