//! Sentences that depend on numbers. None says more than the instrument can know: no
//! percentage, no rank, no forecast.

use crate::answers::{Answers, Stance};
use crate::content::{BandCuts, PerTrait, Quiz, Trait, TraitId};
use crate::fit::{Band, Bands, Fit, Headline, Overall, TraitScore};
use crate::plan::calendar::MONTHS;
use crate::share::Shared;

/// Whose result a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    Own,
    /// Somebody else's, opened by link.
    Theirs,
}

impl Whose {
    /// What the answers are set beside. A stranger has to be told which work it is.
    const fn work(self) -> &'static str {
        match self {
            Self::Own => "this work",
            Self::Theirs => "inpatient medical coding",
        }
    }

    /// "Your" or "These", to begin a sentence about answers.
    pub const fn answers(self) -> &'static str {
        match self {
            Self::Own => "Your answers",
            Self::Theirs => "These answers",
        }
    }
}

/// The verdict as a sentence without its full stop.
pub fn verdict(whose: Whose, bands: Bands) -> String {
    if let (Band::Low, Band::Strong) = (bands.low, bands.high) {
        return format!(
            "{} are too uncertain to call: the overlap with {} could be low, partial or strong",
            whose.answers(),
            whose.work()
        );
    }
    format!(
        "{} overlap {} with what {} asks for",
        whose.answers(),
        match (bands.low, bands.high) {
            (Band::Low, Band::Low) => "a little",
            (Band::Low, _) => "a little to partly",
            (Band::Partial, Band::Partial) => "partly",
            (Band::Partial, _) => "partly to strongly",
            (Band::Strong, _) => "strongly",
        },
        whose.work()
    )
}

/// How far a role overlaps, as a few words.
pub const fn overlap(bands: Bands) -> &'static str {
    match (bands.low, bands.high) {
        (Band::Low, Band::Low) => "Low overlap",
        (Band::Low, Band::Partial) => "Low to partial overlap",
        (Band::Low, Band::Strong) => "Too uncertain to call: low to strong overlap",
        (Band::Partial, Band::Partial) => "Partial overlap",
        (Band::Partial, _) => "Partial to strong overlap",
        (Band::Strong, _) => "Strong overlap",
    }
}

/// What a band is called above the scale.
pub const fn band_name(band: Band) -> &'static str {
    match band {
        Band::Low => "low",
        Band::Partial => "partial",
        Band::Strong => "strong",
    }
}

/// What a trait's score means, judged by the band that it lies in.
pub fn meaning<'a>(quiz: &Quiz, each: &'a Trait, score: &TraitScore) -> &'a str {
    match Band::of(&quiz.scoring.bands, score.score) {
        Band::Strong => &each.high,
        Band::Partial => &each.middle,
        Band::Low => &each.low,
    }
}

/// A score as it is shown; see [`Band::shown`].
pub fn whole(cuts: &BandCuts, score: f64) -> String {
    Band::shown(cuts, score).to_string()
}

/// A number without its fraction.
///
/// By way of an integer: the code that formats floats is large, and nothing else
/// in the browser needs it.
pub fn number(value: f64) -> String {
    (value as i32).to_string()
}

/// A share as a percentage, rounded.
pub fn percent(share: f64) -> String {
    number((100.0 * share).round()) + "%"
}

/// A range as it is shown.
pub fn range(cuts: &BandCuts, low: f64, high: f64) -> String {
    format!("{} to {}", whole(cuts, low), whole(cuts, high))
}

/// The ends of the fit's range, to follow "likely between".
pub fn between(Headline { low, high, .. }: Headline) -> String {
    [&low.to_string(), " and ", &high.to_string()].concat()
}

/// A number of points with its sign, to one decimal. It has a true minus sign, which
/// screen readers say; of a hyphen they say nothing.
pub fn signed(points: f64) -> String {
    let sign = match (10.0 * points).round() {
        less if less < 0.0 => "\u{2212}",
        more if more > 0.0 => "+",
        _ => "",
    };
    [sign, &tenths(points.abs())].concat()
}

/// A distance in points.
pub fn points(distance: f64) -> String {
    tenths(distance) + " points"
}

