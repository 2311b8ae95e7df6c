//! The native door for researchers: scores respondents from JSON lines.
//!
//! Reads one respondent a line on standard input:
//!
//! ```json
//! {"answers":{"accuracy-1":4,"accuracy-2":null},"task":{"right":27,"wrong":2},"seconds_per_item":4.5}
//! ```
//!
//! An answer is 1 to 5; `null` is "Not sure". A quick item that is not named
//! was passed over; an item of the second round that is not named was not
//! asked. `task` and `seconds_per_item` are optional. `--seconds-per-item S`
//! stands in for a line without its own. `--items` prints the items instead.
//!
//! `--group` reads result links instead, in any text: a mail, a form's export, a CSV file. It writes
//! what the page of a group gives out, as CSV, or as JSON lines with `--group json`. A link without a
//! row is named on standard error with its reason.
//!
//! `docs/data.md` has every field's meaning, range and unit, and `docs/*.schema.json` says the same to
//! programs.
//!
//! Writes one JSON line a respondent. A bad line is named on standard error,
//! the others are still answered, and the exit code is 1 at the end.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead as _, Read as _, Write as _};
use std::process::ExitCode;

use career_fit::answers::{Answers, Level, PROBES, Response, TaskForm, TaskOutcome};
use career_fit::builtin::quiz;
use career_fit::content::{ItemId, Quiz, SectionId, Stage, TraitId};
use career_fit::fit::{self, quality};
use career_fit::group::{List, Reason, Row, decode, export, find};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Respondent {
    answers: BTreeMap<String, Option<u8>>,
    task: Option<Task>,
    seconds_per_item: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Task {
    right: u8,
    wrong: u8,
}

#[derive(Serialize)]
struct Scored {
    /// Before rounding; `null` with a reason.
    fit: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    uncapped: Option<f64>,
    se: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    bands: Vec<&'static str>,
    gated: Vec<&'static str>,
    traits: BTreeMap<&'static str, Trait>,
    flags: Vec<&'static str>,
}

#[derive(Serialize)]
struct Trait {
    score: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct ItemRow<'a> {
    id: &'a str,
    #[serde(rename = "trait")]
    trait_id: TraitId,
    reversed: bool,
    stage: Stage,
    section: SectionId,
}

/// What the command line asks for.
enum Request {
    Items,
    Score { seconds_per_item: Option<f64> },
    Group(Form),
}

/// How the rows of a group are written.
#[derive(Clone, Copy)]
enum Form {
    Csv,
    Json,
}

const USAGE: &str = "usage: score [--items] [--seconds-per-item SECONDS] < respondents.jsonl\n\
                     \x20      score --group [csv|json] < links.txt";

fn main() -> ExitCode {
    let result = match command_line(std::env::args().skip(1)) {
        Ok(Request::Items) => print_items(quiz()),
        Ok(Request::Group(form)) => print_group(quiz(), form),
        Ok(Request::Score { seconds_per_item }) => score_lines(quiz(), seconds_per_item),
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(code) => code,
        // Whoever reads our output has heard enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn command_line(mut words: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut seconds_per_item = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--items" => return Ok(Request::Items),
            "--group" => {
                return match words.next().as_deref() {
                    None | Some("csv") => Ok(Request::Group(Form::Csv)),
                    Some("json") => Ok(Request::Group(Form::Json)),
                    Some(other) => Err(format!("not csv or json: {other}")),
                };
            }
            "--seconds-per-item" => {
                let value = words.next().ok_or("--seconds-per-item lacks its number")?;
                let seconds = value
                    .parse()
                    .map_err(|_| format!("not a number: {value}"))?;
                seconds_per_item = Some(checked_seconds(seconds)?);
            }
            other => return Err(format!("unknown: {other}")),
        }
    }
    Ok(Request::Score { seconds_per_item })
}

fn checked_seconds(seconds: f64) -> Result<f64, String> {
    if seconds.is_finite() && seconds >= 0.0 {
        Ok(seconds)
    } else {
        Err(format!("not a time in seconds: {seconds}"))
    }
}

fn print_items(quiz: &Quiz) -> io::Result<ExitCode> {
    let rows: Vec<_> = quiz
        .items
        .iter()
        .map(|item| ItemRow {
            id: &item.id,
            trait_id: item.trait_id,
            reversed: item.reversed,
            stage: item.stage,
            section: quiz.traits[item.trait_id].section,
        })
        .collect();
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &rows)?;
    writeln!(out)?;
    Ok(ExitCode::SUCCESS)
}

