//! The picture for messengers: what it shows and where. Drawing it is the
//! browser's part.

use crate::browser::picture::Mark;
use crate::content::Quiz;
use crate::say::{frame, share as say};
use crate::share::Shared;
use crate::ui::words::{self, Whose};

/// Width of the picture in pixels: what messengers show without cutting.
pub const WIDTH: u32 = 1200;
/// Height of the picture in pixels.
pub const HEIGHT: u32 = 630;

const PAPER: &str = "#f3f6f3";
const SHEET: &str = "#ffffff";
const INK: &str = "#17211c";
const SOFT: &str = "#4a574f";
const ACCENT: &str = "#0b6b50";
/// The bands of the scale, from low to strong.
const BANDS: [&str; 3] = ["#dfe6e1", "#c6d6cc", "#a5c4b3"];
/// The accent, half transparent.
const RANGE: &str = "rgb(11 107 80 / 45%)";

/// What the picture shows: no more than the link of the same result holds.
pub fn card(quiz: &Quiz, shared: &Shared) -> Vec<Mark> {
    let mut marks = vec![
        filled([0.0, 0.0, 1200.0, 630.0], PAPER),
        filled([40.0, 84.0, 1120.0, 506.0], SHEET),
        filled([40.0, 40.0, 212.0, 44.0], ACCENT),
        words(
            [60.0, 71.0],
            180.0,
            26,
            true,
            SHEET,
            frame::site().to_owned(),
        ),
        // Whoever sees the picture alone must not think of another kind of coding.
        words([276.0, 71.0], 880.0, 26, false, SOFT, say::job().to_owned()),
    ];
    let fit = shared.fit(quiz);
    // Where the traits are shown too, they have the right half.
    let width = if fit.is_some() { 560.0 } else { 1060.0 };
    if let Some(headline) = shared.headline(quiz) {
        let verdict = words::verdict_sentence(Whose::Theirs, headline.bands(&quiz.scoring.bands));
        let letters = if fit.is_some() { 26 } else { 48 };
        for (index, line) in lines(&verdict, letters).into_iter().enumerate() {
            let baseline = 160.0 + 52.0 * index as f64;
            marks.push(words([70.0, baseline], width, 40, true, INK, line));
        }
        let number = headline.fit.to_string();
        marks.push(words([70.0, 440.0], width, 110, true, ACCENT, number));
        let range = say::of_100(&words::between(headline));
        // The number has one to three digits, and this stands behind it.
        let left = 95.0 + 75.0 * headline.fit.to_string().len() as f64;
        marks.push(words(
            [left, 440.0],
            width - left + 70.0,
            34,
            false,
            SOFT,
            range,
        ));
        let ends = [headline.low, headline.fit, headline.high].map(f64::from);
        scale(&mut marks, quiz, [70.0, 475.0, width, 36.0], ends);
    }
    for (row, (id, score)) in fit.iter().flat_map(|fit| fit.traits.iter()).enumerate() {
        let top = 118.0 + 62.0 * row as f64;
        let name = words::capital(&quiz.traits[id].short);
        marks.push(words([690.0, top + 20.0], 360.0, 24, false, INK, name));
        if let Some(score) = score {
            let shown = words::whole(&quiz.scoring.bands, score.score);
            marks.push(words([1075.0, top + 20.0], 55.0, 24, true, INK, shown));
            let ends = [score.low, score.score, score.high];
            scale(&mut marks, quiz, [690.0, top + 30.0, 440.0, 14.0], ends);
        }
    }
    let note = say::card_note();
    marks.push(words(
        [70.0, 566.0],
        1060.0,
        22,
        false,
        SOFT,
        note.to_owned(),
    ));
    marks
}

/// The scale with its bands, a range and a point.
fn scale(marks: &mut Vec<Mark>, quiz: &Quiz, place: [f64; 4], [low, point, high]: [f64; 3]) {
    let [left, top, width, height] = place;
    let at = |score: f64| left + width * score / 100.0;
    let cuts = &quiz.scoring.bands;
    let ends = [0.0, cuts.partial, cuts.strong, 100.0];
    for (band, colour) in BANDS.into_iter().enumerate() {
        let (from, to) = (at(ends[band]), at(ends[band + 1]));
        let place = [from, top + height / 4.0, to - from, height / 2.0];
        marks.push(filled(place, colour));
    }
    let range = [at(low), top, at(high) - at(low), height];
    marks.push(filled(range, RANGE));
    marks.push(filled([at(point) - 2.0, top - 4.0, 4.0, height + 8.0], INK));
}

/// A text in lines of at most so many letters, broken between words.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() {
            *line += word;
        } else if line.len() + 1 + word.len() <= letters {
            *line += &[" ", word].concat();
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

fn filled(place: [f64; 4], colour: &'static str) -> Mark {
    Mark::Box { place, colour }
}

fn words(
    at: [f64; 2],
    width: f64,
    size: u32,
    bold: bool,
    colour: &'static str,
    text: String,
) -> Mark {
    Mark::Words {
        at,
        width,
        size,
        bold,
        colour,
        text,
    }
}