/// A number to one decimal, by way of integers as in [`number`].
pub fn tenths(value: f64) -> String {
    let tenths = (10.0 * value).round() as i32;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A phrase with its first letter in lower case, to stand inside a sentence.
pub fn small(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// The names of the conditions to which the person gave this answer, to stand inside a sentence.
pub fn conditions(quiz: &Quiz, answers: &Answers, said: Stance) -> Vec<String> {
    quiz.condition_ids()
        .filter(|id| answers.condition(*id) == Some(said))
        .map(|id| small(&quiz.condition(id).short))
        .collect()
}

/// The "no" that no score can make good, to stand beside the verdict; empty where there is none.
/// Where there is one, what the work brings with it follows.
pub fn said_no(quiz: &Quiz, whose: Whose, answers: &Answers) -> String {
    let names = conditions(quiz, answers, Stance::No);
    let Some(first) = names.first() else {
        return String::new();
    };
    let who = match whose {
        Whose::Own => "But you said no to ",
        Whose::Theirs => "But the person said no to ",
    };
    let mut is_no = quiz
        .condition_ids()
        .filter(|id| answers.condition(*id) == Some(Stance::No));
    match (is_no.next(), names.len()) {
        (Some(id), 1) => [who, first, ". ", &quiz.condition(id).text].concat(),
        _ => [who, &listed(&names), "."].concat(),
    }
}

/// "a", "a and b", "a, b and c".
pub fn listed(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    list(&words)
}

/// Traits with a number each, the highest number first. There is one such function for all, as each
/// type that is sorted brings a sorting of its own.
pub fn highest_first(traits: impl Iterator<Item = (TraitId, f64)>) -> Vec<(TraitId, f64)> {
    let mut traits: Vec<_> = traits.collect();
    sort(&mut traits);
    traits
}

fn sort(traits: &mut [(TraitId, f64)]) {
    traits.sort_by(|(_, one), (_, other)| other.total_cmp(one));
}

/// Which traits lift the fit most and which one pulls it down most, by what each counts for.
/// `pulls` is in points; less than half a point is no pull to speak of.
pub fn lifts(quiz: &Quiz, pulls: &PerTrait<Option<f64>>) -> String {
    const LEAST: f64 = 0.5;
    let pulls = highest_first(pulls.iter().filter_map(|(id, pull)| Some((id, (*pull)?))));
    let name = |id: &TraitId| quiz.traits[*id].short.as_str();
    let up = pulls.iter().take(2).filter(|(_, pull)| *pull >= LEAST);
    let up: Vec<_> = up.map(|(id, _)| name(id)).collect();
    let down = pulls.last().filter(|(_, pull)| *pull <= -LEAST);
    let down = down.map(|(id, _)| name(id));
    let verb = if up.len() == 1 {
        " lifts it"
    } else {
        " lift it"
    };
    let said = match (up.is_empty(), down) {
        (true, None) => return "Every trait lies close to the middle".to_owned(),
        (true, Some(name)) => [name, " pulls it down most"].concat(),
        (false, None) => [&list(&up), verb, ", and nothing pulls it down"].concat(),
        (false, Some(name)) => [&list(&up), verb, "; ", name, " pulls it down most"].concat(),
    };
    capital(&said)
}

/// What is true once everything is answered and the range still crosses an edge: more questions
/// would not settle it. `None` where it crosses none.
pub fn on_the_edge(quiz: &Quiz, fit: &Fit) -> Option<String> {
    let overall = fit.overall.as_ref().ok()?;
    let Bands { low, high } = overall.bands;
    if low == high {
        return None;
    }
    let doubt = |(id, score): (TraitId, &Option<TraitScore>)| {
        Some((id, quiz.traits[id].weight * score.as_ref()?.sem))
    };
    let widest = fit.traits.iter().filter_map(doubt);
    let (id, _) = widest.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
    Some(format!(
        "You have answered everything, so more questions would not settle it. The result lies on the \
         edge from {} to {} overlap, and most of the doubt is in one trait: {}.",
        band_name(low),
        band_name(high),
        quiz.traits[id].short
    ))
}

/// A phrase with its first letter in upper case.
pub fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Why the fit is held down, a sentence for each trait that does so, and what it is otherwise
/// where the person could give up what the work does not offer.
pub fn held_down(quiz: &Quiz, overall: &Overall) -> Vec<String> {
    let why = overall.gated.iter().map(|id| quiz.traits[*id].held.clone());
    let mut said: Vec<_> = why.collect();
    if said.is_empty() {
        return said;
    }
    let cuts = &quiz.scoring.bands;
    let cap = number(quiz.scoring.gate.cap);
    let hold = format!("That holds the result at {cap} or below");
    let told = |likely| {
        let shown = Headline::likely(quiz, likely);
        let bands = overlap(shown.bands(cuts)).to_ascii_lowercase();
        format!("{}, likely between {}: {bands}", shown.fit, between(shown))
    };
    let Some(trade_off) = overall.trade_off else {
        said.push(hold + ".");
        return said;
    };
    said.push(if trade_off.without_cap.fit > overall.fit {
        format!(
            "{hold}. Without the hold it would be {}.",
            told(trade_off.without_cap)
        )
    } else {
        hold + "."
    });
    if let Some(others) = trade_off.others_alone {
        said.push(format!(
            "Leave the wish for patients aside, and the other traits come to {}.",
            told(others)
        ));
    }
    said
}

/// That a gated trait came out low without holding the fit down; `None` where
/// none did.
pub fn near_hold(quiz: &Quiz, fit: &Fit) -> Option<String> {
    let below = quiz.scoring.gate.below;
    let near = |id: &TraitId| {
        let score = fit.traits[*id];
        quiz.traits[*id].gate.is_some() && score.is_some_and(|s| s.score < below && s.high >= below)
    };
    let names: Vec<_> = TraitId::ALL
        .into_iter()
        .filter(near)
        .map(|id| quiz.traits[id].short.as_str())
        .collect();
    if names.is_empty() {
        return None;
    }
    Some(format!(
        "This is close to an edge: {} came out low. If it came out a little lower, the result would \
         be held at {} or below.",
        list(&names),
        number(quiz.scoring.gate.cap)
    ))
}

/// "a", "a and b", "a, b and c".
pub fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Whole dollars, as in `$51,140`; below a million.
pub fn dollars(amount: u32) -> String {
    let (thousands, rest) = (amount / 1000, amount % 1000);
    if thousands == 0 {
        return format!("${rest}");
    }
    format!("${thousands},{}{}{}", rest / 100, rest / 10 % 10, rest % 10)
}

/// A month of the content as people write it: `2025-05` is `May 2025`. What is
/// no month is given back as it is.
pub fn month(text: &str) -> String {
    let name = |(year, month): (&str, &str)| {
        let index = month.parse::<usize>().ok()?.checked_sub(1)?;
        Some([*MONTHS.get(index)?, " ", year].concat())
    };
    text.split_once('-')
        .and_then(name)
        .unwrap_or_else(|| text.to_owned())
}

/// A result as plain text, with as much of it as the link holds.
pub fn summary(quiz: &Quiz, shared: &Shared, link: &str) -> String {
    let cuts = &quiz.scoring.bands;
    let mut text = "Coder Fit: would inpatient medical coding suit me?\n".to_owned();
    if let Some(headline) = shared.headline(quiz) {
        let verdict = verdict(Whose::Theirs, headline.bands(cuts));
        let fit = headline.fit.to_string();
        text += &[
            &verdict,
            ": ",
            &fit,
            " of 100, likely between ",
            &between(headline),
            ".\n",
        ]
        .concat();
    }
    if let Some(fit) = shared.fit(quiz) {
        text.push('\n');
        for (id, score) in fit.traits.iter() {
            let name = &quiz.traits[id].name;
            let said = score.map_or("too few answers".to_owned(), |score| {
                let range = range(cuts, score.low, score.high);
                [&whole(cuts, score.score), " (", &range, ")"].concat()
            });
            text += &[name, ": ", &said, "\n"].concat();
        }
    }
    text += "\nIt compares what was said with what the work asks for. It predicts nothing.\n";
    text += link;
    text.push('\n');
    text
}
