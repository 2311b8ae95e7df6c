//! A desk as the device keeps it: a code for each chart that was touched, with spaces
//! between.
//!
//! # The format
//!
//! A code (see [`code`]) of kind `c`. Its body:
//!
//! ```text
//! number, shape, place, outcome, felt, doubt, built, codes, presences, marks
//! ```
//!
//! - `number` is a symbol: the chart's number. `shape` is a number in two symbols that
//!   changes with the chart's lines and codes, because what follows are places among them.
//! - `place` is a symbol: the step, from 0 on, and 8 more where the chart is
//!   open. The first chart is open where none says so.
//! - `outcome` is two symbols, as [`Compact`] has them, once the key was shown; else 0, 0.
//!   With it, a result can tell how the charts went and needs no chart for that.
//! - `felt` is three digits of radix 4: none 0, yes 1, not sure 2, no 3.
//! - `doubt` is a symbol: what is done (none 0, code 1, leave 2, ask 3), and 4 times the
//!   question's place from 1 on, 0 without a question.
//! - `built` is seven symbols: for each character its place among the values there, from 1
//!   on, and 0 without one.
//! - `codes` is a symbol that counts, then a symbol for each code: its place in the book.
//!   `presences` are digits of radix 4, one for each: none 0, yes 1, no 2, exempt 3.
//! - `marks` are digits of radix 2, one for each line.

use super::compact::{Compact, mood_digit, mood_from};
use super::content::{AXES, Chart, Presence, Step};
use super::desk::Desk;
use super::judge::judge;
use super::work::{Act, Chosen, CodeAt, Feeling, Felt, Work};
use crate::code::{self, CodeError, Invalid, Kind, Reader, Writer};

/// Why a part of what was kept is not on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// It cannot be read.
    Unreadable(CodeError),
    /// The chart has changed since, so the work on it begins anew.
    Changed,
}

/// The desk as it is kept; empty where there is nothing to be kept.
pub fn save(charts: &[Chart], desk: &Desk) -> String {
    let works = charts.iter().zip(&desk.works).enumerate();
    let kept = works.filter_map(|(at, (chart, work))| {
        // The first chart is open where nothing is said.
        let is_open = at == desk.open && at > 0;
        let is_touched = *work != Work::new(chart) || is_open;
        is_touched.then(|| write(chart, work, is_open))
    });
    kept.collect::<Vec<_>>().join(" ")
}

/// Reads what [`save`] wrote. What can be read is on the desk, whatever became of the rest.
pub fn restore(charts: &[Chart], text: &str) -> (Desk, Vec<Lost>) {
    let mut desk = Desk::new(charts);
    let mut lost = Vec::new();
    for part in text.split_whitespace() {
        match read(charts, part) {
            Ok((at, work, is_open)) => {
                if let Some(place) = desk.works.get_mut(at) {
                    *place = work;
                }
                if is_open {
                    desk.open = at;
                }
            }
            Err(why) => lost.push(why),
        }
    }
    (desk, lost)
}

/// What can be read without the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The chart's number.
    pub number: u8,
    /// The chart's shape when it was kept.
    shape: u32,
    /// Where the reader was.
    step: Step,
    /// The chart was open.
    is_open: bool,
    /// How it went, once the key was shown.
    pub compact: Option<Compact>,
    /// How it felt.
    pub felt: Felt,
}

/// Symbols of a shape.
const SHAPE: usize = 2;

/// What is added to a step where the chart is open.
const OPEN: u8 = 8;

impl Head {
    /// Reads the beginning of a code. The rest is left to be read.
    pub fn open(text: &str) -> Result<(Self, Reader), CodeError> {
        let mut reader = code::open(Kind::Chart, text)?;
        let number = reader.symbol();
        let shape = reader.number(SHAPE);
        let place = reader.symbol();
        let step = Step::ALL.get(usize::from(place % OPEN)).ok_or(Invalid)?;
        if place >= 2 * OPEN {
            return Err(Invalid.into());
        }
        let outcome = [reader.symbol(), reader.symbol()];
        let compact = Compact::from_symbols(outcome);
        if compact.is_some() != (*step == Step::See) || (compact.is_none() && outcome != [0, 0]) {
            return Err(Invalid.into());
        }
        let moods = reader.digits(4, Feeling::ALL.len())?;
        let felt = Feeling::ALL.into_iter().zip(moods);
        let head = Self {
            number,
            shape,
            step: *step,
            is_open: place >= OPEN,
            compact,
            felt: felt.fold(Felt::default(), |felt, (feeling, digit)| {
                felt.with(feeling, mood_from(digit))
            }),
        };
        Ok((head, reader))
    }
}

fn write(chart: &Chart, work: &Work, is_open: bool) -> String {
    let mut body = Writer::default();
    body.symbol(chart.number);
    body.number(shape(chart), SHAPE);
    let step = Step::ALL.iter().position(|step| *step == work.step);
    body.symbol(place(step) + if is_open { OPEN } else { 0 });
    let outcome = match work.is_seen() {
        true => outcome(chart, work).symbols(),
        false => [0, 0],
    };
    for symbol in outcome {
        body.symbol(symbol);
    }
    let moods = Feeling::ALL.map(|feeling| mood_digit(work.felt.get(feeling)));
    body.digits(4, &moods);
    let act = match work.act {
        None => 0,
        Some(Act::Code) => 1,
        Some(Act::Leave) => 2,
        Some(Act::Ask) => 3,
    };
    body.symbol(act + 4 * work.inquiry.map_or(0, |at| place(Some(at)) + 1));
    let mut built = work.built.chars();
    for axis in 0..AXES {
        let at = built.next().and_then(|sign| {
            let values = &chart.procedure.as_ref()?.axes.get(axis)?.values;
            values.iter().position(|value| value.sign == sign)
        });
        body.symbol(at.map_or(0, |at| place(Some(at)) + 1));
    }
    body.symbol(place(Some(work.codes.len())));
    for chosen in &work.codes {
        body.symbol(place(Some(chosen.code.0)));
    }
    let presences = work.codes.iter().map(|chosen| match chosen.presence {
        None => 0,
        Some(Presence::Yes) => 1,
        Some(Presence::No) => 2,
        Some(Presence::Exempt) => 3,
    });
    body.digits(4, &presences.collect::<Vec<_>>());
    let marks: Vec<_> = work.marks.iter().map(|mark| u8::from(*mark)).collect();
    body.digits(2, &marks);
    code::close(Kind::Chart, body)
}

