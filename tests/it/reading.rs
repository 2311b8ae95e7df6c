//! Plain words: the reading level of what people read.
//!
//! Flesch–Kincaid grade = 0.39 · words per sentence + 11.8 · syllables per word
//! − 15.59 (Kincaid et al. 1975). Syllables are counted as groups of vowels,
//! less a silent final e; that errs by a few percent and in both directions.

use career_fit::builtin::quiz;

use crate::html::text_of;
use crate::render::views;

#[derive(Default)]
struct Count {
    sentences: f64,
    words: f64,
    syllables: f64,
}

impl Count {
    fn add(&mut self, sentence: &str) {
        let words: Vec<String> = sentence
            .split(|c: char| !c.is_alphabetic() && c != '\'')
            .filter(|word| word.chars().any(char::is_alphabetic))
            .map(str::to_lowercase)
            .collect();
        if words.is_empty() {
            return;
        }
        self.sentences += 1.0;
        self.words += words.len() as f64;
        self.syllables += words.iter().map(|word| syllables(word)).sum::<usize>() as f64;
    }

    fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut count = Self::default();
        for text in texts {
            // Labels and headings are no sentences; counted as such they would
            // hide hard ones.
            for line in text.lines() {
                let (body, _) = line.rsplit_once(['.', '?', '!']).unwrap_or_default();
                body.split(['.', '?', '!'])
                    .for_each(|sentence| count.add(sentence));
            }
        }
        count
    }

    fn grade(&self) -> f64 {
        0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
    }
}

/// The grade of a text, a line for each block.
pub fn grade_of(text: &str) -> f64 {
    Count::of([text]).grade()
}

fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[test]
fn syllables_are_counted() {
    let rows = [
        ("code", 1),
        ("coder", 2),
        ("patient", 2),
        ("little", 2),
        ("answer", 2),
        ("worked", 1),
        ("rated", 2),
        ("hospital", 3),
        ("accuracy", 4),
        ("the", 1),
        ("I", 1),
    ];
    for (word, expected) in rows {
        assert_eq!(syllables(&word.to_lowercase()), expected, "{word}");
    }
}

#[test]
fn questions_are_at_grade_6_or_lower() {
    let quiz = quiz();
    let items = quiz.items.iter();
    let items = items.flat_map(|item| [item.text.as_str(), item.other.as_str()]);
    let items = items.filter(|text| !text.is_empty());
    let conditions = quiz.conditions.iter().map(|each| each.text.as_str());
    let start = quiz.start.iter().map(|each| each.text.as_str());
    let texts: Vec<_> = items.chain(conditions).chain(start).collect();
    let grade = Count::of(texts.iter().copied()).grade();
    println!("questions: grade {grade:.1}");
    assert!(grade <= 6.0, "grade {grade:.1}");
    for text in texts {
        let grade = Count::of([text]).grade();
        // One sentence is too short a sample for the same bound.
        assert!(grade <= 9.5, "grade {grade:.1}: {text}");
    }
}

#[test]
fn no_question_denies_twice() {
    let denials = [
        "not", "never", "no", "nothing", "without", "don't", "cannot",
    ];
    for item in &quiz().items {
        let count = item
            .text
            .split(|c: char| !c.is_alphabetic() && c != '\'')
            .filter(|word| denials.contains(&word.to_lowercase().as_str()))
            .count();
        assert!(count <= 1, "{}", item.text);
    }
}

#[test]
fn every_view_is_at_grade_8_or_lower() {
    for (name, html) in views() {
        let text = text_of(html);
        let grade = grade_of(&text);
        println!("{name}: grade {grade:.1}");
        assert!(grade <= 8.0, "{name}: grade {grade:.1}\n{text}");
    }
}
