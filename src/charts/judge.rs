//! What was right, what was not, and why: a function of a chart and of what was done.

use super::content::{Chart, Key, Line, Presence, Reason};
use super::group::{Named, group};
use super::work::{Act, Chosen, LineAt, Tally, Work};

/// What is said of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right, and at its place.
    Right,
    /// It is right, and something else has to stand before it, or it before something else.
    OutOfOrder,
    /// It is true, and the record supports one that says more.
    LessSpecific,
    /// The record does not support it.
    NotSupported,
    /// It is right, and was not chosen.
    Missed,
}

/// A code with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged<'a> {
    /// The code, which the reader may have built.
    pub code: String,
    /// Its official words; `None` for one that was built and is not told about.
    pub title: Option<&'a str>,
    /// What is said of it.
    pub verdict: Verdict,
    /// The code of the key that says more, where it is less specific.
    pub better: Option<&'a str>,
    /// Why.
    pub reason: &'a Reason,
    /// Whether it was present on admission; `None` where nobody could say it, for a code
    /// that is missed, not supported, or none of a diagnosis.
    pub presence: Option<PresenceJudged<'a>>,
}

/// What was said about presence on admission, and what is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresenceJudged<'a> {
    /// What was said, if anything.
    pub said: Option<Presence>,
    /// What is right.
    pub right: Presence,
    /// Why; empty where nobody would doubt it.
    pub why: &'a str,
}

/// All that is said of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement<'a> {
    /// The reader's codes in their order, then what was missed.
    pub codes: Vec<Judged<'a>>,
    /// How much was found.
    pub tally: Tally,
    /// Lines that count and were not marked.
    pub unmarked: Vec<&'a Line>,
    /// Lines that were marked and do not count.
    pub beside: Vec<&'a Line>,
    /// Lines that count, in all.
    pub counting: usize,
    /// The group with the reader's codes.
    pub yours: Named<'a>,
    /// The group with the key's codes.
    pub keys: Named<'a>,
    /// The group with the key's codes after the doctor's answer; `None` where there is
    /// nothing to be asked.
    pub answered: Option<Named<'a>>,
    /// What was done about what the record leaves open is right. `None` where it leaves
    /// nothing open.
    pub asked_well: Option<bool>,
}

/// Judges what was done with a chart.
pub fn judge<'a>(chart: &'a Chart, work: &Work) -> Judgement<'a> {
    let chosen: Vec<&str> = work
        .codes
        .iter()
        .filter_map(|chosen| Some(&*chart.book.get(chosen.code.0)?.code))
        .collect();
    let mut codes: Vec<_> = work
        .codes
        .iter()
        .zip(&chosen)
        .enumerate()
        .filter_map(|(place, (said, code))| diagnosis(chart, &chosen, place, said, code))
        .collect();
    codes.extend(built(chart, work));
    for key in &chart.key {
        if !chosen.contains(&&*key.code) {
            codes.push(Judged {
                code: key.code.clone(),
                title: title(chart, &key.code),
                verdict: Verdict::Missed,
                better: None,
                reason: &key.reason,
                presence: None,
            });
        }
    }
    if let Some(procedure) = &chart.procedure
        && work.procedure() != Some(&procedure.code)
    {
        codes.push(Judged {
            code: procedure.code.clone(),
            title: Some(&procedure.title),
            verdict: Verdict::Missed,
            better: None,
            reason: &procedure.reason,
            presence: None,
        });
    }
    let count = |of: &[Verdict]| {
        codes
            .iter()
            .filter(|each| of.contains(&each.verdict))
            .count()
    };
    let tally = Tally {
        found: count(&[Verdict::Right, Verdict::OutOfOrder]),
        wanted: chart.wanted(),
        unsupported: count(&[Verdict::NotSupported]),
    };
    let marked = || chart.lines().enumerate();
    let key: Vec<&str> = chart.key.iter().map(|key| &*key.code).collect();
    let operation = chart.procedure.as_ref().map(|procedure| &*procedure.code);
    Judgement {
        unmarked: marked()
            .filter(|(place, line)| line.counts && !work.is_marked(LineAt(*place)))
            .map(|(_, line)| line)
            .collect(),
        beside: marked()
            .filter(|(place, line)| !line.counts && work.is_marked(LineAt(*place)))
            .map(|(_, line)| line)
            .collect(),
        counting: chart.lines().filter(|line| line.counts).count(),
        yours: group(chart, &chosen, work.procedure()),
        keys: group(chart, &key, operation),
        answered: chart.doubt.as_ref().map(|doubt| {
            let after = key.iter().map(|code| match *code == doubt.instead_of {
                true => &*doubt.becomes,
                false => code,
            });
            group(chart, &after.collect::<Vec<_>>(), operation)
        }),
        asked_well: chart.doubt.as_ref().map(|doubt| {
            let question = work.inquiry.and_then(|place| doubt.questions.get(place));
            work.act == Some(Act::Ask) && question.is_some_and(|question| question.allowed)
        }),
        codes,
        tally,
    }
}

/// One of the reader's diagnoses, of which `code` stands at `place`.
fn diagnosis<'a>(
    chart: &'a Chart,
    chosen: &[&str],
    place: usize,
    said: &Chosen,
    code: &str,
) -> Option<Judged<'a>> {
    let judged = |verdict, better, reason, presence| Judged {
        code: code.to_owned(),
        title: title(chart, code),
        verdict,
        better,
        reason,
        presence,
    };
    if let Some(alike) = chart.alikes.iter().find(|alike| alike.code == code) {
        let verdict = match alike.less_than {
            Some(_) => Verdict::LessSpecific,
            None => Verdict::NotSupported,
        };
        let better = alike.less_than.as_deref();
        return Some(judged(verdict, better, &alike.reason, None));
    }
    let key = chart.key.iter().find(|key| key.code == code)?;
    let is_principal = chart.key.first() == Some(key);
    let (verdict, reason) = if is_principal != (place == 0) {
        (Verdict::OutOfOrder, &chart.order)
    } else if stands_before(chosen, place, key) {
        (Verdict::OutOfOrder, &key.reason)
    } else {
        (Verdict::Right, &key.reason)
    };
    let presence = PresenceJudged {
        said: said.presence,
        right: key.poa,
        why: &key.poa_why,
    };
    Some(judged(verdict, None, reason, Some(presence)))
}

/// Whether the code at a place stands before the one that it has to follow.
fn stands_before(chosen: &[&str], place: usize, key: &Key) -> bool {
    let follows = |before: &String| chosen.iter().position(|code| code == before);
    key.after
        .as_ref()
        .and_then(follows)
        .is_some_and(|before| before > place)
}

/// The operation's code, if the reader has built one.
fn built<'a>(chart: &'a Chart, work: &Work) -> Option<Judged<'a>> {
    let procedure = chart.procedure.as_ref()?;
    let code = work.procedure()?;
    let (title, verdict, reason) = if code == procedure.code {
        (Some(&*procedure.title), Verdict::Right, &procedure.reason)
    } else if let Some(built) = procedure.alikes.iter().find(|built| built.code == code) {
        (Some(&*built.title), Verdict::NotSupported, &built.reason)
    } else {
        (None, Verdict::NotSupported, &procedure.otherwise)
    };
    Some(Judged {
        code: code.to_owned(),
        title,
        verdict,
        better: None,
        reason,
        presence: None,
    })
}

fn title<'a>(chart: &'a Chart, code: &str) -> Option<&'a str> {
    chart.entry(code).map(|entry| &*entry.title)
}
