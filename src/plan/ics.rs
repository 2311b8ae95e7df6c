//! A plan as a calendar file (iCalendar, RFC 5545).
//!
//! Written by hand: the crates that write calendars bring a clock, random ids
//! and megabytes of time zones, and a plan needs whole days alone. The tests
//! read the file with an independent parser.

use super::Plan;
use super::calendar::Day;
use super::text::{done_by, months};

/// A line may have this many bytes, its end not counted.
const LINE: usize = 75;

/// Behind this many bytes a line is folded at the next place inside a word.
const EARLIEST_FOLD: usize = 60;

/// The calendar file. Each step is one whole day: the day on which it may begin
/// at the earliest. `stamp` is the moment of writing in UTC, as in
/// `20261122T080000Z`.
pub fn ics(today: Day, plan: &Plan<'_>, stamp: &str) -> String {
    let mut file = String::new();
    for text in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Coder Fit//Plan//EN",
        "CALSCALE:GREGORIAN",
    ] {
        line(&mut file, text);
    }
    for (index, planned) in plan.steps.iter().enumerate() {
        let step = planned.step;
        let day = today.after(planned.begins.least);
        let mut about = format!(
            "{}\nTakes {}, by estimate. {}",
            step.text,
            months(planned.takes),
            done_by(today, planned)
        );
        for look_for in &step.look_for {
            about += &["\nLook for: ", look_for].concat();
        }
        for avoid in &step.avoid {
            about += &["\nAvoid: ", avoid].concat();
        }
        if index == 0 {
            for action in &plan.actions {
                about += &["\nThis week: ", &action.text].concat();
            }
        }
        line(&mut file, "BEGIN:VEVENT");
        // The same step of the same plan keeps its id, so that a second import
        // changes the entry and adds none.
        line(
            &mut file,
            &["UID:", &step.id, "-", &today.digits(), "@coder-fit"].concat(),
        );
        line(&mut file, &["DTSTAMP:", stamp].concat());
        line(&mut file, &["DTSTART;VALUE=DATE:", &day.digits()].concat());
        line(
            &mut file,
            &["SUMMARY:", &escaped(&["Start: ", &step.title].concat())].concat(),
        );
        line(&mut file, &["DESCRIPTION:", &escaped(&about)].concat());
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

/// Text as RFC 5545, 3.3.11 wants it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped += "\\n",
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Adds a line, folded where it is too long (RFC 5545, 3.1), never inside a
/// character. Some readers drop all spaces at a fold and not only the one that
/// marks it, so lines are folded inside words.
fn line(file: &mut String, text: &str) {
    let (mut length, mut after_space) = (0, true);
    for character in text.chars() {
        let bytes = character.len_utf8();
        let space = character == ' ';
        let inside_word = !space && !after_space;
        if length + bytes > LINE || length > EARLIEST_FOLD && inside_word {
            *file += "\r\n ";
            length = 1;
        }
        file.push(character);
        length += bytes;
        after_space = space;
    }
    *file += "\r\n";
}