/// The outcome of a chart that was seen.
fn outcome(chart: &Chart, work: &Work) -> Compact {
    Compact {
        tally: judge(chart, work).tally,
        another: work.felt.another,
    }
}

/// A place as a symbol. The content's checks see to it that none is larger.
fn place(at: Option<usize>) -> u8 {
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

fn read(charts: &[Chart], text: &str) -> Result<(usize, Work, bool), Lost> {
    let unreadable = Lost::Unreadable;
    let (head, reader) = Head::open(text).map_err(unreadable)?;
    let known = charts.iter().position(|chart| chart.number == head.number);
    // A chart that this version does not have is one of a newer version: none is dropped
    // without a trace.
    let at = known.ok_or(unreadable(CodeError::Newer))?;
    let chart = charts.get(at).ok_or(unreadable(CodeError::Newer))?;
    if head.shape != shape(chart) {
        return Err(Lost::Changed);
    }
    if head.is_open && at == 0 {
        return Err(unreadable(Invalid.into()));
    }
    let work = rest(chart, head, reader).map_err(|invalid| unreadable(invalid.into()))?;
    Ok((at, work, head.is_open))
}

fn rest(chart: &Chart, head: Head, mut reader: Reader) -> Result<Work, Invalid> {
    let mut work = Work::new(chart);
    work.step = head.step;
    work.felt = head.felt;
    let doubt = reader.symbol();
    work.act = match doubt % 4 {
        1 => Some(Act::Code),
        2 => Some(Act::Leave),
        3 => Some(Act::Ask),
        _ => None,
    };
    work.inquiry = usize::from(doubt / 4).checked_sub(1);
    for axis in 0..AXES {
        let Some(at) = usize::from(reader.symbol()).checked_sub(1) else {
            continue;
        };
        let procedure = chart.procedure.as_ref().ok_or(Invalid)?;
        let value = procedure
            .axes
            .get(axis)
            .and_then(|axis| axis.values.get(at));
        // A character with none before it is nothing that a reader can build.
        if work.built.chars().count() != axis {
            return Err(Invalid);
        }
        work.built.push(value.ok_or(Invalid)?.sign);
    }
    let count = usize::from(reader.symbol());
    let codes: Vec<_> = (0..count).map(|_| usize::from(reader.symbol())).collect();
    let presences = reader.digits(4, count)?;
    for (code, presence) in codes.into_iter().zip(presences) {
        let code = CodeAt(code);
        let entry = chart.book.get(code.0).ok_or(Invalid)?;
        if !entry.billable || work.place(code).is_some() {
            return Err(Invalid);
        }
        work.codes.push(Chosen {
            code,
            presence: match presence {
                1 => Some(Presence::Yes),
                2 => Some(Presence::No),
                3 => Some(Presence::Exempt),
                _ => None,
            },
        });
    }
    let marks = reader.digits(2, work.marks.len())?;
    work.marks = marks.into_iter().map(|mark| mark == 1).collect();
    reader.finish()?;
    is_possible(chart, head, &work)
        .then_some(work)
        .ok_or(Invalid)
}

/// Whether a reader can come to this. So every work has one spelling.
fn is_possible(chart: &Chart, head: Head, work: &Work) -> bool {
    let questions = chart.doubt.as_ref().map(|doubt| doubt.questions.len());
    let asks = match (work.act, work.inquiry) {
        (None, None) => true,
        (Some(_), None) => questions.is_some(),
        (Some(Act::Ask), Some(at)) => questions.is_some_and(|count| at < count),
        _ => false,
    };
    let is_outcome = head
        .compact
        .is_none_or(|compact| compact == outcome(chart, work));
    asks && is_outcome
        && (work.is_seen() || work.felt == Felt::default())
        && Work::steps(chart).any(|step| step == work.step)
        && Work::is_buildable(chart, &work.built)
}

/// A number that changes where lines or codes are added, dropped or moved. What is only
/// said in other words does not change it.
fn shape(chart: &Chart) -> u32 {
    let lines = chart.lines().map(|line| &line.id);
    let codes = chart.book.iter().map(|entry| &entry.code);
    let values = chart.procedure.iter().flat_map(|procedure| &procedure.axes);
    let signs = values.flat_map(|axis| axis.values.iter().map(|value| u32::from(value.sign)));
    let questions = chart.doubt.iter().map(|doubt| doubt.questions.len() as u32);
    let bytes = lines
        .chain(codes)
        .flat_map(|name| name.bytes().chain([0]))
        .map(u32::from);
    let all = bytes.chain(signs).chain(questions);
    // FNV-1a, folded to the bits that there is room for.
    let hash = all.fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ byte).wrapping_mul(0x0100_0193)
    });
    (hash ^ hash >> 12 ^ hash >> 24) & 0xfff
}
