//! Looking something up in a chart's book.

use super::content::{Chart, Entry, NoteKind};
use super::work::CodeAt;

/// What comes of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing was typed.
    NotAsked,
    /// These, in the book's order. There is at least one.
    Codes(Vec<CodeAt>),
    /// What was typed looks like a code and is none of this book. It has these near it.
    NoSuchCode(Vec<CodeAt>),
    /// No entry has these words.
    Nothing,
}

/// The most that is taken of what somebody types, in characters.
const MOST: usize = 60;

/// Looks up words, or the beginning of a code. The book has no letters beyond ASCII, and the tables for
/// those would weigh more than the book.
pub fn find(chart: &Chart, text: &str) -> Found {
    let text: String = text.chars().take(MOST).collect();
    let text = text.trim().to_ascii_lowercase();
    if text.is_empty() {
        return Found::NotAsked;
    }
    let places = || {
        chart
            .book
            .iter()
            .enumerate()
            .map(|(at, entry)| (CodeAt(at), entry))
    };
    if is_code(&text) {
        let bare = without_dot(&text);
        let shared = |entry: &Entry| {
            let code = without_dot(&entry.code.to_ascii_lowercase());
            let same = code.chars().zip(bare.chars()).take_while(|(a, b)| a == b);
            same.count()
        };
        let exact = places().filter(|(_, entry)| shared(entry) == bare.len());
        let exact: Vec<_> = exact.map(|(at, _)| at).collect();
        if !exact.is_empty() {
            return Found::Codes(exact);
        }
        let most = chart.book.iter().map(shared).max().unwrap_or_default();
        let near = places().filter(|(_, entry)| most > 0 && shared(entry) == most);
        return Found::NoSuchCode(near.map(|(at, _)| at).collect());
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let has_all = |entry: &Entry| {
        let terms = chart.index.iter().filter(|term| term.code == entry.code);
        let names = entry
            .notes
            .iter()
            .filter(|note| matches!(note.kind, NoteKind::InclusionTerm | NoteKind::Includes));
        let texts = terms
            .flat_map(|term| &term.words)
            .chain(names.flat_map(|note| &note.lines))
            .chain([&entry.title]);
        let texts: Vec<_> = texts.map(|text| text.to_ascii_lowercase()).collect();
        words
            .iter()
            .all(|word| texts.iter().any(|text| text.contains(word)))
    };
    let found: Vec<_> = places()
        .filter(|(_, entry)| has_all(entry))
        .map(|(at, _)| at)
        .collect();
    if found.is_empty() {
        Found::Nothing
    } else {
        Found::Codes(found)
    }
}

/// A letter, then a digit: no word begins so.
fn is_code(text: &str) -> bool {
    let mut signs = text.chars();
    let letter = signs.next().is_some_and(|sign| sign.is_ascii_alphabetic());
    letter && signs.next().is_some_and(|sign| sign.is_ascii_digit())
}

fn without_dot(code: &str) -> String {
    code.chars().filter(|sign| !". ".contains(*sign)).collect()
}
