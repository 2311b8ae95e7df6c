//! Sentences that depend on numbers. None says more than the instrument can know: no
//! percentage, no rank, no forecast.

use crate::answers::{Answers, Stance};
use crate::content::{BandCuts, PerTrait, Quiz, Trait, TraitId};
use crate::fit::{Band, Bands, Fit, Headline, Overall, TraitScore};
use crate::plan::calendar::month_name;
use crate::say::{Marked, numbers, result as say};
use crate::share::Shared;

pub use crate::say::Whose;

/// The verdict as a sentence without its full stop.
pub fn verdict(whose: Whose, bands: Bands) -> &'static str {
    match (bands.low, bands.high) {
        (Band::Low, Band::Strong) => say::too_uncertain(whose),
        (Band::Low, Band::Low) => say::a_little(whose),
        (Band::Low, _) => say::a_little_to_partly(whose),
        (Band::Partial, Band::Partial) => say::partly(whose),
        (Band::Partial, _) => say::partly_to_strongly(whose),
        (Band::Strong, _) => say::strongly(whose),
    }
}

/// The verdict as a sentence.
pub fn verdict_sentence(whose: Whose, bands: Bands) -> String {
    say::sentence(verdict(whose, bands))
}

/// How far a role overlaps, as a few words.
pub fn overlap(bands: Bands) -> &'static str {
    match (bands.low, bands.high) {
        (Band::Low, Band::Low) => say::overlap_low(),
        (Band::Low, Band::Partial) => say::overlap_low_to_partial(),
        (Band::Low, Band::Strong) => say::overlap_uncertain(),
        (Band::Partial, Band::Partial) => say::overlap_partial(),
        (Band::Partial, _) => say::overlap_partial_to_strong(),
        (Band::Strong, _) => say::overlap_strong(),
    }
}

/// What a band is called above the scale.
pub fn band_name(band: Band) -> &'static str {
    match band {
        Band::Low => say::low(),
        Band::Partial => say::partial(),
        Band::Strong => say::strong(),
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
    numbers::percent(&number((100.0 * share).round()))
}

/// A range as it is shown.
pub fn range(cuts: &BandCuts, low: f64, high: f64) -> String {
    numbers::range(&whole(cuts, low), &whole(cuts, high))
}

/// A score with its range in brackets; `mark` makes something of the score itself.
pub fn scored<T: Marked>(cuts: &BandCuts, score: &TraitScore, mark: impl FnOnce(T) -> T) -> T {
    let TraitScore {
        low, score, high, ..
    } = *score;
    let [low, score, high] = [low, score, high].map(|score| whole(cuts, score));
    numbers::scored(&low, &score, &high, mark)
}

/// The ends of the fit's range, to follow "likely between".
pub fn between(Headline { low, high, .. }: Headline) -> String {
    numbers::between(&low.to_string(), &high.to_string())
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
    numbers::points(&tenths(distance))
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
    let mut is_no = quiz
        .condition_ids()
        .filter(|id| answers.condition(*id) == Some(Stance::No));
    match (is_no.next(), names.len()) {
        (Some(id), 1) => {
            let no = say::but_no(first, whose);
            [&no, " ", &quiz.condition(id).text].concat()
        }
        _ => say::but_no(&listed(&names), whose),
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
    let said = match (up.is_empty(), down) {
        (true, None) => say::all_in_the_middle().to_owned(),
        (true, Some(name)) => say::pulls_down(name),
        (false, None) => say::lift(up.len(), &list(&up)),
        (false, Some(name)) => say::lift_and_pull(up.len(), name, &list(&up)),
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
    Some(say::on_the_edge(
        band_name(low),
        band_name(high),
        &quiz.traits[id].short,
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
    let bands = |shown: Headline| overlap(shown.bands(cuts)).to_ascii_lowercase();
    said.push(say::held(&cap));
    let Some(trade_off) = overall.trade_off else {
        return said;
    };
    if trade_off.without_cap.fit > overall.fit {
        let shown = Headline::likely(quiz, trade_off.without_cap);
        let (fit, range) = (shown.fit.to_string(), between(shown));
        said.push(say::without_hold(&fit, &bands(shown), &range));
    }
    if let Some(others) = trade_off.others_alone {
        let shown = Headline::likely(quiz, others);
        let (fit, range) = (shown.fit.to_string(), between(shown));
        said.push(say::without_patients(&fit, &bands(shown), &range));
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
    let cap = number(quiz.scoring.gate.cap);
    Some(say::near_hold(&cap, &list(&names)))
}

/// "a", "a and b", "a, b and c".
pub fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, last] => numbers::list_two(one, last),
        [one, rest @ ..] => numbers::list_more(one, &list(rest)),
    }
}

/// Whole dollars, as in `$51,140`; below a million.
pub fn dollars(amount: u32) -> String {
    let (thousands, rest) = (amount / 1000, amount % 1000);
    if thousands == 0 {
        return numbers::dollars(&rest.to_string());
    }
    let rest = format!("{}{}{}", rest / 100, rest / 10 % 10, rest % 10);
    numbers::thousands_of_dollars(&rest, &thousands.to_string())
}

/// A month of the content as people write it: `2025-05` is `May 2025`. What is
/// no month is given back as it is.
pub fn month(text: &str) -> String {
    let name = |(year, month): (&str, &str)| {
        let index = month.parse::<usize>().ok()?.checked_sub(1)?;
        (index < 12).then(|| numbers::month_of_year(month_name(index), year))
    };
    text.split_once('-')
        .and_then(name)
        .unwrap_or_else(|| text.to_owned())
}

/// A result as plain text, with as much of it as the link holds.
pub fn summary(quiz: &Quiz, shared: &Shared, link: &str) -> String {
    let cuts = &quiz.scoring.bands;
    let mut text = [say::summary(), "\n"].concat();
    if let Some(headline) = shared.headline(quiz) {
        let verdict = verdict(Whose::Theirs, headline.bands(cuts));
        let fit = headline.fit.to_string();
        text += &say::summary_verdict(&fit, &between(headline), verdict);
        text.push('\n');
    }
    if let Some(fit) = shared.fit(quiz) {
        text.push('\n');
        for (id, score) in fit.traits.iter() {
            let name = &quiz.traits[id].name;
            let said = match score {
                Some(score) => scored::<Plain>(cuts, score, |score| score).0,
                None => say::too_few_answers().to_owned(),
            };
            text += &say::summary_trait(name, &said);
            text.push('\n');
        }
    }
    text += &["\n", say::summary_end(), "\n"].concat();
    text += link;
    text.push('\n');
    text
}

/// A sentence whose marks are nothing but its words.
struct Plain(String);

impl Marked for Plain {
    fn fixed(words: &'static str) -> Self {
        Self(words.to_owned())
    }

    fn made(words: String) -> Self {
        Self(words)
    }

    fn joined(parts: Vec<Self>) -> Self {
        Self(parts.into_iter().map(|part| part.0).collect())
    }
}