fn print_group(quiz: &Quiz, form: Form) -> io::Result<ExitCode> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let text = decode(&bytes).map_err(|why| io::Error::other(format!("not a text: {why:?}")))?;
    let sorted = List(find(quiz, &text)).sorted(quiz);
    let rows = sorted.people.iter();
    let rows = rows.filter_map(|person| Row::of(quiz, &person.shared));
    let rows: Vec<_> = rows.collect();
    let people: Vec<_> = sorted.people.iter().zip(&rows).collect();
    let mut out = io::stdout().lock();
    match form {
        Form::Csv => write!(out, "{}", export::csv(quiz, "", &people))?,
        Form::Json => {
            for (person, row) in &people {
                writeln!(out, "{}", export::json_row(quiz, "", person, row))?;
            }
        }
    }
    let mut code = ExitCode::SUCCESS;
    for aside in &sorted.aside {
        let line = aside.line.unwrap_or_default();
        eprintln!("line {line}: {}", export::reason(aside.reason));
        // The same link twice loses nothing.
        if !matches!(aside.reason, Reason::Same(_)) {
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

fn score_lines(quiz: &Quiz, seconds_per_item: Option<f64>) -> io::Result<ExitCode> {
    let ids: HashMap<&str, ItemId> = quiz
        .item_ids()
        .map(|id| (quiz.item(id).id.as_str(), id))
        .collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for (number, line) in io::stdin().lock().split(b'\n').enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match read(quiz, &ids, &line) {
            Ok((answers, own_seconds)) => {
                let scored = score(quiz, &answers, own_seconds.or(seconds_per_item));
                serde_json::to_writer(&mut out, &scored)?;
                writeln!(out)?;
            }
            Err(message) => {
                eprintln!("line {}: {message}", number + 1);
                code = ExitCode::FAILURE;
            }
        }
    }
    out.flush()?;
    Ok(code)
}

fn read(
    quiz: &Quiz,
    ids: &HashMap<&str, ItemId>,
    line: &[u8],
) -> Result<(Answers, Option<f64>), String> {
    let respondent: Respondent = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let mut answers = Answers::none(quiz);
    for (name, level) in &respondent.answers {
        let id = ids
            .get(name.as_str())
            .ok_or_else(|| format!("unknown item {name:?}; --items lists them"))?;
        let response = match level {
            None => Response::NotSure,
            Some(number) => Level::new(*number)
                .map(Response::Level)
                .ok_or_else(|| format!("{name}: {number} is not 1 to 5 or null"))?,
        };
        answers.set_item(*id, Some(response));
    }
    // A task with nothing judged is a task that was not done.
    let task = respondent
        .task
        .filter(|task| task.right > 0 || task.wrong > 0);
    if let Some(Task { right, wrong }) = task {
        // The form plays no part in the score.
        let outcome = TaskOutcome::new(TaskForm::Timed, right, wrong);
        let problem = || format!("task: {right} and {wrong} do not make 1 to {PROBES}");
        answers.task = Some(outcome.ok_or_else(problem)?);
    }
    let seconds = respondent
        .seconds_per_item
        .map(checked_seconds)
        .transpose()?;
    Ok((answers, seconds))
}

fn score(quiz: &Quiz, answers: &Answers, seconds_per_item: Option<f64>) -> Scored {
    let fit = fit::score(quiz, answers);
    let flags = quality::flags(quiz, answers, seconds_per_item);
    let overall = fit.overall.as_ref();
    let traits = fit.traits.iter().filter_map(|(id, score)| {
        let score = score.as_ref()?;
        let row = Trait {
            score: score.score,
            low: score.low,
            high: score.high,
        };
        Some((id.code(), row))
    });
    Scored {
        fit: overall.ok().map(|overall| overall.fit),
        reason: overall.err().map(|too_little| {
            format!(
                "too little answered: the scored traits carry {:.2} of the weight, {:.2} is needed",
                too_little.scored_weight, too_little.needed
            )
        }),
        uncapped: overall.ok().map(|overall| overall.uncapped),
        se: overall.ok().map(|overall| overall.se),
        low: overall.ok().map(|overall| overall.low),
        high: overall.ok().map(|overall| overall.high),
        bands: overall.map_or_else(
            |_| Vec::new(),
            |overall| overall.bands.iter().map(fit::Band::code).collect(),
        ),
        gated: overall.map_or_else(
            |_| Vec::new(),
            |overall| overall.gated.iter().map(|id| id.code()).collect(),
        ),
        traits: traits.collect(),
        flags: flags.into_iter().map(quality::Flag::code).collect(),
    }
}

#[cfg(test)]
#[path = "score/tests.rs"]
mod tests;
